package disclosure

import (
	"cmp"
	"slices"
	"strings"
)

// reorder moves the rows with hidden counts behind the others, ordered by their keys, in a table that is
// ordered by its counts: a row between two others would tell how many it has.
func (t *Table) reorder(rule *TableRule) {
	if rule == nil || !rule.Ranked {
		return
	}
	order := make([]int, len(t.Rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := t.hides(a), t.hides(b)
		if !x || !y {
			return cmp.Compare(boolean(x), boolean(y))
		}
		return strings.Compare(t.keyText(rule, a), t.keyText(rule, b))
	})
	rows, marks := make([][]value, len(order)), make([][]Mark, len(order))
	for i, from := range order {
		rows[i], marks[i] = t.Rows[from], t.Marks[from]
	}
	t.Rows, t.Marks = rows, marks
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (t *Table) hides(row int) bool {
	return slices.ContainsFunc(t.Marks[row], func(m Mark) bool { return m == Small || m == Protected })
}

func (t *Table) keyText(rule *TableRule, row int) string {
	var parts []string
	for i, c := range t.Columns {
		if slices.Contains(rule.Keys, c.Name) {
			parts = append(parts, t.Rows[row][i].Text)
		}
	}
	return strings.Join(parts, "\x1f")
}
