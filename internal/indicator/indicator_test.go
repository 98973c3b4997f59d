package indicator_test

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"formare/data"
	"formare/internal/finding"
	"formare/internal/indicator"

	"github.com/google/go-cmp/cmp"
)

func TestBroughtIndicators(t *testing.T) {
	folder, err := fs.Sub(data.FS, "indicators")
	if err != nil {
		t.Fatal(err)
	}
	defs, err := indicator.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"headline": "measure value target", "reach_by_month": "month new active cumulative target",
		"reach_by_comune":  "istat_code name zone participants per_10k_residents",
		"coverage_by_zone": "zone comuni covered share participants per_10k_residents residents",
		"reach_by_area":    "area participants", "area_by_zone": "area zone participants hours",
		"partner_by_month":   "partner month interventions hours participants",
		"course_calendar":    "course partner area start_date end_date hours participants",
		"completion_by_area": "area enrolled attended completed certified",
		"profile_gender_age": "gender band participants", "profile_role": "role participants",
		"services_by_kind": "service_kind services participants", "learning_gain": "area before after n",
		"satisfaction": "area band share n", "inequality": "residents_share participants_share gini",
		"targets": "measure value target",
	}
	for _, d := range defs {
		var names []string
		for _, c := range d.Columns {
			names = append(names, c.Name)
			if c.IT == "" || c.EN == "" {
				t.Errorf("%s: column %s has no label in a language", d.ID, c.Name)
			}
			if c.People && !protects(d, c.Name) {
				t.Errorf("%s: column %s counts people and nothing protects it", d.ID, c.Name)
			}
		}
		if !strings.HasPrefix(strings.Join(names, " ")+" ", want[d.ID]+" ") {
			t.Errorf("%s: columns %v", d.ID, names)
		}
		for _, words := range []map[string]string{d.Title, d.Note} {
			if words["it"] == "" || words["en"] == "" {
				t.Errorf("%s: title or note lacks a language", d.ID)
			}
		}
		if d.Unit == "" || d.Grain == "" || !strings.Contains(d.SQL, "ORDER BY") {
			t.Errorf("%s: no unit, grain or order", d.ID)
		}
		delete(want, d.ID)
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
}

func protects(d indicator.Def, column string) bool {
	return slices.ContainsFunc(d.Protect, func(p indicator.Protection) bool {
		return p.Count == column || p.Running == column || slices.Contains(p.Derived, column)
	})
}

func TestLoadTakesTheProjectsOwn(t *testing.T) {
	brought := fstest.MapFS{
		"a.sql": {Data: []byte("-- title: {it: Vecchio, en: Old}\nSELECT 1 AS x")},
		"b.sql": {Data: []byte("SELECT 2 AS y")},
	}
	own := fstest.MapFS{"mine.sql": {Data: []byte("\ufeff-- id: a\r\n-- title: {it: Nuovo, en: New}\r\nSELECT 3 AS x")}}
	defs, err := indicator.Load(brought, own)
	if err != nil {
		t.Fatal(err)
	}
	if len(defs) != 2 || defs[0].ID != "a" || defs[0].Title["it"] != "Nuovo" || defs[1].ID != "b" {
		t.Errorf("%+v", defs)
	}
}

func TestParseFaults(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"unknown key", "-- titel: {it: x}\nSELECT 1", "titel"},
		{"not YAML", "-- title: [\nSELECT 1", "header"},
		{"bad id", "-- id: Reach By\nSELECT 1", "Reach By"},
		{"bad kind", "-- columns:\n--   - {name: a, kind: number}\nSELECT 1", `kind "number"`},
		{"protects nothing", "-- columns:\n--   - {name: a, kind: integer}\n-- protect:\n--   - {count: b}\nSELECT 1", `no column "b"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := indicator.Parse("x.sql", []byte(tt.file))
			if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "x.sql") {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

// FuzzParse: any text gives an indicator or an error.
func FuzzParse(f *testing.F) {
	f.Add("-- id: a\n-- columns:\n--   - {name: a, kind: integer, people: true}\n-- protect:\n--   - {count: a}\nSELECT 1")
	f.Add("--\n-- - \n--:\x00")
	f.Fuzz(func(_ *testing.T, file string) { _, _ = indicator.Parse("x.sql", []byte(file)) })
}

// answers is a Querier that gives what it was told.
type answers struct {
	columns []string
	rows    [][]any
	err     error
}

func (a answers) Rows(context.Context, string) ([]string, [][]any, error) {
	return a.columns, a.rows, a.err
}

func TestCompute(t *testing.T) {
	def, err := indicator.Parse("x.sql", []byte("-- columns:\n--   - {name: m, kind: month, it: Mese, en: Month}\n--   - {name: n, kind: integer, people: true}\nSELECT"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := indicator.Compute(context.Background(), answers{[]string{"m", "n", "extra"}, [][]any{{"2017-04", int64(3), nil}, {"2017-05", nil, 2.5}}, nil}, def)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]indicator.Value{
		{{Valid: true, Text: "2017-04"}, {Valid: true, Num: 3}, {}},
		{{Valid: true, Text: "2017-05"}, {}, {Valid: true, Num: 2.5}},
	}
	if diff := cmp.Diff(want, got.Rows); diff != "" {
		t.Error(diff)
	}
	if c := got.Columns; c[0].Kind != indicator.Month || !c[1].People || c[2].Kind != indicator.Real || c[2].Label["it"] != "extra" {
		t.Errorf("%+v", c)
	}
	for name, a := range map[string]answers{
		"engine fails": {err: errors.New("no")}, "column missing": {columns: []string{"m"}},
		"wrong type": {columns: []string{"m", "n"}, rows: [][]any{{"2017-04", "three"}}},
	} {
		if _, err := indicator.Compute(context.Background(), a, def); err == nil || !strings.Contains(err.Error(), "x") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestChecksLoad(t *testing.T) {
	folder, err := fs.Sub(data.FS, "checks")
	if err != nil {
		t.Fatal(err)
	}
	checks, err := indicator.LoadChecks(folder)
	if err != nil || len(checks) == 0 {
		t.Errorf("%d checks, %v", len(checks), err)
	}
	if _, err := indicator.LoadChecks(fstest.MapFS{"no-such-rule.sql": {Data: []byte("SELECT 1")}}); err == nil {
		t.Error("a rule that the catalogue lacks was taken")
	}
	if _, err := (indicator.Check{Rule: finding.PersonUnlinked}).Run(context.Background(), answers{columns: []string{"x"}}); err == nil {
		t.Error("other columns were taken")
	}
}
