package sample

import (
	"strconv"
	"time"
)

// A row is what the enrolments table must hold for one row of a workbook.
type row struct {
	source              *source
	sheet               string
	n                   int
	person              *person
	course              *course
	cf                  string // as far as it can be read
	hours               *float64
	status              string
	certificate         *bool
	gender              string
	birthYear           int
	role, service, kind string
	comune              string
	before, after       *float64
	satisfaction        *float64
}

// A source is one file of the inbox.
type source struct {
	file, partner, month string
	status, by           string
	revision             int
	rows                 int
}

// A mark is one cell of a register of attendance.
type mark struct {
	row     *row
	date    time.Time
	hours   float64
	present bool
}

// A problem planted in a workbook: the rule that must be found there.
type problem struct {
	file, sheet, cell  string
	row                int
	rule, field, value string
}

// A plant is what stands in a cell instead of the truth, the rule it breaks and what it does to the row.
type plant struct {
	rule   string
	cell   cell
	effect func(*row) // nil when the value is put right
	seen   string     // the field whose cell is found wrong, where it is another one
}

// record gathers the truth while the workbooks are written.
type record struct {
	rows     []*row
	marks    []mark
	sources  []*source
	problems []problem
	courses  []*course
}

// keep notes what a unit of the world adds beside its files.
func (r *record) keep(w *world) {
	r.courses = append(r.courses, w.courses...)
	if w.outside != nil {
		r.courses = append(r.courses, w.outside)
	}
}

// A desk is where one workbook is written: it dresses the sheets and notes the truth of every row.
type desk struct {
	*book
	world  *world
	log    *record
	source *source
	habits *habits
	plain  bool // plants are left out: an older version of the file
}

func (r *record) desk(w *world, h *habits, partner, month, path string) *desk {
	src := &source{file: path, partner: partner, month: month, status: "active"}
	r.sources = append(r.sources, src)
	return &desk{book: &book{path: path}, world: w, log: r, source: src, habits: h}
}

// lost are the rules after which a codice fiscale tells nothing.
var lost = map[string]bool{"cf-invalid": true, "cf-provisional": true}

// acrossSources are the rules that need the whole programme's rows to be broken: only rows that count
// are looked at, and what is found stands at a row, not at a cell.
var acrossSources = map[string]bool{
	"person-unlinked": true, "enrolment-duplicated": true, "enrolment-disagreement": true, "outcome-unknown": true,
	"course-outside-period": true,
}

func (d *desk) problem(s *sheet, row, col int, rule, field, value string) {
	at := ""
	if row > 0 && col > 0 && !acrossSources[rule] {
		at = address(row, col)
	}
	d.log.problems = append(d.log.problems, problem{d.source.file, s.name, at, row, rule, field, value})
}

// column is one column of a register of people: the field it holds and its header.
type column struct{ field, head string }

// person writes one enrolment on a row, from a column on, and notes what it must become.
func (d *desk) person(s *sheet, line, first int, cols []column, e *enrolment) *row {
	r := &row{source: d.source, sheet: s.name, n: line, person: e.person, course: e.course}
	for i, c := range cols {
		v := d.habits.tell(d.world.hand, e, c.field, r)
		if c.field == "codice_fiscale" && v.form != blank && !d.plain && !lost[e.plants[c.field].rule] {
			e.person.shownCF, r.cf = true, e.person.cf
		}
		if p, ok := e.plants[c.field]; ok && !d.plain {
			v = p.cell
			if p.effect != nil {
				p.effect(r)
			}
			d.planted(s, line, first, cols, i, p)
		}
		s.set(line, first+i, v)
	}
	if p, ok := e.plants["row"]; ok && !d.plain {
		d.problem(s, line, 0, p.rule, "", p.cell.shown())
	}
	if e.hidden {
		s.hiddenRows = append(s.hiddenRows, line)
		d.problem(s, line, 0, "row-hidden", "", "")
	}
	d.log.rows = append(d.log.rows, r)
	d.source.rows++
	return r
}

// planted notes the problem that a plant in the i-th column makes.
func (d *desk) planted(s *sheet, line, first int, cols []column, i int, p plant) {
	if p.rule == "" {
		return // odd, but right
	}
	value := p.cell.shown()
	if p.seen != "" {
		i = find(cols, p.seen) - 1
		value = s.cells[line-1][first+i-1].shown()
	}
	d.problem(s, line, first+i, p.rule, cols[i].field, value)
}

// course writes one field of a course where it stands.
func (d *desk) course(s *sheet, row, col int, c *course, field string) {
	v := d.habits.tellCourse(c, field)
	if p, ok := c.plants[field]; ok && !d.plain {
		v = p.cell
		d.problem(s, row, col, p.rule, field, p.cell.shown())
	}
	s.set(row, col, v)
}

func ptr[T any](v T) *T { return &v }

func itoa(n int) string { return strconv.Itoa(n) }
