package register

import (
	"slices"
	"strings"

	"formare/internal/finding"
	"formare/internal/workbook"
)

// noteAbreast keeps a row that has nothing but texts like titles, apart from each other: those of courses whose
// tables stand side by side below it. It says whether the row is one.
func (r *recogniser) noteAbreast(l *line) bool {
	var found []Label
	sure := false
	for i := range l.cells {
		c := &l.cells[i]
		if blank(c) {
			continue
		}
		text := textOf(c)
		sure = sure || r.titleText(text)
		if c.Kind != workbook.Text || !titleLike(text) || r.lex.titleKind(text) == "others" || r.lex.generic(text) || countDigits(text) > 4 || len(found) > 0 && c.Col < found[len(found)-1].Value.Col+2 {
			return false
		}
		found = append(found, r.lex.textLabel(CourseTitle, strings.TrimSpace(text), l.number, c.Col))
	}
	if len(found) < 2 || !sure {
		return false
	}
	r.tellAbreast()
	r.abreast = found
	return true
}

// tellAbreast tells of a row of titles that named no tables.
func (r *recogniser) tellAbreast() {
	if len(r.abreast) > 0 {
		first := r.abreast[0]
		r.passedOver(finding.Finding{Sheet: r.sheet.Name, Row: first.Row, Cell: workbook.Address(first.Row, first.Value.Col), Rule: finding.RowNotData})
	}
	r.abreast = nil
}

// titlesOver takes the titles that stand in the header itself, each merged over all columns of one of several
// tables, out of their columns' names.
func (r *recogniser) titlesOver(parts [][]headColumn, row int) []Label {
	if len(parts) < 2 {
		return nil
	}
	var out []Label
	for _, part := range parts {
		title := part[0].top()
		if title == nil || title.Kind != workbook.Text || !titleLike(textOf(title)) || r.lex.knows(textOf(title)) || r.lex.generic(textOf(title)) || r.lex.titleKind(textOf(title)) == "others" {
			return nil
		}
		for i := range part {
			if top := part[i].top(); top != title && (top != nil || len(part[i].path) > 0) {
				return nil
			}
		}
		out = append(out, r.lex.details([]Label{r.lex.textLabel(CourseTitle, strings.TrimSpace(textOf(title)), row, title.Col)})...)
	}
	if !slices.ContainsFunc(out[1:], func(l Label) bool { return l.Field == CourseTitle && l.Value.Text != out[0].Value.Text }) {
		return nil
	}
	for _, part := range parts {
		for i := range part {
			if h := &part[i]; h.top() != nil {
				h.path, h.cells = h.path[1:], h.cells[1:]
			}
		}
	}
	return out
}

// top gives the cell over a column's own name, nil when there is none.
func (h *headColumn) top() *workbook.Cell {
	if len(h.path) < 2 || len(h.cells) != len(h.path) {
		return nil
	}
	return h.cells[0]
}

// useAbreast lets a row of titles name the courses of tables side by side that nothing else names, when each
// has one of its own.
func (r *recogniser) useAbreast(decided []*decision) {
	defer r.tellAbreast()
	if len(r.abreast) != len(decided) {
		return
	}
	for i, d := range decided {
		from, to := d.spans[0].head.col, d.spans[len(d.spans)-1].head.col
		if col := r.abreast[i].Value.Col; col < from || col > to || d.subject != People || d.has(CourseTitle) || d.has(CourseCode) {
			return
		}
	}
	for _, label := range r.met {
		if label.Field == CourseTitle || label.Field == CourseCode {
			return
		}
	}
	for _, label := range r.abreast {
		r.met = append(r.met, r.lex.details([]Label{label})...)
	}
	r.abreast = nil
}
