package table

import (
	"encoding/csv"
	"io"
	"math"
	"strconv"

	"formare/internal/disclosure"
	"formare/internal/indicator"
)

// MarkSuffix ends the name of the column that says, beside a column that counts people, why a value is
// not published: "<5", "prot." or, for one that is, "~" when it was rounded.
const MarkSuffix = "_mark"

// ResultFrame turns a protected result into a frame: its columns, and after each column that counts
// people one of marks, null where the value is as computed. What is protected is null, whatever the
// result holds there.
func ResultFrame(t *disclosure.Table) *Frame {
	f := &Frame{}
	for _, c := range t.Columns {
		f.Columns = append(f.Columns, Column{Name: c.Name, Type: resultType(c.Kind)})
		if c.People {
			f.Columns = append(f.Columns, Column{Name: c.Name + MarkSuffix, Type: Text})
		}
	}
	for r, values := range t.Rows {
		row := make([]any, 0, len(f.Columns))
		for c, v := range values {
			mark := disclosure.Shown
			if r < len(t.Marks) && c < len(t.Marks[r]) {
				mark = t.Marks[r][c]
			}
			row = append(row, resultValue(t.Columns[c].Kind, v, mark))
			if t.Columns[c].People {
				var told any
				if text := MarkText(mark, t.MinCell); text != "" {
					told = text
				}
				row = append(row, told)
			}
		}
		f.Rows = append(f.Rows, row)
	}
	return f
}

func resultType(k indicator.Kind) Type {
	switch k {
	case indicator.Integer:
		return Int
	case indicator.Real:
		return Real
	case indicator.Date:
		return Date
	}
	return Text
}

func resultValue(k indicator.Kind, v indicator.Value, mark disclosure.Mark) any {
	switch {
	case !v.Valid || mark == disclosure.Small || mark == disclosure.Protected:
		return nil
	case k == indicator.Integer:
		return int64(math.Round(v.Num))
	case k == indicator.Real:
		return v.Num
	}
	return v.Text
}

// MarkText is what stands in place of a value that is not published, or beside one that was rounded; ""
// for a value as computed.
func MarkText(m disclosure.Mark, minCell int) string {
	switch m {
	case disclosure.Small:
		return "<" + strconv.Itoa(minCell)
	case disclosure.Protected:
		return "prot."
	case disclosure.Rounded:
		return "~"
	}
	return ""
}

// WriteCSV writes a frame as CSV: UTF-8, comma, a header row, decimal points, empty for null.
func (f *Frame) WriteCSV(out io.Writer) error {
	w := csv.NewWriter(out)
	record := make([]string, len(f.Columns))
	for i, c := range f.Columns {
		record[i] = c.Name
	}
	if err := w.Write(record); err != nil {
		return err
	}
	for _, row := range f.Rows {
		for i, v := range row {
			record[i] = FormatValue(v)
		}
		if err := w.Write(record); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// FormatValue gives a frame's value as text that another program reads back: "" for null.
func FormatValue(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}
