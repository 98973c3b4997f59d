package sample

import (
	"cmp"
	"slices"
	"time"
)

// truth is everything that the program must find, worked out from the rows that count.
type truth struct {
	land    *land
	log     *record
	courses []*course // that count, by key
	facts   []*fact
	members []*member
}

// A fact is one person on one course, put together from all rows that tell of it.
type fact struct {
	row       // merged: the later row wins where it has a value
	month     string
	reached   bool
	completed *bool // nil when nothing tells
}

// A member is a person as their facts tell of them.
type member struct {
	person              *person
	reached             bool
	gender              string
	birthYear           int
	role, service, kind string
	comune              string
	first               string
	courses             int
	hours               *float64
}

const completionThreshold = 0.75

func derive(l *land, log *record) *truth {
	t := &truth{land: l, log: log}
	for _, c := range log.courses {
		if !c.outside {
			t.courses = append(t.courses, c)
		}
	}
	slices.SortFunc(t.courses, func(a, b *course) int { return cmp.Compare(a.key, b.key) })
	t.gather()
	t.people()
	return t
}

// later orders rows as the sources stand: by month, revision and file; within one by sheet and row.
func later(a, b *row) int {
	return cmp.Or(cmp.Compare(a.source.month, b.source.month), cmp.Compare(a.source.revision, b.source.revision),
		cmp.Compare(a.source.file, b.source.file))
}

func (t *truth) gather() {
	rows := slices.DeleteFunc(slices.Clone(t.log.rows), func(r *row) bool { return r.source.status != "active" || r.course.outside })
	slices.SortStableFunc(rows, later)
	type pair struct {
		p *person
		c *course
	}
	byPair := map[pair]*fact{}
	for _, r := range rows {
		k := pair{r.person, r.course}
		f := byPair[k]
		if f == nil {
			f = &fact{row: *r, month: r.course.month()}
			byPair[k] = f
			t.facts = append(t.facts, f)
			continue
		}
		f.overlay(r)
	}
	for _, f := range t.facts {
		f.decide()
	}
	slices.SortFunc(t.facts, func(a, b *fact) int {
		return cmp.Or(cmp.Compare(a.person.id, b.person.id), cmp.Compare(a.course.key, b.course.key))
	})
}

// overlay takes from a later row every value that it has.
func (f *fact) overlay(r *row) {
	f.source = r.source
	f.hours = cmp.Or(r.hours, f.hours)
	f.status = cmp.Or(r.status, f.status)
	f.certificate = cmp.Or(r.certificate, f.certificate)
	f.gender = cmp.Or(r.gender, f.gender)
	f.birthYear = cmp.Or(r.birthYear, f.birthYear)
	f.role = cmp.Or(r.role, f.role)
	f.service, f.kind = cmp.Or(r.service, f.service), cmp.Or(r.kind, f.kind)
	f.comune = cmp.Or(r.comune, f.comune)
	f.before, f.after = cmp.Or(r.before, f.before), cmp.Or(r.after, f.after)
	f.satisfaction = cmp.Or(r.satisfaction, f.satisfaction)
}

// decide says who was reached and who completed.
func (f *fact) decide() {
	f.reached = f.hours != nil && *f.hours >= 1 || f.status == "attended" || f.status == "completed" ||
		f.hours == nil && f.status == ""
	if f.hours != nil || f.status != "" {
		f.completed = ptr(f.status == "completed" || f.hours != nil && *f.hours >= completionThreshold*f.course.planned)
	}
}

// people puts each person together from their facts, the latest known value of each kind first.
func (t *truth) people() {
	byPerson := map[*person]*member{}
	facts := slices.Clone(t.facts)
	slices.SortStableFunc(facts, func(a, b *fact) int {
		return cmp.Or(a.course.start.Compare(b.course.start), later(&a.row, &b.row))
	})
	for _, f := range facts {
		m := byPerson[f.person]
		if m == nil {
			m = &member{person: f.person}
			byPerson[f.person] = m
			t.members = append(t.members, m)
		}
		m.gender, m.birthYear = cmp.Or(f.gender, m.gender), cmp.Or(f.birthYear, m.birthYear)
		m.role, m.comune = cmp.Or(f.role, m.role), cmp.Or(f.comune, m.comune)
		m.service, m.kind = cmp.Or(f.service, m.service), cmp.Or(f.row.kind, m.kind)
		if f.hours != nil {
			m.hours = ptr(*f.hours + valueOr(m.hours, 0))
		}
		if !f.reached {
			continue
		}
		m.courses++
		if !m.reached || f.month < m.first {
			m.reached, m.first = true, f.month
		}
	}
	slices.SortFunc(t.members, func(a, b *member) int { return cmp.Compare(a.person.id, b.person.id) })
}

func valueOr[T any](p *T, or T) T {
	if p == nil {
		return or
	}
	return *p
}

// zone gives the name of a comune's zone; "" for none.
func (t *truth) zone(code string) string {
	if c := t.land.byCode[code]; c != nil {
		return c.zone
	}
	return ""
}

// area is a course's, as far as its register tells a known one.
func (c *course) areaTold() string {
	if c.areaLost {
		return ""
	}
	return c.area
}

// endTold is a course's last day, as far as its register tells one that can be.
func (c *course) endTold() time.Time {
	if c.endLost {
		return time.Time{}
	}
	return c.end
}

// hoursTold are the hours that count for a course: those delivered where told, else those planned.
func (c *course) hoursTold() float64 {
	if tellsDelivered(c) {
		return c.delivered
	}
	return c.planned
}

func (t *truth) summary() Summary {
	s := Summary{Courses: len(t.courses), Enrolments: len(t.facts), Problems: len(t.log.problems)}
	for _, r := range t.log.rows {
		if r.source.status == "active" {
			s.Rows++
		}
	}
	services, comuni := map[string]bool{}, map[string]bool{}
	for _, m := range t.members {
		if !m.reached {
			continue
		}
		s.Participants++
		services[m.service] = true
		comuni[m.comune] = true
	}
	delete(services, "")
	delete(comuni, "")
	s.Services, s.Comuni = len(services), len(comuni)
	for _, c := range t.courses {
		s.Hours += c.hoursTold()
	}
	return s
}
