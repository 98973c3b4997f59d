package figure_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"formare/internal/figure"
)

// TestGallery writes every figure to the folder named by FORMARE_GALLERY, to be looked at.
func TestGallery(t *testing.T) {
	dir := os.Getenv("FORMARE_GALLERY")
	if dir == "" {
		t.Skip("set FORMARE_GALLERY to a folder to write the figures there")
	}
	for _, c := range extremes[1:] {
		if os.Getenv("FORMARE_GALLERY_EXTREMES") == "" {
			break
		}
		ctx, data := context(t, "it"), tables(t)
		c.change(&ctx, data)
		for _, size := range figure.Sizes() {
			for _, s := range specs(t) {
				d, _, err := figure.Draw(s, data, ctx, size, figure.Light)
				if err != nil {
					t.Error(err)
				} else if d != nil {
					write(t, filepath.Join(dir, strings.ReplaceAll(c.name, " ", "_")+"-"+s.ID+"-"+string(size)+".svg"), d.SVG)
				}
			}
		}
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
