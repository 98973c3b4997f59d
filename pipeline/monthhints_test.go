package pipeline

import (
	"testing"

	"formare/internal/normalise"
	"formare/internal/register"
	"formare/internal/workbook"
)

// TestMonthHints: what tells the month of a source whose courses have no dates.
func TestMonthHints(t *testing.T) {
	period := normalise.Period{First: "2021-09", Last: "2022-08"}
	text := func(s string) workbook.Cell { return workbook.Cell{Kind: workbook.Text, Text: s} }
	day := func(serial float64) workbook.Cell {
		return workbook.Cell{Kind: workbook.Number, Format: workbook.DateTime, Num: serial}
	}
	for name, c := range map[string]struct {
		header string
		field  register.Field
		cells  []workbook.Cell
		want   string
	}{
		"columns headed by months":  {header: "ott-21 / nov-21", want: "2021-11"},
		"a header of another year":  {header: "marzo 2019"},
		"when a form was sent":      {cells: []workbook.Cell{text("07/01/2022 14.46.23"), text("07/01/2022 9.06.09")}, want: "2022-01"},
		"late answers move nothing": {cells: []workbook.Cell{text("30/01/2022"), text("31/01/2022"), text("1/2/2022")}, want: "2022-01"},
		"in the order of America":   {cells: []workbook.Cell{text("3/1/2022 10:00:00"), text("3/15/2022 10:00:00")}, want: "2022-03"},
		"ISO":                       {cells: []workbook.Cell{text("2022-05-06T10:00:00Z")}, want: "2022-05"},
		"days of a spreadsheet":     {cells: []workbook.Cell{day(44600.5)}, want: "2022-02"},
		"days of other years":       {cells: []workbook.Cell{text("07/01/2019"), text("07/01/2020"), text("07/01/2022")}},
		"dates of birth":            {field: register.BirthDate, cells: []workbook.Cell{text("07/01/2022")}},
		"words":                     {cells: []workbook.Cell{text("delibera 7/1/2022"), text("12")}},
	} {
		t.Run(name, func(t *testing.T) {
			h := newMonthHints(period)
			table := &register.Table{Columns: []register.Column{{Header: c.header, Field: c.field}}}
			h.table(table)
			for i, cell := range c.cells {
				h.row(table, &register.Row{Number: i + 2, Cells: []workbook.Cell{cell}})
			}
			if got := h.month(); got != c.want {
				t.Errorf("month %q, not %q", got, c.want)
			}
		})
	}
}
