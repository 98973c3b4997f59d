package table

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/apache/arrow/go/v15/arrow/memory"
)

// A Source is one row of the table sources: what the ledger remembers of a received file.
type Source struct {
	Source, File, SHA256, Partner, Month, Received, Status, SupersededBy string
	Sheets, RowsRead, RowsKept                                           int64
	Position                                                             int64 // a later source has a higher one
}

// A Reference is what the configuration and the territory tell SQL. Positions are those of the lists.
type Reference struct {
	FirstMonth, LastMonth, ReportMonth string
	CompletionThreshold                float64
	MinCell                            int
	Months                             []string // every month of the period
	Partners                           []Named
	Areas                              []Named
	Targets                            []Target
	Comuni                             []Comune
	Zones                              []Zone
	People                             []PersonRef
}

// A PersonRef is one mention of a person in what the configuration tells of who is who: by a pseudonym, or
// by a row ("file!sheet!12"). Mentions of one item are of the same person, or its sides are of different ones.
type PersonRef struct {
	Kind       string // same or different
	Item, Side int64
	Ref        string
	KeyKind    string // cf, person or name; "" for a row
	Key        int64
	Row        int64
}

// Named is a partner or an area.
type Named struct{ ID, Label string }

// A Target is set for a measure of the indicator headline.
type Target struct {
	Measure string
	Value   float64
}

// A Comune with its zona sociale's name. Residents 0 is unknown.
type Comune struct {
	Code, Name, Province, Zone string
	Residents, Year            int64
}

// A Zone is a zona sociale.
type Zone struct {
	Name     string
	Number   int64
	Capofila string
}

// WriteSources writes the table sources.
func WriteSources(out io.Writer, list []Source) error {
	rows := make([][]any, len(list))
	for i, s := range list {
		rows[i] = []any{
			s.Source, s.File, s.SHA256, s.Partner, s.Month, s.Received, s.Status, s.SupersededBy,
			s.Sheets, s.RowsRead, s.RowsKept, s.Position,
		}
	}
	return WriteRows(out, Sources, rows)
}

// Write writes every ref_ table, those without rows too.
func (r *Reference) Write(open Opener) error {
	tables := map[string][][]any{
		RefProgramme: {{r.FirstMonth, r.LastMonth, r.ReportMonth, r.CompletionThreshold, int64(r.MinCell)}},
		RefMonths:    nil, RefPartners: named(r.Partners), RefAreas: named(r.Areas),
		RefTargets: nil, RefComuni: nil, RefZones: nil, RefPeople: nil,
	}
	for _, m := range r.Months {
		tables[RefMonths] = append(tables[RefMonths], []any{m})
	}
	for _, t := range r.Targets {
		tables[RefTargets] = append(tables[RefTargets], []any{t.Measure, t.Value})
	}
	for _, c := range r.Comuni {
		tables[RefComuni] = append(tables[RefComuni],
			[]any{c.Code, c.Name, c.Province, c.Zone, known(c.Residents), known(c.Year)})
	}
	for _, z := range r.Zones {
		tables[RefZones] = append(tables[RefZones], []any{z.Name, z.Number, z.Capofila})
	}
	for _, p := range r.People {
		row := []any{p.Kind, p.Item, p.Side, p.Ref, nil, nil, nil}
		if p.KeyKind != "" {
			row[4], row[5] = p.KeyKind, p.Key
		} else {
			row[6] = p.Row
		}
		tables[RefPeople] = append(tables[RefPeople], row)
	}
	for _, name := range Names() {
		rows, ours := tables[name]
		if !ours || !strings.HasPrefix(name, "ref_") {
			continue
		}
		if err := writeTo(open, name, rows); err != nil {
			return err
		}
	}
	return nil
}

func writeTo(open Opener, name string, rows [][]any) error {
	out, err := open(name)
	if err != nil {
		return fmt.Errorf("table %s: %w", name, err)
	}
	return errors.Join(WriteRows(out, name, rows), out.Close())
}

func named(list []Named) [][]any {
	rows := make([][]any, len(list))
	for i, n := range list {
		rows[i] = []any{n.ID, n.Label, int64(i + 1)}
	}
	return rows
}

func known(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}

// WriteRows writes a table's Parquet file from rows in the schema's column order; see Frame for the
// types of the values. An empty text is null where the column may be.
func WriteRows(out io.Writer, name string, rows [][]any) error {
	columns := schemas[name]
	if columns == nil {
		return fmt.Errorf("table %s: no such table", name)
	}
	w, err := newParquetWriter(out, arrowSchema(name, columns), int64(len(rows)), nil)
	if err != nil {
		return fmt.Errorf("table %s: %w", name, err)
	}
	f := &Frame{Columns: columns, Rows: rows}
	return errors.Join(f.records(memory.DefaultAllocator, arrowSchema(name, columns), w.write), w.close())
}
