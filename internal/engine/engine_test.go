//go:build cgo

package engine_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"formare/internal/engine"
	"formare/internal/table"
	"formare/internal/text"

	"github.com/google/go-cmp/cmp"
)

func TestEmptyTablesKeepTheirTypes(t *testing.T) {
	tables := map[string][]string{}
	for _, name := range table.Names() {
		tables[name] = nil
	}
	db, err := engine.Open(context.Background(), engine.Options{Tables: tables, TempDir: t.TempDir()})
	check(t, err)
	defer db.Close()
	for _, name := range table.Names() {
		f, err := db.Query(context.Background(), "SELECT * FROM "+name)
		check(t, err)
		want := table.Columns(name)
		for i := range want {
			want[i].Required = false
		}
		if diff := cmp.Diff(want, f.Columns); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestUnknownTable(t *testing.T) {
	_, err := engine.Open(context.Background(), engine.Options{Tables: map[string][]string{"secrets": nil}, TempDir: t.TempDir()})
	if err == nil || !strings.Contains(err.Error(), "secrets") {
		t.Errorf("got %v", err)
	}
}

// TestQueryCannotHarm: a query reads tables and views; it changes nothing, and reaches no file.
func TestQueryCannotHarm(t *testing.T) {
	files := smallWorld().write(t)
	db := openModel(t, files, false, 1)
	outside := filepath.Join(t.TempDir(), "outside.csv")
	check(t, os.WriteFile(outside, []byte("a,b\n1,2\n"), 0o600))
	parquet := files[table.Courses][0]
	before, err := os.ReadFile(parquet)
	check(t, err)
	tests := []struct{ name, query, want string }{
		{"copy out", "COPY courses TO '" + outside + "2'", "engine.not-a-query"},
		{"copy over a table", "COPY courses TO '" + parquet + "'", "engine.not-a-query"},
		{"attach", "ATTACH '" + outside + ".db'", "engine.not-a-query"},
		{"drop", "DROP VIEW facts", "engine.not-a-query"},
		{"two statements", "SELECT 1; DROP VIEW facts", "engine.not-a-query"},
		{"hidden second", "SELECT 1 /* ; */; CREATE TABLE x AS SELECT 1", "engine.not-a-query"},
		{"setting", "SET enable_external_access = true", "engine.not-a-query"},
		{"install", "INSTALL httpfs", "engine.not-a-query"},
		{"nothing", "", "engine.not-a-query"},
		{"only a comment", "-- nothing", "engine.not-a-query"},
		{"read a file", "SELECT * FROM read_csv('" + outside + "')", "engine.sql"},
		{"read a file by name", "SELECT * FROM '" + outside + "'", "engine.sql"},
		{"read text", "SELECT * FROM read_text('/etc/hostname')", "engine.sql"},
		{"list a folder", "SELECT * FROM glob('/*')", "engine.sql"},
		{"not SQL", "SELEKT 1", "engine.sql"},
		{"no such column", "SELECT surname FROM enrolments", "engine.sql"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := db.Query(context.Background(), tt.query)
			var told *text.Error
			if !errors.As(err, &told) || told.ID != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
	if after, err := os.ReadFile(parquet); err != nil || !cmp.Equal(before, after) {
		t.Errorf("the table's file changed (%v)", err)
	}
	if got := show(t, db, "SELECT COUNT(*) FROM facts"); got != "13\n" {
		t.Errorf("facts: %s", got)
	}
}

func TestQueryValues(t *testing.T) {
	db := openModel(t, smallWorld().write(t), false, 1)
	f, err := db.Query(context.Background(), `SELECT 7 AS i, CAST(9007199254740993 AS BIGINT) AS k, SUM(CAST(2 AS BIGINT)) AS h,
		1.5 AS d, CAST(2 AS DOUBLE) AS r, DATE '2017-04-01' AS day, TIMESTAMP '2017-04-01 10:00:00' AS ts, TRUE AS b, 'è' AS s, NULL AS n, [1, 2] AS l;`)
	check(t, err)
	want := "7|9007199254740993|2|1.5|2|2017-04-01|2017-04-01 10:00:00|true|è|-|[1 2]\n"
	if got := format(f.Rows); got != want {
		t.Errorf("got %swant %s", got, want)
	}
	var types []table.Type
	for _, c := range f.Columns {
		types = append(types, c.Type)
	}
	if diff := cmp.Diff([]table.Type{table.Int, table.Int, table.Int, table.Real, table.Real, table.Date, table.Text, table.Bool, table.Text, table.Int, table.Text}, types); diff != "" {
		t.Error(diff)
	}
	for _, q := range []string{"DESCRIBE facts", "SHOW TABLES", "SUMMARIZE participants", "WITH a AS (SELECT 1 AS x) SELECT x FROM a"} {
		if _, err := db.Query(context.Background(), q); err != nil {
			t.Errorf("%s: %v", q, err)
		}
	}
}

func TestCancelled(t *testing.T) {
	db := openModel(t, smallWorld().write(t), false, 1)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := db.Query(ctx, "SELECT 1"); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestCloseLeavesNothing(t *testing.T) {
	temp := t.TempDir()
	db, err := engine.Open(context.Background(), engine.Options{TempDir: temp})
	check(t, err)
	check(t, db.Close())
	left, err := os.ReadDir(temp)
	if err != nil || len(left) > 0 {
		t.Errorf("%v left, %v", left, err)
	}
}

// TestLinking has one case for each way in which rows are found to be one person, or not.
func TestLinking(t *testing.T) {
	tests := []struct {
		name string
		rows []table.Keys
		want string // participants of the rows in their order
	}{
		{"same codice fiscale", []table.Keys{keys(1, 21, 31), keys(1, 22, 32)}, "1|1"},
		{"two codici fiscali with equal names", []table.Keys{keys(1, 21, 31), keys(2, 21, 31)}, "1|2"},
		{"by person", []table.Keys{keys(1, 21, 31), keys(0, 21, 39)}, "1|1"},
		{"by name", []table.Keys{keys(1, 21, 31), keys(0, 0, 31)}, "1|1"},
		{"person shared by two, name decides", []table.Keys{keys(1, 21, 31), keys(2, 21, 32), keys(0, 21, 32)}, "1|2|2"},
		{"shared by two, nothing decides", []table.Keys{keys(1, 21, 31), keys(2, 21, 31), keys(0, 21, 31)}, "1|2|31"},
		{"through a third row", []table.Keys{keys(1, 21, 31), keys(0, 21, 32), keys(0, 0, 32)}, "1|1|1"},
		{"among themselves by name", []table.Keys{keys(0, 21, 31), keys(0, 0, 31)}, "31|31"},
		{"among themselves by person", []table.Keys{keys(0, 21, 31), keys(0, 21, 32)}, "31|31"},
		{"a chain of three names", []table.Keys{keys(0, 21, 33), keys(0, 21, 32), keys(0, 22, 32), keys(0, 22, 31)}, "31|31|31|31"},
		{"different birth dates", []table.Keys{keys(0, 21, 31), keys(0, 22, 32)}, "31|32"},
		{"no key at all", []table.Keys{nobody, nobody}, "-1000000001|-1000000002"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := &world{ref: smallReference()}
			b := w.source("a", "anci", "2017-04", "active", 1)
			for i, k := range tt.rows {
				fill(b, nil, []row{{k, e(i+1, "anci/C").sat(1)}})
			}
			db := openViews(t, w.write(t), true, 1, nil)
			got := strings.TrimSuffix(strings.ReplaceAll(show(t, db, "SELECT participant FROM linked ORDER BY ord"), "\n", "|"), "|")
			if got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
