package figure

import (
	"image/color"

	"formare/internal/disclosure"
)

func (m *tileMap) isSmall(c cell) bool { return c.mark == disclosure.Small }

// class gives a comune's ramp class; -1 for nobody, -2 for a protected or unknown number.
func (m *tileMap) class(c cell) int {
	switch {
	case m.isSmall(c):
		return 0
	case !c.known:
		return -2
	case c.num <= 0:
		return -1
	}
	return classOf(c.num, m.breaks)
}

// fill spreads the classes over the ramp, should there be fewer than five.
func (m *tileMap) fill(class int) color.RGBA {
	return m.pal.ramp[class*(len(m.pal.ramp)-1)/max(1, len(m.breaks)-1)]
}

func (m *tileMap) drawTiles() {
	for _, t := range m.ctx.Tiles {
		c := m.values[t.ISTAT]
		title := t.Name + ": " + m.tileValue(c)
		m.c.group(title, func() { m.drawTile(t, c) })
	}
}

// tileValue is a tile's own title: «107 operatori», «meno di 5 operatori», «nessun operatore».
func (m *tileMap) tileValue(c cell) string {
	switch {
	case m.isSmall(c):
		return m.own("tile.small", "min", m.int(m.ctx.MinCell))
	case c.hidden():
		return m.own("tile.hidden")
	case !c.known:
		return m.msg("figure.unknown")
	}
	return m.ownCount("tile", c.int())
}

func (m *tileMap) drawTile(t Tile, c cell) {
	at := m.centre(t)
	r := m.radius - 1.6
	hex := hexagon(at, r)
	st := m.muted(24).centre().in()
	thin := pen{color: m.pal.axis, width: 1.6}
	class := m.class(c)
	switch {
	case class >= 0:
		fill := m.fill(class)
		m.c.decor(func() { m.c.polygon(hex, fill) }) // classes near the canvas have an outline
		if class < m.pal.outlined {
			m.c.outline(hexagon(at, r-0.8), thin)
		}
		st.color = textOn(fill)
	case c.hidden():
		m.c.hatch(hex, m.pal, 1.4, 9)
		w := m.c.measure(t.Label, st) + 6
		m.c.decor(func() { m.c.rect(at.X-w/2, at.Y-13, w, 26, m.pal.bg) })
		m.c.outline(hexagon(at, r-0.8), thin)
	case c.missing():
		m.c.outline(hexagon(at, r-1), pen{color: m.pal.axis, width: 2, dash: []float64{6, 6}})
	default:
		m.c.outline(hexagon(at, r-0.8), thin)
	}
	m.c.text(at.X, at.Y+8.5, t.Label, m.c.shrink(t.Label, st, m.width+6, 24))
}

// drawBorders draws the zones.
func (m *tileMap) drawBorders() {
	inner, edge := m.sides()
	m.c.lines(pen{color: m.pal.border, width: 3.4, round: true}, inner)
	m.c.lines(pen{color: m.pal.border, width: 3, round: true}, edge)
}

// sides gives each side of a hexagon whose neighbour belongs to another zone, and those of the region's edge.
func (m *tileMap) sides() (inner, edge [][]point) {
	type place struct{ col, row int }
	zones := map[place]string{}
	for _, t := range m.ctx.Tiles {
		zones[place{t.Col, t.Row}] = "z" + t.Zone
	}
	// Neighbours clockwise from the east; the side to the i-th joins corners i−1 and i.
	even := [6]place{{1, 0}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}}
	odd := [6]place{{1, 0}, {1, 1}, {0, 1}, {-1, 0}, {0, -1}, {1, -1}}
	for _, t := range m.ctx.Tiles {
		near := even
		if t.Row&1 == 1 {
			near = odd
		}
		at := m.centre(t)
		for i, d := range near {
			zone, ok := zones[place{t.Col + d.col, t.Row + d.row}]
			side := []point{corner(at, m.radius, i+5), corner(at, m.radius, i)}
			switch {
			case !ok:
				edge = append(edge, side)
			case zone != "z"+t.Zone && i < 3: // each pair once
				inner = append(inner, side)
			}
		}
	}
	return inner, edge
}

// classLabel names a class: «<5», «5 – 9», «50 e più».
func (m *tileMap) classLabel(class int) string {
	if class == 0 {
		return m.small(m.ctx.MinCell)
	}
	from := m.breaks[class]
	if class == len(m.breaks)-1 {
		return m.own("key.most", "n", m.whole(from))
	}
	if to := m.breaks[class+1] - 1; to > from {
		return m.whole(from) + " – " + m.whole(to)
	}
	return m.whole(from)
}

// drawKey draws the classes with the number of comuni in each, then what is empty, in words.
func (m *tileMap) drawKey() {
	counts := map[int]int{}
	for _, t := range m.ctx.Tiles {
		counts[m.class(m.values[t.ISTAT])]++
	}
	classes := []int{}
	for class := len(m.breaks) - 1; class >= 0; class-- {
		classes = append(classes, class)
	}
	classes = append(classes, -1)
	if counts[-2] > 0 {
		classes = append(classes, -2)
	}
	x, y, step, w, h := m.lay.left, 288.0, 54.0, 64.0, 40.0
	if m.lay.square {
		step, w, h = 34, 44, 28
		y = m.lay.bottom - 56 - step*float64(len(classes)-1)
	}
	m.c.text(x, y-m.pick(26, 16), m.ownCut("key"), m.ink(m.pick(28, 26)).strong())
	st, counted := m.ink(m.pick(26, 24)).strong(), x+220
	for _, class := range classes {
		counted = max(counted, x+w+44+m.c.measure(m.keyLabel(class), st))
	}
	for i, class := range classes {
		m.drawSwatch(x, y+step*float64(i), w, h, class)
		base := y + step*float64(i) + h/2 + st.size*capHeight/2
		m.c.text(x+w+m.pick(20, 12), base, m.keyLabel(class), st)
		if !m.lay.square {
			m.c.text(counted, base, m.ownCount("comuni", counts[class]), m.muted(26))
		}
	}
	if !m.lay.square {
		m.drawEmpty(x, y+step*float64(len(classes))+88, counts[-1])
	}
}

func (m *tileMap) keyLabel(class int) string {
	switch class {
	case -1:
		return "0"
	case -2:
		return m.msg("figure.protected")
	}
	return m.classLabel(class)
}

func (m *tileMap) drawSwatch(x, y, w, h float64, class int) {
	outline := func() { m.c.outline(box(x+0.8, y+0.8, w-1.6, h-1.6), pen{color: m.pal.axis, width: 1.6}) }
	switch {
	case class == -2:
		m.c.hatch(box(x, y, w, h), m.pal, 1.4, 9)
		outline()
	case class == -1:
		outline()
	default:
		m.c.decor(func() { m.c.rect(x, y, w, h, m.fill(class)) })
		if class < m.pal.outlined {
			outline()
		}
	}
}

// drawEmpty says in words how many comuni have nobody and who lives there.
func (m *tileMap) drawEmpty(x, y float64, empty int) {
	if empty == 0 {
		return
	}
	st := style{size: 28, bold: true, color: m.pal.hiText}
	y = m.c.block(x, y, 36, m.c.wrap(m.ownCount("empty", empty), st, 400, 400, 2), st)
	if share, base, ok := m.emptyShare(); ok {
		m.c.text(x, y+4, m.ownCount("empty.share", empty, "percent", m.thePercent(share, base)), m.muted(26))
	}
}

// drawLargest lists the eight comuni with most people.
func (m *tileMap) drawLargest() {
	shown := m.byValue()
	if len(shown) == 0 {
		return
	}
	x, right, y := 1450.0, m.lay.right, 306.0
	m.c.text(x, 262, m.own("largest"), m.ink(28).strong())
	sum, exact := 0.0, m.total.exact()
	for _, t := range shown[:min(8, len(shown))] {
		c := m.values[t.ISTAT]
		sum += c.num
		exact = exact && c.exact()
		m.c.text(x, y, t.Label, m.muted(26))
		st := m.ink(28).strong().right()
		label := m.cell(c, m.ctx.MinCell)
		m.c.text(right, y, label, st)
		nameStyle := m.ink(26)
		m.c.text(x+66, y, m.c.fit(t.Name, nameStyle, right-x-66-24-m.c.measure(label, st)), nameStyle)
		m.c.decor(func() { m.c.line(pen{color: m.pal.grid, width: 1.5}, point{x, y + 14}, point{right, y + 14}) })
		y += 50
	}
	if exact {
		words := m.own("largest.sum", "n", m.short(sum), "total", m.short(m.total.num))
		m.c.block(x, y+20, 34, m.c.wrap(words, m.muted(26), right-x, right-x, 2), m.muted(26))
	}
}
