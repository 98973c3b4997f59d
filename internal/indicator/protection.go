package indicator

import (
	"maps"
	"slices"
)

// A Protection says how one count of people hangs together with what else is published, which is what
// small-count protection has to know.
type Protection struct {
	Count   string   `yaml:"count"`   // the column that counts people
	Keys    []string `yaml:"keys"`    // the columns that name a cell
	Within  []string `yaml:"within"`  // columns of groups that cells add up to, the nearest first
	Derived []string `yaml:"derived"` // columns worked out from the count: hidden with it
	Running string   `yaml:"running"` // the column that is the count's running total
	// Totals says that a row whose key is null is the total over that key: the distinct people, which
	// may be fewer than the sum of the cells.
	Totals bool `yaml:"totals"`
	// Only says, by column, the values of the rows that the protection is about; empty for all rows.
	Only map[string][]string `yaml:"only"`
}

func (p Protection) columns() []string {
	list := append([]string{p.Count}, p.Keys...)
	list = append(append(list, p.Within...), p.Derived...)
	list = slices.AppendSeq(list, maps.Keys(p.Only))
	if p.Running != "" {
		list = append(list, p.Running)
	}
	return list
}
