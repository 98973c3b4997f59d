package disclosure

import (
	"maps"
	"slices"
)

// A Pattern remembers, for each month's report, what was shown and what was hidden, so that two reports
// together tell no more than one. It is kept with the project's tables, never published, for it
// holds the hidden counts too. As JSON it is the same for the same reports.
type Pattern struct {
	Reports map[string]Report `json:"reports"`        // by month
	Sums    map[string][]Sum  `json:"sums,omitempty"` // by month: what it told of hidden counts together
}

// A Report holds the counts of one month's report by cell: table, column and keys.
type Report map[string]Published

// Published is what became of one cell.
type Published struct {
	Value     int  `json:"v,omitempty"`
	Small     bool `json:"small,omitempty"`
	Masked    bool `json:"masked,omitempty"` // small, and told as protected
	Protected bool `json:"protected,omitempty"`
	Unseen    bool `json:"unseen,omitempty"` // stands in no table
}

func (p Published) hidden() bool { return p.Small || p.Protected || p.Unseen }

// known is what other reports tell about a cell: counts only grow from month to month.
type known struct {
	atLeast, atMost int
	hiddenAt        []int // values with which it was hidden to protect another
	maskedAt        []int // small values with which it was told as protected
}

// bounds gathers what the reports of other months tell.
func (p Pattern) bounds(month string) map[string]known {
	out := map[string]known{}
	for _, m := range slices.Sorted(maps.Keys(p.Reports)) {
		if m == month {
			continue
		}
		for id, e := range p.Reports[m] {
			k, ok := out[id]
			if !ok {
				k.atMost = unbounded
			}
			switch {
			case e.Protected:
				k.hiddenAt = append(k.hiddenAt, e.Value)
			case e.Masked:
				k.maskedAt = append(k.maskedAt, e.Value)
			case e.Small, e.Unseen:
			case m < month:
				k.atLeast = max(k.atLeast, e.Value)
			default:
				k.atMost = min(k.atMost, e.Value)
			}
			out[id] = k
		}
	}
	return out
}

// with gives the pattern with a month's report put in or replaced.
func (p Pattern) with(month string, sums []Sum, parts ...Report) Pattern {
	out := Pattern{Reports: maps.Clone(p.Reports), Sums: maps.Clone(p.Sums)}
	if out.Reports == nil {
		out.Reports = map[string]Report{}
	}
	if out.Sums == nil {
		out.Sums = map[string][]Sum{}
	}
	out.Sums[month] = sums
	report := Report{}
	for _, part := range parts {
		maps.Copy(report, part)
	}
	out.Reports[month] = report
	return out
}
