package figure

import (
	"cmp"
	"math"
	"slices"
)

// A gain is what the tests of an area's courses say: mean scores before and after, in points of a hundred.
type gain struct {
	name          string
	before, after cell
	n             cell // enrolments with both tests
}

// told says that both scores may be shown. The gain is then that of the points as printed, so that a
// reader who subtracts them gets it.
func (g gain) told() bool   { return g.before.known && g.after.known }
func (g gain) points() int  { return g.after.int() - g.before.int() }
func (g gain) hidden() bool { return g.n.hidden() || g.before.hidden() || g.after.hidden() }

// drawDumbbell shows mean scores before and after the courses, a row an area, the largest gain first.
func drawDumbbell(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	l := learning{frame: f}
	l.read(t)
	switch {
	case l.told == 0 && slices.ContainsFunc(l.rows, gain.hidden):
		return f.tooFew()
	case l.told == 0:
		return leftOut(f.own("left_out"))
	}
	f.head(l.title(), f.own("subtitle"))
	f.note = l.noteText()
	l.draw()
	f.charts = l.charts()
	f.grid = l.table()
	f.setAlt(l.alt()...)
	return nil
}

type learning struct {
	*frame
	rows []gain
	told int
}

func (l *learning) read(t table) {
	points := func(c cell) cell {
		c.num = math.Round(c.num * 100)
		return c
	}
	for i := range t.rows() {
		g := gain{name: l.own("unknown_area"), before: points(t.at(i, "before")), after: points(t.at(i, "after")), n: t.at(i, "n")}
		if id := t.str(i, "area"); id != "" {
			g.name = name(l.ctx.areaLabel(id))
		}
		if !g.told() && !g.hidden() && (g.n.zero() || g.n.missing()) {
			if t.str(i, "area") == "" {
				continue
			}
			g.before, g.after = cell{}, cell{}
		}
		if g.told() {
			l.told++
		}
		l.rows = append(l.rows, g)
	}
	slices.SortStableFunc(l.rows, func(a, b gain) int {
		if c := compareBool(b.told(), a.told()); c != 0 || !a.told() {
			return c
		}
		return cmp.Compare(b.points(), a.points())
	})
}

// title tells from which to which gain the areas range; where one has none, in how many scores rose.
func (l *learning) title() string {
	least, most, up := math.MaxInt, math.MinInt, 0
	for _, g := range l.rows {
		if !g.told() {
			continue
		}
		least, most = min(least, g.points()), max(most, g.points())
		if g.points() > 0 {
			up++
		}
	}
	switch {
	case up < l.told:
		return l.ownCount("title.part", up, "total", l.int(l.told))
	case least == most:
		return l.ownCount("title.same", most)
	}
	return l.own("title.range", "least", l.int(least), "most", l.int(most))
}

// tests sums the enrolments with both tests; it is not known where one number is hidden.
func (l *learning) tests() (int, bool) {
	n := 0
	for _, g := range l.rows {
		if g.n.hidden() {
			return 0, false
		}
		n += g.n.int()
	}
	return n, true
}

func (l *learning) noteText() string {
	note := l.own("note.plain")
	if n, ok := l.tests(); ok {
		note = l.ownCount("note", n)
		all := l.measure("enrolments", "value")
		rest := all.int() - n // one to four without both tests would be told by the difference
		if all.exact() && (rest == 0 || rest >= l.ctx.MinCell) && !l.lay.square {
			note = l.ownCount("note.of", n, "total", l.int(all.int()))
		}
	}
	if slices.ContainsFunc(l.rows, gain.hidden) {
		return note + " " + l.own("note.protected", "small", l.small(l.ctx.MinCell))
	}
	if slices.ContainsFunc(l.rows, func(g gain) bool { return !g.told() }) {
		return note + " " + l.own("note.unknown", "unknown", l.msg("figure.unknown"))
	}
	return note + " " + l.own("note.order")
}

// gainText writes «+32», «−4», «0», or the words that stand in its place.
func (l *learning) gainText(g gain) string {
	if !g.told() {
		return l.score(g, g.after)
	}
	if g.points() > 0 {
		return "+" + l.int(g.points())
	}
	return l.int(g.points())
}

// score writes one of the scores. A hidden number of tests hides them, with the same words.
func (l *learning) score(g gain, c cell) string {
	switch {
	case c.known:
		return l.cell(c, l.ctx.MinCell)
	case c.missing() && g.n.hidden():
		return l.cell(g.n, l.ctx.MinCell)
	}
	return l.cell(c, l.ctx.MinCell)
}

func (l *learning) testsText(g gain) string {
	if g.n.known {
		return l.ownCount("tests", g.n.int())
	}
	return l.own("tests.other", "n", l.cell(g.n, l.ctx.MinCell))
}

func (l *learning) alt() []string {
	var ends []string
	say := func(g gain) string {
		return l.own("alt.area", "area", lower(g.name), "before", l.score(g, g.before), "after", l.score(g, g.after))
	}
	ends = append(ends, say(l.rows[0]))
	if l.told > 1 {
		ends = append(ends, say(l.rows[l.told-1]))
	}
	total, hidden := "", 0
	if n, ok := l.tests(); ok {
		total = l.ownCount("alt.tests", n)
	}
	for _, g := range l.rows {
		if g.hidden() {
			hidden++
		}
	}
	protected := l.hiddenWords(hidden)
	return []string{l.own("alt.kind"), l.frame.title, l.capital(l.cat.List(ends)), total, protected}
}

// charts give the two scores as bars side by side: what an office program can draw and edit as it is.
func (l *learning) charts() []Chart {
	c := Chart{Kind: BarChart, Format: "0", Max: 100}
	before := Series{Name: l.own("head.before"), Color: ToneContext, Labels: true}
	after := Series{Name: l.own("head.after"), Color: ToneAccent, Labels: true}
	for _, g := range l.rows {
		c.Categories = append(c.Categories, g.name)
		before.Points = append(before.Points, ChartPoint{Value: shownNum(g.before), Known: g.before.known, Text: l.score(g, g.before)})
		after.Points = append(after.Points, ChartPoint{Value: shownNum(g.after), Known: g.after.known, Text: l.score(g, g.after)})
	}
	c.Series = []Series{before, after}
	return []Chart{c}
}

// shownNum is the number of a cell that has one, else nought.
func shownNum(c cell) float64 {
	if c.known {
		return c.num
	}
	return 0
}

func (l *learning) table() Grid {
	out := Grid{
		Head:  []string{l.own("head.area"), l.own("head.before"), l.own("head.after"), l.own("head.gain"), l.own("head.tests")},
		Right: []bool{false, true, true, true, true},
	}
	for _, g := range l.rows {
		out.Rows = append(out.Rows, []string{g.name, l.score(g, g.before), l.score(g, g.after), l.gainText(g), l.cell(g.n, l.ctx.MinCell)})
	}
	return out
}
