package register

import "slices"

// A header often says whose it is beside what it is: "Qualifica dip.", "COMUNE_UO", "Comune istituto", "Nome docente".
// The word that says whose takes nothing from what the rest means.

// qualified is what a header means without the word that says whose it is.
type qualified struct {
	owner string // person, workplace, course or teacher
	rest  string // folded
}

// qualifier finds the word at a header's beginning or end that says whose it is.
func (l *Lexicon) qualifier(text string) (qualified, bool) {
	words := l.coreOf(withoutBrackets(text))
	if len(words) < 2 || len(words) > 6 {
		return qualified{}, false
	}
	for n := min(len(words)-1, 3); n > 0; n-- {
		for _, at := range []int{len(words) - n, 0} {
			owner, ok := l.qualifiers[key(words[at:at+n])]
			if rest := key(slices.Concat(words[:at], words[at+n:])); ok && len(rest) > 1 { // not "Allievo/a"
				return qualified{owner, rest}, true
			}
		}
	}
	return qualified{}, false
}

// matchQualified reads a header without the word that says whose it is, where the rest is one that the lexicon knows.
// Teachers are the people of a table only where no other are: those are left to whoever sees the whole table.
func (l *Lexicon) matchQualified(found candidates, text string) {
	q, ok := l.qualifier(text)
	if !ok || q.owner == "teacher" {
		return
	}
	field := l.fieldWithout(q)
	if field == None {
		return
	}
	for f, c := range found {
		if f != field && c.reason != Exact {
			c.score = min(c.score, scoreQualified-0.2)
			found[f] = c
		}
	}
	found.put(field, scoreQualified, Synonym)
}

// fieldWithout gives the field of what remains of a header, as far as its owner can have one.
func (l *Lexicon) fieldWithout(q qualified) Field {
	if choice, ok := l.ambiguous[q.rest]; ok {
		field := choice[q.owner]
		if field == None && (q.owner == "person" || q.owner == "course" || choice["people"] == CourseCode) {
			field = choice["people"]
		}
		return owned(field, q)
	}
	for _, i := range l.core[q.rest] {
		if field := owned(l.phrases[i].field, q); field != None {
			return field
		}
	}
	return None
}

// owned says what a field is of a person or of a workplace, None when neither has it.
func owned(f Field, q qualified) Field {
	if f == ignored {
		return ignored
	}
	switch {
	case q.owner == "course" && (courseFields()[f] && f != Partner && f != Month || f == Status || f == Certificate || f == Satisfaction || f == ScoreBefore || f == ScoreAfter):
		return f
	case q.owner == "course":
		return None
	case q.owner == "workplace":
		switch f {
		case Comune, VenueComune:
			return Comune
		case Service, ServiceKind:
			return f
		case CourseTitle:
			return Service // "Denominazione istituto"
		case CourseCode:
			return ignored
		}
		return None
	}
	switch f {
	case CourseCode, Ordinal:
		return ignored // a number by which the employer knows the person
	case HoursAttended, ShareAttended, Status, Certificate, ScoreBefore, ScoreAfter, Satisfaction:
		return f
	}
	if personFields()[f] {
		return f
	}
	return None
}

// teachersArePeople reads the columns of teachers as those of the table's people, where no column names other people:
// a course for teachers calls its participants so.
func (r *recogniser) teachersArePeople(spans []span) {
	surname := false
	for i := range spans {
		s := &spans[i]
		q, ok := r.lex.qualifier(s.head.leaf())
		if ok && q.owner == "teacher" {
			surname = surname || r.lex.fieldWithout(qualified{"person", q.rest}) == Surname
			continue
		}
		if f := r.fieldOf(s.head.leaf()); f == Surname || f == FullName {
			return
		}
	}
	if !surname {
		return
	}
	for i := range spans {
		if _, told := r.overridePath(spans[i].head.path); told {
			continue
		}
		if q, ok := r.lex.qualifier(spans[i].head.leaf()); ok && q.owner == "teacher" {
			if f := r.lex.fieldWithout(qualified{"person", q.rest}); f != None {
				spans[i].head.told = f
			}
		}
	}
}
