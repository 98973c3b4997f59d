// Package disclosure protects small counts of people: what is below the threshold is not published,
// nor anything from which it could be worked out, in the same table, in another one or in the report
// of another month. It must not know charts.
//
// A count from 1 to the threshold less one is hidden (Small); zeros are shown. Then every hidden count is
// attacked with all that stays published: sums, distinct counts of overlapping groups, running totals,
// counts of other reports. While a small count could be worked out, the least telling further counts are
// hidden (Protected). Rates, means and hours go with the count they are made of.
//
// Reports of several months are attacked together: what each told of its hidden counts is kept (Pattern),
// counts grow from report to report, and those of a month or a course stay; what was hidden to protect
// another count stays so until it has grown. What earlier reports gave away cannot be taken back.
//
// A small count is worked out when one value is left for it. A label counts as known: where "small" would
// tell too much, a small count is marked Protected. A reader who takes Protected for "at least the
// threshold" goes wrong there, and learns nothing. Rows are not left in the order of hidden counts.
//
// How many people came to a cell between two reports is no count of its own here: it would hide most of
// every report but the first.
package disclosure

import (
	"fmt"

	"formare/internal/indicator"
)

// Mark says what became of one value of a result.
type Mark uint8

const (
	Shown     Mark = iota // as computed
	Small                 // from 1 to the threshold less one: not published, shown as "<5"
	Protected             // not published because a small count could be worked out from it
	Rounded               // published rounded (a running total through a protected month)
)

// Floor is the lowest threshold that may be used (Regole deontologiche Sistan, art. 5).
const Floor = 3

// Default is the threshold where the configuration says none.
const Default = 5

// A Table is a result that may be published: where Marks is Small or Protected the Value is invalid
// and holds nothing.
type Table struct {
	indicator.Table
	MinCell int
	Marks   [][]Mark // by row and column of Table.Rows
}

// Protect gives the tables as they may be published in a month's report ("2017-06"), by id, and the
// pattern with that report in it, to be kept for the reports of other months. The tables given are not
// changed. minCell 0 stands for Default; below Floor is an error.
func Protect(tables []*indicator.Table, month string, minCell int, rules Rules, previous Pattern) (map[string]*Table, Pattern, error) {
	if minCell == 0 {
		minCell = Default
	}
	if minCell < Floor {
		return nil, Pattern{}, fmt.Errorf("disclosure: threshold %d is below %d", minCell, Floor)
	}
	out := map[string]*Table{}
	for _, t := range tables {
		if _, twice := out[t.ID]; twice {
			return nil, Pattern{}, fmt.Errorf("disclosure: table %q stands twice", t.ID)
		}
		out[t.ID] = copyOf(t, minCell)
	}
	rules = rules.completed(tables)
	before := previous.bounds(month)

	counts := newSystem(minCell)
	b := &builder{system: counts, tables: out, rules: rules, before: before, at: map[place]int{}, finals: map[string]bool{}}
	b.counts()
	counts.protect()
	b.join(previous, month)
	counts.settle()
	b.mark()
	b.dependents()
	b.coarsen(b.people())

	hours := newSystem(minCell)
	h := &builder{system: hours, tables: out, rules: rules, before: before, at: map[place]int{}, finals: map[string]bool{}}
	h.hours()
	hours.protect()
	h.mark()

	pattern := previous.with(month, b.sums(), b.report(), h.report())
	for _, t := range out {
		t.empty()
		t.reorder(rules.table(t.ID))
	}
	return out, pattern, nil
}

func copyOf(t *indicator.Table, minCell int) *Table {
	out := &Table{Table: *t, MinCell: minCell}
	out.Rows = make([][]indicator.Value, len(t.Rows))
	out.Marks = make([][]Mark, len(t.Rows))
	for i, r := range t.Rows {
		out.Rows[i] = append([]indicator.Value(nil), r...)
		out.Marks[i] = make([]Mark, len(r))
	}
	return out
}

// empty takes the hidden values out.
func (t *Table) empty() {
	for i, marks := range t.Marks {
		for j, m := range marks {
			if m == Small || m == Protected {
				t.Rows[i][j] = indicator.Value{}
			}
		}
	}
}

// Hidden counts a table's marks.
func (t *Table) Hidden() (small, protected int) {
	for _, marks := range t.Marks {
		for _, m := range marks {
			switch m {
			case Small:
				small++
			case Protected:
				protected++
			}
		}
	}
	return small, protected
}
