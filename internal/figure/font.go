package figure

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// fontFamily is what SVG names: the face that widths were measured with, then those with its metrics.
const fontFamily = "Liberation Sans, Arial, Helvetica, 'Nimbus Sans', sans-serif"

// capHeight is the height of capitals and figures of the face, in em: text centred on a mark has its
// baseline half of it under the mark's centre.
const capHeight = 0.716

// faces are the two weights in use, parsed once for the whole program and never changed.
type faces struct{ regular, bold *opentype.Font }

var loadFaces = sync.OnceValues(func() (faces, error) {
	regular, err := opentype.Parse(liberationsansregular.TTF)
	if err != nil {
		return faces{}, fmt.Errorf("font Liberation Sans: %w", err)
	}
	bold, err := opentype.Parse(liberationsansbold.TTF)
	if err != nil {
		return faces{}, fmt.Errorf("font Liberation Sans Bold: %w", err)
	}
	return faces{regular: regular, bold: bold}, nil
})

func (f faces) of(bold bool) *opentype.Font {
	if bold {
		return f.bold
	}
	return f.regular
}

// width measures a text in px, with kerning as PNG and SVG have it, or without, as PDF draws it.
func (f faces) width(s string, size float64, bold, kern bool) float64 {
	face := f.of(bold)
	ppem := fixed.Int26_6(face.UnitsPerEm())
	var buf sfnt.Buffer
	var prev sfnt.GlyphIndex
	total := 0
	for i, r := range s {
		g, err := face.GlyphIndex(&buf, r)
		if err != nil {
			continue
		}
		if kern && i > 0 {
			if k, err := face.Kern(&buf, prev, g, ppem, font.HintingNone); err == nil {
				total += int(k)
			}
		}
		if adv, err := face.GlyphAdvance(&buf, g, ppem, font.HintingNone); err == nil {
			total += int(adv)
		}
		prev = g
	}
	return float64(total) / float64(ppem) * size
}

// clean leaves nothing in a text that a format could not carry: control characters and bytes that are
// not UTF-8, which foreign names may bring.
func clean(s string) string {
	s = strings.ToValidUTF8(s, "")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF:
			return -1
		}
		return r
	}, s)
}

// clip shortens a text to n characters at a word's end.
func clip(s string, n int) string {
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	cut := string(runes[:n-1])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}
