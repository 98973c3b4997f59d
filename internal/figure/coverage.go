package figure

import (
	"cmp"
	"slices"
	"strings"

	"formare/internal/disclosure"
)

// A zoneRow is a zone's part of the coverage.
type zoneRow struct {
	name            string
	comuni, covered int
	people, rate    cell
}

// drawCoverage shows for each zone which part of its comuni was reached, how many people and how many
// for each ten thousand residents.
func drawCoverage(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	v := coverage{frame: f}
	v.read(t)
	if f.measure("participants", "value").hidden() {
		return f.tooFew()
	}
	subtitle := f.own("subtitle")
	if len(v.rows) == 0 || v.covered == 0 {
		f.empty(subtitle)
		return nil
	}
	if v.wide() {
		subtitle = f.own("subtitle.bars")
	}
	f.head(v.title(), subtitle)
	f.note = f.own("note")
	if f.ctx.ResidentsYear > 0 && !f.lay.square {
		f.note = f.own("note.residents", "year", itoa(f.ctx.ResidentsYear)) + " " + f.note
	}
	for _, r := range v.rows {
		if r.people.hidden() {
			f.note += " " + f.own("note.protected", "small", f.small(f.ctx.MinCell))
			break
		}
	}
	v.draw()
	v.native()
	f.setAlt(v.alt()...)
	return nil
}

type coverage struct {
	*frame
	rows            []zoneRow
	comuni, covered int
	reached         int // zones
}

func (v *coverage) read(t table) {
	for i := range t.rows() {
		comuni, covered := t.at(i, "comuni"), t.at(i, "covered")
		zone := t.str(i, "zone")
		if zone == "" || !comuni.known {
			continue
		}
		r := zoneRow{name: name(zone), comuni: comuni.int(), covered: covered.int(), people: t.at(i, "participants"), rate: t.at(i, "per_10k_residents")}
		if r.people.hidden() && !r.rate.missing() {
			r.rate = cell{mark: disclosure.Protected} // a rate tells its count to who knows the residents
		}
		v.rows = append(v.rows, r)
		v.comuni += r.comuni
		v.covered += r.covered
		if r.covered > 0 {
			v.reached++
		}
	}
	share := func(r zoneRow) float64 { return float64(r.covered) / float64(max(1, r.comuni)) }
	slices.SortStableFunc(v.rows, func(a, b zoneRow) int {
		return cmp.Or(cmp.Compare(share(b), share(a)), cmp.Compare(b.covered, a.covered), strings.Compare(a.name, b.name))
	})
}

// wide says that some zone has too many comuni for squares.
func (v *coverage) wide() bool {
	return slices.ContainsFunc(v.rows, func(r zoneRow) bool { return r.comuni > 14 })
}

func (v *coverage) title() string {
	comuni := v.ownCount("title.comuni", v.covered, "total", v.int(v.comuni))
	if v.comuni == v.covered {
		comuni = v.ownCount("title.comuni.all", v.comuni)
	}
	if v.reached == len(v.rows) {
		return v.ownCount("title.all", v.reached, "comuni", comuni)
	}
	return v.ownCount("title", v.reached, "total", v.int(len(v.rows)), "comuni", comuni)
}

func (v *coverage) alt() []string {
	whole := 0
	for _, r := range v.rows {
		if r.covered == r.comuni {
			whole++
		}
	}
	last := v.rows[len(v.rows)-1]
	spread := v.ownCount("alt.whole", whole, "word", v.word(whole))
	if last.covered < last.comuni {
		spread += "; " + v.own("alt.last", "zone", last.name, "n", v.int(last.covered), "total", v.int(last.comuni))
	}
	var lo, hi *zoneRow
	for i := range v.rows {
		r := &v.rows[i]
		if !r.rate.exact() {
			continue
		}
		if lo == nil || r.rate.num < lo.rate.num {
			lo = r
		}
		if hi == nil || r.rate.num > hi.rate.num {
			hi = r
		}
	}
	rates := ""
	if lo != nil && hi != lo {
		rates = v.own("alt.rates", "least", v.cat.Number(lo.rate.num, 1), "least_zone", lo.name,
			"most", v.cat.Number(hi.rate.num, 1), "most_zone", hi.name)
	}
	hidden := 0
	for _, r := range v.rows {
		if r.people.hidden() {
			hidden++
		}
	}
	protected := v.hiddenWords(hidden)
	return []string{v.own("alt.kind"), v.frame.title, v.capital(spread), rates, protected}
}
