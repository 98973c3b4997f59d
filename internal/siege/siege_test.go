package siege

import "testing"

// report makes a report of one table of comuni in a zone that has a total.
func report(month, zone string, comuni ...string) *Report {
	mark := func(row Row, n string) Row {
		if n == "<5" || n == "prot." {
			row[people+"_mark"] = n
		} else {
			row[people] = n
		}
		return row
	}
	rep := &Report{Month: month, MinCell: 5, Tables: map[string][]Row{}}
	rep.Tables["coverage_by_zone"] = []Row{mark(Row{"zone": "Z"}, zone)}
	for i, n := range comuni {
		rep.Tables["reach_by_comune"] = append(rep.Tables["reach_by_comune"], mark(Row{"istat_code": string(rune('A' + i)), "zone": "Z"}, n))
	}
	return rep
}

func TestSolve(t *testing.T) {
	for _, tt := range []struct {
		name      string
		reports   []*Report
		believing bool
		want      string
	}{
		{"alone in its zone", []*Report{report("2017-04", "12", "10", "<5")}, false, "2017-04 reach_by_comune|participants|B is 2"},
		{"two in a zone", []*Report{report("2017-04", "14", "10", "<5", "<5")}, false, ""},
		{"two of one each", []*Report{report("2017-04", "12", "10", "<5", "<5")}, false, "2017-04 reach_by_comune|participants|B is 1"},
		{"a label that tells", []*Report{report("2017-04", "6", "prot.", "<5")}, true, "2017-04 reach_by_comune|participants|B is 1"},
		{"a label not believed", []*Report{report("2017-04", "6", "prot.", "<5")}, false, ""},
		{"an earlier report tells", []*Report{report("2017-04", "prot.", "6", "<5"), report("2017-05", "9", "prot.", "<5")}, false, ""},
		{"a later report tells", []*Report{report("2017-04", "15", "10", "<5", "<5"), report("2017-05", "15", "10", "1", "4")}, false, "2017-04 reach_by_comune|participants|B is 1"},
	} {
		r := New(tt.believing, nil)
		r.Reads(tt.reports)
		got, _, err := r.Solve(5)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if tt.want == "" && len(got) > 0 || tt.want != "" && (len(got) == 0 || got[0].String() != tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, got, tt.want)
		}
	}
}

func TestContradiction(t *testing.T) {
	r := New(false, nil)
	r.Reads([]*Report{report("2017-04", "11", "10", "<5", "<5")})
	if _, _, err := r.Solve(5); err == nil {
		t.Error("a zone that is less than its comuni was believed")
	}
}
