package pipeline

import "testing"

func TestMatches(t *testing.T) {
	tests := []struct {
		pattern, file string
		want          bool
	}{
		{"a.xlsx", "a.xlsx", true},
		{"a.xlsx", "b/a.xlsx", false},
		{"b/*", "b/a.xlsx", true},
		{"b/*", "b/c/a.xlsx", false},
		{"b/**", "b/c/a.xlsx", true},
		{"**/a.xlsx", "a.xlsx", true},
		{"**/a.xlsx", "b/c/a.xlsx", true},
		{"b/**/d.xlsx", "b/d.xlsx", true},
		{"b/**/d.xlsx", "b/x/y/d.xlsx", true},
		{"b/**/d.xlsx", "c/d.xlsx", false},
		{"registro [1].xlsx", "registro [1].xlsx", true},
		{"x[", "x[", true},
	}
	for _, tt := range tests {
		if got := matches(tt.pattern, tt.file); got != tt.want {
			t.Errorf("matches(%q, %q) = %v", tt.pattern, tt.file, got)
		}
	}
}

func TestMonthsBetween(t *testing.T) {
	got := monthsBetween("2017-11", "2018-02")
	want := []string{"2017-11", "2017-12", "2018-01", "2018-02"}
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}
