package register

import "testing"

func TestSpells(t *testing.T) {
	for _, c := range []struct {
		name, code string
		want       bool
	}{
		{"Rossi", "RSS", true}, {"Fo", "FOX", true}, {"Ada", "DAA", true}, {"Gianfranco", "GFR", true},
		{"Rossi", "BNC", false}, {"王", "XXX", true}, {"", "XXX", true}, {"Ö", "ABC", false},
	} {
		if got := spells(c.name, c.code); got != c.want {
			t.Errorf("%q spells %s: %v", c.name, c.code, got)
		}
	}
}
