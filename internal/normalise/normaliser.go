package normalise

import (
	"errors"
	"fmt"

	"formare/internal/config"
	"formare/internal/finding"
	"formare/internal/register"
	"formare/internal/territory"
	"formare/internal/workbook"
)

// A Context is what the records of one source depend on beside its cells.
type Context struct {
	Partner             string // id of the partner who sent the source
	SourceMonth         string // "2017-04"; "" unknown
	MonthOfDates        bool   // SourceMonth was found from the source's own dates, and says nothing about them
	File                string // under the inbox, for findings
	Period              Period // the programme's
	Areas               []config.Area
	CompletionThreshold float64 // share of the hours planned; 0 means 0.75
	Territory           *territory.Territory
	Lexicon             *Lexicon
	Known               map[string]KnownCourse // of the partner's other sources, by key
}

// A KnownCourse is one whose month another source tells.
type KnownCourse struct{ Key, Month string }

// A Normaliser makes the records of one source out of its registers. It is a register.Sink; Close ends
// the source. It is not safe for concurrent use.
//
// Rows are kept until Close, for what a row means may hang on later ones: the course that a title
// names, the hours planned, the scale of a column of scores, the order of names in a column.
type Normaliser struct {
	ctx      Context
	sink     Sink
	report   func(finding.Finding)
	read     *reader
	courses  *courses
	tables   []*tableState
	labels   labelState
	table    *tableState // that of the row at hand
	row      *register.Row
	last     *pending // the row before, if it had a person
	lastRow  int
	rows     chunks
	dates    map[dateColumnKey]*dateColumn
	dateKeys []dateColumnKey    // in the order of their first dates
	people   *crowd             // of all rows, once they have been seen
	days     map[dayKey]*daySum // of rows that are a person and a day
	loose    int                // rows with nothing but a name
	closed   bool
}

// New makes the normaliser of one source. Findings go to report as they come; sink gets the records at
// Close: every enrolment with its attendances, in the order of the rows, then the courses.
func New(ctx Context, sink Sink, report func(finding.Finding)) *Normaliser {
	if ctx.CompletionThreshold <= 0 {
		ctx.CompletionThreshold = 0.75
	}
	if report == nil {
		report = func(finding.Finding) {}
	}
	return &Normaliser{ctx: ctx, sink: sink, report: report, read: newReader(&ctx), courses: newCourses(ctx.Partner)}
}

var errClosed = errors.New("normalise: the source is closed")

// Table begins a register.
func (n *Normaliser) Table(t *register.Table) error {
	if n.closed {
		return errClosed
	}
	n.table = newTableState(t, n.read)
	n.tables = append(n.tables, n.table)
	n.last = nil
	return nil
}

// Row takes one row of the register begun last.
func (n *Normaliser) Row(t *register.Table, row *register.Row) error {
	switch {
	case n.closed:
		return errClosed
	case len(row.Cells) < len(t.Columns):
		return fmt.Errorf("normalise: row %d has %d cells for %d columns", row.Number, len(row.Cells), len(t.Columns))
	case n.table == nil || n.table.of != t:
		if err := n.Table(t); err != nil {
			return err
		}
	}
	n.row = row
	if n.table.subject == register.Courses {
		n.courseRow()
		return nil
	}
	n.personRow()
	return nil
}

// Close works out what waited for the whole source and hands the records to the sink.
func (n *Normaliser) Close() error {
	if n.closed {
		return nil
	}
	n.closed = true
	n.row = nil
	n.settleBirths()
	n.gather()
	n.settleDates()
	n.titleFromFile()
	n.hideInTitles()
	n.courses.settle()
	n.placeKnown()
	n.tellUnlisted()
	return n.flush()
}

// A place for what is found: a cell of the row at hand by its column's index in the table, or, where
// col is 0 and row too, the row itself.
type place struct {
	sheet string
	row   int
	col   int // as Excel counts, 1-based; 0 for the row
}

// find reports a finding about a cell of the row at hand. A value that was written once for a group of
// rows is told once.
func (n *Normaliser) find(i int, p problem) {
	if p.rule == "" {
		return
	}
	col := n.table.of.Columns[i]
	cell := &n.row.Cells[i]
	value := n.read.shown(cell)
	if i < len(n.row.Carried) && n.row.Carried[i] && n.table.told(i, value, p.rule) {
		return
	}
	n.table.tell(i, value, p.rule)
	n.findAt(n.placeOf(i), col.Field, value, p)
}

// placeOf is where the i-th cell of the row at hand stands.
func (n *Normaliser) placeOf(i int) place {
	row, col := n.table.of.Place(n.row.Number, i)
	return place{n.table.of.Sheet.Name, row, col}
}

// sheetRow is the sheet's row that the row at hand stands in.
func (n *Normaliser) sheetRow() int { return n.table.of.RowOf(n.row.Number) }

func (n *Normaliser) findAt(at place, field register.Field, value string, p problem) {
	f := finding.Finding{
		File: n.ctx.File, Partner: n.ctx.Partner, Month: n.ctx.SourceMonth, Sheet: at.sheet, Row: at.row,
		Field: string(field), Rule: p.rule,
		Value: n.redact(string(field), value, p.used), Used: finding.Redact(string(field), p.used), Args: p.args,
	}
	if at.col > 0 && at.row > 0 {
		f.Cell = workbook.Address(at.row, at.col)
	}
	n.report(f)
}

// cell gives the first cell with a value among a field's columns, and its index. Cell errors and
// formulas without a value are told here and count as empty.
func (n *Normaliser) cell(f register.Field) (*workbook.Cell, int) {
	for _, i := range n.table.fields[f] {
		if c, ok := n.usable(i); ok {
			return c, i
		}
	}
	return nil, -1
}

func (n *Normaliser) usable(i int) (*workbook.Cell, bool) {
	if i >= len(n.row.Cells) {
		return nil, false
	}
	c := &n.row.Cells[i]
	switch {
	case c.Kind == workbook.Error:
		n.find(i, problem{rule: finding.CellError})
		return nil, false
	case c.Kind == workbook.Empty && c.Formula && n.table.of.Columns[i].Field == register.HoursAttended && len(n.table.sessions) > 0:
		if !n.table.told(i, "", finding.FormulaWithoutValue) { // the days of attendance beside it tell the hours
			n.find(i, problem{rule: finding.FormulaWithoutValue})
			n.table.tell(i, "", finding.FormulaWithoutValue)
		}
		return nil, false
	case c.Kind == workbook.Empty && c.Formula:
		n.find(i, problem{rule: finding.FormulaWithoutValue})
		return nil, false
	}
	return c, !empty(c)
}

// text gives a field's text, "" if it has none, and the column's index.
func (n *Normaliser) text(f register.Field) (string, int) {
	c, i := n.cell(f)
	if c == nil {
		return "", -1
	}
	return n.textOf(c, i), i
}

func (n *Normaliser) textOf(c *workbook.Cell, i int) string {
	text, undone := n.read.text(c)
	if undone {
		n.find(i, problem{rule: finding.TextRepaired, used: text})
	}
	return text
}
