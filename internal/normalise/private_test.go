package normalise

import (
	"strings"
	"testing"

	"formare/internal/finding"
	"formare/internal/register"
)

func TestRedactHidesPeopleInOtherColumns(t *testing.T) {
	n := New(testContext(t), nil, nil)
	tests := []struct {
		field, value, used string
		hidden             bool
	}{
		{"comune", "Prova Giuseppe", "", true},
		{"hours_attended", "GIUSEPPE", "", true},
		{"comune", "prvgpp80a01g478x", "", true},
		{"status", "giuseppe.prova@example.org", "attended", true},
		{"comune", "Borgo Vecchio", "", false},
		{"comune", "Cristofanelli", "", true},
		{"comune", "ROSSI", "", true},
		{"comune", "Borgo Cristofanelli", "", true}, // nobody knows that it is no surname
		{"comune", "333 1234567", "", true},
		{"hours_attended", "3331234567", "", true},
		{"hours_attended", "+39 333 1234567", "", true},
		{"hours_attended", "075 5721234", "", true},
		{"hours_attended", "12345678901", "", true},
		{"hours_attended", "12 persone", "", false},
		{"start_date", "31/02/2017", "", false},
		{"status", "verifcare", "", false},
		{"comune", "Santa Maria degli Angeli", "Assisi", false},
		{"hours_attended", "da verificare", "", false},
		{"surname", "Prova", "", true},
	}
	for _, tt := range tests {
		if got := n.redact(tt.field, tt.value, tt.used); strings.Contains(got, "•") != tt.hidden {
			t.Errorf("redact(%s, %q, %q) = %q", tt.field, tt.value, tt.used, got)
		}
	}
}

// People of the source are hidden where they stand in a title, in a heading or in another's cell, before their own row
// or after it.
func TestSourcesOwnPeopleAreHidden(t *testing.T) {
	k := &kept{}
	n := New(testContext(t), k, func(f finding.Finding) { k.findings = append(k.findings, f) })
	sheet{subject: register.People, fields: []string{"surname", "given_name", "title", "comune", "venue"}, rows: [][]any{
		{"Prova", "Maria", "Colloquio di Zubrowska Wislawa", "Zubrowska", "Sala grande"},
		{"Zubrowska", "Wislawa", "Colloquio di Zubrowska Wislawa", "Perugia", "Sala grande"},
		{"Corso", "Anna", "Corso sulla tratta", "Terni", "Sala grande"},
	}}.feed(t, n)
	if err := n.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range k.courses {
		if strings.Contains(c.Title+c.Course, "ubrowska") || strings.Contains(c.Course, "wislawa") {
			t.Errorf("course %q %q", c.Course, c.Title)
		}
	}
	if got := k.courses[1].Title; got != "Corso sulla tratta" {
		t.Errorf("title %q", got)
	}
	for _, f := range k.findings {
		if strings.Contains(f.Value, "ubrowska") {
			t.Errorf("%s says %q", f.Rule, f.Value)
		}
	}
	for text, want := range map[string]string{"Zubrowska": "", "Zubrowska Wislawa": "", "Cooperativa Zubrowska Wislawa": "Cooperativa ••••••••• •••••••", "Servizi Sociali": "Servizi Sociali"} {
		if got := n.people.office(text); got != want {
			t.Errorf("office %q: %q, want %q", text, got, want)
		}
	}
	f := n.Hide(finding.Finding{Rule: finding.ColumnUnrecognised, Value: "Voto Zubrowska", Used: "corso di anna"})
	if f.Value != "Voto •••••••••" || f.Used != "corso di ••••" {
		t.Errorf("%q, %q", f.Value, f.Used)
	}
}
