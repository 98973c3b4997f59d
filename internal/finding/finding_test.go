package finding

import (
	"slices"
	"testing"
)

func TestSortedIsByPlace(t *testing.T) {
	var c Collector
	for _, cell := range []string{"B10", "AA2", "B2", "A2"} {
		row := 2
		if cell == "B10" {
			row = 10
		}
		c.Add(Finding{File: "a.xlsx", Sheet: "S", Row: row, Cell: cell})
	}
	var got []string
	for _, f := range c.Sorted() {
		got = append(got, f.Cell)
	}
	if want := []string{"A2", "B2", "AA2", "B10"}; !slices.Equal(got, want) {
		t.Errorf("sorted %v, want %v", got, want)
	}
}

func TestRedact(t *testing.T) {
	tests := []struct{ field, value, want string }{
		{"surname", " Prova ", "•••••"},
		{"codice_fiscale", "XXXXXXXXXXXXXXXX", "••••••••••••••••"},
		{"comune", "Perugia", "Perugia"},
		{"full_name", "", ""},
	}
	for _, tt := range tests {
		if got := Redact(tt.field, tt.value); got != tt.want {
			t.Errorf("Redact(%s) = %q, want %q", tt.field, got, tt.want)
		}
	}
	if long := Redact("title", string(make([]rune, 500))); len([]rune(long)) != 120 {
		t.Errorf("a long value keeps %d runes", len([]rune(long)))
	}
}

func TestEveryRuleHasASeverity(t *testing.T) {
	if len(Rules()) < 40 || !slices.IsSorted(Rules()) {
		t.Errorf("catalogue of %d rules", len(Rules()))
	}
	if Rule("unheard-of").Severity() != Error {
		t.Error("an unknown rule must not pass as harmless")
	}
}
