package register

import (
	"slices"

	"formare/internal/workbook"
)

// A line of its own, inside a table or right above one, may say other things than a course: what became of
// the people below it, the office they come from, or that they are no participants at all.

// titleKind says which kind of line a text is, "" when it may name a course.
func (l *Lexicon) titleKind(text string) string {
	words := l.coreOf(withoutBrackets(text))
	for _, kind := range []string{"withdrawn", "enrolled", "completed", "others"} {
		if slices.ContainsFunc(l.titles[kind], func(p []string) bool { return slices.Equal(p, words) }) {
			return kind
		}
	}
	for _, p := range l.titles["service"] {
		if len(words) > len(p) && slices.Equal(words[:len(p)], p) {
			return "service"
		}
	}
	if l.generic(text) {
		return "generic"
	}
	return ""
}

// statusWords are what the kinds of lines about people's outcome are called in a column of outcomes.
func statusWord(kind string) string {
	switch kind {
	case "withdrawn":
		return "ritirato"
	case "enrolled":
		return "iscritto"
	case "completed":
		return "idoneo"
	}
	return ""
}

// titleLabels gives what a line inside a table tells of the rows below it. What is no course's title and
// says nothing that a column does not say is left alone.
func (t *reader) titleLabels(l *line, c *workbook.Cell) []Label {
	text := textOf(c)
	_, title := t.byField[CourseTitle]
	_, code := t.byField[CourseCode]
	if found := t.r.lex.unlabelledCourse(text, l.number, c.Col); len(found) > 0 && !title && !code {
		return found
	}
	label := func(f Field, text string) []Label {
		if _, column := t.byField[f]; column {
			return nil
		}
		return []Label{t.r.lex.textLabel(f, text, l.number, c.Col)}
	}
	kind := t.r.lex.titleKind(text)
	if kind == "service" && (t.r.lex.tellsOfCourse(text) || t.titleWithDetails(l, c) && dayIn(text, t.r.lex.months)) {
		kind = "" // an office has no hours: "Lo sportello che accoglie (12 ore)"
	}
	switch {
	case statusWord(kind) != "":
		return label(Status, statusWord(kind))
	case kind == "service":
		return label(Service, text)
	case t.r.opt.IsComune != nil && t.r.opt.IsComune(text):
		return label(Comune, text)
	case kind != "":
		return nil
	}
	if code {
		return nil
	}
	return t.r.lex.details(label(CourseTitle, text))
}

// useTitle puts the labels of a line in force and says whether there were any. A course begins anew with
// its title; people's office or outcome holds until the next line of its kind.
func (t *reader) useTitle(found []Label) bool {
	for _, label := range found {
		if label.Field == CourseTitle || label.Field == CourseCode {
			t.labels.newCourse()
			break
		}
	}
	for _, label := range found {
		t.labels.put(label)
	}
	return len(found) > 0
}

// tellsOfCourse says whether a text has hours or days in brackets at its end.
func (l *Lexicon) tellsOfCourse(text string) bool {
	bracket := lastBracket.FindString(text)
	return hoursInText.MatchString(bracket) || dayIn(bracket, l.months)
}
