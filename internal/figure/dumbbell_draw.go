package figure

// dumbbells are where rows of scores stand, in px.
type dumbbells struct {
	x, width    float64 // of the scale from 0 to 100
	first, step float64 // middle of the first row, from one to the next
	heads, base float64
}

func (l *learning) measures(rows int) dumbbells {
	m := dumbbells{x: 520, width: 1040, first: 342, heads: 292, base: 866}
	room := 820 - m.first
	if l.lay.square {
		m = dumbbells{x: 96, width: 760, heads: l.top + 34, base: l.lay.bottom - 40}
		m.first = l.top + 112
		room = m.base - 24 - m.first
	}
	m.step = 116
	if rows > 1 {
		m.step = min(m.step, room/float64(rows-1))
	}
	m.base = min(m.base, m.first+m.step*float64(rows-1)+l.pick(62, 34))
	return m
}

// shown are the rows that there is room for.
func (l *learning) shown() []gain {
	fit := 9
	if l.lay.square {
		fit = 6
	}
	if len(l.rows) > fit {
		return l.rows[:fit-1]
	}
	return l.rows
}

func (l *learning) draw() {
	rows := l.shown()
	slots := len(rows)
	if len(rows) < len(l.rows) {
		slots++
	}
	m := l.measures(slots)
	l.drawScale(m)
	l.drawHeads(rows[0], m)
	y := m.first
	for _, g := range rows {
		l.drawGain(g, y, m)
		y += m.step
	}
	if left := len(l.rows) - len(rows); left > 0 {
		l.c.text(l.lay.left, y, l.ownCount("others", left), l.muted(26))
	}
}

func (l *learning) drawScale(m dumbbells) {
	top := m.first - l.pick(32, 26)
	for _, v := range []float64{0, 25, 50, 75, 100} {
		x := m.x + m.width*v/100
		l.c.decor(func() { l.c.line(pen{color: l.pal.grid, width: 2}, point{x, top}, point{x, m.base}) })
		l.c.text(x, m.base+l.pick(34, 32), l.whole(v), l.muted(l.pick(26, 24)).centre())
	}
}

// drawHeads writes «prima» and «dopo» over the marks of the first row, side by side where those are near.
func (l *learning) drawHeads(g gain, m dumbbells) {
	st := style{size: l.pick(26, 24), bold: true, color: l.pal.muted}
	end := st.coloured(l.pal.accent)
	before, after := m.x+m.width*g.before.num/100, m.x+m.width*g.after.num/100
	left, right := l.own("head.before"), l.own("head.after")
	leftStyle, rightStyle := st, end
	if after < before {
		before, after, left, right, leftStyle, rightStyle = after, before, right, left, end, st
	}
	gap := (l.c.measure(left, st)+l.c.measure(right, st))/2 + 24 - (after - before)
	if gap > 0 {
		before, after = before-gap/2, after+gap/2
	}
	y := m.first - l.pick(50, 42)
	if l.lay.square {
		y = m.heads
	}
	l.c.text(before, y, left, leftStyle.centre())
	l.c.text(after, y, right, rightStyle.centre())
	l.c.text(l.lay.right, y, l.own("head.gain"), l.ink(st.size).strong().right())
}

func (l *learning) drawGain(g gain, mid float64, m dumbbells) {
	l.drawGainName(g, mid, m)
	if !g.told() {
		label := l.gainText(g)
		if g.hidden() {
			l.hatched(m.x, mid-24, 132, 48, label, 26)
		} else {
			l.dashed(m.x, mid-24, 132, 48)
			l.c.text(m.x+66, mid+26*capHeight/2, label, l.muted(26).centre())
		}
		return
	}
	l.drawMarks(g, mid, m)
	st := l.ink(l.pick(40, 34)).strong().right()
	if g.points() < 0 {
		st.color = l.pal.hiText
	}
	l.c.text(l.lay.right, mid+st.size*capHeight/2, l.gainText(g), st)
}

// drawGainName writes the area and under it how many tests there are; on the square both over the row.
func (l *learning) drawGainName(g gain, mid float64, m dumbbells) {
	tests := l.muted(24)
	if l.lay.square {
		name := l.ink(26)
		words := l.testsText(g)
		room := 620 - l.c.measure(words, tests)
		b := l.plateAt(l.lay.left, mid-34, l.c.fit(g.name, name, room), name)
		l.plateAt(b.X1+16, mid-34, words, tests)
		return
	}
	width := m.x - 62 - l.lay.left
	name := l.ink(28)
	if m.step < 96 || l.c.measure(g.name, name) <= width {
		name = l.c.shrink(g.name, name, width, 24)
		l.c.text(l.lay.left, mid-6, l.c.fit(g.name, name, width), name)
		l.c.text(l.lay.left, mid+24, l.testsText(g), tests)
		return
	}
	lines := l.c.wrap(g.name, name, width, width, 2)
	y := l.c.block(l.lay.left, mid-14, 36, lines, name)
	l.c.text(l.lay.left, y-2, l.testsText(g), tests)
}

// drawMarks draws ring and disc with their scores outside. Where scores fell, the disc is at the left;
// where they are the same, it lies inside the ring.
func (l *learning) drawMarks(g gain, mid float64, m dumbbells) {
	const ring, disc, wide = 19.0, 18.0, 5.0
	before, after := m.x+m.width*g.before.num/100, m.x+m.width*g.after.num/100
	near := after-before < ring+disc && before-after < ring+disc
	if !near {
		l.c.rect(min(before, after), mid-5, max(before, after)-min(before, after), 10, l.pal.ctx)
	}
	beforeStyle, afterStyle := l.muted(28).strong(), style{size: 28, bold: true, color: l.pal.accent}
	out := 14 + disc
	from, to := min(before, after)-out, max(before, after)+out
	if after < before {
		l.plate(from, mid, l.score(g, g.after), afterStyle.right())
		l.plate(to, mid, l.score(g, g.before), beforeStyle)
	} else {
		l.plate(from, mid, l.score(g, g.before), beforeStyle.right())
		l.plate(to, mid, l.score(g, g.after), afterStyle)
	}
	l.c.disc(before, mid, ring, l.pal.axis)
	l.c.decor(func() { l.c.disc(before, mid, ring-wide, l.pal.bg) })
	if near {
		l.c.disc(after, mid, 9, l.pal.accent)
		return
	}
	l.c.disc(after, mid, disc, l.pal.accent)
}

// plate writes a number centred on y upon a patch of the canvas, so that no grid line runs through it.
func (l *learning) plate(x, y float64, s string, st style) {
	l.plateAt(x, y+st.size*capHeight/2, s, st)
}

// plateAt writes a text with its baseline at y upon a patch of the canvas.
func (f *frame) plateAt(x, y float64, s string, st style) TextBox {
	b := f.c.boxOf(x, y, s, st)
	f.c.decor(func() { f.c.rect(b.X0-4, b.Y0-3, b.X1-b.X0+8, b.Y1-b.Y0+8, f.pal.bg) })
	return f.c.text(x, y, s, st)
}
