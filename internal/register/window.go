package register

import (
	"slices"
	"sort"

	"formare/internal/workbook"
)

// line is one row in the look-ahead window, with the merged ranges that cover it.
type line struct {
	number int
	hidden bool
	cells  []workbook.Cell
	merged []workbook.Range
}

func (l *line) at(col int) *workbook.Cell {
	i := sort.Search(len(l.cells), func(i int) bool { return l.cells[i].Col >= col })
	if i < len(l.cells) && l.cells[i].Col == col {
		return &l.cells[i]
	}
	return nil
}

// within gives the cells of a row that stand in columns first to last.
func (l *line) within(first, last int) []workbook.Cell {
	i := sort.Search(len(l.cells), func(i int) bool { return l.cells[i].Col >= first })
	j := sort.Search(len(l.cells), func(i int) bool { return l.cells[i].Col > last })
	return l.cells[i:j]
}

// rangeAt gives the merged range that covers a column of the row.
func (l *line) rangeAt(col int) (workbook.Range, bool) {
	for _, m := range l.merged {
		if col >= m.FirstCol && col <= m.LastCol {
			return m, true
		}
	}
	return workbook.Range{}, false
}

// maxMerged bounds the merged ranges that are followed at once. Real sheets have a few.
const maxMerged = 512

// merges gives the merged ranges that cover each row, for rows from the top down.
type merges struct {
	ranges []workbook.Range // by first row
	next   int
	active []workbook.Range
}

func newMerges(all []workbook.Range) *merges {
	ranges := slices.Clone(all)
	slices.SortStableFunc(ranges, func(a, b workbook.Range) int { return a.FirstRow - b.FirstRow })
	return &merges{ranges: ranges}
}

func (m *merges) covering(row int) []workbook.Range {
	m.active = slices.DeleteFunc(m.active, func(r workbook.Range) bool { return r.LastRow < row })
	for ; m.next < len(m.ranges) && m.ranges[m.next].FirstRow <= row; m.next++ {
		if r := m.ranges[m.next]; r.LastRow >= row && len(m.active) < maxMerged {
			m.active = append(m.active, r)
		}
	}
	return m.active
}

// window holds the rows that were read and not yet decided upon. Lines are used again.
type window struct {
	lines  []*line
	free   []*line
	merges *merges
}

func (w *window) push(row *workbook.Row) {
	var l *line
	if n := len(w.free); n > 0 {
		l, w.free = w.free[n-1], w.free[:n-1]
	} else {
		l = &line{}
	}
	l.number, l.hidden = row.Number, row.Hidden
	l.cells = append(l.cells[:0], row.Cells...)
	l.merged = append(l.merged[:0], w.merges.covering(row.Number)...)
	w.lines = append(w.lines, l)
}

// drop takes n rows off the top.
func (w *window) drop(n int) {
	w.free = append(w.free, w.lines[:n]...)
	w.lines = w.lines[:copy(w.lines, w.lines[n:])]
}

// from gives the row i rows below the top of the window, nil past its end.
func (w *window) from(i int) *line {
	if i < len(w.lines) {
		return w.lines[i]
	}
	return nil
}
