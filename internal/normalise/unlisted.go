package normalise

import (
	"formare/internal/finding"
	"formare/internal/register"
)

// A workbook may list its courses on one sheet and name them by code on another. A code of people that the list does
// not have is a slip more often than a course that nobody listed.

// tellUnlisted tells of the first row of people of each such code.
func (n *Normaliser) tellUnlisted() {
	listed := 0
	for _, c := range n.courses.list {
		if c.listed && c.code != "" {
			listed++
		}
	}
	if listed == 0 {
		return
	}
	told := map[*course]bool{}
	n.rows.visit(func(p *pending) {
		c := p.course.final()
		if told[c] || c.listed || c.lost || c.code == "" || c.title != "" || c.planned != nil || !c.start.IsZero() {
			return
		}
		told[c] = true
		col := 0
		if cols := p.table.fields[register.CourseCode]; len(cols) > 0 {
			col = int(p.table.of.Columns[cols[0]].Col)
		}
		n.findAt(p.at(col), register.CourseCode, c.code, problem{rule: finding.CourseNotListed})
	})
}
