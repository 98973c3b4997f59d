package figure_test

import (
	"fmt"
	"strings"

	"formare/internal/disclosure"
	"formare/internal/figure"
	"formare/internal/indicator"
)

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
