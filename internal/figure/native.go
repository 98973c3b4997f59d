package figure

import "slices"

// chartPoint gives a value as it may be shown: what is hidden or unknown has its words and no number.
func (f *frame) chartPoint(c cell) ChartPoint {
	if c.exact() {
		return ChartPoint{Value: c.num, Known: true}
	}
	return ChartPoint{Value: c.num, Known: c.known && !c.hidden(), Text: f.cell(c, f.ctx.MinCell)}
}

func (f *frame) chartPoints(cells []cell) []ChartPoint {
	points := make([]ChartPoint, len(cells))
	for i, c := range cells {
		points[i] = f.chartPoint(c)
	}
	return points
}

// gridWord is the head of a column that several figures have.
func (f *frame) gridWord(id string) string { return f.msg("figure.grid." + id) }

// monthCategories names months on a chart's axis: the year is said where it begins.
func (f *frame) monthCategories(months []string) []string {
	names := make([]string, len(months))
	for i, m := range months {
		names[i] = f.cat.MonthShort(m)
		if i == 0 || monthNumber(m) == 1 {
			names[i] += " " + m[:min(4, len(m))]
		}
	}
	return names
}

// nativeNumbers gives the headline numbers as a table.
func (f *frame) nativeNumbers(people cell, items []headline) {
	f.grid = Grid{Head: []string{f.gridWord("measure"), f.gridWord("value")}, Right: []bool{false, true}}
	add := func(name string, c cell, label string) {
		if label == "" {
			label = f.cell(c, f.ctx.MinCell)
		}
		f.grid.Rows = append(f.grid.Rows, []string{f.capital(name), label})
	}
	if people.known {
		add(f.ownCount("people", people.int()), people, "")
	}
	for _, h := range items {
		label := ""
		if h.hours && h.value.exact() && h.value.num < 1e6 {
			label = f.hours(h.value.num)
		}
		name := f.ownCount(h.words, h.value.int())
		if h.total > 0 {
			name = f.ownCount(h.words+".of", h.value.int(), "total", f.int(h.total))
		}
		add(name, h.value, label)
	}
}

// native gives the courses active and begun in each month.
func (c *calendar) native() {
	c.grid = Grid{
		Head:  []string{c.gridWord("month"), c.own("strip"), c.own("grid.started")},
		Right: []bool{false, true, true},
	}
	for m, month := range c.months {
		c.grid.Rows = append(c.grid.Rows, []string{c.cat.MonthYear(month), c.int(c.active[m]), c.int(c.started[m])})
	}
}

// native gives the running total as a line with its target, the new people as columns. Where a month is
// hidden the line has no point, as drawn.
func (r *reach) native() {
	sum := slices.Clone(r.sum)
	if n := len(sum); n > 0 && r.total.exact() {
		sum[n-1] = r.total
	}
	r.grid = Grid{
		Head:  []string{r.gridWord("month"), r.own("panel.new"), r.own("panel.sum")},
		Right: []bool{false, true, true},
	}
	peak := -1
	for i, m := range r.months {
		r.grid.Rows = append(r.grid.Rows, []string{r.cat.MonthYear(m), r.cell(r.new[i], r.ctx.MinCell), r.cell(sum[i], r.ctx.MinCell)})
		if c := r.new[i]; c.known && c.num > 0 && (peak < 0 || c.num > r.new[peak].num) {
			peak = i
		}
	}
	months := r.monthCategories(r.months)
	fresh := Series{Name: r.own("panel.new"), Color: ToneAccent, Points: r.chartPoints(r.new), Labels: true}
	if peak >= 0 && len(r.new) > 1 {
		fresh.Points[peak].Tone = ToneAccent2
	}
	columns := Chart{Kind: ColumnChart, Title: fresh.Name, Categories: months, Series: []Series{fresh}, Format: wholeFormat, Gap: 47}
	if len(r.months) < 2 {
		r.charts = []Chart{columns}
		return
	}
	line := Chart{
		Kind: LineChart, Title: r.own("panel.sum"), Categories: months, Format: wholeFormat,
		Series: []Series{{Name: r.own("panel.sum"), Color: ToneAccent, Points: r.chartPoints(sum), Labels: true}},
	}
	if r.goal > 0 {
		goal := Series{Name: r.own("goal.line", "n", r.short(r.goal)), Color: ToneShort, Dashed: true}
		for range months {
			goal.Points = append(goal.Points, ChartPoint{Value: r.goal, Known: true})
		}
		line.Series = append(line.Series, goal)
	}
	r.charts = []Chart{line, columns}
}

// wholeFormat writes counts as Excel does, with the reader's own sign between thousands.
const wholeFormat = "#,##0"

// native lists the largest comuni and how many there are of each class, as the key does.
func (m *tileMap) native() {
	m.grid = Grid{Head: []string{m.gridWord("comune"), m.gridWord("people")}, Right: []bool{false, true}}
	shown := m.byValue()
	for _, t := range shown[:min(8, len(shown))] {
		m.grid.Rows = append(m.grid.Rows, []string{t.Name, m.cell(m.values[t.ISTAT], m.ctx.MinCell)})
	}
	counts := map[int]int{}
	for _, t := range m.ctx.Tiles {
		counts[m.class(m.values[t.ISTAT])]++
	}
	for class := len(m.breaks) - 1; class >= -2; class-- {
		if class >= -1 || counts[class] > 0 {
			m.grid.Rows = append(m.grid.Rows, []string{m.own("key") + ": " + m.keyLabel(class), m.ownCount("comuni", counts[class])})
		}
	}
}

// native gives comuni reached and not as stacked bars, all columns as a table.
func (v *coverage) native() {
	v.grid = Grid{
		Head:  []string{v.own("head.zone"), v.own("head.comuni"), v.own("head.people"), v.own("head.rate")},
		Right: []bool{false, true, true, true},
	}
	reached := Series{Name: v.own("grid.covered"), Color: ToneAccent, Labels: true}
	rest := Series{Name: v.own("grid.rest"), Color: ToneContext, Labels: true}
	var zones []string
	for _, r := range v.rows {
		parts := v.own("parts", "n", v.int(r.covered), "total", v.int(r.comuni))
		v.grid.Rows = append(v.grid.Rows, []string{r.name, parts, v.cell(r.people, v.ctx.MinCell), v.rateOf(r.rate)})
		zones = append(zones, r.name)
		reached.Points = append(reached.Points, ChartPoint{Value: float64(r.covered), Known: true})
		rest.Points = append(rest.Points, ChartPoint{Value: float64(r.comuni - r.covered), Known: true})
	}
	v.chartSubtitle = v.own("subtitle.chart")
	v.charts = []Chart{{Kind: StackedBarChart, Categories: zones, Series: []Series{reached, rest}, Format: wholeFormat, Gap: 40}}
}

// native gives the crossings as a table, the people of each zone last.
func (h *heat) native() {
	h.grid = Grid{Head: []string{h.gridWord("zone")}, Right: []bool{false}}
	for _, a := range h.areas {
		h.grid.Head, h.grid.Right = append(h.grid.Head, h.ctx.areaLabel(a)), append(h.grid.Right, true)
	}
	h.grid.Head, h.grid.Right = append(h.grid.Head, h.own("head.people")), append(h.grid.Right, true)
	breaks := h.breaks()
	for _, z := range h.zones {
		row, shades := []string{name(z)}, []int{0}
		for _, a := range h.areas {
			c := h.at(a, z)
			row, shades = append(row, h.cell(c, h.ctx.MinCell)), append(shades, h.shade(c, breaks))
		}
		h.grid.Shades = append(h.grid.Shades, append(shades, 0))
		h.grid.Rows = append(h.grid.Rows, append(row, h.cell(h.zoneTotal[z], h.ctx.MinCell)))
	}
}

// shade is the class of a cell's fill, as drawn.
func (h *heat) shade(c cell, breaks []float64) int {
	switch {
	case c.hidden():
		return Hatched
	case !c.known || c.zero():
		return 0
	}
	return slices.Index(h.pal.ramp[:], h.pal.rampClass(c.num, breaks)) + 1
}

// native gives each partner its own columns, all on one scale.
func (p *partners) native() {
	p.grid = Grid{Head: []string{p.gridWord("partner")}, Right: []bool{false}}
	for _, m := range p.months {
		p.grid.Head, p.grid.Right = append(p.grid.Head, p.monthIn(m, p.months)), append(p.grid.Right, true)
	}
	p.grid.Head, p.grid.Right = append(p.grid.Head, p.own("head.total")), append(p.grid.Right, true)
	rows, most := p.rows, 1.0
	if len(rows) > 10 {
		rows = p.together(rows)
	}
	for _, r := range p.rows {
		row := []string{r.name}
		for _, c := range r.values {
			row = append(row, p.cell(c, p.ctx.MinCell))
			most = max(most, c.num)
		}
		total, _ := p.totalOf(r)
		p.grid.Rows = append(p.grid.Rows, append(row, total))
	}
	months := p.monthCategories(p.months)
	for _, r := range rows {
		total, _ := p.totalOf(r)
		p.charts = append(p.charts, Chart{
			Kind: ColumnChart, Title: r.name + ": " + total, Categories: months, Format: wholeFormat, Max: most * 1.35, Gap: 47,
			Series: []Series{{Name: r.name, Color: ToneAccent, Points: p.chartPoints(r.values), Labels: true}},
		})
	}
}
