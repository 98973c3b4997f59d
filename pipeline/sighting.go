package pipeline

import (
	"formare/internal/register"
	"formare/internal/workbook"
)

// A sighting keeps what was recognised on a workbook's sheets. A nil one keeps nothing.
type sighting struct{ sheets []CheckedSheet }

func (s *sighting) begin() {
	if s != nil {
		s.sheets = nil
	}
}

func (s *sighting) sheet(sheet workbook.Sheet) {
	if s != nil {
		s.sheets = append(s.sheets, CheckedSheet{Name: sheet.Name, Hidden: sheet.Hidden, Registers: []CheckedRegister{}})
	}
}

func (s *sighting) table(t *register.Table) {
	if s == nil {
		return
	}
	r := CheckedRegister{FirstRow: t.HeaderFirst, HeaderFirst: t.HeaderFirst, HeaderLast: t.HeaderLast, LastRow: t.HeaderLast, Columns: []CheckedColumn{}, of: t}
	switch t.Subject {
	case register.People:
		r.Subject = "people"
	case register.Courses:
		r.Subject = "courses"
	}
	for i, c := range t.Columns {
		r.Columns = append(r.Columns, CheckedColumn{Column: t.ColumnName(i), Header: c.Header, Field: string(c.Field),
			Score: c.Score, Reason: string(c.Reason), Hidden: c.Hidden, col: c.Col})
	}
	last := &s.sheets[len(s.sheets)-1]
	last.Registers = append(last.Registers, r)
}

func (s *sighting) row(t *register.Table, row *register.Row) {
	if s == nil {
		return
	}
	registers := s.sheets[len(s.sheets)-1].Registers
	for i := len(registers) - 1; i >= 0; i-- {
		if r := &registers[i]; r.of == t {
			if r.FirstRow == 0 {
				r.FirstRow = row.Number
			}
			r.Rows++
			r.LastRow = max(r.LastRow, row.Number)
			return
		}
	}
}

// close writes the ranges.
func (s *sighting) close() []CheckedSheet {
	if s.sheets == nil {
		s.sheets = []CheckedSheet{}
	}
	for i := range s.sheets {
		for k := range s.sheets[i].Registers {
			r := &s.sheets[i].Registers[k]
			if n := len(r.Columns); n > 0 && r.FirstRow > 0 && across(r.of) {
				r.Range = workbook.Address(r.Columns[0].col, r.FirstRow) + ":" + workbook.Address(r.Columns[n-1].col, max(r.LastRow, r.FirstRow))
			} else if n > 0 && r.FirstRow > 0 {
				r.Range = workbook.Address(r.FirstRow, r.Columns[0].col) + ":" + workbook.Address(max(r.LastRow, r.FirstRow), r.Columns[n-1].col)
			}
		}
	}
	return s.sheets
}

// across says whether a register lies on its side.
func across(of any) bool {
	t, ok := of.(*register.Table)
	return ok && t.Across
}
