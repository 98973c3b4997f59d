package normalise

import (
	"testing"

	"formare/internal/register"
)

// A person's hours stand on each of their rows, so that the one that counts neither loses nor doubles a day.
func TestRowsOfDays(t *testing.T) {
	anna, ugo := "BNCTZN75D53E230X", "LPULRD83L11A835P"
	first, second := Date{2017, 5, 4}, Date{2017, 5, 11}
	k := run(t, sheet{name: "Presenze", subject: register.People,
		fields: []string{"title", "start_date", "codice_fiscale", "session:Arrivo"},
		rows: [][]any{
			{"Ascolto in rete", first, anna, "9:00-12:00"}, {"Ascolto in rete", first, ugo, "9:00-13:00"},
			{"Ascolto in rete", second, anna, "9:00-11:30"}, {"Ascolto in rete", second, ugo, nil},
		}})
	if len(k.courses) != 1 || k.courses[0].Start != first || k.courses[0].End != second {
		t.Fatalf("courses are %+v", k.courses)
	}
	if len(k.enrolments) != 4 || len(k.attendances) != 4 {
		t.Fatalf("%d enrolments, %d attendances; not 4 and 4", len(k.enrolments), len(k.attendances))
	}
	for i, want := range []struct {
		day          Date
		hours, total float64
		present      bool
	}{{first, 3, 5.5, true}, {first, 4, 4, true}, {second, 2.5, 5.5, true}, {second, 0, 4, false}} {
		a, e := k.attendances[i], k.enrolments[i]
		if a.Date != want.day || a.Hours == nil || *a.Hours != want.hours || a.Present != want.present {
			t.Errorf("row %d: attendance is %+v", i, a)
		}
		if e.HoursAttended == nil || *e.HoursAttended != want.total {
			t.Errorf("row %d: hours attended are not %v", i, want.total)
		}
	}
}
