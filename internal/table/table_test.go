package table_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"formare/internal/finding"
	"formare/internal/normalise"
	"formare/internal/table"

	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/google/go-cmp/cmp"
)

// TestSchemas holds the contract down: a change here is a new table.Version.
func TestSchemas(t *testing.T) {
	want := map[string]string{
		table.Courses:    "source sheet row course partner code edition title kind area venue venue_comune start_date end_date hours_planned hours_delivered places month",
		table.Enrolments: "source sheet row course partner month key_cf key_person key_name gender birth_year role service service_kind comune hours_attended status certificate score_before score_after satisfaction near_names near_day near_surname near_given",
		table.Attendance: "source sheet row course key_cf key_person key_name date hours present",
		table.Findings:   "source partner month sheet cell row field rule severity value used message",
		table.Sources:    "source file sha256 partner month received status superseded_by sheets rows_read rows_kept position",
	}
	for name, columns := range want {
		got := ""
		for i, c := range table.Columns(name) {
			if i > 0 {
				got += " "
			}
			got += c.Name
		}
		if got != columns {
			t.Errorf("%s: %s", name, got)
		}
	}
	if table.Columns("nothing") != nil {
		t.Error("a table that does not exist has columns")
	}
}

func TestRecordsComeBack(t *testing.T) {
	mem := memory.NewCheckedAllocator(memory.NewGoAllocator())
	defer mem.AssertSize(t, 0)
	b := table.NewBatch(mem, "s1", "anci")
	defer b.Release()
	hours, nan, yes := 12.5, math.NaN(), true
	check(t, b.AddCourse(&normalise.Course{
		Place: normalise.Place{Sheet: "Corsi", Row: 7}, Course: "anci/C1", Title: "Perché no", Start: normalise.Date{Year: 2017, Month: time.April, Day: 3},
		HoursPlanned: &hours, HoursDelivered: &nan, Month: "2017-04",
	}))
	check(t, b.AddEnrolment(&normalise.Enrolment{
		Place: normalise.Place{Sheet: "Aprile", Row: 9}, Course: "anci/C1", HoursAttended: &hours, Certificate: &yes, Status: "completed",
		Person: normalise.Person{Gender: "F", Birth: normalise.Date{Year: 1980, Month: time.May, Day: 1}},
	}, table.Keys{CF: table.Key{Value: math.MinInt64, Valid: true}, Name: table.Key{Value: 0, Valid: true}}))
	check(t, b.AddAttendance(&normalise.Attendance{Place: normalise.Place{Row: 9}, Course: "anci/C1", Date: normalise.Date{Year: 1969, Month: 12, Day: 31}}, table.Keys{}))
	check(t, b.AddFinding(finding.Finding{Rule: finding.DateInvalid, Cell: "B9", Row: 9, Value: "31/02/2017"}, "messaggio"))

	dir := t.TempDir()
	names, err := b.Write(dir)
	check(t, err)
	want := map[string][]any{
		table.Courses:    {"s1", "Corsi", int64(7), "anci/C1", "anci", nil, nil, "Perché no", nil, nil, nil, nil, "2017-04-03", nil, 12.5, nil, nil, "2017-04"},
		table.Enrolments: {"s1", "Aprile", int64(9), "anci/C1", "anci", nil, int64(math.MinInt64), nil, int64(0), "F", int64(1980), nil, nil, nil, nil, 12.5, "completed", true, nil, nil, nil, nil, nil, nil, nil},
		table.Attendance: {"s1", "", int64(9), "anci/C1", nil, nil, nil, "1969-12-31", nil, false},
		table.Findings:   {"s1", "anci", nil, nil, "B9", int64(9), nil, "date-invalid", "error", "31/02/2017", nil, "messaggio"},
	}
	if len(names) != len(want) {
		t.Errorf("wrote %v", names)
	}
	for _, name := range names {
		f, err := table.ReadFile(context.Background(), filepath.Join(dir, name+".parquet"))
		check(t, err)
		if diff := cmp.Diff([][]any{want[name]}, f.Rows); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if diff := cmp.Diff(table.Columns(name), f.Columns); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestManyRows crosses row groups and dictionary pages, held and streamed.
func TestManyRows(t *testing.T) {
	for _, n := range []int{0, 1, 5_000, 1 << 16, 100_000} {
		for _, streamed := range []bool{false, true} {
			t.Run(fmt.Sprintf("%d streamed=%v", n, streamed), func(t *testing.T) { manyRows(t, n, streamed) })
		}
	}
}

func manyRows(t *testing.T, n int, streamed bool) {
	mem := memory.NewCheckedAllocator(memory.NewGoAllocator())
	defer mem.AssertSize(t, 0)
	dir := t.TempDir()
	b := table.NewBatch(mem, "s", "anci")
	if streamed {
		b = table.NewStream(mem, "s", "anci", func(name string) (io.WriteCloser, error) {
			return os.Create(filepath.Join(dir, name+".parquet"))
		})
	}
	defer b.Release()
	for i := range n {
		hours := float64(i%10) / 2
		e := normalise.Enrolment{Place: normalise.Place{Sheet: "F", Row: i + 1}, Course: fmt.Sprint("anci/", i%7), Role: "altro", HoursAttended: &hours}
		if i%3 == 0 {
			e.Role, e.HoursAttended = "", nil
		}
		check(t, b.AddEnrolment(&e, table.Keys{CF: table.Key{Value: int64(i), Valid: i%3 != 0}}))
	}
	if streamed {
		check(t, b.Close())
	} else {
		_, err := b.Write(dir)
		check(t, err)
	}
	if got := b.Rows(table.Enrolments); got != int64(n) {
		t.Errorf("%d rows", got)
	}
	path := filepath.Join(dir, "enrolments.parquet")
	if n == 0 {
		if _, err := os.Stat(path); err == nil {
			t.Error("a table without rows was written")
		}
		return
	}
	f, err := table.ReadFile(context.Background(), path)
	check(t, err)
	if len(f.Rows) != n {
		t.Fatalf("%d rows came back", len(f.Rows))
	}
	row, key, role := f.Col("row"), f.Col("key_cf"), f.Col("role")
	for i, r := range f.Rows {
		if r[row] != int64(i+1) || (r[key] == nil) != (i%3 == 0) || (r[role] == nil) != (i%3 == 0) {
			t.Fatalf("row %d came back as %v", i, r)
		}
	}
}

// TestStreamFails: what the disk refuses is told, and the memory is given back.
func TestStreamFails(t *testing.T) {
	mem := memory.NewCheckedAllocator(memory.NewGoAllocator())
	defer mem.AssertSize(t, 0)
	b := table.NewStream(mem, "s", "anci", func(string) (io.WriteCloser, error) { return nil, os.ErrPermission })
	defer b.Release()
	check(t, b.AddAttendance(&normalise.Attendance{Course: "anci/1"}, table.Keys{}))
	if err := b.Close(); err == nil {
		t.Error("no error")
	}
}

func TestReference(t *testing.T) {
	ref := table.Reference{
		FirstMonth: "2017-04", LastMonth: "2018-03", ReportMonth: "2018-03", CompletionThreshold: 0.75, MinCell: 5,
		Months: []string{"2017-04"}, Partners: []table.Named{{ID: "anci", Label: "Anci Umbria"}},
		Comuni: []table.Comune{{Code: "054001", Name: "Assisi"}},
	}
	files := map[string]*bytes.Buffer{}
	check(t, ref.Write(func(name string) (io.WriteCloser, error) {
		files[name] = &bytes.Buffer{}
		return closer{files[name]}, nil
	}))
	want := map[string][][]any{
		table.RefProgramme: {{"2017-04", "2018-03", "2018-03", 0.75, int64(5)}}, table.RefMonths: {{"2017-04"}},
		table.RefPartners: {{"anci", "Anci Umbria", int64(1)}}, table.RefAreas: nil, table.RefTargets: nil,
		table.RefComuni: {{"054001", "Assisi", nil, nil, nil, nil}}, table.RefZones: nil,
	}
	for name, rows := range want {
		f, err := table.ReadParquet(context.Background(), bytes.NewReader(files[name].Bytes()))
		check(t, err)
		if diff := cmp.Diff(rows, f.Rows); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

type closer struct{ io.Writer }

func (closer) Close() error { return nil }

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
