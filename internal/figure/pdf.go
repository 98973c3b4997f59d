package figure

import (
	"fmt"
	"image/color"
	"io"
	"strings"
	"sync"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgpdf"
)

// pdfDefaults makes the PDF library write the same bytes at any time: it offers its dates and the order
// of its catalogue only as defaults of the whole program.
var pdfDefaults = sync.OnceFunc(func() {
	fixed := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	fpdf.SetDefaultCreationDate(fixed)
	fpdf.SetDefaultModificationDate(fixed)
	fpdf.SetDefaultCatalogSort(true)
})

// PDF writes the drawing on one page, with its fonts inside.
func (d *Drawing) PDF(w io.Writer) (err error) {
	// vgpdf panics where it cannot write its temporary font files.
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("pdf: %v", r)
		}
	}()
	pdfDefaults()
	c := d.canvas
	s := &pdfSink{c: vgpdf.New(vg.Points(c.w*px), vg.Points(c.h*px)), faces: c.faces, grid: grid{h: c.h}}
	if err := s.fill(s.grid.path([][]point{box(0, 0, c.w, c.h)}, true), c.bg); err != nil {
		return err
	}
	if err := c.replay(s); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	if _, err := s.c.WriteTo(w); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

type pdfSink struct {
	c     *vgpdf.Canvas
	faces faces
	grid  grid
}

func (s *pdfSink) fill(path vg.Path, col color.RGBA) error {
	s.c.SetColor(col)
	s.c.Fill(path)
	return nil
}

// stroke puts a disc at each corner of a round line: vgpdf has neither caps nor joins.
func (s *pdfSink) stroke(path vg.Path, o op) error {
	strokeOn(s.c, path, o)
	if o.round && len(o.dash) == 0 {
		for _, pts := range o.paths {
			for _, p := range pts {
				s.c.Fill(s.grid.disc(p, o.width/2))
			}
		}
	}
	return nil
}

// pdfFontSize is the one size in which fonts are embedded; text is scaled from it. vgpdf would embed
// the face once more for every size.
const pdfFontSize = 10

func (s *pdfSink) text(o op) error {
	p := o.paths[0][0]
	switch w := s.faces.width(cp1252Text(o.text), o.style.size, o.style.bold, false); o.style.align {
	case Centre:
		p.X -= w / 2
	case Right:
		p.X -= w
	}
	// The weight is in the typeface's name, for vgpdf registers every face without a style.
	face := font.Face{Font: font.Font{Typeface: "LiberationSans", Size: pdfFontSize}, Face: s.faces.of(o.style.bold)}
	if o.style.bold {
		face.Font.Typeface = "LiberationSansBold"
	}
	scale := o.style.size * px / pdfFontSize
	s.c.SetColor(o.style.color)
	s.c.Push()
	s.c.Translate(s.grid.at(p))
	s.c.Scale(scale, scale)
	s.c.FillString(face, vg.Point{}, recode(o.text))
	s.c.Pop()
	return nil
}

func (s *pdfSink) image(o op) error {
	p := o.paths[0]
	s.c.DrawImage(s.grid.rect(p[0], p[1]), o.img)
	return nil
}

func (s *pdfSink) group(string) error { return nil }
func (s *pdfSink) endGroup() error    { return nil }

// cp1252Text keeps what the code page of PDF's simple fonts has; letters it lacks lose their accent.
func cp1252Text(s string) string {
	s = strings.ReplaceAll(norm.NFC.String(s), "−", "–")
	return strings.Map(func(r rune) rune {
		if _, ok := charmap.Windows1252.EncodeRune(r); ok {
			return r
		}
		for _, base := range norm.NFD.String(string(r)) {
			if _, ok := charmap.Windows1252.EncodeRune(base); ok {
				return base
			}
			break
		}
		return '?'
	}, s)
}

// recode writes a text in the bytes of that code page.
func recode(s string) string {
	var b strings.Builder
	for _, r := range cp1252Text(s) {
		if c, ok := charmap.Windows1252.EncodeRune(r); ok {
			b.WriteByte(c)
		}
	}
	return b.String()
}
