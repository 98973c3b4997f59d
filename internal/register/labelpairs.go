package register

import (
	"strings"

	"formare/internal/workbook"
)

// pairs says whether a row holds labels with their values beside them, as in the block of data above a
// table: "Titolo | La rete | Ore | 20". A header might alternate by chance; then its words are short and
// the row under it does not do the same.
func (r *recogniser) pairs(l, below *line) bool {
	n, values := r.lex.pairsIn(l)
	if n == 0 {
		return false
	}
	if values > 0 {
		return true
	}
	if below == nil || below.number > l.number+2 {
		return false
	}
	more, _ := r.lex.pairsIn(below)
	return more > 0
}

// pairsIn counts the labels of a row that does nothing but alternate labels and values, and how many of
// the values no header could be.
func (l *Lexicon) pairsIn(row *line) (labels, values int) {
	value := false
	for i := range row.cells {
		c := &row.cells[i]
		if blank(c) {
			continue
		}
		text := textOf(c)
		_, named := l.labelName(text)
		if c.Kind != workbook.Text {
			named = false
		}
		if named == value {
			return 0, 0
		}
		if value {
			if c.Kind != workbook.Text || countDigits(text) > 0 || len(strings.Fields(text)) > 5 {
				values++
			}
		} else {
			labels++
		}
		value = !value
	}
	if value {
		return 0, 0
	}
	return labels, values
}

// isPairs says whether a row inside a table does nothing but alternate labels and values, where a row of
// the table would have its number, or apart from the rows above.
func (t *reader) isPairs(l *line) bool {
	first := -1
	for i := range l.cells {
		if !blank(&l.cells[i]) {
			first = i
			break
		}
	}
	if first < 0 || l.cells[first].Kind != workbook.Text {
		return false
	}
	ordinal := false
	for _, c := range t.table.Columns {
		ordinal = ordinal || c.Field == Ordinal && c.Col == l.cells[first].Col
	}
	if !ordinal && t.gap == 0 && !strings.HasSuffix(strings.TrimSpace(l.cells[first].Text), ":") {
		return false
	}
	labels, _ := t.r.lex.pairsIn(l)
	return labels > 0
}

// labelsWithFigures says whether a row is nothing but labels of a course's days, hours or code, each with a value that
// has figures in it.
func (l *Lexicon) labelsWithFigures(row *line) bool {
	found, rest := l.labelsAndRest(row, row.cells)
	if len(found) == 0 || rest != nil || countFilled(row, 1, 1<<30) != 2*len(found) {
		return false
	}
	for i := range found {
		switch found[i].Field {
		case StartDate, EndDate, Period, HoursPlanned, CourseCode, Edition:
			if countDigits(textOf(&found[i].Value)) == 0 {
				return false
			}
		default:
			return false
		}
	}
	return true
}
