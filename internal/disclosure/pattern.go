package disclosure

import (
	"maps"
	"slices"
)

// A Pattern remembers, for each month's report, what was shown and what was hidden, so that two reports
// together tell no more than one. It is kept with the project's tables, never published; it holds no
// small count. As JSON it is the same for the same reports.
type Pattern struct {
	Reports map[string]Report `json:"reports"` // by month
}

// A Report holds the counts of one month's report by cell: table, column and keys.
type Report map[string]Published

// Published is what became of one cell. Value is 0 where Small is true.
type Published struct {
	Value     int  `json:"v,omitempty"`
	Small     bool `json:"small,omitempty"`
	Protected bool `json:"protected,omitempty"`
}

// known is what other reports tell about a cell: counts only grow from month to month.
type known struct {
	atLeast, atMost int
	hiddenAt        []int // values with which it was hidden to protect another
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
			case e.Small:
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
func (p Pattern) with(month string, parts ...Report) Pattern {
	out := Pattern{Reports: maps.Clone(p.Reports)}
	if out.Reports == nil {
		out.Reports = map[string]Report{}
	}
	report := Report{}
	for _, part := range parts {
		maps.Copy(report, part)
	}
	out.Reports[month] = report
	return out
}
