package annotate

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"formare/internal/workbook"

	"github.com/xuri/excelize/v2"
)

// Fresh writes a workbook's values into a new one: the same sheets and addresses, texts as texts, dates
// as dates, merged ranges; no formulas and no looks. It is for kinds of workbook that Write does not
// edit. Tabs whose names Excel would not take get others, which names tells by the old ones.
func Fresh(ctx context.Context, book workbook.Book) (raw []byte, names map[string]string, err error) {
	f := excelize.NewFile()
	defer f.Close()
	w := &freshWriter{f: f, styles: map[workbook.Format]int{}, names: map[string]string{}, taken: map[string]bool{}}
	if err := w.makeStyles(); err != nil {
		return nil, nil, err
	}
	for i, sheet := range book.Sheets() {
		name := w.name(sheet.Name)
		if i == 0 {
			err = f.SetSheetName("Sheet1", name)
		} else {
			_, err = f.NewSheet(name)
		}
		if err == nil {
			err = w.sheet(ctx, book, sheet, name)
		}
		if err == nil && sheet.Hidden && len(book.Sheets()) > 1 {
			err = f.SetSheetVisible(name, false)
		}
		if err != nil {
			return nil, nil, err
		}
	}
	var out bytes.Buffer
	err = f.Write(&out)
	return out.Bytes(), w.names, err
}

type freshWriter struct {
	f      *excelize.File
	styles map[workbook.Format]int
	names  map[string]string
	taken  map[string]bool
}

func (w *freshWriter) makeStyles() error {
	for _, s := range [...]struct {
		format workbook.Format
		code   string
	}{{workbook.DateOnly, "dd/mm/yyyy"}, {workbook.DateTime, "dd/mm/yyyy hh:mm"}, {workbook.TimeOfDay, "[h]:mm"}, {workbook.Percent, "0.##%"}} {
		id, err := w.f.NewStyle(&excelize.Style{CustomNumFmt: &s.code})
		if err != nil {
			return err
		}
		w.styles[s.format] = id
	}
	return nil
}

// name gives a tab's name as Excel takes it: at most 31 characters, none of :\/?*[], no quote at either
// end, not the same as another's.
func (w *freshWriter) name(old string) string {
	name := strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) || r < ' ' {
			return '-'
		}
		return r
	}, old), "' ")
	if name == "" {
		name = "1"
	}
	for i, n := 2, shorten(name, ""); ; i++ {
		if key := strings.ToLower(n); !w.taken[key] {
			w.taken[key] = true
			if _, twice := w.names[old]; !twice {
				w.names[old] = n
			}
			return n
		}
		n = shorten(name, " ("+strconv.Itoa(i)+")")
	}
}

// shorten cuts a name so that it fits with what is put behind it. Excel counts UTF-16 units.
func shorten(name, suffix string) string {
	room := 31 - len(suffix)
	for i, r := range name {
		size := 1
		if r > 0xFFFF {
			size = 2
		}
		if room -= size; room < 0 {
			return strings.TrimRight(name[:i], " '") + suffix
		}
	}
	return name + suffix
}

func (w *freshWriter) sheet(ctx context.Context, book workbook.Book, sheet workbook.Sheet, name string) error {
	out, err := w.f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	widths, err := widthsOf(ctx, book, sheet)
	if err != nil {
		return err
	}
	for col, width := range widths {
		if err := out.SetColWidth(col+1, col+1, width); err != nil {
			return err
		}
	}
	var values []any
	err = book.Rows(ctx, sheet.Index, func(r *workbook.Row) error {
		values = values[:0]
		for i := range r.Cells {
			c := &r.Cells[i]
			for len(values) < c.Col-1 {
				values = append(values, nil)
			}
			values = append(values, w.value(c))
		}
		return out.SetRow("A"+strconv.Itoa(r.Number), values, excelize.RowOpts{Hidden: r.Hidden})
	})
	if err != nil {
		return err
	}
	for _, m := range sheet.Merged {
		if m.FirstRow == m.LastRow && m.FirstCol == m.LastCol {
			continue
		}
		if err := out.MergeCell(cellName(m.FirstRow, m.FirstCol), cellName(m.LastRow, m.LastCol)); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	for _, col := range sheet.HiddenCols {
		if err := w.f.SetColVisible(name, workbook.ColumnName(col), false); err != nil {
			return err
		}
	}
	return nil
}

// value gives a cell as it is written.
func (w *freshWriter) value(c *workbook.Cell) any {
	switch c.Kind {
	case workbook.Text, workbook.Error:
		return cut(legal(c.Text))
	case workbook.Bool:
		return c.Num != 0
	case workbook.Number, workbook.Date:
		if style, ok := w.styles[c.Format]; ok {
			return excelize.Cell{StyleID: style, Value: c.Num}
		}
		return c.Num
	}
	return nil
}

// widthsOf gives widths at which the first rows can be read.
func widthsOf(ctx context.Context, book workbook.Book, sheet workbook.Sheet) ([]float64, error) {
	const rows, cols, least, most = 60, 200, 9, 45
	var widths []float64
	seen := 0
	err := book.Rows(ctx, sheet.Index, func(r *workbook.Row) error {
		if seen++; seen > rows {
			return errEnough
		}
		for i := range r.Cells {
			c := &r.Cells[i]
			if c.Col > cols || len(r.Cells) < 2 {
				continue // a title runs over the columns beside it
			}
			for len(widths) < c.Col {
				widths = append(widths, least)
			}
			widths[c.Col-1] = min(max(widths[c.Col-1], float64(utf8.RuneCountInString(Shown(c)))+2), most)
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, err
	}
	return widths, nil
}

// Protect wraps a workbook in the protection of a password, as Excel does. Its bytes differ each time:
// the salt of a protection must.
func Protect(raw []byte, password string) (locked []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			locked, err = nil, fmt.Errorf("cannot protect the workbook: %v", p)
		}
	}()
	locked, err = excelize.Encrypt(raw, &excelize.Options{Password: password})
	if err != nil {
		return nil, fmt.Errorf("cannot protect the workbook: %w", err)
	}
	return locked, nil
}
