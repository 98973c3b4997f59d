package unseen

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A Table is rows of named text values, "" for null.
type Table []map[string]string

// Got is what the program made of an inbox: its tables, with the column file beside source.
// Rows are those of the view linked.
type Got struct{ Rows, Courses, Attendance, Findings, Sources Table }

// A Count is how many of how many.
type Count struct{ Right, All int }

func (c *Count) add(ok bool) {
	c.All++
	if ok {
		c.Right++
	}
}

// Share of right ones, 1 where there is nothing to judge.
func (c Count) Share() float64 {
	if c.All == 0 {
		return 1
	}
	return float64(c.Right) / float64(c.All)
}

// Score is the measure of one style, or of all.
type Score struct {
	Rows, Fields, Courses, Attendance, Problems, Sources Count
	Silent                                               int // rows lost of which no finding tells
	Extra                                                int // rows that are none
	Alarms                                               int // warnings and errors on cells that are right
	Cells                                                int // cells that are right
	Pairs, PairsGot, PairsBoth                           int // pairs of rows of one person: true, told, both
}

// F1 of the pairs of rows that are the same person.
func (s Score) F1() float64 {
	if s.Pairs+s.PairsGot == 0 {
		return 1
	}
	return 2 * float64(s.PairsBoth) / float64(s.Pairs+s.PairsGot)
}

// FalseAlarms per thousand right cells.
func (s Score) FalseAlarms() float64 { return 1000 * float64(s.Alarms) / float64(max(1, s.Cells)) }

// missesTold at most of one kind on one sheet.
const missesTold = 6

// A Report is the measure of a whole set.
type Report struct {
	Total   Score
	Styles  []string
	ByStyle map[string]*Score
	ByField map[string]*Count
	ByRule  map[string]int // false alarms
	Misses  []string
}

// A ruler holds what is measured while it is measured.
type ruler struct {
	*Report
	got      Got
	truth    map[string]Table
	style    map[string]string // by file
	status   map[string]string // by file, as it should be
	courseOf map[string]string // true course to the program's key
	quiet    map[string]bool   // files whose other rows are not judged
	used     map[int]bool      // rows of got.Rows that a true row was found in
	order    []string          // what was missed where
	details  map[string][]string
	matches  []match
}

type match struct{ truth, got map[string]string }

// Measure compares what the program made of dir's inbox with dir's truth.
func Measure(dir string, got Got) (*Report, error) {
	r := &ruler{Report: &Report{ByStyle: map[string]*Score{}, ByField: map[string]*Count{}, ByRule: map[string]int{}},
		got: got, truth: map[string]Table{}, style: map[string]string{}, status: map[string]string{}, used: map[int]bool{}, quiet: map[string]bool{}, details: map[string][]string{}}
	for _, name := range []string{"rows", "courses", "attendance", "problems", "sources"} {
		t, err := readTable(filepath.Join(dir, "truth", name+".csv"))
		if err != nil && !(os.IsNotExist(err) && name != "rows") {
			return nil, err
		}
		r.truth[name] = t
	}
	for _, s := range r.truth["sources"] {
		r.style[s["file"]], r.status[s["file"]] = s["style"], s["status"]
		r.quiet[s["file"]] = s["extra"] == "?"
	}
	r.twins()
	r.sources()
	r.matchCourses()
	r.matchRows()
	r.rows()
	r.fields()
	r.courses()
	r.attendance()
	r.identity()
	r.problems()
	r.alarms()
	for _, about := range r.order {
		d := r.details[about]
		line := fmt.Sprintf("%s (%d): %s", about, len(d), strings.Join(d[:min(len(d), missesTold)], "; "))
		if len(d) > missesTold {
			line += "; …"
		}
		r.Misses = append(r.Misses, line)
	}
	return r.Report, nil
}

func readTable(file string) (Table, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return ParseTable(string(raw))
}

// ParseTable reads a CSV with a header.
func ParseTable(raw string) (Table, error) {
	recs, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(raw, "\ufeff"))).ReadAll()
	if err != nil || len(recs) == 0 {
		return nil, err
	}
	var out Table
	for _, rec := range recs[1:] {
		row := map[string]string{}
		for i, name := range recs[0] {
			row[name] = rec[i]
		}
		out = append(out, row)
	}
	return out, nil
}

// at is the score of a file's style.
func (r *ruler) at(file string) *Score {
	style := r.style[file]
	if style == "" {
		style = file
	}
	s, ok := r.ByStyle[style]
	if !ok {
		s = &Score{}
		r.ByStyle[style] = s
		r.Styles = append(r.Styles, style)
	}
	return s
}

// miss notes what went wrong at a place; the same thing on one sheet is told in one line.
func (r *ruler) miss(file, sheet, what, detail string) {
	about := fmt.Sprintf("[%s] %s %s: %s", r.style[file], file, sheet, what)
	if _, ok := r.details[about]; !ok {
		r.order = append(r.order, about)
	}
	r.details[about] = append(r.details[about], detail)
}

// twins: of files that are the same, one counts, no matter which; truth tells of the first.
func (r *ruler) twins() {
	first := map[string]string{}
	for _, s := range r.truth["sources"] {
		if s["status"] == "duplicate" {
			first[s["file"]] = s["superseded_by"]
		}
	}
	active := map[string]int{}
	for _, s := range r.got.Sources {
		if of, twin := first[s["file"]]; s["status"] == "active" {
			if !twin {
				of = s["file"]
			}
			active[of]++
		}
	}
	for _, s := range r.truth["sources"] {
		if of := first[s["file"]]; of != "" {
			s["status"] = map[bool]string{true: "active|superseded", false: "just one"}[active[of] == 1]
			r.status[of], r.status[s["file"]] = "active", "superseded"
			for _, t := range r.truth["sources"] {
				if t["file"] == of {
					t["status"] = s["status"]
				}
			}
		}
	}
	for _, t := range []Table{r.got.Rows, r.got.Courses, r.got.Attendance, r.got.Findings} {
		for _, row := range t {
			if of := first[row["file"]]; of != "" {
				row["file"] = of
			}
		}
	}
}

// sources: which files count, which do not.
func (r *ruler) sources() {
	status := map[string]string{}
	for _, s := range r.got.Sources {
		status[s["file"]] = s["status"]
	}
	for _, s := range r.truth["sources"] {
		ok := same(s["status"], status[s["file"]])
		r.at(s["file"]).Sources.add(ok)
		r.Total.Sources.add(ok)
		if !ok {
			r.miss(s["file"], "", "source", fmt.Sprintf("is %q, not %q %v", status[s["file"]], s["status"], r.rulesOf(s["file"])))
		}
	}
}

// rulesOf a file: what the program says of it as a whole.
func (r *ruler) rulesOf(file string) []string {
	var out []string
	for _, f := range r.got.Findings {
		if f["file"] == file && f["cell"] == "" && !slices.Contains(out, f["rule"]) {
			out = append(out, f["rule"])
		}
	}
	return out
}

// same says whether a value is one of those that are accepted, numbers within a thousandth.
func same(want, got string) bool {
	for w := range strings.SplitSeq(want, "|") {
		if w == got {
			return true
		}
		x, err1 := strconv.ParseFloat(w, 64)
		y, err2 := strconv.ParseFloat(got, 64)
		if err1 == nil && err2 == nil && math.Abs(x-y) < 0.0011 {
			return true
		}
	}
	return false
}

// sheetOf compares sheets; truth says none for files that have none.
func sheetOf(want, got string) bool {
	return want == "" || strings.TrimSpace(want) == strings.TrimSpace(got)
}

// rows that were found, lost, lost without a word, and those that are none.
func (r *ruler) rows() {
	days := map[string]bool{}
	for _, a := range r.got.Attendance {
		days[spot(a)] = true
	}
	for _, m := range r.matches {
		s := r.at(m.truth["file"])
		found := m.got != nil || days[r.spot(m.truth)] // a row that tells a day became attendance
		s.Rows.add(found)
		r.Total.Rows.add(found)
		if found {
			continue
		}
		told := r.told(m.truth)
		if !told {
			s.Silent++
			r.Total.Silent++
		}
		r.miss(m.truth["file"], m.truth["sheet"], "lost, "+map[bool]string{true: "with", false: "without"}[told]+" a finding", "row "+m.truth["row"])
	}
	for i, g := range r.got.Rows {
		if st := r.status[g["file"]]; r.used[i] || st != "active" || r.quiet[g["file"]] {
			continue
		}
		r.at(g["file"]).Extra++
		r.Total.Extra++
		r.miss(g["file"], g["sheet"], "rows that are none, or of another course", "row "+g["row"]+" of "+g["course"])
	}
}

// told says whether a finding covers a row: one about rows at it, or one about columns, its sheet or its
// file. That a value on the row was repaired does not tell that the row was lost.
func (r *ruler) told(t map[string]string) bool {
	return slices.ContainsFunc(r.got.Findings, func(f map[string]string) bool {
		about, _, _ := strings.Cut(f["rule"], "-")
		if f["file"] != t["file"] || about != "source" && !sheetOf(t["sheet"], f["sheet"]) {
			return false
		}
		return about == "source" || about == "sheet" || about == "column" || about == "row" && f["row"] == t["row"]
	})
}

// problems that were planted: told at their cell, by a rule that fits.
func (r *ruler) problems() {
	for _, p := range r.truth["problems"] {
		if p["must"] == "false" {
			continue
		}
		var seen []string
		ok := false
		for _, f := range r.got.Findings {
			if f["file"] == p["file"] && sheetOf(p["sheet"], f["sheet"]) && f["row"] == p["row"] {
				ok = ok || (slices.Contains(strings.Split(p["cell"], "|"), f["cell"]) || p["cell"] == "") && slices.Contains(strings.Split(p["rules"], "|"), f["rule"])
				seen = append(seen, f["rule"]+"@"+f["cell"])
			}
		}
		r.at(p["file"]).Problems.add(ok)
		r.Total.Problems.add(ok)
		if !ok {
			r.miss(p["file"], p["sheet"], "problem not told", fmt.Sprintf("%s (%s), row has %v", p["cell"], p["rules"], seen))
		}
	}
}

// alarms: warnings and errors at cells where truth knows of no problem.
func (r *ruler) alarms() {
	known := map[string]bool{}
	for _, p := range r.truth["problems"] {
		if p["cell"] == "" {
			p["cell"] = "row " + p["row"]
		}
		for cell := range strings.SplitSeq(p["cell"], "|") {
			known[p["file"]+"\x00"+p["sheet"]+"\x00"+cell] = true
		}
	}
	for _, f := range r.got.Findings {
		if f["severity"] == "info" || f["cell"] == "" || r.status[f["file"]] != "active" {
			continue
		}
		row := f["file"] + "\x00" + f["sheet"] + "\x00row " + f["row"]
		if known[row] || known[f["file"]+"\x00"+f["sheet"]+"\x00"+f["cell"]] || known[f["file"]+"\x00\x00"+f["cell"]] {
			continue
		}
		r.at(f["file"]).Alarms++
		r.Total.Alarms++
		r.ByRule[f["rule"]]++
		r.miss(f["file"], f["sheet"], "false alarm "+f["rule"], fmt.Sprintf("%s %q (used %q)", f["cell"], f["value"], f["used"]))
	}
}
