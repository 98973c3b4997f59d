package figure

import (
	"slices"

	"formare/internal/disclosure"
)

// drawRanking draws a bar a row of any indicator, the largest first: the figure that a project adds for an
// indicator of its own.
func drawRanking(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	for _, c := range []string{f.spec.Columns.Label, f.spec.Columns.Value} {
		if c != "" && !t.has(c) {
			return leftOut(f.msg("figure.left_out.no_table", "indicator", f.spec.Indicators[0]+"."+c))
		}
	}
	r := f.ranked()
	if !slices.ContainsFunc(r.rows, func(x rankedRow) bool { return x.value.positive() }) {
		return leftOut(f.msg("figure.left_out.no_table", "indicator", f.spec.Indicators[0]))
	}
	subtitle := ""
	if f.spec.Own.Subtitle == nil {
		subtitle = f.capital(f.period(f.ctx.months()))
	}
	f.head(t.title(f.cat.Lang), subtitle)
	r.draw()
	if f.hidesPart() {
		f.note = f.own("note.protected", "small", f.small(f.ctx.MinCell))
	}
	f.charts = r.charts()
	f.grid = r.grid()
	f.setAlt(f.own("alt.kind"), f.title, r.alt())
	return nil
}

// title is what the indicator calls itself.
func (t table) title(lang string) string {
	if s := t.t.Title[lang]; s != "" {
		return s
	}
	return t.t.ID
}

func (r ranked) draw() {
	x, room, step, first := 600.0, 1000.0, 94.0, 232.0
	size := 30.0
	if r.lay.square {
		x, room, step, first, size = 380, 480, 84, r.top+10, 26
	}
	rows := r.rows
	space := r.lay.bottom - first
	if fit := int(space / r.pick(48, 52)); len(rows) > fit {
		rows = rows[:fit-1]
		step = space / float64(fit)
	}
	step = min(step, space/float64(len(rows)))
	most := 0.0
	for _, row := range rows {
		most = max(most, row.value.num)
	}
	value := r.ink(min(36, step*0.6)).strong()
	value.size = max(24, value.size)
	widest := 0.0
	for _, row := range rows {
		widest = max(widest, r.c.measure(r.valueText(row.value), value))
	}
	room = min(room, r.lay.right-x-12-widest)
	y := first
	for _, row := range rows {
		mid := y + step*0.36
		st := r.c.shrink(row.label, r.ink(size), x-24-r.lay.left, 24)
		r.c.text(x-24, mid+st.size*capHeight/2, r.c.fit(row.label, st, x-24-r.lay.left), st.right())
		r.drawBar(row.value, x, mid-step*0.36, room, step*0.72, most, value)
		y += step
	}
	r.c.line(pen{color: r.pal.axis, width: 2}, point{x, first - 8}, point{x, y - step*0.28 + 8})
	if left := len(r.rows) - len(rows); left > 0 {
		r.c.text(x, y+24, r.ownCount("others", left), r.muted(26))
	}
}

func (r ranked) drawBar(c cell, x, y, room, h, most float64, st style) {
	length := -12.0
	switch {
	case c.hidden():
		length = stub
		r.c.hatch(box(x, y, stub, h), r.pal, 1.8, 14)
	case c.missing() || c.num <= 0:
		st.bold, st.color = false, r.pal.muted
		length = 0
	default:
		length = max(4, room*c.num/most)
		r.c.rect(x, y, length, h, r.pal.accent)
	}
	r.c.text(x+length+12, y+h/2+st.size*capHeight/2, r.valueText(c), st)
}

func (r ranked) valueText(c cell) string {
	switch {
	case !c.known:
		return r.cell(c, r.ctx.MinCell)
	case c.mark == disclosure.Rounded:
		return r.msg("figure.about", "n", r.words(c.num))
	}
	return r.words(c.num)
}

func (r ranked) alt() string {
	var each []string
	for _, row := range r.rows[:min(len(r.rows), 5)] {
		each = append(each, row.label+" "+r.valueText(row.value))
	}
	s := r.cat.List(each)
	if len(r.rows) > 5 {
		s = r.ownCount("alt.first", len(r.rows), "rows", s)
	}
	return s
}

func (r ranked) charts() []Chart {
	c := Chart{Kind: BarChart, Format: "#,##0"}
	switch r.unit {
	case "share":
		c.Format = "0%"
	case "hours", "per_10k":
		c.Format = "#,##0.0"
	case "index":
		c.Format = "0.00"
	}
	s := Series{Name: r.frame.title, Color: ToneAccent, Labels: true}
	for _, row := range r.rows {
		c.Categories = append(c.Categories, row.label)
		s.Points = append(s.Points, ChartPoint{Value: shownNum(row.value), Known: row.value.known, Text: r.valueText(row.value)})
	}
	c.Series = []Series{s}
	return []Chart{c}
}

func (r ranked) grid() Grid {
	g := Grid{Head: []string{r.own("head.label"), r.own("head.value")}, Right: []bool{false, true}}
	for _, row := range r.rows {
		g.Rows = append(g.Rows, []string{row.label, r.valueText(row.value)})
	}
	return g
}
