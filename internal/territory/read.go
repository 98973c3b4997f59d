package territory

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// An italian is one row of the national list.
type italian struct{ istat, name, province, belfiore string }

// A spelling is another way to write a comune, or a place that lies in it.
type spelling struct{ text, istat string }

// A row reads columns of a CSV line by name and remembers the first fault.
type row struct {
	columns map[string]int
	cells   []string
	err     error
}

func (r *row) text(column string) string {
	i, ok := r.columns[column]
	if !ok {
		r.fail(fmt.Errorf("no column %q", column))
		return ""
	}
	return strings.TrimSpace(r.cells[i])
}

func (r *row) number(column string) int {
	n, err := strconv.Atoi(r.text(column))
	if err != nil {
		r.fail(fmt.Errorf("column %q: %w", column, err))
	}
	return n
}

func (r *row) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// eachRow calls f for every line of a table of the folder reference.
func eachRow(fsys fs.FS, name string, f func(*row)) error {
	file, err := openTable(fsys, name)
	if err != nil {
		return err
	}
	defer file.Close()
	r := csv.NewReader(file)
	lines, err := r.ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if len(lines) == 0 {
		return fmt.Errorf("%s: empty", name)
	}
	columns := map[string]int{}
	for i, c := range lines[0] {
		columns[strings.TrimPrefix(c, "\ufeff")] = i
	}
	for i, cells := range lines[1:] {
		one := &row{columns: columns, cells: cells}
		if f(one); one.err != nil {
			return fmt.Errorf("%s: line %d: %w", name, i+2, one.err)
		}
	}
	return nil
}

func readZones(fsys fs.FS) ([]Zone, error) {
	var out []Zone
	err := eachRow(fsys, "zone_sociali.csv", func(r *row) {
		out = append(out, Zone{Number: r.number("number"), Name: r.text("name"), Capofila: r.text("capofila")})
	})
	slices.SortFunc(out, func(a, b Zone) int { return a.Number - b.Number })
	return out, err
}

func readComuni(fsys fs.FS, zones []Zone) ([]Comune, error) {
	var out []Comune
	err := eachRow(fsys, "comuni.csv", func(r *row) {
		c := Comune{
			ISTAT: r.text("istat_code"), Name: r.text("name"), Province: r.text("province"), Belfiore: r.text("belfiore"),
			ZoneNumber: r.number("zona_sociale"), Residents: r.number("residents"), ResidentsYear: r.number("residents_year"),
		}
		i := slices.IndexFunc(zones, func(z Zone) bool { return z.Number == c.ZoneNumber })
		if i < 0 {
			r.fail(fmt.Errorf("no zone %d", c.ZoneNumber))
			return
		}
		c.Zone = zones[i].Name
		out = append(out, c)
	})
	slices.SortFunc(out, func(a, b Comune) int { return strings.Compare(a.ISTAT, b.ISTAT) })
	return out, err
}

func readTiles(fsys fs.FS, comuni map[string]int) ([]Tile, error) {
	another := isOwn(fsys)
	labels := map[string]string{}
	if err := eachRow(fsys, "tile_labels.csv", func(r *row) { labels[r.text("istat_code")] = r.text("label") }); err != nil {
		return nil, err
	}
	var out []Tile
	err := eachRow(fsys, "tiles.csv", func(r *row) {
		t := Tile{ISTAT: r.text("istat_code"), Col: r.number("col"), Row: r.number("row")}
		if _, ok := comuni[t.ISTAT]; !ok {
			if !another {
				r.fail(fmt.Errorf("no comune %s", t.ISTAT))
			}
			return
		}
		t.Label = labels[t.ISTAT]
		out = append(out, t)
	})
	slices.SortFunc(out, func(a, b Tile) int { return strings.Compare(a.ISTAT, b.ISTAT) })
	return out, err
}

func readItaly(fsys fs.FS) ([]italian, error) {
	var out []italian
	err := eachRow(fsys, "italia.csv", func(r *row) {
		out = append(out, italian{r.text("istat_code"), r.text("name"), r.text("province"), r.text("belfiore")})
	})
	return out, err
}

// readSpellings reads a table of text and the comune that it means, one row a meaning.
func readSpellings(fsys fs.FS, name string, comuni map[string]int) ([]spelling, error) {
	var out []spelling
	another := isOwn(fsys)
	err := eachRow(fsys, name, func(r *row) {
		s := spelling{r.text("name"), r.text("istat_code")}
		if _, ok := comuni[s.istat]; !ok {
			if !another {
				r.fail(fmt.Errorf("no comune %s", s.istat))
			}
			return
		}
		out = append(out, s)
	})
	return out, err
}
