package table

import (
	"formare/internal/finding"
	"formare/internal/normalise"
)

// A Key is a pseudonym, or none.
type Key struct {
	Value int64
	Valid bool
}

// Keys link the rows of one person: by codice fiscale, by its eleven leading characters, and by name and
// birth date.
type Keys struct {
	CF, Person, Name           Key
	Names, Day, Surname, Given Key // that only show which people may be one
}

// AddCourse adds a course as its source reports it.
func (b *Batch) AddCourse(c *normalise.Course) error {
	t := b.builders[Courses]
	b.place(t, c.Place)
	t.text(c.Course)
	t.text(b.partner)
	t.text(c.Code)
	t.text(c.Edition)
	t.text(c.Title)
	t.text(c.Kind)
	t.text(c.Area)
	t.text(c.Venue)
	t.text(c.VenueComune)
	t.date(c.Start)
	t.date(c.End)
	t.real(c.HoursPlanned)
	t.real(c.HoursDelivered)
	t.real(c.Places)
	t.text(c.Month)
	return t.end()
}

// AddEnrolment adds a person on a course. Of the person only the keys, gender and year of birth are kept.
func (b *Batch) AddEnrolment(e *normalise.Enrolment, k Keys) error {
	t := b.builders[Enrolments]
	b.place(t, e.Place)
	t.text(e.Course)
	t.text(b.partner)
	t.text(e.Month)
	t.key(k.CF)
	t.key(k.Person)
	t.key(k.Name)
	t.text(e.Person.Gender)
	t.count(e.Person.Birth.Year)
	t.text(e.Role)
	t.text(e.Service)
	t.text(e.ServiceKind)
	t.text(e.Comune)
	t.real(e.HoursAttended)
	t.text(e.Status)
	t.bool(e.Certificate)
	t.real(e.ScoreBefore)
	t.real(e.ScoreAfter)
	t.real(e.Satisfaction)
	t.key(k.Names)
	t.key(k.Day)
	t.key(k.Surname)
	t.key(k.Given)
	return t.end()
}

// AddAttendance adds a person's presence on one day.
func (b *Batch) AddAttendance(a *normalise.Attendance, k Keys) error {
	t := b.builders[Attendance]
	b.place(t, a.Place)
	t.text(a.Course)
	t.key(k.CF)
	t.key(k.Person)
	t.key(k.Name)
	t.date(a.Date)
	t.real(a.Hours)
	t.bool(&a.Present)
	return t.end()
}

// AddFinding adds a finding with its message. Source and partner are those of the batch where the
// finding has none of its own.
func (b *Batch) AddFinding(f finding.Finding, message string) error {
	t := b.builders[Findings]
	t.text(or(f.Source, b.source))
	t.text(or(f.Partner, b.partner))
	t.text(f.Month)
	t.text(f.Sheet)
	t.text(f.Cell)
	t.count(f.Row)
	t.text(f.Field)
	t.text(string(f.Rule))
	t.text(f.Severity().String())
	t.text(f.Value)
	t.text(f.Used)
	t.text(message)
	return t.end()
}

func (b *Batch) place(t *builder, p normalise.Place) {
	t.text(b.source)
	t.text(p.Sheet)
	t.int(int64(p.Row))
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
