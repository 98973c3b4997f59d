package unseen

import (
	"strconv"
	"strings"
)

// plant a problem at one row, where it has none yet.
func (k *kit) plant(s *sheet, row, first int, cols []column, es []*enrolment) {
	t := k.set.rows[len(k.set.rows)-len(es)+row-first]
	e := es[row-first]
	for _, p := range k.set.problems {
		if p.file == s.book.path && p.sheet == s.title() && p.row == row {
			return
		}
	}
	at := func(field string) int {
		for i, c := range cols {
			if c.field == field {
				return i + 1
			}
		}
		return 0
	}
	switch k.rng.IntN(9) {
	case 0:
		k.spoil(s, row, at("hours"), "vedi nota", "hours-invalid")
		t.fields["hours_attended"] = ""
	case 1:
		k.spoil(s, row, at("hours"), -3, "hours-invalid")
		t.fields["hours_attended"] = ""
	case 2:
		if c := at("cf"); c > 0 {
			k.spoil(s, row, c, wrongCheck(e.cf), "cf-invalid", "cf-repaired")
			k.withoutCode(t, cols)
		}
	case 3:
		if c := at("cf"); c > 0 {
			k.spoil(s, row, c, e.cf[:9]+e.cf[10:], "cf-invalid", "cf-repaired")
			k.withoutCode(t, cols)
		}
	case 4:
		if c := at("born"); c > 0 {
			k.spoil(s, row, c, "31/11/1979", "date-invalid", "birth-date-implausible", "cf-disagrees")
			if at("cf") == 0 {
				t.person = e.id + "?"
				t.fields["birth_year"] = "|1979|" + strconv.Itoa(e.born.Year()) // the last from another row of the workbook
			}
		}
	case 5:
		if c := at("comune"); c > 0 {
			k.spoil(s, row, c, "Borgo Qualunque", "comune-unknown", "comune-ambiguous")
			t.fields["comune"] = "?"
		}
	case 6:
		if c := at("comune"); c > 0 && len(e.service.comune.name) > 6 {
			name := e.service.comune.name
			k.spoil(s, row, c, name[:4]+name[5:], "comune-repaired", "comune-unknown")
			t.fields["comune"] += "|"
		}
	case 7:
		if c := at("certificate"); c > 0 {
			k.spoil(s, row, c, "boh", "choice-unknown")
			t.fields["certificate"] = ""
		}
	case 8:
		if c := at("after"); c > 0 {
			k.spoil(s, row, c, 27, "share-invalid", "number-invalid")
			t.fields["score_after"] = ""
		}
	}
}

// withoutCode is what a row still tells of a person when the code is wrong.
func (k *kit) withoutCode(t *rowTruth, cols []column) {
	told := map[string]bool{}
	for _, c := range cols {
		told[c.field] = true
	}
	if !told["born"] {
		t.person = strings.TrimSuffix(t.person, "?") + "?"
		t.fields["birth_year"] = "?"
	}
	if !told["gender"] {
		t.fields["gender"] = "?"
	}
}
