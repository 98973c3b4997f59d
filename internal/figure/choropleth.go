package figure

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// drawChoropleth shows people per 10,000 residents on the shapes of the comuni. Counts are never drawn so:
// a large comune would look as if it had more of everything.
func drawChoropleth(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	if f.ctx.Land == nil {
		return leftOut(f.msg("figure.left_out.no_boundaries"))
	}
	if f.measure("participants", "value").hidden() {
		return f.tooFew()
	}
	m := choropleth{frame: f, comuni: map[string]comuneRate{}}
	m.read(t)
	subtitle := f.own("subtitle")
	if m.positive == 0 {
		f.empty(subtitle)
		return nil
	}
	m.readZones(f.table("coverage_by_zone"))
	f.head(m.title(), subtitle)
	f.note = m.landNote()
	left, right := m.draw()
	m.drawKey()
	if !f.lay.square {
		m.drawZones()
	}
	m.writeNames(m.largest(), 8, left, right)
	m.native()
	f.setAlt(m.alt()...)
	return nil
}

// A comuneRate is one comune of the map.
type comuneRate struct {
	name, zone string
	people     cell
	rate       cell
	residents  float64
}

type zoneRate struct {
	name string
	rate cell
}

type choropleth struct {
	*frame
	land     *land
	comuni   map[string]comuneRate
	codes    []string
	positive int
	breaks   []float64 // of rates, the first class beginning at nought
	zones    []zoneRate
	region   cell // rate of the whole, where every zone's number is shown
}

func (m *choropleth) read(t table) {
	var rates []float64
	for i := range t.rows() {
		code := t.str(i, "istat_code")
		c := comuneRate{name: t.str(i, "name"), zone: t.str(i, "zone"), people: t.at(i, "participants"), rate: t.at(i, "per_10k_residents")}
		if r := t.at(i, "residents"); r.known {
			c.residents = r.num
		}
		if c.people.hidden() { // no rate of a number that is hidden, whatever the caller has left there
			c.rate = cell{mark: c.people.mark}
		}
		if c.people.positive() {
			m.positive++
		}
		if c.rate.known && c.rate.num > 0 {
			rates = append(rates, c.rate.num)
		}
		m.comuni[code] = c
		m.codes = append(m.codes, code)
	}
	m.breaks = rateBreaks(rates)
}

// readZones reads the averages by zone. That of the region is told only if no zone's number is hidden: it
// would give the hidden one away.
func (m *choropleth) readZones(t table) {
	people, residents, whole := 0.0, 0.0, t.rows() > 0
	for i := range t.rows() {
		z := zoneRate{name: name(t.str(i, "zone")), rate: t.at(i, "per_10k_residents")}
		n, r := t.at(i, "participants"), t.at(i, "residents")
		if n.hidden() {
			z.rate = cell{mark: n.mark}
		}
		whole = whole && n.exact() && r.exact() && z.rate.exact()
		people, residents = people+n.num, residents+r.num
		m.zones = append(m.zones, z)
	}
	slices.SortStableFunc(m.zones, func(a, b zoneRate) int {
		return cmp.Or(cmp.Compare(b.rate.num, a.rate.num), strings.Compare(a.name, b.name))
	})
	if whole && residents > 0 {
		m.region = cell{known: true, num: people / residents * 10_000}
	}
}

// rateBreaks are round limits near the quintiles of what is shown: multiples of the largest round step
// that keeps five classes apart, else as many classes as there are.
func rateBreaks(rates []float64) []float64 {
	vs := make([]float64, 0, len(rates))
	for _, v := range rates {
		vs = append(vs, tenthOf(v))
	}
	slices.Sort(vs)
	best := []float64{0}
	if len(vs) == 0 {
		return best
	}
	for power := 10_000.0; power > 0.05; power /= 10 {
		for _, step := range []float64{5, 2.5, 2, 1} {
			step *= power
			if step < 0.1 || step == 0.25 {
				continue
			}
			breaks := []float64{0}
			for k := 1; k <= 4; k++ {
				b := tenthOf(math.Round(quantile(vs, float64(k)/5)/step) * step)
				if b > vs[0] && b <= vs[len(vs)-1] && b > breaks[len(breaks)-1] {
					breaks = append(breaks, b)
				}
			}
			if len(breaks) > len(best) {
				best = breaks
			}
			if len(best) == 5 {
				return best
			}
		}
	}
	return best
}

// tenthOf rounds as rates are told, so that a class and the number beside it agree.
func tenthOf(v float64) float64 { return math.Round(v*10) / 10 }

// class gives a comune's ramp class; -1 for nobody, -2 for a hidden rate, -3 for what is not known.
func (m *choropleth) class(code string) int {
	c, ok := m.comuni[code]
	switch {
	case !ok:
		return -3
	case c.people.hidden() || c.rate.hidden():
		return -2
	case c.people.zero() || c.rate.zero():
		return -1
	case !c.rate.known:
		return -3
	}
	return classOf(tenthOf(c.rate.num), m.breaks)
}

func (m *choropleth) title() string {
	if !m.region.known {
		return m.own("name")
	}
	base := "base"
	if v := m.region.num; v < 0.95 {
		return m.own("title.rate", "n", m.rate(v), base, m.whole(10_000))
	}
	n := int(m.region.num + 0.5)
	return m.capital(m.ownCount("title", n, "word", m.word(n), base, m.whole(10_000)))
}

func (f *frame) rate(v float64) string { return f.cat.Number(v, 1) }

// limit writes the end of a class: without decimals where it is whole.
func (m *choropleth) limit(v float64) string {
	if v == math.Trunc(v) {
		return m.whole(v)
	}
	return m.rate(v)
}

func (m *choropleth) alt() []string {
	var parts []string
	if n := len(m.zones); n > 1 && m.zones[0].rate.known && m.zones[n-1].rate.known {
		parts = append(parts, m.own("alt.zones", "most", m.rate(m.zones[0].rate.num), "top", m.zones[0].name,
			"least", m.rate(m.zones[n-1].rate.num), "bottom", m.zones[n-1].name))
	}
	counts := m.counts()
	if n := counts[-2]; n > 0 {
		parts = append(parts, m.ownCount("alt.hidden", n))
	}
	if n := counts[-1]; n > 0 {
		parts = append(parts, m.ownCount("alt.zero", n))
	}
	return []string{m.own("alt.kind", "total", m.int(len(m.codes)), "region", m.ctx.Region), m.frame.title, m.capital(strings.Join(parts, "; "))}
}

// counts gives the number of comuni of each class.
func (m *choropleth) counts() map[int]int {
	counts := map[int]int{}
	for _, code := range m.codes {
		counts[m.class(code)]++
	}
	return counts
}

// native gives the averages by zone and the key as a table; office programs draw no such maps.
func (m *choropleth) native() {
	m.grid = Grid{Head: []string{m.gridWord("zone"), m.own("key")}, Right: []bool{false, true}}
	for _, z := range m.zones {
		m.grid.Rows = append(m.grid.Rows, []string{z.name, m.zoneRate(z.rate)})
	}
	if m.region.known {
		m.grid.Rows = append(m.grid.Rows, []string{m.ctx.Region, m.rate(m.region.num)})
	}
	counts := m.counts()
	for _, class := range m.classes(counts) {
		bold, rest := m.keyLabel(class)
		m.grid.Rows = append(m.grid.Rows, []string{strings.TrimSpace(bold + " " + rest), m.msg("figure.map.comuni.other", "n", m.int(counts[class]))})
		if counts[class] == 1 {
			m.grid.Rows[len(m.grid.Rows)-1][1] = m.count("figure.map.comuni", 1)
		}
	}
}

func (f *frame) zoneRate(c cell) string {
	if c.known {
		return f.rate(c.num)
	}
	return f.cell(c, f.ctx.MinCell)
}
