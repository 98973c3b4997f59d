package unseen

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
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
