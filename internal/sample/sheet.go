package sample

import (
	"strconv"
	"time"
)

// form is how a cell is stored.
type form uint8

const (
	blank form = iota
	textual
	number
	dated        // a number shown as a date
	percent      // a number shown as a percentage
	broken       // an error value
	formula      // with its cached value
	uncalculated // a formula that nobody has calculated
)

// A cell of a workbook to be written.
type cell struct {
	form form
	text string // of textual and broken; of a formula its text
	num  float64
	look look
}

// look is how a cell is dressed.
type look uint8

const (
	plain look = iota
	title
	head
	total
	looks
)

func text(s string) cell {
	if s == "" {
		return cell{}
	}
	return cell{form: textual, text: s}
}

func num(v float64) cell { return cell{form: number, num: v} }

func date(t time.Time) cell {
	if t.IsZero() {
		return cell{}
	}
	return cell{form: dated, num: float64(int(t.Sub(day(1899, 12, 30)).Hours() / 24))}
}

func (c cell) as(l look) cell { c.look = l; return c }

// shown is a cell as the list of problems tells it.
func (c cell) shown() string {
	switch c.form {
	case number, dated, percent:
		return strconv.FormatFloat(c.num, 'f', -1, 64)
	}
	return c.text
}

// A sheet to be written; rows and columns count from 1.
type sheet struct {
	name       string
	hidden     bool
	cells      [][]cell
	merged     [][4]int // first row, first column, last row, last column
	hiddenRows []int
	hiddenCols []int
	mac        bool // of its book
}

func (s *sheet) set(row, col int, c cell) {
	if c.form == blank && c.look == plain {
		return
	}
	for len(s.cells) < row {
		s.cells = append(s.cells, nil)
	}
	line := &s.cells[row-1]
	for len(*line) < col {
		*line = append(*line, cell{})
	}
	(*line)[col-1] = c
}

// line writes texts from a column on.
func (s *sheet) line(row, col int, l look, texts ...string) {
	for i, t := range texts {
		s.set(row, col+i, text(t).as(l))
	}
}

func (s *sheet) merge(row, col, lastRow, lastCol int) {
	if row != lastRow || col != lastCol {
		s.merged = append(s.merged, [4]int{row, col, lastRow, lastCol})
	}
}

// A book is one workbook to be written.
type book struct {
	path   string // under data/inbox, slashes
	sheets []*sheet
	bare   bool // as a program exports it: no styles, texts inside the cells
	mac    bool // counts days from 1904
}

func (b *book) sheet(name string) *sheet {
	s := &sheet{name: name}
	b.sheets = append(b.sheets, s)
	return s
}

// address names a cell as Excel shows it.
func address(row, col int) string {
	name := ""
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name + strconv.Itoa(row)
}
