package figure

// plotArea is the square in which the curve stands, in px.
type plotArea struct{ x0, y0, x1, y1 float64 }

func (a plotArea) at(x, y float64) point {
	return point{a.x0 + (a.x1-a.x0)*x, a.y1 - (a.y1-a.y0)*y}
}

func (l *lorenz) area() plotArea {
	if l.lay.square {
		return plotArea{150, l.top + 62, 984, l.lay.bottom - 82}
	}
	return plotArea{260, 258, 1160, 838}
}

func (l *lorenz) draw() {
	a := l.area()
	l.drawAxes(a)
	pts := make([]point, 0, len(l.points))
	for _, p := range l.points {
		if p.people.known {
			pts = append(pts, a.at(p.residents, p.people.num))
		}
	}
	l.c.decor(func() {
		l.c.polygon(append(append([]point{}, pts...), a.at(1, 1), a.at(0, 0)), l.pal.wash)
		l.grid(a)
	})
	l.c.line(pen{color: l.pal.ctx, width: 3, dash: []float64{15, 9}}, a.at(0, 0), a.at(1, 1))
	name := a.at(0.62, 0.62)
	if l.lay.square {
		name = a.at(0.8, 0.8)
	}
	l.c.text(name.X-34, name.Y-14, l.own("even"), l.muted(l.pick(26, 24)).right())
	l.drawReadingLines(a)
	l.c.line(pen{color: l.pal.accent, width: 6, round: true}, pts...)
	for i, p := range pts {
		if i > 0 && i < len(pts)-1 {
			l.c.disc(p.X, p.Y, 6, l.pal.accent)
		}
	}
	l.drawReadingPoint(a)
	if l.lay.square {
		l.drawGini(a.x0+28, a.y0+96)
		return
	}
	l.drawHowToRead()
}

func (l *lorenz) grid(a plotArea) {
	for _, v := range []float64{0.25, 0.5, 0.75, 1} {
		l.c.line(pen{color: l.pal.grid, width: 2}, a.at(0, v), a.at(1, v))
	}
}

func (l *lorenz) drawAxes(a plotArea) {
	size := l.pick(26, 24)
	for _, v := range []float64{0, 0.25, 0.5, 0.75, 1} {
		label := l.cat.Percent(v, 0)
		p := a.at(0, v)
		l.c.text(p.X-16, p.Y+size*capHeight/2, label, l.muted(size).right())
		p = a.at(v, 0)
		l.c.text(p.X, p.Y+l.pick(38, 34), label, l.muted(size).centre())
	}
	head := l.ink(size).strong()
	l.c.text(l.lay.left, a.y0-l.pick(34, 28), l.own("head.people"), head)
	l.c.text(a.x1, a.y1+l.pick(74, 68), l.own("head.residents"), head.right())
	l.c.line(pen{color: l.pal.axis, width: 2}, a.at(0, 0), a.at(1, 0))
}

// drawReadingLines lead from the point at half of the residents to both axes.
func (l *lorenz) drawReadingLines(a plotArea) {
	if !l.half.known {
		return
	}
	p := a.at(0.5, l.half.num)
	dots := pen{color: l.pal.hi, width: 3, dash: []float64{6, 6}}
	l.c.line(dots, point{a.x0, p.Y}, p)
	l.c.line(dots, p, point{p.X, a.y1})
}

func (l *lorenz) drawReadingPoint(a plotArea) {
	if !l.half.known {
		return
	}
	p := a.at(0.5, l.half.num)
	l.c.decor(func() { l.c.disc(p.X, p.Y, 17, l.pal.bg) })
	l.c.disc(p.X, p.Y, 13, l.pal.hi)
	st := style{size: l.pick(28, 26), bold: true, color: l.pal.hiText}
	lines := []string{l.own("point.residents"), l.own("point.people", "share", l.share())}
	if p.Y+72 < a.y1 {
		for i, s := range lines {
			l.plateAt(p.X+26, p.Y+34+34*float64(i), s, st)
		}
		return
	}
	// A curve that lies so low leaves room over it, left of the point.
	l.c.block(p.X-16, p.Y-52, 34, lines, st.right())
}

func (l *lorenz) drawHowToRead() {
	const x = 1270.0
	width := l.lay.right - x
	l.c.text(x, 330, l.own("how"), l.ink(30).strong())
	st := l.ink(28)
	y := l.c.block(x, 378, 38, l.c.wrap(l.own("how.even"), st, width, width, 3), st)
	if s := l.reading(); s != "" {
		y = l.c.block(x, y+24, 38, l.c.wrap(s, st, width, width, 4), st)
	}
	l.drawGini(x, y+84)
}

// drawGini writes the index with what its two ends mean.
func (l *lorenz) drawGini(x, y float64) {
	if !l.gini.known {
		return
	}
	st := style{size: l.pick(96, 80), bold: true, color: l.pal.accent}
	l.c.text(x, y, l.cat.Number(l.gini.num, 2), st)
	l.plateAt(x, y+48, l.own("gini"), l.ink(28).strong())
	ends := l.own("gini.none") + ", " + l.own("gini.all")
	if !l.lay.square {
		l.c.text(x, y+86, ends, l.muted(26))
		return
	}
	l.plateAt(x, y+84, l.own("gini.none")+",", l.muted(24))
	l.plateAt(x, y+114, l.own("gini.all"), l.muted(24))
}
