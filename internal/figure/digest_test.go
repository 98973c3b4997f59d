package figure_test

import (
	"bytes"
	"testing"

	"formare/internal/figure"
)

// TestDigest draws every figure in two ways that must not be taken for one another, and checks that each
// digest stands for exactly one SVG.
func TestDigest(t *testing.T) {
	drawn := map[string]string{}
	for name, change := range map[string]func(*figure.Context, results) (figure.Size, figure.Theme){
		"once":   func(*figure.Context, results) (figure.Size, figure.Theme) { return figure.Slide, figure.Light },
		"again":  func(*figure.Context, results) (figure.Size, figure.Theme) { return figure.Slide, figure.Light },
		"square": func(*figure.Context, results) (figure.Size, figure.Theme) { return figure.Square, figure.Light },
		"dark":   func(*figure.Context, results) (figure.Size, figure.Theme) { return figure.Slide, figure.Dark },
		"other data": func(_ *figure.Context, data results) (figure.Size, figure.Theme) {
			manifold(data, 2)
			return figure.Slide, figure.Light
		},
		"other emblem": func(c *figure.Context, _ results) (figure.Size, figure.Theme) {
			c.Emblem = picture(t, 40, 40)
			return figure.Slide, figure.Light
		},
		"other area": func(c *figure.Context, _ results) (figure.Size, figure.Theme) {
			c.Areas[0].Label = "Altro"
			return figure.Slide, figure.Light
		},
	} {
		ctx, data := context(t, "it"), tables(t)
		size, theme := change(&ctx, data)
		for _, s := range specs(t) {
			d, _, err := figure.Draw(s, data, ctx, size, theme)
			if err != nil {
				t.Fatal(err)
			}
			if d == nil {
				continue // no boundaries
			}
			var svg bytes.Buffer
			if err := d.SVG(&svg); err != nil {
				t.Fatal(err)
			}
			if was, known := drawn[d.Digest()]; known && was != svg.String() {
				t.Errorf("%s: %s has the digest of another drawing", name, s.ID)
			}
			drawn[d.Digest()] = svg.String()
		}
	}
	n := len(specs(t)) - 1
	if len(drawn) < 4*n || len(drawn) > 6*n {
		t.Errorf("%d digests of %d figures in six ways", len(drawn), n)
	}
}
