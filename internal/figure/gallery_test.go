package figure_test

import (
	"os"
	"path/filepath"
	"testing"

	"formare/internal/figure"
)

// TestGallery writes every figure to the folder named by FORMARE_GALLERY, to be looked at.
func TestGallery(t *testing.T) {
	dir := os.Getenv("FORMARE_GALLERY")
	if dir == "" {
		t.Skip("set FORMARE_GALLERY to a folder to write the figures there")
	}
	ctx := context(t, "it")
	for _, theme := range figure.Themes() {
		for _, size := range figure.Sizes() {
			for _, s := range specs(t) {
				d, reason, err := figure.Draw(s, tables(t), ctx, size, theme)
				if err != nil || d == nil {
					t.Errorf("%s: %v %s", s.ID, err, reason)
					continue
				}
				base := filepath.Join(dir, s.ID+"-"+string(size)+"-"+string(theme))
				write(t, base+".svg", d.SVG)
				write(t, base+".png", d.PNG)
				write(t, base+".pdf", d.PDF)
			}
		}
	}
}
