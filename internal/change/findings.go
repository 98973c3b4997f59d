package change

import (
	"slices"

	"formare/internal/finding"
)

// compareFindings sorts the findings of both sources into solved, still there and new. Two are the same
// if they have the same rule and field and are about the same row, wherever it stands now; those about
// no row of data, if they also say the same value.
func (c *Correction) compareFindings(p places, old, later []finding.Finding) {
	left := slices.Clone(later)
	taken := make([]bool, len(left))
	byRule := map[ruleField][]int{}
	for i, f := range left {
		k := ruleField{f.Rule, f.Field}
		byRule[k] = append(byRule[k], i)
	}
	rest := make([]finding.Finding, 0, len(old))
	for _, turn := range []func(o, n finding.Finding) bool{p.sameRow(true), p.sameRow(false), p.sameSheet, p.sameElsewhere} {
		rest = rest[:0]
		for _, f := range old {
			at := slices.IndexFunc(byRule[ruleField{f.Rule, f.Field}], func(i int) bool { return !taken[i] && turn(f, left[i]) })
			if at < 0 {
				rest = append(rest, f)
				continue
			}
			taken[byRule[ruleField{f.Rule, f.Field}][at]] = true
		}
		old = slices.Clone(rest)
	}
	for i, f := range left {
		if taken[i] {
			c.Still = append(c.Still, f)
		} else {
			c.New = append(c.New, f)
		}
	}
	var gone []finding.Finding
	for _, f := range old {
		if p.lost[at(f)] {
			gone = append(gone, f)
		} else {
			c.Solved = append(c.Solved, f)
		}
	}
	c.Solved, c.Gone = append(c.Solved, gone...), len(gone)
}

type ruleField struct {
	rule  finding.Rule
	field string
}

func at(f finding.Finding) place { return place{f.Sheet, int64(f.Row)} }

// sameRow says that two findings are about the same row of data; strictly, also that they say the same.
func (p places) sameRow(strictly bool) func(o, n finding.Finding) bool {
	return func(o, n finding.Finding) bool {
		now, known := p.now[at(o)]
		return known && now == at(n) && (!strictly || o.Value == n.Value && o.Used == n.Used)
	}
}

// sameSheet is sameElsewhere on the same sheet.
func (p places) sameSheet(o, n finding.Finding) bool {
	return o.Sheet == n.Sheet && p.sameElsewhere(o, n)
}

// sameElsewhere says that two findings about no row that both sources have say the same.
func (p places) sameElsewhere(o, n finding.Finding) bool {
	if _, known := p.now[at(o)]; known {
		return false
	}
	if p.lost[at(o)] || p.fresh[at(n)] {
		return o.Cell == n.Cell && at(o) == at(n) && o.Value == n.Value
	}
	return o.Value == n.Value && o.Used == n.Used && (o.Row > 0) == (n.Row > 0)
}
