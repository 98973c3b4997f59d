package normalise

import (
	"slices"
	"strings"
	"testing"

	"formare/internal/register"
)

// Days and months that an American import has swapped are told by the rest of the column and by the months that the
// source is about. The period is 2017-04 to 2018-03, the source's month 2017-04.
func TestSwappedDates(t *testing.T) {
	tests := []struct {
		name   string
		starts []any
		ends   []any
		want   []string // starts as they come out
		told   string   // cells with date-swapped
	}{
		{"real dates below, texts above twelve", []any{Date{2017, 10, 5}, Date{2017, 12, 5}, "15/05/2017", "18/05/2017", "22/05/2017", Date{2017, 5, 5}, "29/05/2017"}, nil,
			[]string{"2017-05-10", "2017-05-12", "2017-05-15", "2017-05-18", "2017-05-22", "2017-05-05", "2017-05-29"}, "C2 C3"},
		{"nothing odd", []any{Date{2017, 5, 10}, Date{2017, 6, 12}, Date{2017, 5, 15}, "18/05/2017"}, nil,
			[]string{"2017-05-10", "2017-06-12", "2017-05-15", "2017-05-18"}, ""},
		{"one far from the others", []any{Date{2017, 4, 18}, Date{2017, 4, 26}, Date{2017, 11, 4}, Date{2017, 4, 20}}, nil,
			[]string{"2017-04-18", "2017-04-26", "2017-04-11", "2017-04-20"}, "C4"},
		{"one far, but the other way round too", []any{Date{2017, 4, 18}, Date{2017, 4, 26}, Date{2017, 11, 9}, Date{2017, 4, 20}}, nil,
			[]string{"2017-04-18", "2017-04-26", "2017-11-09", "2017-04-20"}, ""},
		{"one date on many rows is one", []any{Date{2017, 6, 6}, Date{2017, 6, 6}, Date{2017, 6, 6}, Date{2017, 6, 6}, Date{2017, 4, 6}}, nil,
			[]string{"2017-06-06", "2017-06-06", "2017-06-06", "2017-06-06", "2017-04-06"}, ""},
		{"a year's courses", []any{Date{2017, 4, 18}, Date{2017, 9, 26}, Date{2017, 11, 4}, Date{2018, 2, 20}}, nil,
			[]string{"2017-04-18", "2017-09-26", "2017-11-04", "2018-02-20"}, ""},
		{"alone, in another month than the source's", []any{Date{2017, 12, 4}}, nil, []string{"2017-04-12"}, "C2"},
		{"outside the period", []any{Date{2017, 3, 4}}, nil, []string{"2017-04-03"}, "C2"},
		{"outside the period either way", []any{Date{2017, 2, 1}}, nil, []string{"2017-02-01"}, ""},
		{"ends before it starts", []any{Date{2017, 7, 6}}, []any{"28/06/2017"}, []string{"2017-06-07"}, "C2"},
		{"American texts", []any{"05/25/2017", "05/10/2017", "06/09/2017"}, nil, []string{"2017-05-25", "2017-05-10", "2017-06-09"}, "C2 C3 C4"},
		{"American clocks", []any{"5/10/17, 2:58:10 PM", "6/9/17, 9:00 AM"}, nil, []string{"2017-05-10", "2017-06-09"}, ""},
		{"American texts in the column beside", []any{"11/06/2017", "12/04/2017"}, []any{"11/20/2017", "12/14/2017"}, []string{"2017-11-06", "2017-12-04"}, "C2 C3 D2 D3"},
		{"Italian texts", []any{"25/05/2017", "10/05/2017", "09/06/2017"}, nil, []string{"2017-05-25", "2017-05-10", "2017-06-09"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := sheet{subject: register.Courses, fields: []string{"code", "title", "start_date", "end_date"}}
			for i, d := range tt.starts {
				var end any
				if i < len(tt.ends) {
					end = tt.ends[i]
				}
				s.rows = append(s.rows, []any{string(rune('A' + i)), "Corso", d, end})
			}
			k := run(t, s)
			var got []string
			for _, c := range k.courses {
				got = append(got, c.Start.String())
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("starts %v, want %v", got, tt.want)
			}
			var told []string
			for _, f := range k.told() {
				if cell, swapped := strings.CutSuffix(f, " date-swapped"); swapped {
					told = append(told, cell)
				} else {
					t.Errorf("told %s", f)
				}
			}
			if strings.Join(told, " ") != tt.told {
				t.Errorf("told %v, want %s", told, tt.told)
			}
		})
	}
}

// The month that a source has only from its own dates does not make them wrong.
func TestMonthOfDatesIsNoEvidence(t *testing.T) {
	for _, ofDates := range []bool{false, true} {
		s := sheet{subject: register.Courses, fields: []string{"code", "title", "start_date"},
			rows: [][]any{{"A", "Corso", Date{2017, 11, 8}}}}
		want := map[bool]string{false: "2017-08-11", true: "2017-11-08"}[ofDates] // inside the period either way
		ctx := testContext(t)
		ctx.SourceMonth, ctx.MonthOfDates = "2017-08", ofDates
		k := runIn(t, ctx, s)
		if got := k.courses[0].Start.String(); got != want {
			t.Errorf("month of the dates %v: %s, want %s", ofDates, got, want)
		}
	}
}

// What the sheet is called is no code of courses that the rows name themselves.
func TestSheetNameIsNoCodeOfManyCourses(t *testing.T) {
	s := sheet{subject: register.People, fields: []string{"full_name", "codice_fiscale", "title", "start_date"},
		labels: []register.Label{{Field: register.CourseCode, Value: cellOf("Rilevazione 06", 0)}},
		rows:   [][]any{{"Prova Anna", nil, "Primo corso", Date{2017, 6, 13}}, {"Prova Bruno", nil, "Altro corso", Date{2017, 6, 14}}}}
	if k := run(t, s); len(k.courses) != 2 {
		t.Errorf("%d courses, want 2", len(k.courses))
	}
}

// Dates of birth in American order are told by the others of their column, or by the codice fiscale.
func TestSwappedBirths(t *testing.T) {
	tests := []struct {
		name string
		rows [][]any // surname, given name, codice fiscale, birth
		want []string
		told string
	}{
		{"the column shows it", [][]any{{"Rossi", "Maria", nil, "03/25/1985"}, {"Verdi", "Luca", nil, "04/05/1970"}, {"Neri", "Ada", nil, "07/07/1971"}},
			[]string{"1985-03-25", "1970-04-05", "1971-07-07"}, "D2 D3"},
		{"nothing shows it", [][]any{{"Rossi", "Maria", nil, "03/02/1985"}, {"Verdi", "Luca", nil, "04/05/1970"}}, []string{"1985-02-03", "1970-05-04"}, ""},
		{"both orders", [][]any{{"Rossi", "Maria", nil, "03/25/1985"}, {"Verdi", "Luca", nil, "25/05/1970"}, {"Neri", "Ada", nil, "04/05/1970"}}, []string{"1985-03-25", "1970-05-25", "1970-05-04"}, "D2"},
		{"a code shows it", [][]any{{"Rossi", "Mario", "RSSMRA85T10A562S", "12/10/1985"}, {"Verdi", "Luca", nil, "04/05/1970"}}, []string{"1985-12-10", "1970-04-05"}, "D2 D3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := sheet{subject: register.People, fields: []string{"surname", "given_name", "codice_fiscale", "birth_date", "code"}}
			for _, row := range tt.rows {
				s.rows = append(s.rows, append(slices.Clone(row), "A1"))
			}
			k := run(t, s)
			var got, told []string
			for i := range k.enrolments {
				got = append(got, k.enrolments[i].Person.Birth.String())
			}
			for _, f := range k.findings {
				told = append(told, f.Cell)
				if f.Rule != "date-swapped" || strings.Contains(f.Value+f.Used, "19") {
					t.Errorf("%s tells %q, %q", f.Rule, f.Value, f.Used)
				}
			}
			slices.Sort(told)
			if !slices.Equal(got, tt.want) || strings.Join(told, " ") != tt.told {
				t.Errorf("births %v, told %v; want %v, %s", got, told, tt.want, tt.told)
			}
		})
	}
}
