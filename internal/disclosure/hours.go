package disclosure

import (
	"maps"
	"slices"

	"formare/internal/indicator"
)

type value = indicator.Value

// hours makes the cells of hours that belong to a count, hidden where the count is. Hours add up over
// both keys of a table, also where people do not, so they are protected by themselves; in tenths.
func (b *builder) hours() {
	b.rounding = 1
	for i := range b.rules.Tables {
		rule := &b.rules.Tables[i]
		t := b.tables[rule.ID]
		if t == nil {
			continue
		}
		for _, column := range sortedKeys(rule.Hours) {
			col, base := t.Col(column), t.Col(rule.Hours[column])
			if col >= 0 && base >= 0 {
				b.hourCells(rule, t, col, base)
			}
		}
	}
	for _, r := range b.rules.Hours {
		b.relateAll(r)
	}
}

func (b *builder) hourCells(rule *TableRule, t *Table, col, base int) {
	for row := range t.Rows {
		v := t.Rows[row][col]
		if !v.Valid || v.Num < 0 || v.Num > unbounded/1024 {
			continue
		}
		tenths := int(v.Num*10 + 0.5)
		p := place{rule.ID, row, col}
		c := cell{value: tenths, hi: unbounded, level: b.level(rule, p)}
		if m := t.Marks[row][base]; m != Shown {
			c.hidden, c.keep, c.small = true, true, m == Small
			if c.small {
				c.others = []int{max(0, tenths-max(10, tenths/4)), tenths + max(10, tenths/4)}
			}
		}
		b.place(p, b.id(rule, p), c)
	}
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
