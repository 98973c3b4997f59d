package normalise

import (
	"strings"

	"formare/internal/finding"
	"formare/internal/register"
)

// mostNear is how many columns a finding names that might be the missing one.
const mostNear = 4

// courseMissing says once of a table that nothing in it or above it tells which course its rows are about, what
// was looked for, and which of its columns nobody understood.
func (n *Normaliser) courseMissing(t *tableState) {
	if t.missing || !t.named || t.of.HeaderLast == 0 {
		return
	}
	t.missing = true
	var near []string
	for i := range t.of.Columns {
		if c := &t.of.Columns[i]; c.Field == register.None && c.Header != "" && len(near) < mostNear {
			near = append(near, t.of.ColumnName(i)+" «"+finding.Redact("", c.Header)+"»")
		}
	}
	if len(near) == 0 {
		near = []string{"–"}
	}
	row, col := t.of.HeaderLast, 0
	if t.of.Across {
		row, col = t.of.RowOf(t.of.HeaderLast), t.of.HeaderLast
	}
	n.findAt(place{t.sheet, row, col}, register.CourseTitle, "", problem{rule: finding.ColumnMissing,
		args: map[string]string{"words": strings.Join(t.of.Wanted, ", "), "near": strings.Join(near, ", ")}})
}
