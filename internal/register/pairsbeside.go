package register

import (
	"slices"

	"formare/internal/workbook"
)

// pairsBeside reads the small block of labels and values that stands at the right of a list of people, beside
// its rows: "Corso | Gestire i conflitti", under it "Dal | 06/02/2024". What stands above the table says more.
func (r *recogniser) pairsBeside(d *decision, sample []*line) {
	if d.subject != People || len(d.spans) == 0 {
		return
	}
	last := d.spans[len(d.spans)-1].head.col
	var found []Label
	names := map[int]bool{}
	for _, l := range sample {
		if label, ok := r.pairRightOf(l, last); ok {
			found = append(found, label)
			names[l.number] = true
		}
	}
	about := slices.ContainsFunc(found, func(l Label) bool { return l.Field == CourseTitle || l.Field == CourseCode })
	if len(found) < 3 || !about {
		return // a legend, or something else
	}
	fields := courseFields()
	for _, l := range r.lex.spread(r.lex.details(found)) {
		if fields[l.Field] && !r.labels.has(l.Field) && !d.has(l.Field) {
			r.labels.put(l)
		}
	}
}

// pairRightOf gives the label and value that are all that a row holds beyond a column.
func (r *recogniser) pairRightOf(l *line, last int) (Label, bool) {
	var cells []workbook.Cell
	for i := range l.cells {
		if c := &l.cells[i]; c.Col > last && !blank(c) {
			cells = append(cells, *c)
		}
	}
	if len(cells) != 2 || cells[0].Kind != workbook.Text || cells[0].Col == last+1 && cells[1].Col == last+2 && countFilled(l, 1, last) == 0 {
		return Label{}, false
	}
	field, ok := r.lex.labelName(textOf(&cells[0]))
	if !ok {
		field, ok = r.lex.likelyLabel(cells, 0, textOf(&cells[0]))
	}
	return r.lex.label(field, cells[1], l.number), ok
}
