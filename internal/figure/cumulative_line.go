package figure

// drawUpper draws the running total against the target. A month that disclosure hides has no point:
// its neighbours are joined, so that the line does not give it away.
func (r *reach) drawUpper() {
	most := max(r.total.num, r.goal)
	for _, c := range r.sum {
		most = max(most, c.num)
	}
	yOf := func(v float64) float64 { return r.upperBase - (r.upperBase-r.upperTop)*v/(1.07*most) }
	right := r.axis.x + r.axis.step*float64(len(r.months))
	var pts []point
	var at []int
	for i, c := range r.sum {
		if i == len(r.sum)-1 && r.total.exact() {
			c = r.total
		}
		if c.known {
			pts = append(pts, point{r.axis.mid(i), yOf(c.num)})
			at = append(at, i)
		}
	}
	if len(pts) > 1 {
		r.c.decor(func() {
			last := pts[len(pts)-1]
			r.c.polygon(append(append([]point{}, pts...), point{last.X, r.upperBase}, point{pts[0].X, r.upperBase}), r.pal.wash)
		})
	}
	r.c.text(r.lay.left, r.top+r.pick(46, 34), r.own("panel.sum"), r.ink(28).strong())
	r.drawGrid(most, yOf, right)
	r.drawGoal(yOf, pts)
	r.c.line(pen{color: r.pal.axis, width: 2}, point{r.axis.x, r.upperBase}, point{right, r.upperBase})
	if len(pts) > 1 {
		r.c.line(pen{color: r.pal.accent, width: 6, round: true}, pts...)
	}
	r.drawPoints(pts, at)
	r.drawLast(pts, yOf)
	r.drawQuarters(pts, at, yOf)
}

// drawGrid draws round values; one that would run into the target's words is left out.
func (r *reach) drawGrid(most float64, yOf func(float64) float64, right float64) {
	for _, v := range gridValues(most) {
		y := yOf(v)
		if r.goal > 0 && y < yOf(r.goal)+46 && y > yOf(r.goal)-76 {
			continue
		}
		r.c.decor(func() { r.c.line(pen{color: r.pal.grid, width: 2}, point{r.axis.x, y}, point{right, y}) })
		r.c.text(r.axis.x, y-9, r.short(v), r.muted(r.pick(26, 24)))
	}
}

// drawGoal draws the target up to the last month, its words over the line at the left, or at the right
// where the running total passes there.
func (r *reach) drawGoal(yOf func(float64) float64, pts []point) {
	if r.goal == 0 {
		return
	}
	y, end := yOf(r.goal), r.axis.mid(len(r.months)-1)
	r.c.line(pen{color: r.pal.hi, width: 3, dash: []float64{15, 9}}, point{r.axis.x, y}, point{end, y})
	st := style{size: 26, bold: true, color: r.pal.hiText}
	words := r.own("goal.line", "n", r.short(r.goal))
	if crosses(pts, r.c.boxOf(r.axis.x, y-12, words, st)) {
		if right := r.c.boxOf(end-24, y-12, words, st.right()); !crosses(pts, right) {
			r.c.text(end-24, y-12, words, st.right())
			return
		}
	}
	r.c.text(r.axis.x, y-12, words, st)
}

// crosses says whether a line of points passes through a text's box, with a little air.
func crosses(pts []point, b TextBox) bool {
	const air = 14
	for i := 1; i < len(pts); i++ {
		a, c := pts[i-1], pts[i]
		for x := max(a.X, b.X0-air); x <= min(c.X, b.X1+air); x += 4 {
			if y := a.Y + (c.Y-a.Y)*(x-a.X)/(c.X-a.X); y > b.Y0-air && y < b.Y1+air {
				return true
			}
		}
	}
	return false
}

func (r *reach) drawPoints(pts []point, at []int) {
	for i, p := range pts {
		radius := 8.0
		if i == len(pts)-1 {
			radius = 13
		} else if r.axis.step < 30 {
			continue
		}
		told := r.sum[at[i]]
		if at[i] == len(r.sum)-1 && r.total.exact() {
			told = r.total
		}
		r.c.named(r.msg("figure.tip.sum", "month", r.cat.MonthYear(r.months[at[i]]), "n", r.cell(told, r.ctx.MinCell)), func() {
			r.c.decor(func() { r.c.disc(p.X, p.Y, radius+3, r.pal.bg) })
			r.c.disc(p.X, p.Y, radius, r.pal.accent)
		})
	}
}

// drawLast writes the total beside the last point; on the square, over it.
func (r *reach) drawLast(pts []point, yOf func(float64) float64) {
	if len(pts) == 0 {
		return
	}
	p := pts[len(pts)-1]
	st := r.lastStyle()
	label := r.cell(r.total, r.ctx.MinCell)
	if !r.lay.square {
		r.c.text(p.X+24, p.Y+st.size*capHeight/2, label, st)
		return
	}
	y := p.Y - 26
	if r.goal > r.total.num && yOf(r.goal) > y-60 {
		y = yOf(r.goal) - 14 // over the target's line, not on it
	}
	half := r.c.measure(label, st) / 2
	r.c.text(min(p.X, r.lay.right-half), y, label, st.centre())
}

// drawQuarters writes the total at the end of each quarter up-left of its point, or below at the right
// where something stands there already.
func (r *reach) drawQuarters(pts []point, at []int, yOf func(float64) float64) {
	st := style{size: 28, bold: true, color: r.pal.accent2}
	for k, p := range pts {
		i := at[k]
		if k == len(pts)-1 || !quarterEnd(r.months[i]) || r.axis.long() && monthNumber(r.months[i]) != 12 {
			continue
		}
		label := r.cell(r.sum[i], r.ctx.MinCell)
		b := r.c.boxOf(p.X-14, p.Y-16, label, st.right())
		if !r.blocked(b, yOf) {
			r.c.text(p.X-14, p.Y-16, label, st.right())
			continue
		}
		b = r.c.boxOf(p.X+10, p.Y+40, label, st)
		if !r.blocked(b, yOf) && b.Y1 < r.upperBase-4 {
			r.c.text(p.X+10, p.Y+40, label, st)
		}
	}
}

// blocked says that a label would run into a text, the target's line or the panel's edges.
func (r *reach) blocked(b TextBox, yOf func(float64) float64) bool {
	if r.goal > 0 {
		if y := yOf(r.goal); b.Y0-6 < y && y < b.Y1+6 {
			return true
		}
	}
	return b.X0 < r.axis.x || b.X1 > r.axis.x+r.axis.step*float64(len(r.months)) || r.c.clashes(b)
}
