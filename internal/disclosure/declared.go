package disclosure

import (
	"slices"

	"formare/internal/indicator"
)

// completed adds what the tables themselves declare: the columns of people that no rule names, with the
// relations of the indicator's header. What no header explains is taken at its worst: whole numbers count
// people and add up to a number that is known, other columns are made from the first of them.
func (r Rules) completed(tables []*indicator.Table) Rules {
	out := Rules{Tables: slices.Clone(r.Tables), Relations: slices.Clone(r.Relations), Hours: slices.Clone(r.Hours)}
	for _, t := range tables {
		i := slices.IndexFunc(out.Tables, func(o TableRule) bool { return o.ID == t.ID })
		if i < 0 {
			i = len(out.Tables)
			out.Tables = append(out.Tables, TableRule{ID: t.ID})
		}
		d := declaration{rule: out.Tables[i].clone(), table: t}
		if !d.rule.keysKnown(t) {
			d.rule.Keys = nil
		}
		for _, p := range t.Protect {
			d.take(p)
		}
		d.rest()
		out.Tables[i] = d.rule
		out.Relations = append(out.Relations, d.relations...)
	}
	return out
}

func (r TableRule) clone() TableRule {
	goes := map[string]string{}
	for k, v := range r.Goes {
		goes[k] = v
	}
	r.Goes, r.Counts, r.Keys = goes, slices.Clone(r.Counts), slices.Clone(r.Keys)
	return r
}

// A declaration is what one table says about itself.
type declaration struct {
	rule      TableRule
	table     *indicator.Table
	relations []Relation
}

// known says that a rule covers a column already.
func (d *declaration) known(column string) bool {
	r := d.rule
	return slices.Contains(r.Counts, column) || r.Goes[column] != "" || r.Hours[column] != "" || r.Shares[column] != "" ||
		slices.Contains(r.Coarse, column)
}

// take reads one protection of the header.
func (d *declaration) take(p indicator.Protection) {
	if len(d.rule.Keys) == 0 {
		d.rule.Keys = slices.Clone(p.Keys)
	}
	if d.known(p.Count) || p.Count == "" {
		d.derive(p)
		return
	}
	d.rule.Counts = append(d.rule.Counts, p.Count)
	if len(d.rule.Keys) > 0 && len(d.rule.Only) == 0 {
		d.rule.Only = slices.Clone(p.Only[d.rule.Keys[0]])
	}
	d.derive(p)
	id := d.table.ID
	for i := range p.Within {
		d.relate(Totals, Column{}, every(id, p.Count), p.Within[i:i+1])
	}
	if p.Totals {
		d.totals(p)
	} else {
		d.relate(Totals, Column{}, every(id, p.Count), nil)
	}
	if p.Running != "" && !d.known(p.Running) {
		d.rule.Counts = append(d.rule.Counts, p.Running)
		d.relate(Runs, every(id, p.Running), every(id, p.Count), nil)
	}
}

// totals ties the rows that have one key null to those they are the distinct people of.
func (d *declaration) totals(p indicator.Protection) {
	id := d.table.ID
	for i, over := range p.Keys {
		rest := slices.Concat(p.Keys[:i], p.Keys[i+1:])
		d.relate(Unites, of(id, p.Count, over), of(id, p.Count), rest)
		if len(rest) > 0 {
			d.relate(Unites, of(id, p.Count, p.Keys...), of(id, p.Count, rest...), nil)
		}
	}
}

func (d *declaration) derive(p indicator.Protection) {
	for _, c := range p.Derived {
		if !d.known(c) {
			d.rule.Goes[c] = p.Count
		}
	}
}

func (d *declaration) relate(k Kind, whole, parts Column, by []string) {
	d.relations = append(d.relations, Relation{k, whole, parts, by})
}

// rest takes the columns of people that nothing explains.
func (d *declaration) rest() {
	for _, c := range d.table.Columns {
		if c.People && c.Kind == indicator.Integer && !d.known(c.Name) {
			d.rule.Counts = append(d.rule.Counts, c.Name)
			d.relate(Totals, Column{}, every(d.table.ID, c.Name), nil)
		}
	}
	for _, c := range d.table.Columns {
		if c.People && c.Kind == indicator.Real && !d.known(c.Name) && len(d.rule.Counts) > 0 {
			d.rule.Goes[c.Name] = d.rule.Counts[0]
		}
	}
}
