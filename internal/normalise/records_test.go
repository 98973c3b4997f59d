package normalise

import (
	"slices"
	"strings"
	"testing"

	"formare/internal/register"
	"formare/internal/workbook"

	"github.com/google/go-cmp/cmp"
)

const people, courseList = register.People, register.Courses

// lines writes what came out: enrolments, attendances ("@"), courses ("#") and findings ("!").
func (k *kept) lines() []string {
	var out []string
	for i := range k.enrolments {
		e := &k.enrolments[i]
		out = append(out, e.Person.Surname+"|"+e.Person.GivenName+" "+shortly(e))
	}
	for _, a := range k.attendances {
		s := "@ " + a.Person.Surname + " " + a.Date.String()
		if a.Hours != nil {
			s += " " + decimal(*a.Hours)
		}
		if !a.Present {
			s += " absent"
		}
		out = append(out, s)
	}
	for _, c := range k.courses {
		s := "# " + c.Course + " " + c.Title + " " + c.Month + " " + c.Start.String() + ".." + c.End.String()
		if c.HoursPlanned != nil {
			s += " h=" + decimal(*c.HoursPlanned)
		}
		out = append(out, s)
	}
	for _, f := range k.told() {
		out = append(out, "! "+f)
	}
	return out
}

func TestRecords(t *testing.T) {
	name := []string{"surname", "given_name"}
	with := func(fields ...string) []string { return slices.Concat(name, fields) }
	tests := []struct {
		name   string
		sheets []sheet
		want   []string
	}{
		{"course in the row", []sheet{{subject: people, fields: with("code", "edition", "start_date", "hours_planned", "hours_attended"),
			rows: [][]any{{"Rossi", "Maria", "an 01", nil, "12/04/2017", 20, "15,5"}, {"Verdi", "Luca", "AN 01", nil, "12/04/2017", 20, "25"}}}},
			[]string{"ROSSI|MARIA anci/AN-01 2017-04 h=15.5", "VERDI|LUCA anci/AN-01 2017-04 h=25", "# anci/AN-01  2017-04 2017-04-12.. h=20", "! G3 hours-over-planned"}},
		{"editions of a code", []sheet{{subject: people, fields: with("code", "edition"),
			rows: [][]any{{"Rossi", "Maria", "AN-01", "1"}, {"Verdi", "Luca", "AN-01", "Edizione 2"}, {"Neri", "Ada", "AN-02", nil}}}},
			[]string{"ROSSI|MARIA anci/AN-01-ed1 2017-04", "VERDI|LUCA anci/AN-01-ed2 2017-04", "NERI|ADA anci/AN-02 2017-04",
				"# anci/AN-01-ed1  2017-04 ..", "# anci/AN-01-ed2  2017-04 ..", "# anci/AN-02  2017-04 .."}},
		{"title finds the code in another sheet", []sheet{
			{name: "P", subject: people, fields: with("title", "share_attended"), rows: [][]any{{"Rossi", "Maria", "Corso BASE", "75%"}, {"Verdi", "Luca", "Corso base", "10%"}}},
			{name: "C", subject: courseList, fields: []string{"code", "title", "start_date", "hours_planned"}, rows: [][]any{{"AN-01", "Corso base", "3/5/2017", 20}, {"AN-02", "Altro corso", "4/5/2017", 8}}}},
			[]string{"ROSSI|MARIA anci/AN-01 2017-05 h=15 share=0.75 completed", "VERDI|LUCA anci/AN-01 2017-05 h=2 share=0.1 attended",
				"# anci/AN-01 Corso base 2017-05 2017-05-03.. h=20", "# anci/AN-02 Altro corso 2017-05 2017-05-04.. h=8"}},
		{"title and first day make the key", []sheet{{subject: people, fields: with("title", "edition", "start_date"),
			rows: [][]any{{"Rossi", "Maria", "Vulnerabilità & diritti", "2", "3/5/2017"}, {"Verdi", "Luca", "Vulnerabilità & diritti", "1", "3/4/2017"}}}},
			[]string{"ROSSI|MARIA anci/vulnerabilita-diritti-ed2-20170503 2017-05", "VERDI|LUCA anci/vulnerabilita-diritti-ed1-20170403 2017-04",
				"# anci/vulnerabilita-diritti-ed2-20170503 Vulnerabilità & diritti 2017-05 2017-05-03..", "# anci/vulnerabilita-diritti-ed1-20170403 Vulnerabilità & diritti 2017-04 2017-04-03.."}},
		{"a title that could be two courses", []sheet{{subject: people, fields: with("title", "start_date"),
			rows: [][]any{{"Rossi", "Maria", "Corso", "3/5/2017"}, {"Verdi", "Luca", "Corso", "3/6/2017"}, {"Neri", "Ada", "Corso", nil}}}},
			[]string{"ROSSI|MARIA anci/corso-20170503 2017-05", "VERDI|LUCA anci/corso-20170603 2017-06",
				"# anci/corso-20170503 Corso 2017-05 2017-05-03..", "# anci/corso-20170603 Corso 2017-06 2017-06-03..", "! row 4 row-without-course"}},
		{"no course at all", []sheet{{subject: people, fields: name, rows: [][]any{{"Rossi", "Maria"}}}}, []string{"! row 1 column-missing", "! row 2 row-without-course"}},
		{"the source's only course", []sheet{{subject: people, fields: name, rows: [][]any{{"Rossi", "Maria"}}},
			{subject: courseList, fields: []string{"title", "start_date"}, rows: [][]any{{"Corso", "3/5/2017"}}}},
			[]string{"ROSSI|MARIA anci/corso-20170503 2017-05", "# anci/corso-20170503 Corso 2017-05 2017-05-03.."}},
		{"labels about the people below", []sheet{{subject: people, fields: with("title"), rows: [][]any{{"Rossi", "Maria", "Corso base"}},
			labels: []register.Label{label("service", "Comune di Terni - Servizi sociali", 1, 2), label("comune", "Trni", 2, 2), label("status", "ritirato", 3, 1)}}},
			[]string{"ROSSI|MARIA anci/corso-base 2017-04 withdrawn", "# anci/corso-base Corso base 2017-04 ..", "! B2 comune-unknown"}},
		{"labels", []sheet{{subject: people, fields: with("hours_attended"), rows: [][]any{{"Rossi", "Maria", 8}, {"Verdi", "Luca", "h 6"}},
			labels: []register.Label{label("title", "Corso base", 1, 2), label("period", "dal 3 al 5/5/2017", 2, 2), label("hours_planned", "12 ore", 3, 2), label("area", "boh", 4, 2)}}},
			[]string{"ROSSI|MARIA anci/corso-base-20170503 2017-05 h=8", "VERDI|LUCA anci/corso-base-20170503 2017-05 h=6",
				"# anci/corso-base-20170503 Corso base 2017-05 2017-05-03..2017-05-05 h=12", "! B4 area-unknown"}},
		{"a month and no day", []sheet{{name: "Ottobre", subject: people, fields: with("title"), rows: [][]any{{"Rossi", "Maria", "Corso"}},
			labels: []register.Label{label("month", "Ottobre", 0, 0)}}},
			[]string{"ROSSI|MARIA anci/corso 2017-10", "# anci/corso Corso 2017-10 .."}},
		{"sessions", []sheet{{subject: people, fields: with("session:12/04/2017 (4h)", "session:19/04/2017", "session:26/04/2017"),
			rows:   [][]any{{"Rossi", "Maria", "P", "A", "x"}, {"Verdi", "Luca", nil, nil, nil}, {"Neri", "Ada", "9:00-11:30", 2, "boh"}},
			labels: []register.Label{label("title", "Corso", 1, 1), label("hours_planned", 12, 1, 3)}}},
			[]string{"ROSSI|MARIA anci/corso-20170412 2017-04 h=8", "VERDI|LUCA anci/corso-20170412 2017-04 h=0", "NERI|ADA anci/corso-20170412 2017-04 h=4.5",
				"@ ROSSI 2017-04-12 4", "@ ROSSI 2017-04-19 0 absent", "@ ROSSI 2017-04-26 4", "@ NERI 2017-04-12 2.5", "@ NERI 2017-04-19 2",
				"# anci/corso-20170412 Corso 2017-04 2017-04-12..2017-04-26 h=12", "! E4 choice-unknown"}},
		{"sessions without length", []sheet{{subject: people, fields: with("code", "session:12/04/2017", "session:19/04/2017"), rows: [][]any{{"Rossi", "Maria", "A1", "P", "A"}, {"Verdi", "Luca", "A1", 1, 1}}}},
			[]string{"ROSSI|MARIA anci/A1 2017-04 attended", "VERDI|LUCA anci/A1 2017-04 attended", "@ ROSSI 2017-04-12", "@ ROSSI 2017-04-19 0 absent", "@ VERDI 2017-04-12", "@ VERDI 2017-04-19",
				"# anci/A1  2017-04 2017-04-12..2017-04-19"}},
		{"an outcome beats hours, and hours no outcome", []sheet{{subject: people, fields: with("code", "hours_attended", "status:Esito", "certificate"),
			rows: [][]any{{"Rossi", "Maria", "A1", 2, "ritirata", "-"}, {"Verdi", "Luca", "A1", "assente", nil, "no"}, {"Neri", "Ada", "A1", "P", "sì", "12/05/2017"}}}},
			[]string{"ROSSI|MARIA anci/A1 2017-04 h=2 withdrawn cert=false", "VERDI|LUCA anci/A1 2017-04 enrolled cert=false", "NERI|ADA anci/A1 2017-04 completed cert=true", "# anci/A1  2017-04 .."}},
		{"only the yes is written", []sheet{{subject: people, fields: with("code", "certificate"), rows: [][]any{{"Rossi", "Maria", "A1", "x"}, {"Verdi", "Luca", "A1", nil}}}},
			[]string{"ROSSI|MARIA anci/A1 2017-04 cert=true", "VERDI|LUCA anci/A1 2017-04 cert=false", "# anci/A1  2017-04 .."}},
		{"scales of a whole column", []sheet{{subject: people, fields: with("code", "score_before:Test iniziale", "score_after:Test finale", "satisfaction:Gradimento"),
			rows: [][]any{{"Rossi", "Maria", "A1", 9, 28, 4}, {"Verdi", "Luca", "A1", "12", "27/30", "ottimo"}, {"Neri", "Ada", "A1", "boh", 150, "80%"}}}},
			[]string{"ROSSI|MARIA anci/A1 2017-04 liking=0.8", "VERDI|LUCA anci/A1 2017-04 after=0.9 liking=1", "NERI|ADA anci/A1 2017-04 liking=0.8", "# anci/A1  2017-04 ..",
				"! D2 share-invalid", "! D3 share-invalid", "! D4 share-invalid", "! E2 share-invalid", "! E4 share-invalid"}},
		{"cells that cannot be used", []sheet{{subject: people, fields: with("code", "hours_attended", "birth_date", "start_date", "end_date"),
			rows: [][]any{{"Rossi", "Maria", "A1", workbook.Cell{Kind: workbook.Error, Text: "#N/A"}, "31/02/1980", "12/4/2017", "1/4/2017"},
				{"Verdi", "Luca", "A1", workbook.Cell{Kind: workbook.Empty, Formula: true}, "12/3/2015", "12/4/2017", nil}, {"Neri", "Ada", "A1", "n.d.", "1980", "12/4/2017", "-"}}}},
			[]string{"ROSSI|MARIA anci/A1 2017-04", "VERDI|LUCA anci/A1 2017-04", "NERI|ADA anci/A1 2017-04", "# anci/A1  2017-04 2017-04-12..",
				"! D2 cell-error", "! D3 formula-without-value", "! D4 hours-invalid", "! E2 date-invalid", "! E3 birth-date-implausible", "! E4 date-incomplete", "! G2 date-end-before-start"}},
		{"rows about nobody", []sheet{{subject: people, fields: []string{"ordinal", "surname", "given_name", "role", "code", "hours_attended"},
			rows: [][]any{{1, "Rossi", "Maria", "medico", "A1", 8}, {nil, nil, nil, nil, "A2", 4}, {2, nil, nil, nil, nil, nil}, {3, nil, nil, "medico", "A1", 8}, {4, "-", "n.d.", nil, "A1", 3}}}},
			[]string{"ROSSI|MARIA anci/A1 2017-04 h=8", "ROSSI|MARIA anci/A2 2017-04 h=4", "# anci/A1  2017-04 ..", "# anci/A2  2017-04 ..", "! row 5 row-without-person", "! row 6 row-without-person"}},
		{"a group's value is told once", []sheet{{subject: people, fields: with("comune", "code"),
			rows: [][]any{{"Rossi", "Maria", "Zzzopoli", "A1"}, {"Verdi", "Luca", carried{"Zzzopoli"}, "A1"}, {"Neri", "Ada", "Zzzopoli", "A1"}}}},
			[]string{"ROSSI|MARIA anci/A1 2017-04", "VERDI|LUCA anci/A1 2017-04", "NERI|ADA anci/A1 2017-04", "# anci/A1  2017-04 ..", "! C2 comune-unknown", "! C4 comune-unknown"}},
		{"rows that disagree about their course", []sheet{{subject: people, fields: with("code", "start_date", "hours_planned"),
			rows: [][]any{{"Rossi", "Maria", "A1", "12/4/2017", 20}, {"Verdi", "Luca", "A1", "13/4/2017", 20}}}},
			[]string{"ROSSI|MARIA anci/A1 2017-04", "VERDI|LUCA anci/A1 2017-04", "# anci/A1  2017-04 2017-04-12.. h=20", "! D3 course-disagreement"}},
		{"a code that the list of courses does not have", []sheet{
			{name: "C", subject: courseList, fields: []string{"code", "title", "hours_planned"}, rows: [][]any{{"A1", "Corso base", 8}, {"A2", "Altro", 8}}},
			{name: "P", subject: people, fields: with("code"), rows: [][]any{{"Rossi", "Maria", "A1"}, {"Verdi", "Luca", "NON-C"}, {"Neri", "Ada", "NON-C"}}}},
			[]string{"ROSSI|MARIA anci/A1 2017-04", "VERDI|LUCA anci/NON-C 2017-04", "NERI|ADA anci/NON-C 2017-04",
				"# anci/A1 Corso base 2017-04 .. h=8", "# anci/A2 Altro 2017-04 .. h=8", "# anci/NON-C  2017-04 ..", "! C3 course-not-listed"}},
		{"hours behind a title", []sheet{{subject: people, fields: with("title", "hours_attended"), rows: [][]any{{"Rossi", "Maria", "Il protocollo (24 ore)", 20}}}},
			[]string{"ROSSI|MARIA anci/il-protocollo 2017-04 h=20", "# anci/il-protocollo Il protocollo 2017-04 .. h=24"}},
		{"hours beyond reason", []sheet{{subject: people, fields: with("title", "start_date", "end_date", "hours_planned", "hours_attended"),
			rows: [][]any{{"Rossi", "Maria", "Uno", "3/5/2017", "4/5/2017", 8, 800}, {"Verdi", "Luca", "Uno", "3/5/2017", "4/5/2017", 8, 12},
				{"Neri", "Ada", "Due", nil, nil, nil, 1000}, {"Bini", "Eva", "Tre", "3/5/2017", "4/5/2017", nil, 50}, {"Bini", "Ada", "Tre", "3/5/2017", "4/5/2017", nil, 40}}}},
			[]string{"ROSSI|MARIA anci/uno-20170503 2017-05", "VERDI|LUCA anci/uno-20170503 2017-05 h=12", "NERI|ADA anci/due 2017-04", "BINI|EVA anci/tre-20170503 2017-05", "BINI|ADA anci/tre-20170503 2017-05 h=40",
				"# anci/uno-20170503 Uno 2017-05 2017-05-03..2017-05-04 h=8", "# anci/due Due 2017-04 ..", "# anci/tre-20170503 Tre 2017-05 2017-05-03..2017-05-04",
				"! G2 hours-invalid", "! G3 hours-over-planned", "! G4 hours-invalid", "! G5 hours-invalid"}},
		{"a total without a value beside the days", []sheet{{subject: people, fields: with("code", "hours_attended", "session:12/04/2017 (4h)", "session:19/04/2017 (4h)"),
			rows: [][]any{{"Rossi", "Maria", "A1", workbook.Cell{Kind: workbook.Empty, Formula: true}, "P", "P"}, {"Verdi", "Luca", "A1", workbook.Cell{Kind: workbook.Empty, Formula: true}, "P", "A"}}}},
			[]string{"ROSSI|MARIA anci/A1 2017-04 h=8", "VERDI|LUCA anci/A1 2017-04 h=4", "@ ROSSI 2017-04-12 4", "@ ROSSI 2017-04-19 4", "@ VERDI 2017-04-12 4", "@ VERDI 2017-04-19 0 absent",
				"# anci/A1  2017-04 2017-04-12..2017-04-19 h=8", "! D2 formula-without-value"}},
		{"parts of one beside hundredths", []sheet{{subject: people, fields: with("code", "share_attended"), rows: [][]any{{"Rossi", "Maria", "A1", 0.5}, {"Verdi", "Luca", "A1", 80}, {"Neri", "Ada", "A1", 1}}}},
			[]string{"ROSSI|MARIA anci/A1 2017-04 share=0.5 attended", "VERDI|LUCA anci/A1 2017-04 share=0.8 completed", "NERI|ADA anci/A1 2017-04 share=1 completed", "# anci/A1  2017-04 .."}},
		{"an outcome to be decided", []sheet{{subject: people, fields: with("code", "status"), rows: [][]any{{"Rossi", "Maria", "A1", "DA DEFINIRE"}, {"Verdi", "Luca", "A1", "In progress"}, {"Neri", "Ada", "A1", nil}}}},
			[]string{"ROSSI|MARIA anci/A1 2017-04", "VERDI|LUCA anci/A1 2017-04 attended", "NERI|ADA anci/A1 2017-04", "# anci/A1  2017-04 ..", "! D2 choice-unknown"}},
		{"a course without a name", []sheet{{subject: courseList, fields: []string{"ordinal", "title", "start_date"}, rows: [][]any{{1, nil, "12/4/2017"}, {2, nil, nil}, {3, "Corso", "13/4/2017"}}}},
			[]string{"# anci/corso-20170413 Corso 2017-04 2017-04-13..", "! row 2 row-without-course"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, run(t, tt.sheets...).lines()); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestPeople(t *testing.T) {
	fields := []string{"full_name", "surname", "given_name", "codice_fiscale", "birth_date", "gender", "code"}
	tests := []struct {
		name  string
		row   []any
		want  string
		rules string
	}{
		{"gaps filled from the code", []any{nil, "Rossi", "Mario", "rssmra85t10a562s", nil, nil}, "ROSSI|MARIO|RSSMRA85T10A562S|1985-12-10|M", ""},
		{"names swapped, the code knows", []any{nil, "Mario", "Rossi", "RSSMRA85T10A562S", nil, nil}, "ROSSI|MARIO|RSSMRA85T10A562S|1985-12-10|M", ""},
		{"full name by the code", []any{"Mario Rossi", nil, nil, "RSSMRA85T10A562S", nil, nil}, "ROSSI|MARIO|RSSMRA85T10A562S|1985-12-10|M", ""},
		{"another birth date", []any{nil, "Rossi", "Mario", "RSSMRA85T10A562S", "11/12/1985", "M"}, "ROSSI|MARIO|RSSMRA85T10A562S|1985-12-10|M", "D2 cf-disagrees"},
		{"another gender", []any{nil, "Rossi", "Mario", "RSSMRA85T10A562S", "10/12/1985", "F"}, "ROSSI|MARIO|RSSMRA85T10A562S|1985-12-10|M", "D2 cf-disagrees"},
		{"a second name is no disagreement", []any{nil, "Rossi Bianchi", "Maria Mario", "RSSMRA85T10A562S", "10/12/85", "M"}, "ROSSI BIANCHI|MARIA MARIO|RSSMRA85T10A562S|1985-12-10|M", ""},
		{"somebody else's code", []any{nil, "Verdi", "Luisa", "RSSMRA85T10A562S", "3/4/1970", "F"}, "VERDI|LUISA||1970-04-03|F", "D2 cf-disagrees"},
		{"a wrong code", []any{nil, "Rossi", "Mario", "RSSMRA85T10A562T", "10/12/1985", "M"}, "ROSSI|MARIO||1985-12-10|M", "D2 cf-invalid"},
		{"a repaired code", []any{nil, "Rossi", "Mario", "RSSMRA85T1OA562S", "10/12/1985", "M"}, "ROSSI|MARIO|RSSMRA85T10A562S|1985-12-10|M", "D2 cf-repaired"},
		{"a provisional code as a number", []any{nil, "Rossi", "Mario", 12345678901, nil, nil}, "ROSSI|MARIO|||", "D2 cf-provisional"},
		{"an initial", []any{nil, "Rossi", "M.", nil, "10/12/1985", "Z"}, "ROSSI|M||1985-12-10|", "C2 name-incomplete F2 choice-unknown"},
		{"both in the surname's cell", []any{nil, "ROSSI MARIO", nil, nil, "10/12/1985", "M"}, "ROSSI|MARIO||1985-12-10|M", ""},
		{"a double surname alone", []any{nil, "ROSSI BIANCHI", nil, nil, "10/12/1985", "M"}, "ROSSI BIANCHI|||1985-12-10|M", "C2 name-incomplete"},
		{"one word", []any{"Rossi", nil, nil, nil, nil, nil}, "ROSSI||||", "A2 name-incomplete"},
		{"only the code", []any{nil, nil, nil, "RSSMRA85T10A562S", nil, nil}, "||RSSMRA85T10A562S|1985-12-10|M", ""},
		{"swapped day and month", []any{nil, "Rossi", "Mario", nil, "03/25/1985", "m"}, "ROSSI|MARIO||1985-03-25|M", "E2 date-swapped"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			k := run(t, sheet{subject: people, fields: fields, rows: [][]any{append(slices.Clone(tt.row), "A1")}})
			if len(k.enrolments) != 1 {
				t.Fatalf("%d enrolments, %v", len(k.enrolments), k.told())
			}
			p := k.enrolments[0].Person
			got := strings.Join([]string{p.Surname, p.GivenName, p.CF, p.Birth.String(), p.Gender}, "|")
			if got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
			if rules := strings.Join(k.told(), " "); rules != tt.rules {
				t.Errorf("findings %q, want %q", rules, tt.rules)
			}
			for _, f := range k.findings {
				if strings.ContainsAny(f.Value+f.Used, "RSO8") && f.Field != "gender" {
					t.Errorf("%s tells a personal value", f.Rule)
				}
			}
		})
	}
}

// The order of names in a column is that of the rows that show it.
func TestNameOrderOfAColumn(t *testing.T) {
	k := run(t, sheet{subject: people, fields: []string{"full_name", "code"},
		rows: [][]any{{"Zxq Wvy", "A1"}, {"Maria Rossi", "A1"}, {"Luca Verdi", "A1"}}})
	var got []string
	for _, e := range k.enrolments {
		got = append(got, e.Person.Surname+"|"+e.Person.GivenName)
	}
	if diff := cmp.Diff([]string{"WVY|ZXQ", "ROSSI|MARIA", "VERDI|LUCA"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Hours that somebody worked out by dividing are kept to the digit, not rounded to a second.
func TestOddDecimalsStayAsWritten(t *testing.T) {
	got := run(t, sheet{subject: people, fields: []string{"surname", "given_name", "code", "hours_attended"},
		rows: [][]any{{"Rossi", "Maria", "AN-01", "20,571428"}, {"Verdi", "Luca", "AN-01", 17.142857}}})
	for i, want := range []float64{20.571428, 17.142857} {
		if h := got.enrolments[i].HoursAttended; h == nil || *h != want {
			t.Errorf("hours attended %v, want %v", h, want)
		}
	}
}
