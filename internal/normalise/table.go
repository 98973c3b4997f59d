package normalise

import (
	"regexp"
	"strings"

	"formare/internal/finding"
	"formare/internal/register"
	"formare/internal/workbook"
)

// A tableState is what is known about one register, some of it only when its rows have all been seen.
type tableState struct {
	of       *register.Table
	sheet    string
	subject  register.Subject
	fields   map[register.Field][]int // columns by field, indexes of Columns
	sessions []session
	scales   [4]scale // of scores before and after, satisfaction, share attended
	orders   [3]int   // full names seen, by order
	yes, no  int      // certificates told
	marks    []sessionMark
	marked   bool    // some session mark stands in the table
	most     float64 // the largest number among session marks
	present  bool    // some mark says that a person was there
	hasMark  bool    // a session mark that is a letter or a tick
	inGroup  map[toldKey]bool
	missing  bool         // it was told that no course is named
	named    bool         // courses stand in labels only: the table is of one course at a time
	only     *course      // the first course of its rows
	each     float64      // hours of a session, told above the table; 0 unknown
	several  bool         // its rows are about more than one
	minutes  map[int]bool // columns of hours attended that count minutes
	births   birthOrder
	kind     string // of the courses that the column of titles is said to hold: "Corso FAD"
	daily    bool   // a row is a person and a day
}

type toldKey struct {
	col   int
	value string
	rule  finding.Rule
}

// The scaled columns of a table.
const (
	beforeScale = iota
	afterScale
	likingScale
	shareScale
)

var scaledFields = [...]register.Field{register.ScoreBefore, register.ScoreAfter, register.Satisfaction, register.ShareAttended}

// A scale is what a column's bare figures are out of.
type scale struct {
	told  float64 // by the header; 0 if it does not say
	most  float64 // the largest bare figure
	seen  figuresOver
	parts bool // some bare figure is a part of one
	used  float64
	col   int // index of the first column
}

func newTableState(t *register.Table, r *reader) *tableState {
	s := &tableState{of: t, sheet: t.Sheet.Name, subject: t.Subject, fields: map[register.Field][]int{}, named: true}
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Field == register.Session {
			s.sessions = append(s.sessions, r.session(i, c))
			continue
		}
		s.fields[c.Field] = append(s.fields[c.Field], i)
		if c.Field == register.HoursAttended && inMinutes(c.Header) {
			if s.minutes == nil {
				s.minutes = map[int]bool{}
			}
			s.minutes[i] = true
		}
	}
	for _, f := range [...]register.Field{register.CourseCode, register.CourseTitle, register.StartDate, register.Edition, register.Period} {
		s.named = s.named && len(s.fields[f]) == 0
	}
	if s.subject == register.Unknown {
		s.subject = s.guessSubject()
	}
	if cols := s.fields[register.CourseTitle]; len(cols) > 0 {
		s.kind = r.lex.headerKind(t.Columns[cols[0]].Header)
	}
	s.daily = s.rowsOfDays()
	for i, f := range scaledFields {
		if cols := s.fields[f]; len(cols) > 0 {
			s.scales[i] = scale{told: headerScale(t.Columns[cols[0]].Header), col: cols[0]}
		}
	}
	return s
}

// guessSubject takes a table with a column for people as one of people.
func (s *tableState) guessSubject() register.Subject {
	for _, f := range personFields {
		if len(s.fields[f]) > 0 {
			return register.People
		}
	}
	return register.Courses
}

var personFields = [...]register.Field{register.Surname, register.GivenName, register.FullName, register.CodiceFiscale}

// told says that a value of a group of rows has been told already.
func (s *tableState) told(i int, value string, rule finding.Rule) bool {
	return s.inGroup[toldKey{i, value, rule}]
}

func (s *tableState) tell(i int, value string, rule finding.Rule) {
	if s.inGroup == nil {
		s.inGroup = map[toldKey]bool{}
	}
	if len(s.inGroup) < memoSize {
		s.inGroup[toldKey{i, value, rule}] = true
	}
}

// settle fixes the scales of the columns when the table has ended. Scores before and after share one.
func (s *tableState) settle() {
	b, a := &s.scales[beforeScale], &s.scales[afterScale]
	if b.told == 0 {
		b.told = a.told
	}
	if a.told == 0 {
		a.told = b.told
	}
	most, both := max(a.most, b.most), a.seen
	both.join(b.seen)
	for i := range s.scales {
		c := &s.scales[i]
		switch {
		case i == beforeScale || i == afterScale:
			c.used = scaleOf(c.told, most, both.guess(false))
		case i == likingScale:
			c.used = scaleOf(c.told, c.most, c.seen.guess(true))
		case c.most > 1:
			c.used = 100
		default:
			c.used = 1
		}
	}
}

// scaleOf takes the scale that the header tells, unless the figures are plainly shares of it: "%" over
// values up to 1.
func scaleOf(told, most, guessed float64) float64 {
	if told == 100 && most <= 1 {
		return 1
	}
	if told > 0 {
		return told
	}
	return guessed
}

var shortDay = regexp.MustCompile(`\b\d{1,2}/\d{1,2}\b`)

var dayInHeader = regexp.MustCompile(`\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b`)

// A session is one column of a day of attendance.
type session struct {
	col   int // index of Columns
	date  Date
	hours float64 // its length; 0 unknown

	minutes bool // its cells are minutes
}

func (r *reader) session(i int, c *register.Column) session {
	s := session{col: i, minutes: inMinutes(c.Header)}
	if d := dayInHeader.FindAllString(c.Date.Text, 2); c.Date.Kind == workbook.Text && len(d) == 1 {
		s.date = r.dateText(d[0], courseDate).Start // "Lez. 1 (06/12/2021) h 4"
	}
	if d := shortDay.FindAllString(c.Date.Text, 2); s.date.IsZero() && c.Date.Kind == workbook.Text && len(d) == 1 && len(strings.Fields(c.Date.Text)) > 2 {
		s.date = r.dateText(d[0], courseDate).Start // "I lezione 07/04 ore 15-18"
	}
	if s.date.IsZero() && c.Date.Kind != workbook.Empty {
		s.date = r.dateOf(&c.Date, courseDate).Start
	}
	if s.date.IsZero() {
		s.date = r.dateText(c.Header, courseDate).Start
	}
	if s.date.IsZero() {
		if d := dayInHeader.FindString(c.Header); d != "" {
			s.date = r.dateText(d, courseDate).Start // "Incontro 1 (3h) 05/05/2017"
		}
	}
	if h, ok := headerDuration(c.Header); ok {
		s.hours = h
	}
	return s
}

// inMinutes says whether a header tells that the figures below it are minutes.
func inMinutes(header string) bool {
	minutes := false
	for _, w := range strings.Fields(fold(header)) {
		switch w {
		case "min", "minuti", "minutes":
			minutes = true
		case "ore", "h", "hours":
			return false
		}
	}
	return minutes
}
