package figure

import (
	"cmp"
	"image/color"
	"slices"
	"strings"
)

// landBox is where shapes are drawn.
func (f *frame) landBox() (left, top, right, bottom float64) {
	if f.lay.square {
		return 300, f.top + 4, f.lay.right - 4, 888
	}
	return 560, 206, 1390, 906
}

// draw fills the comuni and draws their borders, and gives how far names may reach.
func (m *choropleth) draw() (left, right float64) {
	l, t, r, b := m.landBox()
	m.land = placeLand(m.ctx.Land, l, t, r, b)
	for _, code := range m.land.codes {
		if c, ok := m.comuni[code]; ok {
			m.c.group(c.name+": "+m.told(code), func() { m.fillShape(m.land.shapes[code].rings, m.class(code), len(m.breaks)) })
		}
	}
	m.borders(m.land, func(code string) string { return m.comuni[code].zone }, func(code string) bool { return m.class(code) < m.pal.outlined })
	return l - 40, r + 40
}

// told is a comune's own title.
func (m *choropleth) told(code string) string {
	switch class := m.class(code); {
	case class == -1:
		return m.msg("figure.map.tile.zero")
	case class == -2:
		return m.own("tile.hidden")
	case class < 0:
		return m.msg("figure.unknown")
	}
	return m.own("tile", "n", m.rate(m.comuni[code].rate.num), "base", m.whole(10_000))
}

// shade spreads classes over the ramp, should there be fewer than five.
func (f *frame) shade(class, classes int) color.RGBA {
	if classes < 2 {
		return f.pal.ramp[2]
	}
	return f.pal.ramp[class*(len(f.pal.ramp)-1)/(classes-1)]
}

// fillShape fills rings by their class: -1 is nobody, -2 hidden, below that not known.
func (f *frame) fillShape(rings [][]point, class, classes int) {
	switch {
	case class >= 0:
		f.c.decor(func() { f.c.polygons(rings, f.shade(class, classes)) })
	case class == -2:
		f.c.hatches(rings, f.pal, 1.4, 9)
	default:
		f.c.decor(func() { f.c.polygons(rings, f.pal.bg) })
	}
}

// largest are the comuni with most residents.
func (m *choropleth) largest() []mapName {
	codes := slices.Clone(m.land.codes)
	slices.SortStableFunc(codes, func(a, b string) int { return cmp.Compare(m.comuni[b].residents, m.comuni[a].residents) })
	var names []mapName
	for _, code := range codes[:min(14, len(codes))] {
		if c := m.comuni[code]; c.name != "" {
			names = append(names, mapName{lines: []string{c.name}, at: m.land.shapes[code].at})
		}
	}
	return names
}

// classes lists what the key shows, the highest first.
func (m *choropleth) classes(counts map[int]int) []int {
	var out []int
	for class := len(m.breaks) - 1; class >= 0; class-- {
		out = append(out, class)
	}
	for _, class := range []int{-2, -1, -3} {
		if counts[class] > 0 {
			out = append(out, class)
		}
	}
	return out
}

// keyLabel names a class: what stands bold, and what follows.
func (m *choropleth) keyLabel(class int) (bold, rest string) {
	last := len(m.breaks) - 1
	switch {
	case class == -1:
		return m.own("key.zero"), ""
	case class == -2:
		return m.ownCut("key.hidden"), m.own("key.hidden.why", "min", m.int(m.ctx.MinCell))
	case class < 0:
		return m.msg("figure.unknown"), ""
	case last == 0:
		return m.own("key.all"), ""
	case class == last:
		return m.own("key.most", "n", m.limit(m.breaks[class])), ""
	case class == 0:
		return m.own("key.least", "n", m.limit(m.breaks[1])), ""
	}
	from, to := m.breaks[class], m.breaks[class+1]-0.1
	if to < from+0.05 {
		return m.limit(from), ""
	}
	return m.limit(from) + " – " + m.rate(to), ""
}

func (m *choropleth) drawKey() {
	counts := m.counts()
	var lines []keyLine
	for _, class := range m.classes(counts) {
		bold, rest := m.keyLabel(class)
		lines = append(lines, keyLine{class, bold, rest, m.count("figure.map.comuni", counts[class])})
	}
	m.drawClasses(m.own("key.head", "base", m.whole(10_000)), lines, len(m.breaks))
}

// A keyLine is a class of a map's key.
type keyLine struct {
	class             int
	bold, rest, count string
}

// drawClasses draws a key at the left: beside each swatch its class and how many are in it.
func (f *frame) drawClasses(head string, lines []keyLine, classes int) {
	x, y, step, w, h := f.lay.left, 288.0, 54.0, 64.0, 40.0
	if f.lay.square {
		step, w, h = 36, 44, 28
		y = f.lay.bottom - 56 - step*float64(len(lines)-1)
	}
	f.c.text(x, y-f.pick(26, 16), head, f.ink(f.pick(28, 26)).strong())
	st := f.ink(f.pick(26, 24)).strong()
	counted := x + 240
	for _, l := range lines {
		if l.rest == "" {
			counted = max(counted, x+w+44+f.c.measure(l.bold, st))
		}
	}
	for _, l := range lines {
		f.drawClass(x, y, w, h, l.class, classes)
		base := y + h/2 + st.size*capHeight/2
		switch {
		case f.lay.square:
			f.c.text(x+w+12, base, l.bold, st)
		case l.rest != "":
			f.c.text(x+w+20, base-4, l.bold, st)
			f.c.text(x+w+20, base+28, l.rest+", "+l.count, f.muted(24))
			y += 30
		default:
			f.c.text(x+w+20, base, l.bold, st)
			f.c.text(counted, base, l.count, f.muted(26))
		}
		y += step
	}
}

func (f *frame) drawClass(x, y, w, h float64, class, classes int) {
	f.fillShape([][]point{box(x, y, w, h)}, class, classes)
	p := pen{color: f.pal.axis, width: 1.6}
	if class == -3 {
		p.dash = []float64{6, 6}
	}
	if class < f.pal.outlined {
		f.c.outline(box(x+0.8, y+0.8, w-1.6, h-1.6), p)
	}
}

// drawZones lists the averages by zone at the right, that of the region last.
func (m *choropleth) drawZones() {
	x, right, y := 1440.0, m.lay.right, 306.0
	if len(m.zones) == 0 {
		return
	}
	m.c.text(x, 262, m.own("zones"), m.ink(28).strong())
	shown := m.zones[:min(13, len(m.zones))]
	step := min(46, (m.lay.bottom-30-y)/float64(len(shown)))
	for _, z := range shown {
		m.listRow(x, right, y, z.name, m.zoneRate(z.rate), m.ink(26))
		y += step
	}
	if m.region.known && len(shown) == len(m.zones) {
		m.c.decor(func() {
			m.c.line(pen{color: m.pal.axis, width: 2}, point{x, y - step + 12}, point{right, y - step + 12})
		})
		m.c.text(x, y, m.c.fit(m.ctx.Region, m.ink(26).strong(), right-x-110), m.ink(26).strong())
		m.c.text(right, y, m.rate(m.region.num), m.ink(28).strong().right().coloured(m.pal.accent))
	}
}

// listRow is a name and a number with a rule under them.
func (f *frame) listRow(x, right, y float64, label, value string, st style) {
	bold := f.ink(28).strong().right()
	f.c.text(right, y, value, bold)
	f.c.text(x, y, f.c.fit(label, st, right-x-20-f.c.measure(value, bold)), st)
	f.c.decor(func() { f.c.line(pen{color: f.pal.grid, width: 1.5}, point{x, y + 12}, point{right, y + 12}) })
}

// landNote says what a map of shapes owes to whom: residents, zones, boundaries.
func (f *frame) landNote() string {
	var all []string
	if f.ctx.ResidentsYear > 0 && f.spec.Kind == Choropleth {
		all = append(all, f.msg("figure.land.residents", "year", itoa(f.ctx.ResidentsYear)))
	}
	all = append(all, f.msg("figure.land.zones"))
	about := f.ctx.Land.About
	terms := []string{}
	for _, s := range []string{about.Source, about.Date, about.Licence} {
		if s = strings.TrimSpace(s); s != "" {
			terms = append(terms, s)
		}
	}
	if len(terms) > 0 {
		all = append(all, f.msg("figure.land.source", "terms", strings.Join(terms, ", ")))
	}
	return strings.Join(all, " ")
}
