package readable

import (
	"testing"

	"formare/internal/disclosure"
	"formare/internal/indicator"
	"formare/internal/text"
)

func protected() *disclosure.Table {
	num := func(v float64) indicator.Value { return indicator.Value{Valid: true, Num: v} }
	word := func(s string) indicator.Value { return indicator.Value{Valid: true, Text: s} }
	return &disclosure.Table{
		Table: indicator.Table{
			ID: "x", Title: map[string]string{"it": "Prova", "en": "Test"},
			Columns: []indicator.Column{
				{Name: "area", Label: map[string]string{"it": "Area", "en": "Area"}},
				{Name: "month", Kind: indicator.Month},
				{Name: "day", Kind: indicator.Date},
				{Name: "participants", Kind: indicator.Integer, Unit: "people", People: true},
				{Name: "share", Kind: indicator.Real, Unit: "share", People: true},
				{Name: "hours", Kind: indicator.Real, Unit: "hours"},
				{Name: "year", Kind: indicator.Integer, Unit: "year"},
			},
			Rows: [][]indicator.Value{
				{word("scuola"), word("2017-04"), word("2017-04-09"), num(1234), num(0.256), num(12.25), num(2018)},
				{{}, word("2017-05"), {}, num(4), num(0.1), num(3), {}}, // hidden, though a number is left in
				{word("=1+1"), word("2017-06"), word("2017-06-01"), num(560), num(1), {}, num(2018)},
			},
			Protect: []indicator.Protection{{Count: "participants", Keys: []string{"area"}, Totals: true}},
		},
		MinCell: 5,
		Marks: [][]disclosure.Mark{
			make([]disclosure.Mark, 7),
			{3: disclosure.Small, 4: disclosure.Protected, 6: disclosure.Shown},
			{3: disclosure.Rounded, 6: disclosure.Shown},
		},
	}
}

func TestReadable(t *testing.T) {
	want := map[string][3][7]string{
		"it": {
			{"Scuola", "aprile 2017", "09/04/2017", "1.234", "25,6%", "12,3", "2018"},
			{"Totale", "maggio 2017", "n.d.", "<5", "prot.", "3,0", "n.d."},
			{"=1+1", "giugno 2017", "01/06/2017", "circa 560", "100,0%", "n.d.", "2018"},
		},
		"en": {
			{"Scuola", "April 2017", "09/04/2017", "1,234", "25.6%", "12.3", "2018"},
			{"Total", "May 2017", "n/a", "<5", "prot.", "3.0", "n/a"},
			{"=1+1", "June 2017", "01/06/2017", "about 560", "100.0%", "n/a", "2018"},
		},
	}
	for _, lang := range text.Languages {
		words, err := text.For(lang)
		if err != nil {
			t.Fatal(err)
		}
		got := Of(protected(), Names{"area": {"scuola": "Scuola"}}, words)
		for r, row := range got.Rows {
			for c, cell := range row {
				if cell.Text != want[lang][r][c] {
					t.Errorf("%s, row %d, column %d: %q, want %q", lang, r, c, cell.Text, want[lang][r][c])
				}
				if cell.Form == Hidden && (cell.Num != 0 || cell.Raw != "") {
					t.Errorf("%s, row %d, column %d: a hidden cell holds %v %q", lang, r, c, cell.Num, cell.Raw)
				}
			}
		}
		if got.Columns[3].Unit != words.Msg("unit.people") || !got.Columns[3].Right || got.Columns[1].Right {
			t.Errorf("%s: columns %+v", lang, got.Columns)
		}
	}
}

func TestSharesOfMeasures(t *testing.T) {
	words, err := text.For("it")
	if err != nil {
		t.Fatal(err)
	}
	t1 := &disclosure.Table{Table: indicator.Table{ID: "headline",
		Columns: []indicator.Column{{Name: "measure"}, {Name: "value", Kind: indicator.Real, Unit: "measure"}},
		Rows: [][]indicator.Value{
			{{Valid: true, Text: "coverage"}, {Valid: true, Num: 0.772}},
			{{Valid: true, Text: "participants"}, {Valid: true, Num: 722}},
		}}}
	got := Of(t1, nil, words)
	if a, b := got.Rows[0][1].Text, got.Rows[1][1].Text; a != "77,2%" || b != "722" || got.Rows[0][0].Text != "Copertura dei comuni" {
		t.Errorf("%q, %q, %q", got.Rows[0][0].Text, a, b)
	}
}
