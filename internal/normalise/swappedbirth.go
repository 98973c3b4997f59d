package normalise

import (
	"formare/internal/finding"
	"formare/internal/register"
	"formare/internal/workbook"
)

// Dates of birth that a program in American habits wrote are texts with the month first. Those with a day over 12
// show it; the others of their column are read the same way, as those of courses are.

// birthOrder counts what the dates of birth of a table show of their order.
type birthOrder struct{ italian, english int }

// noteBirth keeps what a cell shows of its column's order, and whether its own date could be either.
func (n *Normaliser) noteBirth(p *pending, s span, c *workbook.Cell, i int) {
	if c.Kind != workbook.Text || s.rule != "" && s.rule != finding.DateSwapped {
		return
	}
	switch {
	case s.order == dayFirst:
		n.table.births.italian++
	case s.order == monthFirst, s.order == american:
		n.table.births.english++
	case s.order == eitherFirst && swappable(s.Start):
		p.birthCol = n.valueCol(i)
	}
}

// codeSwaps says that a codice fiscale tells a date of birth that could be either to be the other one.
func (n *Normaliser) codeSwaps(p *pending, birth Date) bool {
	if p.birthCol == 0 || swap(p.Person.Birth) != birth {
		return false
	}
	n.table.births.english++
	n.tellBirth(p)
	p.birthCol = 0
	return true
}

// settleBirths swaps day and month of the dates that could be either where the rest of the column shows that the
// month comes first.
func (n *Normaliser) settleBirths() {
	n.rows.visit(func(p *pending) {
		if o := p.table.births; p.birthCol > 0 && p.Person.CF == "" && o.english > 0 && o.italian == 0 && !p.Person.Birth.IsZero() {
			n.tellBirth(p)
			p.Person.Birth = swap(p.Person.Birth)
		}
	})
}

func (n *Normaliser) tellBirth(p *pending) {
	n.findAt(p.at(int(p.birthCol)), register.BirthDate, p.Person.Birth.String(), problem{rule: finding.DateSwapped, used: swap(p.Person.Birth).String()})
}
