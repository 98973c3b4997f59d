package template

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Rows of the sheets to fill in.
const (
	coursesHead = 2 // row 1 says whose the workbook is
	courseRows  = 1000
	peopleHead  = 1
	peopleRows  = 5000
)

func (w *writer) courses(sheet string) {
	fields := w.courseFields()
	w.form(sheet, "courses", fields, coursesHead, courseRows)
	w.choice(sheet, 1, "partner", listPartners, w.c.Partner)
	w.choice(sheet, 4, "month", listMonths, "")
	for i, c := range w.c.Courses {
		row := coursesHead + 2 + i
		kind := c.Kind
		if id := "template.kind." + kind; w.words.Has(id) {
			kind = w.words.Msg(id)
		}
		for j, v := range []any{c.Code, c.Title, c.Edition, kind, c.Area, c.Venue, c.VenueComune, c.Start, c.End,
			c.HoursPlanned, c.HoursDelivered, c.Places} {
			w.put(sheet, row, j+1, v)
			w.dress(sheet, row, j+1, w.styles.open[fields[j].form])
		}
	}
}

func (w *writer) people(sheet, courses string) {
	w.form(sheet, "people", w.peopleFields(), peopleHead, peopleRows)
	// From the first row to the last one that is filled: a course that is typed there can be chosen here.
	codes := fmt.Sprintf("'%[1]s'!$A$%[2]d:$A$%[3]d", courses, coursesHead, coursesHead+courseRows)
	w.name(listCodes, fmt.Sprintf("OFFSET('%s'!$A$%d,1,0,MAX(1,COUNTA(%s)-1),1)", courses, coursesHead, codes))
}

// choice puts a label and a cell beside it to choose a value in.
func (w *writer) choice(sheet string, col int, id, list, value string) {
	w.put(sheet, 1, col, w.msg(id)+":")
	w.dress(sheet, 1, col, w.styles.label)
	w.put(sheet, 1, col+1, value)
	w.dress(sheet, 1, col+1, w.styles.choice)
	w.validate(sheet, "courses", field{id: id, check: oneOf(list)}, place{col: column(col + 1), row: 1, last: 1})
}

// form lays out a sheet to fill in: a locked header, an example below it, open cells with their checks.
func (w *writer) form(sheet, words string, fields []field, head, rows int) {
	columns := w.openColumns(sheet, fields)
	for i, f := range fields {
		name, style := w.msg(words+"."+f.id), w.styles.head
		if f.required {
			name, style = name+" *", w.styles.required
		}
		col := columns[f.id]
		for above := 1; above < head; above++ {
			w.dress(sheet, above, i+1, w.styles.body)
		}
		w.put(sheet, head, i+1, name)
		w.dress(sheet, head, i+1, style)
		example := f.example
		if id, ok := example.(string); ok && strings.HasPrefix(id, ".") {
			example = w.msg(id[1:])
		}
		w.put(sheet, head+1, i+1, example)
		w.dress(sheet, head+1, i+1, w.styles.example[f.form])
		w.validate(sheet, words, f, place{col, head + 1, head + rows, columns})
	}
	w.do(w.f.SetRowHeight(sheet, head, 33))
	w.do(w.f.AutoFilter(sheet, fmt.Sprintf("A%d:%s%d", head, column(len(fields)), head+rows), nil))
	w.print(sheet, "landscape", head) // after the filter, which resets it
	w.do(w.f.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: head, TopLeftCell: address(head+1, 2), ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: address(head+2, 1), ActiveCell: address(head+2, 1), Pane: "bottomLeft"}}}))
	w.protect(sheet, true)
}

// openColumns unlocks the whole sheet, before there are cells, and gives the columns' names by field. Rows with
// a locked cell anywhere could not be deleted.
func (w *writer) openColumns(sheet string, fields []field) map[string]string {
	columns := map[string]string{}
	for i, f := range fields {
		col := column(i + 1)
		columns[f.id] = col
		if w.err == nil {
			w.do(w.f.SetColStyle(sheet, col, w.styles.open[f.form]))
			w.do(w.f.SetColWidth(sheet, col, col, f.width))
		}
	}
	if w.err == nil {
		w.do(w.f.SetColStyle(sheet, column(len(fields)+1)+":"+column(excelize.MaxColumns), w.styles.open[general]))
	}
	return columns
}

// dress gives a cell its style.
func (w *writer) dress(sheet string, row, col, style int) {
	if w.err == nil {
		w.do(w.f.SetCellStyle(sheet, address(row, col), address(row, col), style))
	}
}

// protect locks what is not open. There is no password: it guards against slips, not against people.
func (w *writer) protect(sheet string, fillIn bool) {
	if w.err == nil {
		w.do(w.f.ProtectSheet(sheet, &excelize.SheetProtectionOptions{
			SelectLockedCells: true, SelectUnlockedCells: true, FormatCells: fillIn, FormatColumns: true, FormatRows: true,
			AutoFilter: fillIn, Sort: fillIn, InsertRows: fillIn, DeleteRows: fillIn,
		}))
	}
}

// print fits a sheet's width on A4, and repeats its header on every page.
func (w *writer) print(sheet, orientation string, head int) {
	a4, one, none, fit := 9, 1, 0, true
	if w.err != nil {
		return
	}
	w.do(w.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &orientation, Size: &a4, FitToWidth: &one, FitToHeight: &none}))
	w.do(w.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	w.do(w.f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P / &N"}))
	if head > 0 {
		w.do(w.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet,
			RefersTo: fmt.Sprintf("'%s'!$%d:$%d", sheet, head, head)}))
	}
}

func (w *writer) name(name, refersTo string) {
	if w.err == nil {
		w.do(w.f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refersTo}))
	}
}

// instructions writes the first sheet. What it says stands in the texts: template.how.1, .2, and so on.
func (w *writer) instructions(sheet string) {
	const wide = 84
	w.do(w.f.SetColWidth(sheet, "A", "A", wide))
	w.mark(sheet)
	row := 1
	line := func(style int, size float64, text string) {
		row++
		w.put(sheet, row, 1, text)
		w.dress(sheet, row, 1, style)
		lines := math.Ceil(float64(utf8.RuneCountInString(text)) / wide)
		w.do(w.f.SetRowHeight(sheet, row, size*max(lines, 1)))
	}
	line(w.styles.title, 24, w.msg("title", "programme", w.c.Programme))
	for _, part := range []string{"how", "data", "ask"} {
		row++
		line(w.styles.heading, 20, w.msg(part))
		for n := 1; w.words.Has(fmt.Sprintf("template.%s.%d", part, n)); n++ {
			line(w.styles.body, 17, "• "+w.msg(fmt.Sprintf("%s.%d", part, n), "courses", w.msg("sheet.courses"), "people", w.msg("sheet.people")))
		}
	}
	for _, who := range []string{w.c.Lead, w.c.Contact} {
		if who != "" {
			line(w.styles.body, 17, "• "+who)
		}
	}
	w.print(sheet, "portrait", 0)
	w.do(w.f.SetSheetView(sheet, 0, &excelize.ViewOptions{ShowGridLines: new(bool)}))
	w.protect(sheet, false)
}
