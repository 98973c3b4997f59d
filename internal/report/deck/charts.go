package deck

import (
	"strings"

	"formare/internal/figure"
)

// addCharts puts a figure's panels under each other: one or two with heads of their own, many as rows
// with their names at the left.
func (s *slide) addCharts(d *figure.Drawing) error {
	plot := s.d.places.plot
	frames := panels(len(d.Charts), plot)
	for i, c := range d.Charts {
		p := newPlot(c, s.d.locale())
		f := frames[i]
		if rows := len(d.Charts) > 3; rows {
			p.names, p.legend = i == len(d.Charts)-1, false
			p.inner = frame{0, 0.02, 1, 0.96 * frames[0].h / f.h}
			p.Max *= 1.3 // room for the numbers over the columns
			s.textBox(c.Title, frame{plot.x, f.y, 340, frames[0].h}, "ctr", s.rowName(c.Title))
		} else {
			p.head = len(d.Charts) > 1
			if p.line() && p.Max == 0 {
				p.Max = 1.2 * p.highest()
			}
		}
		alt := d.Alt
		if i > 0 || len(d.Charts) > 3 {
			alt = c.Title + ". " + spoken(c)
		}
		if err := s.addChart(d.ID, alt, f, p); err != nil {
			return err
		}
	}
	return nil
}

// rowName sets a name and, in bold under it, its total.
func (s *slide) rowName(title string) []node {
	at := strings.LastIndex(title, ": ")
	if at < 0 {
		return s.d.paragraphs(title, face{size: labelSize, color: ink})
	}
	return []node{s.d.paragraph(title[:at], face{size: labelSize, color: ink}), s.d.paragraph(title[at+2:], face{size: 2000, bold: true, color: ink})}
}

// spoken lists a chart's values: the alternative of one panel among many.
func spoken(c figure.Chart) string {
	var all []string
	for _, s := range c.Series {
		for i, pt := range s.Points {
			if i >= len(c.Categories) || s.Dashed {
				continue
			}
			words := pt.Text
			if words == "" {
				words = decimal(pt.Value)
			}
			all = append(all, c.Categories[i]+" "+words)
		}
	}
	return strings.Join(all, ", ") + "."
}

// panels parts the plot's room. Of rows, the last has the categories' names under it.
func panels(n int, f frame) []frame {
	switch {
	case n == 1:
		return []frame{f}
	case n <= 3:
		out := make([]frame, n)
		y := f.y
		for i := range out {
			h := f.h / float64(n)
			if n == 2 {
				h = f.h * []float64{0.56, 0.44}[i]
			}
			out[i] = frame{f.x, y, f.w, h}
			y += h
		}
		return out
	}
	const names, label = 56, 360
	h := (f.h - names) / float64(n)
	out := make([]frame, n)
	for i := range out {
		out[i] = frame{f.x + label, f.y + h*float64(i), f.w - label, h}
	}
	out[n-1].h += names
	return out
}

// addChart adds the parts of a chart and its workbook.
func (s *slide) addChart(name, alt string, f frame, p *plot) error {
	part := s.d.freeName("ppt/charts/chart", ".xml")
	book, err := p.book()
	if err != nil {
		return err
	}
	p.size = s.d.points(labelSize)
	bookPart := s.d.freeName("ppt/embeddings/dati", ".xlsx")
	s.d.b.add(bookPart, "", book)
	s.d.b.add(part, typeChart, p.part(s.d.b.relate(part, "package", bookPart)))
	s.graphic(name, alt, f, uriChart, el("c:chart", at("xmlns:c", nsC), at("r:id", s.d.b.relate(s.part, "chart", part))))
	return nil
}
