package figure

import (
	"cmp"
	"math"
	"slices"

	"formare/internal/disclosure"
)

// A goal is one measure beside what the programme had set out to reach.
type goal struct {
	measure, name string
	value         cell
	target, share float64 // share is 0 where the value is not shown
}

// drawTargets shows each measure in per cent of its target, the best first.
func drawTargets(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	g := goals{frame: f}
	g.read(t)
	if len(g.rows) == 0 {
		return leftOut(f.own("left_out"))
	}
	f.head(g.title(), f.own("subtitle"))
	f.note = f.own("note")
	if slices.ContainsFunc(g.rows, func(r goal) bool { return r.value.hidden() }) {
		f.note += " " + f.own("note.protected", "small", f.small(f.ctx.MinCell))
	}
	g.draw()
	f.charts = g.charts()
	f.grid = g.table()
	f.setAlt(g.alt()...)
	return nil
}

type goals struct {
	*frame
	rows []goal
}

func (g *goals) read(t table) {
	for i := range t.rows() {
		target := t.at(i, "target")
		r := goal{measure: t.str(i, "measure"), value: t.at(i, "value"), target: target.num}
		if r.measure == "" || !target.known || target.num <= 0 {
			continue
		}
		r.name = g.measureName(r.measure)
		if r.value.known {
			r.share = r.value.num / r.target
		}
		g.rows = append(g.rows, r)
	}
	slices.SortStableFunc(g.rows, func(a, b goal) int {
		return cmp.Or(compareBool(b.value.known, a.value.known), cmp.Compare(b.share, a.share))
	})
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// measureName prefers the figure's short name to the one that tables have.
func (g *goals) measureName(id string) string {
	for _, key := range []string{g.spec.Words + ".measure." + id, "measure." + id} {
		if g.cat.Has(key) {
			return g.msg(key)
		}
	}
	return id
}

// share says that a measure is itself a part of a whole, written in per cent.
func (r goal) isShare() bool { return r.measure == "coverage" || r.measure == "completion_rate" }

func (g *goals) amount(r goal, v float64) string {
	switch {
	case r.isShare():
		return g.percent(v, 100)
	case r.measure == "hours_delivered" || r.measure == "person_hours":
		if v < 1e6 {
			return g.hours(v)
		}
	}
	return g.short(v)
}

// parts writes «134 su 120».
func (g *goals) parts(r goal) string {
	n := g.cell(r.value, g.ctx.MinCell)
	if r.value.exact() {
		n = g.amount(r, r.value.num)
	}
	return g.own("parts", "n", n, "total", g.amount(r, r.target))
}

// result is the row's percentage, or the words that stand in its place.
func (g *goals) result(r goal) string {
	if !r.value.known {
		return g.cell(r.value, g.ctx.MinCell)
	}
	p := g.cat.Percent(r.share, 0)
	if r.value.mark == disclosure.Rounded {
		return g.msg("figure.about", "n", p)
	}
	return p
}

func (r goal) reached() bool { return r.value.known && r.value.num >= r.target }

// missingWords are «mancano» and «4 comuni», or nothing where the target is reached or the gap not told.
func (g *goals) missingWords(r goal) (verb, what string) {
	if !r.value.exact() || r.reached() {
		return "", ""
	}
	gap := r.target - r.value.num
	id := g.spec.Words + ".short." + r.measure
	if r.isShare() {
		gap = math.Round(r.target*100) - math.Floor(r.value.num*100)
		id = g.spec.Words + ".short.share"
	}
	n := int(math.Ceil(gap - 1e-9))
	if !g.cat.Has(id + ".other") {
		id = g.spec.Words + ".short.any"
	}
	return g.ownCount("short", n), g.count(id, n, "n", g.short(float64(n)))
}

// title counts what was reached. It can do so where a value is hidden only if that is surely below its target.
func (g *goals) title() string {
	n := 0
	for _, r := range g.rows {
		few := r.value.mark == disclosure.Small && r.target >= float64(g.ctx.MinCell)
		if !r.value.exact() && !few {
			return g.own("name")
		}
		if r.reached() {
			n++
		}
	}
	total := len(g.rows)
	switch {
	case total == 1 && n == 1:
		return g.own("title.only", "measure", lower(g.rows[0].name))
	case total == 1:
		return g.own("title.only.short", "measure", lower(g.rows[0].name))
	case n == total && n == 2:
		return g.own("title.both")
	case n == total:
		return g.own("title.all", "total", g.word(total))
	}
	return g.capital(g.ownCount("title", n, "word", g.word(n), "total", g.word(total)))
}

func (g *goals) alt() []string {
	var each []string
	numbers := ""
	for _, r := range g.rows {
		s := lower(r.name) + " " + g.result(r)
		if verb, what := g.missingWords(r); verb != "" {
			s += " (" + verb + " " + what + ")"
		}
		each = append(each, s)
	}
	numbers = g.cat.List(each)
	if len([]rune(numbers)) > 240 { // the data beside the figure have them all
		numbers = g.own("alt.ends", "first", each[0], "last", each[len(each)-1])
	}
	return []string{g.own("alt.kind"), g.frame.title, g.capital(numbers)}
}

// charts give the bars in per cent, and the target as a line of its own.
func (g *goals) charts() []Chart {
	c := Chart{Kind: BarChart, Format: "0%"}
	results := Series{Name: g.own("chart.result"), Color: ToneAccent, Labels: true}
	for _, r := range g.rows {
		c.Categories = append(c.Categories, r.name)
		p := ChartPoint{Value: r.share, Known: r.value.known, Text: g.result(r)}
		if r.value.known && !r.reached() {
			p.Tone = ToneShort
		}
		results.Points = append(results.Points, p)
	}
	line := Series{Name: g.own("line"), Color: ToneInk, Dashed: true}
	for range g.rows {
		line.Points = append(line.Points, ChartPoint{Value: 1, Known: true, Text: g.cat.Percent(1, 0)})
	}
	c.Series = []Series{results, line}
	return []Chart{c}
}

func (g *goals) table() Grid {
	out := Grid{
		Head:  []string{g.own("head.measure"), g.own("head.value"), g.own("head.target"), g.own("head.share")},
		Right: []bool{false, true, true, true},
	}
	for _, r := range g.rows {
		value := g.cell(r.value, g.ctx.MinCell)
		if r.value.exact() {
			value = g.amount(r, r.value.num)
		}
		out.Rows = append(out.Rows, []string{r.name, value, g.amount(r, r.target), g.result(r)})
	}
	return out
}
