package figure

import (
	"bytes"
	"fmt"
	"image/color"
	"image/png"
	"io"
	"strconv"
	"time"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-pdf/fpdf"
	"gonum.org/v1/plot/vg"
)

// PDF writes the drawing on one page, with the letters in use of its fonts inside. It stands on the
// library under vgpdf and not on vgpdf itself, which embeds one face for all weights, each whole, and
// knows neither line caps, titles, dates nor letters beyond one code page.
func (d *Drawing) PDF(w io.Writer) error {
	c := d.canvas
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: c.w * px, Ht: c.h * px}})
	fixed := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) // the same bytes at any time
	doc.SetCreationDate(fixed)
	doc.SetModificationDate(fixed)
	doc.SetCatalogSort(true)
	doc.SetTitle(d.Title, true)
	doc.SetSubject(d.Alt, true)
	doc.SetLang(d.lang)
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	// The library writes into the font while it cuts it: each document has its own copy.
	doc.AddUTF8FontFromBytes("sans", "", bytes.Clone(liberationsansregular.TTF))
	doc.AddUTF8FontFromBytes("sans", "B", bytes.Clone(liberationsansbold.TTF))
	doc.AddPage()
	s := &pdfSink{doc: doc, c: c}
	s.colour(c.bg)
	doc.Rect(0, 0, c.w*px, c.h*px, "F")
	if err := c.replay(s); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	if err := doc.Output(w); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

type pdfSink struct {
	doc    *fpdf.Fpdf
	c      *canvas
	images int
}

func (s *pdfSink) colour(col color.RGBA) {
	s.doc.SetFillColor(int(col.R), int(col.G), int(col.B))
	s.doc.SetDrawColor(int(col.R), int(col.G), int(col.B))
	s.doc.SetTextColor(int(col.R), int(col.G), int(col.B))
}

// trace draws a path; the library's y grows downwards.
func (s *pdfSink) trace(path vg.Path, how string) error {
	at := func(p vg.Point) (float64, float64) { return p.X.Points(), s.c.h*px - p.Y.Points() }
	for _, comp := range path {
		switch comp.Type {
		case vg.MoveComp:
			s.doc.MoveTo(at(comp.Pos))
		case vg.LineComp:
			s.doc.LineTo(at(comp.Pos))
		case vg.CurveComp:
			x, y := at(comp.Pos)
			ax, ay := at(comp.Control[0])
			bx, by := at(comp.Control[1])
			s.doc.CurveBezierCubicTo(ax, ay, bx, by, x, y)
		case vg.CloseComp:
			s.doc.ClosePath()
		}
	}
	s.doc.DrawPath(how)
	return s.doc.Error()
}

func (s *pdfSink) fill(path vg.Path, col color.RGBA) error {
	s.colour(col)
	return s.trace(path, "F")
}

func (s *pdfSink) stroke(path vg.Path, o op) error {
	s.colour(o.color)
	s.doc.SetLineWidth(o.width * px)
	end, join := "butt", "miter"
	if o.round {
		end, join = "round", "round"
	}
	s.doc.SetLineCapStyle(end)
	s.doc.SetLineJoinStyle(join)
	dash := make([]float64, len(o.dash))
	for i, v := range o.dash {
		dash[i] = v * px
	}
	s.doc.SetDashPattern(dash, 0)
	return s.trace(path, "D")
}

func (s *pdfSink) text(o op) error {
	p := o.paths[0][0]
	switch w := s.c.faces.width(o.text, o.style.size, o.style.bold, false); o.style.align {
	case Centre:
		p.X -= w / 2
	case Right:
		p.X -= w
	}
	weight := ""
	if o.style.bold {
		weight = "B"
	}
	s.colour(o.style.color)
	s.doc.SetFont("sans", weight, o.style.size*px)
	s.doc.Text(p.X*px, p.Y*px, basic(o.text))
	return s.doc.Error()
}

// halo draws the letters' outlines.
func (s *pdfSink) halo(o op) error {
	s.doc.SetLineWidth(2 * o.width * px)
	s.doc.SetLineJoinStyle("round")
	s.doc.SetDashPattern(nil, 0)
	s.doc.SetTextRenderingMode(1)
	err := s.text(o)
	s.doc.SetTextRenderingMode(0)
	return err
}

// basic leaves out what lies beyond the sixteen bits that the library's fonts count in.
func basic(s string) string {
	runes := []rune(s)
	for i, r := range runes {
		if r > 0xFFFF {
			runes[i] = '?'
		}
	}
	return string(runes)
}

func (s *pdfSink) image(o op) error {
	var b bytes.Buffer
	if err := png.Encode(&b, o.img); err != nil {
		return err
	}
	p := o.paths[0]
	s.images++
	name := "image" + strconv.Itoa(s.images)
	opts := fpdf.ImageOptions{ImageType: "png"}
	s.doc.RegisterImageOptionsReader(name, opts, &b)
	s.doc.ImageOptions(name, p[0].X*px, p[0].Y*px, (p[1].X-p[0].X)*px, (p[1].Y-p[0].Y)*px, false, opts, 0, "")
	return s.doc.Error()
}

func (s *pdfSink) group(string) error { return nil }
func (s *pdfSink) endGroup() error    { return nil }
