package tables

import (
	"strings"

	"formare/internal/figure"
	"formare/internal/report/readable"

	"github.com/xuri/excelize/v2"
)

// A placed chart is one whose data stand on the last sheet: heads in row, categories in column 1, each
// series in a column of its own.
type placed struct {
	figure.Chart
	title, alt string
	sheet      string
	row        int
	columns    []int // of each series; the column before it has the X of scatter charts
}

// prepareCharts writes the data of all charts onto the last sheet and gives the charts by indicator.
// Figures come in several sizes: the first that has charts stands for all.
func (w *writer) prepareCharts() map[string][]placed {
	out := map[string][]placed{}
	done := map[string]bool{}
	sheet, row := "", 1
	for _, d := range w.c.Drawings {
		if done[d.ID] || len(d.Charts) == 0 || len(d.Indicators) == 0 || w.named[d.Indicators[0]] == "" {
			continue
		}
		done[d.ID] = true
		if sheet == "" {
			sheet = w.sheet(w.words.Msg("tables.sheet.charts"), false)
			w.title(sheet, w.words.Msg("tables.sheet.charts"))
			w.link(sheet, 2, 1, w.sheets[0], w.words.Msg("tables.back"))
			w.do(w.f.SetColWidth(sheet, "A", "A", 40))
			w.do(w.f.SetColWidth(sheet, "B", "R", 16))
			w.page(sheet, 0, sheet)
			row = 4
		}
		for _, c := range d.Charts {
			c, mark := withoutMark(c)
			p := placed{Chart: byTone(c), title: d.Title, alt: d.Alt, sheet: sheet, row: row + 1}
			for _, said := range []string{c.Title, mark} {
				if said != "" {
					p.title += " – " + said
				}
			}
			row = w.data(&p) + 2
			out[d.Indicators[0]] = append(out[d.Indicators[0]], p)
		}
	}
	return out
}

// withoutMark takes the reference line out of bars, where it would be bars itself, and gives its name.
func withoutMark(c figure.Chart) (figure.Chart, string) {
	var kept []figure.Series
	name := ""
	for _, s := range c.Series {
		if s.Dashed && c.Kind == figure.BarChart {
			name = s.Name
			continue
		}
		kept = append(kept, s)
	}
	if len(kept) == 0 {
		return c, ""
	}
	c.Series = kept
	return c, name
}

// byTone parts a lone series whose points have colours of their own into one series a colour, for native
// bars are coloured by series. The parts lie over each other, each with gaps where the others are.
func byTone(c figure.Chart) figure.Chart {
	if len(c.Series) != 1 || c.Kind != figure.BarChart && c.Kind != figure.ColumnChart {
		return c
	}
	only := c.Series[0]
	var tones []figure.Tone
	parts := map[figure.Tone][]figure.ChartPoint{}
	for i, p := range only.Points {
		tone := p.Tone
		if tone == "" {
			tone = only.Color
		}
		if parts[tone] == nil {
			tones = append(tones, tone)
			parts[tone] = make([]figure.ChartPoint, len(only.Points))
		}
		parts[tone][i] = p
	}
	if len(tones) < 2 {
		return c
	}
	c.Series = nil
	for _, tone := range tones {
		part := only
		part.Color, part.Points = tone, parts[tone]
		c.Series = append(c.Series, part)
	}
	return c
}

// alone says that a chart has one series, maybe in several colours.
func (p *placed) alone() bool {
	for _, s := range p.Series {
		if s.Name != p.Series[0].Name {
			return false
		}
	}
	return true
}

// data writes a chart's numbers and gives the last row used. What is not published has no number: its
// mark stands beside the category, or in a column of notes.
func (w *writer) data(p *placed) int {
	w.str(p.sheet, p.row-1, 1, p.title, "label")
	w.str(p.sheet, p.row, 1, w.words.Msg("tables.charts.category"), "head")
	notes := w.categories(p)
	col := 2
	for _, s := range p.Series {
		if p.Kind == figure.ScatterLineChart {
			w.str(p.sheet, p.row, col, "x", "head-right")
			for i, at := range s.Points {
				w.num(p.sheet, p.row+1+i, col, at.X, "number:General")
			}
			col++
		}
		w.str(p.sheet, p.row, col, s.Name, "head-right")
		for i, at := range s.Points {
			if at.Known {
				w.num(p.sheet, p.row+1+i, col, at.Value, "number:"+formatOf(p.Chart))
			}
		}
		p.columns = append(p.columns, col)
		col++
	}
	for i, note := range notes {
		if note != "" {
			w.str(p.sheet, p.row+1+i, col, note, "hidden")
		}
	}
	return p.row + p.points()
}

func (w *writer) categories(p *placed) (notes []string) {
	notes = make([]string, p.points())
	for i := range notes {
		name := ""
		if i < len(p.Categories) {
			name = p.Categories[i]
		}
		var marks []string
		for _, s := range p.Series {
			if i < len(s.Points) && !s.Points[i].Known && s.Points[i].Text != "" {
				marks = append(marks, s.Name+": "+s.Points[i].Text)
				if p.alone() {
					name += " (" + s.Points[i].Text + ")"
				}
			}
		}
		if !p.alone() {
			notes[i] = strings.Join(marks, "; ")
		}
		w.str(p.sheet, p.row+1+i, 1, name, "body")
	}
	return notes
}

// points is how many rows the data take.
func (p *placed) points() int {
	n := len(p.Categories)
	for _, s := range p.Series {
		n = max(n, len(s.Points))
	}
	return n
}

func formatOf(c figure.Chart) string {
	if c.Format == "" {
		return "#,##0"
	}
	return c.Format
}

// placeCharts puts an indicator's charts to the right of its table, one under the other.
func (w *writer) placeCharts(sheet string, t *readable.Table) {
	row := headRow + 1 // under the heads, which are printed on every page
	for _, p := range w.charts[t.ID] {
		height := p.height()
		parts := w.native(&p, height)
		if len(parts) == 0 {
			continue
		}
		w.do(w.f.AddChart(sheet, address(row, len(t.Columns)+2), parts[0], parts[1:]...))
		row += int(height)/20 + 2
	}
}

func (p *placed) height() uint {
	n := uint(p.points())
	switch p.Kind {
	case figure.BarChart, figure.StackedBarChart, figure.FullBarChart:
		return min(max(320, n*uint(max(1, p.sideBySide()))*26+110), 900)
	}
	return 360
}

// sideBySide is how many bars each category has.
func (p *placed) sideBySide() int {
	if p.Kind != figure.BarChart || p.alone() {
		return 1
	}
	return len(p.Series)
}

func (p *placed) ref(col, from, to int) string {
	return quoted(p.sheet) + "!$" + column(col) + "$" + itoa(from) + ":$" + column(col) + "$" + itoa(to)
}

var chartTypes = map[figure.ChartKind]excelize.ChartType{
	figure.BarChart: excelize.Bar, figure.StackedBarChart: excelize.BarStacked, figure.FullBarChart: excelize.BarPercentStacked,
	figure.ColumnChart: excelize.Col, figure.StackedColumns: excelize.ColStacked,
	figure.LineChart: excelize.Line, figure.ScatterLineChart: excelize.Scatter,
}
