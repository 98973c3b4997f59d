package identity

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"formare/internal/normalise"
)

func testKey(t testing.TB) Key {
	t.Helper()
	k, err := NewKey(bytes.NewReader(bytes.Repeat([]byte{7}, KeyBytes)))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// plain works a link out from its text as the definition says.
func plain(k Key, text string) Link {
	if text == "" {
		return Link{}
	}
	mac := hmac.New(sha256.New, k.secret[:])
	mac.Write([]byte(text))
	return Link{int64(binary.BigEndian.Uint64(mac.Sum(nil)[:8])), true}
}

// The people are invented.
func TestLinks(t *testing.T) {
	k := testKey(t)
	birth := normalise.Date{Year: 1985, Month: time.December, Day: 10}
	tests := []struct {
		name             string
		p                normalise.Person
		cf, person, text string
	}{
		{"all known", normalise.Person{Surname: "ROSSI", GivenName: "MARIO", CF: "RSSMRA85T10A562S", Birth: birth, Gender: "M"},
			"cf:RSSMRA85T10A562S", "person:RSSMRA85T10", "name:MARIO ROSSI:1985-12-10"},
		{"omocodia", normalise.Person{Surname: "ROSSI", GivenName: "MARIO", CF: "RSSMRA85T10A56NH", Birth: birth, Gender: "M"},
			"cf:RSSMRA85T10A562S", "person:RSSMRA85T10", "name:MARIO ROSSI:1985-12-10"},
		{"no code", normalise.Person{Surname: "D'ANGELO", GivenName: "MARIA GRAZIA", Birth: birth, Gender: "F"},
			"", "person:DNGMGR85T50", "name:DANGELO GRAZIA MARIA:1985-12-10"},
		{"no gender", normalise.Person{Surname: "ROSSI", GivenName: "MARIO", Birth: birth}, "", "", "name:MARIO ROSSI:1985-12-10"},
		{"names the other way round", normalise.Person{Surname: "MARIO", GivenName: "ROSSI", Birth: birth}, "", "", "name:MARIO ROSSI:1985-12-10"},
		{"no birth date", normalise.Person{Surname: "ROSSI", GivenName: "MARIO", Gender: "M"}, "", "", ""},
		{"only a year", normalise.Person{Surname: "ROSSI", GivenName: "MARIO", Gender: "M", Birth: normalise.Date{Year: 1985}}, "", "", ""},
		{"only the code", normalise.Person{CF: "RSSMRA85T10A562S"}, "cf:RSSMRA85T10A562S", "person:RSSMRA85T10", ""},
		{"nobody", normalise.Person{}, "", "", ""},
	}
	l := k.Linker()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := Links{CF: plain(k, tt.cf), Person: plain(k, tt.person), Name: plain(k, tt.text)}
			got := l.Links(&tt.p)
			if got.Near = (Near{}); got != want {
				t.Errorf("links %+v, want %+v", got, want)
			}
			cf, person, name := k.Keys(tt.p)
			if (Links{CF: cf, Person: person, Name: name}) != want {
				t.Errorf("Keys gives other than Links")
			}
		})
	}
}

// Near keys meet where one thing differs, and only there.
func TestNear(t *testing.T) {
	k := testKey(t)
	l := k.Linker()
	date := func(y, m, d int) normalise.Date { return normalise.Date{Year: y, Month: time.Month(m), Day: d} }
	base := normalise.Person{Surname: "EL AMRANI", GivenName: "MOHAMMED REDA", Birth: date(1985, 3, 12)}
	tests := []struct {
		name                       string
		p                          normalise.Person
		names, day, surname, given bool
	}{
		{"the same, the other way round", normalise.Person{Surname: "MOHAMMED REDA", GivenName: "EL AMRANI", Birth: date(1985, 3, 12)}, true, true, false, false},
		{"spelt otherwise", normalise.Person{Surname: "AL AMRANI", GivenName: "MUHAMAD", Birth: date(1985, 3, 12)}, false, false, true, true},
		{"another given name", normalise.Person{Surname: "EL AMRANI", GivenName: "FATIMA", Birth: date(1985, 3, 12)}, false, false, true, false},
		{"another surname", normalise.Person{Surname: "ROSSI", GivenName: "MOHAMED", Birth: date(1985, 3, 12)}, false, false, false, true},
		{"day and month swapped", normalise.Person{Surname: "EL AMRANI", GivenName: "MOHAMMED REDA", Birth: date(1985, 12, 3)}, true, true, false, false},
		{"another year", normalise.Person{Surname: "EL AMRANI", GivenName: "MOHAMMED REDA", Birth: date(1986, 3, 12)}, true, true, false, false},
		{"another day", normalise.Person{Surname: "EL AMRANI", GivenName: "MOHAMMED REDA", Birth: date(1985, 3, 13)}, true, false, false, false},
		{"no date", normalise.Person{Surname: "EL AMRANI", GivenName: "MOHAMMED REDA"}, true, false, false, false},
		{"nobody", normalise.Person{Birth: date(1985, 3, 12)}, false, false, false, false},
	}
	want := l.Links(&base).Near
	for _, tt := range tests {
		got := l.Links(&tt.p).Near
		meets := func(a, b Link) bool { return a.Valid && a == b }
		if meets(got.Names, want.Names) != tt.names || meets(got.Day, want.Day) != tt.day ||
			meets(got.Surname, want.Surname) != tt.surname || meets(got.Given, want.Given) != tt.given {
			t.Errorf("%s: %+v beside %+v", tt.name, got, want)
		}
	}
	turned := l.Links(&normalise.Person{Surname: "MOHAMED", GivenName: "ALAMRANI", Birth: base.Birth}).Near
	if turned.Surname != want.Given || turned.Given != want.Surname {
		t.Error("a surname in the place of the given name meets nothing")
	}
}

func TestAnotherKeyGivesOtherLinks(t *testing.T) {
	a := testKey(t)
	b, err := NewKey(bytes.NewReader(bytes.Repeat([]byte{8}, KeyBytes)))
	if err != nil {
		t.Fatal(err)
	}
	p := normalise.Person{CF: "RSSMRA85T10A562S"}
	if a.Linker().Links(&p) == b.Linker().Links(&p) {
		t.Error("two keys give one pseudonym")
	}
	if a.ID() == b.ID() {
		t.Error("two keys have one ID")
	}
}

func TestKeyFiles(t *testing.T) {
	k := testKey(t)
	path := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(path, []byte(k.Encode()+"\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := LoadKey(path); err != nil || got != k {
		t.Errorf("loaded another key: %v", err)
	}
	for _, text := range []string{"", "abc", strings.Repeat("zz", KeyBytes), strings.Repeat("00", KeyBytes), k.Encode() + "ff"} {
		if _, err := ParseKey([]byte(text)); err == nil {
			t.Errorf("a key of %d characters was taken", len(text))
		} else if len(text) > 3 && strings.Contains(err.Error(), text) {
			t.Error("the error tells the secret")
		}
	}
	if _, err := LoadKey(filepath.Join(t.TempDir(), "none")); !os.IsNotExist(unwrapAll(err)) {
		t.Errorf("a missing key gives %v", err)
	}
	if _, err := NewKey(bytes.NewReader([]byte{1})); err == nil {
		t.Error("a key was made of one byte")
	}
}

func unwrapAll(err error) error {
	for {
		u, ok := err.(interface{ Unwrap() error })
		if !ok {
			return err
		}
		if os.IsNotExist(err) {
			return err
		}
		err = u.Unwrap()
	}
}

// A key that is printed by mistake tells nothing.
func TestKeyIsNotPrinted(t *testing.T) {
	k := testKey(t)
	for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
		if s := fmt.Sprintf(verb, k); strings.Contains(s, k.Encode()) || strings.Contains(s, "7, 7") || strings.Contains(s, "0x7") {
			t.Errorf("%s tells the secret", verb)
		}
	}
}

func FuzzLinks(f *testing.F) {
	f.Add("ROSSI", "MARIO", "RSSMRA85T10A562S", 1985, 12, 10, "M")
	f.Add("", "", "", 0, 0, 0, "")
	f.Add("D'", " ' ", "RSSMRA85TMLA562S", -5, 13, 99, "F")
	l := testKey(f).Linker()
	f.Fuzz(func(t *testing.T, surname, given, cf string, y, m, d int, gender string) {
		p := normalise.Person{Surname: surname, GivenName: given, CF: cf, Birth: normalise.Date{Year: y, Month: time.Month(m), Day: d}, Gender: gender}
		if a, b := l.Links(&p), l.Links(&p); a != b {
			t.Fatal("the same person got two sets of links")
		}
	})
}

func BenchmarkLinks(b *testing.B) {
	l := testKey(b).Linker()
	p := normalise.Person{Surname: "D'ANGELO", GivenName: "MARIA GRAZIA", CF: "RSSMRA85T10A562S",
		Birth: normalise.Date{Year: 1985, Month: time.December, Day: 10}, Gender: "M"}
	b.ReportAllocs()
	for b.Loop() {
		l.Links(&p)
	}
}
