package register

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"formare/internal/workbook"
)

// A line may tell when and where a course was held in a sentence of its own: "Svolto dal 3 al 17/7/2023 - ore 24 -
// sede Terni", "Il corso si è svolto dal … al … per 6 ore."

var (
	wasHeld   = regexp.MustCompile(`(?i)\b(?:svolt[oaie]|tenut[oaie]|realizzat[oaie]|effettuat[oaie]|erogat[oaie]|si\s+svolge|si\s+svolger(?:à|a')|si\s+tiene|si\s+terr(?:à|a')|ha\s+avuto\s+luogo|avr(?:à|a')\s+luogo)(?:[^\p{L}]|$)`)
	heldAt    = regexp.MustCompile(`(?:^|[\s,;(–-])(?i:presso|sede(?:\s+di)?|luogo)\s*:?\s+(?:(?i:la\s+sede\s+(?:di|del|della)|il|lo|la|i|gli|le)\s+|(?i:l['’]))?(\p{Lu}[^,;()–]{2,60}?)(?:\s*[.,;()–]|\s+-\s|\s+(?i:dal|dalle|il|per|nei|nel)\s|$)`)
	heldOn    = regexp.MustCompile(`(?i)\s+(?:del|dell['’]|il|in data|di)\s*\d{1,2}(?:[/.\-]\d{1,2}[/.\-]\d{2,4}|°?\s+\p{L}{3,9}\s+\d{4})$`)
	countedAs = regexp.MustCompile(`(?i)[\s,]*(?:\bn(?:r|um|umero)?[.°º]?\s*)?\d{1,2}\s*[°º^]?$`)
)

// heldSentence reads a sentence that says when a course was held. It names no course: what it is called stands
// elsewhere.
func (l *Lexicon) heldSentence(text string, row, col int) []Label {
	if len(text) > 240 || strings.Contains(text, ":") || strings.ContainsAny(text, "\"“«") {
		return nil
	}
	at := wasHeld.FindStringIndex(text)
	if at == nil || at[0] > 60 {
		return nil
	}
	found := l.withDetails(nil, text, row, col)
	if !slices.ContainsFunc(found, func(f Label) bool { return f.Field == Period || f.Field == StartDate }) {
		return nil
	}
	if m := heldAt.FindStringSubmatch(text); m != nil {
		found = append(found, l.textLabel(Venue, strings.TrimSpace(m[1]), row, col))
	}
	return found
}

// placeWithDays reads a part such as "sede Terni" that stands behind a course's days or hours.
func placeWithDays(part string, before []Label) (string, bool) {
	if len(before) == 0 || !slices.Contains([]Field{Period, StartDate, EndDate, HoursPlanned, SessionHours}, before[len(before)-1].Field) {
		return "", false
	}
	words := strings.Fields(part)
	if len(words) < 2 || len(words) > 8 {
		return "", false
	}
	switch strings.ToLower(words[0]) {
	case "sede", "presso", "luogo", "aula", "c/o":
	default:
		return "", false
	}
	rest := strings.Join(words[1:], " ")
	return rest, unicode.IsUpper([]rune(rest)[0]) || len(words) > 2
}

// countedLabel reads the label of one of several courses: "Corso n. 2", "Seminario 1".
func (l *Lexicon) countedLabel(name string) (Field, bool) {
	at := countedAs.FindStringIndex(name)
	if on := heldOn.FindStringIndex(name); on != nil {
		at = on
	}
	if at == nil || at[0] == 0 {
		return None, false
	}
	words := tokens(name[:at[0]])
	if len(words) == 0 || !courseWord(words[len(words)-1]) || words[len(words)-1] == "modulo" {
		return None, false
	}
	if words[len(words)-1] == "incontro" {
		return CourseTitle, heldOn.MatchString(name) // "Incontro 2: …" is one of a course's
	}
	field, ok := l.labelSuffix(name[:at[0]])
	return CourseTitle, ok && (field == CourseTitle || field == CourseCode)
}

// kindWord gives the word for a kind of event that a course's label is made of: "Seminario: …", "Corso FAD “…”".
func kindWord(name string) string {
	for _, w := range tokens(name) {
		switch w {
		case "seminario", "convegno", "workshop", "laboratorio", "webinar", "fad", "seminar":
			return w
		}
	}
	return ""
}

// withKind adds the kind of event that the label of a title names.
func (l *Lexicon) withKind(out []Label, name string, row, col int) []Label {
	word := kindWord(name)
	if word == "" || slices.ContainsFunc(out, func(f Label) bool { return f.Field == Kind }) {
		return out
	}
	return slices.Insert(out, 0, l.textLabel(Kind, word, row, col)) // before the title, which may go on
}

var partMark = regexp.MustCompile(`\s+[-–—]\s+|\s*[,;(]\s*`)

// titledLine reads a line that begins with a title and goes on with days: "La rete di tutti – dal 5/1/2022 al 10/1/2022
// – 8 ore".
func (r *recogniser) titledLine(text string, row, col int) []Label {
	if len(text) > 200 || countDigits(text) < 4 {
		return nil
	}
	if _, _, label := cutLabel(text); label {
		return nil
	}
	for _, at := range partMark.FindAllStringIndex(text, 8) {
		head, tail := strings.TrimSpace(text[:at[0]]), text[at[1]:]
		starts := func(e *regexp.Regexp) bool { m := e.FindStringIndex(tail); return m != nil && m[0] == 0 }
		if !starts(periodInText) && !starts(dayInText) && !starts(hoursInText) {
			continue
		}
		found := r.lex.withDetails(nil, tail, row, col)
		if !r.titleText(head) || !slices.ContainsFunc(found, func(f Label) bool { return f.Field == Period || f.Field == StartDate }) {
			return nil
		}
		if code, title, ok := cutCode(head); ok {
			return append(r.lex.courseOf(code, title, row, col), found...)
		}
		return append([]Label{r.lex.textLabel(CourseTitle, head, row, col)}, found...)
	}
	return nil
}

// sentencesBelow lets a sentence under a table of people date the course that something above it names.
func (r *recogniser) sentencesBelow(d *decision, sample []*line) {
	if d.subject != People || r.labels.has(Period) || r.labels.has(StartDate) || r.labels.has(EndDate) {
		return
	}
	for _, f := range []Field{CourseTitle, CourseCode, StartDate, EndDate, Period} {
		if d.has(f) {
			return
		}
	}
	for _, l := range sample {
		if rate := r.rate(l); rate.person && rate.like() {
			return // another table
		}
		if countFilled(l, 1, 1<<30) != 1 {
			continue
		}
		for i := range l.cells {
			c := &l.cells[i]
			if blank(c) || c.Kind != workbook.Text {
				continue
			}
			for _, label := range r.lex.heldSentence(textOf(c), l.number, c.Col) {
				if !r.labels.has(label.Field) {
					r.labels.put(label)
				}
			}
		}
	}
}
