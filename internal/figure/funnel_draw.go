package figure

// funnelShape is where the columns of bars stand, in px.
type funnelShape struct {
	x, pitch    float64 // of the first column, from one to the next
	heads       float64 // baseline
	first, step float64 // top of the first row, from one to the next
	room        float64 // the longest bar
	most        float64 // its value
}

// under says that a bar has its share below it; where rows are low it stands beside the number.
func (s funnelShape) under() bool { return s.step >= 84 }

func (v *funnel) shown() []funnelRow {
	most := 12
	if v.lay.square {
		most = 5
	}
	rows := v.rows
	if len(rows) == 1 { // the total says the same
		return nil
	}
	if len(rows) > most {
		v.left = len(rows) - most + 1
		rows = rows[:most-1]
	}
	return rows
}

func (v *funnel) shape(rows []funnelRow) funnelShape {
	s := funnelShape{x: 470, pitch: 356, heads: 254, first: 276, step: 98}
	if v.lay.square {
		s = funnelShape{x: v.lay.left, pitch: 246, heads: v.top + 36, first: v.top + 52, step: 112}
	}
	slots := len(rows)
	if v.left > 0 {
		slots++
	}
	if slots > 0 {
		s.step = min(s.step, (v.lay.bottom-v.pick(116, 112)-s.first)/float64(slots))
	}
	beside := 12.0
	s.most = 1
	for _, r := range rows {
		for i, c := range r.steps {
			s.most = max(s.most, c.num)
			w := v.c.measure(v.cell(c, v.ctx.MinCell), v.ink(28).strong())
			if !s.under() {
				w += 14 + v.c.measure(v.rate(r, i), v.ink(24).strong())
			}
			beside = max(beside, 12+w)
		}
	}
	s.room = min(200, v.lay.right-s.x-3*s.pitch-beside, s.pitch-20-beside)
	return s
}

func (v *funnel) draw() {
	rows := v.shown()
	s := v.shape(rows)
	for i, step := range funnelSteps {
		v.c.text(s.x+s.pitch*float64(i), s.heads, v.own("head."+step), v.ink(v.pick(28, 24)).strong())
	}
	y := s.first
	for _, r := range rows {
		v.rule(y, 1.5)
		v.c.group(r.name, func() { v.drawFunnelRow(r, y, s) })
		y += s.step
	}
	if v.left > 0 {
		v.rule(y, 1.5)
		v.c.text(v.lay.left, y+s.step/2+9, v.ownCount("others", v.left), v.muted(26))
		y += s.step
	}
	v.c.line(pen{color: v.pal.axis, width: 2.5}, point{v.lay.left, y}, point{v.lay.right, y})
	v.drawFunnelTotal(y, s)
}

func (v *funnel) rule(y, width float64) {
	v.c.decor(func() {
		v.c.line(pen{color: v.pal.grid, width: width}, point{v.lay.left, y}, point{v.lay.right, y})
	})
}

func (v *funnel) drawFunnelRow(r funnelRow, y float64, s funnelShape) {
	high, top := min(32, s.step*0.6), y+(s.step-min(32, s.step*0.6))/2
	if s.under() {
		top = y + (s.step-68)/2 + 4
	}
	if v.lay.square {
		st := v.ink(26)
		v.c.text(v.lay.left, y+30, v.c.fit(r.name, st, v.lay.right-v.lay.left), st)
		high, top = 24, y+42
	} else if st, width := v.ink(28), s.x-24-v.lay.left; s.under() {
		lines := v.c.wrap(r.name, st, width, width, 2)
		v.c.block(v.lay.left, y+s.step/2+10-17*float64(len(lines)-1), 34, lines, st)
	} else {
		v.label(v.lay.left, y+s.step/2, width, s.step, r.name, st)
	}
	for i, c := range r.steps {
		fill, quiet := ToneContext, v.muted(24)
		if i == funnelStep {
			fill, quiet = ToneAccent, v.ink(24).strong().coloured(v.pal.accent2)
		}
		x, rate := s.x+s.pitch*float64(i), v.rate(r, i)
		beside := rate
		if s.under() {
			beside = ""
			v.c.text(x, top+high+v.pick(28, 25), rate, quiet)
		}
		v.labelled(x, top, s.room*c.num/s.most, high, c, fill, v.ink(v.pick(28, 26)).strong(), quiet, beside)
	}
}

// drawFunnelTotal writes the numbers of all areas below the rule, without bars.
func (v *funnel) drawFunnelTotal(y float64, s funnelShape) {
	base := y + v.pick(54, 76)
	if v.lay.square {
		v.c.text(v.lay.left, y+32, v.total.name, v.ink(26).strong())
	} else {
		v.c.text(v.lay.left, base, v.total.name, v.ink(28).strong())
	}
	for i, c := range v.total.steps {
		x := s.x + s.pitch*float64(i)
		st := v.ink(v.pick(40, 34)).strong()
		label := v.cell(c, v.ctx.MinCell)
		v.c.text(x, base, label, v.c.shrink(label, st, s.pitch-20, 26))
		rate, quiet := v.rate(v.total, i), v.muted(v.pick(26, 24))
		if i == funnelStep && rate != "" {
			quiet = quiet.strong().coloured(v.pal.accent2)
			if !v.lay.square {
				rate = v.own("of", "share", rate)
			}
		}
		v.c.text(x, base+v.pick(38, 30), rate, quiet)
	}
}

// native gives the steps side by side for each area, and with the total and the rate as a table.
func (v *funnel) native() {
	v.grid = Grid{Head: []string{v.own("head.area")}, Right: []bool{false}}
	for _, s := range funnelSteps {
		v.grid.Head, v.grid.Right = append(v.grid.Head, v.own("head."+s)), append(v.grid.Right, true)
	}
	v.grid.Head, v.grid.Right = append(v.grid.Head, v.own("head.rate")), append(v.grid.Right, true)
	for _, r := range append(v.rows[:len(v.rows):len(v.rows)], v.total) {
		row := []string{r.name}
		for _, c := range r.steps {
			row = append(row, v.cell(c, v.ctx.MinCell))
		}
		v.grid.Rows = append(v.grid.Rows, append(row, v.rate(r, funnelStep)))
	}
	chart := Chart{Kind: BarChart, Format: wholeFormat, Gap: 60}
	rows := v.shown()
	if rows == nil {
		rows = []funnelRow{v.total}
	}
	for i, s := range funnelSteps {
		series := Series{Name: v.own("head." + s), Color: ToneContext, Labels: true}
		if i == funnelStep {
			series.Color = ToneAccent
		}
		for _, r := range rows {
			series.Points = append(series.Points, v.chartPoint(r.steps[i]))
		}
		chart.Series = append(chart.Series, series)
	}
	for _, r := range rows {
		chart.Categories = append(chart.Categories, r.name)
	}
	v.charts = []Chart{chart}
}
