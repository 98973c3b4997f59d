package deck

import "formare/internal/figure"

// series writes one: its look, the points that differ, the labels and the numbers as they are cached.
func (p *plot) series(i int) node {
	s := p.Series[i]
	n := el("c:ser", val("c:idx", i), val("c:order", i), el("c:tx", el("c:strRef", el("c:f", p.nameRef(i)), textCache([]string{s.Name}))))
	line := p.line() || p.Kind == figure.ScatterLineChart || s.Dashed && !p.across()
	if line {
		n.append(lineLook(s), marker(s))
		n.append(p.points(s, true)...)
	} else {
		n.append(el("c:spPr", fill(s.Color)), val("c:invertIfNegative", 0))
		n.append(p.points(s, false)...)
	}
	n.append(p.labels(i, line))
	if p.Kind == figure.ScatterLineChart {
		var xs []figure.ChartPoint
		for _, pt := range s.Points {
			xs = append(xs, figure.ChartPoint{Value: pt.X, Known: pt.Known})
		}
		n.append(el("c:xVal", p.numbers(p.xRef(i), xs)), el("c:yVal", p.numbers(p.ref(i), s.Points)), val("c:smooth", 0))
		return n
	}
	n.append(p.categories(), el("c:val", p.numbers(p.ref(i), s.Points)))
	if line {
		n.append(val("c:smooth", 0))
	}
	return n
}

// gapSeries is not seen: it has nothing but the words of what is not published, each at nought.
func (p *plot) gapSeries() node {
	i := len(p.Series)
	labels := el("c:dLbls")
	points := make([]figure.ChartPoint, len(p.gaps))
	for k, words := range p.gaps {
		if words == "" {
			continue
		}
		points[k] = figure.ChartPoint{Known: true}
		labels.append(p.worded(k, words, "inBase", face{size: p.size, color: muted}))
	}
	labels.append(hideLabels()...)
	return el("c:ser", val("c:idx", i), val("c:order", i), el("c:tx", el("c:strRef", el("c:f", p.nameRef(i)), textCache([]string{gapName}))),
		el("c:spPr", el("a:noFill"), el("a:ln", el("a:noFill"))), val("c:invertIfNegative", 0), labels,
		p.categories(), el("c:val", p.numbers(p.ref(i), points)))
}

// gapName heads the column of what is not published in the workbook behind the chart.
const gapName = "…"

func fill(tone figure.Tone) node {
	if c, ok := toneColors[tone]; ok {
		return scheme(c)
	}
	return el("a:noFill")
}

func lineLook(s figure.Series) node {
	if s.Color == figure.ToneNone {
		return el("c:spPr", el("a:ln", el("a:noFill")))
	}
	if s.Dashed {
		return el("c:spPr", el("a:ln", at("w", 28575), at("cap", "flat"), fill(s.Color), val("a:prstDash", "dash")))
	}
	return el("c:spPr", el("a:ln", at("w", 44450), at("cap", "rnd"), fill(s.Color), el("a:round")))
}

func marker(s figure.Series) node {
	if s.Dashed || s.Color == figure.ToneNone || len(s.Points) > 40 {
		return el("c:marker", val("c:symbol", "none"))
	}
	return el("c:marker", val("c:symbol", "circle"), val("c:size", 9), el("c:spPr", fill(s.Color), el("a:ln", at("w", 9525), scheme(ground))))
}

// points gives those with a colour of their own.
func (p *plot) points(s figure.Series, line bool) []node {
	var all []node
	for i, pt := range s.Points {
		if pt.Tone == "" || pt.Tone == s.Color || !pt.Known {
			continue
		}
		if line {
			all = append(all, el("c:dPt", val("c:idx", i),
				el("c:marker", val("c:symbol", "circle"), val("c:size", 12), el("c:spPr", fill(pt.Tone))), val("c:bubble3D", 0)))
			continue
		}
		all = append(all, el("c:dPt", val("c:idx", i), val("c:invertIfNegative", 0), val("c:bubble3D", 0), el("c:spPr", fill(pt.Tone))))
	}
	return all
}

// labels says which points have their number beside them, and which have words in its place.
func (p *plot) labels(i int, line bool) node {
	s := p.Series[i]
	n := el("c:dLbls")
	if s.Dashed && len(s.Points) > 1 && p.Kind != figure.ScatterLineChart {
		n.append(p.worded(1, s.Name, "b", face{size: p.size, bold: true, color: "accent6"}))
		n.append(hideLabels()...)
		return n
	}
	if !s.Labels {
		for k, pt := range s.Points {
			switch {
			case p.Kind == figure.ScatterLineChart && k == p.nameAt(i):
				n.append(p.worded(k, s.Name, map[bool]string{true: "l", false: "r"}[s.Dashed], p.nameLook(s)))
			case pt.Known && pt.Tone != "" && pt.Text != "":
				n.append(p.worded(k, pt.Text, "r", face{size: p.size, bold: true, color: "accent6"}))
			}
		}
		n.append(hideLabels()...)
		return n
	}
	peak := peakOf(s.Points)
	for k, pt := range s.Points {
		crowded := len(s.Points) > mostLabelled && !p.across() && k != 0 && k != peak && k != len(s.Points)-1
		switch {
		case !pt.Known || crowded || p.stacked() && pt.Value == 0:
			n.append(el("c:dLbl", val("c:idx", k), val("c:delete", 1)))
		case pt.Text != "":
			n.append(p.worded(k, pt.Text, p.position(line), p.labelLook(s, pt)))
		case !line && pt.Tone != "" && p.labelLook(s, pt) != p.labelLook(s, figure.ChartPoint{}):
			n.append(p.valued(k, p.position(line), p.labelLook(s, pt)))
		case line && p.underTarget(pt.Value) && k < len(s.Points)-1:
			n.append(p.valued(k, "b", p.labelLook(s, pt)))
		case line && k == len(s.Points)-1 && !s.Dashed:
			n.append(p.valued(k, "t", face{size: 2400, bold: true, color: toneColors[s.Color]}))
		}
	}
	n.append(el("c:numFmt", at("formatCode", p.format()), at("sourceLinked", 0)), el("c:spPr", el("a:noFill"), el("a:ln", el("a:noFill"))),
		textLook(p.labelLook(s, figure.ChartPoint{})), val("c:dLblPos", p.position(line)))
	n.append(shows(true)...)
	return n
}

// nameAt is the point beside which a curve's name stands: of data in its last third, of a reference in
// its first, where they are apart.
func (p *plot) nameAt(i int) int {
	n := len(p.Series[i].Points)
	if p.Series[i].Dashed {
		return n / 3
	}
	return n * 7 / 10
}

func (p *plot) nameLook(s figure.Series) face {
	if s.Dashed {
		return face{size: p.size, color: muted}
	}
	return face{size: p.size, bold: true, color: toneColors[s.Color]}
}

// underTarget says that a number over its point would stand on the dashed line of a target.
func (p *plot) underTarget(v float64) bool {
	for _, s := range p.Series {
		if s.Dashed && len(s.Points) > 0 {
			if gap := s.Points[0].Value - v; gap > 0 && gap < 0.3*p.highest() {
				return true
			}
		}
	}
	return false
}

func peakOf(points []figure.ChartPoint) int {
	peak := -1
	for i, pt := range points {
		if pt.Known && (peak < 0 || pt.Value > points[peak].Value) {
			peak = i
		}
	}
	return peak
}

// position is where a number stands: in stacked bars on them, else at their end.
func (p *plot) position(line bool) string {
	switch {
	case line:
		return "t"
	case p.stacked():
		return "ctr"
	case p.goal() != nil:
		return "inEnd" // beyond the bar's end the target's line would cross it
	}
	return "outEnd"
}

// labelLook gives numbers on a fill the colour that can be read there.
func (p *plot) labelLook(s figure.Series, pt figure.ChartPoint) face {
	f := face{size: p.size, bold: true, color: ink}
	if !p.stacked() && p.goal() == nil {
		return f
	}
	tone := s.Color
	if pt.Tone != "" {
		tone = pt.Tone
	}
	switch tone {
	case figure.ToneAccent, figure.ToneAccent2, figure.ToneHigh, figure.ToneLow:
		f.color = ground
	case figure.ToneContext, figure.ToneMiddle, figure.ToneShort:
		f.color = darkest
	}
	return f
}

// worded is a label that is words.
func (p *plot) worded(k int, words, position string, f face) node {
	n := el("c:dLbl", val("c:idx", k), el("c:layout"),
		el("c:tx", el("c:rich", el("a:bodyPr", at("wrap", "none")), el("a:lstStyle"), el("a:p", el("a:r", f.look("a:rPr", p.lang), el("a:t", words))))))
	n.append(val("c:dLblPos", position))
	n.append(shows(true)...)
	return n
}

func (p *plot) valued(k int, position string, f face) node {
	n := el("c:dLbl", val("c:idx", k), el("c:numFmt", at("formatCode", p.format()), at("sourceLinked", 0)), el("c:spPr", el("a:noFill"), el("a:ln", el("a:noFill"))),
		textLook(f), val("c:dLblPos", position))
	n.append(shows(true)...)
	return n
}

func hideLabels() []node { return shows(false) }

func shows(value bool) []node {
	return []node{val("c:showLegendKey", 0), val("c:showVal", flag(value)), val("c:showCatName", 0), val("c:showSerName", 0),
		val("c:showPercent", 0), val("c:showBubbleSize", 0)}
}

func (p *plot) categories() node {
	return el("c:cat", el("c:strRef", el("c:f", p.categoryRef()), textCache(p.Categories)))
}

// textCache is a cache of texts.
func textCache(list []string) node {
	n := el("c:strCache", val("c:ptCount", len(list)))
	for i, s := range list {
		n.append(el("c:pt", at("idx", i), el("c:v", s)))
	}
	return n
}

// numbers is a cache of values: a point without one is not in it.
func (p *plot) numbers(ref string, points []figure.ChartPoint) node {
	n := el("c:numCache", el("c:formatCode", p.format()), val("c:ptCount", len(points)))
	for i, pt := range points {
		if pt.Known {
			n.append(el("c:pt", at("idx", i), el("c:v", decimal(pt.Value))))
		}
	}
	return el("c:numRef", el("c:f", ref), n)
}
