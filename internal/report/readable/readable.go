// Package readable turns a protected result into a table as people read it: columns named in their
// language, codes as words, numbers as the language writes them, and what is not published as its mark.
// It is what the workbook of tables and the page are filled from. It must not know workbooks or pages.
package readable

import (
	"math"
	"strings"

	"formare/internal/disclosure"
	"formare/internal/indicator"
	"formare/internal/table"
	"formare/internal/text"
)

// A Table is one indicator.
type Table struct {
	ID, Title, Note string
	Columns         []Column
	Rows            [][]Cell
}

// A Column of a table. Numbers stand at the right.
type Column struct {
	Name  string // as the data files have it
	Label string
	Unit  string // in words; "" where there is none
	Right bool
	Small bool // counts people, or is made of such counts: small ones are not published
}

// A Form is how a cell is written.
type Form uint8

const (
	Words   Form = iota
	Number       // with Decimals
	Share        // a part of one, in per cent
	Plain        // a whole number without thousands marks: a year
	Day          // Raw is "2017-04-01"
	Month        // Raw is "2017-04"
	Hidden       // not published: Text is its mark
	Unknown      // Text says so
)

// A Cell is one value: Text as it is read, Num and Raw for programs.
type Cell struct {
	Form     Form
	Text     string
	Num      float64
	Raw      string
	Decimals int
	About    bool // the number is rounded to protect another
}

// Numeric says that Num holds the cell's value.
func (c Cell) Numeric() bool { return c.Form == Number || c.Form == Share || c.Form == Plain }

// Names gives words for codes: by column name, then by code.
type Names map[string]map[string]string

// Of makes a table readable. Whatever a result holds in a cell that is not published is passed over.
func Of(t *disclosure.Table, names Names, words *text.Catalogue) *Table {
	out := &Table{ID: t.ID, Title: t.Title[words.Lang], Note: t.Note[words.Lang]}
	if out.Title == "" {
		out.Title = t.ID
	}
	r := reader{t: t, names: names, words: words, decimals: make([]int, len(t.Columns)), measure: t.Col("measure")}
	for i, c := range t.Columns {
		r.decimals[i] = decimalsOf(t, i)
		out.Columns = append(out.Columns, r.column(c))
	}
	for i := range t.Rows {
		row := make([]Cell, len(t.Columns))
		for k := range t.Columns {
			row[k] = r.cell(i, k)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

type reader struct {
	t        *disclosure.Table
	names    Names
	words    *text.Catalogue
	decimals []int
	measure  int // the column that says what a row is about, or -1
}

func (r *reader) column(c indicator.Column) Column {
	out := Column{Name: c.Name, Label: c.Label[r.words.Lang], Unit: c.Unit, Small: c.People, Right: c.Kind == indicator.Integer || c.Kind == indicator.Real}
	if out.Label == "" {
		out.Label = c.Name
	}
	if id := "unit." + c.Unit; r.words.Has(id) {
		out.Unit = r.words.Msg(id)
	}
	return out
}

func (r *reader) cell(row, col int) Cell {
	c, v := r.t.Columns[col], r.t.Rows[row][col]
	mark := markOf(r.t, row, col)
	switch {
	case hidden(r.t, row, col):
		return Cell{Form: Hidden, Text: table.MarkText(mark, r.t.MinCell)}
	case !v.Valid && c.Kind == indicator.Text:
		return Cell{Form: Unknown, Text: r.absent(c.Name)}
	case !v.Valid && c.Name == "target":
		return Cell{Form: Unknown, Text: "–"} // none was set
	case !v.Valid:
		return Cell{Form: Unknown, Text: r.words.Msg("value.unknown")}
	case c.Kind == indicator.Integer || c.Kind == indicator.Real:
		return r.number(row, col, mark == disclosure.Rounded)
	case c.Kind == indicator.Month:
		return Cell{Form: Month, Raw: v.Text, Text: r.words.MonthYear(v.Text)}
	case c.Kind == indicator.Date:
		return Cell{Form: Day, Raw: v.Text, Text: dayText(v.Text)}
	}
	return Cell{Form: Words, Raw: v.Text, Text: r.word(c.Name, v.Text)}
}

func (r *reader) number(row, col int, about bool) Cell {
	v, unit := r.t.Rows[row][col].Num, r.t.Columns[col].Unit
	decimals := r.decimals[col]
	if unit == "measure" {
		decimals = decimalsFor(v)
		if r.measure >= 0 && isShare[r.t.Rows[row][r.measure].Text] {
			unit = "share"
		}
	}
	cell := Cell{Num: v, About: about}
	switch unit {
	case "share":
		cell.Form, cell.Decimals, cell.Text = Share, 1, r.words.Percent(v, 1)
	case "year":
		cell.Form, cell.Text = Plain, strings.ReplaceAll(r.words.Number(v, 0), thousands[r.words.Lang], "")
	default:
		cell.Form, cell.Decimals, cell.Text = Number, decimals, r.words.Number(v, decimals)
	}
	if about {
		cell.Text = r.words.Msg("figure.about", "n", cell.Text)
	}
	return cell
}

// isShare lists the measures that are parts of one.
var isShare = map[string]bool{"coverage": true, "completion_rate": true}

var thousands = map[string]string{"it": ".", "en": ","}

// decimalsOf is how many decimals a column is written with: none, if all that it shows is whole.
func decimalsOf(t *disclosure.Table, col int) int {
	if t.Columns[col].Unit == "index" {
		return 2
	}
	n := 0
	for i, row := range t.Rows {
		if row[col].Valid && !hidden(t, i, col) {
			n = max(n, decimalsFor(row[col].Num))
		}
	}
	return n
}

func hidden(t *disclosure.Table, row, col int) bool {
	m := markOf(t, row, col)
	return m == disclosure.Small || m == disclosure.Protected
}

func markOf(t *disclosure.Table, row, col int) disclosure.Mark {
	if row < len(t.Marks) && col < len(t.Marks[row]) {
		return t.Marks[row][col]
	}
	return disclosure.Shown
}

func decimalsFor(v float64) int {
	if v != math.Trunc(v) {
		return 1
	}
	return 0
}

// word gives what a code means; one that nobody has a word for stays as it is.
func (r *reader) word(column, code string) string {
	if named, ok := r.names[column][code]; ok && named != "" {
		return named
	}
	for _, id := range []string{"readable." + column + "." + code, "template." + column + "." + code, column + "." + code} {
		if r.words.Has(id) {
			return r.words.Msg(id)
		}
	}
	return code
}

// absent says what a row without a key is: a total where the indicator says so, else those of whom nothing
// is known.
func (r *reader) absent(column string) string {
	for _, p := range r.t.Protect {
		if !p.Totals {
			continue
		}
		for _, key := range p.Keys {
			if key == column {
				return r.words.Msg("readable.all")
			}
		}
	}
	if id := "readable.untold." + column; r.words.Has(id) {
		return r.words.Msg(id)
	}
	return r.words.Msg("readable.untold")
}

func dayText(day string) string {
	if len(day) != len("2017-04-01") {
		return day
	}
	return day[8:] + "/" + day[5:7] + "/" + day[:4]
}
