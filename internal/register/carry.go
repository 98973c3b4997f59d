package register

import "formare/internal/workbook"

// carryGroup fills the columns of a group from the row above when all of them that belong together are
// empty: the first row of the group has them.
func (t *reader) carryGroup() {
	if t.broken || t.rows == 0 {
		return
	}
	for _, service := range []bool{false, true} {
		empty := true
		for _, i := range t.group {
			f := t.table.Columns[i].Field
			if (f == Service || f == ServiceKind) == service && t.out.Cells[i].Kind != workbook.Empty {
				empty = false
			}
		}
		if !empty {
			continue
		}
		for _, i := range t.group {
			f := t.table.Columns[i].Field
			if (f == Service || f == ServiceKind) == service && t.above[i].Kind != workbook.Empty {
				t.out.Cells[i], t.out.Carried[i] = t.above[i], true
			}
		}
	}
}

// carryPerson fills a row that holds only a further course of the person above.
func (t *reader) carryPerson(l *line) {
	if t.table.Subject != People || t.rows == 0 || t.broken || l.number != t.aboveNumber+1 {
		return
	}
	fields := personFields()
	course := false
	for i, c := range t.table.Columns {
		present := t.out.Cells[i].Kind != workbook.Empty && !t.out.Carried[i]
		if present && fields[c.Field] {
			return
		}
		course = course || present && (c.Field == CourseTitle || c.Field == CourseCode)
	}
	if !course {
		return
	}
	for i, c := range t.table.Columns {
		if fields[c.Field] && t.above[i].Kind != workbook.Empty {
			t.out.Cells[i], t.out.Carried[i] = t.above[i], true
		}
	}
}
