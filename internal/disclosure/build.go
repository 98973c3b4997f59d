package disclosure

import (
	"math"
	"slices"
	"strings"

	"formare/internal/indicator"
)

// A place is a value of a table.
type place struct {
	table    string
	row, col int
}

// A builder makes the system of cells and constraints out of the tables, and carries its outcome back.
type builder struct {
	*system
	tables map[string]*Table
	rules  Rules
	before map[string]known
	at     map[place]int // cell of a place
	places []place       // in the order of the cells; table "" for a cell that stands nowhere
	ids    []string
	finals map[string]bool // cells of a month or course: told once, they stay

	rounding int // what a sum may be off for each part, the values having been rounded
}

// counts makes the cells that count people, and ties them.
func (b *builder) counts() {
	for i := range b.rules.Tables {
		rule := &b.rules.Tables[i]
		t := b.tables[rule.ID]
		if t == nil {
			continue
		}
		for _, name := range rule.Counts {
			col := t.Col(name)
			for row := range t.Rows {
				if v, ok := t.count(row, col); ok && rule.covers(t, row) {
					b.addCount(rule, place{rule.ID, row, col}, v)
				}
			}
		}
		b.shares(rule, t)
	}
	for _, r := range b.rules.Relations {
		b.relateAll(r)
	}
}

// addCount makes the cell of one count.
func (b *builder) addCount(rule *TableRule, p place, value int) {
	id := b.id(rule, p)
	k, told := b.before[id]
	c := cell{value: value, fixed: rule.Fixed, lo: b.minCell, hi: unbounded, level: b.level(rule, p)}
	switch {
	case value > 0 && value < b.minCell:
		c.hidden, c.small, c.lo, c.hi = true, true, 1, b.minCell-1
	case value > 0 && told && slices.Contains(k.hiddenAt, value) && !rule.Fixed:
		c.hidden, c.frozen = true, true
		// Counts only grow: were it known not to be more, what it protected then could not have been less.
		c.others = []int{value + 1}
	}
	if told && k.atLeast <= value && value <= k.atMost {
		c.lo, c.hi = max(c.lo, k.atLeast), min(c.hi, k.atMost)
	}
	c.lo = max(c.lo, min(value, b.least(rule, p)))
	if c.small {
		if c.lo == c.hi || told && slices.Contains(k.maskedAt, value) { // the label would tell it
			c.masked, c.hi = true, unbounded
		}
		c.others = otherValues(c, b.minCell)
	}
	b.place(p, id, c)
}

// least is what a count cannot be less than, by another column of its row.
func (b *builder) least(rule *TableRule, p place) int {
	t := b.tables[p.table]
	name, ok := rule.Least[t.Columns[p.col].Name]
	if !ok {
		return 0
	}
	n, _ := t.count(p.row, t.Col(name))
	return n
}

func (b *builder) place(p place, id string, c cell) int {
	if p.table != "" {
		b.at[p] = len(b.cells)
	}
	b.cells = append(b.cells, c)
	b.places = append(b.places, p)
	if rule := b.rules.table(p.table); rule != nil && rule.Final {
		b.finals[id] = true
	}
	b.ids = append(b.ids, id)
	return len(b.cells) - 1
}

// level is 1 for the cells of a table that sums up another one, 2 for the totals inside a table.
func (b *builder) level(rule *TableRule, p place) int {
	t := b.tables[p.table]
	level := 0
	for _, r := range b.rules.Relations {
		switch {
		case r.Whole.Table != p.table:
		case len(r.Whole.Null) > 0 && r.Whole.holds(t, rule, p.row):
			return 2
		case r.Kind == Adds && r.Parts.Table != p.table && r.Whole.Row == "":
			level = 1
		}
	}
	return level
}

// covers says whether a row of a table of measures counts people.
func (r *TableRule) covers(t *Table, row int) bool {
	if len(r.Only) == 0 {
		return true
	}
	col := t.Col(r.Keys[0])
	return col >= 0 && slices.Contains(r.Only, t.Rows[row][col].Text)
}

// count gives a value of a table as a whole number.
func (t *Table) count(row, col int) (int, bool) {
	if col < 0 || col >= len(t.Rows[row]) {
		return 0, false
	}
	v := t.Rows[row][col]
	k := t.Columns[col].Kind
	if !v.Valid || k != indicator.Integer && k != indicator.Real || v.Num < 0 || v.Num > unbounded/1024 {
		return 0, false
	}
	return int(math.Round(v.Num)), true
}

// id names a cell over the reports of all months.
func (b *builder) id(rule *TableRule, p place) string {
	t := b.tables[p.table]
	parts := []string{p.table, t.Columns[p.col].Name}
	for i, c := range t.Columns {
		if slices.Contains(rule.Keys, c.Name) || !rule.keysKnown(&t.Table) && c.Kind != indicator.Integer && c.Kind != indicator.Real {
			parts = append(parts, t.Rows[p.row][i].Text)
		}
	}
	return strings.Join(parts, "|")
}

// keysKnown says that the table has the key columns that the rule names.
func (r *TableRule) keysKnown(t *indicator.Table) bool {
	return len(r.Keys) > 0 && !slices.ContainsFunc(r.Keys, func(k string) bool { return t.Col(k) < 0 })
}

// report is what is published of the cells.
func (b *builder) report() Report {
	out := Report{}
	for i, c := range b.cells {
		switch {
		case c.past || b.ids[i] == "":
		case b.places[i].table == "":
			out[b.ids[i]] = Published{Value: c.value, Unseen: true}
		case c.small && c.hidden:
			out[b.ids[i]] = Published{Value: c.value, Small: true, Masked: c.masked}
		default:
			out[b.ids[i]] = Published{Value: c.value, Protected: c.hidden}
		}
	}
	return out
}

// mark writes the outcome into the tables.
func (b *builder) mark() {
	for i, c := range b.cells {
		p := b.places[i]
		if p.table == "" || !c.hidden {
			continue
		}
		mark := Protected
		if c.small && !c.masked {
			mark = Small
		}
		b.tables[p.table].Marks[p.row][p.col] = mark
	}
}
