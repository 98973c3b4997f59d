package figure_test

import (
	"io"
	"testing"

	"formare/internal/figure"
)

// BenchmarkFormats draws all figures in both sizes, by format.
func BenchmarkFormats(b *testing.B) {
	ctx, data := context(b, "it"), tables(b)
	for _, format := range []string{"draw", "svg", "png", "pdf"} {
		b.Run(format, func(b *testing.B) {
			for b.Loop() {
				for _, s := range specs(b) {
					for _, size := range figure.Sizes() {
						d, _, err := figure.Draw(s, data, ctx, size, figure.Light)
						if err == nil {
							err = encode(d, format)
						}
						if err != nil {
							b.Fatal(err)
						}
					}
				}
			}
		})
	}
}

func encode(d *figure.Drawing, format string) error {
	switch format {
	case "svg":
		return d.SVG(io.Discard)
	case "png":
		return d.PNG(io.Discard)
	case "pdf":
		return d.PDF(io.Discard)
	}
	return nil
}
