package tables

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"formare/internal/report/readable"

	"github.com/xuri/excelize/v2"
)

// headRow is where a table's heads stand, under title, note and the way back.
const headRow = 4

// indicator fills one sheet.
func (w *writer) indicator(t *readable.Table) {
	sheet := w.named[t.ID]
	w.title(sheet, t.Title)
	w.link(sheet, 3, 1, w.sheets[0], w.words.Msg("tables.back"))
	widths := w.heads(sheet, t)
	for r, row := range t.Rows {
		for c, cell := range row {
			w.cell(sheet, headRow+1+r, c+1, cell, t.Columns[c].Right)
			widths[c] = max(widths[c], utf8.RuneCountInString(cell.Text))
		}
	}
	total := 0.0
	for c, n := range widths {
		width := min(float64(n)+4, 46)
		total += width
		w.do(w.f.SetColWidth(sheet, column(c+1), column(c+1), width))
	}
	w.note(sheet, t.Note, len(t.Columns), total)
	w.table(sheet, t)
	w.placeCharts(sheet, t)
	w.page(sheet, headRow, t.Title)
}

func (w *writer) heads(sheet string, t *readable.Table) (widths []int) {
	var heads []string
	for _, c := range t.Columns {
		heads = append(heads, c.Label)
	}
	for c, head := range unlike(heads) {
		look := "head"
		if t.Columns[c].Right {
			look = "head-right"
		}
		w.str(sheet, headRow, c+1, head, look)
		widths = append(widths, max(8, longestWord(head)+3, utf8.RuneCountInString(head)/2+4))
	}
	w.do(w.f.SetRowHeight(sheet, headRow, 42))
	return widths
}

func longestWord(s string) (most int) {
	for _, word := range strings.Fields(s) {
		most = max(most, utf8.RuneCountInString(word))
	}
	return most
}

func (w *writer) cell(sheet string, row, col int, c readable.Cell, right bool) {
	switch c.Form {
	case readable.Hidden:
		w.str(sheet, row, col, c.Text, "hidden")
	case readable.Unknown:
		look := "unknown"
		if right {
			look = "unknown-right"
		}
		w.str(sheet, row, col, c.Text, look)
	case readable.Day, readable.Month:
		if day, ok := serial(c.Raw); ok {
			w.num(sheet, row, col, day, "number:"+w.format(c))
			return
		}
		w.str(sheet, row, col, c.Text, "body")
	case readable.Words:
		w.str(sheet, row, col, c.Text, "body")
	default:
		w.num(sheet, row, col, c.Num, "number:"+w.format(c))
	}
}

// serial is a day, or the first day of a month, as workbooks count them.
func serial(day string) (float64, bool) {
	t, err := time.Parse(time.DateOnly[:min(len(day), len(time.DateOnly))], day)
	if err != nil {
		return 0, false
	}
	return math.Round(t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24), true
}

// note stands over the table, as wide as it, or at least as wide as it takes to be read.
func (w *writer) note(sheet, note string, columns int, width float64) {
	if note == "" {
		return
	}
	w.str(sheet, 2, 1, note, "note")
	for width < 90 {
		columns++
		width += 9
	}
	w.do(w.f.MergeCell(sheet, address(2, 1), address(2, columns)))
	w.do(w.f.SetRowHeight(sheet, 2, heightFor(note, width)))
}

// heightFor estimates the height of a row whose text wraps in a column so many characters wide.
func heightFor(s string, width float64) float64 {
	return max(1, math.Ceil(float64(utf8.RuneCountInString(s))/(width*1.1)))*13 + 4
}

func (w *writer) title(sheet, title string) {
	w.str(sheet, 1, 1, title, "title")
	w.do(w.f.SetRowHeight(sheet, 1, 28))
}

// table makes Excel's table of the cells: filters in the heads, stripes.
func (w *writer) table(sheet string, t *readable.Table) {
	if len(t.Rows) == 0 {
		w.str(sheet, headRow+1, 1, w.words.Msg("figure.empty"), "unknown")
		return
	}
	stripes := true
	w.do(w.f.AddTable(sheet, &excelize.Table{
		Range: address(headRow, 1) + ":" + address(headRow+len(t.Rows), len(t.Columns)),
		Name:  "t_" + tableName(t.ID), StyleName: "TableStyleLight1", ShowRowStripes: &stripes,
	}))
	for c := range t.Columns { // the table's style would take the heads' own colours away
		look := "head"
		if t.Columns[c].Right {
			look = "head-right"
		}
		at := address(headRow, c+1)
		w.do(w.f.SetCellStyle(sheet, at, at, w.style(look)))
	}
	w.do(w.f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: headRow, TopLeftCell: address(headRow+1, 1), ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: address(headRow+1, 1), ActiveCell: address(headRow+1, 1), Pane: "bottomLeft"}}}))
}

// tableName keeps to what names of tables may be made of.
func tableName(id string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' {
			return r
		}
		return '_'
	}, id)
}

// page sets a sheet up for print: landscape A4, as wide as one page, heads on every page.
func (w *writer) page(sheet string, heads int, title string) {
	landscape, a4, wide, high, fit := "landscape", 9, 1, 0, true
	w.do(w.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &high}))
	w.do(w.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	w.do(w.f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddFooter: "&L" + inFooter(w.c.Programme) + "&C" + inFooter(title) + "&R&P/&N",
	}))
	off := false
	w.do(w.f.SetSheetView(sheet, 0, &excelize.ViewOptions{ShowGridLines: &off}))
	if heads > 0 {
		row := strconv.Itoa(heads)
		w.do(w.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet,
			RefersTo: quoted(sheet) + "!$" + row + ":$" + row}))
	}
}

// inFooter keeps a text from being taken for codes of a footer, which is at most 255 characters long.
func inFooter(s string) string {
	return strings.ReplaceAll(shorten(s, 60), "&", "&&")
}
