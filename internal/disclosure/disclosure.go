// Package disclosure protects small counts of people: what is below the threshold is not published,
// nor anything from which it could be worked out. It must not know charts.
package disclosure

import "formare/internal/indicator"

// Mark says what became of one value of a result.
type Mark uint8

const (
	Shown     Mark = iota // as computed
	Small                 // from 1 to the threshold less one: not published, shown as "<5"
	Protected             // not published because a small count could be worked out from it
	Rounded               // published rounded (a running total through a protected month)
)

// A Table is a result that may be published: where Marks is Small or Protected the Value is invalid
// and holds nothing.
type Table struct {
	indicator.Table
	MinCell int
	Marks   [][]Mark // by row and column of Table.Rows
}
