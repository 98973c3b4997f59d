package normalise

import (
	"math"
	"strings"

	"formare/internal/finding"
	"formare/internal/register"
)

// flush hands the records to the sink.
func (n *Normaliser) flush() error {
	for _, t := range n.tables {
		t.settle()
		n.dateBySessions(t)
		t.hoursBySessions()
	}
	n.sameNames()
	n.gatherDays()
	if err := n.rows.each(n.emit); err != nil {
		return err
	}
	for _, c := range n.courses.list {
		if c.into != nil || c.lost {
			continue
		}
		if err := n.sink.Course(n.record(c)); err != nil {
			return err
		}
	}
	return nil
}

// dateBySessions gives a course that a table is all about, and whose days nothing tells, those of the
// first and the last session.
func (n *Normaliser) dateBySessions(t *tableState) {
	c := t.only
	if c == nil || t.several {
		return
	}
	c = c.final()
	if c.lost || !c.start.IsZero() {
		return
	}
	var first, last Date
	for i := range t.sessions {
		d := t.sessions[i].date
		if !d.valid() {
			continue
		}
		if first.IsZero() || d.before(first) {
			first = d
		}
		if last.before(d) {
			last = d
		}
	}
	if first.IsZero() {
		return
	}
	c.start = first
	if c.end.IsZero() {
		c.end = last
	}
	if c.key != "" {
		c.key = n.courses.partner + "/" + c.keyCode()
	}
}

// hoursBySessions gives a course that a table is all about, and whose hours nothing tells, those of its
// sessions, where they are told.
func (t *tableState) hoursBySessions() {
	if t.only == nil || t.several || len(t.sessions) == 0 {
		return
	}
	c := t.only.final()
	if c.lost || c.planned != nil || c.delivered != nil {
		return
	}
	sum := 0.0
	for i := range t.sessions {
		switch h := t.sessions[i].hours; {
		case h > 0:
			sum += h
		case t.each > 0:
			sum += t.each
		default:
			return
		}
	}
	c.planned = &sum
}

// emit finishes one row.
func (n *Normaliser) emit(p *pending) error {
	c := p.course.final()
	if c.lost {
		n.findAt(place{p.Sheet, p.Row, 0}, "", "", problem{rule: finding.RowWithoutCourse})
		n.courseMissing(p.table)
		return nil
	}
	p.Course, p.Month = c.key, n.monthOf(c)
	n.finishName(p)
	if n.ctx.Lexicon != nil {
		p.Service, p.Role = n.people.office(p.Service), n.people.office(p.Role)
	}
	n.finishCertificate(p)
	n.finishScores(p)
	hours := n.finishHours(p, c)
	if err := n.sink.Enrolment(&p.Enrolment); err != nil {
		return err
	}
	return n.attendances(p, hours)
}

func (n *Normaliser) monthOf(c *course) string {
	for _, m := range [...]string{c.start.MonthString(), c.month} {
		if m != "" {
			return m
		}
	}
	return n.ctx.SourceMonth
}

// finishName parts a full name by the order that most of its column has; surname first if none shows.
func (n *Normaliser) finishName(p *pending) {
	if p.fullName == "" {
		return
	}
	order := surnameFirst
	if o := p.table.orders; o[givenFirst] > o[surnameFirst] {
		order = givenFirst
	}
	p.Person.Surname, p.Person.GivenName = n.read.lex.splitByOrder(strings.Fields(p.fullName), order)
	p.fullName = ""
}

// finishCertificate takes an empty cell for a no in a column where only the yes is written.
func (n *Normaliser) finishCertificate(p *pending) {
	if p.noCert && p.Certificate == nil && p.table.yes > 0 && p.table.no == 0 {
		no := false
		p.Certificate = &no
	}
}

func (n *Normaliser) finishScores(p *pending) {
	out := [...]**float64{&p.ScoreBefore, &p.ScoreAfter, &p.Satisfaction, &p.ShareAttended}
	for k, m := range p.scores {
		if !p.has[k] || k == shareScale && p.ShareAttended != nil {
			continue
		}
		if m.scale == 0 {
			m.scale = p.table.scales[k].used
			if k == shareScale && m.value <= 1 && p.table.scales[k].parts {
				m.scale = 1 // "0.5" beside "80": a half, and no half of a hundredth
			}
		}
		if m.scale == 0 || m.value > m.scale {
			at := p.at(int(p.scoreCol[k]))
			n.findAt(at, scaledFields[k], decimal(m.value), problem{rule: finding.ShareInvalid})
			continue
		}
		v := m.share()
		*out[k] = &v
	}
}

// finishHours works out hours and status from sessions and shares, and gives what each session mark is
// worth.
func (n *Normaliser) finishHours(p *pending, c *course) []*float64 {
	if !p.day.IsZero() {
		return n.finishDay(p, c)
	}
	worth, sum, present, known := n.sessionSum(p, c)
	if p.HoursAttended == nil && p.ShareAttended == nil && len(p.table.sessions) > 0 && p.table.marked {
		switch {
		case known:
			p.HoursAttended = &sum
		case p.Status == "" && present > 0:
			p.Status = "attended"
		}
	}
	if s := p.ShareAttended; s != nil {
		if p.HoursAttended == nil && c.planned != nil {
			h := *s * *c.planned
			p.HoursAttended = &h
		}
		if p.Status == "" {
			switch {
			case *s >= n.ctx.CompletionThreshold-1e-9:
				p.Status = "completed"
			case *s > 0:
				p.Status = "attended"
			default:
				p.Status = "enrolled"
			}
		}
	}
	if h := p.HoursAttended; h != nil {
		v := roundHours(*h)
		*h = v
		if beyondReason(c, v) {
			p.HoursAttended = nil
			n.findAt(p.at(int(p.hoursCol)), register.HoursAttended, decimal(v), problem{rule: finding.HoursInvalid})
			return worth
		}
		n.checkHours(p, c, v)
	}
	return worth
}

// beyondReason says that nobody can have attended so many hours: ten times those of the course, more than its days
// have, or, where nothing is known of it, more than any course of the programme has.
func beyondReason(c *course, h float64) bool {
	switch {
	case h <= 24:
		return false
	case c.planned != nil && *c.planned > 0:
		most := *c.planned
		if c.delivered != nil {
			most = max(most, *c.delivered)
		}
		return h >= 10*most
	case !c.start.IsZero() && !c.end.IsZero():
		return h > 24*(c.end.Time().Sub(c.start.Time()).Hours()/24+1)
	}
	return h >= 1000
}

// roundHours drops what adding and multiplying leave behind.
func roundHours(h float64) float64 { return math.Round(h*1e9) / 1e9 }

// checkHours tells of more hours attended than the course has.
func (n *Normaliser) checkHours(p *pending, c *course, h float64) {
	most := c.planned
	if c.delivered != nil && (most == nil || *c.delivered > *most) {
		most = c.delivered
	}
	if most == nil || h <= *most+0.01 || *most == 0 {
		return
	}
	at := p.at(int(p.hoursCol))
	n.findAt(at, register.HoursAttended, decimal(h), problem{rule: finding.HoursOverPlanned, used: decimal(h),
		args: map[string]string{"planned": decimal(*most)}})
}

// sessionSum adds up a row's session marks. The hours are known only if every presence's are.
func (n *Normaliser) sessionSum(p *pending, c *course) (worth []*float64, sum float64, present int, known bool) {
	known = true
	marks := p.table.marksOf(p)
	if len(marks) > 0 {
		worth = make([]*float64, len(marks))
	}
	for i := range marks {
		worth[i] = p.table.sessionHours(&marks[i], c.planned)
		if marks[i].present {
			present++
		}
		if worth[i] == nil {
			known = false
			continue
		}
		sum += *worth[i]
	}
	return worth, sum, present, known
}

func (n *Normaliser) attendances(p *pending, worth []*float64) error {
	if !p.day.IsZero() {
		a := Attendance{Place: p.Place, Course: p.Course, Person: p.Person, Date: p.day, Hours: worth[0], Present: p.present}
		return n.sink.Attendance(&a)
	}
	marks := p.table.marksOf(p)
	for i := range marks[:min(len(marks), len(worth))] {
		m := &marks[i]
		a := Attendance{Place: p.Place, Course: p.Course, Person: p.Person, Date: p.table.sessions[m.session].date,
			Hours: worth[i], Present: m.present}
		if err := n.sink.Attendance(&a); err != nil {
			return err
		}
	}
	return nil
}

// record makes a course's record.
func (n *Normaliser) record(c *course) *Course {
	kind := c.kind
	if kind == "" {
		kind = n.read.lex.titleKind(c.title)
	}
	if kind == "" {
		kind = c.likely
	}
	venue := c.venueComune
	if venue == "" && c.venue != "" && n.ctx.Territory != nil {
		venue = n.read.venueComune(c.venue)
	}
	return &Course{
		Place: c.at, Course: c.key, Code: c.code, Edition: c.edition, Title: c.title, Kind: kind, Area: c.area,
		Venue: c.venue, VenueComune: venue, Start: c.start, End: c.end,
		HoursPlanned: c.planned, HoursDelivered: c.delivered, Places: c.places, Month: n.monthOf(c),
	}
}
