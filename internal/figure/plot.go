package figure

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// Plot writes the drawing as SVG without title, subtitle and footer, for a page that says them in words of
// its own. It has no size, which is the page's to give, and no style attributes, which strict content
// security policies forbid: attributes of presentation say the same.
func (d *Drawing) Plot(w io.Writer) error {
	c := *d.canvas
	c.ops = slices.DeleteFunc(slices.Clone(c.ops), func(o op) bool { return o.around })
	s, err := newSVG(&c)
	if err != nil {
		return err
	}
	top, bottom := c.extent()
	fmt.Fprintf(&s.out, `<svg viewBox="0 %g %g %g" lang="%s"`, tidy(top*px), c.w*px, tidy((bottom-top)*px), d.lang)
	if err := s.body(d, &c); err != nil {
		return err
	}
	if _, err := io.WriteString(w, styleAttribute.ReplaceAllStringFunc(s.out.String(), presentation)); err != nil {
		return fmt.Errorf("svg: %w", err)
	}
	return nil
}

// styleAttribute finds no text by mistake: a quotation mark in a text is written as an entity.
var styleAttribute = regexp.MustCompile(` style="([^"]*)"`)

func presentation(style string) string {
	var out strings.Builder
	for rule := range strings.SplitSeq(styleAttribute.FindStringSubmatch(style)[1], ";") {
		if name, value, ok := strings.Cut(rule, ":"); ok {
			fmt.Fprintf(&out, ` %s="%s"`, strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
	return out.String()
}

// extent is how far what is drawn goes up and down, with a little air.
func (c *canvas) extent() (top, bottom float64) {
	const air = 12
	top, bottom = c.h, 0
	reach := func(from, to float64) { top, bottom = min(top, from-air), max(bottom, to+air) }
	for _, o := range c.ops {
		for _, path := range o.paths {
			for _, p := range path {
				switch o.kind {
				case opText:
					reach(p.Y-o.style.size*0.75, p.Y+o.style.size*0.25)
				case opDisc:
					reach(p.Y-o.radius, p.Y+o.radius)
				default:
					reach(p.Y, p.Y)
				}
			}
		}
	}
	return max(top, 0), min(max(bottom, top+1), c.h)
}
