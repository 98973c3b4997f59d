// Package normalise turns the cells of registers into values and records, one file for each kind of
// value, and says of every value that it repaired or could not use what it did. It must not know
// sheets' layouts, nor Arrow.
package normalise

import "time"

// A Date is a day without time or zone; the zero value is none.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// IsZero says whether there is no date.
func (d Date) IsZero() bool { return d.Year == 0 }

// MonthString gives "2017-04", or "" for none.
func (d Date) MonthString() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format("2006-01")
}

// Time gives the day's midnight in UTC.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// A Person is who a row is about, in clear. It must go no further than package identity.
type Person struct {
	Surname, GivenName string // upper case, folded to A–Z, apostrophes and single spaces
	CF                 string // valid and upper case, else ""
	Birth              Date
	Gender             string // F, M, X or ""
}

// A Place names the row that a record came from.
type Place struct {
	Sheet string
	Row   int // 1-based as Excel shows it
}

// A Course is one course as a source reports it. Optional numbers are nil when unknown.
type Course struct {
	Place
	Course         string // key: partner/code
	Code           string
	Edition        string
	Title          string
	Kind           string // corso, incontro, workshop, seminario, fad; "" unknown
	Area           string // id of the configuration; "" unknown
	Venue          string
	VenueComune    string // ISTAT code
	Start, End     Date
	HoursPlanned   *float64
	HoursDelivered *float64
	Places         *float64
	Month          string
}

// An Enrolment is one person on one course in one source row.
type Enrolment struct {
	Place
	Course        string
	Month         string
	Person        Person
	Role          string
	Service       string
	ServiceKind   string
	Comune        string // ISTAT code of the workplace
	HoursAttended *float64
	ShareAttended *float64 // kept only to decide Status
	Status        string   // enrolled, attended, completed, withdrawn; "" unknown
	Certificate   *bool
	ScoreBefore   *float64 // shares 0–1
	ScoreAfter    *float64
	Satisfaction  *float64
}

// An Attendance is one person on one course on one day.
type Attendance struct {
	Place
	Course  string
	Person  Person
	Date    Date
	Hours   *float64
	Present bool
}

// A Sink takes records as they are made, in the order of the rows; courses come when the source ends.
type Sink interface {
	Course(*Course) error
	Enrolment(*Enrolment) error
	Attendance(*Attendance) error
}
