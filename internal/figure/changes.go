package figure

import (
	"math"
	"slices"

	"formare/internal/disclosure"
)

// An Earlier number is a headline measure as the report of the month before has it. Text stands in its place
// where that report did not tell it.
type Earlier struct {
	Measure string
	Value   float64
	Text    string
}

// peopleMeasures count people, so that between two reports a few of them must not be told.
var peopleMeasures = []string{"participants", "enrolments", "certificates"}

// changeMeasures are what the figure tells, in its order. Hours and rates of people are not among them: their
// difference would be that of whoever came in between.
var changeMeasures = []string{"participants", "enrolments", "certificates", "interventions", "hours_delivered", "services",
	"comuni_covered", "zones_covered"}

// A change is one measure, before and now.
type change struct {
	measure, before, now, diff string
	by                         float64
	told                       bool // by may be told
	few                        bool // some people, too few to tell
}

// drawChanges shows what changed since the published report of the month before. A difference of a few people
// is not told, nor the number before, which would tell it.
func drawChanges(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	if f.ctx.BeforeMonth == "" || len(f.ctx.Before) == 0 {
		return leftOut(f.own("left_out"))
	}
	if f.measure("participants", "value").hidden() {
		return f.tooFew()
	}
	var rows []change
	for _, m := range changeMeasures {
		for i := range t.rows() {
			if t.str(i, "measure") == m {
				rows = append(rows, f.changeOf(m, t.at(i, "value")))
			}
		}
	}
	if len(rows) == 0 {
		return leftOut(f.own("left_out"))
	}
	month := f.cat.MonthYear(f.ctx.BeforeMonth)
	f.head(f.changesTitle(rows), f.own("subtitle", "month", f.cat.MonthYear(f.ctx.lastTold()), "before", month))
	f.note = f.own("note")
	if slices.ContainsFunc(rows, func(c change) bool { return c.few }) {
		f.note += " " + f.own("note.protected", "small", f.small(f.ctx.MinCell))
	}
	f.drawChangeRows(rows)
	f.grid = Grid{Head: []string{f.own("head.measure"), f.own("head.before"), f.own("head.now"), f.own("head.change")},
		Right: []bool{false, true, true, true}}
	var told []string
	for _, c := range rows {
		f.grid.Rows = append(f.grid.Rows, []string{c.measure, c.before, c.now, c.diff})
		told = append(told, lower(c.measure)+" "+c.now+" ("+c.diff+")")
	}
	f.setAlt(f.own("alt.kind", "month", month), f.title, f.capital(f.cat.List(told)))
	return nil
}

func (f *frame) changeOf(measure string, now cell) change {
	c := change{measure: f.msg("measure." + measure), now: f.cell(now, f.ctx.MinCell), before: f.msg("figure.unknown"), diff: f.msg("figure.unknown")}
	write := f.whole // hours too: who subtracts what is printed gets what is printed
	if now.exact() {
		c.now = write(now.num)
	}
	i := slices.IndexFunc(f.ctx.Before, func(e Earlier) bool { return e.Measure == measure })
	if i < 0 {
		return c
	}
	e := f.ctx.Before[i]
	if e.Text != "" || !now.exact() {
		c.before = write(e.Value)
		if e.Text != "" {
			c.before = e.Text
		}
		c.diff = f.msg("figure.protected")
		return c
	}
	c.by = math.Round(now.num) - math.Round(e.Value)
	c.few = slices.Contains(peopleMeasures, measure) && c.by != 0 && math.Abs(c.by) < float64(f.ctx.MinCell)
	if c.few {
		c.by, c.before, c.diff = 0, f.cell(cell{mark: disclosure.Protected}, f.ctx.MinCell), f.small(f.ctx.MinCell)
		return c
	}
	c.told, c.before, c.diff = true, write(e.Value), write(c.by)
	if c.by > 0 {
		c.diff = "+" + c.diff
	}
	return c
}

// changesTitle tells how many people came; where that cannot be told, what the figure is about.
func (f *frame) changesTitle(rows []change) string {
	first := rows[0]
	when := f.inMonth(f.ctx.BeforeMonth, f.ctx.months())
	if first.measure != f.msg("measure.participants") || !first.told {
		return f.own("name")
	}
	switch n := int(math.Abs(first.by)); {
	case first.by < 0:
		return f.own("title.fewer", "n", f.int(n), "when", when)
	case n == 0:
		return f.own("title.none", "when", when)
	default:
		return f.own("title.more", "n", f.int(n), "when", when)
	}
}

func (f *frame) drawChangeRows(rows []change) {
	before, now, y := 1000.0, 1330.0, 262.0
	size := 32.0
	if f.lay.square {
		before, now, y, size = 640, 830, f.top+50, 26
	}
	step := min(f.pick(80, 76), (f.lay.bottom-8-y)/float64(len(rows)))
	head := f.muted(f.pick(26, 24)).right()
	f.c.text(before, y-16, f.own("head.before"), head)
	f.c.text(now, y-16, f.own("head.now"), head)
	f.c.text(f.lay.right, y-16, f.own("head.change"), f.ink(head.size).strong().right())
	for _, r := range rows {
		f.c.decor(func() {
			f.c.line(pen{color: f.pal.grid, width: 1.5}, point{f.lay.left, y}, point{f.lay.right, y})
		})
		base := y + step/2 + size*capHeight/2
		name := f.c.shrink(r.measure, f.ink(size), before-150-f.lay.left, 24)
		f.c.text(f.lay.left, base, f.c.fit(r.measure, name, before-150-f.lay.left), name)
		f.c.text(before, base, r.before, f.c.shrink(r.before, f.muted(size), 180, 24).right())
		f.c.text(now, base, r.now, f.c.shrink(r.now, f.ink(size), 180, 24).right())
		st := style{size: f.pick(40, 34), bold: true, color: f.pal.accent}
		switch {
		case !r.told:
			st = f.muted(size)
		case r.by < 0:
			st.color = f.pal.hiText
		case r.by == 0:
			st.color = f.pal.muted
		}
		f.c.text(f.lay.right, base, r.diff, f.c.shrink(r.diff, st, 176, 24).right())
		y += step
	}
}
