package pipeline_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"formare/internal/sample"
	"formare/pipeline"
)

// A project is a sample that was run once, with its truth beside it.
type project struct {
	dir string
	cfg pipeline.Config
	got *pipeline.Result
}

func runSample(t *testing.T, seed uint64, workers int) *project {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "sample")
	if _, err := sample.Generate(dir, sample.Options{Seed: seed, Scale: 1}); err != nil {
		t.Fatal(err)
	}
	return runProject(t, dir, workers)
}

func runProject(t *testing.T, dir string, workers int) *project {
	t.Helper()
	settings, err := pipeline.LoadSettings(dir)
	if err != nil {
		t.Fatal(err)
	}
	settings.Figures.Formats, settings.Figures.Sizes = []string{"svg"}, []string{"slide"} // run-twice draws them all
	p := &project{dir: dir, cfg: pipeline.Config{Project: dir, Settings: settings, Workers: workers}}
	if p.got, err = pipeline.Run(context.Background(), p.cfg, pipeline.Env{}); err != nil {
		t.Fatal(err)
	}
	return p
}

// rows of a truth file or a query: column names to values as text, "" for null.
type rows []map[string]string

func parseCSV(t *testing.T, raw []byte) rows {
	t.Helper()
	records, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out rows
	for _, rec := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = rec[i]
		}
		out = append(out, row)
	}
	return out
}

func (p *project) truth(t *testing.T, name string) rows {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(p.dir, "truth", filepath.FromSlash(name)+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	return parseCSV(t, raw)
}

func (p *project) query(t *testing.T, sql string) rows {
	t.Helper()
	var b bytes.Buffer
	if err := pipeline.Query(context.Background(), p.cfg, sql, "csv", &b); err != nil {
		t.Fatal(err)
	}
	return parseCSV(t, b.Bytes())
}

func key(row map[string]string, columns []string) string {
	parts := make([]string, len(columns))
	for i, c := range columns {
		parts[i] = row[c]
	}
	return strings.Join(parts, " | ")
}

// same compares two values: as text, or as numbers up to the six decimals that results have.
func same(a, b string) bool {
	if a == b {
		return true
	}
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	return err1 == nil && err2 == nil && math.Abs(x-y) <= 1e-6*max(1, math.Abs(x))
}

// compare checks both directions: nothing of the truth missing, nothing besides it, and every column of
// the truth the same.
func compare(t *testing.T, what string, want, got rows, keys []string, columns []string) {
	t.Helper()
	const most = 12
	faults := 0
	fault := func(format string, args ...any) {
		if faults++; faults <= most {
			t.Errorf(what+": "+format, args...)
		}
	}
	byKey := map[string]map[string]string{}
	for _, row := range got {
		k := key(row, keys)
		if byKey[k] != nil {
			fault("twice: %s", k)
		}
		byKey[k] = row
	}
	for _, row := range want {
		k := key(row, keys)
		have := byKey[k]
		if have == nil {
			fault("missing: %s", k)
			continue
		}
		delete(byKey, k)
		for _, c := range columns {
			if !same(row[c], have[c]) {
				fault("%s: %s is %q, want %q", k, c, have[c], row[c])
			}
		}
	}
	for k := range byKey {
		fault("extra: %s", k)
	}
	if faults > most {
		t.Errorf("%s: %d faults in all", what, faults)
	}
	if len(want) == 0 {
		t.Errorf("%s: the truth is empty", what)
	}
}

func columnsOf(list rows) []string {
	if len(list) == 0 {
		return nil
	}
	var names []string
	for c := range list[0] {
		names = append(names, c)
	}
	slices.Sort(names)
	return names
}

func TestTruth(t *testing.T) {
	for _, seed := range []uint64{1, 2} {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			p := runSample(t, seed, 2)
			t.Run("headline", p.checkHeadline)
			t.Run("indicators", p.checkIndicators)
			t.Run("sources", p.checkSources)
			t.Run("courses", p.checkCourses)
			t.Run("enrolments", p.checkEnrolments)
			t.Run("attendance", p.checkAttendance)
			t.Run("people", p.checkPeople)
			t.Run("facts", p.checkFacts)
			t.Run("findings", p.checkFindings)
		})
	}
}

// The four figures of the real convegno come out of the messy workbooks.
func (p *project) checkHeadline(t *testing.T) {
	got := p.query(t, "SELECT measure, value FROM headline")
	compare(t, "headline", p.truth(t, "headline"), got, []string{"measure"}, []string{"value"})
	for measure, want := range map[string]string{"interventions": "81", "hours_delivered": "960", "participants": "722", "services": "134"} {
		if i := slices.IndexFunc(got, func(r map[string]string) bool { return r["measure"] == measure }); i < 0 || !same(got[i]["value"], want) {
			t.Errorf("%s is not %s", measure, want)
		}
	}
}

func (p *project) checkIndicators(t *testing.T) {
	keys := map[string][]string{
		"reach_by_month": {"month"}, "reach_by_comune": {"istat_code"}, "coverage_by_zone": {"zone"},
		"reach_by_area": {"area"}, "area_by_zone": {"area", "zone"}, "partner_by_month": {"partner", "month"},
		"course_calendar": {"course"}, "completion_by_area": {"area"}, "profile_gender_age": {"gender", "band"},
		"profile_role": {"role"}, "services_by_kind": {"service_kind"}, "learning_gain": {"area"},
		"satisfaction": {"area", "band"}, "targets": {"measure"},
	}
	files, err := filepath.Glob(filepath.Join(p.dir, "truth", "indicators", "*.csv"))
	if err != nil || len(files) != len(keys) {
		t.Fatalf("%d indicators in the truth, want %d (%v)", len(files), len(keys), err)
	}
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".csv")
		want := p.truth(t, "indicators/"+id)
		got := p.query(t, "SELECT * FROM "+id)
		compare(t, id, want, got, keys[id], columnsOf(want))
	}
}

func (p *project) checkSources(t *testing.T) {
	got := p.query(t, `SELECT s.file, s.partner, s.month, s.status, b.file AS superseded_by, s.rows_kept AS "rows"
		FROM sources s LEFT JOIN sources b ON b.source = s.superseded_by`)
	compare(t, "sources", p.truth(t, "sources"), got, []string{"file"}, []string{"partner", "month", "status", "superseded_by", "rows"})
}

func (p *project) checkCourses(t *testing.T) {
	want := p.truth(t, "courses")
	var columns []string
	for _, c := range columnsOf(want) {
		if c != "counted" {
			columns = append(columns, c)
		}
	}
	got := p.query(t, "SELECT * FROM reported_courses")
	compare(t, "courses", want, got, []string{"course"}, columns)
}

func (p *project) checkEnrolments(t *testing.T) {
	want := p.truth(t, "rows")
	got := p.query(t, `SELECT s.file, CASE WHEN s.status = 'active' THEN 'true' ELSE 'false' END AS active, e.*
		FROM enrolments e JOIN sources s ON s.source = e.source`)
	columns := slices.DeleteFunc(columnsOf(want), func(c string) bool { return c == "person" })
	compare(t, "enrolments", want, got, []string{"file", "sheet", "row", "course"}, columns)
}

func (p *project) checkAttendance(t *testing.T) {
	got := p.query(t, "SELECT s.file, a.* FROM attendance a JOIN sources s ON s.source = a.source")
	compare(t, "attendance", p.truth(t, "attendance"), got, []string{"file", "sheet", "row", "course", "date"}, []string{"hours", "present"})
}

// Every row is linked to its person: two rows have the same participant if and only if they are of the
// same person.
func (p *project) checkPeople(t *testing.T) {
	linked := map[string]string{}
	for _, row := range p.query(t, `SELECT s.file, l.sheet, l."row", l.course, l.participant FROM linked l JOIN sources s ON s.source = l.source`) {
		linked[key(row, []string{"file", "sheet", "row", "course"})] = row["participant"]
	}
	personOf, participantOf := map[string]string{}, map[string]string{}
	for _, row := range p.truth(t, "rows") {
		if row["active"] != "true" {
			continue
		}
		k := key(row, []string{"file", "sheet", "row", "course"})
		participant, person := linked[k], row["person"]
		switch {
		case participant == "":
			continue // outside the programme's period, or missing: checkEnrolments tells
		case personOf[participant] != "" && personOf[participant] != person:
			t.Errorf("%s: two people are one participant", k)
		case participantOf[person] != "" && participantOf[person] != participant:
			t.Errorf("%s: one person is two participants", k)
		}
		personOf[participant], participantOf[person] = person, participant
	}
	if len(personOf) < 700 {
		t.Errorf("only %d participants were linked", len(personOf))
	}
}

// Facts are compared without naming people: how many there are of each kind, per course.
func (p *project) checkFacts(t *testing.T) {
	columns := []string{"course", "partner", "area", "kind", "month", "comune", "zone", "completed", "certificate"}
	numbers := []string{"hours_attended", "hours_planned", "score_before", "score_after", "satisfaction"}
	bag := func(list rows) map[string]int {
		n := map[string]int{}
		for _, row := range list {
			k := key(row, columns)
			for _, c := range numbers {
				if v, err := strconv.ParseFloat(row[c], 64); err == nil {
					k += fmt.Sprintf(" | %.6f", v)
				} else {
					k += " | "
				}
			}
			n[k]++
		}
		return n
	}
	want, got := bag(p.truth(t, "facts")), bag(p.query(t, "SELECT * FROM facts"))
	faults := 0
	for k, n := range want {
		if got[k] != n {
			if faults++; faults <= 10 {
				t.Errorf("fact %s: %d, want %d", k, got[k], n)
			}
		}
	}
	for k, n := range got {
		if want[k] == 0 {
			if faults++; faults <= 20 {
				t.Errorf("fact %s: %d, want none", k, n)
			}
		}
	}
}

// Every planted problem has a finding at its cell, and nothing that is right has a warning or an error.
func (p *project) checkFindings(t *testing.T) {
	got := p.query(t, `SELECT s.file, f.sheet, f.cell, f."row", f.field, f.rule, f.severity, f.message
		FROM findings f JOIN sources s ON s.source = f.source`)
	used := make([]bool, len(got))
	for _, problem := range p.truth(t, "problems") {
		found := false
		for i, f := range got {
			if f["file"] == problem["file"] && f["rule"] == problem["rule"] && f["sheet"] == problem["sheet"] &&
				(problem["cell"] == "" || f["cell"] == problem["cell"]) && (problem["row"] == "" || f["row"] == problem["row"]) {
				found, used[i] = true, true
			}
		}
		if !found {
			t.Errorf("no finding for %v", problem)
		}
	}
	for i, f := range got {
		if f["message"] == "" || strings.HasPrefix(f["message"], "rule.") {
			t.Errorf("a finding without words: %v", f)
		}
		if !used[i] && f["severity"] != "info" {
			t.Errorf("false alarm: %s %s!%s row %s: %s (%s)", f["file"], f["sheet"], f["cell"], f["row"], f["rule"], f["field"])
		}
	}
}
