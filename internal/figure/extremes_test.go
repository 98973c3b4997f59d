package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"formare/internal/disclosure"
	"formare/internal/figure"
	"formare/internal/indicator"
)

type results = map[string]*disclosure.Table

// A testCase changes the programme into an extreme one.
type testCase struct {
	name   string
	change func(*figure.Context, results)
}

var extremes = []testCase{
	{"as told", nil},
	{"one month", func(c *figure.Context, data results) { longMonths(c, data, 1) }},
	{"two months", func(c *figure.Context, data results) { longMonths(c, data, 2) }},
	{"thirty months", func(c *figure.Context, data results) { longMonths(c, data, 30) }},
	{"ten years", func(c *figure.Context, data results) { longMonths(c, data, 120) }},
	{"in the middle", func(c *figure.Context, _ results) { c.ReportMonth, c.Partial = "2017-06", true }},
	{"one partner", func(c *figure.Context, data results) {
		c.Partners = c.Partners[1:2]
		keep(data["partner_by_month"], func(r []indicator.Value) bool { return r[0].Text == "anci" })
	}},
	{"many partners", func(c *figure.Context, data results) {
		for i := range 14 {
			id := fmt.Sprintf("p%d", i)
			c.Partners = append(c.Partners, figure.Partner{ID: id, Name: fmt.Sprintf("Associazione numero %d", i)})
			t := build("", "partner month:m interventions:n hours:r participants:n", []any{id, "2017-09", 1 + i%2, 3.0, 4})
			data["partner_by_month"].Rows = append(data["partner_by_month"].Rows, t.Rows...)
			data["partner_by_month"].Marks = append(data["partner_by_month"].Marks, t.Marks...)
		}
	}},
	{"missing registers", func(c *figure.Context, data results) {
		c.Partial = true
		for _, m := range []string{"2017-08", "2017-09"} {
			c.Missing = append(c.Missing, figure.Missing{Partner: "alisei", Month: m})
		}
	}},
	{"one area", func(c *figure.Context, data results) {
		c.Areas = c.Areas[1:2]
		keep(data["area_by_zone"], func(r []indicator.Value) bool { return r[0].Text == "socio-sanitaria" || !r[0].Valid })
		keep(data["course_calendar"], func(r []indicator.Value) bool { return r[2].Text == "socio-sanitaria" })
	}},
	{"nine areas", func(c *figure.Context, data results) {
		for i := range 4 {
			id := fmt.Sprintf("area-%d", i)
			c.Areas = append(c.Areas, figure.Area{ID: id, Label: fmt.Sprintf("Sicurezza e ordine pubblico %d", i)})
			data["course_calendar"].Rows[i*3][2].Text = id
		}
	}},
	{"hundredfold", func(_ *figure.Context, data results) { manifold(data, 100) }},
	{"ten thousandfold", func(_ *figure.Context, data results) { manifold(data, 10000) }},
	{"courses hundredfold", func(_ *figure.Context, data results) { data["course_calendar"] = calendar(8100) }},
	{"one course", func(_ *figure.Context, data results) { data["course_calendar"] = calendar(1) }},
	{"courses without dates", func(_ *figure.Context, data results) {
		for i := range 5 {
			data["course_calendar"].Rows[i][3] = indicator.Value{}
		}
	}},
	{"idle in August", func(_ *figure.Context, data results) {
		keep(data["course_calendar"], func(r []indicator.Value) bool {
			return !strings.HasPrefix(r[3].Text, "2017-08") && !strings.HasPrefix(r[4].Text, "2017-08") &&
				!(r[3].Text < "2017-08" && r[4].Text > "2017-08")
		})
	}},
	{"long names", longNames},
	{"zero zones", func(_ *figure.Context, data results) {
		t := data["coverage_by_zone"]
		for _, i := range []int{3, 11} {
			for _, column := range []string{"covered", "share", "participants", "per_10k_residents"} {
				t.Rows[i][t.Col(column)].Num = 0
			}
		}
		for i := range data["area_by_zone"].Rows[:3] {
			data["area_by_zone"].Rows[i][2].Num = 0
		}
	}},
	{"no targets", func(c *figure.Context, data results) {
		c.Targets = nil
		data["headline"] = build("headline", "measure value:r target:r", []any{"participants", 722, nil}, []any{"interventions", 81, nil})
	}},
	{"below target", func(c *figure.Context, data results) { below(c, data, 750) }},
	{"just below target", func(c *figure.Context, data results) { below(c, data, 723) }},
	{"far below target", func(c *figure.Context, data results) { below(c, data, 9000) }},
	{"no data", func(_ *figure.Context, data results) {
		for _, t := range data {
			t.Rows, t.Marks = nil, nil
		}
	}},
	{"all nought", func(_ *figure.Context, data results) {
		manifold(data, 0)
		eachNumber(data["coverage_by_zone"], "covered", func(float64) float64 { return 0 })
	}},
	{"no tables", func(_ *figure.Context, data results) { clear(data) }},
	{"everything protected", protectAll},
	{"protected months", func(_ *figure.Context, data results) {
		t := data["reach_by_month"]
		t.Marks[4][1], t.Marks[5][1] = disclosure.Small, disclosure.Protected
		t.Marks[4][3] = disclosure.Protected
		for i := 5; i < 12; i++ {
			t.Marks[i][3] = disclosure.Rounded
		}
	}},
	{"protected tiles", func(_ *figure.Context, data results) {
		for i := range data["reach_by_comune"].Rows {
			if i%5 == 0 {
				data["reach_by_comune"].Marks[i][3] = disclosure.Protected
			}
			if i%11 == 0 {
				data["reach_by_comune"].Marks[i][3] = disclosure.Shown
				data["reach_by_comune"].Rows[i][3] = indicator.Value{}
			}
		}
		for i := 8; i < 12; i++ {
			data["coverage_by_zone"].Marks[i][4] = disclosure.Small
			data["coverage_by_zone"].Marks[i][5] = disclosure.Protected
		}
	}},
	{"a threshold of twelve", func(c *figure.Context, _ results) { c.MinCell = 12 }},
	{"few people", func(_ *figure.Context, data results) { setHeadline(data, "participants", small) }},
	{"hostile text", func(c *figure.Context, data results) {
		c.ProgrammeName = "A & <b>\"B\"\x00\x1b\xff\u200f 学 \U0001F600"
		c.Partners[0].Name = "<script>alert('x')</script>"
		c.Areas[0].Label = "Lingua & \"cultura\" <2>"
		c.Tiles[0].Name, c.Partners[1].Name = "\x1b[31mA\xffB", "Riga\nsotto\x07"
		data["coverage_by_zone"].Rows[0][0].Text = "\x00Zona\x1b"
	}},
	{"wide zones", func(_ *figure.Context, data results) {
		t := data["coverage_by_zone"]
		t.Rows[0][1].Num, t.Rows[0][2].Num = 60, 31
		t.Rows[1][1].Num, t.Rows[1][2].Num = 14, 3
	}},
	{"fourteen comuni", func(_ *figure.Context, data results) { data["coverage_by_zone"].Rows[1][1].Num = 14 }},
	{"twenty zones", func(_ *figure.Context, data results) {
		for i := range 8 {
			z := fmt.Sprintf("Ambito territoriale %d", i)
			add(data["coverage_by_zone"], []any{z, 6, i % 7, 0.3, i * 3, 2.0, 9000})
			add(data["area_by_zone"], []any{"istruzione", z, 7 + i, nil})
			add(data["area_by_zone"], []any{nil, z, 9 + i, nil})
		}
	}},
}

func TestExtremes(t *testing.T) {
	for _, c := range extremes {
		t.Run(c.name, func(t *testing.T) { each(t, c) })
	}
}
