package disclosure

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"

	"formare/internal/indicator"
)

func TestPatternIsTheSameAgain(t *testing.T) {
	tables := invent(t, 3, 300, 40).tables()
	first, pattern, err := Protect(tables, "2017-09", 5, DefaultRules(), Pattern{})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "disclosure.json")
	if err := pattern.Write(path); err != nil {
		t.Fatal(err)
	}
	back, err := ReadPattern(path)
	if err != nil {
		t.Fatal(err)
	}
	second, again, err := Protect(tables, "2017-09", 5, DefaultRules(), back)
	if err != nil {
		t.Fatal(err)
	}
	a, _ := json.Marshal(pattern)
	b, _ := json.Marshal(again)
	if string(a) != string(b) || !reflect.DeepEqual(first, second) {
		t.Error("the same report again is another one")
	}
	// The same numbers a month later: what was hidden stays hidden.
	third, _, err := Protect(tables, "2017-10", 5, DefaultRules(), back)
	if err != nil {
		t.Fatal(err)
	}
	for id, o := range first {
		for i, marks := range o.Marks {
			for j, m := range marks {
				if m == Protected && third[id].Marks[i][j] == Shown {
					t.Errorf("%s row %d column %d was hidden and is shown a month later", id, i, j)
				}
			}
		}
	}
}

func TestThreshold(t *testing.T) {
	for minCell, ok := range map[int]bool{-1: false, 1: false, 2: false, 0: true, 3: true, 10: true} {
		_, _, err := Protect(nil, "2017-04", minCell, DefaultRules(), Pattern{})
		if (err == nil) != ok {
			t.Errorf("threshold %d: %v", minCell, err)
		}
	}
}

// TestHiddenHoldsNothing checks marks against values: zeros shown, small and protected empty, rates with their counts.
func TestHiddenHoldsNothing(t *testing.T) {
	for seed := range uint64(4) {
		tables := invent(t, seed, 722, 81).tables()
		out, _, err := Protect(tables, "2018-03", 5, DefaultRules(), Pattern{})
		if err != nil {
			t.Fatal(err)
		}
		for _, in := range tables {
			o := out[in.ID]
			for i := range in.Rows {
				for j, c := range in.Columns {
					checkCell(t, fmt.Sprintf("%s row %d %s", in.ID, i, c.Name), in.Rows[i][j], o.Rows[i][j], o.Marks[i][j], c)
				}
			}
			if in.ID == "reach_by_comune" {
				for i := range o.Rows {
					if o.Marks[i][3] != o.Marks[i][4] {
						t.Errorf("row %d: the rate is %v, its count %v", i, o.Marks[i][4], o.Marks[i][3])
					}
				}
			}
		}
	}
}

func checkCell(t *testing.T, name string, in, out value, m Mark, c indicator.Column) {
	t.Helper()
	count := c.People && c.Kind == indicator.Integer && name[:8] != "headline"
	switch {
	case m == Shown && in != out:
		t.Errorf("%s: shown as %v, is %v", name, out, in)
	case (m == Small || m == Protected) && out != value{}:
		t.Errorf("%s: hidden, and holds %v", name, out)
	case count && in.Num == 0 && m != Shown:
		t.Errorf("%s: zero is hidden", name)
	case count && in.Num > 0 && in.Num < 5 && m == Shown:
		t.Errorf("%s: %v is shown", name, in.Num)
	case !c.People && m != Shown:
		t.Errorf("%s: no count of people, and hidden", name)
	}
}

// TestHoursDoNotFollow attacks the hours of area and zone by elimination.
func TestHoursDoNotFollow(t *testing.T) {
	for seed := range uint64(6) {
		out, _, err := Protect(invent(t, seed, 722, 81).tables(), "2018-03", 5, DefaultRules(), Pattern{})
		if err != nil {
			t.Fatal(err)
		}
		tab := out["area_by_zone"]
		r := newRiddle()
		line := func(pick func(v []value) bool, whole int) {
			var parts []side
			for row := range tab.Rows {
				if row != whole && pick(tab.Rows[row]) {
					parts = append(parts, r.read("", tab, row, "hours"))
				}
			}
			r.say(false, r.read("", tab, whole, "hours"), parts...)
		}
		for row, v := range tab.Rows {
			switch {
			case v[0].Valid && !v[1].Valid:
				line(func(o []value) bool { return o[0] == v[0] && o[1].Valid }, row)
			case !v[0].Valid && v[1].Valid:
				line(func(o []value) bool { return o[1] == v[1] && o[0].Valid }, row)
			}
		}
		for _, name := range r.settled() {
			if r.small[r.names[name]] {
				t.Errorf("seed %d: %s", seed, name)
			}
		}
	}
}

// TestTablesOfUsers protects an indicator that no rule knows, by its header or without one.
func TestTablesOfUsers(t *testing.T) {
	mine := table("mine", "kind:t", "people:p", "share:r")
	for i, n := range []int{3, 20, 40, 0} {
		row(mine, txt(fmt.Sprint(i)), whole(n), num(float64(n)/63))
	}
	out, _, err := Protect([]*indicator.Table{mine}, "2017-04", 5, DefaultRules(), Pattern{})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]Mark{{Shown, Small, Small}, {Shown, Protected, Protected}, {Shown, Shown, Shown}, {Shown, Shown, Shown}}
	if !reflect.DeepEqual(out["mine"].Marks, want) {
		t.Errorf("without a header: %v", out["mine"].Marks)
	}
	mine.Protect = []indicator.Protection{{Count: "people", Keys: []string{"kind"}, Derived: []string{"share"}}}
	if out, _, err = Protect([]*indicator.Table{mine}, "2017-04", 5, DefaultRules(), Pattern{}); err != nil || !reflect.DeepEqual(out["mine"].Marks, want) {
		t.Errorf("with one: %v %v", out["mine"].Marks, err)
	}
}

func TestCurveIsCoarse(t *testing.T) {
	p := invent(t, 0, 722, 81)
	curve := table("inequality", "residents_share:i", "participants_share:r", "gini:r")
	row(curve, num(0.1), num(0.123456), num(0.214321))
	curve.Columns[1].People, curve.Columns[2].People = false, false
	out, _, err := Protect(append(p.tables(), curve), "2018-03", 5, DefaultRules(), Pattern{})
	if err != nil {
		t.Fatal(err)
	}
	o := out["inequality"]
	if o.Rows[0][1].Num != 0.12 || o.Rows[0][2].Num != 0.21 || o.Marks[0][1] != Rounded {
		t.Errorf("%v %v", o.Rows, o.Marks)
	}
}
