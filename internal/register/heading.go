package register

import (
	"regexp"
	"strings"
	"unicode"

	"formare/internal/workbook"
)

// Lines above a table often tell of the course without a label: its code and title, its title in
// quotation marks, its days and hours at the end of the sentence.

var (
	codeThenTitle = regexp.MustCompile(`^(\p{Lu}{1,8}[-_/.]?\d{1,5}(?:[-_/.][\p{Lu}\d]{1,6}){0,3})(\s*[-–—:]\s+|\s+)(\S.*)$`)
	periodInText  = regexp.MustCompile(`(?i)\bdal(?:l')?\s*\d{1,2}[\p{L}\d/.\- ]{0,20}?\bal(?:l')?\s*\d{1,2}(?:[/.\-]\d{1,2}[/.\-]\d{2,4}|\s+\p{L}+(?:\s+\d{4})?)`)
	dayInText     = regexp.MustCompile(`\b\d{1,2}(?:[/.\-]\d{1,2}[/.\-]\d{2,4}|°?\s+\p{L}{3,9}\s+\d{4})\b`)
	hoursInText   = regexp.MustCompile(`(?i)\b(?:(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:ore|h)|(?:ore|h)[\s:.]*(\d{1,3}(?:[.,]\d{1,2})?))\b`)
	enumeration   = regexp.MustCompile(`^\d{1,2}\s*[).]\s+`)
	durationText  = regexp.MustCompile(`(?i)^\(?(?:(?:ore|h)\.?\s*\d{1,2}(?:[.,:]\d{1,2})?|\d{1,2}(?:[.,:]\d{1,2})?\s*(?:ore|h)\.?)\)?$`)
	codeInBracket = regexp.MustCompile(`^(.{8,120}?)\s*\((\p{Lu}{1,6}[-_/.]?\d{1,4}\p{Lu}?)\)$`)
	codeAtItsEnd  = regexp.MustCompile(`\s+(\p{Lu}{1,8}[-_/.]?\d{1,5}(?:[-_/.][\p{Lu}\d]{1,6}){0,3})\s*[-–—:]?\s*$`)
	lastBracket   = regexp.MustCompile(`\s*\([^()]*\d[^()]*\)\s*$`)
)

// cutQuoted parts a text around its first words in quotation marks, if those can be a title.
func cutQuoted(text string) (before, quoted, after string, ok bool) {
	open := strings.IndexAny(text, "\"“«„")
	if open < 0 {
		return "", "", "", false
	}
	size := len(string([]rune(text[open:])[:1]))
	rest := text[open+size:]
	end := strings.IndexAny(rest, "\"”»“")
	if end < 0 || !titleLike(rest[:end]) {
		return "", "", "", false
	}
	size = len(string([]rune(rest[end:])[:1]))
	return text[:open], strings.TrimSpace(rest[:end]), rest[end+size:], true
}

// titleLike says whether a text has the words of a title: two of them with letters, or a long one.
func titleLike(text string) bool {
	words, letters := 0, 0
	for _, w := range strings.Fields(text) {
		n := 0
		for _, r := range w {
			if unicode.IsLetter(r) {
				n++
			}
		}
		letters += n
		if n >= 3 {
			words++
		}
	}
	return words >= 2 && letters >= 8 || words == 1 && letters >= 9
}

// cutCode parts "ALFA-07 – Titolo del corso" into code and title.
func cutCode(text string) (code, title string, ok bool) {
	m := codeThenTitle.FindStringSubmatch(text)
	if m == nil || !titleLike(m[3]) {
		return "", "", false
	}
	apart := strings.TrimSpace(m[2]) != ""
	if formalCode(m[1], m[3]) || len(m[1]) < 3 && (!apart || isLevel(m[1])) || !apart && (len(m[1]) < 4 || !strings.ContainsAny(m[1], "-_/.")) {
		return "", "", false
	}
	return m[1], m[3], true
}

// isLevel says whether a text is a level of a language, not a code: "A1", "B2", "L2".
func isLevel(text string) bool {
	switch strings.ToUpper(strings.Trim(text, "()[].,")) {
	case "L1", "L2", "A0", "A1", "A2", "B1", "B2", "C1", "C2":
		return true
	}
	return false
}

// cutBracketed parts "Formazione dei volontari (P6)" into title and code.
func cutBracketed(text string) (code, title string, ok bool) {
	m := codeInBracket.FindStringSubmatch(text)
	if m == nil || isLevel(m[2]) || !titleLike(m[1]) || formalCode(m[2], m[1]) {
		return "", "", false
	}
	return m[2], m[1], true
}

// formalCode says whether what looks like a code with a title numbers an annex, an objective, an act or a
// project instead of a course.
func formalCode(code, title string) bool {
	switch strings.TrimRight(code, "0123456789-_/.") {
	case "ALL", "ALLEG", "ALLEGATO", "OS", "ON", "OB", "OBS", "PROG", "PRJ", "PROGETTO", "AZIONE", "ART", "DGR", "DD", "DPR", "DL", "DM", "CUP", "CIG", "PROT", "WP", "TAB", "FAMI", "FSE", "POR", "PON":
		return true
	}
	words := tokens(title)
	if len(words) == 0 {
		return true
	}
	switch words[0] {
	case "elenco", "registro", "scheda", "foglio", "partecipanti", "presenze", "iscritti", "modulo", "allegato", "lista", "riepilogo":
		return true
	}
	return false
}

// speaksOfCourse says whether the words before a title in quotation marks speak of one: a school, a
// cooperative or a project has its name in quotation marks as well.
func speaksOfCourse(before string) bool {
	for _, w := range tokens(before) {
		switch w {
		case "titolo", "titolato", "intitolato", "corso", "seminario", "incontro", "evento", "laboratorio", "workshop", "giornata", "percorso", "lezione", "convegno", "intervento", "attivita", "formazione", "course", "training", "seminar":
			return true
		}
	}
	return false
}

// quotedCourse reads a title in quotation marks after a word for a course, and what the rest of the
// sentence tells: 'Partecipanti al seminario "La rete" del 12 maggio 2017 - durata 6 ore'.
func (l *Lexicon) quotedCourse(text string, row, col int) []Label {
	before, title, after, ok := cutQuoted(text)
	if !ok {
		return nil
	}
	if strings.TrimSpace(before) == "" {
		if out := l.withDetails([]Label{l.textLabel(CourseTitle, title, row, col)}, after, row, col); len(out) > 1 {
			return out
		}
		return nil
	}
	code := ""
	if m := codeAtItsEnd.FindStringSubmatchIndex(before); m != nil && !isLevel(before[m[2]:m[3]]) {
		before, code = before[:m[0]], before[m[2]:m[3]]
	}
	if field, known := l.labelSuffix(strings.TrimRight(before, " :")); !known || field != CourseTitle {
		return nil
	}
	out := l.withKind([]Label{l.textLabel(CourseTitle, title, row, col)}, before, row, col)
	if code != "" {
		out = append(out, l.textLabel(CourseCode, code, row, col))
	}
	for _, label := range l.labelsInText(strings.TrimLeft(after, " ,;-–—"), row, col) {
		if label.Field != CourseTitle {
			out = append(out, label)
		}
	}
	return l.withDetails(out, after, row, col)
}

// codedCourse reads a course's code and title behind a word for a course: "Corso A-12 – La rete (10 ore)".
func (l *Lexicon) codedCourse(text string, row, col int) []Label {
	words := strings.Fields(text)
	if len(words) < 4 {
		return nil
	}
	for n := 1; n <= 2; n++ {
		field, ok := l.labelName(strings.Join(words[:n], " "))
		if !ok || field != CourseTitle && field != CourseCode {
			continue
		}
		if code, title, ok := cutCode(strings.Join(words[n:], " ")); ok && !l.holdsLabel(title) {
			return l.courseOf(code, title, row, col)
		}
	}
	return nil
}

// holdsLabel says whether a text has a label of its own in it: then it is no title.
func (l *Lexicon) holdsLabel(text string) bool {
	name, _, colon := cutLabel(text)
	if !colon {
		return false
	}
	_, known := l.labelSuffix(name)
	return known
}

// unlabelledCourse reads a line that names a course without a word that says so: a code with a title,
// or a title in quotation marks. It is weaker than any label.
func (l *Lexicon) unlabelledCourse(text string, row, col int) []Label {
	if code, title, ok := cutCode(text); ok && !l.holdsLabel(title) {
		return l.courseOf(code, title, row, col)
	}
	if code, title, ok := cutBracketed(text); ok && !l.holdsLabel(title) {
		return l.courseOf(code, title, row, col)
	}
	before, title, after, ok := cutQuoted(text)
	if !ok || strings.TrimSpace(before) != "" && !speaksOfCourse(before) {
		return nil
	}
	return l.withDetails(l.withKind([]Label{l.textLabel(CourseTitle, title, row, col)}, before, row, col), after, row, col)
}

// courseOf makes the labels of a code and a title that may have days and hours in brackets at its end.
func (l *Lexicon) courseOf(code, title string, row, col int) []Label {
	details := ""
	if at := lastBracket.FindStringIndex(title); at != nil {
		if bracket := title[at[0]:]; hoursInText.MatchString(bracket) || dayIn(bracket, l.months) {
			title, details = title[:at[0]], bracket
		}
	}
	title, behind := l.factsAfter(title, row, col)
	out := []Label{l.textLabel(CourseCode, code, row, col), l.textLabel(CourseTitle, strings.Trim(title, " \"“”«»-–"), row, col)}
	for _, fact := range behind {
		if fact.Field != CourseCode {
			out = append(out, fact)
		}
	}
	return l.withDetails(out, details, row, col)
}

// details takes days and hours in brackets, and a number before it, off a course's title.
func (l *Lexicon) details(found []Label) []Label {
	for i := range found {
		if found[i].Field != CourseTitle || found[i].Value.Kind != workbook.Text {
			continue
		}
		title, bracket := found[i].Value.Text, ""
		if code, rest, ok := cutCode(title); ok && !tells(found, CourseCode) {
			found = append(found, l.textLabel(CourseCode, code, found[i].Row, found[i].Value.Col))
			title = strings.Trim(rest, " \"“”«»-–")
			found[i].Value.Text = title
		}
		if at := lastBracket.FindStringIndex(title); at != nil {
			if in := title[at[0]:]; hoursInText.MatchString(in) || dayIn(in, l.months) {
				title, bracket = title[:at[0]], in
			}
		}
		title, behind := l.factsBehind(title, found[i].Row, found[i].Value.Col)
		if bare := enumeration.ReplaceAllString(title, ""); titleLike(bare) {
			title = bare
		}
		if title == found[i].Value.Text || !titleLike(title) {
			return found
		}
		found[i].Value.Text = title
		row, col := found[i].Row, found[i].Value.Col
		for _, fact := range behind {
			if !tells(found, fact.Field) {
				found = append(found, fact)
			}
		}
		return l.withDetails(found, bracket, row, col)
	}
	return found
}

// withDetails adds the days and hours that a text tells, where no label did.
func (l *Lexicon) withDetails(out []Label, text string, row, col int) []Label {
	has := fieldSet{}
	for _, label := range out {
		has[label.Field] = true
	}
	if !has[Period] && !has[StartDate] {
		if p := periodInText.FindString(text); p != "" {
			out = append(out, l.textLabel(Period, p, row, col))
		} else if d := dayInText.FindString(text); d != "" && dayIn(d, l.months) {
			out = append(out, l.textLabel(StartDate, d, row, col))
		}
	}
	if m := eachSession.FindStringSubmatch(text); m != nil {
		if !has[SessionHours] {
			out = append(out, l.textLabel(SessionHours, m[1]+m[2]+m[3]+" ore", row, col))
		}
		text = strings.Replace(text, m[0], " ", 1)
	}
	if m := hoursInText.FindStringSubmatch(clockTimes.ReplaceAllString(text, " ")); m != nil && !has[HoursPlanned] && !has[HoursDelivered] {
		out = append(out, l.textLabel(HoursPlanned, m[1]+m[2], row, col))
	}
	return out
}

func (l *Lexicon) textLabel(f Field, text string, row, col int) Label {
	return Label{Field: f, Value: workbook.Cell{Kind: workbook.Text, Col: col, Text: text}, Row: row}
}

// noteHeading keeps what an unlabelled line tells of a course, for a table that nothing else names.
func (r *recogniser) noteHeading(l *line, cells []workbook.Cell) {
	for i := range cells {
		if cells[i].Kind != workbook.Text {
			continue
		}
		if found := r.lex.unlabelledCourse(textOf(&cells[i]), l.number, cells[i].Col); len(found) > 0 {
			r.heading = found
			return
		}
		if found := r.titledLine(textOf(&cells[i]), l.number, cells[i].Col); len(found) > 0 {
			r.heading = found
			return
		}
	}
}

// useHeading lets the last unlabelled line name the course of a table that neither a column nor a label
// names.
func (r *recogniser) useHeading(d *decision) {
	found := r.heading
	r.heading = nil
	defer func() { r.titles = r.titles[:0] }()
	if d.subject != People || d.has(CourseTitle) || d.has(CourseCode) || r.labels.has(CourseTitle) {
		return
	}
	if r.labels.has(CourseCode) {
		found = r.plainTitle(d)
	}
	if len(found) > 0 && found[0].Field == CourseTitle && r.labels.named() {
		return // a sheet's name says more than words in quotation marks
	}
	if len(found) == 0 && !r.labels.named() {
		found = r.plainTitle(d)
	}
	for _, label := range found {
		if !r.labels.has(label.Field) {
			r.labels.put(label)
		}
	}
}

// useCourseRow takes a list of one course right above a list of people for labels of it: names in one
// row, values in the next.
func (r *recogniser) useCourseRow(d *decision) {
	if len(r.active) != 1 || d.subject != People || d.has(CourseTitle) || d.has(CourseCode) {
		return
	}
	t := r.active[0]
	if t.table.Subject != Courses || t.rows != 1 || r.labels.has(CourseTitle) || r.labels.has(CourseCode) {
		return
	}
	fields := courseFields()
	for i, c := range t.table.Columns {
		if fields[c.Field] && t.above[i].Kind != workbook.Empty {
			r.labels.put(Label{Field: c.Field, Value: t.above[i], Row: t.aboveNumber})
		}
	}
}
