package unseen

import (
	"fmt"
	"strings"
)

// A column of a register: its header, the truth it tells ("" for none) and what it holds for an enrolment.
type column struct {
	head  string
	field string
	value func(e *enrolment) any
}

func surnameCol(head string) column {
	return column{head, "", func(e *enrolment) any { return e.surname }}
}
func givenCol(head string) column { return column{head, "", func(e *enrolment) any { return e.given }} }

// nameCol holds both names, by a form with %S, %N (surname, given) and %U (surname in capitals).
func nameCol(head, form string) column {
	return column{head, "", func(e *enrolment) any { return e.nameAs(form) }}
}

func (p *person) nameAs(form string) string {
	return strings.NewReplacer("%S", p.surname, "%N", p.given, "%U", strings.ToUpper(p.surname), "%M", strings.ToUpper(p.given)).Replace(form)
}

func cfCol(head string) column { return column{head, "cf", func(e *enrolment) any { return e.cf }} }
func bornCol(head string) column {
	return column{head, "born", func(e *enrolment) any { return date{e.born} }}
}
func sexCol(head, male, female string) column {
	return column{head, "gender", func(e *enrolment) any {
		if e.female {
			return female
		}
		return male
	}}
}
func serviceCol(head string, habit int) column {
	return column{head, "service", func(e *enrolment) any { return e.service.word(habit) }}
}
func comuneCol(head string, habit int) column {
	return column{head, "comune", func(e *enrolment) any { return comuneWord(e.service.comune, habit) }}
}
func roleCol(head string, habit int) column {
	return column{head, "role", func(e *enrolment) any { return e.roleWord(habit) }}
}
func hoursCol(head string) column {
	return column{head, "hours", func(e *enrolment) any { return e.hours }}
}

// hoursAs writes hours as people do.
func hoursAs(head string, write func(h float64) any) column {
	return column{head, "hours", func(e *enrolment) any { return write(e.hours) }}
}
func outcomeCol(head, completed, attended, withdrawn string) column {
	return column{head, "status", func(e *enrolment) any {
		return map[string]string{"completed": completed, "attended": attended, "withdrawn": withdrawn}[e.status]
	}}
}
func certCol(head, yes, no string) column {
	return column{head, "certificate", func(e *enrolment) any {
		if e.certificate {
			return yes
		}
		return no
	}}
}

// Columns about the course; what they tell stands in the course's truth.
func titleCol(head string) column {
	return column{head, "", func(e *enrolment) any { e.course.show("title"); return e.course.title }}
}
func codeCol(head string) column {
	return column{head, "", func(e *enrolment) any { e.course.show("code"); return e.course.code }}
}
func fromCol(head string) column {
	return column{head, "", func(e *enrolment) any { e.course.show("start_date"); return date{e.course.first()} }}
}
func toCol(head string) column {
	return column{head, "", func(e *enrolment) any { e.course.show("end_date"); return date{e.course.last()} }}
}
func plannedCol(head string) column {
	return column{head, "", func(e *enrolment) any { e.course.show("hours_planned"); return e.course.hours() }}
}

// with changes how a column's values are written.
func (c column) with(write func(v any) any) column {
	before := c.value
	c.value = func(e *enrolment) any { return write(before(e)) }
	return c
}

func upper(v any) any { return strings.ToUpper(fmt.Sprint(v)) }

func asText(write func(d date) string) func(v any) any {
	return func(v any) any { return write(v.(date)) }
}

// head writes the header of columns in one row.
func head(s *sheet, row, col int, cols []column) {
	for i, c := range cols {
		s.set(row, col+i, c.head)
	}
}

// rows writes and records enrolments, one a row from the given one on; it returns the row after them.
func (k *kit) rows(s *sheet, row, col int, cols []column, es []*enrolment) int {
	var fields []string
	for _, c := range cols {
		if c.field != "" {
			fields = append(fields, c.field)
		}
	}
	for _, e := range es {
		for i, c := range cols {
			s.set(row, col+i, c.value(e))
		}
		k.row(s, row, e, fields...)
		row++
	}
	return row
}

// list is a header and its rows.
func (k *kit) list(s *sheet, row, col int, cols []column, es []*enrolment) int {
	head(s, row, col, cols)
	return k.rows(s, row+1, col, cols, es)
}

// counter numbers rows from 1, as the first column of so many registers does.
func counter(headText string) column {
	n := 0
	return column{headText, "", func(*enrolment) any { n++; return n }}
}
