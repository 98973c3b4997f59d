package figure

import (
	"fmt"
	"image/color"
)

// Hex gives a tone's colour in a theme as office programs and pages write it, "0066CC"; "" for ToneNone,
// which is not seen. A tone that nobody knows is the accent.
func (t Tone) Hex(theme Theme) string {
	p := light()
	if theme == Dark {
		p = dark()
	}
	var c color.RGBA
	switch t {
	case ToneNone:
		return ""
	case ToneAccent2:
		c = p.accent2
	case ToneContext:
		c = p.ctx
	case ToneShort:
		c = p.hi
	case ToneHigh:
		c = p.ramp[4]
	case ToneMiddle:
		c = p.ramp[2]
	case ToneLow:
		c = p.hiText
	case ToneInk:
		c = p.ink
	default:
		c = p.accent
	}
	return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B)
}
