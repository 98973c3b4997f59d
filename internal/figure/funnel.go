package figure

import (
	"cmp"
	"slices"
	"strings"
)

// A funnelRow is an area's way through the steps.
type funnelRow struct {
	name  string
	steps []cell
	rates []cell // of each step on the one before; the first has none

	unknown bool // of courses without an area: last, whatever its rate
}

// funnelSteps are the columns of the indicator, in order, and the one that the figure is about.
var funnelSteps = []string{"enrolled", "attended", "completed", "certified"}

const funnelStep = 2

// drawFunnel shows how many of those who enrol get to the end, a row an area, the highest rate first.
func drawFunnel(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	v := funnel{frame: f}
	v.read(t)
	switch {
	case f.measure("participants", "value").hidden():
		return f.tooFew()
	case len(v.rows) == 0:
		return leftOut(f.own("left_out"))
	case !slices.ContainsFunc(v.cells(), cell.exact):
		return leftOut(f.msg("figure.left_out.hidden"))
	}
	f.head(v.title(), f.own("subtitle"))
	v.draw()
	f.note = v.noteText()
	v.native()
	f.setAlt(v.alt()...)
	return nil
}

type funnel struct {
	*frame
	rows    []funnelRow
	total   funnelRow
	partial bool // of some who attended nobody knows whether they completed
	left    int  // rows that found no room
}

func (v *funnel) read(t table) {
	var all [][]cell
	var known []cell
	for i := range t.rows() {
		r := funnelRow{name: v.own("unknown_area"), unknown: t.str(i, "area") == ""}
		if id := t.str(i, "area"); id != "" {
			r.name = name(v.ctx.areaLabel(id))
		}
		for _, s := range funnelSteps {
			r.steps = append(r.steps, t.at(i, s))
		}
		if !slices.ContainsFunc(r.steps, cell.positive) {
			continue // an area of which there was no course
		}
		base := r.steps[funnelStep-1]
		if t.has("known") {
			base = t.at(i, "known")
			attended := r.steps[funnelStep-1]
			v.partial = v.partial || base.exact() && attended.exact() && base.num < attended.num
		}
		r.rates = funnelRates(r.steps, base)
		all, known = append(all, r.steps), append(known, base)
		v.rows = append(v.rows, r)
	}
	v.total.name = v.own("total")
	for s := range funnelSteps {
		var column []cell
		for _, steps := range all {
			column = append(column, steps[s])
		}
		v.total.steps = append(v.total.steps, v.sum(s, column))
	}
	v.total.rates = funnelRates(v.total.steps, addCells(known))
	slices.SortStableFunc(v.rows, func(a, b funnelRow) int {
		if c := compareBool(a.unknown, b.unknown); c != 0 {
			return c
		}
		x, y := a.rates[funnelStep], b.rates[funnelStep]
		if c := compareBool(y.exact(), x.exact()); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(y.num, x.num), strings.Compare(a.name, b.name))
	})
}

// sum is a step's total: of the rows, or the headline's where one of them is hidden.
func (v *funnel) sum(step int, column []cell) cell {
	sum := addCells(column)
	if measure := map[int]string{0: "enrolments", 3: "certificates"}[step]; !sum.exact() && measure != "" {
		if c := v.measure(measure, "value"); c.exact() {
			return c
		}
	}
	return sum
}

// funnelRates divides each step by the one before, the step that the figure is about by the base given.
// A rate with a hidden side is not told.
func funnelRates(steps []cell, base cell) []cell {
	rates := make([]cell, len(steps))
	for s := 1; s < len(steps); s++ {
		before := steps[s-1]
		if s == funnelStep {
			before = base
		}
		if steps[s].exact() && before.exact() && before.num > 0 && steps[s].num <= before.num {
			rates[s] = cell{known: true, num: steps[s].num / before.num}
		}
	}
	return rates
}

func (v *funnel) cells() []cell {
	var all []cell
	for _, r := range v.rows {
		all = append(all, r.steps...)
	}
	return all
}

func (v *funnel) title() string {
	r := v.total.rates[funnelStep]
	switch {
	case !r.exact():
		return v.own("name")
	case r.num == 0:
		return v.own("title.none")
	case r.num == 1:
		return v.own("title.all")
	}
	return v.own("title", "share", v.titleShare(r.num, v.total.steps[funnelStep-1].num))
}

func (v *funnel) noteText() string {
	note := v.ownCut("note")
	if v.partial {
		note += " " + v.own("note.partial")
	}
	if slices.ContainsFunc(v.cells(), cell.hidden) {
		note = v.msg("figure.bars.note.protected", "small", v.small(v.ctx.MinCell)) + " " + note
	}
	return note
}

func (v *funnel) alt() []string {
	steps := ""
	if t := v.total.steps; t[1].exact() && t[2].exact() {
		steps = v.own("alt.steps", "attended", v.short(t[1].num), "completed", v.short(t[2].num))
	}
	spread := ""
	var told []funnelRow
	for _, r := range v.rows {
		if r.rates[funnelStep].exact() && !r.unknown {
			told = append(told, r)
		}
	}
	if len(told) > 1 {
		best, worst := told[0], told[len(told)-1]
		spread = v.own("alt.range", "most_area", best.name, "most", v.rate(best, funnelStep), "least_area", worst.name, "least", v.rate(worst, funnelStep))
	}
	hidden := ""
	n := 0
	for _, c := range v.cells() {
		if c.hidden() {
			n++
		}
	}
	if n > 0 {
		hidden = v.count("figure.bars.alt.hidden", n)
	}
	return []string{v.own("alt.kind"), v.frame.title, steps, spread, hidden}
}

// rate writes a step's share of the one before, or nothing.
func (v *funnel) rate(r funnelRow, step int) string {
	if !r.rates[step].exact() {
		return ""
	}
	return v.percent(r.rates[step].num, r.steps[step-1].num)
}
