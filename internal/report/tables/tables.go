// Package tables writes the workbook that presenters take numbers and charts from: a first sheet that
// explains, a sheet an indicator with its native charts, and a last one with the charts' data. It gets
// protected results alone. It must not know how numbers were made, nor where the workbook goes.
package tables

import (
	"bytes"
	"fmt"

	"formare/internal/figure"
	"formare/internal/report/readable"
	"formare/internal/text"

	"github.com/xuri/excelize/v2"
)

// Content is all that the workbook holds.
type Content struct {
	Programme string // its name
	Title     string // its full title, may be ""
	Funding   string // may be ""
	Period    string // in words
	Source    string // where the numbers come from, in words
	Tables    []*readable.Table
	Drawings  []*figure.Drawing // their charts stand beside the indicator that they show
	MinCell   int
	Threshold float64 // share of hours that completes a course
}

// Write makes the workbook in the language of words. The same content gives the same bytes.
func Write(c Content, words *text.Catalogue) ([]byte, error) {
	w := &writer{f: excelize.NewFile(), words: words, c: &c, styles: map[string]int{}}
	index := w.sheet(words.Msg("tables.sheet.index"), true)
	w.named = map[string]string{}
	for _, t := range c.Tables {
		w.named[t.ID] = w.sheet(w.nameOf(t), false)
	}
	w.charts = w.prepareCharts()
	for _, t := range c.Tables {
		w.indicator(t)
	}
	w.index(index)
	w.do(w.f.SetDocProps(&excelize.DocProperties{
		Title: words.Msg("tables.title", "programme", c.Programme), Creator: "formare", LastModifiedBy: "formare",
		Created: stamp, Modified: stamp, Language: words.Lang,
	}))
	w.f.SetActiveSheet(0)
	var out bytes.Buffer
	if w.err == nil {
		_, w.err = w.f.WriteTo(&out)
	}
	if err := w.f.Close(); w.err == nil {
		w.err = err
	}
	if w.err != nil {
		return nil, fmt.Errorf("tables: %w", w.err)
	}
	return settled(out.Bytes())
}

// stamp stands for the time of writing, which would make every workbook another file.
const stamp = "2020-01-01T00:00:00Z"

// A writer makes one workbook. Its methods do nothing once something went wrong.
type writer struct {
	f      *excelize.File
	words  *text.Catalogue
	c      *Content
	styles map[string]int
	sheets []string
	named  map[string]string // the sheet of each indicator
	charts map[string][]placed
	err    error
}

func (w *writer) do(err error) {
	if w.err == nil {
		w.err = err
	}
}

// sheet adds a sheet; the first takes the place of the one that a new workbook has.
func (w *writer) sheet(wanted string, first bool) string {
	name := freeName(wanted, w.sheets)
	w.sheets = append(w.sheets, name)
	if first {
		w.do(w.f.SetSheetName("Sheet1", name))
		return name
	}
	_, err := w.f.NewSheet(name)
	w.do(err)
	return name
}

// str writes a text, which is never a formula: it is stored as a string, whatever it looks like.
func (w *writer) str(sheet string, row, col int, s, look string) {
	if w.err != nil {
		return
	}
	at := address(row, col)
	w.do(w.f.SetCellStr(sheet, at, clip(s)))
	w.do(w.f.SetCellStyle(sheet, at, at, w.style(look)))
}

func (w *writer) num(sheet string, row, col int, v float64, look string) {
	if w.err != nil {
		return
	}
	at := address(row, col)
	w.do(w.f.SetCellFloat(sheet, at, v, -1, 64))
	w.do(w.f.SetCellStyle(sheet, at, at, w.style(look)))
}

// link leads to the first cell of another sheet.
func (w *writer) link(sheet string, row, col int, to, shown string) {
	w.str(sheet, row, col, shown, "link")
	w.do(w.f.SetCellHyperLink(sheet, address(row, col), quoted(to)+"!A1", "Location"))
}

func address(row, col int) string {
	at, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		panic(err) // rows and columns are the package's own
	}
	return at
}

func column(col int) string {
	name, err := excelize.ColumnNumberToName(col)
	if err != nil {
		panic(err) // as above
	}
	return name
}
