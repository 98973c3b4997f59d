package figure

import (
	"fmt"
	"image/color"
	"math"
)

// A palette holds the colours of a theme. There is no transparency anywhere, so that SVG, PNG and PDF agree.
type palette struct {
	bg, ink, muted, axis, grid color.RGBA
	accent, accent2, ctx       color.RGBA
	hi, hiText                 color.RGBA
	track, hatch, border, wash color.RGBA
	areas                      [5]color.RGBA // ordered by luminance, told apart by any colour vision
	ramp                       [5]color.RGBA // lowest class first
	outlined                   int           // ramp classes this near the canvas carry an outline
	emblemOutline              bool
}

func paletteOf(t Theme) (palette, error) {
	switch t {
	case Light:
		return light(), nil
	case Dark:
		return dark(), nil
	}
	return palette{}, fmt.Errorf("theme %q is not light or dark", string(t))
}

func light() palette {
	return palette{
		bg: hex(0xFFFFFF), ink: hex(0x17324D), muted: hex(0x4A5D70), axis: hex(0x5B6F82), grid: hex(0xD5DCE3),
		accent: hex(0x0066CC), accent2: hex(0x004A99), ctx: hex(0x7F8FA0), hi: hex(0xD67500), hiText: hex(0xA34700),
		track: hex(0xEEF2F6), hatch: hex(0x7F8FA0), border: hex(0x17324D), wash: hex(0xE6F0FA),
		areas:    [5]color.RGBA{hex(0x33236C), hex(0x94223E), hex(0x0066CC), hex(0x7F7D12), hex(0xCC76A3)},
		ramp:     [5]color.RGBA{hex(0xDCEBFA), hex(0xA9CDF2), hex(0x5596DC), hex(0x0066CC), hex(0x003366)},
		outlined: 2,
	}
}

func dark() palette {
	return palette{
		bg: hex(0x0B1F33), ink: hex(0xFFFFFF), muted: hex(0xC2D0DD), axis: hex(0x9DB1C4), grid: hex(0x2E475F),
		accent: hex(0x5CB0FF), accent2: hex(0xA8D4FF), ctx: hex(0x8197AC), hi: hex(0xFFB020), hiText: hex(0xFFC457),
		track: hex(0x16304A), hatch: hex(0x8197AC), border: hex(0xFFFFFF), wash: hex(0x13304D),
		areas:    [5]color.RGBA{hex(0x7678A6), hex(0xF46263), hex(0x6EB3DA), hex(0xBCD834), hex(0xFBD5EA)},
		ramp:     [5]color.RGBA{hex(0x1B4A78), hex(0x2F6EAD), hex(0x5C9FE0), hex(0xA3CDF5), hex(0xE6F2FD)},
		outlined: 2, emblemOutline: true,
	}
}

func hex(v uint32) color.RGBA {
	return color.RGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

// textOn gives the colour of text on a fill: white where that has the contrast WCAG 2.1 AA asks for
// (4.5 to 1), else the darkest blue.
func textOn(fill color.RGBA) color.RGBA {
	if white := hex(0xFFFFFF); contrast(white, fill) >= 4.5 {
		return white
	}
	return hex(0x0B1F33)
}

// contrast is the ratio of WCAG 2.1, from 1 to 21.
func contrast(a, b color.RGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance is the relative luminance of WCAG 2.1, from 0 to 1.
func luminance(c color.RGBA) float64 {
	lin := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}
