package normalise

import (
	"strings"
	"testing"

	"formare/internal/config"
)

func TestMonths(t *testing.T) {
	p := Period{"2017-04", "2018-03"}
	tests := []struct{ text, all, one string }{
		{"2017-04", "2017-04", "2017-04"}, {"2017_04_anci.xlsx", "2017-04", "2017-04"}, {"anci_201704", "2017-04", "2017-04"}, {"Registro_ANCI_2017-11 (1)", "2017-11", "2017-11"},
		{"04_2017", "2017-04", "2017-04"}, {"04-2017", "2017-04", "2017-04"}, {"registro 4.2017", "2017-04", "2017-04"},
		{"aprile 2017", "2017-04", "2017-04"}, {"Aprile_2017", "2017-04", "2017-04"}, {"apr-17", "2017-04", "2017-04"}, {"gen-17", "2017-01", "2017-01"}, {"gen 18", "2018-01", "2018-01"},
		{"Gennaio", "2018-01", "2018-01"}, {"gen", "2018-01", "2018-01"}, {"Ottobre", "2017-10", "2017-10"}, {"Foglio Maggio", "2017-05", "2017-05"},
		{"aprile-giugno 2017", "2017-04 2017-06", "2017-06"}, {"set di dati", "", ""}, {"Foglio1", "", ""}, {"corso 99", "", ""}, {"2017", "", ""},
		{"20170412_anci", "2017-04", "2017-04"}, {"registro del 12-05-2017", "2017-05", "2017-05"}, {"2017-04 inviato il 02-05-2017", "2017-04", "2017-04"},
		{"2016-11", "2016-11", "2016-11"}, {"march 2018", "2018-03", "2018-03"}, {"dicembre 2016 e aprile 2017", "2016-12 2017-04", "2017-04"},
		{"CSC_2018-03_v2", "2018-03", "2018-03"}, {"mar 2018", "2018-03", "2018-03"}, {"", "", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(p.Months(tt.text), " "); got != tt.all {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.all)
		}
		if got, _ := p.Month(tt.text); got != tt.one {
			t.Errorf("%q: month %q, want %q", tt.text, got, tt.one)
		}
	}
	long := Period{"2016-04", "2018-03"}
	if m, ok := long.Month("Ottobre"); ok {
		t.Errorf("a month that lies twice in the period was read as %s", m)
	}
}

func TestFindPartner(t *testing.T) {
	partners := []config.Partner{
		{ID: "regione", Name: "Regione Umbria"}, {ID: "anci", Name: "Anci Umbria", Aliases: []string{"ANCI"}}, {ID: "felcos", Name: "Felcos Umbria"},
		{ID: "csc", Name: "Credito senza confini", Aliases: []string{"CSC"}}, {ID: "aris", Name: "Aris"},
	}
	tests := []struct{ text, want string }{
		{"Registro_ANCI_2017-11", "anci"}, {"anci/2017-04.xlsx", "anci"}, {"registroAnci2017", "anci"}, {"ANCI2017", "anci"}, {"Anci Umbria", "anci"},
		{"Credito Senza Confini - aprile", "csc"}, {"CreditoSenzaConfini", "csc"}, {"creditosenzaconfini_04", "csc"}, {"CSC_2018-03", "csc"}, {"Aris - registro", "aris"},
		{"polaris", ""}, {"Ente attuatore: Felcos Umbria", "felcos"}, {"Regione Umbria e Anci Umbria", ""}, {"Parisi", ""}, {"", ""}, {"marzo", ""},
	}
	for _, tt := range tests {
		if got, _ := FindPartner(tt.text, partners); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func FuzzMonths(f *testing.F) {
	for _, s := range []string{"2017-04", "aprile-giugno 2017", "gen-17", "12-05-2017", "20170412"} {
		f.Add(s)
	}
	p := Period{"2017-04", "2018-03"}
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range p.Months(s) {
			if !config.ValidMonth(m) {
				t.Fatalf("%q names %q", s, m)
			}
		}
	})
}

// TestYearOfReference: what a birth date is measured against where no month is known.
func TestYearOfReference(t *testing.T) {
	for _, tt := range []struct {
		period Period
		month  string
		want   int
	}{
		{Period{"2023-09", "2024-08"}, "", 2023}, {Period{"2023-09", "2024-08"}, "2024-02", 2024},
		{Period{"1990-01", "2099-12"}, "2024-02", 2024}, {Period{"1990-01", "2099-12"}, "", 2017},
	} {
		if got := tt.period.year(tt.month); got != tt.want {
			t.Errorf("%v in %v: %d, want %d", tt.month, tt.period, got, tt.want)
		}
	}
}
