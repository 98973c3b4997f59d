package annotate

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"formare/internal/workbook"
)

// A Place is what a note is about, as it is known: a cell; a row, with Col 0; a sheet, with Row 0 too.
type Place struct {
	Sheet    string
	Row, Col int
}

// A Sight is where the note of a Place is to hang, and what stands there.
type Sight struct {
	Row, Col int // 0 when the workbook has no such sheet
	Text     string
}

// Look finds the cells on which notes are to hang: of a merged range the one that shows, of a row the
// first that holds something, of a sheet the first of all. It also names the list that an earlier copy
// of ours has left, if there is one.
func Look(ctx context.Context, book workbook.Book, places []Place) (sights []Sight, old string, err error) {
	sights = make([]Sight, len(places))
	bySheet := map[string][]int{}
	for i, p := range places {
		bySheet[p.Sheet] = append(bySheet[p.Sheet], i)
	}
	for _, sheet := range book.Sheets() {
		mine, err := IsList(ctx, book, sheet)
		switch {
		case err != nil:
			return nil, "", err
		case mine:
			old = sheet.Name
			continue
		}
		wanted := bySheet[sheet.Name]
		delete(bySheet, sheet.Name)
		if err := lookAt(ctx, book, sheet, places, wanted, sights); err != nil {
			return nil, "", err
		}
	}
	return sights, old, nil
}

var errEnough = errors.New("seen enough")

// IsList says whether a sheet is the list of an earlier copy of ours.
func IsList(ctx context.Context, book workbook.Book, sheet workbook.Sheet) (bool, error) {
	mine := false
	err := book.Rows(ctx, sheet.Index, func(r *workbook.Row) error {
		if r.Number == 1 && len(r.Cells) > 0 && r.Cells[0].Col == 1 {
			mine = strings.HasPrefix(r.Cells[0].Text, Mark)
		}
		return errEnough
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return mine, err
}

// lookAt reads a sheet as far as it is asked about.
func lookAt(ctx context.Context, book workbook.Book, sheet workbook.Sheet, places []Place, wanted []int, sights []Sight) error {
	if len(wanted) == 0 {
		return nil
	}
	merged := newMerged(sheet.Merged, places, wanted)
	byRow, last := map[int][]int{}, 0
	for _, i := range wanted {
		p := merged.shown(places[i])
		if p.Row == 0 {
			p = Place{Row: 1, Col: 1}
		}
		sights[i] = Sight{Row: p.Row, Col: p.Col}
		byRow[p.Row] = append(byRow[p.Row], i)
		last = max(last, p.Row)
	}
	err := book.Rows(ctx, sheet.Index, func(r *workbook.Row) error {
		if r.Number > last {
			return errEnough
		}
		for _, i := range byRow[r.Number] {
			sights[i].read(r)
		}
		return nil
	})
	for _, i := range wanted {
		sights[i].Col = max(sights[i].Col, 1) // a row without anything in it
	}
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

// read takes what stands in the cell from its row.
func (s *Sight) read(r *workbook.Row) {
	for i := range r.Cells {
		c := &r.Cells[i]
		if s.Col == 0 && c.Kind != workbook.Empty {
			s.Col = c.Col
		}
		if c.Col == s.Col {
			s.Text = Shown(c)
			return
		}
	}
}

// Shown writes a cell's value as people read it.
func Shown(c *workbook.Cell) string {
	switch c.Kind {
	case workbook.Text, workbook.Error:
		return c.Text
	case workbook.Bool:
		return map[bool]string{true: "TRUE", false: "FALSE"}[c.Num != 0]
	case workbook.Date:
		return shownDate(c)
	case workbook.Number:
		if c.Format == workbook.Percent {
			return decimal(c.Num*100) + "%"
		}
		return decimal(c.Num)
	}
	return ""
}

func decimal(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'g', 15, 64), ".", ",", 1)
}

func shownDate(c *workbook.Cell) string {
	if c.Num < -1e6 || c.Num > 3e6 {
		return decimal(c.Num)
	}
	t := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Add(time.Duration(c.Num*86400+0.5) * time.Second)
	switch c.Format {
	case workbook.TimeOfDay:
		minutes := int(c.Num*1440 + 0.5)
		return strconv.Itoa(minutes/60) + ":" + strconv.Itoa(minutes/10%6) + strconv.Itoa(minutes%10)
	case workbook.DateTime:
		return t.Format("02/01/2006 15:04")
	}
	return t.Format("02/01/2006")
}

// merged holds the ranges that cover the rows which are asked about, by row.
type merged map[int][]workbook.Range

func newMerged(all []workbook.Range, places []Place, wanted []int) merged {
	var rows []int
	for _, i := range wanted {
		if places[i].Row > 0 && places[i].Col > 0 {
			rows = append(rows, places[i].Row)
		}
	}
	slices.Sort(rows)
	rows = slices.Compact(rows)
	m := merged{}
	for _, r := range all {
		at, _ := slices.BinarySearch(rows, r.FirstRow)
		for ; at < len(rows) && rows[at] <= r.LastRow; at++ {
			m[rows[at]] = append(m[rows[at]], r)
		}
	}
	return m
}

// shown gives the cell of a merged range that is seen.
func (m merged) shown(p Place) Place {
	for _, r := range m[p.Row] {
		if p.Col > 0 && r.FirstCol <= p.Col && p.Col <= r.LastCol {
			p.Row, p.Col = r.FirstRow, r.FirstCol
			return p
		}
	}
	return p
}
