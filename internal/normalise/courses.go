package normalise

import (
	"formare/internal/finding"
	"formare/internal/register"
)

// A courseInfo is what one row and its labels tell of a course.
type courseInfo struct {
	row                        int
	code, edition, title       string
	kind, area                 string
	venue, venueComune         string
	start, end                 Date
	startFrom, endFrom         *dateColumn // of dates whose day and month could be swapped
	endAt                      place
	planned, delivered, places *float64
	month                      string // told where no day is
}

// A course gathers what all rows of a source tell of it.
type course struct {
	courseInfo
	at     Place
	folded string // title
	into   *course
	key    string

	firstDay, lastDay Date // of rows that are a person and a day

	listed bool   // a row of a list of courses tells it
	likely string // kind, by the header of the column that it stands in

	lost bool // the rows of this course could belong to several others, or to none
}

// final gives the course that this one turned out to be.
func (c *course) final() *course {
	for c.into != nil {
		c = c.into
	}
	return c
}

// courses finds the course of each row by what names it: its code and edition, else its title, edition
// and first day.
type courses struct {
	partner string
	byName  map[courseName]*course
	list    []*course
}

type courseName struct {
	code, edition, title string
	start                Date
}

func newCourses(partner string) *courses {
	return &courses{partner: partner, byName: map[courseName]*course{}}
}

// mention finds or opens the course that a row tells of and adds what the row knows.
func (n *Normaliser) mention(info *courseInfo) *course {
	name := courseName{code: info.code, edition: info.edition}
	folded := ""
	if info.code == "" {
		folded = fold(info.title)
		name.title, name.start = folded, info.start
	}
	c := n.courses.byName[name]
	defer func() {
		c.listed = c.listed || n.table.subject == register.Courses
		if c.likely == "" && info.title != "" {
			c.likely = n.table.kind
		}
	}()
	if c == nil {
		if info.code != "" {
			folded = fold(info.title)
		}
		c = &course{courseInfo: *info, at: Place{n.table.sheet, n.sheetRow()}, folded: folded}
		n.courses.byName[name] = c
		n.courses.list = append(n.courses.list, c)
		return c
	}
	n.add(c, info)
	return c
}

// add fills what the course lacks; what it knows otherwise is told and not changed.
func (n *Normaliser) add(c *course, info *courseInfo) {
	n.addText(&c.title, info.title, register.CourseTitle, true)
	if c.folded == "" {
		c.folded = fold(c.title)
	}
	n.addText(&c.kind, info.kind, register.Kind, false)
	n.addText(&c.area, info.area, register.Area, false)
	n.addText(&c.venue, info.venue, register.Venue, true)
	n.addText(&c.venueComune, info.venueComune, register.VenueComune, false)
	if c.start.IsZero() {
		c.startFrom = info.startFrom
	}
	if c.end.IsZero() {
		c.endFrom, c.endAt = info.endFrom, info.endAt
	}
	n.addDate(&c.start, info.start, register.StartDate)
	n.addDate(&c.end, info.end, register.EndDate)
	n.addNumber(&c.planned, info.planned, register.HoursPlanned)
	n.addNumber(&c.delivered, info.delivered, register.HoursDelivered)
	n.addNumber(&c.places, info.places, register.Places)
	if c.month == "" {
		c.month = info.month
	}
}

func (n *Normaliser) addText(have *string, told string, f register.Field, loose bool) {
	switch {
	case told == "" || told == *have:
	case *have == "":
		*have = told
	case loose && (f == register.Venue || fold(told) == fold(*have)):
	default:
		n.disagree(f, *have)
	}
}

func (n *Normaliser) addDate(have *Date, told Date, f register.Field) {
	switch {
	case told.IsZero() || told == *have:
	case have.IsZero():
		*have = told
	default:
		n.disagree(f, have.String())
	}
}

func (n *Normaliser) addNumber(have **float64, told *float64, f register.Field) {
	switch {
	case told == nil:
	case *have == nil:
		*have = told
	case **have != *told:
		n.disagree(f, decimal(**have))
	}
}

// disagree tells that a row says other of its course than an earlier one, if a cell of its own says so.
func (n *Normaliser) disagree(f register.Field, used string) {
	for _, i := range n.table.fields[f] {
		if c := &n.row.Cells[i]; !empty(c) {
			if value := n.read.shown(c); !n.table.told(i, value, finding.CourseDisagreement) {
				n.find(i, problem{rule: finding.CourseDisagreement, used: used})
			}
			return
		}
	}
}
