package disclosure

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"formare/internal/indicator"
	"formare/internal/siege"
)

// published gives a protected report as data/*.csv tell it.
func published(month string, out map[string]*Table) *siege.Report {
	rep := &siege.Report{Month: month, Tables: map[string][]siege.Row{}}
	for id, t := range out {
		rep.MinCell = t.MinCell
		for i, values := range t.Rows {
			row := siege.Row{}
			for j, c := range t.Columns {
				v := values[j]
				switch m := t.Marks[i][j]; {
				case m == Small:
					row[c.Name+"_mark"] = "<" + strconv.Itoa(t.MinCell)
				case m == Protected:
					row[c.Name+"_mark"] = "prot."
				case v.Text != "":
					row[c.Name] = v.Text
				case v.Valid:
					row[c.Name] = strconv.FormatFloat(v.Num, 'f', -1, 64)
				}
			}
			rep.Tables[id] = append(rep.Tables[id], row)
		}
	}
	return rep
}

// until leaves out the rows of months that are still to come.
func until(tables []*indicator.Table, month string) []*indicator.Table {
	for _, t := range tables {
		if col := t.Col("month"); col >= 0 {
			t.Rows = slices.DeleteFunc(t.Rows, func(v []value) bool { return v[col].Text > month })
		}
	}
	return tables
}

// besiege attacks reports twice: with labels read as they are meant at least, and by a reader who takes
// "prot." for at least the threshold wherever it is. It counts what was recovered.
func besiege(t *testing.T, reports []*siege.Report, pattern Pattern) (recovered, small int) {
	t.Helper()
	for _, believing := range []bool{false, true} {
		r := siege.New(believing, func(month, cell string) bool { return pattern.Reports[month][cell].Masked })
		r.Reads(reports)
		got, n, err := r.Solve(reports[0].MinCell)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range got {
			t.Log(g)
		}
		recovered, small = recovered+len(got), n
	}
	return recovered, small
}

// TestNothingFollowsFromAllReports publishes a report every month and attacks all of them together.
func TestNothingFollowsFromAllReports(t *testing.T) {
	for _, minCell := range []int{5, 3, 10} {
		p := invent(t, uint64(minCell), 722, 81)
		var pattern Pattern
		var reports []*siege.Report
		for m, name := range months {
			if m%4 != 3 && (minCell != 5 || m%2 == 0) {
				continue
			}
			tables := until(p.upTo(m).tables(), name)
			out, next, err := Protect(tables, name, minCell, DefaultRules(), pattern)
			if err != nil {
				t.Fatal(err)
			}
			pattern = next
			reports = append(reports, published(name, out))
			if m == len(months)-1 {
				t.Logf("threshold %d, the last report\n%s", minCell, cost(tables, out))
			}
		}
		recovered, small := besiege(t, reports, pattern)
		t.Logf("threshold %d: %d of %d recovered", minCell, recovered, small)
		// Now and then a course of two cannot be saved: it takes several sums at once to work it out, and
		// none of the counts nearby helps alone. Counted over both readings.
		if recovered*25 > small {
			t.Errorf("threshold %d: %d of %d small counts follow from the reports together", minCell, recovered, small)
		}
	}
}

// TestSiegeFindsLeaks weakens the protection; an attack that finds nothing then would prove nothing.
func TestSiegeFindsLeaks(t *testing.T) {
	p := invent(t, 5, 722, 81)
	tables := p.tables()
	small := map[string]*Table{}
	for _, in := range tables {
		o := copyOf(in, 5)
		for i := range o.Rows {
			for j, c := range o.Columns {
				if v := o.Rows[i][j]; c.People && in.ID != "headline" && v.Num > 0 && math.Round(v.Num) < 5 {
					o.Marks[i][j] = Small
				}
			}
		}
		o.empty()
		small[in.ID] = o
	}
	recovered, of := besiege(t, []*siege.Report{published("2018-03", small)}, Pattern{})
	t.Logf("without complementary protection: %d of %d recovered", recovered, of)
	if recovered == 0 {
		t.Error("hiding small counts alone was not seen through")
	}
}
