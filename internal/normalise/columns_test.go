package normalise

import (
	"testing"

	"formare/internal/register"
)

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

func TestDayAfterHoursInASessionHeader(t *testing.T) {
	r := testReader(t)
	s := r.session(0, &register.Column{Header: "Incontro 1 (3h)\n05/05/2017"})
	if got := s.date.String(); got != "2017-05-05" || s.hours != 3 {
		t.Errorf("%s, %g hours", got, s.hours)
	}
}
