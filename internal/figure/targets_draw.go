package figure

// goalMeasures are where the parts of a row of targets stand, in px.
type goalMeasures struct {
	x, room           float64 // of the bars; room is what the scale's end fills
	first, step, bar  float64
	scale             float64 // px for the whole target
	nameSize, percent float64
	labelRoom         float64 // what a row's words may take right of the target's line
}

func (g *goals) measures(rows int) goalMeasures {
	largest := 1.15
	for _, r := range g.rows {
		largest = max(largest, r.share)
	}
	if g.lay.square {
		m := goalMeasures{x: g.lay.left, room: 800, nameSize: 26, percent: 34}
		m.first = g.top + 44
		m.step = min(116, (g.lay.bottom-m.first-4)/float64(rows))
		m.bar, m.scale = 36, m.room/largest
		return m
	}
	m := goalMeasures{x: 430, room: 960, first: 262, nameSize: 32, percent: 44}
	m.step = min(104, 640/float64(rows))
	m.bar = m.step * 0.63
	if m.step < 80 {
		m.nameSize, m.percent = 28, 36
	}
	m.scale = m.room / largest
	m.labelRoom = 1420 - (m.x + m.scale) - 18
	return m
}

// shown are the rows that there is room for.
func (g *goals) shown() []goal {
	fit := 12
	if g.lay.square {
		fit = 6
	}
	if len(g.rows) > fit {
		return g.rows[:fit-1]
	}
	return g.rows
}

func (g *goals) draw() {
	rows := g.shown()
	slots := len(rows)
	if len(rows) < len(g.rows) {
		slots++
	}
	m := g.measures(slots)
	line := m.x + m.scale
	y := m.first
	for _, r := range rows {
		g.drawGoal(r, y, m)
		y += m.step
	}
	end := y - m.step + m.bar + 12
	if left := len(g.rows) - len(rows); left > 0 {
		g.c.text(g.lay.left, y+m.step/2, g.ownCount("others", left), g.muted(26))
	}
	head := style{size: g.pick(26, 24), bold: true, color: g.pal.ink}.centre()
	half := g.c.measure(g.own("line"), head) / 2
	x := min(max(line, g.lay.left+half), g.lay.right-half)
	if g.lay.square {
		g.c.text(x, g.top+26, g.own("line"), head)
		return
	}
	g.c.text(x, m.first-34, g.own("line"), head)
	g.c.line(pen{color: g.pal.axis, width: 2}, point{m.x, m.first - 12}, point{m.x, end})
	g.targetLine(line, m.first-20, end)
}

// targetLine draws the target across the bars, with a gap of the canvas at each side: the line alone is
// not far enough from their colour.
func (g *goals) targetLine(x, top, bottom float64) {
	g.c.decor(func() { g.c.line(pen{color: g.pal.bg, width: 12}, point{x, top}, point{x, bottom}) })
	g.c.line(pen{color: g.pal.ink, width: 4}, point{x, top}, point{x, bottom})
}

// drawGoal draws a row into the band that begins at y.
func (g *goals) drawGoal(r goal, y float64, m goalMeasures) {
	if g.lay.square {
		g.drawGoalSquare(r, y, m)
		return
	}
	mid := y + m.bar/2
	g.label(g.lay.left, mid, m.x-24-g.lay.left, m.step, r.name, g.ink(m.nameSize))
	g.goalBar(r, m.x, mid-m.bar/2, m)
	st := g.c.shrink(g.result(r), g.resultStyle(r, m.percent), 146, 24)
	g.c.text(1560, mid+st.size*capHeight/2, g.result(r), st.right())
	parts := g.ink(min(m.nameSize, 32)).right()
	parts = g.c.shrink(g.parts(r), parts, g.lay.right-1580, 24)
	g.c.text(g.lay.right, mid+parts.size*capHeight/2, g.parts(r), parts)
	g.drawMissing(r, mid, m)
}

func (g *goals) resultStyle(r goal, size float64) style {
	st := style{size: size, bold: true, color: g.pal.accent}
	switch {
	case !r.value.known:
		st.color, st.bold, st.size = g.pal.muted, false, min(size, 32)
	case !r.reached():
		st.color = g.pal.hiText
	}
	return st
}

// goalBar draws the bar of a row: hatched where the value is hidden, with the length of nothing.
func (g *goals) goalBar(r goal, x, y float64, m goalMeasures) {
	switch {
	case r.value.hidden():
		g.c.hatch(box(x, y, stub, m.bar), g.pal, 1.8, 14)
	case r.value.missing():
		g.dashed(x, y, stub*3, m.bar)
	case r.value.zero():
	case r.reached():
		g.c.rect(x, y, max(4, m.scale*r.share), m.bar, g.pal.accent)
	default:
		g.c.rect(x, y, max(4, m.scale*r.share), m.bar, g.pal.hi)
	}
}

// drawMissing writes what is short right of the target's line, in two lines where the row is high enough.
func (g *goals) drawMissing(r goal, mid float64, m goalMeasures) {
	verb, what := g.missingWords(r)
	if verb == "" {
		return
	}
	st := style{size: 24, bold: true, color: g.pal.hiText}
	x := m.x + m.scale + 18
	if one := verb + " " + what; g.c.measure(one, st) <= m.labelRoom {
		g.c.text(x, mid+st.size*capHeight/2, one, st)
		return
	}
	if m.step >= 60 && g.c.measure(what, st) <= m.labelRoom {
		g.c.text(x, mid-6, verb, st)
		g.c.text(x, mid+24, what, st)
	}
}

// drawGoalSquare sets the words over the bar: the square has no room beside it.
func (g *goals) drawGoalSquare(r goal, y float64, m goalMeasures) {
	name, parts := g.ink(26), g.ink(26).right()
	words := g.parts(r)
	if verb, what := g.missingWords(r); verb != "" {
		words += ", " + verb + " " + what
		parts.color = g.pal.hiText
	}
	parts = g.c.shrink(words, parts, 560, 24)
	used := g.c.measure(words, parts)
	g.c.text(g.lay.left, y+26, g.c.fit(r.name, name, m.room-used-24), name)
	g.c.text(m.x+m.room, y+26, g.c.fit(words, parts, 560), parts)
	top := y + 38
	g.goalBar(r, m.x, top, m)
	g.targetLine(m.x+m.scale, top-4, top+m.bar+4)
	st := g.c.shrink(g.result(r), g.resultStyle(r, m.percent), 150, 24)
	g.c.text(g.lay.right, top+m.bar/2+st.size*capHeight/2, g.result(r), st.right())
}
