package workbook

import (
	"fmt"
	"slices"
)

// What all sheets of a workbook may have together of merged ranges and hidden columns. Both can be said
// of many places in a few bytes, so that the length of a file does not bound them.
const (
	maxMerged = 1 << 20
	maxHidden = 1 << 20
)

// frameRoom is what is left of that.
type frameRoom struct{ merged, hidden int }

func newFrameRoom() *frameRoom { return &frameRoom{merged: maxMerged, hidden: maxHidden} }

// frame collects what a Sheet tells besides its rows.
type frame struct {
	room   *frameRoom
	merged []Range
	hidden map[int]bool
}

func newFrame(room *frameRoom) *frame { return &frame{room: room, hidden: map[int]bool{}} }

func (f *frame) merge(r Range) {
	if f.room.merged--; f.room.merged >= 0 {
		f.merged = append(f.merged, r)
	}
}

// hide notes columns that are hidden, as far as a sheet goes.
func (f *frame) hide(first, last int) {
	for col := max(first, 1); col <= min(last, maxCol) && f.room.hidden >= 0; col++ {
		if !f.hidden[col] {
			f.hidden[col] = true
			f.room.hidden--
		}
	}
}

// into gives the sheet what was collected.
func (f *frame) into(sheet *Sheet) error {
	sheet.Merged = f.merged
	for col := range f.hidden {
		sheet.HiddenCols = append(sheet.HiddenCols, col)
	}
	slices.Sort(sheet.HiddenCols)
	if f.room.merged < 0 || f.room.hidden < 0 {
		return fmt.Errorf("%w: more than %d merged ranges or %d hidden columns", ErrLimit, maxMerged, maxHidden)
	}
	return nil
}
