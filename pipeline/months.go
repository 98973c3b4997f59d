package pipeline

import (
	"strings"
	"time"
)

// monthsBetween lists months from first to last, both included.
func monthsBetween(first, last string) []string {
	var out []string
	t, err := time.Parse("2006-01", first)
	for err == nil {
		m := t.Format("2006-01")
		if m > last {
			break
		}
		out = append(out, m)
		t = t.AddDate(0, 1, 0)
	}
	return out
}

func compareText(a, b string) int { return strings.Compare(a, b) }
