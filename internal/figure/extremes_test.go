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

// eachNumber changes every number that is shown of a column.
func eachNumber(t *disclosure.Table, column string, f func(float64) float64) {
	if t == nil {
		return
	}
	c := t.Col(column)
	for i := range t.Rows {
		if c >= 0 && t.Marks[i][c] == disclosure.Shown {
			t.Rows[i][c].Num = f(t.Rows[i][c].Num)
		}
	}
}

func manifold(data results, k float64) {
	for _, t := range data {
		for _, column := range []string{"participants", "hours", "new", "active", "cumulative", "interventions", "value"} {
			eachNumber(t, column, func(v float64) float64 { return v * k })
		}
	}
}

func setHeadline(data results, measure string, v any) {
	t := build("headline", "measure value:r target:r", []any{measure, v, nil})
	for i, r := range data["headline"].Rows {
		if r[0].Text == measure {
			data["headline"].Rows[i], data["headline"].Marks[i] = t.Rows[0], t.Marks[0]
		}
	}
}

// longMonths makes the monthly tables n months long.
func longMonths(c *figure.Context, data results, n int) {
	c.LastMonth = months(c.FirstMonth, n)[n-1]
	c.ReportMonth = c.LastMonth
	var rows, byPartner [][]any
	sum := 0
	for i, m := range months(c.FirstMonth, n) {
		k := 12 + i*7%31
		sum += k
		rows = append(rows, []any{m, k, k, sum, 700})
		for j, p := range c.Partners {
			byPartner = append(byPartner, []any{p.ID, m, (i + j) % 4, 10.0, 20})
		}
	}
	data["reach_by_month"] = build("reach_by_month", "month:m new:n active:n cumulative:n target:n", rows...)
	data["partner_by_month"] = build("partner_by_month", "partner month:m interventions:n hours:r participants:n", byPartner...)
	setHeadline(data, "participants", sum)
	setHeadline(data, "months_active", min(n, 12))
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
		c.ProgrammeName = "A & <b>\"B\"\x00\x1b\xff‏ 学 \U0001F600"
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

func add(t *disclosure.Table, row []any) {
	columns := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		columns[i] = c.Name
	}
	more := build("", strings.Join(columns, " "), row)
	t.Rows, t.Marks = append(t.Rows, more.Rows...), append(t.Marks, more.Marks...)
}

func keep(t *disclosure.Table, want func([]indicator.Value) bool) {
	rows, marks := t.Rows, t.Marks
	t.Rows, t.Marks = nil, nil
	for i := range rows {
		if want(rows[i]) {
			t.Rows, t.Marks = append(t.Rows, rows[i]), append(t.Marks, marks[i])
		}
	}
}

func below(c *figure.Context, data results, target float64) {
	c.Targets["participants"] = target
	t := data["headline"]
	t.Rows[2][2].Num = target
}

func longNames(c *figure.Context, data results) {
	for i := range c.Areas {
		c.Areas[i].Label = fmt.Sprintf("Amministrazione straordinaria %d", i)
	}
	for i := range c.Partners {
		c.Partners[i].Name = fmt.Sprintf("Cooperativa Intercomunale Soc. %d", i)
	}
	for i := range c.Tiles {
		c.Tiles[i].Name = fmt.Sprintf("Sant'Angelo in Colle Maggiore %d", i)
	}
	for _, id := range []string{"coverage_by_zone", "area_by_zone"} {
		t := data[id]
		z := t.Col("zone")
		for i := range t.Rows {
			if t.Rows[i][z].Valid {
				t.Rows[i][z].Text = "Unione dei Comuni della " + t.Rows[i][z].Text
			}
		}
	}
}

// protectAll takes away every number of people, in turn as small and as protected.
func protectAll(_ *figure.Context, data results) {
	for _, t := range data {
		for _, column := range []string{"participants", "new", "active", "cumulative", "per_10k_residents"} {
			c := t.Col(column)
			for i := range t.Rows {
				if c >= 0 {
					t.Rows[i][c] = indicator.Value{Valid: true, Num: 987654}
					t.Marks[i][c] = []disclosure.Mark{disclosure.Small, disclosure.Protected}[i%2]
				}
			}
		}
	}
}

func TestExtremes(t *testing.T) {
	for _, c := range extremes {
		t.Run(c.name, func(t *testing.T) { each(t, c) })
	}
}
