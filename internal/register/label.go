package register

import (
	"slices"
	"strings"
	"unicode"

	"formare/internal/workbook"
)

// readLabels finds values with their names outside a table's columns: "Corso: …" in one cell, "Corso" and
// its value in the next, "Edizione 2", "dal 12 al 14 marzo", a month in a title.
func (l *Lexicon) readLabels(row *line, cells []workbook.Cell) []Label {
	found, _ := l.labelsAndRest(row, cells)
	return found
}

// labelsAndRest gives the labels of a row and the first cell that is part of none of them.
func (l *Lexicon) labelsAndRest(row *line, cells []workbook.Cell) (out []Label, rest *workbook.Cell) {
	for i := 0; i < len(cells); i++ {
		c := &cells[i]
		if blank(c) {
			continue
		}
		text := textOf(c)
		field, ok := None, false
		if c.Kind == workbook.Text {
			if field, ok = l.labelName(text); !ok {
				field, ok = l.likelyLabel(cells, i, text)
			}
		}
		n := len(out)
		if ok {
			v := l.valueAfter(cells, i)
			// "Sigla | Significato" heads a legend: a code without a colon before it has a digit in it.
			if v > 0 && !(field == Period && isCount(&cells[v])) && (field != CourseCode || strings.HasSuffix(text, ":") || countDigits(textOf(&cells[v])) > 0) {
				out = append(out, l.label(field, cells[v], row.number))
				i = v
			}
		} else if c.Kind == workbook.Text {
			out = append(out, l.spread(l.details(l.labelsOf(text, row.number, c.Col)))...)
		}
		if len(out) == n && rest == nil {
			rest = c
		}
	}
	return l.spread(l.details(out)), rest
}

// labelsOf reads the labels in one text: a sentence about a course, or labels one after the other.
func (l *Lexicon) labelsOf(text string, row, col int) []Label {
	if found := l.heldSentence(text, row, col); len(found) > 0 {
		return found
	}
	if found := l.detailLine(text, row, col, nil, nil); len(found) > 0 {
		return found
	}
	if found := l.quotedCourse(text, row, col); len(found) > 0 {
		return found
	}
	if found := l.codedCourse(text, row, col); len(found) > 0 {
		return found
	}
	return l.labelsInText(text, row, col)
}

// label makes a label. A period that names a whole month is one.
func (l *Lexicon) label(f Field, value workbook.Cell, row int) Label {
	if f == Period && value.Kind == workbook.Text && !looksDay(value.Text, l.months) {
		if month, _ := l.monthIn(value.Text); month > 0 {
			f = Month
		}
	}
	return Label{Field: f, Value: value, Row: row}
}

// isCount says that a value tells how many, and no day: "Incontri: 6".
func isCount(c *workbook.Cell) bool {
	if c.Kind == workbook.Number {
		return c.Num < 1000
	}
	t := strings.TrimSpace(textOf(c))
	return len(t) <= 3 && countDigits(t) == len(t)
}

// looksDay says whether a text names a day, alone or in a period: "dal 12 al 14 marzo".
func looksDay(t string, months map[string]int) bool {
	if dayIn(t, months) {
		return true
	}
	for _, w := range tokens(t) {
		if dayNumber(w) && len(w) <= 2 {
			return true
		}
	}
	return false
}

// labelName says whether a whole text is the name of a label: "Corso", "Ente attuatore:".
func (l *Lexicon) labelName(text string) (Field, bool) {
	name := strings.TrimRight(text, " :.=-–")
	if name == "" || strings.Contains(name, ":") || strings.Contains(name, "__") || strings.Contains(name, "....") {
		return None, false
	}
	words := l.coreOf(withoutBrackets(name))
	if len(words) == 0 || len(words) > 6 {
		return None, false
	}
	field, ok := l.labels[key(words)]
	if one, two, halves := strings.Cut(name, "/"); !ok && halves && !strings.Contains(two, "/") {
		a, okA := l.labels[key(l.coreOf(one))]
		b, okB := l.labels[key(l.coreOf(two))]
		return a, okA && okB && a == b
	}
	if n := len(words); !ok && n >= 2 && courseWord(words[n-1]) {
		field, ok = l.labels[key(words[:n-1])] // "Data inizio evento"
	}
	if n := len(words); !ok && n >= 2 && l.qualifiers[words[n-1]] == "person" {
		if f := l.labels[key(words[:n-1])]; f == Service || f == Comune {
			return f, true // "Ente di appartenenza dei partecipanti"
		}
	}
	return field, ok
}

// likelyLabel reads a cell as the name of a label by the words of headers, when it stands first in a row and
// nothing but its value comes after it, or before a colon: "Codice progetto/corso | C24", "N. ore totali | 14".
func (l *Lexicon) likelyLabel(cells []workbook.Cell, i int, text string) (Field, bool) {
	values := 0
	for j := range cells {
		if j != i && !blank(&cells[j]) {
			values++
		}
	}
	name := strings.TrimRight(text, " :.")
	words := tokens(withoutBrackets(name))
	if values != 1 && !strings.HasSuffix(text, ":") || len(words) == 0 || len(words) > 6 || strings.Contains(name, ":") || l.valueAfter(cells, i) == 0 {
		return None, false
	}
	if words[0] == "n" || words[0] == "numero" {
		if field, ok := l.labelName(strings.Join(words[1:], " ")); ok {
			return field, true
		}
	}
	if l.ambiguous[key(l.coreOf(withoutBrackets(name)))] != nil {
		return None, false
	}
	found := l.match([]string{name}, "course", Courses).sorted()
	if len(found) == 0 || found[0].score < 0.8 || len(found) > 1 && found[1].field != found[0].field && found[0].score-found[1].score < 0.02 {
		return None, false
	}
	return found[0].field, courseFields()[found[0].field] && found[0].field != Month && found[0].field != Partner
}

// courseWord says whether a word at a label's end only says that it is about the course.
func courseWord(w string) bool {
	switch w {
	case "corso", "evento", "intervento", "attivita", "percorso", "incontro", "seminario", "workshop", "iniziativa", "modulo", "course", "training", "event":
		return true
	}
	return false
}

// valueAfter gives the place of the cell that holds the value of the label in cell i, 0 when none does.
func (l *Lexicon) valueAfter(cells []workbook.Cell, i int) int {
	for j := i + 1; j < len(cells); j++ {
		if blank(&cells[j]) {
			continue
		}
		if cells[j].Kind == workbook.Text {
			if _, isLabel := l.labelName(textOf(&cells[j])); isLabel && strings.HasSuffix(textOf(&cells[j]), ":") {
				return 0
			}
		}
		return j
	}
	return 0
}

// labelsInText reads the labels that stand with their values in one text. One text may hold several:
// "Corso: Mediazione - Edizione n. 2 - Sede: Terni".
func (l *Lexicon) labelsInText(text string, row, col int) []Label {
	var out []Label
	put := func(f Field, value string) {
		value = strings.Trim(value, " \t-–—|;,:.\"“”«»")
		if value != "" && !(f == Period && isCount(&workbook.Cell{Kind: workbook.Text, Text: value})) {
			out = append(out, l.label(f, workbook.Cell{Kind: workbook.Text, Col: col, Text: value}, row))
		}
	}
	for i, part := range l.splitParts(text) {
		name, value, colon := cutLabel(part)
		field, known := None, false
		if colon {
			field, known = l.labelSuffix(name)
		}
		switch {
		case known:
			put(field, value)
			if n := len(out); n > 0 && field == CourseTitle && out[n-1].Field == CourseTitle {
				out = l.withKind(out, name, row, col)
				if on := heldOn.FindString(name); on != "" {
					out = slices.Insert(out, 0, l.textLabel(StartDate, dayOf(on), row, col))
				}
			}
		case colon && len(out) > 0 && !strings.HasSuffix(name, ")"):
			// a label that is not known ends the value before it
		default:
			n := len(out)
			f, v := l.bareLabel(part)
			if place, ok := placeWithDays(part, out); ok && f == None {
				f, v = Venue, place
			}
			if f == CourseTitle && (n > 0 && out[n-1].Field == CourseTitle || i > 0 && unicode.IsLower([]rune(part)[0])) {
				f = None // "La rete - modulo base" has no second title
			}
			if f != None {
				put(f, v)
			} else if n > 0 && !colon && (goesOn(out[n-1].Field) || out[n-1].Field == SessionHours && part[0] >= '0' && part[0] <= '9') {
				out[n-1].Value.Text += " - " + part // the dash was part of the value
			}
		}
	}
	return out
}

// goesOn says whether the value of a field may have a dash in it: words do, hours and days do not.
func goesOn(f Field) bool {
	return f != HoursPlanned && f != SessionHours && f != HoursDelivered && f != CourseCode && f != Edition && f != Places
}

// cutLabel parts a name from its value at the first colon that is not one of a time.
func cutLabel(part string) (name, value string, ok bool) {
	i := strings.IndexByte(part, ':')
	if i <= 0 || i+1 < len(part) && unicode.IsDigit(rune(part[i+1])) && unicode.IsDigit(rune(part[i-1])) {
		return "", "", false
	}
	return part[:i], strings.TrimSpace(part[i+1:]), true
}

// labelSuffix finds the longest label that a text ends with: "Registro presenze del corso".
func (l *Lexicon) labelSuffix(name string) (Field, bool) {
	words := strings.Fields(withoutBrackets(name))
	for from := max(len(words)-6, 0); from < len(words); from++ {
		if field, ok := l.labelName(strings.Join(words[from:], " ")); ok {
			return field, true
		}
	}
	return l.countedLabel(name)
}

// bareLabel reads a label without a colon: "Edizione 2", "Corso “La rete”", "dal 12 al 14/3/2017".
func (l *Lexicon) bareLabel(part string) (Field, string) {
	words := strings.Fields(part)
	if len(words) < 2 {
		return None, ""
	}
	lower := strings.ToLower(part)
	if strings.HasPrefix(lower, "dal ") && countDigits(part) >= 2 && looksDate(lower) {
		return Period, part
	}
	for n := min(len(words)-1, 4); n > 0; n-- {
		field, ok := l.labelName(strings.Join(words[:n], " "))
		if !ok {
			continue
		}
		rest := strings.Join(words[n:], " ")
		switch field {
		case StartDate, Period:
			if p := periodInText.FindString(part); p != "" && rest[0] >= '0' && rest[0] <= '9' {
				return Period, p
			}
		case Edition:
			if len(words)-n <= 3 && (countDigits(rest) > 0 || isOrdinal(strings.ToLower(words[n])) || len(rest) == 1) {
				return field, rest
			}
		case CourseTitle:
			if strings.ContainsAny(rest[:min(len(rest), 3)], "\"“«'") {
				return field, rest
			}
			if len(tokens(rest)) == 1 && countDigits(rest) > 0 {
				return CourseCode, rest
			}
			return field, part
		case CourseCode, HoursPlanned:
			if countDigits(rest) > 0 && len(words)-n <= 2 {
				return field, rest
			}
		case Partner, Area, Month:
			return field, rest
		}
	}
	return None, ""
}

// sheetLabel reads the name of a sheet: a month, a course's code or its title.
func (l *Lexicon) sheetLabel(name string) (Label, bool) {
	value := workbook.Cell{Kind: workbook.Text, Text: strings.TrimSpace(name)}
	if month, _ := l.monthIn(name); month > 0 {
		return Label{Field: Month, Value: value}, true
	}
	if l.generic(name) {
		return Label{}, false
	}
	if words := strings.Fields(name); len(words) <= 2 && countDigits(name) > 0 && len(name) <= 16 && !levelOf(words) {
		return Label{Field: CourseCode, Value: value}, true
	}
	return Label{Field: CourseTitle, Value: value}, true
}

// levelOf says whether the second of two words only tells the level of the first: "Lingua (L2)", "Italiano A1".
func levelOf(words []string) bool {
	if len(words) != 2 || len(words[0]) < 5 || countDigits(words[0]) > 0 || strings.ContainsAny(words[0], "-_/") {
		return false
	}
	return isLevel(words[1])
}

// generic says whether a text has only words that say nothing about a course: "Elenco corsisti 2017".
func (l *Lexicon) generic(text string) bool {
	for _, w := range tokens(text) {
		if l.small[w] || asYear(w) > 0 {
			continue
		}
		if !l.sheets[w] && !l.sheets[key(l.fold(w))] && countDigits(w) < len(w) && len(w) > 1 {
			return false
		}
	}
	return true
}
