package figure

import (
	"fmt"
	"image/color"
	"testing"
)

// TestColours holds the palettes to what the figure system promises: texts at least 4.5 to 1 on the canvas and
// on the grounds they stand on, marks at least 3 to 1, and neighbours that a greyscale print keeps apart.
func TestColours(t *testing.T) {
	for name, p := range map[string]palette{"light": light(), "dark": dark()} {
		for i, c := range []color.RGBA{p.ink, p.muted, p.hiText, p.accent, p.accent2} {
			if contrast(c, p.bg) < 4.5 || contrast(c, p.wash) < 4.5 {
				t.Errorf("%s: text colour %d has contrast %.2f", name, i, contrast(c, p.bg))
			}
		}
		for i, c := range append([]color.RGBA{p.accent, p.ctx, p.hi, p.axis, p.hatch, p.border}, p.areas[:]...) {
			if contrast(c, p.bg) < 3 {
				t.Errorf("%s: mark colour %d has contrast %.2f", name, i, contrast(c, p.bg))
			}
		}
		for what, list := range map[string][]color.RGBA{"areas": p.areas[:], "ramp": p.ramp[:]} {
			for i := 1; i < len(list); i++ {
				if c := contrast(list[i-1], list[i]); c < 1.2 {
					t.Errorf("%s: %s %d and %d are as %.2f to 1 in grey", name, what, i-1, i, c)
				}
			}
		}
		for i, c := range p.ramp {
			if got := contrast(textOn(c), c); got < 4.5 {
				t.Errorf("%s: text on class %d has %s", name, i, fmt.Sprintf("%.2f", got))
			}
		}
	}
}
