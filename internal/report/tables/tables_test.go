package tables

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"formare/internal/disclosure"
	"formare/internal/figure"
	"formare/internal/indicator"
	"formare/internal/report/readable"
	"formare/internal/text"

	"github.com/xuri/excelize/v2"
)

var keep = flag.String("keep", "", "file to which the test's workbook is written, to be looked at")

// result has a hidden number, 3, left in its values: nothing may tell it.
func result(id string) *disclosure.Table {
	num := func(v float64) indicator.Value { return indicator.Value{Valid: true, Num: v} }
	word := func(s string) indicator.Value { return indicator.Value{Valid: true, Text: s} }
	label := func(s string) map[string]string { return map[string]string{"it": s, "en": s} }
	return &disclosure.Table{
		Table: indicator.Table{
			ID: id, Title: label("Prova: <" + id + ">"), Note: label("Una nota & altro."),
			Columns: []indicator.Column{
				{Name: "title", Label: label("Titolo")}, {Name: "month", Kind: indicator.Month, Label: label("Mese")},
				{Name: "start", Kind: indicator.Date, Label: label("Titolo")}, // the same head twice
				{Name: "participants", Kind: indicator.Integer, Unit: "people", People: true, Label: label("Operatori")},
				{Name: "share", Kind: indicator.Real, Unit: "share", Label: label("Quota")},
			},
			Rows: [][]indicator.Value{
				{word(`=HYPERLINK("http://x","y")`), word("2017-04"), word("2017-04-09"), num(1234), num(0.25)},
				{word("@SUM(A1)"), word("2017-05"), {}, num(3), num(0.5)},
				{word("https://esempio.it"), word("2017-06"), word("2017-06-30"), num(560), num(1)},
			},
		},
		MinCell: 5,
		Marks:   [][]disclosure.Mark{{4: 0}, {3: disclosure.Small, 4: 0}, {3: disclosure.Rounded, 4: 0}},
	}
}

// charts has one of every kind.
func charts() []figure.Chart {
	point := func(v float64) figure.ChartPoint { return figure.ChartPoint{Value: v, Known: true} }
	hidden := figure.ChartPoint{Text: "<5"}
	one := figure.Series{Name: "Operatori", Color: figure.ToneAccent, Labels: true, Points: []figure.ChartPoint{point(12), hidden, point(31)}}
	two := figure.Series{Name: "Iscritti", Color: figure.ToneContext, Labels: true, Points: []figure.ChartPoint{point(20), point(25), point(40)}}
	target := figure.Series{Name: "Obiettivo", Color: figure.ToneShort, Dashed: true, Points: []figure.ChartPoint{point(30), point(30), point(30)}}
	toned := one
	toned.Points = []figure.ChartPoint{point(12), point(9), {Value: 31, Known: true, Tone: figure.ToneShort}}
	curve := figure.Series{Name: "Quota", Color: figure.ToneAccent, Points: []figure.ChartPoint{{X: 0, Known: true}, {X: 0.5, Value: 0.3, Known: true}, {X: 1, Value: 1, Known: true}}}
	list := []string{"=1+1", "Perugia", "Terni"}
	return []figure.Chart{
		{Kind: figure.BarChart, Categories: list, Series: []figure.Series{one}},
		{Kind: figure.BarChart, Title: "Colori", Categories: list, Series: []figure.Series{toned, target}},
		{Kind: figure.StackedBarChart, Categories: list, Series: []figure.Series{one, two}},
		{Kind: figure.FullBarChart, Categories: list, Series: []figure.Series{two, one}},
		{Kind: figure.ColumnChart, Categories: list, Series: []figure.Series{one, two}},
		{Kind: figure.StackedColumns, Categories: list, Series: []figure.Series{one, two}},
		{Kind: figure.LineChart, Title: "Totale", Categories: list, Series: []figure.Series{two, target}, Max: 50},
		{Kind: figure.ScatterLineChart, Series: []figure.Series{curve}, Format: "0%", Max: 1},
	}
}

func content(t *testing.T, words *text.Catalogue) Content {
	t.Helper()
	c := Content{Programme: "Formare & integrare", Period: "2017", MinCell: 5, Threshold: 0.75,
		Drawings: []*figure.Drawing{{ID: "03", Title: "Il titolo", Alt: "Che cosa si vede.", Charts: charts(), Indicators: []string{"reach_by_month"}}}}
	for _, id := range []string{"reach_by_month", "mio_indicatore", "altro"} {
		c.Tables = append(c.Tables, readable.Of(result(id), nil, words))
	}
	return c
}

func write(t *testing.T, lang string) []byte {
	t.Helper()
	words, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	book, err := Write(content(t, words), words)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestWorkbook(t *testing.T) {
	for _, lang := range text.Languages {
		book := write(t, lang)
		if *keep != "" && lang == "it" {
			if err := os.WriteFile(*keep, book, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(book, write(t, lang)) {
			t.Errorf("%s: the same content gives other bytes", lang)
		}
		f, err := excelize.OpenReader(bytes.NewReader(book))
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]string{"it": "Indice|Operatori per mese|Prova <mio_indicatore>|Prova <altro>|Dati dei grafici",
			"en": "Contents|People by month|Prova <mio_indicatore>|Prova <altro>|Chart data"}[lang]
		sheets := f.GetSheetList()
		if got := strings.Join(sheets, "|"); got != want {
			t.Errorf("%s: sheets %s, want %s", lang, got, want)
		}
		linksLead(t, f)
		cells(t, f, sheets[1])
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
}

// linksLead follows every link to a sheet that is there, and finds one to each sheet on the first.
func linksLead(t *testing.T, f *excelize.File) {
	t.Helper()
	first := map[string]bool{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			linked, target, err := f.GetCellHyperLink(sheet, address(r+1, 1))
			if err != nil {
				t.Fatal(err)
			}
			if !linked {
				continue
			}
			name := strings.Trim(strings.TrimSuffix(target, "!A1"), "'")
			if at, err := f.GetSheetIndex(name); err != nil || at < 0 {
				t.Errorf("%s row %d leads to %q, which is not there", sheet, r+1, target)
			}
			if sheet == f.GetSheetName(0) {
				first[name] = true
			}
		}
	}
	for _, sheet := range f.GetSheetList()[1:] {
		if !first[sheet] {
			t.Errorf("the first sheet has no link to %s", sheet)
		}
	}
}

// Bars of two colours are two series over each other, and the reference is said in words.
func TestColouredBars(t *testing.T) {
	c, mark := withoutMark(charts()[1])
	c = byTone(c)
	if len(c.Series) != 2 || c.Series[0].Color != figure.ToneAccent || c.Series[1].Color != figure.ToneShort || mark != "Obiettivo" {
		t.Fatalf("%d series, reference %q", len(c.Series), mark)
	}
	for i, s := range c.Series {
		for k, p := range s.Points {
			if p.Known != (k < 2 == (i == 0)) {
				t.Errorf("series %d has point %d: %v", i, k, p.Known)
			}
		}
	}
}

func cells(t *testing.T, f *excelize.File, sheet string) {
	t.Helper()
	for at, want := range map[string]struct {
		raw  string
		kind excelize.CellType
	}{
		"A5": {`=HYPERLINK("http://x","y")`, excelize.CellTypeSharedString},
		"A6": {"@SUM(A1)", excelize.CellTypeSharedString},
		"B5": {"42826", excelize.CellTypeUnset},
		"C5": {"42834", excelize.CellTypeUnset},
		"D5": {"1234", excelize.CellTypeUnset},
		"D6": {"<5", excelize.CellTypeSharedString},
		"D7": {"560", excelize.CellTypeUnset},
		"E5": {"0.25", excelize.CellTypeUnset},
	} {
		raw, err := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
		kind, err2 := f.GetCellType(sheet, at)
		if err != nil || err2 != nil || raw != want.raw || kind != want.kind {
			t.Errorf("%s: %q of kind %d, want %q of kind %d (%v, %v)", at, raw, kind, want.raw, want.kind, err, err2)
		}
	}
	for at, want := range map[string]string{"D5": "1,234", "E5": "25.0%", "C5": "09/04/2017"} {
		if got, err := f.GetCellValue(sheet, at); err != nil || got != want {
			t.Errorf("%s reads %q, want %q (%v)", at, got, want, err)
		}
	}
	list, err := f.GetTables(sheet)
	if err != nil || len(list) != 1 || list[0].Range != "A4:E7" {
		t.Errorf("tables %+v, %v", list, err)
	}
}

var (
	formulas = regexp.MustCompile(`<f[ />]`)
	hidden   = regexp.MustCompile(`<c r="[A-Z]+\d+" s="\d+"><v>3</v>`)
)

// No part of the package is a formula, leads out of it, or holds the number that is hidden; all of it is
// well-formed XML, and every chart has its words.
func TestParts(t *testing.T) {
	book := write(t, "it")
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	native := 0
	for _, part := range z.File {
		in, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		raw, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if err := wellFormed(raw); err != nil {
			t.Errorf("%s: %v", part.Name, err)
		}
		if strings.HasPrefix(part.Name, "xl/worksheets/sheet") && (formulas.Match(raw) || hidden.Match(raw)) {
			t.Errorf("%s has a formula or the hidden number", part.Name)
		}
		if bytes.Contains(raw, []byte(`TargetMode="External"`)) {
			t.Errorf("%s leads out of the workbook", part.Name)
		}
		if strings.HasPrefix(part.Name, "xl/charts/chart") {
			native++
		}
		if strings.HasPrefix(part.Name, "xl/drawings/drawing") {
			if n := bytes.Count(raw, []byte(`descr="Che cosa si vede."`)); n != len(charts()) {
				t.Errorf("%d charts have their words, of %d", n, len(charts()))
			}
		}
	}
	if native != len(charts()) {
		t.Errorf("%d native charts, of %d", native, len(charts()))
	}
}

func wellFormed(raw []byte) error {
	d := xml.NewDecoder(bytes.NewReader(raw))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestNames(t *testing.T) {
	taken := []string{}
	for _, tt := range []struct{ wanted, want string }{
		{"Operatori", "Operatori"}, {"operatori", "operatori (2)"}, {"a[b]:c*d?e/f\\g", "a b c d e f g"},
		{"'", "formare"}, {"History", "formare History"},
		{"Operatori raggiunti per comune e per zona", "Operatori raggiunti per comune…"},
		{"Operatori raggiunti per comune o per zona", "Operatori raggiunti per… (2)"},
		{strings.Repeat("à", 40), strings.Repeat("à", 30) + "…"},
	} {
		got := freeName(tt.wanted, taken)
		if got != tt.want {
			t.Errorf("%q: %q, want %q", tt.wanted, got, tt.want)
		}
		taken = append(taken, got)
	}
	if got := strings.Join(unlike([]string{"a", "A", "", "a"}), "|"); got != "a|A (2)|3|a (3)" {
		t.Errorf("heads %s", got)
	}
}
