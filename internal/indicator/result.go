// Package indicator owns the indicators: SQL files with a header (id, titles, unit, grain, note) that
// become result tables. It must not know which engine runs them, nor charts.
package indicator

// Kind is the type of a result column.
type Kind uint8

const (
	Text Kind = iota
	Integer
	Real
	Date  // Text is "2017-04-01"
	Month // Text is "2017-04"
)

// A Column of a result.
type Column struct {
	Name  string
	Kind  Kind
	Label map[string]string // by language: "it", "en"
	// People says that the column counts people (or is a figure made from such a count) and is subject
	// to small-count protection.
	People bool
	// Unit is what its numbers are of, "people", "hours"; some also say how they are written: "share" is a
	// part of one, "year" a number of a calendar, "index" goes from 0 to 1, "measure" is the unit of the
	// measure that the row is about. "" where nobody said.
	Unit string
}

// A Value of a result; Valid is false where SQL gave null.
type Value struct {
	Valid bool
	Num   float64 // of Integer and Real
	Text  string  // of Text, Date and Month
}

// A Table is the result of one indicator, rows in the order that its SQL fixes.
type Table struct {
	ID      string
	Title   map[string]string // by language
	Note    map[string]string
	Columns []Column
	Rows    [][]Value
	Protect []Protection // how its counts of people hang together
}

// Col gives the index of a column, or -1.
func (t *Table) Col(name string) int {
	for i := range t.Columns {
		if t.Columns[i].Name == name {
			return i
		}
	}
	return -1
}
