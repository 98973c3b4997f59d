package deck

import (
	"strconv"
	"strings"

	"formare/internal/figure"
)

// labelSize is that of all words in a chart, in hundredths of a point.
const labelSize = 1800

// most is how many points may all have their number beside them.
const mostLabelled = 14

// A plot is a chart on its way into a part.
type plot struct {
	figure.Chart
	lang   string
	head   bool // the chart has its own title
	names  bool // categories are named
	size   int  // of letters
	legend bool
	inner  frame    // where the plot stands in the chart, in parts of one; nothing leaves it to the program
	gaps   []string // words of the points without a value, by category; nil where there is none
}

func newPlot(c figure.Chart, lang string) *plot {
	p := &plot{Chart: c, lang: lang, names: true, size: labelSize}
	data := 0
	for _, s := range c.Series {
		if !s.Dashed && s.Color != figure.ToneNone {
			data++
		}
	}
	p.legend = data > 1 && c.Kind != figure.ScatterLineChart
	if !p.line() && c.Kind != figure.ScatterLineChart {
		p.findGaps()
	}
	return p
}

func (p *plot) line() bool { return p.Kind == figure.LineChart }

func (p *plot) across() bool {
	return p.Kind == figure.BarChart || p.Kind == figure.StackedBarChart || p.Kind == figure.FullBarChart
}

func (p *plot) stacked() bool {
	return p.Kind == figure.StackedBarChart || p.Kind == figure.FullBarChart || p.Kind == figure.StackedColumns
}

// findGaps collects what stands where a bar would be, if its number were published.
func (p *plot) findGaps() {
	gaps, any := make([]string, len(p.Categories)), false
	for _, s := range p.Series {
		for i, pt := range s.Points {
			if i < len(gaps) && !pt.Known && gaps[i] == "" {
				gaps[i], any = pt.Text, true
			}
		}
	}
	if any {
		p.gaps = gaps
	}
}

// part writes the chart. book is the reference of the workbook with its numbers.
func (p *plot) part(book string) []byte {
	chart := el("c:chart")
	if p.head && p.Title != "" {
		chart.kids = append(chart.kids, p.title())
	}
	chart.kids = append(chart.kids, val("c:autoTitleDeleted", flag(!p.head || p.Title == "")), p.plotArea())
	if p.legend {
		chart.kids = append(chart.kids, p.legendBox())
	}
	chart.kids = append(chart.kids, val("c:plotVisOnly", 1), val("c:dispBlanksAs", p.blanks()))
	return el("c:chartSpace", at("xmlns:c", nsC), at("xmlns:a", nsA), at("xmlns:r", nsR),
		val("c:date1904", 0), val("c:lang", p.lang), val("c:roundedCorners", 0), chart,
		el("c:spPr", el("a:noFill"), el("a:ln", el("a:noFill"))),
		textLook(face{size: p.size, color: ink}),
		el("c:externalData", at("r:id", book), val("c:autoUpdate", 0))).part()
}

// blanks joins a line over a point that is not published, so that it does not give it away.
func (p *plot) blanks() string {
	if p.line() || p.Kind == figure.ScatterLineChart {
		return "span"
	}
	return "gap"
}

func (p *plot) title() node {
	look := face{size: p.size, bold: true, color: ink}
	return el("c:title",
		el("c:tx", el("c:rich", el("a:bodyPr"), el("a:lstStyle"), el("a:p", el("a:pPr", look.look("a:defRPr", "")), el("a:r", look.look("a:rPr", p.lang), el("a:t", p.Title))))),
		el("c:layout", el("c:manualLayout", val("c:xMode", "edge"), val("c:yMode", "edge"), val("c:x", 0), val("c:y", 0))),
		val("c:overlay", 0))
}

func (p *plot) legendBox() node {
	n := el("c:legend", val("c:legendPos", "t"))
	if p.gaps != nil {
		n.kids = append(n.kids, el("c:legendEntry", val("c:idx", len(p.Series)), val("c:delete", 1)))
	}
	for i, s := range p.Series {
		if s.Color == figure.ToneNone || s.Dashed {
			n.kids = append(n.kids, el("c:legendEntry", val("c:idx", i), val("c:delete", 1)))
		}
	}
	n.kids = append(n.kids, val("c:overlay", 0))
	return n
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

func textLook(f face) node {
	return el("c:txPr", el("a:bodyPr"), el("a:lstStyle"), el("a:p", el("a:pPr", f.look("a:defRPr", "")), el("a:endParaRPr", at("lang", "en-US"))))
}

// The axes' ids.
const (
	categoryAxis = 111111111
	valueAxis    = 222222222
)

// plotArea holds the series by the way in which they are drawn, then the axes.
func (p *plot) plotArea() node {
	area := el("c:plotArea", p.layout())
	ids := []node{val("c:axId", categoryAxis), val("c:axId", valueAxis)}
	var bars, lines []node
	for i := range p.Series {
		if p.across() && p.Series[i].Dashed {
			continue // a line across the bars
		}
		s := p.series(i)
		if p.line() || p.Kind == figure.ScatterLineChart || p.Series[i].Dashed && !p.across() {
			lines = append(lines, s)
		} else {
			bars = append(bars, s)
		}
	}
	switch {
	case p.Kind == figure.ScatterLineChart:
		area.kids = append(area.kids, el("c:scatterChart", val("c:scatterStyle", "lineMarker"), val("c:varyColors", 0), lines, ids))
		area.kids = append(area.kids, p.valueAxis(categoryAxis, valueAxis, "b"), p.valueAxis(valueAxis, categoryAxis, "l"))
		return area
	case len(bars) > 0:
		area.kids = append(area.kids, p.bars(bars, ids))
	}
	if len(lines) > 0 {
		area.kids = append(area.kids, el("c:lineChart", val("c:grouping", "standard"), val("c:varyColors", 0), lines, val("c:marker", 1), ids))
	}
	name, value := "b", "l"
	if p.across() {
		name, value = "l", "t"
	}
	area.append(p.nameAxis(name), p.valueAxis(valueAxis, categoryAxis, value))
	return area
}

// layout fixes the plot's place where charts must be in line with each other.
func (p *plot) layout() node {
	if p.inner == (frame{}) {
		return el("c:layout")
	}
	return el("c:layout", el("c:manualLayout", val("c:layoutTarget", "inner"), val("c:xMode", "edge"), val("c:yMode", "edge"),
		val("c:x", decimal(p.inner.x)), val("c:y", decimal(p.inner.y)), val("c:w", decimal(p.inner.w)), val("c:h", decimal(p.inner.h))))
}

func (p *plot) bars(series, ids []node) node {
	direction, grouping := "col", "clustered"
	if p.across() {
		direction = "bar"
	}
	switch p.Kind {
	case figure.StackedBarChart, figure.StackedColumns:
		grouping = "stacked"
	case figure.FullBarChart:
		grouping = "percentStacked"
	}
	gap := p.Gap
	if gap == 0 {
		gap = 50
	}
	n := el("c:barChart", val("c:barDir", direction), val("c:grouping", grouping), val("c:varyColors", 0), series)
	if p.gaps != nil {
		n.kids = append(n.kids, p.gapSeries())
	}
	n.kids = append(n.kids, val("c:gapWidth", gap))
	switch {
	case p.stacked():
		n.kids = append(n.kids, val("c:overlap", 100))
	case p.gaps != nil && len(p.Series) == 1:
		n.kids = append(n.kids, val("c:overlap", 100)) // the words stand in the bar's own place
	default:
		n.kids = append(n.kids, val("c:overlap", -5))
	}
	n.append(ids...)
	return n
}

func (p *plot) nameAxis(side string) node {
	order := "minMax"
	if p.across() {
		order = "maxMin"
	}
	skip := node{}
	if n := len(p.Categories); !p.across() && n > mostLabelled {
		skip = val("c:tickLblSkip", (n+11)/12) // names are never turned to fit
	}
	return el("c:catAx", val("c:axId", categoryAxis), el("c:scaling", val("c:orientation", order)), val("c:delete", flag(!p.names)),
		val("c:axPos", side), el("c:numFmt", at("formatCode", "General"), at("sourceLinked", 0)),
		val("c:majorTickMark", "none"), val("c:minorTickMark", "none"), val("c:tickLblPos", "low"),
		el("c:spPr", el("a:ln", at("w", 12700), scheme(muted))), textLook(face{size: p.size, color: ink}),
		val("c:crossAx", valueAxis), val("c:crosses", "autoZero"), val("c:auto", 0), val("c:lblAlgn", "ctr"), val("c:lblOffset", 100), skip, val("c:noMultiLvlLbl", 1))
}

// valueAxis is seen in scatter charts alone: elsewhere each mark has its number.
func (p *plot) valueAxis(id, cross int, side string) node {
	scatter, goal := p.Kind == figure.ScatterLineChart, p.goal()
	scaling := el("c:scaling", val("c:orientation", "minMax"))
	if goal != nil && p.Max == 0 {
		p.Max = 1.05 * p.highest()
	}
	if p.Max > 0 {
		scaling.append(val("c:max", decimal(p.Max)))
	}
	scaling.append(val("c:min", 0))
	if p.lowest() < 0 {
		scaling.kids = scaling.kids[:len(scaling.kids)-1]
	}
	n := el("c:valAx", val("c:axId", id), scaling, val("c:delete", flag(!scatter && goal == nil)), val("c:axPos", side))
	line, format, words := el("a:ln", at("w", 12700), scheme(muted)), p.format(), face{size: p.size, color: muted}
	switch {
	case scatter:
		n.append(el("c:majorGridlines", el("c:spPr", el("a:ln", at("w", 9525), scheme(rule)))))
	case goal != nil: // its words are the number's format: shown at the target, and nowhere else
		n.append(el("c:majorGridlines", el("c:spPr", el("a:ln", at("w", 28575), fill(goal.Color)))))
		line, format = el("a:ln", el("a:noFill")), `[=`+decimal(goal.Points[0].Value)+`]"`+strings.ReplaceAll(goal.Name, `"`, "")+`";""`
		words = face{size: p.size, bold: true, color: ink}
	}
	n.append(el("c:numFmt", at("formatCode", format), at("sourceLinked", 0)),
		val("c:majorTickMark", "none"), val("c:minorTickMark", "none"), val("c:tickLblPos", "nextTo"),
		el("c:spPr", line), textLook(words),
		val("c:crossAx", cross), val("c:crosses", "autoZero"))
	if scatter {
		n.append(val("c:crossBetween", "midCat"))
	} else {
		n.append(val("c:crossBetween", "between"))
	}
	switch {
	case scatter && p.Max > 0:
		n.append(val("c:majorUnit", decimal(p.Max/4)))
	case goal != nil:
		n.append(val("c:majorUnit", decimal(goal.Points[0].Value)))
	}
	return n
}

// goal is the reference that bars are held against: a line at one value, which the axis draws.
func (p *plot) goal() *figure.Series {
	for i := range p.Series {
		if s := &p.Series[i]; p.across() && s.Dashed && len(s.Points) > 0 && s.Points[0].Known && s.Points[0].Value > 0 {
			return s
		}
	}
	return nil
}

func (p *plot) lowest() float64 {
	low := 0.0
	for _, s := range p.Series {
		for _, pt := range s.Points {
			low = min(low, pt.Value)
		}
	}
	return low
}

func (p *plot) highest() float64 {
	high := 0.0
	for _, s := range p.Series {
		for _, pt := range s.Points {
			high = max(high, pt.Value)
		}
	}
	return high
}

func (p *plot) format() string {
	if p.Format == "" {
		return "#,##0"
	}
	return p.Format
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'g', 12, 64) }
