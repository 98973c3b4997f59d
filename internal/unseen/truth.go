package unseen

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// RowFields are the judged columns of truth/rows.csv, named as in the table enrolments.
var RowFields = []string{"gender", "birth_year", "role", "service", "comune", "hours_attended", "status", "certificate", "score_before", "score_after", "satisfaction"}

// CourseFields are the judged columns of truth/courses.csv, named as in the table courses.
var CourseFields = []string{"code", "title", "kind", "area", "venue_comune", "start_date", "end_date", "hours_planned", "hours_delivered"}

// Set is a programme's inbox with its truth.
type Set struct {
	books    []*book
	courses  []*course
	rows     []*rowTruth
	sessions []sessionTruth
	problems []problemTruth
	sources  []sourceTruth
	raw      map[string][]byte // files that are no books
	quiet    []string          // files whose rows beyond the true ones are not judged
}

type rowTruth struct {
	file, sheet string
	row         int
	person      string
	course      string
	fields      map[string]string
}

type sessionTruth struct {
	file, sheet    string
	row            int
	person, course string
	date           string
	hours, present string
}

type problemTruth struct {
	file, sheet, cell string
	row               int
	rules             string
	must              bool
}

type sourceTruth struct{ file, status, by, style string }

func num(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// row records that a row tells an enrolment, and which of its fields. "cf" tells sex and year of birth,
// "service" may tell the comune, so that it is not judged where it is not told itself.
func (k *kit) row(s *sheet, row int, e *enrolment, fields ...string) *rowTruth {
	t := &rowTruth{file: s.book.path, sheet: s.title(), row: row, person: e.id, course: e.course.id, fields: map[string]string{"status": "?"}}
	identified := slices.Contains(fields, "cf") || slices.Contains(fields, "born")
	if !identified {
		t.person += "?"
	}
	for _, f := range fields {
		switch f {
		case "cf":
			t.fields["gender"], t.fields["birth_year"] = e.gender(), strconv.Itoa(e.born.Year())
		case "gender":
			t.fields["gender"] = e.gender()
		case "born":
			t.fields["birth_year"] = strconv.Itoa(e.born.Year())
		case "role":
			t.fields["role"] = e.role.id
		case "service":
			t.fields["service"] = e.service.id
			if !slices.Contains(fields, "comune") {
				t.fields["comune"] = "?"
			}
		case "comune":
			t.fields["comune"] = e.service.comune.istat
		case "hours", "days":
			t.fields["hours_attended"] = num(e.hours)
		case "share":
			t.fields["hours_attended"] = "?"
		case "status":
			t.fields["status"] = e.status
		case "certificate":
			t.fields["certificate"] = strconv.FormatBool(e.certificate)
			if e.certificate {
				t.fields["status"] = "?"
			}
		case "before":
			t.fields["score_before"] = num(float64(e.before) / 20)
		case "after":
			t.fields["score_after"] = num(float64(e.after) / 20)
		case "satisfaction":
			t.fields["satisfaction"] = num(float64(e.satisfaction) / 5)
		}
	}
	k.set.rows = append(k.set.rows, t)
	return t
}

// toldElsewhere says that another sheet of the file tells who the person is: what it tells may be on this
// row too, or not.
func (k *kit) toldElsewhere(t *rowTruth, e *enrolment) {
	t.fields["gender"], t.fields["birth_year"] = "|"+e.gender(), "|"+strconv.Itoa(e.born.Year())
	t.fields["service"], t.fields["comune"], t.fields["role"] = "?", "?", "?"
}

// attended records one cell of an attendance register.
func (k *kit) attended(s *sheet, row int, e *enrolment, d int, hours string) {
	k.set.sessions = append(k.set.sessions, sessionTruth{file: s.book.path, sheet: s.title(), row: row, person: e.id, course: e.course.id,
		date: e.course.days[d].Format("2006-01-02"), hours: hours, present: strconv.FormatBool(e.present[d])})
}

// spoil writes a value that is wrong at a cell, and which rules may say so.
func (k *kit) spoil(s *sheet, row, col int, v any, rules ...string) {
	s.set(row, col, v)
	k.problem(s, row, col, true, rules...)
}

// doubt says that a finding at the cell is neither asked for nor wrong.
func (k *kit) doubt(s *sheet, row, col int, rules ...string) { k.problem(s, row, col, false, rules...) }

// doubtRow says the same of a whole row.
func (k *kit) doubtRow(s *sheet, row int) {
	k.set.problems = append(k.set.problems, problemTruth{s.book.path, s.title(), "", row, "", false})
}

// quiet says that rows of a file which truth does not have are not judged.
func (k *kit) quiet(file string) { k.set.quiet = append(k.set.quiet, file) }

func (k *kit) problem(s *sheet, row, col int, must bool, rules ...string) {
	k.set.problems = append(k.set.problems, problemTruth{s.book.path, s.title(), address(row, col), row, strings.Join(rules, "|"), must})
}

// problemAt is told at any one of several cells of a row, where two of them contradict each other.
func (k *kit) problemAt(s *sheet, cols []int, row int, rules ...string) {
	k.problem(s, row, cols[0], true, rules...)
	for _, c := range cols[1:] {
		k.set.problems[len(k.set.problems)-1].cell += "|" + address(row, c)
	}
}

// add puts a finished file into the inbox.
func (k *kit) add(b *book) {
	k.set.books = append(k.set.books, b)
	k.set.sources = append(k.set.sources, sourceTruth{b.path, "active", "", k.style})
}

// aside says that the file must not count.
func (k *kit) aside(file, status, by string) {
	for i := range k.set.sources {
		if k.set.sources[i].file == file {
			k.set.sources[i].status, k.set.sources[i].by = status, by
		}
	}
}

func (k *kit) newBook(name string, by hand) *book {
	return newBook(k.partner.folder+"/"+name, by)
}

// Write puts the set into a folder: formare.yaml, inbox and truth.
func (s *Set) Write(dir string) error {
	if err := put(filepath.Join(dir, "formare.yaml"), []byte(settings())); err != nil {
		return err
	}
	inbox := filepath.Join(dir, "inbox")
	for _, b := range s.books {
		raw, err := b.bytes()
		if err != nil {
			return fmt.Errorf("%s: %w", b.path, err)
		}
		if err := put(filepath.Join(inbox, filepath.FromSlash(b.path)), raw); err != nil {
			return err
		}
	}
	for name, raw := range s.raw {
		if err := put(filepath.Join(inbox, filepath.FromSlash(name)), raw); err != nil {
			return err
		}
	}
	return s.writeTruth(filepath.Join(dir, "truth"))
}

func (s *Set) writeTruth(dir string) error {
	rows := [][]string{append([]string{"file", "sheet", "row", "person", "course"}, RowFields...)}
	for _, r := range s.rows {
		line := []string{r.file, r.sheet, strconv.Itoa(r.row), r.person, r.course}
		for _, f := range RowFields {
			line = append(line, r.fields[f])
		}
		rows = append(rows, line)
	}
	courses := [][]string{append([]string{"course", "partner"}, CourseFields...)}
	for _, c := range s.courses {
		courses = append(courses, c.truth())
	}
	sessions := [][]string{{"file", "sheet", "row", "person", "course", "date", "hours", "present"}}
	for _, a := range s.sessions {
		sessions = append(sessions, []string{a.file, a.sheet, strconv.Itoa(a.row), a.person, a.course, a.date, a.hours, a.present})
	}
	problems := [][]string{{"file", "sheet", "cell", "row", "rules", "must"}}
	for _, p := range s.problems {
		problems = append(problems, []string{p.file, p.sheet, p.cell, strconv.Itoa(p.row), p.rules, strconv.FormatBool(p.must)})
	}
	sources := [][]string{{"file", "status", "superseded_by", "style", "extra"}}
	for _, x := range s.sources {
		extra := ""
		if slices.Contains(s.quiet, x.file) {
			extra = "?"
		}
		sources = append(sources, []string{x.file, x.status, x.by, x.style, extra})
	}
	for name, table := range map[string][][]string{"rows": rows, "courses": courses, "attendance": sessions, "problems": problems, "sources": sources} {
		var out strings.Builder
		if err := csv.NewWriter(&out).WriteAll(table); err != nil {
			return err
		}
		if err := put(filepath.Join(dir, name+".csv"), []byte(out.String())); err != nil {
			return err
		}
	}
	return nil
}

func (c *course) truth() []string {
	values := map[string]string{"code": c.code, "title": c.title, "kind": c.kind, "area": c.area, "venue_comune": c.place.istat,
		"start_date": c.first().Format("2006-01-02"), "end_date": c.last().Format("2006-01-02"), "hours_planned": num(c.hours())}
	if c.alsoTitled != "" {
		values["title"] += "|" + c.alsoTitled
	}
	line := []string{c.id, c.partner}
	for _, f := range CourseFields {
		if v, ok := values[f]; ok && c.shown[f] {
			line = append(line, v)
		} else {
			line = append(line, "?")
		}
	}
	return line
}

func put(file string, raw []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, raw, 0o644)
}
