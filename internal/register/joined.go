package register

import (
	"slices"

	"formare/internal/workbook"
)

// What one column says elsewhere may stand in several: the hours of the morning and of the afternoon, an x under the
// outcome that holds.

// joinHours reads the hours of parts of a day or of a course: their total where a column has it, else their sum.
func (r *recogniser) joinHours(d *decision) {
	if d.subject != People || d.has(HoursAttended) || d.has(ShareAttended) || d.has(Session) {
		return
	}
	var parts []int
	var total *span
	for i := range d.spans {
		s := &d.spans[i]
		if s.shape.n == 0 || s.shape.number != s.shape.n || s.chosen.reason == Configured {
			continue
		}
		// "Ore aula" has the word for a venue in it, and no venue is a number.
		if setOf(None, ignored, Venue, Kind, CourseTitle)[s.chosen.field] && s.head.block == 0 && partOfHours(s.head.leaf()) {
			parts = append(parts, i)
		} else if word := r.leafKey(s); s.open() && (word == "totale" || word == "totali" || word == "totale ore") {
			total = s
		}
	}
	if len(parts) < 2 {
		return
	}
	for _, i := range parts {
		d.spans[i].chosen = candidate{ignored, 0.7, Synonym}
	}
	if total != nil {
		total.chosen = candidate{HoursAttended, 0.75, Synonym}
		return
	}
	d.spans[parts[0]].chosen, d.spans[parts[0]].sum = candidate{HoursAttended, 0.75, Synonym}, parts
}

// partOfHours says whether a header tells hours of a part of a day or of a course: "Ore mattina", "Ore FAD".
func partOfHours(leaf string) bool {
	hours, part := false, false
	for _, w := range tokens(withoutBrackets(leaf)) {
		switch w {
		case "ore", "h", "hours":
			hours = true
		case "mattina", "mattino", "pomeriggio", "sera", "aula", "fad", "online", "distanza", "teoria", "pratica", "laboratorio", "morning", "afternoon":
			part = true
		case "di", "in", "a", "del", "della", "on", "line", "frequentate", "presenza":
		default:
			return false
		}
	}
	return hours && part
}

// joinTicks reads columns that are each an outcome, of which the one that holds is ticked: "Idoneo | Non idoneo |
// Ritirato".
func (r *recogniser) joinTicks(d *decision) {
	var group []int
	ticked := 0
	for i := range d.spans {
		s := &d.spans[i]
		fits := s.found[Status].score >= 0.7 && s.shape.ticks == s.shape.n && s.head.block == 0 && s.chosen.reason != Configured && (s.chosen.field == None || s.chosen.field == Status)
		if fits && (len(group) == 0 || group[len(group)-1] == i-1) {
			group = append(group, i)
			ticked += min(s.shape.n, 1)
		} else if len(group) < 2 {
			group, ticked = nil, 0
		}
	}
	if len(group) < 2 || ticked < 2 {
		return
	}
	for _, i := range group {
		d.doubts = slices.DeleteFunc(d.doubts, func(q doubt) bool { return q.col == d.spans[i].head.col })
		d.spans[i].chosen = candidate{ignored, 0.7, Synonym}
	}
	d.spans[group[0]].chosen, d.spans[group[0]].choice = candidate{Status, 0.75, Synonym}, group
}

// sumOf adds up the cells of a row; what is no number stays with the first.
func sumOf(cells []workbook.Cell, at []int) workbook.Cell {
	out := workbook.Cell{}
	for _, i := range at {
		c := &cells[i]
		switch {
		case blank(c):
		case c.Kind != workbook.Number:
			return *c
		case out.Kind == workbook.Empty:
			out = *c
		default:
			out.Num += c.Num
		}
	}
	return out
}

// choiceOf gives the name of the one column of several that is ticked; nothing where none or more than one is.
func (t *reader) choiceOf(at []int) workbook.Cell {
	out := workbook.Cell{}
	for _, i := range at {
		c := &t.out.Cells[i]
		if yes, _ := ticked(c); !yes {
			continue
		}
		if out.Kind != workbook.Empty {
			return workbook.Cell{}
		}
		out = workbook.Cell{Kind: workbook.Text, Col: c.Col, Text: t.leaves[i]}
	}
	return out
}
