package disclosure

import "strings"

// relateAll adds the constraints of one relation, group by group.
func (b *builder) relateAll(r Relation) {
	if r.Kind == Totals {
		b.totals(r)
		return
	}
	groups := b.groups(r)
	for _, w := range b.pick(r.Whole) {
		parts := groups[b.groupKey(r, w)]
		switch r.Kind {
		case Adds:
			b.adds(w, parts)
		case Unites:
			b.unites(w, parts)
		case Within:
			for _, p := range parts {
				b.relate(constraint{terms: []term{{p, 1}, {w, -1}}, atMost: true})
			}
		case Leaves:
			for _, p := range parts {
				b.leaves(w, p)
			}
		}
	}
	if r.Kind == Runs {
		b.runs(b.pick(r.Whole), b.pick(r.Parts))
	}
}

// adds says that a whole is the sum of its parts and of a rest that the reader is taken to know.
func (b *builder) adds(whole int, parts []int) {
	if len(parts) == 0 {
		return
	}
	c := constraint{terms: []term{{whole, 1}}, rest: b.cells[whole].value}
	for _, p := range parts {
		c.terms = append(c.terms, term{p, -1})
		c.rest -= b.cells[p].value
	}
	if c.rest >= -b.rounding*len(parts) {
		b.relate(c)
	}
}

// unites says that a whole is at least each part, and at most the sum of them.
func (b *builder) unites(whole int, parts []int) {
	if len(parts) == 0 {
		return
	}
	most := constraint{terms: []term{{whole, 1}}, atMost: true}
	for _, p := range parts {
		most.terms = append(most.terms, term{p, -1})
		b.relate(constraint{terms: []term{{p, 1}, {whole, -1}}, atMost: true})
	}
	b.relate(most)
}

// leaves makes the cell that stands nowhere: those of the whole that are not in the part.
func (b *builder) leaves(whole, part int) {
	value := b.cells[whole].value - b.cells[part].value
	if value < 0 {
		return
	}
	c := cell{value: value, hidden: true, keep: true, fixed: true, hi: unbounded}
	if value > 0 && value < b.minCell && !b.cells[whole].small {
		for v := 1; v < b.minCell; v++ {
			if v != value {
				c.others = append(c.others, v)
			}
		}
	}
	x := b.place(place{}, "less|"+b.ids[whole]+"|"+b.ids[part], c)
	b.relate(constraint{terms: []term{{whole, 1}, {part, -1}, {x, -1}}})
}

// runs ties a running total to its steps, row after row.
func (b *builder) runs(wholes, steps []int) {
	if len(wholes) != len(steps) {
		return
	}
	for i, w := range wholes {
		c := constraint{terms: []term{{w, 1}, {steps[i], -1}}, rest: b.cells[w].value - b.cells[steps[i]].value}
		if i > 0 {
			c.terms = append(c.terms, term{wholes[i-1], -1})
			c.rest -= b.cells[wholes[i-1]].value
		}
		b.relate(c)
	}
}

// totals says that the sum of each group of parts is known.
func (b *builder) totals(r Relation) {
	groups := map[string]int{}
	var rules []constraint
	for _, p := range b.pick(r.Parts) {
		k := b.groupKey(r, p)
		i, ok := groups[k]
		if !ok {
			i = len(rules)
			groups[k] = i
			rules = append(rules, constraint{})
		}
		rules[i].terms = append(rules[i].terms, term{p, 1})
		rules[i].rest += b.cells[p].value
	}
	for _, c := range rules {
		b.relate(c)
	}
}

// pick lists the cells of a column.
func (b *builder) pick(c Column) []int {
	t, rule := b.tables[c.Table], b.rules.table(c.Table)
	if t == nil || rule == nil {
		return nil
	}
	col := t.Col(c.Name)
	var out []int
	for row := range t.Rows {
		if i, ok := b.at[place{c.Table, row, col}]; ok && c.holds(t, rule, row) {
			out = append(out, i)
		}
	}
	return out
}

// holds says whether a row is one of a column's.
func (c Column) holds(t *Table, rule *TableRule, row int) bool {
	for i, k := range rule.Keys {
		col := t.Col(k)
		if col < 0 {
			continue
		}
		v := t.Rows[row][col]
		if i == 0 && c.Row != "" && v.Text != c.Row {
			return false
		}
		null := false
		for _, n := range c.Null {
			null = null || n == k
		}
		if !c.AnyNull && v.Valid == null {
			return false
		}
	}
	return true
}

// groups are the parts of a relation by the keys they share with their whole.
func (b *builder) groups(r Relation) map[string][]int {
	out := map[string][]int{}
	for _, p := range b.pick(r.Parts) {
		k := b.groupKey(r, p)
		out[k] = append(out[k], p)
	}
	return out
}

func (b *builder) groupKey(r Relation, cell int) string {
	var key []string
	for _, by := range r.By {
		key = append(key, b.keyOf(cell, by))
	}
	return strings.Join(key, "\x1f")
}

// keyOf gives the text of a key column in a cell's row.
func (b *builder) keyOf(cell int, column string) string {
	p := b.places[cell]
	t := b.tables[p.table]
	col := t.Col(column)
	switch {
	case col < 0:
		return "\x00" + p.table // no such column: meets nothing of another table
	case !t.Rows[p.row][col].Valid:
		return "\x00"
	}
	return t.Rows[p.row][col].Text
}
