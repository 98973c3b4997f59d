package page

import (
	"testing"

	"formare/internal/disclosure"
	"formare/internal/figure"
	"formare/internal/indicator"
	"formare/internal/report/readable"
	"formare/internal/text"
)

// secret stands behind every mark: a careless caller may leave a number there.
const secret = 987654

type mark disclosure.Mark

func result(id string, columns []indicator.Column, rows ...[]any) *disclosure.Table {
	t := &disclosure.Table{MinCell: 5, Table: indicator.Table{ID: id, Columns: columns,
		Title: map[string]string{"it": "Tabella " + id, "en": "Table " + id}}}
	for _, row := range rows {
		values, marks := make([]indicator.Value, len(row)), make([]disclosure.Mark, len(row))
		for i, v := range row {
			switch v := v.(type) {
			case string:
				values[i] = indicator.Value{Valid: true, Text: v}
			case int:
				values[i] = indicator.Value{Valid: true, Num: float64(v)}
			case mark:
				values[i], marks[i] = indicator.Value{Valid: true, Num: secret}, disclosure.Mark(v)
			}
		}
		t.Rows, t.Marks = append(t.Rows, values), append(t.Marks, marks)
	}
	return t
}

func col(name string, kind indicator.Kind, unit string) indicator.Column {
	return indicator.Column{Name: name, Kind: kind, Unit: unit, People: unit == "people",
		Label: map[string]string{"it": "Colonna " + name, "en": "Column " + name}}
}

const small, protected = mark(disclosure.Small), mark(disclosure.Protected)

func results() map[string]*disclosure.Table {
	hostile := `<script>alert(1)</script> & "altro"`
	return map[string]*disclosure.Table{
		"headline": result("headline", []indicator.Column{col("measure", indicator.Text, ""), col("value", indicator.Real, "measure"), col("target", indicator.Real, "measure")},
			[]any{"participants", 1722, 1700}, []any{"interventions", 81, nil}, []any{"certificates", small, nil}),
		"reach_by_month": result("reach_by_month", []indicator.Column{col("month", indicator.Month, ""), col("new", indicator.Integer, "people"),
			col("active", indicator.Integer, "people"), col("cumulative", indicator.Integer, "people"), col("target", indicator.Real, "people")},
			[]any{"2017-04", 1200, 1200, 1200, 1700}, []any{"2017-05", small, small, protected, 1700}, []any{"2017-06", 520, 530, 1722, 1700}),
		"reach_by_comune": result("reach_by_comune", []indicator.Column{col("istat_code", indicator.Text, ""), col("name", indicator.Text, ""),
			col("zone", indicator.Text, ""), col("participants", indicator.Integer, "people"), col("residents", indicator.Integer, "residents")},
			[]any{"054039", "Perugia", "Perugia", 1100, 165683}, []any{"054001", hostile, "Assisi", small, 28352},
			[]any{"055032", "=Terni", "Terni", 600, 111189}, []any{"054003", "Bettona", "Assisi", protected, 4357}, []any{"054007", "Cascia", "Valnerina", 0, 3108}),
	}
}

// fixture is a page of two figures, in both sizes, with hidden numbers in them.
func fixture(t testing.TB, lang string) (Content, *text.Catalogue) {
	t.Helper()
	words, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	all := results()
	c := Content{Programme: "Formare & integrare", Title: `La formazione <degli "operatori">`, Funding: "FAMI", Period: "Giugno 2017",
		Source: "Fonte: registri.", EmblemText: "Progetto cofinanziato", Emblem: []byte("\x89PNG"), MinCell: 5, Threshold: 0.75,
		LeftOut: []string{"Figura 06 non disegnata."},
		Quality: Quality{Files: 12, Active: 10, Superseded: 1, SetAside: 1, Errors: 14, Warnings: 3, Infos: 1, Partners: []Partner{
			{Name: "Zeta", Received: 3, Months: 3, Files: 9, Errors: 4}, {Name: "Alfa & C.", Received: 1, Months: 3, Missing: []string{"2017-05", "2017-06"}, Files: 1, Errors: 10},
		}}}
	about := figure.Context{Lang: words, ProgrammeName: "Formare", Region: "Umbria", FirstMonth: "2017-04", LastMonth: "2018-03", ReportMonth: "2017-06", MinCell: 5}
	for i, row := range all["reach_by_comune"].Rows {
		about.Tiles = append(about.Tiles, figure.Tile{ISTAT: row[0].Text, Col: i, Row: i % 2, Label: "Abc", Name: row[1].Text, Zone: row[2].Text})
	}
	for _, id := range []string{"headline", "reach_by_month", "reach_by_comune"} {
		c.Tables = append(c.Tables, readable.Of(all[id], nil, words))
	}
	for _, spec := range []figure.Spec{
		{ID: "03-operatori", Kind: figure.Cumulative, Indicators: []string{"reach_by_month", "headline"}, Words: "figure.reach"},
		{ID: "04-mappa", Kind: figure.TileMap, Indicators: []string{"reach_by_comune", "headline"}, Words: "figure.map"},
	} {
		for _, size := range figure.Sizes() {
			for _, theme := range figure.Themes() {
				d, out, err := figure.Draw(spec, all, about, size, theme)
				if err != nil || d == nil {
					t.Fatal(spec.ID, out, err)
				}
				c.Drawings = append(c.Drawings, d)
			}
		}
	}
	return c, words
}

func written(t testing.TB, lang string) string {
	t.Helper()
	c, words := fixture(t, lang)
	raw, err := Write(c, words)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
