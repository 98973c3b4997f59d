package indicator

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// A Def is an indicator as its SQL file defines it. The file begins with a header of comment lines that
// read as YAML once their dashes are taken off:
//
//	-- id: reach_by_month
//	-- title: {it: …, en: …}
//	-- note: {it: …, en: …}
//	-- unit: people
//	-- grain: month
//	-- columns:
//	--   - {name: month, kind: month, it: Mese, en: Month}
//	--   - {name: new, kind: integer, unit: people, it: Nuovi, en: New, people: true}
//	-- protect:
//	--   - {count: new, keys: [month], running: cumulative}
//	SELECT … ORDER BY …
type Def struct {
	ID      string            `yaml:"id"`
	Title   map[string]string `yaml:"title"`
	Note    map[string]string `yaml:"note"`
	Unit    string            `yaml:"unit"`
	Grain   string            `yaml:"grain"` // what one row is, in words
	Columns []ColumnDef       `yaml:"columns"`
	Protect []Protection      `yaml:"protect"`
	SQL     string            `yaml:"-"` // the whole file; its comments do no harm
}

// A ColumnDef is a column of the header. A column of the result that has none keeps its SQL name.
type ColumnDef struct {
	Name   string `yaml:"name"`
	Kind   string `yaml:"kind"` // text, integer, real, date, month
	IT     string `yaml:"it"`
	EN     string `yaml:"en"`
	People bool   `yaml:"people"`
	Unit   string `yaml:"unit"` // of its numbers, see Column
}

var kinds = map[string]Kind{"text": Text, "integer": Integer, "real": Real, "date": Date, "month": Month}

var idForm = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// Load reads the indicators of folders of .sql files, sorted by id. One of a later folder takes the
// place of one of the same id before it, so that a project may change what the program brings.
func Load(folders ...fs.FS) ([]Def, error) {
	byID := map[string]Def{}
	for _, folder := range folders {
		files, err := fs.Glob(folder, "*.sql")
		if err != nil {
			return nil, err
		}
		for _, name := range files {
			raw, err := fs.ReadFile(folder, name)
			if err != nil {
				return nil, err
			}
			def, err := Parse(name, raw)
			if err != nil {
				return nil, err
			}
			byID[def.ID] = def
		}
	}
	defs := make([]Def, 0, len(byID))
	for _, d := range byID {
		defs = append(defs, d)
	}
	slices.SortFunc(defs, func(a, b Def) int { return strings.Compare(a.ID, b.ID) })
	return defs, nil
}

// Parse reads one indicator; name is its file's, and stands in the errors.
func Parse(name string, raw []byte) (Def, error) {
	def := Def{ID: strings.TrimSuffix(path.Base(name), ".sql")}
	if err := header(name, raw, &def); err != nil {
		return def, err
	}
	if !idForm.MatchString(def.ID) {
		return def, fmt.Errorf("%s: id %q is not lower-case letters, digits and _", name, def.ID)
	}
	for _, c := range def.Columns {
		if _, ok := kinds[c.Kind]; !ok || c.Name == "" {
			return def, fmt.Errorf("%s: column %q: kind %q is not one of text, integer, real, date, month", name, c.Name, c.Kind)
		}
	}
	for _, p := range def.Protect {
		for _, column := range p.columns() {
			if !slices.ContainsFunc(def.Columns, func(c ColumnDef) bool { return c.Name == column }) {
				return def, fmt.Errorf("%s: protect: there is no column %q", name, column)
			}
		}
	}
	def.SQL = string(raw)
	return def, nil
}

// header decodes the comment lines that a file begins with. Their line numbers are the file's own.
func header(name string, raw []byte, into any) (err error) {
	defer func() {
		if fault := recover(); fault != nil { // the YAML library's, on syntax that nobody writes
			err = fmt.Errorf("%s: header: %v", name, fault)
		}
	}()
	var text bytes.Buffer
	for line := range strings.Lines(strings.TrimPrefix(string(raw), "\ufeff")) {
		rest, comment := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "--")
		if !comment {
			break
		}
		text.WriteString(strings.TrimPrefix(rest, " ") + "\n")
	}
	if len(bytes.TrimSpace(text.Bytes())) == 0 {
		return nil
	}
	if err := yaml.UnmarshalWithOptions(text.Bytes(), into, yaml.Strict()); err != nil {
		return fmt.Errorf("%s: header: %w", name, err)
	}
	return nil
}
