package normalise

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"formare/data"
	"formare/internal/config"
	"formare/internal/finding"
	"formare/internal/register"
	"formare/internal/territory"
	"formare/internal/workbook"
)

var loadWords = sync.OnceValues(func() (*Lexicon, error) { return LoadLexicon(data.FS) })
var loadLand = sync.OnceValues(func() (*territory.Territory, error) { return territory.Load(data.FS) })

var testAreas = []config.Area{
	{ID: "istruzione", Label: "Istruzione", Synonyms: []string{"scuola", "scolastica"}},
	{ID: "socio-sanitaria", Label: "Socio-sanitaria", Synonyms: []string{"sociale", "sanità"}},
	{ID: "amministrativa", Label: "Amministrativa", Synonyms: []string{"front office"}},
	{ID: "interculturale", Label: "Comunicazione interculturale", Synonyms: []string{"mediazione"}},
	{ID: "giuridica", Label: "Giuridica", Synonyms: []string{"legale"}},
}

func testContext(t testing.TB) Context {
	t.Helper()
	lex, err := loadWords()
	if err != nil {
		t.Fatal(err)
	}
	land, err := loadLand()
	if err != nil {
		t.Fatal(err)
	}
	return Context{Partner: "anci", SourceMonth: "2017-04", File: "anci/2017-04.xlsx",
		Period: Period{"2017-04", "2018-03"}, Areas: testAreas, Territory: land, Lexicon: lex}
}

func testReader(t testing.TB) *reader {
	ctx := testContext(t)
	return newReader(&ctx)
}

// kept is a Sink that keeps what it gets.
type kept struct {
	courses     []Course
	enrolments  []Enrolment
	attendances []Attendance
	findings    []finding.Finding
}

func (k *kept) Course(c *Course) error         { k.courses = append(k.courses, *c); return nil }
func (k *kept) Enrolment(e *Enrolment) error   { k.enrolments = append(k.enrolments, *e); return nil }
func (k *kept) Attendance(a *Attendance) error { k.attendances = append(k.attendances, *a); return nil }

// told lists findings as "B3 date-invalid", in order.
func (k *kept) told() []string {
	var out []string
	for _, f := range k.findings {
		at := f.Cell
		if at == "" {
			at = fmt.Sprint("row ", f.Row)
		}
		out = append(out, at+" "+string(f.Rule))
	}
	slices.Sort(out)
	return out
}

// A sheet is a register as a test writes it: the fields of its columns, or "session:<header>", labels
// that hold for all rows, and the rows from row 2 on.
type sheet struct {
	name    string
	subject register.Subject
	fields  []string
	labels  []register.Label
	rows    [][]any
}

// cellOf makes a cell of a Go value: nil is empty.
func cellOf(v any, col int) workbook.Cell {
	switch v := v.(type) {
	case nil:
		return workbook.Cell{Col: col}
	case string:
		if v == "" {
			return workbook.Cell{Col: col}
		}
		return workbook.Cell{Kind: workbook.Text, Text: v, Col: col}
	case int:
		return workbook.Cell{Kind: workbook.Number, Num: float64(v), Col: col}
	case float64:
		return workbook.Cell{Kind: workbook.Number, Num: v, Col: col}
	case bool:
		c := workbook.Cell{Kind: workbook.Bool, Col: col}
		if v {
			c.Num = 1
		}
		return c
	case Date:
		return workbook.Cell{Kind: workbook.Date, Format: workbook.DateOnly, Num: float64(v.Time().Unix()/86400 + 25569), Col: col}
	case workbook.Cell:
		v.Col = col
		return v
	}
	panic(fmt.Sprintf("no cell of %T", v))
}

func label(f register.Field, v any, row, col int) register.Label {
	return register.Label{Field: f, Value: cellOf(v, col), Row: row}
}

// normalise runs sheets through a Normaliser.
func (s sheet) feed(t testing.TB, n *Normaliser) {
	t.Helper()
	table := &register.Table{Sheet: workbook.Sheet{Name: s.name}, Subject: s.subject, HeaderFirst: 1, HeaderLast: 1}
	for i, f := range s.fields {
		name, header, _ := strings.Cut(f, ":")
		c := register.Column{Col: i + 1, Header: header, Field: register.Field(name), Score: 1, Reason: register.Exact}
		if name == "session" {
			c.Date = workbook.Cell{Kind: workbook.Text, Text: header, Col: i + 1}
		}
		table.Columns = append(table.Columns, c)
	}
	if err := n.Table(table); err != nil {
		t.Fatal(err)
	}
	for r, values := range s.rows {
		row := &register.Row{Number: r + 2, Labels: s.labels, Carried: make([]bool, len(s.fields))}
		for i := range s.fields {
			var v any
			if i < len(values) {
				v = values[i]
			}
			if c, ok := v.(carried); ok {
				row.Carried[i] = true
				v = c.v
			}
			row.Cells = append(row.Cells, cellOf(v, i+1))
		}
		if err := n.Row(table, row); err != nil {
			t.Fatal(err)
		}
	}
}

// carried is a value that was written in an earlier row of a group.
type carried struct{ v any }

func run(t testing.TB, sheets ...sheet) *kept {
	t.Helper()
	return runIn(t, testContext(t), sheets...)
}

func runIn(t testing.TB, ctx Context, sheets ...sheet) *kept {
	t.Helper()
	k := &kept{}
	n := New(ctx, k, func(f finding.Finding) { k.findings = append(k.findings, f) })
	for _, s := range sheets {
		s.feed(t, n)
	}
	if err := n.Close(); err != nil {
		t.Fatal(err)
	}
	return k
}

// shortly writes an enrolment without its person.
func shortly(e *Enrolment) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", e.Course, e.Month)
	for _, f := range []struct {
		name string
		v    *float64
	}{{"h", e.HoursAttended}, {"share", e.ShareAttended}, {"before", e.ScoreBefore}, {"after", e.ScoreAfter}, {"liking", e.Satisfaction}} {
		if f.v != nil {
			fmt.Fprintf(&b, " %s=%.4g", f.name, *f.v)
		}
	}
	if e.Status != "" {
		b.WriteString(" " + e.Status)
	}
	if e.Certificate != nil {
		fmt.Fprintf(&b, " cert=%v", *e.Certificate)
	}
	return b.String()
}
