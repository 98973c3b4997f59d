package register

import (
	"slices"
	"strings"

	"formare/internal/workbook"
)

// fit says how much the values of a column speak for a field (up to 0.1) or against it (down to -0.6).
// A column without values says nothing; a few values say little.
func fit(f Field, s *shape) float64 {
	if s.n == 0 {
		return 0
	}
	against := 0.5
	if s.n < 3 {
		against = 0.25
	}
	expect := func(share, good, bad float64) float64 {
		switch {
		case share >= good:
			return 0.05
		case share < bad:
			return -against
		}
		return 0
	}
	if s.n >= 2 && s.ticks == s.n && wordy(f) {
		return -0.6
	}
	texts := s.share(s.text)
	switch f {
	case CodiceFiscale:
		if s.share(s.cf) >= 0.3 {
			return 0.05
		}
		return pick(s.share(s.dates) > 0.5 || s.share(s.small) > 0.5 || s.share(s.yesNo) > 0.5, -against, 0)
	case BirthDate:
		if s.share(s.years) >= 0.5 {
			return -0.31 // a year will do where no column has the day
		}
		fits := expect(s.share(s.dates+s.inner), 0.5, 0.1)
		if fits > 0 && s.share(s.old) < 0.1 && s.n >= 3 && s.inner == 0 {
			return -0.3
		}
		return fits
	case StartDate, EndDate:
		fits := expect(s.share(s.dates), 0.5, 0.05)
		if fits > 0 && s.share(s.old) > 0.9 && s.n >= 3 {
			return -0.3
		}
		return fits
	case Period:
		return pick(s.dates == 0 && s.share(s.number) > 0.5, -0.6, 0)
	case Email:
		return expect(s.share(s.email), 0.3, 0.02)
	case Gender:
		return expect(s.share(s.gender), 0.5, 0.1)
	case FullName:
		return expect(s.share(s.name+s.nameBirth), 0.6, 0.1)
	case Surname, GivenName:
		return expect(s.share(s.name), 0.6, 0.1)
	case HoursPlanned, HoursDelivered, Places, Counted, Ordinal:
		return expect(s.share(s.number), 0.5, 0.1)
	case HoursAttended:
		return expect(s.share(s.number), 0.5, 0.05) / 2
	case ShareAttended:
		return pick(s.share(s.percent) > 0.5, 0.1, expect(s.share(s.number), 0.5, 0.05)/2)
	case Comune, VenueComune, Residence, BirthPlace:
		if s.share(s.comune) >= 0.5 {
			return 0.05
		}
		return pick(texts < 0.2, -against, 0)
	case Service, CourseTitle, Area, Venue, Role, ServiceKind, Kind, Partner:
		return pick(texts < 0.2, -against/2, 0) + pick(s.share(s.dates) > 0.5 || s.share(s.cf) > 0.5, -0.3, 0)
	case Status:
		return pick(s.n >= 3 && s.share(s.name) >= 0.9 && s.words >= 2*s.n && len(s.distinct)*10 >= s.n*9, -against, 0)
	case Phone:
		return pick(s.share(s.dates) > 0.5 || s.share(s.cf) > 0.5, -against, 0)
	}
	return 0
}

// wordy says whether a field's values are words, so that ticks are none of them.
func wordy(f Field) bool {
	return setOf(Surname, GivenName, FullName, Role, Service, ServiceKind, Comune, Residence, BirthPlace, Email, Kind, Area, Venue, VenueComune, Partner)[f]
}

func pick(when bool, yes, no float64) float64 {
	if when {
		return yes
	}
	return no
}

// byValues adds the fields that values show by themselves.
func byValues(s *span) {
	v := s.shape
	if v.n < 2 {
		return
	}
	best := 0.0
	for _, c := range s.found {
		best = max(best, c.score)
	}
	if v.share(v.cf) >= 0.5 {
		s.found.put(CodiceFiscale, 0.85, ByValues)
	}
	if v.share(v.email) >= 0.6 {
		s.found.put(Email, 0.8, ByValues)
	}
	if v.n >= 3 && v.share(v.dates) >= 0.8 && v.share(v.old) >= 0.9 {
		s.found.put(BirthDate, 0.7, ByValues) // whatever "Data" stands above it
	}
	if v.share(v.nameBirth) >= 0.8 {
		s.found.put(FullName, 0.85, ByValues)
	}
	if best >= minScore || v.n < 3 {
		return
	}
	switch {
	case v.share(v.gender) >= 0.95:
		s.found.put(Gender, 0.6, ByValues)
	case v.share(v.dates) >= 0.8 && v.share(v.old) >= 0.8:
		s.found.put(BirthDate, 0.6, ByValues)
	case s.head.leaf() == "" && v.share(v.comune) >= 0.8 && len(v.distinct) >= 3:
		s.found.put(Comune, 0.55, ByValues)
	case s.head.leaf() == "" && v.n >= 3 && v.sequence >= v.n-1 && v.share(v.number) == 1:
		s.found.put(Ordinal, 0.7, ByValues)
	case s.head.leaf() == "" && v.share(v.name) >= 0.95 && v.share(v.comune) < 0.3 && v.words >= 2*v.n && v.words <= 4*v.n && len(v.distinct)*10 >= v.n*7:
		s.found.put(FullName, 0.52, ByValues)
	}
}

// correct changes decisions that the values of several columns together refute.
func (d *decision) correct() {
	set := func(s *span, f Field) { s.chosen = candidate{f, min(s.chosen.score, 0.85), ByValues} }
	if s := d.find(GivenName); s != nil && s.chosen.reason != Configured && !d.has(Surname) && !d.has(FullName) && (s.shape.n == 0 || s.shape.words*10 >= s.shape.text*17) {
		set(s, FullName) // "Nome" alone holds both
	}
	if s := d.find(Surname); s != nil && s.chosen.reason != Configured && !d.has(GivenName) && !d.has(FullName) && s.shape.text > 0 && s.shape.words*10 >= s.shape.text*17 {
		set(s, FullName)
	}
	if s := d.find(Service); s != nil && s.chosen.reason != Configured && d.subject == People && !d.has(Comune) && s.shape.n >= 2 && s.shape.share(s.shape.comune) >= 0.8 && saysPlace(s.head.leaf()) {
		set(s, Comune) // "Sede di lavoro" holds comuni
	}
	d.officeBesidePlace(set)
	if s := d.find(VenueComune); s != nil && s.chosen.reason != Configured && d.subject == People && !d.has(Comune) && s.within {
		set(s, Comune) // the place differs among the people of one course: it is theirs
	}
	if s := d.find(FullName); s != nil && s.chosen.reason != Configured && d.has(Surname) && d.has(GivenName) {
		s.chosen = candidate{}
	}
	if s := d.find(CourseTitle); s != nil && s.chosen.reason != Configured && !d.has(CourseCode) && s.shape.n >= 2 && s.shape.share(s.shape.code) >= 0.7 {
		set(s, CourseCode) // "Corso" holds its code
	}
	if s := d.find(CourseCode); s != nil && s.chosen.reason != Configured && !d.has(CourseTitle) && s.shape.text >= 2 && s.shape.words >= 3*s.shape.text && s.shape.share(s.shape.code) < 0.2 {
		set(s, CourseTitle)
	}
	if s := d.find(HoursDelivered); s != nil && s.chosen.reason != Configured && d.subject == People && !d.has(HoursAttended) && !d.has(ShareAttended) && (s.within || s.shape.varied() && !d.manyCourses()) {
		set(s, HoursAttended) // hours that differ from person to person are theirs
	}
	d.correctHours()
	if s := d.find(HoursPlanned); s != nil && s.chosen.reason != Configured && d.subject == People && s.within && !saysPlan(s.head.leaf()) {
		if d.has(HoursAttended) {
			s.chosen = candidate{field: ignored, score: 0.7, reason: ByValues} // the same in another unit
		} else if !d.has(ShareAttended) && !d.has(Session) {
			set(s, HoursAttended)
		}
	}
	d.correctPresence(set)
	d.datesOfAnswers()
}

// datesOfAnswers drops the dates at which a questionnaire was answered: a column beside them numbers the answers.
func (d *decision) datesOfAnswers() {
	answers := slices.ContainsFunc(d.spans, func(s span) bool { return key(tokens(s.head.leaf())) == "respondent id" })
	for i := range d.spans {
		if s := &d.spans[i]; answers && (s.chosen.field == StartDate || s.chosen.field == EndDate) && s.chosen.reason != Configured {
			s.chosen = candidate{ignored, 0.7, ByValues}
		}
	}
}

// officeBesidePlace gives the field of the office to a column that lost it to one which turned out to hold comuni:
// "Ente" beside "Sede di lavoro".
func (d *decision) officeBesidePlace(set func(*span, Field)) {
	if d.subject != People || d.has(Service) {
		return
	}
	for i := range d.spans {
		s := &d.spans[i]
		if f := s.chosen.field; (f == None || f == Partner) && s.chosen.reason != Configured && s.found[Service].score >= scoreBySubject-0.1 {
			set(s, Service)
			return
		}
	}
}

// correctHours tells hours planned and attended apart where two columns have the same name: nobody attends
// more than is planned, and the plan comes first.
func (d *decision) correctHours() {
	attended, planned := d.find(HoursAttended), d.find(HoursPlanned)
	if attended == nil || planned == nil || attended.chosen.reason == Configured || planned.chosen.reason == Configured ||
		!strings.EqualFold(attended.head.leaf(), planned.head.leaf()) || attended.shape.number == 0 {
		return
	}
	if a, p := attended.shape.sum, planned.shape.sum; a > p || a == p && attended.head.col < planned.head.col {
		attended.chosen, planned.chosen = planned.chosen, attended.chosen
	}
}

// varied says whether a column holds values that differ.
func (s *shape) varied() bool { return len(s.distinct) >= 2 || s.most > s.least }

// manyCourses says whether the rows of a list of people tell of several courses.
func (d *decision) manyCourses() bool {
	for _, f := range []Field{CourseTitle, CourseCode, Edition, StartDate, Period} {
		if s := d.find(f); s != nil && s.shape.varied() {
			return true
		}
	}
	return false
}

// correctPresence tells hours, shares and outcomes apart, which all go by "Presenza" or "Frequenza".
func (d *decision) correctPresence(set func(*span, Field)) {
	for i := range d.spans {
		s := &d.spans[i]
		if s.chosen.reason == Configured || s.shape.n == 0 {
			continue
		}
		v := s.shape
		switch f := s.chosen.field; {
		case (f == HoursAttended || f == Status) && v.share(v.percent) >= 0.5 && !d.has(ShareAttended):
			set(s, ShareAttended)
		case f == Status && v.share(v.number) >= 0.7 && v.share(v.mark) < 0.2 && !d.has(HoursAttended) && saysPresence(s.head.leaf()):
			set(s, HoursAttended)
		case f == ShareAttended && v.share(v.number) >= 0.7 && v.percent == 0 && v.share(v.text) < 0.1 && !d.has(HoursAttended) && saysPresence(s.head.leaf()) && v.share(v.small) > 0.5 && v.share(v.unit) < 0.9:
			set(s, HoursAttended)
		case (f == HoursAttended || f == ShareAttended || f == None && saysPresence(s.head.leaf())) && v.share(v.text) >= 0.6 && !d.has(Status):
			set(s, Status)
		}
	}
}

// saysPresence says whether a header speaks of being there, which may be told in hours.
func saysPresence(leaf string) bool {
	for _, w := range tokens(leaf) {
		for _, stem := range []string{"presenz", "frequenz", "partecipaz", "attend"} {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}

// markSessions decides which columns are days of attendance. Bare numbers are days only where several
// stand side by side, growing; counted meetings only where there are two or more.
func markSessions(spans []span) {
	numbers, counted := 0, 0
	last, growing := 0.0, true
	for i := range spans {
		switch s := &spans[i].head.session; {
		case !s.is:
		case s.number:
			numbers++
			if s.cell.Kind == workbook.Number { // a bare number; with a month it is text
				growing = growing && s.cell.Num > last
				last = s.cell.Num
			}
		case s.cell.Kind == workbook.Empty:
			counted++
		}
	}
	for i := range spans {
		s := &spans[i].head.session
		if s.number && (numbers < 3 || !growing) && s.cell.Kind == workbook.Number || s.is && s.cell.Kind == workbook.Empty && !s.number && counted < 2 {
			*s = sessionHeader{}
		}
	}
}

// dateSessions gives bare days the month that a label above the table or the sheet's name tells.
func (r *recogniser) dateSessions(spans []span) {
	month, year := 0, 0
	for _, label := range r.labels.list {
		if label.Field == Month {
			month, year = r.lex.monthIn(textOf(&label.Value))
		}
	}
	if month == 0 {
		return
	}
	for i := range spans {
		s := &spans[i].head.session
		words := tokens(textOf(&s.cell))
		if !s.is || !s.number || len(words) == 0 || len(words) > 2 || !dayNumber(words[len(words)-1]) {
			continue
		}
		text := words[len(words)-1] + "/" + itoa(month)
		if year > 0 {
			text += "/" + itoa(year)
		}
		s.cell = workbook.Cell{Kind: workbook.Text, Col: s.cell.Col, Text: text}
	}
}

// totalOfDays takes "Totale" beside days of attendance for the hours of them, where nothing says it better.
func (r *recogniser) totalOfDays(d *decision) {
	days := false
	for i := range d.spans {
		s := &d.spans[i]
		days = days || s.head.session.is
		if word := r.leafKey(s); days && d.subject == People && (word == "totale" || word == "totali") {
			s.found.put(HoursAttended, 0.65+fit(HoursAttended, s.shape), Synonym)
		}
	}
}

// saysPlan says whether a header speaks of what was planned for the course.
func saysPlan(leaf string) bool {
	for _, w := range tokens(leaf) {
		for _, stem := range []string{"prev", "programm", "durata", "plann", "progett", "monte", "corso"} {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}

// variesWithin notes of each column of figures whether they differ among the people of one course, as far
// as a column names it; without one all rows are of one course.
func (d *decision) variesWithin(sample []*line) {
	course := d.find(CourseTitle)
	if course == nil {
		course = d.find(CourseCode)
	}
	for i := range d.spans {
		s := &d.spans[i]
		if s.chosen.field != HoursPlanned && s.chosen.field != HoursDelivered && s.chosen.field != VenueComune {
			continue
		}
		first := map[string]string{}
		key, value := "", ""
		for _, l := range sample {
			if c := l.at(s.head.col); !isDitto(c) {
				value = textOf(c)
			}
			if course != nil && !isDitto(l.at(course.head.col)) {
				key = textOf(l.at(course.head.col))
			}
			if value == "" || course != nil && key == "" {
				continue
			}
			if before, known := first[key]; known && before != value {
				s.within = true
				break
			}
			first[key] = value
		}
	}
}

// saysPlace says whether a header speaks of a place rather than of an office.
func saysPlace(leaf string) bool {
	for _, w := range tokens(leaf) {
		if w == "sede" || w == "luogo" || w == "posto" || w == "dove" || w == "citta" || w == "territorio" {
			return true
		}
	}
	return false
}

// findNames takes, in a list of people that no column names, the one column that reads like names: nearly all
// different, of two to four words.
func (d *decision) findNames() {
	if d.subject != People || d.has(FullName) || d.has(Surname) {
		return
	}
	for i := range d.spans {
		s := &d.spans[i]
		v := s.shape
		if f := s.chosen.field; f != None && f != ignored || s.head.session.is || s.partner || s.head.block > 0 || s.chosen.reason == Configured {
			continue
		}
		if v.n >= 2 && v.share(v.name) >= 0.95 && v.share(v.comune) < 0.3 && v.words >= 2*v.n && v.words <= 4*v.n && len(v.distinct)*10 >= v.n*9 {
			s.chosen = candidate{FullName, 0.6, ByValues}
			return
		}
	}
}
