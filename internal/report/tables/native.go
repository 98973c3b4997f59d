package tables

import (
	"strconv"

	"formare/internal/figure"

	"github.com/xuri/excelize/v2"
)

// native makes Excel's own chart. Labels are a chart's, not a series', so lines that have none are a
// second chart on the same axes.
func (w *writer) native(p *placed, height uint) []*excelize.Chart {
	kind, known := chartTypes[p.Kind]
	if !known {
		return nil
	}
	var labelled, bare []excelize.ChartSeries
	for i, s := range p.Series {
		series := p.series(i, s)
		if s.Labels || p.Kind != figure.LineChart && p.Kind != figure.ScatterLineChart {
			labelled = append(labelled, series)
		} else {
			bare = append(bare, series)
		}
	}
	var parts []*excelize.Chart
	for i, series := range [][]excelize.ChartSeries{labelled, bare} {
		if len(series) > 0 {
			parts = append(parts, w.chart(p, kind, series, i == 0 && p.labels(), height))
		}
	}
	return parts
}

func (p *placed) labels() bool {
	for _, s := range p.Series {
		if s.Labels {
			return true
		}
	}
	return false
}

func (p *placed) series(i int, s figure.Series) excelize.ChartSeries {
	first, last, col := p.row+1, p.row+max(1, p.points()), p.columns[i]
	out := excelize.ChartSeries{
		Name: quoted(p.sheet) + "!$" + column(col) + "$" + itoa(p.row), Categories: p.ref(1, first, last), Values: p.ref(col, first, last),
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.Color.Hex(figure.Light)}},
	}
	out.DataLabel.Font = excelize.Font{Family: family, Size: 9, Color: ink}
	if s.Color == figure.ToneNone {
		out.Fill = excelize.Fill{Type: "pattern"}
	}
	switch p.Kind {
	case figure.LineChart, figure.ScatterLineChart:
		out.Line = excelize.LineOptions{Type: excelize.LineSolid, Width: 2.5}
		out.Marker = excelize.ChartMarker{Symbol: "circle", Size: 7, Fill: out.Fill}
		if s.Dashed {
			out.Line.Dash, out.Marker = excelize.LineDashDash, excelize.ChartMarker{Symbol: "none"}
		}
	case figure.StackedBarChart, figure.FullBarChart, figure.StackedColumns:
		out.DataLabelPosition = excelize.ChartDataLabelsPositionCenter
		out.DataLabel.Font.Color = onFill(s.Color)
	default:
		out.DataLabelPosition = excelize.ChartDataLabelsPositionOutsideEnd
	}
	if p.Kind == figure.LineChart {
		out.DataLabelPosition = excelize.ChartDataLabelsPositionAbove
	}
	if p.Kind == figure.ScatterLineChart {
		out.Categories = p.ref(col-1, first, last)
	}
	return out
}

func (w *writer) chart(p *placed, kind excelize.ChartType, series []excelize.ChartSeries, labels bool, height uint) *excelize.Chart {
	face := func(size float64, bold bool) *excelize.Font {
		return &excelize.Font{Family: family, Size: size, Bold: bold, Color: ink}
	}
	gap := uint(50)
	if p.Gap > 0 {
		gap = uint(p.Gap)
	}
	c := &excelize.Chart{
		Type: kind, Series: series, GapWidth: &gap, ShowBlanksAs: "gap",
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: p.title, Font: face(12, true)}}},
		Format:    excelize.GraphicOptions{AltText: p.alt, Name: p.title},
		Dimension: excelize.ChartDimension{Width: 760, Height: height},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: face(9, false)},
		PlotArea:  excelize.ChartPlotArea{ShowVal: labels, NumFmt: excelize.ChartNumFmt{CustomNumFmt: formatOf(p.Chart)}},
	}
	if p.alone() {
		c.Legend.Position = "none"
	}
	c.XAxis.Font, c.YAxis.Font = *face(9, false), *face(9, false)
	c.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: formatOf(p.Chart)}
	c.YAxis.MajorGridLines, c.YAxis.None = !labels, labels && p.Kind != figure.LineChart
	if p.Kind == figure.FullBarChart {
		c.YAxis.NumFmt.CustomNumFmt = "0%"
	}
	zero := 0.0
	if p.lowest() >= 0 {
		c.YAxis.Minimum = &zero
	}
	if p.Max > 0 {
		most := p.Max
		c.YAxis.Maximum = &most
	}
	switch p.Kind {
	case figure.BarChart, figure.StackedBarChart, figure.FullBarChart:
		c.XAxis.ReverseOrder = true // the first category on top
	}
	if p.Kind == figure.ScatterLineChart {
		c.XAxis.NumFmt, c.XAxis.Minimum, c.XAxis.Maximum = c.YAxis.NumFmt, c.YAxis.Minimum, c.YAxis.Maximum
	}
	if over := 100; p.alone() && len(p.Series) > 1 {
		c.Overlap = &over // one series in several colours
	}
	return c
}

// onFill is the colour of text that can be read on a tone.
func onFill(tone figure.Tone) string {
	switch tone {
	case figure.ToneContext, figure.ToneShort, figure.ToneMiddle, figure.ToneNone:
		return ink
	}
	return white
}

func (p *placed) lowest() (least float64) {
	for _, s := range p.Series {
		for _, at := range s.Points {
			if at.Known {
				least = min(least, at.Value)
			}
		}
	}
	return least
}

func itoa(n int) string { return strconv.Itoa(n) }
