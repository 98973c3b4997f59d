package deck

import (
	"strings"

	"formare/internal/figure"
)

// A form is how a figure stands on its slide.
type form int

const (
	asPicture form = iota
	asCharts
	asTable
	asNumbers
)

// The most that a slide holds in letters that can be read from the last row.
const (
	mostBars    = 15
	mostRows    = 14
	mostColumns = 8
	mostPanels  = 10
)

// formOf draws natively what can be: charts and tables that are not too dense, the headline numbers.
func formOf(d *figure.Drawing) form {
	switch {
	case d.Kind == figure.Numbers && len(d.Grid.Rows) > 1 && len(d.Grid.Rows) <= 7:
		return asNumbers
	case d.Kind == figure.HeatMap && len(d.Grid.Rows) > 0 && len(d.Grid.Rows) <= mostRows && len(d.Grid.Head) <= mostColumns:
		return asTable
	case len(d.Charts) == 0 || len(d.Charts) > mostPanels:
		return asPicture
	}
	for _, c := range d.Charts {
		if p := newPlot(c, ""); p.across() && len(c.Categories) > mostBars || p.halfHidden() {
			return asPicture
		}
	}
	return asCharts
}

// halfHidden says that parts of a hundred would be drawn as if those not published were nought.
func (p *plot) halfHidden() bool {
	if p.Kind != figure.FullBarChart {
		return false
	}
	for i := range p.Categories {
		known, hidden := false, false
		for _, s := range p.Series {
			if i < len(s.Points) {
				known, hidden = known || s.Points[i].Known, hidden || !s.Points[i].Known
			}
		}
		if known && hidden {
			return true
		}
	}
	return false
}

func (d *deck) figureSlide(f *Figure) error {
	s := d.newSlide(d.figureLayout)
	drawing := f.Drawing
	at, _ := d.figurePlaces.find("title")
	s.holder("title", at.idx, d.words.Msg("deck.holder.title"), []node{d.paragraph(drawing.Title, face{size: d.titleSize(drawing.Title)})})
	look, subtitle := formOf(drawing), drawing.Subtitle
	if look == asCharts && drawing.ChartSubtitle != "" {
		subtitle = drawing.ChartSubtitle
	}
	s.words("13", d.words.Msg("deck.holder.subtitle"), d.places.subtitle, subtitle, 1800)
	var err error
	switch look {
	case asCharts:
		err = s.addCharts(drawing)
	case asTable:
		s.graphic(drawing.ID, drawing.Alt, d.places.plot, uriTable, d.table(drawing.Grid, d.places.plot))
	case asNumbers:
		s.addNumbers(drawing.Grid)
	default:
		err = s.addPicture(f)
	}
	if err != nil {
		return err
	}
	s.words("14", d.words.Msg("deck.holder.source"), d.places.notes, strings.TrimSpace(drawing.Note+"\n"+drawing.Source), 1200)
	if d.numbered {
		s.number()
	}
	s.close(d.speech(f))
	return nil
}

// titleSize keeps findings on one line or two: a template's titles are mostly made for one or two words.
func (d *deck) titleSize(title string) int {
	switch {
	case len([]rune(title)) > 58:
		return 2400
	case d.own:
		return 0 // as the master says
	}
	return 2800
}

// words fills our placeholder, or stands by itself on a template's layout that has none.
func (s *slide) words(idx, name string, f frame, words string, size int) {
	if words == "" {
		return
	}
	if s.d.own {
		s.holder("body", idx, name, s.d.paragraphs(words, face{}))
		return
	}
	s.textBox(name, f, "t", s.d.paragraphs(words, face{size: size, color: muted}))
}

// addPicture shows the plot of the drawing: its head and foot stand on the slide already.
func (s *slide) addPicture(f *Figure) error {
	raster, err := f.PNG()
	if err != nil {
		return err
	}
	w, h, left, top, bottom := 1920.0, 1080.0, 76.0, 186.0, 932.0
	if f.Drawing.Size == figure.Square {
		w, left, top, bottom = 1080.0, 44, 176, 898
	}
	cut := func(v, whole float64) int { return int(v / whole * 100000) }
	ratio := (w - 2*left) / (bottom - top) / s.d.stretch()
	plot := s.d.places.plot
	room := frame{plot.x - 12, plot.y - 10, plot.w + 24, plot.h + 16}
	wide, high := min(room.w, room.h*ratio), min(room.h, room.w/ratio)
	at := frame{room.x + (room.w-wide)/2, room.y, wide, high}
	svg := ""
	if len(f.SVG) > 0 {
		svg = s.d.image(f.SVG, "svg")
	}
	s.picture(f.Drawing.ID, f.Drawing.Alt, at, s.d.image(raster, "png"), svg,
		[4]int{cut(left, w), cut(top, h), cut(left, w), cut(h-bottom, h)})
	return nil
}

// addNumbers sets the first number large, the others beside it in two columns.
func (s *slide) addNumbers(g figure.Grid) {
	hero, plot := g.Rows[0], s.d.places.plot
	s.textBox(hero[0], frame{88, plot.y + 50, 640, plot.h * 0.73}, "ctr", []node{
		s.d.paragraph(hero[1], face{size: heroSize(hero[1]), bold: true, color: "accent1"}),
		s.d.paragraph(hero[0], face{size: 2400, bold: true, color: ink})})
	for i, row := range g.Rows[1:] {
		at := frame{808 + float64(i%2)*528, plot.y + 10 + float64(i/2)*plot.h*0.33, 500, plot.h * 0.28}
		s.textBox(row[0], at, "t", []node{
			s.d.paragraph(row[1], face{size: 5400, bold: true, color: ink}),
			s.d.paragraph(row[0], face{size: 1800, color: ink})})
	}
}

func heroSize(label string) int {
	return min(15000, 15000*4/max(4, len([]rune(label))))
}
