package normalise

import (
	"testing"

	"formare/internal/workbook"
)

// said writes a span as "2017-03-12..2017-03-14 rule".
func (s span) said() string {
	out := s.Start.String()
	if !s.End.IsZero() {
		out += ".." + s.End.String()
	}
	if s.Start.IsZero() {
		out += s.Month
		if s.Month == "" {
			out += Date{Year: s.Year}.String()
		}
	}
	if s.rule != "" {
		out += " " + string(s.rule)
	}
	return out
}

func TestCourseDates(t *testing.T) {
	r := testReader(t) // the period is 2017-04 to 2018-03, the source's month 2017-04
	tests := []struct{ text, want string }{
		{"12/03/2017", "2017-03-12"},
		{"12.3.17", "2017-03-12"},
		{"12-3-2017", "2017-03-12"},
		{"12 03 2017", "2017-03-12"},
		{"2017-03-12", "2017-03-12"},
		{"2017/03/12", "2017-03-12"},
		{"2017-03-12T00:00:00", "2017-03-12"},
		{"2017-03-12 00:00:00", "2017-03-12"},
		{"12/03/2017 00:00", "2017-03-12"},
		{"12/03/2017 ore 9.30-13.30", "2017-03-12"},
		{"12/03/2017 9.30-13.30", "2017-03-12"},
		{"12/03/2017 dalle 9 alle 13", "2017-03-12"},
		{"12 marzo 2017", "2017-03-12"},
		{"12 MARZO 2017", "2017-03-12"},
		{"domenica 12 marzo 2017", "2017-03-12"},
		{"mar 14/03/2017", "2017-03-14"},
		{"mar 14 marzo 2017", "2017-03-14"},
		{"martedì 14.3.2017", "2017-03-14"},
		{"lun. 13/03/17", "2017-03-13"},
		{"1° aprile 2017", "2017-04-01"},
		{"1º aprile 2017", "2017-04-01"},
		{"primo aprile 2017", "2017-04-01"},
		{"12-mar-17", "2017-03-12"},
		{"12 mar 2017", "2017-03-12"},
		{"12.mar.2017", "2017-03-12"},
		{"12 marzo '17", "2017-03-12"},
		{"12 di marzo del 2017", "2017-03-12"},
		{"March 12, 2017", "2017-03-12"},
		{"12 March 2017", "2017-03-12"},
		{"12th March 2017", "2017-03-12"},
		{"Mar 12 2017", "2017-03-12"},
		{"12 sett. 2017", "2017-09-12"},
		{"3 genn. 2018", "2018-01-03"},
		{"5 genaio 2018", "2018-01-05"},
		{"20170312", "2017-03-12"},
		{"12032017", "2017-03-12"},
		{"42826", "2017-04-01"},
		{"42826,375", "2017-04-01"},
		{"29/02/2016", "2016-02-29"},
		{"  12/03/2017 ", "2017-03-12"},
		{"12/03/2017 (rinviato)", "2017-03-12"},

		{"dal 12 al 14/3/2017", "2017-03-12..2017-03-14"},
		{"12-14 marzo 2017", "2017-03-12..2017-03-14"},
		{"12 - 14 marzo 2017", "2017-03-12..2017-03-14"},
		{"12–14 marzo 2017", "2017-03-12..2017-03-14"},
		{"10-12/3/2017", "2017-03-10..2017-03-12"},
		{"10-12/03/17", "2017-03-10..2017-03-12"},
		{"12/3-14/3/2017", "2017-03-12..2017-03-14"},
		{"12/03/2017 - 14/03/2017", "2017-03-12..2017-03-14"},
		{"12/03/2017-14/03/2017", "2017-03-12..2017-03-14"},
		{"12.03.17-14.03.17", "2017-03-12..2017-03-14"},
		{"dal 12/03/2017 al 14/03", "2017-03-12..2017-03-14"},
		{"dal 12 marzo al 3 aprile 2017", "2017-03-12..2017-04-03"},
		{"dal 28 dicembre al 12 gennaio 2018", "2017-12-28..2018-01-12"},
		{"dal 12/03/2017 al 14/03/2017", "2017-03-12..2017-03-14"},
		{"12, 14 e 19 marzo 2017", "2017-03-12..2017-03-19"},
		{"12/3, 14/3 e 19/3/2017", "2017-03-12..2017-03-19"},
		{"12 e 14 marzo 2017", "2017-03-12..2017-03-14"},
		{"12/03/2017; 19/03/2017; 26/03/2017", "2017-03-12..2017-03-26"},
		{"from 12 to 14 March 2017", "2017-03-12..2017-03-14"},
		{"2017-03-12 / 2017-03-14", "2017-03-12..2017-03-14"},
		{"30 aprile - 2 maggio 2017", "2017-04-30..2017-05-02"},

		{"marzo 2017", "2017-03 date-incomplete"},
		{"mar-17", "2017-03 date-incomplete"},
		{"03/2017", "2017-03 date-incomplete"},
		{"2017-03", "2017-03 date-incomplete"},
		{"aprile - giugno 2017", "2017-04 date-incomplete"},
		{"2017", "2017 date-incomplete"},
		{"12 maggio", "2017-05-12 date-incomplete"},
		{"12/5", "2017-05-12 date-incomplete"},
		{"15 gennaio", "2018-01-15 date-incomplete"},

		{"03/25/2017", "2017-03-25 date-swapped"},
		{"2017-25-03", "2017-03-25 date-swapped"},

		{"31/02/2017", " date-invalid"},
		{"31 febbraio 2017", " date-invalid"},
		{"29/02/2017", " date-invalid"},
		{"31/04/2017", " date-invalid"},
		{"00/03/2017", " date-invalid"},
		{"32/13/2017", " date-invalid"},
		{"12/03/2107", " date-invalid"},
		{"12/03/1917", " date-invalid"},
		{"da definire meglio", " date-invalid"},
		{"boh", " date-invalid"},
		{"n. 3", " date-invalid"},
		{"???", " date-invalid"},
	}
	for _, tt := range tests {
		if got := r.plausible(r.dateText(tt.text, courseDate), courseDate).said(); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestBirthDates(t *testing.T) {
	r := testReader(t)
	tests := []struct{ text, want string }{
		{"12/3/85", "1985-03-12"},
		{"12/3/03", "2003-03-12"},
		{"12/3/04", "1904-03-12"}, // no adult otherwise; the plausibility of the age is told elsewhere
		{"12.03.1955", "1955-03-12"},
		{"12-mar-55", "1955-03-12"},
		{"12 marzo 1985", "1985-03-12"},
		{"31118", "1985-03-12"},
		{"1985", "1985 date-incomplete"},
		{"marzo 1985", "1985-03 date-incomplete"},
		{"31/11/1985", " date-invalid"},
		{"03/25/1985", "1985-03-25 date-swapped"},
	}
	for _, tt := range tests {
		if got := r.dateText(tt.text, birthDate).said(); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestDateCells(t *testing.T) {
	r := testReader(t)
	tests := []struct {
		name string
		cell workbook.Cell
		want string
	}{
		{"serial", workbook.Cell{Kind: workbook.Date, Num: 42826}, "2017-04-01"},
		{"with time", workbook.Cell{Kind: workbook.Date, Format: workbook.DateTime, Num: 42826.99999}, "2017-04-01"},
		{"rounding", workbook.Cell{Kind: workbook.Date, Num: 42825.9999999}, "2017-04-01"},
		{"number", workbook.Cell{Kind: workbook.Number, Num: 42826}, "2017-04-01"},
		{"digits", workbook.Cell{Kind: workbook.Number, Num: 1042017}, "2017-04-01"},
		{"year", workbook.Cell{Kind: workbook.Number, Num: 2017}, "2017 date-incomplete"},
		{"zero", workbook.Cell{Kind: workbook.Number, Num: 0}, " date-invalid"},
		{"negative", workbook.Cell{Kind: workbook.Number, Num: -3}, " date-invalid"},
		{"huge", workbook.Cell{Kind: workbook.Date, Num: 1e9}, " date-invalid"},
		{"time", workbook.Cell{Kind: workbook.Date, Format: workbook.TimeOfDay, Num: 0.5}, " date-invalid"},
		{"bool", workbook.Cell{Kind: workbook.Bool, Num: 1}, " date-invalid"},
	}
	for _, tt := range tests {
		if got := r.date(&tt.cell, courseDate).said(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"12/03/2017", "dal 12 al 14/3/2017", "12, 14 e 19 marzo 2017", "mar-17", "1º aprile", "99999999999999", "31/02/2017", "42826,5"} {
		f.Add(s, false)
	}
	r := testReader(f)
	f.Fuzz(func(t *testing.T, s string, birth bool) {
		use := courseDate
		if birth {
			use = birthDate
		}
		got := r.plausible(r.dateText(s, use), use)
		for _, d := range []Date{got.Start, got.End} {
			if !d.IsZero() && !d.valid() {
				t.Fatalf("%q gives the day %+v", s, d)
			}
		}
		if got.rule == "" && got.Start.IsZero() {
			t.Fatalf("%q gives neither day nor rule", s)
		}
	})
}
