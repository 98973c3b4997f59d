package register

import (
	"strconv"
	"strings"

	"formare/internal/finding"
	"formare/internal/workbook"
)

// rowFinding tells that a row was passed over. Its text may name people, so that it is not repeated.
func (r *recogniser) rowFinding(rule finding.Rule, l *line, c *workbook.Cell) {
	f := finding.Finding{Sheet: r.sheet.Name, Row: l.number, Rule: rule}
	if c != nil {
		f.Cell = workbook.Address(l.number, c.Col)
	}
	r.passedOver(f)
}

// mostEarly bounds what is kept of the rows above a sheet's first table; no heading is as long.
const mostEarly = 10_000

// mostOfNone is how many rows of a sheet without any table are told one by one: enough to see which list
// was not understood. The finding about the sheet tells of them all.
const mostOfNone = 20

// passedOver tells of a row outside tables. While the sheet has no table it waits.
func (r *recogniser) passedOver(f finding.Finding) {
	switch {
	case r.tables > 0:
		r.report(f)
	case len(r.early) < mostEarly:
		r.early = append(r.early, f)
	}
}

// tellEarly tells of the rows above the sheet's first table.
func (r *recogniser) tellEarly() {
	for _, f := range r.early {
		r.report(f)
	}
	r.early = nil
}

// tell tells that a row of the table was passed over.
func (t *reader) tell(rule finding.Rule, l *line, c *workbook.Cell) {
	if !t.table.Across {
		t.r.rowFinding(rule, l, c)
		return
	}
	f := finding.Finding{Sheet: t.r.sheet.Name, Row: t.table.RowOf(l.number), Rule: rule}
	if c != nil {
		f.Row = c.Col
		f.Cell = workbook.Address(c.Col, l.number)
	}
	t.r.report(f)
}

// beside tells once of what stands right or left of a table: a legend, a second list.
func (t *reader) beside(l *line) {
	if t.side {
		return
	}
	for i := range l.cells {
		c := &l.cells[i]
		if blank(c) || c.Col >= t.first && c.Col <= t.last || t.r.claimed(c.Col) {
			continue
		}
		t.side = true
		t.r.rowFinding(finding.RowNotData, l, c)
		return
	}
}

// columnFindings tells of the columns that are hidden, doubtful or not understood.
func (r *recogniser) columnFindings(t *Table, d *decision) {
	for i, c := range t.Columns {
		at := finding.Finding{Sheet: r.sheet.Name, Row: t.HeaderLast, Field: string(c.Field)}
		if t.Across {
			at.Row = c.Col
			at.Cell = workbook.Address(c.Col, t.HeaderLast)
			if cells := d.spans[i].head.cells; len(cells) > 0 {
				at.Cell = workbook.Address(c.Col, cells[len(cells)-1].Col)
			}
		} else if t.HeaderLast > 0 {
			at.Cell = workbook.Address(t.HeaderLast, c.Col)
			if cells := d.spans[i].head.cells; len(cells) > 0 {
				at.Cell = workbook.Address(r.rowOf(t, d.spans[i].head), c.Col)
			}
		}
		if c.Hidden {
			at.Rule, at.Value = finding.ColumnHidden, finding.Redact("", c.Header)
			r.report(at)
		}
		if c.Field == None && d.spans[i].chosen.field != ignored && d.spans[i].shape.n > 0 && !d.spans[i].used && !d.spans[i].partner {
			at.Rule, at.Value = finding.ColumnUnrecognised, finding.Redact("", c.Header)
			r.report(at)
		}
		for _, q := range d.doubts {
			if q.col != c.Col {
				continue
			}
			at.Value, at.Field = finding.Redact("", c.Header), string(q.field)
			at.Used = string(c.Field)
			at.Rule, at.Args = finding.ColumnAmbiguous, map[string]string{"next": string(c.Next), "own": t.columnName(c.Col)}
			if q.with > 0 {
				at.Rule, at.Args = finding.ColumnDoubled, map[string]string{"column": t.columnName(q.with), "own": t.columnName(c.Col)}
			}
			r.report(at)
			break
		}
	}
}

// ColumnName is what Excel calls the i-th column of a table; of a table on its side, the number of the row.
func (t *Table) ColumnName(i int) string { return t.columnName(t.Columns[i].Col) }

func (t *Table) columnName(col int) string {
	if t.Across {
		return strconv.Itoa(col)
	}
	return workbook.ColumnName(col)
}

// rowOf gives the row of the header's lowest text for a column.
func (r *recogniser) rowOf(t *Table, h headColumn) int {
	last := h.cells[len(h.cells)-1]
	for _, l := range r.window.lines {
		if l.number > t.HeaderLast {
			break
		}
		for i := range l.cells {
			if &l.cells[i] == last {
				return l.number
			}
		}
	}
	return t.HeaderLast
}

// hiddenRow counts hidden data rows; one finding tells of each run of them.
func (r *recogniser) hiddenRow(number int) {
	if r.hiddenLast > 0 && number > r.hiddenLast+1 {
		r.endHidden()
	}
	if r.hiddenFirst == 0 {
		r.hiddenFirst = number
	}
	r.hiddenLast = number
}

func (r *recogniser) endHidden() {
	if r.hiddenFirst == 0 {
		return
	}
	r.report(finding.Finding{Sheet: r.sheet.Name, Row: r.hiddenFirst, Rule: finding.RowHidden,
		Args: map[string]string{"rows": strconv.Itoa(r.hiddenLast - r.hiddenFirst + 1), "last": strconv.Itoa(r.hiddenLast)}})
	r.hiddenFirst, r.hiddenLast = 0, 0
}

// noteAlmost keeps the first header that has several fields but nothing that says who or which course the
// rows are about, for a sheet on which no register is found.
func (r *recogniser) noteAlmost(b *block) {
	l := b.lines[len(b.lines)-1]
	if rate := r.rate(l); r.almost != nil || rate.fields < 3 {
		return
	}
	var known []string
	for i := range l.cells {
		if f := r.fieldOf(textOf(&l.cells[i])); f != None && f != ignored {
			known = append(known, string(f))
		}
	}
	if len(known) < 3 {
		return
	}
	r.almost = &finding.Finding{Sheet: r.sheet.Name, Row: l.number, Cell: workbook.Address(l.number, l.cells[0].Col),
		Rule: finding.RegisterIncomplete, Args: map[string]string{"known": strings.Join(known, ", ")}}
}
