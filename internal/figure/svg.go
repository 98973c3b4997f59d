package figure

import (
	"bytes"
	"fmt"
	"html"
	"image/color"
	"io"
	"strings"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// SVG writes the drawing with text as text, a title and a description for screen readers, and a title
// for each named mark.
func (d *Drawing) SVG(w io.Writer) error {
	c := d.canvas
	s, err := newSVG(c)
	if err != nil {
		return err
	}
	fmt.Fprintf(&s.out, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="%g" height="%g" viewBox="0 0 %g %g" xml:lang="%s"`,
		c.w, c.h, c.w*px, c.h*px, d.lang)
	if err := s.body(d, c); err != nil {
		return err
	}
	if _, err := s.out.WriteTo(w); err != nil {
		return fmt.Errorf("svg: %w", err)
	}
	return nil
}

func newSVG(c *canvas) (*svgSink, error) {
	s := &svgSink{c: vgsvg.New(vg.Points(c.w*px), vg.Points(c.h*px)), faces: c.faces, grid: grid{h: c.h}}
	_, err := s.take() // its own opening, which has no room for title and role
	return s, err
}

// body writes what follows the opening tag's own attributes: words for screen readers and the drawing.
func (s *svgSink) body(d *Drawing, c *canvas) error {
	id := strings.Join([]string{"f", d.ID, string(d.Size), string(d.Theme)}, "-")
	fmt.Fprintf(&s.out, ` role="img" aria-labelledby="%s-title %s-desc">
<title id="%s-title">%s</title>
<desc id="%s-desc">%s</desc>
<g font-family="%s" transform="scale(1,-1) translate(0,-%g)">
`, id, id, id, html.EscapeString(d.Title), id, html.EscapeString(d.Alt), fontFamily, c.h*px)
	s.fillRect(c)
	if err := c.replay(s); err != nil {
		return fmt.Errorf("svg: %w", err)
	}
	s.out.WriteString("</g>\n</svg>\n")
	return nil
}

// svgSink lets vgsvg write each element and takes it out again to add what vgsvg does not know: anchors,
// line caps, titles. So right-aligned text stays in its place whatever font a viewer has.
type svgSink struct {
	c     *vgsvg.Canvas
	faces faces
	grid  grid
	out   bytes.Buffer
}

// take gives what was written since the last take.
func (s *svgSink) take() (string, error) {
	var piece bytes.Buffer
	if _, err := s.c.WriteTo(&piece); err != nil {
		return "", err
	}
	return strings.TrimSuffix(piece.String(), "</g>\n</svg>\n"), nil
}

func (s *svgSink) put(edits ...string) error {
	piece, err := s.take()
	if err != nil {
		return err
	}
	_, err = strings.NewReplacer(edits...).WriteString(&s.out, piece)
	return err
}

func (s *svgSink) fillRect(c *canvas) {
	fmt.Fprintf(&s.out, `<rect width="%g" height="%g" fill="#%02X%02X%02X"/>`+"\n", c.w*px, c.h*px, c.bg.R, c.bg.G, c.bg.B)
}

func (s *svgSink) fill(path vg.Path, col color.RGBA) error {
	s.c.SetColor(col)
	s.c.Fill(path)
	return s.put()
}

func (s *svgSink) stroke(path vg.Path, o op) error {
	strokeOn(s.c, path, o)
	if o.round {
		return s.put("<path ", `<path stroke-linecap="round" stroke-linejoin="round" `)
	}
	return s.put()
}

func (s *svgSink) text(o op) error { return s.write(o, "") }

func (s *svgSink) halo(o op) error {
	c := o.style.color
	return s.write(o, fmt.Sprintf(` aria-hidden="true" stroke="#%02X%02X%02X" stroke-width="%g" stroke-linejoin="round"`, c.R, c.G, c.B, 2*o.width*px))
}

func (s *svgSink) write(o op, attributes string) error {
	face := font.Face{Font: font.Font{Typeface: "LiberationSans", Size: vg.Points(o.style.size * px)}, Face: s.faces.of(o.style.bold)}
	if o.style.bold {
		face.Font.Weight = xfont.WeightBold
	}
	s.c.SetColor(o.style.color)
	s.c.FillString(face, s.grid.at(o.paths[0][0]), "")
	anchor := map[Align]string{Left: "", Centre: ` text-anchor="middle"`, Right: ` text-anchor="end"`}[o.style.align]
	return s.put(
		"<text ", "<text"+anchor+attributes+" ",
		"\n\tstyle=", " style=",
		"font-family:Liberation Sans;font-variant:none;", "",
		"font-weight:normal;", "", "font-style:normal;", "",
		"></text>", ">"+html.EscapeString(o.text)+"</text>",
	)
}

func (s *svgSink) image(o op) error {
	p := o.paths[0]
	s.c.DrawImage(s.grid.rect(p[0], p[1]), o.img)
	return s.put("data:image/jpg;", "data:image/png;")
}

func (s *svgSink) group(title string) error {
	fmt.Fprintf(&s.out, "<g><title>%s</title>\n", html.EscapeString(title))
	return nil
}

func (s *svgSink) endGroup() error {
	s.out.WriteString("</g>\n")
	return nil
}
