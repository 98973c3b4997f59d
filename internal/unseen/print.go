package unseen

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Summary is a table by style, and below it the fields and the rules that go wrong.
func (r *Report) Summary() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%-20s %9s %6s %5s %10s %9s %10s %9s %8s %7s %7s\n", "style", "rows", "silent", "extra", "fields", "courses", "attendance", "identity", "problems", "sources", "alarms")
	line := func(name string, s Score) {
		fmt.Fprintf(&out, "%-20s %9s %6d %5d %10s %9s %10s %9.4f %8s %7s %7d\n", name, s.Rows, s.Silent, s.Extra, percentOf(s.Fields), percentOf(s.Courses),
			percentOf(s.Attendance), s.F1(), s.Problems, s.Sources, s.Alarms)
	}
	for _, name := range r.Styles {
		line(name, *r.ByStyle[name])
	}
	line("all", r.Total)
	fmt.Fprintf(&out, "false alarms per 1,000 right cells: %.2f\n", r.Total.FalseAlarms())
	for _, f := range slices.Sorted(maps.Keys(r.ByField)) {
		if c := r.ByField[f]; c.Right < c.All {
			fmt.Fprintf(&out, "  field %-22s %s of %d\n", f, percentOf(*c), c.All)
		}
	}
	for _, rule := range slices.Sorted(maps.Keys(r.ByRule)) {
		fmt.Fprintf(&out, "  false alarm %-26s %d\n", rule, r.ByRule[rule])
	}
	return out.String()
}

func (c Count) String() string { return fmt.Sprintf("%d/%d", c.Right, c.All) }

func percentOf(c Count) string {
	if c.All == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2f%%", 100*c.Share())
}
