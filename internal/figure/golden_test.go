package figure_test

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"formare/internal/figure"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s differs (run with -update to accept):\n%s", name, d)
	}
}

// TestWords keeps what every figure says, as told and where an extreme case changes it, in both languages.
func TestWords(t *testing.T) {
	for _, lang := range []string{"it", "en"} {
		var b strings.Builder
		told := map[string]bool{}
		for _, c := range extremes {
			fmt.Fprintf(&b, "# %s\n", c.name)
			ctx, data := context(t, lang), tables(t)
			if c.change != nil {
				c.change(&ctx, data)
			}
			for _, s := range specs(t) {
				d, reason, err := figure.Draw(s, data, ctx, figure.Slide, figure.Light)
				if err != nil {
					t.Fatal(err)
				}
				says := fmt.Sprintf("%s left out: %s\n", s.ID, reason)
				if d != nil {
					says = fmt.Sprintf("%s %s\n  %s\n  %s\n  %s\n", s.ID, d.Title, d.Subtitle, d.Note, d.Alt)
				}
				if !told[says] {
					b.WriteString(says)
				}
				told[says] = true
			}
			b.WriteString("\n")
		}
		golden(t, "words."+lang+".txt", b.String())
	}
}

// TestSVGStays keeps the whole text of two small figures and the sum of all of them, so that a change
// of the drawing is seen and looked at.
func TestSVGStays(t *testing.T) {
	var sums strings.Builder
	for _, theme := range figure.Themes() {
		for _, size := range figure.Sizes() {
			for _, s := range specs(t) {
				d, _, err := figure.Draw(s, tables(t), context(t, "it"), size, theme)
				if err != nil {
					t.Fatal(err)
				}
				if d == nil {
					continue // maps of shapes have a test of their own
				}
				raw := render(t, d.SVG)
				fmt.Fprintf(&sums, "%s %s %s %x\n", s.ID, size, theme, sha256.Sum256(raw))
				if size == figure.Square && theme == figure.Light && strings.HasPrefix(s.ID, "03") {
					golden(t, s.ID+".svg", string(raw))
				}
			}
		}
	}
	golden(t, "svg.sums.txt", sums.String())
}

// TestSameBytes draws everything twice: maps, caches and clocks must leave no trace.
func TestSameBytes(t *testing.T) {
	for _, s := range specs(t) {
		for _, size := range figure.Sizes() {
			var first [3][]byte
			for round := range 2 {
				d, _, err := figure.Draw(s, tables(t), context(t, "it"), size, figure.Light)
				if err != nil {
					t.Fatal(err)
				}
				if d == nil {
					continue
				}
				got := [3][]byte{render(t, d.SVG), render(t, d.PDF), nil}
				if size == figure.Square {
					got[2] = render(t, d.PNG)
				}
				for i := range got {
					if round == 1 && !bytes.Equal(got[i], first[i]) {
						t.Errorf("%s %s: format %d differs the second time", s.ID, size, i)
					}
				}
				first = got
			}
		}
	}
}

func TestPNGIsReadAndTold(t *testing.T) {
	d, _, err := figure.Draw(specs(t)[4], tables(t), context(t, "it"), figure.Slide, figure.Light)
	if err != nil {
		t.Fatal(err)
	}
	raw := render(t, d.PNG)
	img, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 3840 || b.Dy() != 2160 {
		t.Errorf("picture of %v", b)
	}
	small, err := png.DecodeConfig(bytes.NewReader(render(t, func(w io.Writer) error { return d.Thumbnail(w, 640) })))
	if err != nil || small.Width != 640 || small.Height != 360 {
		t.Errorf("thumbnail %v %v", small, err)
	}
	for _, want := range []string{"tEXtTitle\x0071 comuni su 92", "iTXtDescription\x00", "tEXtDescription\x00Mappa a esagoni"} {
		if !bytes.Contains(raw, []byte(want)) {
			t.Errorf("png without %q", want)
		}
	}
}
