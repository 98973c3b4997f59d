package figure

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// drawZoneMap shows which part of each zone's comuni was reached, on the zones' shapes or, where no
// boundaries were imported, on the hexagons of their comuni.
func drawZoneMap(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	if f.ctx.Land == nil && len(f.ctx.Tiles) == 0 {
		return leftOut(f.msg("figure.left_out.no_map"))
	}
	if f.measure("participants", "value").hidden() {
		return f.tooFew()
	}
	m := zoneMap{frame: f, zoneOf: map[string]string{}}
	m.read(t)
	subtitle := f.own("subtitle")
	if m.covered == 0 {
		f.empty(subtitle)
		return nil
	}
	f.head(m.title(), subtitle)
	if f.ctx.Land != nil {
		f.note = f.landNote()
		m.drawShapes()
	} else {
		f.note = f.own("note.tiles")
		m.drawTiles()
	}
	m.drawKey()
	if !f.lay.square {
		m.drawList()
	}
	m.native()
	f.setAlt(m.alt()...)
	return nil
}

// A zoneShare is a zone with the part of its comuni that was reached.
type zoneShare struct {
	name            string
	comuni, covered int
}

func (z zoneShare) share() float64 { return float64(z.covered) / float64(max(1, z.comuni)) }

type zoneMap struct {
	*frame
	zones   []zoneShare       // the largest share first
	zoneOf  map[string]string // by ISTAT code
	covered int               // zones with a comune that was reached
	full    int
}

// shares are the lower ends of the classes in per cent: all comuni, three in four, half, a quarter, some.
var shares = []float64{0, 25, 50, 75, 100}

func (m *zoneMap) read(t table) {
	for i := range t.rows() {
		z := zoneShare{t.str(i, "zone"), t.at(i, "comuni").int(), t.at(i, "covered").int()}
		if z.covered > 0 {
			m.covered++
		}
		if z.comuni > 0 && z.covered >= z.comuni {
			m.full++
		}
		m.zones = append(m.zones, z)
	}
	slices.SortStableFunc(m.zones, func(a, b zoneShare) int {
		return cmp.Or(cmp.Compare(b.share(), a.share()), cmp.Compare(b.comuni, a.comuni), strings.Compare(a.name, b.name))
	})
	comuni := m.table("reach_by_comune")
	for i := range comuni.rows() {
		m.zoneOf[comuni.str(i, "istat_code")] = comuni.str(i, "zone")
	}
	for _, tile := range m.ctx.Tiles {
		m.zoneOf[tile.ISTAT] = tile.Zone
	}
}

// class of a zone: nobody is -1, a zone that the numbers do not know -3.
func (m *zoneMap) class(zone string) int {
	i := slices.IndexFunc(m.zones, func(z zoneShare) bool { return z.name == zone })
	switch {
	case i < 0:
		return -3
	case m.zones[i].covered == 0:
		return -1
	}
	return classOf(math.Floor(m.zones[i].share()*100+1e-9), shares)
}

func (m *zoneMap) title() string {
	n, total := m.full, len(m.zones)
	if n == total {
		return m.ownCount("title.all", n)
	}
	if n == 0 {
		return m.own("title.none")
	}
	return m.capital(m.ownCount("title", n, "word", m.word(n), "total", m.int(total)))
}

func (m *zoneMap) parts(z zoneShare) string {
	return m.msg("figure.coverage.parts", "n", m.int(z.covered), "total", m.int(z.comuni))
}

func (m *zoneMap) drawShapes() {
	l, t, r, b := m.landBox()
	at := placeLand(m.ctx.Land, l, t, r, b)
	sum, weight := map[string]point{}, map[string]float64{}
	for _, code := range at.codes {
		zone, s := m.zoneOf[code], at.shapes[code]
		sum[zone] = point{sum[zone].X + s.at.X*s.size, sum[zone].Y + s.at.Y*s.size}
		weight[zone] += s.size
	}
	for _, z := range m.zones {
		rings := dissolve(at, func(code string) bool { return m.zoneOf[code] == z.name })
		if len(rings) > 0 {
			m.c.group(name(z.name)+": "+m.parts(z), func() { m.fillShape(rings, m.class(z.name), len(shares)) })
		}
	}
	var bold, thin [][]point
	for i, codes := range at.owners {
		switch {
		case len(codes) == 1 || len(codes) > 1 && m.zoneOf[codes[0]] != m.zoneOf[codes[1]]:
			bold = append(bold, at.arcs[i])
		case len(codes) > 1:
			thin = append(thin, at.arcs[i])
		}
	}
	m.c.decor(func() { m.c.lines(pen{color: m.pal.ctx, width: 1, round: true}, thin) })
	m.c.decor(func() { m.c.lines(pen{color: m.pal.bg, width: 7, round: true}, bold) }) // the darkest class is as dark as a border
	m.c.lines(pen{color: m.pal.border, width: 2.8, round: true}, bold)
	var names []mapName
	for _, z := range m.zones {
		if w := weight[z.name]; w > 0 {
			names = append(names, m.nameOf(z, point{sum[z.name].X / w, sum[z.name].Y / w}))
		}
	}
	m.writeNames(names, len(names), l-40, r+40)
}

// nameOf breaks a zone's name into two lines where it is long.
func (m *zoneMap) nameOf(z zoneShare, at point) mapName {
	st := m.ink(24).strong()
	lines := []string{name(z.name)}
	if m.c.measure(lines[0], st) > 140 {
		lines = m.c.halves(lines[0], st, 180)
	}
	return mapName{lines: lines, at: at, moves: 26}
}

// dissolve gives the rings of all comuni of a zone as one shape: drawn at once they have no seams. Rings
// keep their directions, so that holes which another of them fills are filled.
func dissolve(l *land, in func(code string) bool) [][]point {
	var rings [][]point
	for _, code := range l.codes {
		if in(code) {
			rings = append(rings, l.shapes[code].rings...)
		}
	}
	return rings
}

func (m *zoneMap) drawTiles() {
	t := tileMap{frame: m.frame}
	t.place()
	sum, count := map[string]point{}, map[string]float64{}
	for _, tile := range m.ctx.Tiles {
		at := t.centre(tile)
		sum[tile.Zone] = point{sum[tile.Zone].X + at.X, sum[tile.Zone].Y + at.Y}
		count[tile.Zone]++
		class := m.class(tile.Zone)
		m.c.group(tile.Name+" ("+name(tile.Zone)+")", func() {
			m.fillShape([][]point{tidyAll(hexagon(at, t.radius-0.6))}, class, len(shares))
		})
	}
	inner, edge := t.sides()
	m.c.decor(func() { m.c.lines(pen{color: m.pal.bg, width: 7, round: true}, inner) })
	m.c.lines(pen{color: m.pal.border, width: 2.8, round: true}, append(inner, edge...))
	var names []mapName
	for _, z := range m.zones {
		if n := count[z.name]; n > 0 {
			names = append(names, m.nameOf(z, point{sum[z.name].X / n, sum[z.name].Y / n}))
		}
	}
	m.writeNames(names, len(names), m.pick(560, 270), m.pick(1430, 1024))
}

func (m *zoneMap) drawKey() {
	counts := map[int]int{}
	for _, z := range m.zones {
		counts[m.class(z.name)]++
	}
	var lines []keyLine
	for class := len(shares) - 1; class >= -1; class-- {
		if class >= 0 || counts[class] > 0 {
			lines = append(lines, keyLine{class: class, bold: m.keyLabel(class), count: m.ownCount("zones", counts[class])})
		}
	}
	m.drawClasses(m.own("key"), lines, len(shares))
}

func (m *zoneMap) keyLabel(class int) string {
	switch class {
	case -1:
		return m.own("key.none")
	case len(shares) - 1:
		return m.own("key.all")
	case 0:
		return m.own("key.least", "percent", m.cat.Percent(shares[1]/100, 0))
	}
	return m.whole(shares[class]) + " – " + m.cat.Percent((shares[class+1]-1)/100, 0)
}

func (m *zoneMap) drawList() {
	x, right, y := 1440.0, m.lay.right, 306.0
	m.c.text(x, 262, m.own("list"), m.ink(28).strong())
	shown := m.zones[:min(13, len(m.zones))]
	step := min(48, (m.lay.bottom-20-y)/float64(len(shown)))
	for _, z := range shown {
		m.listRow(x, right, y, name(z.name), m.parts(z), m.ink(26))
		y += step
	}
}

func (m *zoneMap) native() {
	m.grid = Grid{Head: []string{m.gridWord("zone"), m.own("list")}, Right: []bool{false, true}}
	for _, z := range m.zones {
		m.grid.Rows = append(m.grid.Rows, []string{name(z.name), m.parts(z)})
	}
}

func (m *zoneMap) alt() []string {
	var all []string
	for _, z := range m.zones {
		if z.covered < z.comuni && len(all) < 3 {
			i := len(m.zones) - 1 - len(all)
			all = append(all, name(m.zones[i].name)+" "+m.parts(m.zones[i]))
		}
	}
	least := ""
	if len(all) > 0 {
		least = m.own("alt.least", "zones", m.cat.List(all))
	}
	return []string{m.own("alt.kind", "total", m.int(len(m.zones)), "region", m.ctx.Region), m.frame.title, least}
}
