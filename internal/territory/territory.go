// Package territory owns the comuni, zone sociali and provinces, the tile map of the region, and the
// reading of comune names as people write them. It must not know people, workbooks or charts.
//
// A Territory never changes after Load, so it may be used by any number of goroutines.
package territory

import (
	"fmt"
	"io/fs"
	"slices"
)

// A Comune of the region.
type Comune struct {
	ISTAT         string // six digits, with leading zeros
	Name          string
	Province      string // "PG", "TR"
	Belfiore      string // the catastal code that a codice fiscale ends with: "G478"
	Zone          string // name of its zona sociale
	ZoneNumber    int
	Residents     int
	ResidentsYear int // 1 January of this year
}

// A Zone is a zona sociale. Its name describes it; the official designation is "Zona sociale n. N".
type Zone struct {
	Number   int
	Name     string
	Capofila string // the comune, or union of comuni, that leads it
}

// A Tile is the place of a comune on the hexagon map; odd rows are shifted half a tile to the right.
type Tile struct {
	ISTAT    string
	Col, Row int
	Label    string // at most three letters
}

// A Territory is the region's reference data with what is needed to resolve names.
type Territory struct {
	comuni  []Comune
	zones   []Zone
	tiles   []Tile
	byISTAT map[string]int // into comuni
	names   *names
}

// Load reads the tables of the folder "reference" of fsys.
func Load(fsys fs.FS) (*Territory, error) {
	t, err := load(fsys)
	if err != nil {
		return nil, fmt.Errorf("territory: %w", err)
	}
	return t, nil
}

func load(fsys fs.FS) (*Territory, error) {
	t := &Territory{byISTAT: map[string]int{}}
	var err error
	if t.zones, err = readZones(fsys); err != nil {
		return nil, err
	}
	if t.comuni, err = readComuni(fsys, t.zones); err != nil {
		return nil, err
	}
	for i, c := range t.comuni {
		if _, twice := t.byISTAT[c.ISTAT]; twice {
			return nil, fmt.Errorf("comuni.csv: comune %s stands twice", c.ISTAT)
		}
		t.byISTAT[c.ISTAT] = i
	}
	if t.tiles, err = readTiles(fsys, t.byISTAT); err != nil {
		return nil, err
	}
	italy, err := readItaly(fsys)
	if err != nil {
		return nil, err
	}
	spellings, err := readSpellings(fsys, "names.csv", t.byISTAT)
	if err != nil {
		return nil, err
	}
	places, err := readSpellings(fsys, "places.csv", t.byISTAT)
	if err != nil {
		return nil, err
	}
	t.names = newNames(t.comuni, spellings, places, italy)
	return t, nil
}

// WithSynonyms gives a territory that also knows the user's spellings, by comune name or ISTAT code.
// A key that is no comune of the region, or a spelling that already is the name of another comune of
// the region, is an error.
func (t *Territory) WithSynonyms(synonyms map[string][]string) (*Territory, error) {
	if len(synonyms) == 0 {
		return t, nil
	}
	keys := make([]string, 0, len(synonyms))
	for k := range synonyms {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	out := *t
	out.names = t.names.clone()
	for _, k := range keys {
		m := t.Resolve(k)
		c, ok := t.Comune(m.ISTAT)
		if !ok || (m.How != Exact && m.How != Abbreviation) {
			return nil, fmt.Errorf("territory: synonyms: %q is not a comune of the region", k)
		}
		for _, s := range synonyms[k] {
			if err := out.names.addSynonym(s, c); err != nil {
				return nil, fmt.Errorf("territory: synonyms: %s: %w", k, err)
			}
		}
	}
	return &out, nil
}

// Comuni of the region, by ISTAT code.
func (t *Territory) Comuni() []Comune { return slices.Clone(t.comuni) }

// Zones of the region, by number.
func (t *Territory) Zones() []Zone { return slices.Clone(t.zones) }

// Tiles of the map, by ISTAT code.
func (t *Territory) Tiles() []Tile { return slices.Clone(t.tiles) }

// Comune gives a comune of the region by its ISTAT code.
func (t *Territory) Comune(istat string) (Comune, bool) {
	i, ok := t.byISTAT[istat]
	if !ok {
		return Comune{}, false
	}
	return t.comuni[i], true
}

// ByBelfiore gives the name and province of a comune of Italy by its catastal code, in any case.
// States (codes with Z) and abolished comuni are not found.
func (t *Territory) ByBelfiore(code string) (name, province string, ok bool) {
	c, ok := t.names.byBelfiore[upperASCII(code)]
	return c.name, c.province, ok
}
