package register

import (
	"strings"
	"unicode/utf8"

	"formare/internal/finding"
	"formare/internal/workbook"
)

// take decides what a row under a header is, and gives it to the sink if it is data. Whatever holds
// something and is not data is told in a finding.
func (t *reader) take(l *line) error {
	cells := l.within(t.first, t.last)
	t.hold(l)
	t.beside(l)
	t.gap = l.number - t.lastNumber - 1
	filled, only := 0, (*workbook.Cell)(nil)
	for i := range cells {
		if !blank(&cells[i]) {
			filled++
			only = &cells[i]
		}
	}
	if filled == 0 {
		return nil
	}
	t.lastNumber = l.number
	switch {
	case t.isExample(cells):
		t.r.rowFinding(finding.RowExample, l, only)
	case t.isHeader(cells, filled):
		t.r.rowFinding(finding.RowNotData, l, only)
	case t.isData(l, cells, filled):
		return t.emit(l)
	default:
		t.broken = true
		t.notData(l, cells, filled, only)
	}
	return nil
}

// isHeader says whether a row repeats the table's header, as on printed pages.
func (t *reader) isHeader(cells []workbook.Cell, filled int) bool {
	for _, texts := range t.headers {
		same := 0
		for i := range cells {
			if cells[i].Kind != workbook.Text {
				continue
			}
			if head := texts[cells[i].Col]; head != "" && strings.EqualFold(head, headText(&cells[i])) {
				same++
			}
		}
		if same >= 2 && same*10 >= filled*6 || same == 1 && filled == 1 && len(texts) == 1 {
			return true
		}
	}
	return false
}

// repeats says whether a row is, cell by cell, one of the header's rows again.
func (t *reader) repeats(l *line) bool {
	cells := l.within(t.first, t.last)
	for _, texts := range t.headers {
		same, other := 0, 0
		for i := range cells {
			if blank(&cells[i]) {
				continue
			}
			head := texts[cells[i].Col]
			if head == "" || !strings.EqualFold(head, headText(&cells[i])) {
				other++
				break
			}
			same++
		}
		if same >= 2 && other == 0 && same == len(texts) {
			return true
		}
	}
	return false
}

// isExample says whether a row is the template's own: it says so.
func (t *reader) isExample(cells []workbook.Cell) bool {
	first := true
	for i := range cells {
		c := &cells[i]
		if blank(c) || c.Kind != workbook.Text {
			continue
		}
		if len(c.Text) <= 80 && speaksOfExamples(c.Text) && !strings.Contains(c.Text, "@") {
			text := strings.ToLower(strings.TrimSpace(c.Text))
			if first && (strings.HasPrefix(text, "es.") || strings.HasPrefix(text, "es:")) {
				return true
			}
			words := tokens(c.Text)
			for _, phrase := range t.r.lex.rows["example"] {
				if len(phrase) > 0 && len(phrase[0]) > 2 && lastRun(words, phrase) >= 0 && t.exampleAt(c, words, phrase) {
					return true
				}
			}
			if strings.HasPrefix(text, "xxxxxx00") {
				return true
			}
		}
		first = false
	}
	return false
}

// speaksOfExamples is a quick look, before a text is taken apart: most have none of these letters.
func speaksOfExamples(t string) bool {
	for i := 0; i+1 < len(t); i++ {
		switch t[i] | 0x20 {
		case 'e':
			if next := t[i+1] | 0x20; next == 's' || next == 'x' {
				return true
			}
		case 'f', 's', 'x':
			if next := t[i+1] | 0x20; next == 'a' || next == 'x' {
				return true
			}
		}
	}
	return false
}

// exampleAt keeps titles of courses that speak of examples from being taken for the template's row.
func (t *reader) exampleAt(c *workbook.Cell, words, phrase []string) bool {
	for i, col := range t.table.Columns {
		if col.Col == c.Col && (col.Field == CourseTitle || col.Field == Note || col.Field == Service) {
			return len(words) == len(phrase) && i >= 0
		}
	}
	return true
}

// isData says whether a row is one of the table's.
func (t *reader) isData(l *line, cells []workbook.Cell, filled int) bool {
	identity, names, cf := t.identityOf(l)
	if cf {
		return true
	}
	if t.begins(cells, "total") && t.totalLike(l, filled) {
		return false
	}
	if filled <= 3 && (t.begins(cells, "signature") || t.begins(cells, "note")) && !t.sureData(l, filled) {
		return false
	}
	if (t.gap > 0 || t.detached) && filled*2 <= t.fill && t.fill >= 4 && !t.typedCell(l) {
		t.detached = true
		return false // a small list or a remark below the table
	}
	if identity == 0 {
		return t.dataWithoutIdentity(l, cells, filled)
	}
	if filled == 1 {
		return t.loneIdentity(l, cells, names)
	}
	if filled == 2 && t.fill >= 5 && t.gap > 0 && !t.sureData(l, filled) {
		return names && t.othersFit(l)
	}
	if t.table.Subject == Courses && filled <= 2 && t.fill >= 5 {
		return t.othersFit(l)
	}
	return true
}

// typedCell says whether a cell stands in a column of days, hours or the like and is of that kind.
func (t *reader) typedCell(l *line) bool {
	for _, c := range t.table.Columns {
		var s shape
		if cell := l.at(c.Col); !blank(cell) {
			s.measure(cell, t.r.opt.IsComune)
		}
		switch c.Field {
		case BirthDate, StartDate, EndDate:
			if s.dates > 0 {
				return true
			}
		case HoursAttended, HoursPlanned, HoursDelivered, ShareAttended, Ordinal:
			if s.number > 0 {
				return true
			}
		case Gender, Email, Comune:
			if s.gender+s.email+s.comune > 0 {
				return true
			}
		case Session:
			if s.mark+s.number+s.yesNo > 0 {
				return true
			}
		}
	}
	return false
}

// identityOf counts the cells that say who a row is about; whether they look like names; and whether
// there is a codice fiscale, which settles it.
func (t *reader) identityOf(l *line) (count int, names, cf bool) {
	names = true
	for _, i := range t.identity {
		c := l.at(t.table.Columns[i].Col)
		if blank(c) {
			continue
		}
		count++
		text := strings.TrimSpace(c.Text)
		switch t.table.Columns[i].Field {
		case CodiceFiscale:
			cf = cf || c.Kind == workbook.Text && looksCF(text)
		case Surname, GivenName, FullName:
			words := strings.Fields(text)
			names = names && c.Kind == workbook.Text && looksName(words) && len(words) <= 5
		}
	}
	return count, names, cf
}

// sureData says whether a row has what only a data row has: a day, or nearly as many cells as others.
func (t *reader) sureData(l *line, filled int) bool {
	if t.fill > 2 && filled*10 >= t.fill*7 {
		return true
	}
	for _, f := range []Field{BirthDate, GivenName} {
		if i, ok := t.byField[f]; ok && !blank(l.at(t.table.Columns[i].Col)) {
			return true
		}
	}
	return false
}

// totalLike says whether a row that begins with a total's word can be one: it names nobody.
func (t *reader) totalLike(l *line, filled int) bool {
	for _, f := range []Field{GivenName, BirthDate, Gender, Email, StartDate} {
		if i, ok := t.byField[f]; ok {
			if c := l.at(t.table.Columns[i].Col); !blank(c) && (c.Kind == workbook.Text || c.Kind == workbook.Date) {
				return false
			}
		}
	}
	return true
}

// begins says whether one of a row's texts begins with the words of a kind of row that is no data. A
// single word that could be a surname must stand alone.
func (t *reader) begins(cells []workbook.Cell, kind string) bool {
	for i := range cells {
		if blank(&cells[i]) || cells[i].Kind != workbook.Text {
			continue
		}
		text := strings.TrimLeft(cells[i].Text, " \t\n\"'(*-•")
		if kind == "note" && strings.HasPrefix(strings.TrimSpace(cells[i].Text), "*") {
			return true
		}
		if text == "" || !t.r.lex.starts[kind][strings.ToLower(text[:1])] {
			continue
		}
		words := tokens(text)
		for _, phrase := range t.r.lex.rows[kind] {
			if len(words) < len(phrase) || lastRun(words[:len(phrase)], phrase) != 0 {
				continue
			}
			if len(words) == len(phrase) || len(phrase) > 1 || strings.HasPrefix(phrase[0], "tot") || strings.Contains(cells[i].Text, ":") || onlyNumbers(words[len(phrase):]) || kind == "note" && len(words) > 3 || kind == "signature" && len(words) > 1 {
				return true
			}
		}
	}
	return false
}

func onlyNumbers(words []string) bool {
	for _, w := range words {
		if countDigits(w) != len(w) && w != "ore" && w != "h" && w != "n" {
			return false
		}
	}
	return true
}

// dataWithoutIdentity decides on rows that name nobody. A row that holds several values of its own is
// kept, so that what is missing in it is told where it is missing.
func (t *reader) dataWithoutIdentity(l *line, cells []workbook.Cell, filled int) bool {
	values, texts := 0, 0
	for i, c := range t.table.Columns {
		cell := l.at(c.Col)
		if blank(cell) || c.Field == Ordinal || c.Field == Note {
			continue
		}
		if cell.Formula && (cell.Num == 0 && cell.Text == "") {
			continue // a formula prepared for rows that were never filled in
		}
		if m, ok := l.rangeAt(c.Col); ok && m.FirstRow != m.LastRow && t.held[i].lastRow == m.LastRow && m.LastRow-m.FirstRow > 0 && m.FirstRow < l.number {
			continue
		}
		if m, ok := l.rangeAt(c.Col); ok && m.LastCol-m.FirstCol >= 2 {
			continue // a title
		}
		values++
		if cell.Kind == workbook.Text || cell.Kind == workbook.Date {
			texts++
		}
	}
	if t.table.Subject == People {
		for _, f := range []Field{CourseTitle, CourseCode} {
			if i, ok := t.byField[f]; ok && values >= 2 && !blank(l.at(t.table.Columns[i].Col)) && t.rows > 0 && l.number == t.aboveNumber+1 {
				return true // a further course of the person above
			}
		}
	}
	return values >= 2 && texts > 0 && (t.gap == 0 || values*2 >= t.fill)
}

// loneIdentity decides on a row that holds a name and nothing else.
func (t *reader) loneIdentity(l *line, cells []workbook.Cell, names bool) bool {
	for i := range cells {
		c := &cells[i]
		if blank(c) {
			continue
		}
		if m, ok := l.rangeAt(c.Col); ok && m.LastCol > m.FirstCol {
			return false
		}
		if t.table.Subject == Courses {
			return len(t.table.Columns) <= 2
		}
		if len(t.r.lex.readLabels(l, cells)) > 0 {
			return false
		}
		words := strings.Fields(c.Text)
		alone := t.gap == 0 && (len(words) >= 2 || t.fill <= 2)
		return names && alone && len(words) <= 4 || t.fill <= 1 && names
	}
	return false
}

// othersFit says whether the cells beside the name are of the kind that their columns have.
func (t *reader) othersFit(l *line) bool {
	for _, c := range t.table.Columns {
		cell := l.at(c.Col)
		if blank(cell) {
			continue
		}
		var s shape
		s.measure(cell, nil)
		switch c.Field {
		case BirthDate, StartDate, EndDate:
			if s.dates == 0 {
				return false
			}
		case HoursAttended, HoursPlanned, HoursDelivered, Ordinal:
			if s.number == 0 {
				return false
			}
		case Role, Service, Note, None, ignored, Venue, Area, Status:
			if t.gap > 0 {
				return false
			}
		}
	}
	return true
}

// notData keeps what a row that is no data says, or tells of it.
func (t *reader) notData(l *line, cells []workbook.Cell, filled int, only *workbook.Cell) {
	if t.onlyOrdinal(l) {
		return
	}
	isTotal := t.begins(cells, "total") || t.begins(cells, "signature") || t.begins(cells, "note")
	if !isTotal && t.r.bannerLabels(l, cells) {
		return
	}
	if !isTotal && filled == 1 && t.titleRow(l, only) {
		t.r.labels.newCourse()
		t.r.labels.put(Label{Field: CourseTitle, Value: *only, Row: l.number})
		return
	}
	t.r.rowFinding(finding.RowNotData, l, only)
}

// titleRow says whether a text over several columns of a table of people names the course of the rows
// below it: no column does, and a row with a name follows.
func (t *reader) titleRow(l *line, c *workbook.Cell) bool {
	if t.table.Subject != People || c.Kind != workbook.Text || utf8.RuneCountInString(c.Text) > 150 {
		return false
	}
	_, title := t.byField[CourseTitle]
	_, code := t.byField[CourseCode]
	m, merged := l.rangeAt(c.Col)
	wide := merged && m.LastCol-m.FirstCol >= 2
	next := t.r.window.from(1)
	return !title && !code && (wide || c.Col == t.first) && next != nil && next.number <= l.number+2 && t.hasIdentity(next)
}

// onlyOrdinal says whether nothing stands in a row but its number, or formulas without a result.
func (t *reader) onlyOrdinal(l *line) bool {
	for i, c := range t.table.Columns {
		cell := l.at(c.Col)
		if blank(cell) || c.Field == Ordinal && looksNumber(textOf(cell)) || cell.Formula && cell.Num == 0 && cell.Text == "" {
			continue
		}
		if m, ok := l.rangeAt(c.Col); ok && m.FirstRow < l.number && t.held[i].lastRow == m.LastRow {
			continue
		}
		return false
	}
	return true
}
