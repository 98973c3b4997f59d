package figure

import "math"

// A tenth is a point of the curve: the share of the people who work where a share of the residents lives.
type tenth struct {
	residents float64
	people    cell
}

// drawLorenz shows how evenly people are spread over the residents: the comuni stand from the least to the
// most reached, ten points in all. A point that is hidden is left out and its neighbours are joined.
func drawLorenz(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	if f.measure("participants", "value").hidden() {
		return f.tooFew()
	}
	l := lorenz{frame: f}
	l.read(t)
	if l.drawn() < 3 {
		return leftOut(f.own("left_out"))
	}
	f.head(l.title(), f.own("subtitle"))
	f.note = f.own("note")
	if f.ctx.ResidentsYear > 0 {
		f.note += " " + f.own("note.residents", "year", itoa(f.ctx.ResidentsYear))
	}
	l.draw()
	f.charts = l.charts()
	f.grid = l.table()
	f.setAlt(f.own("alt.kind"), f.title, l.reading(), l.giniWords())
	return nil
}

type lorenz struct {
	*frame
	points []tenth
	half   cell // what is reached where half of the residents live
	gini   cell
}

func (l *lorenz) read(t table) {
	for i := range t.rows() {
		at := t.at(i, "residents_share")
		if !at.known {
			continue
		}
		p := tenth{residents: at.num, people: t.at(i, "participants_share")}
		l.points = append(l.points, p)
		if math.Abs(at.num-0.5) < 1e-9 && l.sure(p.people) {
			l.half = p.people
		}
		if g := t.at(i, "gini"); l.sure(g) {
			l.gini = g
		}
	}
}

// sure says whether a share may be printed as it is: shares are rounded so that no hidden count follows from
// them, in steps worth the threshold of people, and of many people that is a hundredth, as we print them.
func (l *lorenz) sure(c cell) bool {
	people := l.measure("participants", "value")
	return c.exact() || c.known && people.exact() && people.num >= float64(100*l.ctx.MinCell)
}

func (l *lorenz) drawn() int {
	n := 0
	for _, p := range l.points {
		if p.people.known {
			n++
		}
	}
	return n
}

// even says that half of the residents have half of the people, as printed.
func (l *lorenz) even() bool { return l.half.known && math.Round(l.half.num*100) >= 50 }

// The curve lies between tenths, so that a decimal of it would say more than is known: shares are written
// as those of a small base are.
const curveBase = 99

func (l *lorenz) share() string    { return l.percent(l.half.num, curveBase) }
func (l *lorenz) theShare() string { return l.thePercent(l.half.num, curveBase) }

func (l *lorenz) title() string {
	switch {
	case !l.half.known:
		return l.own("name")
	case l.even():
		return l.own("title.even")
	case l.half.zero():
		return l.own("title.none")
	}
	return l.own("title", "share", l.theShare())
}

// reading is what the point at half of the residents says, in a sentence.
func (l *lorenz) reading() string {
	switch {
	case !l.half.known:
		return ""
	case l.half.zero():
		return l.own("reading.none")
	case l.even():
		return l.own("reading.even")
	}
	return l.own("reading", "share", l.theShare())
}

func (l *lorenz) giniWords() string {
	if !l.gini.known {
		return ""
	}
	return l.own("alt.gini", "gini", l.cat.Number(l.gini.num, 2))
}

// charts give the curve and the diagonal of an even spread.
func (l *lorenz) charts() []Chart {
	curve := Series{Name: l.own("head.people"), Color: ToneAccent}
	even := Series{Name: l.own("even"), Color: ToneContext, Dashed: true}
	c := Chart{Kind: ScatterLineChart, Format: "0%", Max: 1}
	for _, p := range l.points {
		c.Categories = append(c.Categories, l.cat.Percent(p.residents, 0))
		at := ChartPoint{X: p.residents, Value: shownNum(p.people), Known: p.people.known, Text: l.shareOf(p)}
		if l.half.known && p.residents == 0.5 {
			at.Tone = ToneShort // the point that the title reads
		}
		curve.Points = append(curve.Points, at)
		even.Points = append(even.Points, ChartPoint{X: p.residents, Value: p.residents, Known: true, Text: l.cat.Percent(p.residents, 0)})
	}
	c.Series = []Series{curve, even}
	return []Chart{c}
}

func (l *lorenz) shareOf(p tenth) string {
	if l.sure(p.people) {
		return l.cat.Percent(p.people.num, 0)
	}
	if p.people.known {
		return l.msg("figure.about", "n", l.cat.Percent(p.people.num, 0))
	}
	return l.cell(p.people, l.ctx.MinCell)
}

func (l *lorenz) table() Grid {
	out := Grid{Head: []string{l.own("head.residents"), l.own("head.people")}, Right: []bool{true, true}}
	for _, p := range l.points {
		out.Rows = append(out.Rows, []string{l.cat.Percent(p.residents, 0), l.shareOf(p)})
	}
	return out
}
