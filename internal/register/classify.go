package register

import (
	"strings"

	"formare/internal/finding"
	"formare/internal/workbook"
)

// take decides what a row under a header is, and gives it to the sink if it is data. Whatever holds
// something and is not data is told in a finding.
func (t *reader) take(l *line) error {
	cells := l.within(t.first, t.last)
	t.hold(l)
	if !t.table.Across {
		t.beside(l)
	}
	t.gap = l.number - t.lastNumber - 1
	if t.gap > 0 && t.foreign != l.number {
		t.foreign = 0
	}
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
	case t.others:
		t.tell(finding.RowNotData, l, only)
	case t.isExample(cells):
		t.tell(finding.RowExample, l, only)
	case t.isHeader(cells, filled):
		t.tell(finding.RowNotData, l, only)
	case t.isData(l, cells, filled):
		return t.emit(l)
	default:
		t.broken = true
		t.signed = t.signed || t.begins(cells, "signature")
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

// isData says whether a row is one of the table's.
func (t *reader) isData(l *line, cells []workbook.Cell, filled int) bool {
	identity, names, cf := t.identityOf(l)
	if cf {
		return true
	}
	if t.namesNothing(l) || t.foreign > 0 && !(names && identity > 0 && t.fill >= 4 && filled*10 >= t.fill*8) {
		return false
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
	if t.isPairs(l) {
		return false
	}
	if t.signed && filled*2 <= len(t.table.Columns) && filled <= 2 {
		return false // who signs
	}
	if identity == 0 && t.hoursOfDays(l) {
		return false
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

// notData keeps what a row that is no data says, or tells of it.
func (t *reader) notData(l *line, cells []workbook.Cell, filled int, only *workbook.Cell) {
	if t.onlyOrdinal(l) {
		return
	}
	if filled == 1 && t.begins(cells, "note") {
		t.foreign = l.number // a legend
	}
	isTotal := t.begins(cells, "total") || t.begins(cells, "signature") || t.begins(cells, "note")
	if t.table.Across {
		t.tell(finding.RowNotData, l, only)
		return
	}
	if !isTotal && filled == 1 && t.titleWithDetails(l, only) && t.useTitle(t.titleLabels(l, only)) {
		return
	}
	if !isTotal && filled == 1 && t.titleRow(l, only) && !t.namesCourse() && t.useTitle(t.r.titledLine(textOf(only), l.number, only.Col)) {
		return
	}
	if !isTotal && t.foreign != l.number && t.r.bannerLabels(t.labels, l, cells) {
		return
	}
	if !isTotal && filled == 1 && t.titleRow(l, only) && t.useTitle(t.titleLabels(l, only)) {
		return
	}
	if filled == 1 {
		t.r.notePlain(l, only)
	}
	t.tell(finding.RowNotData, l, only)
}

// namesCourse says whether a column names the course of each row.
func (t *reader) namesCourse() bool {
	_, title := t.byField[CourseTitle]
	_, code := t.byField[CourseCode]
	return title || code
}

// titleWithDetails says whether a line above further people begins with a title and goes on with hours or days:
// "SPORTELLO E ASCOLTO - 20 settembre 2017 - h 6". Its details alone would leave the title unread.
func (t *reader) titleWithDetails(l *line, c *workbook.Cell) bool {
	if c == nil || !t.titleRow(l, c) {
		return false
	}
	text := textOf(c)
	at := strings.IndexAny(text, "-–—(,;")
	if at < 0 || strings.Contains(text, ":") {
		return false
	}
	head := strings.TrimSpace(text[:at])
	kind := t.r.lex.titleKind(head)
	first := strings.Fields(head + " -")[0]
	if _, label := t.r.lex.labelName(first); label || t.r.lex.knows(first) {
		return false // "Corso ALFA-12 – Accoglienza": the labels' own ways know more
	}
	return dayIn(text[at:], t.r.lex.months) && len(strings.Fields(head)) >= 2 && countDigits(head) == 0 && !t.r.lex.knows(head) &&
		countDigits(text[at:]) > 0 && kind == "service" // which has no days of its own
}
