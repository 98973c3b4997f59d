//go:build cgo

package engine_test

import (
	"context"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"formare/data"
	"formare/internal/finding"
	"formare/internal/indicator"

	"github.com/google/go-cmp/cmp"
)

// TestSmallWorld compares every view and indicator with numbers worked out by hand.
func TestSmallWorld(t *testing.T) {
	db := openModel(t, smallWorld().write(t), true, 2)
	tests := []struct{ name, query, want string }{
		{"interventions", "SELECT course, hours, month FROM interventions ORDER BY course", `
anci/C1|10|2017-04
anci/C3|-|2017-06
aris/C2|8|2017-05
aris/C4|-|2017-05
`},
		{"linked", `SELECT source, sheet, "row", participant, link, ambiguous, told FROM linked WHERE link <> 'cf' OR ambiguous OR NOT told ORDER BY ord`, `
a|Foglio1|6|101|person|false|true
a|Foglio1|8|303|group|false|true
a|Foglio1|9|-1000000005|alone|false|true
b|Foglio1|4|303|group|false|true
b|Foglio1|5|102|name|false|true
b|Foglio1|9|311|group|true|true
c|Foglio1|2|102|cf|false|false
c|Foglio1|3|107|cf|false|false
`},
		{"facts", `SELECT participant, course, area, month, zone, hours_attended, reached, completed, certificate FROM facts ORDER BY course, participant`, `
-1000000005|anci/C1|istruzione|2017-04|-|0|false|false|-
101|anci/C1|istruzione|2017-04|Sud|12|true|true|true
102|anci/C1|istruzione|2017-04|Nord|11|true|true|-
303|anci/C1|istruzione|2017-04|Sud|9|true|true|-
102|anci/C3|istruzione|2017-06|Nord|-|true|-|-
107|anci/C3|istruzione|2017-06|-|-|true|-|-
101|aris/C2|giuridica|2017-05|Sud|8|true|true|-
102|aris/C2|giuridica|2017-05|Nord|0.5|false|false|-
109|aris/C2|giuridica|2017-05|-|8|true|true|-
110|aris/C2|giuridica|2017-05|-|8|true|true|-
303|aris/C2|giuridica|2017-05|Sud|2|true|false|-
311|aris/C2|giuridica|2017-05|-|8|true|true|-
106|aris/C4|-|2017-05|-|-|true|true|true
`},
		{"participants", "SELECT participant, gender, birth_year, role, service, comune, zone, province, first_month, courses, hours FROM participants ORDER BY participant", `
101|F|1980|dirigente|Servizi Gamma|055001|Sud|TR|2017-04|2|20
102|M|1960|medico|USL Beta|054002|Nord|PG|2017-04|2|11
106|X|-|-|-|058091|-|-|2017-05|1|-
107|F|1989|-|Scuola Alfa|-|-|-|2017-06|1|-
109|F|-|-|-|-|-|-|2017-05|1|8
110|F|-|-|-|-|-|-|2017-05|1|8
303|F|1990|-|-|055001|Sud|TR|2017-04|2|11
311|F|-|-|-|-|-|-|2017-05|1|8
`},
		{"services", "SELECT service, service_kind, comune, zone, participants FROM services ORDER BY service", `
Scuola Alfa|scuola|-|-|1
Servizi Gamma|servizi-sociali|055001|Sud|1
USL Beta|sanita|054002|Nord|1
`},
		{"activity", "SELECT course, month FROM activity ORDER BY course, month", `
anci/C1|2017-04
anci/C3|2017-06
aris/C2|2017-05
aris/C4|2017-05
`},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(strings.TrimPrefix(tt.want, "\n"), show(t, db, tt.query)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
	for _, def := range definitions(t) {
		got := compute(t, db, def)
		if diff := cmp.Diff(strings.TrimPrefix(wantIndicators[def.ID], "\n"), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", def.ID, diff)
		}
		// A user's query over the view of the same name gives the same rows.
		f, err := db.Query(context.Background(), "SELECT * FROM "+def.ID)
		check(t, err)
		if view := format(f.Rows); view != got {
			t.Errorf("%s: the view gives\n%s", def.ID, view)
		}
	}
}

var wantIndicators = map[string]string{
	"headline": `
interventions|4|4
hours_delivered|18|-
participants|8|10
services|3|-
comuni_covered|2|-
coverage|0.6666666666666666|-
zones_covered|2|-
months_active|3|-
enrolments|13|-
person_hours|66.5|-
completion_rate|0.8888888888888888|-
certificates|2|-
`,
	"targets": `
interventions|4|4|1
participants|8|10|0.8
`,
	"reach_by_month": `
2017-04|3|3|3|10
2017-05|4|6|7|10
2017-06|1|2|8|10
`,
	"reach_by_comune": `
054001|Alfa|Nord|0|0|1000|2018|PG
054002|Beta|Nord|1|3.333333|3000|2018|PG
055001|Gamma|Sud|2|3.333333|6000|2018|TR
`,
	"coverage_by_zone": `
Nord|2|1|0.5|1|2.5|4000|0.75|2018
Sud|1|1|1|2|3.333333|6000|1|2018
`,
	"reach_by_area": `
istruzione|4|2|10|32
giuridica|5|1|8|34.5
-|1|1|0|0
`,
	"area_by_zone": `
istruzione|Nord|1|11
istruzione|Sud|2|21
istruzione|-|4|32
giuridica|Nord|0|0
giuridica|Sud|2|10
giuridica|-|5|34
-|Nord|1|11
-|Sud|2|31
-|-|8|66
`,
	"partner_by_month": `
anci|2017-04|1|10|3
anci|2017-05|0|0|0
anci|2017-06|1|0|2
aris|2017-04|0|0|0
aris|2017-05|2|8|6
aris|2017-06|0|0|0
`,
	"course_calendar": `
anci/C1|anci|istruzione|2017-04-03|2017-05-10|10|3|scuola|-|2017-04
aris/C2|aris|giuridica|2017-05-15|2017-05-16|8|5|Diritto|-|2017-05
aris/C4|aris|-|-|-|-|1|-|-|2017-05
anci/C3|anci|istruzione|2017-06-01|-|-|2|-|-|2017-06
`,
	"completion_by_area": `
istruzione|6|5|3|1|3
giuridica|6|5|4|0|5
-|1|1|1|1|1
`,
	"profile_gender_age": `
F|meno di 30|2
F|30-39|1
F|40-49|0
F|50-59|0
F|60 e oltre|0
F|-|3
M|meno di 30|0
M|30-39|0
M|40-49|0
M|50-59|1
M|60 e oltre|0
X|-|1
`,
	"profile_role": `
dirigente|1
medico|1
-|6
`,
	"services_by_kind": `
sanita|1|1
scuola|1|1
servizi-sociali|1|1
`,
	"learning_gain": `
istruzione|0.45|0.7|2
giuridica|-|-|0
`,
	"satisfaction": `
istruzione|low|0|0
istruzione|medium|0.5|1
istruzione|high|0.5|1
giuridica|low|-|0
giuridica|medium|-|0
giuridica|high|-|0
`,
	"inequality": `
0|0|0.1
0.1|0|0.1
0.2|0.111111|0.1
0.3|0.222222|0.1
0.4|0.333333|0.1
0.5|0.444444|0.1
0.6|0.555556|0.1
0.7|0.666667|0.1
0.8|0.777778|0.1
0.9|0.888889|0.1
1|1|0.1
`,
}

// compute runs an indicator as the program does, and shows it as format does.
func compute(t testing.TB, q indicator.Querier, def indicator.Def) string {
	t.Helper()
	res, err := indicator.Compute(context.Background(), q, def)
	check(t, err)
	rows := make([][]any, len(res.Rows))
	for i, r := range res.Rows {
		for c, v := range r {
			switch kind := res.Columns[c].Kind; {
			case !v.Valid:
				rows[i] = append(rows[i], nil)
			case kind == indicator.Integer:
				rows[i] = append(rows[i], int64(v.Num))
			case kind == indicator.Real:
				rows[i] = append(rows[i], v.Num)
			default:
				rows[i] = append(rows[i], v.Text)
			}
		}
	}
	return format(rows)
}

func TestChecks(t *testing.T) {
	db := openModel(t, smallWorld().write(t), true, 2)
	folder, err := fs.Sub(data.FS, "checks")
	check(t, err)
	checks, err := indicator.LoadChecks(folder)
	check(t, err)
	want := map[finding.Rule]string{
		finding.PersonUnlinked:        "a|anci|2017-04|Foglio1|9|||\n",
		finding.PersonAmbiguous:       "b|aris|2017-05|Foglio1|9|||\n",
		finding.EnrolmentDuplicated:   "a|anci|2017-04|Foglio1|6|code|anci/C1|Foglio1!5\n",
		finding.EnrolmentDisagreement: "a|anci|2017-04|Foglio1|7|hours_attended|5|11\n",
		finding.OutcomeUnknown:        "c|anci|2017-06|Foglio1|0|status|2|\n",
		finding.CourseOutsidePeriod:   "a|anci|2017-04|Foglio1|3|start_date|2017-01-10|\n",
		finding.CourseDisagreement:    "a|anci|2017-04|Foglio1|2|hours_delivered|12|10\n",
		finding.CourseWithoutHours:    "b|aris|2017-05|Foglio1|6|hours_planned||\nc|anci|2017-06|Foglio1|2|hours_planned||\n",
	}
	for _, c := range checks {
		found, err := c.Run(context.Background(), db)
		check(t, err)
		var rows [][]any
		for _, f := range found {
			rows = append(rows, []any{f.Source, f.Partner, f.Month, f.Sheet, f.Row, f.Field, f.Value, f.Used})
		}
		if diff := cmp.Diff(want[c.Rule], format(rows)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.Rule, diff)
		}
		delete(want, c.Rule)
	}
	if len(want) > 0 {
		t.Errorf("rules without a check: %v", want)
	}
}

// TestOrderAndThreads: the order of files, the number of threads and keeping the heavy views change nothing.
func TestOrderAndThreads(t *testing.T) {
	all := func(threads int, keep bool, order ...int) string {
		db := openModel(t, smallWorld().write(t, order...), keep, threads)
		var b strings.Builder
		for _, def := range definitions(t) {
			b.WriteString(def.ID + "\n" + compute(t, db, def))
		}
		return b.String()
	}
	want := all(1, true, 0, 1, 2, 3)
	orders := [][]int{{3, 2, 1, 0}, {1, 3, 0, 2}, {2, 0, 3, 1}}
	for i, order := range orders {
		if got := all(i+1, i%2 == 0, order...); got != want {
			t.Errorf("order %v: %s", order, cmp.Diff(want, got))
		}
	}
	if !slices.ContainsFunc(definitions(t), func(d indicator.Def) bool { return d.ID == "headline" }) {
		t.Error("no headline")
	}
}
