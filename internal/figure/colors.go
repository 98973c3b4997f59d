package figure

import (
	"fmt"
	"image/color"
)

// Colors are those of a theme, for programs that draw by themselves, as "0066CC".
type Colors struct {
	Ground, Ink, Muted, Axis, Grid string
	Accent, Accent2, Context       string
	Short, Middle, Low             string
}

// ColorsOf gives a theme's colours.
func ColorsOf(t Theme) (Colors, error) {
	p, err := paletteOf(t)
	if err != nil {
		return Colors{}, err
	}
	hex := func(c color.RGBA) string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }
	return Colors{
		Ground: hex(p.bg), Ink: hex(p.ink), Muted: hex(p.muted), Axis: hex(p.axis), Grid: hex(p.grid),
		Accent: hex(p.accent), Accent2: hex(p.accent2), Context: hex(p.ctx),
		Short: hex(p.hi), Middle: hex(p.ramp[2]), Low: hex(p.hiText),
	}, nil
}
