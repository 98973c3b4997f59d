package register

import (
	"slices"
	"strings"
)

// minScore is what a field needs to be taken for a column.
const minScore = 0.5

// span is one column while it is decided upon.
type span struct {
	head    headColumn
	shape   *shape
	context string // of the group headers above
	hidden  bool
	used    bool        // read, though it has no field: a column that is a course
	within  bool        // its values differ among the people of one course
	cut     bool        // holds the dates of birth of the column on its left, in whose cells they stand
	parts   *birthParts // of the first of three columns for a date of birth
	sum     []int       // of the first of several columns whose hours add up, by place
	choice  []int       // of the first of several columns of which one is ticked
	partner bool        // belongs to the column on its left, as the time of going
	found   candidates
	chosen  candidate
}

// decision is a table as decided upon, with what was doubtful.
type decision struct {
	subject Subject
	spans   []span
	doubts  []doubt
}

// doubt is a column that could have had another field, or another column that could have had its field.
type doubt struct {
	col   int
	field Field
	with  int // the other column; 0 when it is about two fields for one column
}

// decide gives each column its field, by the words of its header and the shape of its values.
func (r *recogniser) decide(heads []headColumn, sample []*line) *decision {
	d := &decision{spans: make([]span, len(heads))}
	heads = slices.Clone(heads)
	r.markBlocks(heads)
	for i, h := range heads {
		s := &d.spans[i]
		s.head, s.shape = h, &shape{}
		for _, l := range sample {
			if c := l.at(h.col); !isDitto(c) {
				s.shape.measure(c, r.opt.IsComune)
			}
		}
		s.context = r.lex.context(h.path[:max(len(h.path)-1, 0)])
	}
	r.markTimes(d.spans)
	markSessions(d.spans)
	markRowTimes(d.spans, sample)
	r.dateSessions(d.spans)
	markBirthParts(d.spans)
	r.teachersArePeople(d.spans)
	d.subject = r.subjectOf(d.spans)
	for i := range d.spans {
		r.weigh(&d.spans[i], d.subject)
	}
	r.totalOfDays(d)
	d.assign()
	r.useNeighbours(d)
	r.byOtherColumns(d, sample)
	d.findNames()
	d.courseHours(sample)
	d.variesWithin(sample)
	d.correct()
	d.copyBlocks()
	r.joinHours(d)
	r.joinTicks(d)
	d.splitBirth()
	r.hoursAtFoot(d, sample)
	return d
}

// subjectOf says what rows are about: people when a column says who they are.
func (r *recogniser) subjectOf(spans []span) Subject {
	names, personal := false, false
	for i := range spans {
		s := &spans[i]
		if s.head.session.is || s.partner {
			continue
		}
		r.weigh(s, People)
		// Under "Partecipanti" a list of courses has numbers: those are no names.
		if best := s.found.sorted(); len(best) > 0 && identityFields()[best[0].field] && best[0].score >= 0.6 && best[0].field != GivenName {
			return People
		} else if len(best) > 0 && best[0].score >= 0.6 {
			names = names || best[0].field == GivenName
			personal = personal || setOf(Email, Phone, BirthDate, Gender, Role, Residence, HoursAttended, Certificate)[best[0].field]
		}
	}
	if names && personal {
		return People
	}
	return Courses
}

// weigh finds a column's candidates.
func (r *recogniser) weigh(s *span, subject Subject) {
	s.found = candidates{}
	if s.partner {
		s.found.put(ignored, 1, Exact)
		return
	}
	if s.head.session.is {
		s.found.put(Session, 1, Exact)
		return
	}
	if s.head.told != None {
		s.found.put(s.head.told, 0.9, ByValues)
		return
	}
	if o, ok := r.overridePath(s.head.path); ok {
		s.found.put(o.field, 2, Configured)
		return
	}
	if key(tokens(s.head.leaf())) == "ora" {
		s.found.put(ignored, 0.9, Exact) // when, not how long
		return
	}
	for _, c := range r.lex.match(s.head.names(), s.context, subject) {
		score := c.score + fit(c.field, s.shape) + suits(c.field, subject)
		s.found.put(c.field, min(score, 1), c.reason)
	}
	byValues(s)
}

// suits says how much a field goes with what the table is about.
func suits(f Field, subject Subject) float64 {
	switch {
	case subject == People && (f == Counted || f == Places):
		return -0.15
	case subject == Courses && (identityFields()[f] || f == Gender || f == BirthDate || f == Residence || f == HoursAttended || f == Role):
		return -0.25
	}
	return 0
}

// assign gives each field to the column with the best score, best first.
func (d *decision) assign() {
	type bid struct {
		span int
		candidate
	}
	var bids []bid
	for i := range d.spans {
		d.spans[i].chosen = candidate{}
		if d.spans[i].head.block > 1 {
			continue
		}
		for _, c := range d.spans[i].found.sorted() {
			if c.score >= minScore {
				bids = append(bids, bid{i, c})
			}
		}
	}
	slices.SortStableFunc(bids, func(a, b bid) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return d.spans[b.span].shape.n/10 - d.spans[a.span].shape.n/10 // a column with values before an empty one
	})
	owner := map[Field]int{}
	d.doubts = d.doubts[:0]
	for _, b := range bids {
		s := &d.spans[b.span]
		if s.chosen.field != None {
			continue
		}
		if other, taken := owner[b.field]; taken && !repeatable(b.field) {
			d.doubts = append(d.doubts, doubt{col: s.head.col, field: b.field, with: d.spans[other].head.col})
			continue
		}
		owner[b.field] = b.span
		s.chosen = b.candidate
	}
	d.settleDoubts()
}

// settleDoubts keeps the doubts about columns that had no clear second meaning: an ambiguous word whose
// first reading was taken and whose second is as good needs no finding.
func (d *decision) settleDoubts() {
	d.doubts = slices.DeleteFunc(d.doubts, func(q doubt) bool {
		if setOf(Email, Phone, Residence, BirthPlace, Ordinal, Counted, Partner)[q.field] {
			return true // nothing is counted by it
		}
		for i := range d.spans {
			s := &d.spans[i]
			if s.head.col != q.col {
				continue
			}
			lost := s.found[q.field].score
			return s.shape.n == 0 || s.chosen.field != None && s.chosen.score >= lost-0.2 || lost < 0.7
		}
		return true
	})
	for i := range d.spans {
		s := &d.spans[i]
		best := s.found.sorted()
		if len(best) > 1 && s.chosen.field == best[0].field && s.shape.n > 0 && best[0].score < 0.95 && best[0].reason != ByValues &&
			best[0].score-best[1].score < 0.02 && best[1].field != ignored && best[0].field != ignored && !(identityFields()[best[0].field] && identityFields()[best[1].field]) {
			d.doubts = append(d.doubts, doubt{col: s.head.col, field: s.chosen.field})
		}
	}
}

// useNeighbours reads words that mean many things by the columns beside them: a second "Comune" after
// the ones on birth or residence. Only words that stand over two columns or more, without a group header
// of their own, are looked at again.
func (r *recogniser) useNeighbours(d *decision) {
	contexts := map[Field]string{
		BirthDate: "birth", BirthPlace: "birth", Residence: "residence", Service: "workplace", ServiceKind: "workplace",
		Role: "workplace", CourseCode: "course", CourseTitle: "course", Area: "course", Kind: "course", Edition: "course",
		StartDate: "course", HoursAttended: "attendance", ScoreBefore: "test",
	}
	changed, near := false, ""
	leaves := r.leaves(d)
	for i := range d.spans {
		s := &d.spans[i]
		_, unclear := r.lex.ambiguous[r.leafKey(s)]
		beside := i > 0 && d.spans[i-1].chosen.field == Service && s.chosen.field == Venue && s.shape.share(s.shape.comune) >= 0.5
		if unclear && (leaves[r.leafKey(s)] >= 2 || beside) && s.context == "" && near != "" && s.chosen.reason != Configured && d.subject == People {
			if c := r.byContext(s, near); c.field != None && c.field != s.chosen.field && !d.has(c.field) {
				s.context = near
				r.weigh(s, d.subject)
				changed = true
			}
		}
		if next, ok := contexts[s.chosen.field]; ok {
			near = next
		} else if identityFields()[s.chosen.field] || s.chosen.field == Gender {
			near = "person"
		}
	}
	if changed {
		d.assign()
	}
}

// byContext gives the reading of an ambiguous word in a context, where its values agree with it.
func (r *recogniser) byContext(s *span, context string) candidate {
	field := r.lex.ambiguous[r.leafKey(s)][context]
	// "Nome" right of "Cognome" needs no help, and a comune after the role is where one works anyway.
	if field == None || fit(field, s.shape) < 0 {
		return candidate{}
	}
	return candidate{field: field, score: scoreAmbiguous, reason: Synonym}
}

func (r *recogniser) leafKey(s *span) string {
	return key(r.lex.coreOf(withoutBrackets(s.head.leaf())))
}

// leaves counts how many columns bear each word, once for all of them: a sheet may have 16,384.
func (r *recogniser) leaves(d *decision) map[string]int {
	n := make(map[string]int, len(d.spans))
	for i := range d.spans {
		if d.spans[i].head.block < 2 {
			n[r.leafKey(&d.spans[i])]++
		}
	}
	return n
}

func (d *decision) has(f Field) bool { return d.find(f) != nil }

func (d *decision) find(f Field) *span {
	for i := range d.spans {
		if d.spans[i].chosen.field == f {
			return &d.spans[i]
		}
	}
	return nil
}

// overrideOf gives what the configuration tells for a header text.
func (r *recogniser) overrideOf(text string) (override, bool) {
	if len(r.overrides) == 0 {
		return override{}, false
	}
	o, ok := r.overrides[key(tokens(text))]
	return o, ok
}

// overridePath looks a column up by its whole header, then by its last text.
func (r *recogniser) overridePath(path []string) (override, bool) {
	if len(path) == 0 || len(r.overrides) == 0 {
		return override{}, false
	}
	if o, ok := r.overrideOf(strings.Join(path, " / ")); ok {
		return o, true
	}
	return r.overrideOf(path[len(path)-1])
}

// runnerUp gives the likeliest field that a column did not get.
func (s *span) runnerUp() (Field, float64) {
	for _, c := range s.found.sorted() {
		if c.field != s.chosen.field && c.field != ignored && c.field != None && c.score > 0 {
			return c.field, min(c.score, 1)
		}
	}
	return None, 0
}
