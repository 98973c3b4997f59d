package template

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// A check is what a column asks of its cells. Empty cells pass every check. Where a secretary may be right
// against the program (a comune of another region, a day before the programme), the check only warns.
type check func(w *writer, at place, v *excelize.DataValidation) (message string, stop bool)

// A place is where a column's cells stand.
type place struct {
	col       string // "E"
	row, last int    // the first and the last row that are checked
	columns   map[string]string
}

// cell names the column's first cell, by which a formula speaks of each; of another column for one.
func (p place) cell(id string) string {
	if id == "" {
		return p.col + strconv.Itoa(p.row)
	}
	return "$" + p.columns[id] + strconv.Itoa(p.row)
}

func (p place) all(id string) string {
	return fmt.Sprintf("$%s$%d:$%s$%d", p.columns[id], p.row, p.columns[id], p.last)
}

func anything(*writer, place, *excelize.DataValidation) (string, bool) { return "", false }

// oneOf is a drop-down. A list that nobody filled is no check.
func oneOf(list string) check {
	return func(w *writer, _ place, v *excelize.DataValidation) (string, bool) {
		if w.listLength(list) == 0 && list != listCodes {
			return "", false
		}
		v.Type, v.Formula1 = "list", list
		return "error." + list, list == listGenders || list == listYesNo
	}
}

func onlyOnce(_ *writer, p place, v *excelize.DataValidation) (string, bool) {
	v.Type = "custom"
	v.Formula1 = fmt.Sprintf(`COUNTIFS(%s,%s,%s,%s&"")=1`, p.all("code"), p.cell("code"), p.all("edition"), p.cell("edition"))
	return "error.code", false
}

func inPeriod(w *writer, _ place, v *excelize.DataValidation) (string, bool) {
	between(v, "date", strconv.Itoa(serial(w.c.First)), strconv.Itoa(serial(w.c.Last)))
	return "error.period", false
}

func notBeforeStart(w *writer, p place, v *excelize.DataValidation) (string, bool) {
	between(v, "date", fmt.Sprintf("MAX(%s,%d)", p.cell("start_date"), serial(w.c.First)), strconv.Itoa(serial(w.c.Last.AddDate(1, 0, 0))))
	return "error.end", false
}

// Ages that the reading of registers takes for those of people at work.
const (
	youngest = 14
	oldest   = 90
)

func birth(w *writer, _ place, v *excelize.DataValidation) (string, bool) {
	from := time.Date(w.c.First.Year()-oldest, 1, 1, 0, 0, 0, 0, time.UTC)
	to := time.Date(w.c.First.Year()-youngest, 12, 31, 0, 0, 0, 0, time.UTC)
	between(v, "date", strconv.Itoa(serial(from)), strconv.Itoa(serial(to)))
	return "error.birth", false
}

func (w *writer) exampleBirth() time.Time {
	return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) // that of the example's codice fiscale
}

func upTo(most int) check {
	return func(_ *writer, _ place, v *excelize.DataValidation) (string, bool) {
		between(v, "decimal", "0", strconv.Itoa(most))
		return "error.hours", true
	}
}

func wholeUpTo(most int) check {
	return func(_ *writer, _ place, v *excelize.DataValidation) (string, bool) {
		between(v, "whole", "0", strconv.Itoa(most))
		return "error.places", true
	}
}

func aShare(_ *writer, _ place, v *excelize.DataValidation) (string, bool) {
	between(v, "decimal", "0", "1")
	return "error.share", true
}

// codiceFiscale looks at the length and at where letters must stand; eleven digits are a provisional code.
// The check character is for the reading of registers to test, which says what is wrong with it.
func codiceFiscale(_ *writer, p place, v *excelize.DataValidation) (string, bool) {
	v.Type = "custom"
	at := p.cell("")
	v.Formula1 = fmt.Sprintf(`OR(LEN(%[1]s)=0,AND(LEN(%[1]s)=16,ISERROR(VALUE(LEFT(%[1]s,1))),ISERROR(VALUE(MID(%[1]s,6,1))),`+
		`ISERROR(VALUE(MID(%[1]s,9,1))),ISERROR(VALUE(MID(%[1]s,12,1))),ISERROR(VALUE(RIGHT(%[1]s,1)))),AND(LEN(%[1]s)=11,ISNUMBER(VALUE(%[1]s))))`, at)
	return "error.codice_fiscale", false
}

func between(v *excelize.DataValidation, kind, low, high string) {
	v.Type, v.Operator, v.Formula1, v.Formula2 = kind, "between", low, high
}

// inXML writes a formula as XML wants it, which excelize leaves to its callers.
var inXML = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// validate puts a column's check on its cells, with a help that shows when one is chosen.
func (w *writer) validate(sheet, words string, f field, at place) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(fmt.Sprintf("%s%d:%s%d", at.col, at.row, at.col, at.last))
	message, stop := f.check(w, at, v)
	v.SetInput(w.msg(words+"."+f.id), w.msg(words+"."+f.id+".hint"))
	if message != "" {
		style := excelize.DataValidationErrorStyleWarning
		if stop {
			style = excelize.DataValidationErrorStyleStop
		}
		v.SetError(style, w.msg(words+"."+f.id), w.msg(message))
	}
	v.Formula1, v.Formula2 = inXML.Replace(v.Formula1), inXML.Replace(v.Formula2)
	if w.err == nil {
		w.do(w.f.AddDataValidation(sheet, v))
	}
}
