package figure

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"

	"golang.org/x/image/draw"
)

// drawBand draws emblem, logos and the words about funding at the lower right and gives the x where
// it begins. Without the user's file no emblem is drawn: it must not be made up by hand.
func (f *frame) drawBand() float64 {
	height := f.lay.bandBottom - f.lay.bandTop
	st := f.ink(f.lay.bandText)
	words := f.ctx.EmblemText
	if words == "" {
		words = f.msg("figure.emblem")
	}
	lines := f.bandLines(words, st)
	x := f.lay.right
	widest := 0.0
	for _, l := range lines {
		widest = max(widest, f.c.measure(l, st))
	}
	x -= widest
	y := f.lay.bandTop + height/2 - float64(len(lines)-1)*16 + st.size*capHeight/2
	f.c.block(x, y, 32, lines, st)

	img := f.emblem
	if img == nil {
		return x
	}
	w := min(height*1.5, height*aspect(img))
	h := w / aspect(img)
	x -= 18 + w
	top := f.lay.bandTop + (height-h)/2
	f.c.image(x, top, w, h, img)
	if f.pal.emblemOutline {
		f.c.decor(func() { f.c.outline(box(x-1, top-1, w+2, h+2), pen{color: hex(0xFFFFFF), width: 2}) })
	}
	if f.lay.square {
		return x // other logos have no room there
	}
	return f.drawLogos(x, w, h)
}

// drawLogos puts the other logos left of the emblem, none taller than it and none larger in area, as
// Regulation (EU) 2021/1060, Annex IX asks, as many as keep clear of the notes.
func (f *frame) drawLogos(x, emblemW, emblemH float64) float64 {
	const leftmost = 1120
	for _, img := range f.logos {
		h := emblemH
		w := h * aspect(img)
		if w > emblemW {
			w = emblemW
			h = w / aspect(img)
		}
		if x-18-w < leftmost {
			break
		}
		x -= 18 + w
		f.c.image(x, f.lay.bandTop+(f.lay.bandBottom-f.lay.bandTop-h)/2, w, h, img)
	}
	return x
}

// bandLines breaks the words about funding into two balanced lines.
func (f *frame) bandLines(words string, st style) []string {
	if lines := f.c.balance(words, st, f.c.measure(words, st)*0.62); lines != nil {
		return lines
	}
	return f.c.wrap(strings.TrimSpace(words), st, 330, 330, 2)
}

// maxPixels keeps a picture that unpacks to gigabytes from being decoded.
const maxPixels = 40_000_000

// DecodePicture reads an emblem or a logo: a PNG of a sensible size. Callers may use it to check the
// user's files before anything is drawn.
func DecodePicture(raw []byte) (image.Image, error) {
	cfg, err := png.DecodeConfig(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("not a PNG picture: %w", err)
	}
	if cfg.Width < 1 || cfg.Height < 1 || cfg.Width > maxPixels/cfg.Height {
		return nil, fmt.Errorf("a picture of %d by %d pixels is too large", cfg.Width, cfg.Height)
	}
	img, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("not a PNG picture: %w", err)
	}
	return img, nil
}

// loadPictures decodes the emblem and the logos.
func (f *frame) loadPictures() error {
	if len(f.ctx.Emblem) > 0 {
		img, err := DecodePicture(f.ctx.Emblem)
		if err != nil {
			return fmt.Errorf("emblem: %w", err)
		}
		f.emblem = reduced(img)
	}
	for i, raw := range f.ctx.Logos {
		img, err := DecodePicture(raw)
		if err != nil {
			return fmt.Errorf("logo %d: %w", i+1, err)
		}
		f.logos = append(f.logos, reduced(img))
	}
	return nil
}

// reduced makes a picture no higher than four times the band: a photograph would weigh megabytes in
// every SVG.
func reduced(img image.Image) image.Image {
	const most = 336
	b := img.Bounds()
	if b.Dy() <= most {
		return img
	}
	small := image.NewRGBA(image.Rect(0, 0, max(1, b.Dx()*most/b.Dy()), most))
	draw.CatmullRom.Scale(small, small.Bounds(), img, b, draw.Src, nil)
	return small
}

func aspect(img image.Image) float64 {
	return float64(img.Bounds().Dx()) / float64(img.Bounds().Dy())
}
