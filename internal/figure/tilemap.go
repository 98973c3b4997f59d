package figure

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// drawTileMap shows how many people work in each comune, one hexagon each: equal tiles are fair to
// counts, and no boundary line is needed.
func drawTileMap(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	if len(f.ctx.Tiles) == 0 {
		return leftOut(f.msg("figure.left_out.no_tiles"))
	}
	m := tileMap{frame: f, values: map[string]cell{}, residents: map[string]float64{}}
	m.read(t)
	total := f.measure("participants", "value")
	if total.hidden() {
		return f.tooFew()
	}
	subtitle := f.own("subtitle")
	if m.reached == 0 {
		f.empty(subtitle)
		return nil
	}
	f.head(m.title(), subtitle)
	note := "note"
	if _, hidden, _ := m.states(); hidden > 0 {
		note = "note.hidden"
	}
	f.note = f.ownCut(note, "zones", f.int(len(f.ctx.zones())), "small", f.small(f.ctx.MinCell), "min", f.int(f.ctx.MinCell))
	m.total = total
	m.place()
	m.drawTiles()
	m.drawBorders()
	m.drawKey()
	if !f.lay.square {
		m.drawLargest()
	}
	m.native()
	f.setAlt(m.alt()...)
	return nil
}

type tileMap struct {
	*frame
	values    map[string]cell // by ISTAT code
	residents map[string]float64
	total     cell
	reached   int     // comuni with at least one person
	known     float64 // sum of what is shown
	largest   float64
	breaks    []float64

	width, radius, x0, y0 float64
}

func (m *tileMap) read(t table) {
	for i := range t.rows() {
		m.values[t.str(i, "istat_code")] = t.at(i, "participants")
		if r := t.at(i, "residents"); r.known {
			m.residents[t.str(i, "istat_code")] = r.num
		}
	}
	for _, tile := range m.ctx.Tiles {
		c, ok := m.values[tile.ISTAT]
		if !ok {
			c = cell{known: true} // a comune that the result does not list has nobody
			m.values[tile.ISTAT] = c
		}
		if c.positive() {
			m.reached++
		}
		if c.known {
			m.known += c.num
			m.largest = max(m.largest, c.num)
		}
	}
	m.breaks = countBreaks(m.largest, m.ctx.MinCell)
}

func (m *tileMap) title() string {
	all := len(m.ctx.Tiles)
	if m.reached == all {
		return m.own("title.all", "total", m.int(all))
	}
	return m.ownCount("title", m.reached, "total", m.int(all))
}

// place fits the hexagons into the middle of the slide or the right of the square.
func (m *tileMap) place() {
	cols, rows := 0.0, 0.0
	for _, t := range m.ctx.Tiles {
		cols = max(cols, float64(t.Col)+1.5)
		rows = max(rows, float64(t.Row))
	}
	left, right, top, bottom, widest := 620.0, 1400.0, 196.0, 928.0, 59.0
	if m.lay.square {
		left, right, top, bottom, widest = 240, 1024, m.top+4, 893, 58
	}
	// With pointed tops a tile of width W is 2W/√3 high, and rows are W·√3/2 apart.
	high := (bottom - top) / (rows*math.Sqrt(3)/2 + 2/math.Sqrt(3))
	m.width = min(widest, high, (right-left)/cols)
	m.radius = m.width / math.Sqrt(3)
	m.x0 = (left+right-m.width*cols)/2 + m.width/2
	if m.lay.square {
		m.x0 = right - 30 - m.width*cols + m.width/2
	} else if cols*m.width < 620 {
		m.x0 = 700 - max(0, (cols*m.width-619.5)/2)
	}
	m.y0 = top + m.radius
}

func (m *tileMap) centre(t Tile) point {
	odd := float64(t.Row & 1)
	return point{m.x0 + m.width*(float64(t.Col)+odd/2), m.y0 + 1.5*m.radius*float64(t.Row)}
}

// corner k of a hexagon stands at 30° + 60°·k, y downwards.
func corner(c point, r float64, k int) point {
	sin, cos := math.Sincos(math.Pi/6 + math.Pi/3*float64(k))
	return point{c.X + r*cos, c.Y + r*sin}
}

func hexagon(c point, r float64) []point {
	pts := make([]point, 6)
	for k := range pts {
		pts[k] = corner(c, r, k)
	}
	return pts
}

// byValue orders the comuni by what is shown, largest first; ties by name.
func (m *tileMap) byValue() []Tile {
	var shown []Tile
	for _, t := range m.ctx.Tiles {
		if c := m.values[t.ISTAT]; c.known && c.num > 0 {
			shown = append(shown, t)
		}
	}
	slices.SortStableFunc(shown, func(a, b Tile) int {
		return cmp.Or(cmp.Compare(m.values[b.ISTAT].num, m.values[a.ISTAT].num), strings.Compare(a.Name, b.Name))
	})
	return shown
}

// emptyShare is the share of residents who live where nobody was reached; false where residents are not known.
func (m *tileMap) emptyShare() (share, base float64, ok bool) {
	empty := 0.0
	for _, t := range m.ctx.Tiles {
		r, known := m.residents[t.ISTAT]
		if !known {
			return 0, 0, false
		}
		base += r
		if m.values[t.ISTAT].zero() {
			empty += r
		}
	}
	return empty / max(1, base), base, base > 0
}

func (m *tileMap) alt() []string {
	var tops []string
	for i, t := range m.byValue() {
		if i < 3 {
			tops = append(tops, t.Name+" "+m.cell(m.values[t.ISTAT], m.ctx.MinCell))
		}
	}
	small, hidden, zero := m.states()
	var rest []string
	if small > 0 {
		rest = append(rest, m.ownCount("alt.small", small, "min", m.int(m.ctx.MinCell)))
	}
	if hidden > 0 {
		rest = append(rest, m.ownCount("alt.hidden", hidden))
	}
	if zero > 0 {
		s := m.ownCount("alt.zero", zero)
		if share, base, ok := m.emptyShare(); ok {
			s += " " + m.own("alt.zero.share", "percent", m.percent(share, base))
		}
		rest = append(rest, s)
	}
	numbers := strings.Join(tops, ", ")
	if len(rest) > 0 {
		if numbers != "" {
			numbers += "; "
		}
		numbers += strings.Join(rest, ", ")
	}
	return []string{m.own("alt.kind", "total", m.int(len(m.ctx.Tiles)), "region", m.ctx.Region), m.frame.title, m.capital(numbers)}
}

// states counts the comuni with a small count, with a protected one and with nobody.
func (m *tileMap) states() (small, hidden, zero int) {
	for _, t := range m.ctx.Tiles {
		c := m.values[t.ISTAT]
		switch {
		case m.isSmall(c):
			small++
		case c.hidden():
			hidden++
		case c.zero():
			zero++
		}
	}
	return small, hidden, zero
}
