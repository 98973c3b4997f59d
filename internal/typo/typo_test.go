package typo

import (
	"strings"
	"testing"
)

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b        string
		limit, want int
	}{
		{"foligno", "foligno", 2, 0}, {"folingo", "foligno", 2, 1}, {"spoletto", "spoleto", 2, 1},
		{"terni", "perugia", 2, 3}, {"", "ab", 2, 2}, {"", "", 0, 0}, {"abc", "abcdef", 2, 3},
		{strings.Repeat("a", 64), strings.Repeat("a", 64), 2, 3}, {strings.Repeat("a", 63), strings.Repeat("a", 63), 2, 0},
	}
	for _, tt := range tests {
		if got := Distance(tt.a, tt.b, tt.limit); got != tt.want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", tt.a, tt.b, tt.limit, got, tt.want)
		}
	}
}

func TestReread(t *testing.T) {
	tests := []struct {
		in, want string
		ok       bool
	}{
		{"CittÃ\u00a0 di Castello", "Città di Castello", true},
		{"Perugia", "Perugia", true},
		{"Città", "Città", false},
		{"Ω", "Ω", false},
	}
	for _, tt := range tests {
		if got, ok := Reread(tt.in); got != tt.want || ok != tt.ok {
			t.Errorf("Reread(%q) = %q, %v; want %q, %v", tt.in, got, ok, tt.want, tt.ok)
		}
	}
}
