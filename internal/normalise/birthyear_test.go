package normalise

import "testing"

func TestColumnsForTheYearOfBirth(t *testing.T) {
	for header, want := range map[string]bool{
		"Anno di nascita": true, "ANNO NASC.": true, "Nascita / Anno": true, "Year of birth": true,
		"Data di nascita": false, "Nato/a il": false, "Annotazioni": false,
	} {
		if got := asksYear(header); got != want {
			t.Errorf("%q: %v, want %v", header, got, want)
		}
	}
}
