package pipeline_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"formare/internal/engine"
	"formare/internal/normalise"
	"formare/internal/text"
	"formare/pipeline"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

const templateProject = `programme: {name: Prova, lead: Regione Umbria, contact: "prova@example.org", start: 2017-04, end: 2018-03}
partners: [{id: anci, name: Anci Umbria}, {id: aris, name: Aris}]
areas:
  - {id: istruzione, label: Istruzione}
  - {id: socio-sanitaria, label: Socio-sanitaria}
figures: {sizes: [slide], formats: [svg], documents: []}
`

func newProject(t *testing.T, yaml string) pipeline.Config {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "project")
	if _, err := pipeline.Init(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "formare.yaml"), []byte(yaml), 0o644); err != nil {
		t.Fatal(err)
	}
	settings, err := pipeline.LoadSettings(dir)
	if err != nil {
		t.Fatal(err)
	}
	return pipeline.Config{Project: dir, Settings: settings}
}

func makeTemplate(t *testing.T, cfg pipeline.Config, partner string) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := pipeline.Template(context.Background(), cfg, partner, &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A filler fills a template in as a secretary would, and keeps what must be read back.
type filler struct {
	t           *testing.T
	r           *rand.Rand
	f           *excelize.File
	words       *text.Catalogue
	lists       map[string][]string
	codes       []string
	rows        map[string][][]any // by sheet, without the example row
	wantCourses rows
	wantPeople  rows
}

// list gives what a drop-down of the template offers.
func (w *filler) list(name string) []string {
	w.t.Helper()
	if known := w.lists[name]; known != nil {
		return known
	}
	for _, d := range w.f.GetDefinedName() {
		if d.Name != name {
			continue
		}
		sheet, cells, _ := strings.Cut(d.RefersTo, "!")
		first, last, _ := strings.Cut(strings.ReplaceAll(cells, "$", ""), ":")
		from, _ := strconv.Atoi(first[1:])
		to, _ := strconv.Atoi(last[1:])
		var out []string
		for row := from; row <= to; row++ {
			v, err := w.f.GetCellValue(strings.Trim(sheet, "'"), "A"+strconv.Itoa(row))
			if err != nil || v == "" {
				w.t.Fatalf("%s: row %d: %q, %v", name, row, v, err)
			}
			out = append(out, v)
		}
		w.lists[name] = out
		return out
	}
	w.t.Fatalf("the template has no list %s", name)
	return nil
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

func days(d time.Time) float64 {
	return d.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
}

// choice takes a value of a drop-down at random, with what tables call it.
func (w *filler) choice(name string, means []string) (shown, meant string) {
	list := w.list(name)
	i := w.r.IntN(len(list))
	return list[i], means[i]
}

func (w *filler) course(n int) {
	w.t.Helper()
	code := fmt.Sprintf("PR-%03d", n)
	start := time.Date(2017, 4, 1+w.r.IntN(300), 0, 0, 0, 0, time.UTC)
	end := start.AddDate(0, 0, w.r.IntN(30))
	kind, kindMeans := w.choice("elenco_tipi", []string{"corso", "incontro", "workshop", "seminario", "fad"})
	area, areaMeans := w.choice("elenco_aree", []string{"istruzione", "socio-sanitaria"})
	planned, delivered := float64(4+w.r.IntN(80))/2, float64(4+w.r.IntN(80))/2
	title := pick(w.r, []string{"Accogliere bene", "Diritto d'asilo", "Lingua e scuola", "Salute & migrazione"}) + " " + strconv.Itoa(n)
	w.codes = append(w.codes, code)
	w.rows["courses"] = append(w.rows["courses"], []any{code, title, nil, kind, area, "Sala grande", pick(w.r, w.list("elenco_comuni")),
		days(start), days(end), planned, delivered, float64(20), nil})
	w.wantCourses = append(w.wantCourses, map[string]string{"course": "anci/" + code, "title": title, "kind": kindMeans, "area": areaMeans,
		"start_date": start.Format(time.DateOnly), "end_date": end.Format(time.DateOnly),
		"hours_planned": fmt.Sprint(planned), "hours_delivered": fmt.Sprint(delivered), "places": "20", "month": start.Format("2006-01")})
}

// person puts somebody on a course. Whoever has no codice fiscale has a birth date and a gender.
func (w *filler) person(n int) {
	w.t.Helper()
	who := normalise.Person{Surname: pick(w.r, []string{"BIANCHI", "D'ANGELO", "DE LUCA", "EL AMRANI"}) + strings.Repeat("A", n%7),
		GivenName: pick(w.r, []string{"ANNA", "MARIA GRAZIA", "LUCA", "ANDREA"}), Gender: pick(w.r, []string{"F", "M"}),
		Birth: normalise.Date{Year: 1950 + n%50, Month: time.Month(1 + n%12), Day: 1 + n%28}}
	course := pick(w.r, w.codes)
	role := pick(w.r, w.list("elenco_ruoli"))
	enrolled, status := w.choice("elenco_esiti", []string{"enrolled", "attended", "completed", "withdrawn"})
	cert, certMeans := w.choice("elenco_si_no", []string{"true", "false"})
	office, officeMeans := w.choice("elenco_enti", []string{"servizi-sociali", "scuola", "sanita", "anagrafe-sportelli", "terzo-settore", "giustizia-prefettura", "altro"})
	comune := pick(w.r, w.list("elenco_comuni"))
	hours, before, after, liking := float64(w.r.IntN(8))/2, float64(w.r.IntN(101))/100, float64(w.r.IntN(101))/100, float64(w.r.IntN(101))/100
	var cf any
	if w.r.IntN(3) > 0 {
		lead, _ := normalise.Leading(&who)
		plain, ok := normalise.PlainCF(string(lead[:]) + "G478A")
		if !ok {
			w.t.Fatalf("no codice fiscale of %s", lead)
		}
		cf = string(plain[:])
	}
	w.rows["people"] = append(w.rows["people"], []any{course, nil, who.Surname, who.GivenName, cf, days(who.Birth.Time()), who.Gender, role,
		fmt.Sprintf("Ufficio %d", n), office, comune, hours, enrolled, cert, before, after, liking, nil})
	w.wantPeople = append(w.wantPeople, map[string]string{"course": "anci/" + course, "gender": who.Gender, "birth_year": strconv.Itoa(who.Birth.Year),
		"role": role, "service_kind": officeMeans, "comune": comune, "hours_attended": fmt.Sprint(hours), "status": status, "certificate": certMeans,
		"score_before": fmt.Sprint(before), "score_after": fmt.Sprint(after), "satisfaction": fmt.Sprint(liking),
		"cf": strconv.FormatBool(cf != nil), "service": fmt.Sprintf("Ufficio %d", n)})
}

// write puts the rows in, in an order of their own, the example row among them or not.
func (w *filler) write(id string, head int, keepExample bool) {
	sheet := w.words.Msg("template.sheet." + id)
	list := w.rows[id]
	w.r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	if !keepExample {
		check(w.t, w.f.RemoveRow(sheet, head+1))
	} else if w.r.IntN(2) == 0 { // sorted, so that the example stands elsewhere
		row, err := w.f.GetRows(sheet, excelize.Options{RawCellValue: true})
		check(w.t, err)
		at := w.r.IntN(len(list) + 1)
		example := make([]any, len(row[head]))
		for i, v := range row[head] {
			example[i] = v
			if n, err := strconv.ParseFloat(v, 64); err == nil {
				example[i] = n
			}
		}
		list = slices.Insert(list, at, example)
		head--
	}
	if w.r.IntN(2) == 0 {
		check(w.t, w.f.InsertRows(sheet, head+2, 1+w.r.IntN(3)))
	}
	at := head + 1
	if keepExample {
		at++
	}
	for i, row := range list {
		for j, v := range row {
			name, err := excelize.CoordinatesToCellName(j+1, at+i)
			check(w.t, err)
			check(w.t, w.f.SetCellValue(sheet, name, v)) // in the style of its column
		}
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Whatever is written into a template by its own rules is read back, field by field, and nothing is
// complained of.
func TestFilledTemplates(t *testing.T) {
	if !engine.Present {
		t.Log("what was read is compared by SQL, which this build has not")
		return
	}
	for seed := range uint64(5) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			cfg := newProject(t, templateProject)
			cfg.Lang = text.Languages[seed%2]
			words, err := text.For(cfg.Lang)
			check(t, err)
			f, err := excelize.OpenReader(bytes.NewReader(makeTemplate(t, cfg, "anci")))
			check(t, err)
			defer f.Close()
			w := &filler{t: t, r: rand.New(rand.NewPCG(seed, 7)), f: f, words: words, lists: map[string][]string{}, rows: map[string][][]any{}}
			for n := range 1 + w.r.IntN(12) {
				w.course(n)
			}
			for n := range 1 + w.r.IntN(90) {
				w.person(n)
			}
			w.write("courses", 2, seed%3 > 0)
			w.write("people", 1, seed%3 > 0)
			check(t, f.SaveAs(filepath.Join(cfg.Project, "data", "inbox", "registro.xlsx")))
			got, err := pipeline.Run(context.Background(), cfg, pipeline.Env{})
			check(t, err)
			p := &project{dir: cfg.Project, cfg: cfg, got: got}
			for _, f := range p.query(t, "SELECT rule, sheet, cell, severity, message FROM findings WHERE severity <> 'info'") {
				t.Errorf("found: %v", f)
			}
			compareRows(t, "courses", w.wantCourses, p.query(t, `SELECT course, title, kind, area, start_date, end_date, hours_planned,
				hours_delivered, places, month FROM courses`))
			compareRows(t, "people", w.wantPeople, p.query(t, `SELECT e.course, gender, birth_year, role, service, service_kind, c.name AS comune,
				hours_attended, status, certificate, score_before, score_after, satisfaction,
				CASE WHEN key_cf IS NULL THEN 'false' ELSE 'true' END AS cf FROM enrolments e JOIN ref_comuni c ON c.istat_code = e.comune`))
			if got.Sources.RowsKept != len(w.wantPeople) {
				t.Errorf("%d rows kept of %d", got.Sources.RowsKept, len(w.wantPeople))
			}
		})
	}
}

// compareRows compares two tables without regard to the order of their rows.
func compareRows(t *testing.T, what string, want, got rows) {
	t.Helper()
	lines := func(list rows) []string {
		var out []string
		for _, row := range list {
			out = append(out, fmt.Sprint(row))
		}
		slices.Sort(out)
		return out
	}
	if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// A template that comes back as it went out says so, and counts for nothing.
func TestEmptyTemplates(t *testing.T) {
	for _, lang := range text.Languages {
		cfg := newProject(t, templateProject)
		cfg.Lang = lang
		if !engine.Present {
			return // there is no run without SQL
		}
		check(t, os.WriteFile(filepath.Join(cfg.Project, "data", "inbox", "registro.xlsx"), makeTemplate(t, cfg, "anci"), 0o644))
		got, err := pipeline.Run(context.Background(), cfg, pipeline.Env{})
		check(t, err)
		if len(got.SetAside) != 1 || got.SetAside[0].Reason != "source-empty" {
			t.Errorf("%s: set aside: %+v", lang, got.SetAside)
		}
		if len(got.Rules) != 3 || got.Findings.Warning != 0 { // besides: example rows, sheets without a table
			t.Errorf("%s: found: %+v", lang, got.Rules)
		}
	}
}

func TestTemplateBytes(t *testing.T) {
	cfg := newProject(t, templateProject)
	for _, partner := range []string{"", "aris"} {
		if !bytes.Equal(makeTemplate(t, cfg, partner), makeTemplate(t, cfg, partner)) {
			t.Errorf("partner %q: two templates of one configuration differ", partner)
		}
	}
	if _, err := pipeline.Template(context.Background(), cfg, "nessuno", &bytes.Buffer{}); err == nil {
		t.Error("an unknown partner was taken")
	}
}
