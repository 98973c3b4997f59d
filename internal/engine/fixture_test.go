//go:build cgo

package engine_test

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"formare/data"
	"formare/internal/engine"
	"formare/internal/indicator"
	"formare/internal/normalise"
	"formare/internal/table"
)

// A world is a small programme written out by hand.
type world struct {
	ref     table.Reference
	sources []table.Source
	batches []*table.Batch
}

func smallReference() table.Reference {
	return table.Reference{
		FirstMonth: "2017-04", LastMonth: "2017-07", ReportMonth: "2017-06", CompletionThreshold: 0.75, MinCell: 5,
		Months:   []string{"2017-04", "2017-05", "2017-06", "2017-07"},
		Partners: []table.Named{{ID: "anci", Label: "Anci"}, {ID: "aris", Label: "Aris"}},
		Areas:    []table.Named{{ID: "istruzione", Label: "Istruzione"}, {ID: "giuridica", Label: "Giuridica"}},
		Targets:  []table.Target{{Measure: "participants", Value: 10}, {Measure: "interventions", Value: 4}},
		Comuni: []table.Comune{
			{Code: "054001", Name: "Alfa", Province: "PG", Zone: "Nord", Residents: 1000, Year: 2018},
			{Code: "054002", Name: "Beta", Province: "PG", Zone: "Nord", Residents: 3000, Year: 2018},
			{Code: "055001", Name: "Gamma", Province: "TR", Zone: "Sud", Residents: 6000, Year: 2018},
		},
		Zones: []table.Zone{{Name: "Nord", Number: 1}, {Name: "Sud", Number: 2}},
	}
}

// source begins a source; position decides which of two sources is the later one.
func (w *world) source(id, partner, month, status string, position int64) *table.Batch {
	w.sources = append(w.sources, table.Source{Source: id, File: id + ".xlsx", Partner: partner, Month: month, Status: status, Position: position})
	b := table.NewBatch(nil, id, partner)
	w.batches = append(w.batches, b)
	return b
}

// write puts everything into Parquet files, the batches in the order given, and lists them by table.
func (w *world) write(t testing.TB, order ...int) map[string][]string {
	t.Helper()
	dir := t.TempDir()
	files := map[string][]string{table.Courses: nil, table.Enrolments: nil, table.Attendance: nil, table.Findings: nil}
	create := func(name string) (io.WriteCloser, error) {
		path := filepath.Join(dir, name+".parquet")
		files[name] = append(files[name], path)
		return os.Create(path)
	}
	check(t, w.ref.Write(create))
	out, err := create(table.Sources)
	check(t, err)
	check(t, table.WriteSources(out, w.sources))
	check(t, out.Close())
	if len(order) == 0 {
		for i := range w.batches {
			order = append(order, i)
		}
	}
	for n, i := range order {
		sub := filepath.Join(dir, fmt.Sprintf("%03d", n))
		check(t, os.Mkdir(sub, 0o755))
		names, err := w.batches[i].Write(sub)
		check(t, err)
		for _, name := range names {
			files[name] = append(files[name], filepath.Join(sub, name+".parquet"))
		}
	}
	return files
}

func openModel(t testing.TB, files map[string][]string, keep bool, threads int) *engine.DB {
	t.Helper()
	return openViews(t, files, keep, threads, definitions(t))
}

func openViews(t testing.TB, files map[string][]string, keep bool, threads int, defs []indicator.Def) *engine.DB {
	t.Helper()
	ctx := context.Background()
	db, err := engine.Open(ctx, engine.Options{Tables: files, TempDir: t.TempDir(), Threads: threads})
	check(t, err)
	t.Cleanup(func() { check(t, db.Close()) })
	views, err := engine.Model(data.FS, "model")
	check(t, err)
	for _, d := range defs {
		views = append(views, engine.View{Name: d.ID, SQL: d.SQL})
	}
	check(t, db.Create(ctx, views, keep))
	return db
}

func definitions(t testing.TB) []indicator.Def {
	t.Helper()
	folder, err := fs.Sub(data.FS, "indicators")
	check(t, err)
	defs, err := indicator.Load(folder)
	check(t, err)
	return defs
}

// show runs a query and gives its rows as text: values joined by "|", null as "-".
func show(t testing.TB, db *engine.DB, query string) string {
	t.Helper()
	_, rows, err := db.Rows(context.Background(), query)
	check(t, err)
	return format(rows)
}

func format(rows [][]any) string {
	var b strings.Builder
	for _, row := range rows {
		for i, v := range row {
			if i > 0 {
				b.WriteByte('|')
			}
			switch v := v.(type) {
			case nil:
				b.WriteByte('-')
			case float64:
				b.WriteString(strconv.FormatFloat(v, 'f', -1, 64))
			default:
				fmt.Fprint(&b, v)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func at(row int) normalise.Place { return normalise.Place{Sheet: "Foglio1", Row: row} }

func day(s string) normalise.Date {
	if s == "" {
		return normalise.Date{}
	}
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return normalise.Date{Year: d.Year(), Month: d.Month(), Day: d.Day()}
}

func num(v float64) *float64 { return &v }

// keys gives a person's keys; 0 is none.
func keys(cf, person, name int64) table.Keys {
	k := func(v int64) table.Key { return table.Key{Value: v, Valid: v != 0} }
	return table.Keys{CF: k(cf), Person: k(person), Name: k(name)}
}
