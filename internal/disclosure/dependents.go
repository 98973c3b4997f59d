package disclosure

import (
	"math"
	"slices"
)

// dependents hides rates, means and shares where the count they are made of is hidden.
func (b *builder) dependents() {
	for i := range b.rules.Tables {
		rule := &b.rules.Tables[i]
		t := b.tables[rule.ID]
		if t == nil {
			continue
		}
		for _, column := range sortedKeys(rule.Goes) {
			col, base := t.Col(column), t.Col(rule.Goes[column])
			for row := range t.Rows {
				if col >= 0 && base >= 0 && t.Rows[row][col].Valid {
					t.Marks[row][col] = max(t.Marks[row][col], t.Marks[row][base])
				}
			}
		}
		t.measures(rule)
		b.coupled(rule, t)
	}
}

// coarsen rounds the figures made from all counts, so that a hidden one cannot be worked out from them:
// in steps that are worth at least the threshold of people.
func (b *builder) coarsen(people int) {
	hidden := slices.ContainsFunc(b.cells, func(c cell) bool { return c.hidden })
	step := 1.0
	if people > 0 {
		step = min(1, max(0.01, math.Ceil(100*float64(b.minCell)/float64(people))/100))
	}
	for i := range b.rules.Tables {
		rule := &b.rules.Tables[i]
		t := b.tables[rule.ID]
		if t == nil || !hidden {
			continue
		}
		for _, column := range rule.Coarse {
			col := t.Col(column)
			for row := range t.Rows {
				if col >= 0 && t.Rows[row][col].Valid {
					n := math.Round(t.Rows[row][col].Num/step) * step
					t.Rows[row][col].Num = math.Round(n*100) / 100
					t.Marks[row][col] = Rounded
				}
			}
		}
	}
}

// people are the programme's participants, or 0 if no table says.
func (b *builder) people() int {
	for _, c := range b.pick(measure("headline", "participants")) {
		return b.cells[c].value
	}
	return 0
}

// measures does the same for a table with a measure in each row.
func (t *Table) measures(rule *TableRule) {
	if len(rule.GoesBy) == 0 || len(rule.Keys) == 0 || len(rule.Counts) == 0 {
		return
	}
	key, col := t.Col(rule.Keys[0]), t.Col(rule.Counts[0])
	if key < 0 || col < 0 {
		return
	}
	row := func(measure string) int {
		return slices.IndexFunc(t.Rows, func(r []value) bool { return r[key].Text == measure })
	}
	for _, m := range sortedKeys(rule.GoesBy) {
		if r, base := row(m), row(rule.GoesBy[m]); r >= 0 && base >= 0 && t.Rows[r][col].Valid {
			t.Marks[r][col] = max(t.Marks[r][col], t.Marks[base][col])
		}
	}
}

// shares makes the cells of counts that are published as shares of a base. Where the base is the count
// itself (the share is its part of the group's sum), the share only goes with it.
func (b *builder) shares(rule *TableRule, t *Table) {
	for _, column := range sortedKeys(rule.Shares) {
		col, base := t.Col(column), t.Col(rule.Shares[column])
		if col < 0 || base < 0 || len(rule.Keys) == 0 || !t.isBase(rule, col, base) {
			continue
		}
		for _, group := range t.groupsBy(rule.Keys[0]) {
			b.shareGroup(rule, t, group, col, base)
		}
	}
}

// shareGroup ties the counts behind the shares of one base.
func (b *builder) shareGroup(rule *TableRule, t *Table, rows []int, col, base int) {
	var all constraint
	for _, row := range rows {
		n, ok := t.count(row, base)
		if !ok || !t.Rows[row][col].Valid {
			continue
		}
		count := int(math.Round(t.Rows[row][col].Num * float64(n)))
		p := place{rule.ID, row, col}
		b.addCount(rule, p, count)
		all.terms = append(all.terms, term{b.at[p], 1})
		all.rest += count
	}
	if len(all.terms) > 0 {
		b.relate(all)
	}
}

// isBase says that the base column holds the same number all over a group, whose shares are of it.
func (t *Table) isBase(rule *TableRule, col, base int) bool {
	for _, rows := range t.groupsBy(rule.Keys[0]) {
		sum := 0.0
		for _, row := range rows {
			sum += t.Rows[row][base].Num
		}
		for _, row := range rows {
			r := t.Rows[row]
			if r[col].Valid && r[base].Valid && math.Abs(r[col].Num*sum-r[base].Num) > 0.01*max(1, sum/100) {
				return true
			}
		}
	}
	return false
}

// coupled hides a share with its own count.
func (b *builder) coupled(rule *TableRule, t *Table) {
	for _, column := range sortedKeys(rule.Shares) {
		col, base := t.Col(column), t.Col(rule.Shares[column])
		for row := range t.Rows {
			if col >= 0 && base >= 0 && t.Rows[row][col].Valid {
				t.Marks[row][col] = max(t.Marks[row][col], t.Marks[row][base])
			}
		}
	}
}

// groupsBy lists the rows that share a key, in the table's order.
func (t *Table) groupsBy(key string) [][]int {
	col := t.Col(key)
	var out [][]int
	index := map[string]int{}
	for row := range t.Rows {
		k := ""
		if col >= 0 {
			k = t.Rows[row][col].Text
		}
		i, ok := index[k]
		if !ok {
			i = len(out)
			index[k] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], row)
	}
	return out
}
