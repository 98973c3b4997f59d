package territory

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// LoadOwn reads a territory whose comuni are the user's: a table like comuni.csv, and one of zones like
// zone_sociali.csv or nil. What fsys knows about comuni that are not among them is passed over. Without a
// table of zones the column zona_sociale names them, by number or in words.
func LoadOwn(fsys fs.FS, comuni, zones []byte) (*Territory, error) {
	bom := []byte("\ufeff")
	comuni = bytes.TrimPrefix(comuni, bom)
	if zones != nil {
		zones = bytes.TrimPrefix(zones, bom)
	}
	own := ownTables{FS: fsys, tables: map[string][]byte{"comuni.csv": comuni, "zone_sociali.csv": zones}}
	if zones == nil {
		var err error
		if own.tables["comuni.csv"], own.tables["zone_sociali.csv"], err = zonesOf(own); err != nil {
			return nil, err
		}
	}
	t, err := load(own)
	if err != nil {
		return nil, err
	}
	if len(t.comuni) == 0 {
		return nil, errors.New("comuni.csv: no comuni")
	}
	return t, t.checkOwn()
}

// checkOwn refuses codes that are none, which nothing else could be joined with.
func (t *Territory) checkOwn() error {
	for _, c := range t.comuni {
		if len(c.ISTAT) != 6 || strings.Trim(c.ISTAT, "0123456789") != "" {
			return fmt.Errorf("comuni.csv: istat_code %q has not six digits", c.ISTAT)
		}
		if c.Name == "" || c.Residents < 0 {
			return fmt.Errorf("comuni.csv: comune %s has no name, or fewer residents than none", c.ISTAT)
		}
	}
	return nil
}

// ownTables is a file system in which the user's tables stand in front of the program's.
type ownTables struct {
	fs.FS
	tables map[string][]byte
}

func isOwn(fsys fs.FS) bool {
	_, own := fsys.(ownTables)
	return own
}

func openTable(fsys fs.FS, name string) (io.ReadCloser, error) {
	if own, ok := fsys.(ownTables); ok && own.tables[name] != nil {
		return io.NopCloser(bytes.NewReader(own.tables[name])), nil
	}
	return fsys.Open(path.Join("reference", name))
}

// zonesOf makes the table of zones out of that of comuni, and gives both, the comuni with numbers of zones.
func zonesOf(own ownTables) (comuni, zones []byte, err error) {
	var names []string
	err = eachRow(own, "comuni.csv", func(r *row) {
		if z := r.text("zona_sociale"); !slices.Contains(names, z) {
			names = append(names, z)
		}
	})
	if err != nil {
		return nil, nil, err
	}
	if len(names) == 0 {
		return nil, nil, errors.New("comuni.csv: no comuni")
	}
	slices.SortFunc(names, func(a, b string) int {
		x, errA := strconv.Atoi(a)
		y, errB := strconv.Atoi(b)
		if errA == nil && errB == nil {
			return x - y
		}
		return strings.Compare(a, b)
	})
	return renumber(own.tables["comuni.csv"], names)
}

// renumber writes the place of each zone among names into the table of comuni.
func renumber(comuni []byte, names []string) (numbered, zones []byte, err error) {
	lines, err := csv.NewReader(bytes.NewReader(comuni)).ReadAll()
	if err != nil {
		return nil, nil, fmt.Errorf("comuni.csv: %w", err)
	}
	at := slices.Index(lines[0], "zona_sociale")
	for _, l := range lines[1:] {
		l[at] = strconv.Itoa(1 + slices.Index(names, strings.TrimSpace(l[at])))
	}
	table := [][]string{{"number", "name", "capofila"}}
	for i, name := range names {
		if _, err := strconv.Atoi(name); err == nil {
			name = "Zona " + name
		}
		table = append(table, []string{strconv.Itoa(i + 1), name, ""})
	}
	var a, b bytes.Buffer
	err = errors.Join(csv.NewWriter(&a).WriteAll(lines), csv.NewWriter(&b).WriteAll(table))
	return a.Bytes(), b.Bytes(), err
}
