package figure

import (
	"strings"

	"formare/internal/disclosure"
	"formare/internal/indicator"
)

// A cell is a value as it may be shown. Its number is there only where it was shown or rounded: what
// disclosure took away cannot slip into a bar's length, a sum or a title.
type cell struct {
	mark  disclosure.Mark
	known bool // has a number
	num   float64
	text  string
}

// hidden says that disclosure took the number away.
func (c cell) hidden() bool { return c.mark == disclosure.Small || c.mark == disclosure.Protected }

// exact says that the number is there and as computed.
func (c cell) exact() bool { return c.known && c.mark == disclosure.Shown }

// missing says that there is no number and nothing hidden: not known, not collected.
func (c cell) missing() bool { return !c.known && !c.hidden() }

// zero says that the number is nought and shown.
func (c cell) zero() bool { return c.known && c.num == 0 }

// positive says that there is at least one, shown or not.
func (c cell) positive() bool { return c.hidden() || c.known && c.num > 0 }

func (c cell) int() int { return int(c.num + 0.5) }

// table reads a result's cells by column name.
type table struct{ t *disclosure.Table }

func (t table) rows() int {
	if t.t == nil {
		return 0
	}
	return len(t.t.Rows)
}

func (t table) has(column string) bool { return t.t != nil && t.t.Col(column) >= 0 }

// at gives a cell; a column or row that is not there is a missing value.
func (t table) at(row int, column string) cell {
	if t.t == nil {
		return cell{}
	}
	col := t.t.Col(column)
	if col < 0 || row < 0 || row >= len(t.t.Rows) || col >= len(t.t.Rows[row]) {
		return cell{}
	}
	c := cell{}
	if row < len(t.t.Marks) && col < len(t.t.Marks[row]) {
		c.mark = t.t.Marks[row][col]
	}
	v := t.t.Rows[row][col]
	if c.hidden() || !v.Valid {
		return c
	}
	switch t.t.Columns[col].Kind {
	case indicator.Integer, indicator.Real:
		c.known, c.num = true, v.Num
	default:
		c.text = strings.TrimSpace(v.Text)
	}
	return c
}

func (t table) str(row int, column string) string { return t.at(row, column).text }

// table gives an indicator's table; it may be empty.
func (f *frame) table(id string) table { return table{f.tables[id]} }

// first is the table that the figure draws. Where there is none the figure is left out.
func (f *frame) first() (table, error) {
	id := f.spec.Indicators[0]
	t := f.tables[id]
	if t == nil {
		return table{}, leftOut(f.msg("figure.left_out.no_table", "indicator", id))
	}
	return table{t}, nil
}

// measure looks up one of the headline measures: value or target.
func (f *frame) measure(name, column string) cell {
	for _, id := range f.spec.Indicators {
		t := f.table(id)
		if !t.has("measure") {
			continue
		}
		for i := range t.rows() {
			if t.str(i, "measure") == name {
				return t.at(i, column)
			}
		}
	}
	return cell{}
}

// target is what was to be reached: of the headline table, else of the configuration. Nought is none.
func (f *frame) target(measure string) (float64, bool) {
	if c := f.measure(measure, "target"); c.exact() && c.num > 0 {
		return c.num, true
	}
	v, ok := f.ctx.Targets[measure]
	return v, ok && v > 0
}
