package normalise

import (
	"testing"
	"time"
)

// The codes are of invented people.
func TestReadCF(t *testing.T) {
	tests := []struct {
		text  string
		code  string
		state cfState
	}{
		{"RSSMRA85T10A562S", "RSSMRA85T10A562S", cfValid},
		{"rssmra85t10a562s", "RSSMRA85T10A562S", cfValid},
		{" RSS MRA 85T10 A562S ", "RSSMRA85T10A562S", cfValid},
		{"RSS-MRA-85T10-A562-S", "RSSMRA85T10A562S", cfValid},
		{"RSSMRA85T10A562S.", "RSSMRA85T10A562S", cfValid},
		{"RSSMRA85T10A562\u00a0S", "RSSMRA85T10A562S", cfValid},
		{"BNCNNA80A41G478M", "BNCNNA80A41G478M", cfValid},
		{"RSSMRA85T1OA562S", "RSSMRA85T10A562S", cfRepaired}, // the letter O for a zero
		{"RSSMRA85TI0A562S", "RSSMRA85T10A562S", cfRepaired},
		{"R5SMRA85T10A562S", "RSSMRA85T10A562S", cfRepaired},
		{"RSSMRAB5T10A562S", "RSSMRA85T10A562S", cfRepaired},
		{"RSSMRA85T10A5625", "RSSMRA85T10A562S", cfRepaired},
		{"RSSMRA8ST10A562S", "RSSMRA85T10A562S", cfRepaired}, // S could be omocodia, but the check says 5
		{"RSSMRA85T10A562T", "", cfWrong},
		{"RSSMRA85T10A563S", "", cfWrong},
		{"RSSMRA85T40A562S", "", cfWrong}, // no such day
		{"RSSMRA85Z10A562S", "", cfWrong}, // no such month
		{"RSSMRA85T10A562", "", cfWrong},
		{"RSSMRA85T10A562SS", "", cfWrong},
		{"12345678901", "12345678901", cfProvisional},
		{"123 4567 8901", "12345678901", cfProvisional},
		{"1234567890A", "", cfWrong},
		{"", "", cfWrong},
		{"non ricordo", "", cfWrong},
		{"ΡSSMRA85T10A562S", "", cfWrong}, // a Greek letter
	}
	for _, tt := range tests {
		if code, state := readCF(tt.text); code != tt.code || state != tt.state {
			t.Errorf("%q: %q %d, want %q %d", tt.text, code, state, tt.code, tt.state)
		}
	}
}

func TestOmocodia(t *testing.T) {
	const plain = "RSSMRA85T10A562S"
	b := [16]byte([]byte(plain))
	for _, i := range []int{14, 13, 12, 10, 9, 7, 6} {
		b[i] = cfOmocodia[b[i]-'0']
		b[15] = checkLetter(&b)
		code, state := readCF(string(b[:]))
		if state != cfValid || code != string(b[:]) {
			t.Fatalf("%s: %q %d", b, code, state)
		}
		if got, ok := PlainCF(code); !ok || string(got[:]) != plain {
			t.Fatalf("%s: plain %s", code, got)
		}
	}
}

func TestCFBirth(t *testing.T) {
	tests := []struct {
		cf     string
		year   int
		birth  Date
		gender string
	}{
		{"RSSMRA85T10A562S", 2017, Date{1985, time.December, 10}, "M"},
		{"BNCNNA80A41G478M", 2017, Date{1980, time.January, 1}, "F"},
		{"RSSMRA03T10A562?", 2017, Date{2003, time.December, 10}, "M"},
		{"RSSMRA04T10A562?", 2017, Date{1904, time.December, 10}, "M"},
		{"RSSMRALRT10A562?", 2017, Date{1905, time.December, 10}, "M"},
	}
	for _, tt := range tests {
		if birth, gender := cfBirth(tt.cf, tt.year); birth != tt.birth || gender != tt.gender {
			t.Errorf("%s: %v %s", tt.cf, birth, gender)
		}
	}
}

func TestNameCodes(t *testing.T) {
	tests := []struct{ name, surname, given string }{
		{"ROSSI", "RSS", "RSS"}, {"FO", "FOX", "FOX"}, {"AIELLO", "LLA", "LLA"}, {"MARIA", "MRA", "MRA"},
		{"GIANFRANCO", "GNF", "GFR"}, {"ALESSANDRO", "LSS", "LSN"}, {"DE LUCA", "DLC", "DLC"}, {"D'ANGELO", "DNG", "DGL"},
		{"MARIA GRAZIA", "MRG", "MGR"}, {"AI", "AIX", "AIX"}, {"", "XXX", "XXX"}, {"IO", "IOX", "IOX"}, {"CHEN", "CHN", "CHN"},
	}
	for _, tt := range tests {
		s, g := surnameCode(tt.name), givenCode(tt.name)
		if string(s[:]) != tt.surname || string(g[:]) != tt.given {
			t.Errorf("%q: %s %s, want %s %s", tt.name, s, g, tt.surname, tt.given)
		}
	}
}

func TestLeading(t *testing.T) {
	birth := Date{1985, time.December, 10}
	tests := []struct {
		p    Person
		want string
	}{
		{Person{CF: "RSSMRA85T10A562S"}, "RSSMRA85T10"},
		{Person{CF: "RSSMRA85TMLA562?"}, "RSSMRA85T10"},
		{Person{Surname: "ROSSI", GivenName: "MARIO", Birth: birth, Gender: "M"}, "RSSMRA85T10"},
		{Person{Surname: "ROSSI", GivenName: "MARIA", Birth: birth, Gender: "F"}, "RSSMRA85T50"},
		{Person{Surname: "ROSSI", GivenName: "MARIA", Birth: birth, Gender: "X"}, ""},
		{Person{Surname: "ROSSI", GivenName: "MARIA", Birth: Date{Year: 1985}, Gender: "F"}, ""},
		{Person{Surname: "ROSSI", Birth: birth, Gender: "F"}, ""},
	}
	for _, tt := range tests {
		got, ok := Leading(&tt.p)
		if ok != (tt.want != "") || ok && string(got[:]) != tt.want {
			t.Errorf("%+v: %s %v", tt.p, got, ok)
		}
	}
}

func FuzzReadCF(f *testing.F) {
	for _, s := range []string{"RSSMRA85T10A562S", "RSSMRA85T1OA562S", "12345678901", "", "ΡSS"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		code, state := readCF(s)
		if state != cfValid && state != cfRepaired {
			return
		}
		if again, st := readCF(code); again != code || st != cfValid {
			t.Fatalf("%q gives %q, which is not valid", s, code)
		}
		if _, ok := PlainCF(code); !ok {
			t.Fatalf("%q gives %q, which has no plain form", s, code)
		}
		if _, gender := cfBirth(code, 2017); gender != "F" && gender != "M" {
			t.Fatalf("%q has gender %q", code, gender)
		}
	})
}
