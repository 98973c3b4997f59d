// Package finding owns the data-quality findings: the rule catalogue, positions as Excel
// shows them, severities, redaction of personal values, and collecting in a fixed order.
//
// A finding is a value, not an error: it says what is wrong in which cell and what was done.
// The package must not know how findings are presented, nor what a sheet looks like.
package finding

import (
	"cmp"
	"slices"
	"sync"
)

// Severity orders findings by what they cost.
type Severity uint8

const (
	Info    Severity = iota // worth knowing, nothing lost
	Warning                 // repaired or doubtful: a value was used, look at it
	Error                   // a row or a value was left out
)

var severityNames = [...]string{"info", "warning", "error"}

func (s Severity) String() string { return severityNames[s] }

// ParseSeverity reads "info", "warning" or "error".
func ParseSeverity(s string) (Severity, bool) {
	i := slices.Index(severityNames[:], s)
	return Severity(max(i, 0)), i >= 0
}

// A Finding is one thing said about one cell, row, sheet or source.
type Finding struct {
	Source  string // ledger id; set by the collector's owner
	File    string // path under the inbox, slashes
	Partner string
	Month   string // "2017-04"
	Sheet   string // name as Excel shows it; "" for the whole workbook
	Cell    string // "B6"; "" when the finding is about a row, a sheet or the workbook
	Row     int    // 1-based as Excel shows it; 0 when about a sheet or the workbook
	Field   string // register field ("birth_date"); "" when none
	Rule    Rule
	Value   string            // what stood there, personal data already redacted
	Used    string            // what was used instead, personal data already redacted; "" when left out
	Args    map[string]string // further words for the message, never personal data
	Message string            // what the finding says, once it was told in a language; "" before
}

// Severity is that of the finding's rule.
func (f Finding) Severity() Severity { return f.Rule.Severity() }

// A Collector gathers findings from several goroutines and gives them back in one fixed order.
// The zero value is ready to use.
type Collector struct {
	mu   sync.Mutex
	list []Finding
}

// Add keeps a finding.
func (c *Collector) Add(f Finding) {
	c.mu.Lock()
	c.list = append(c.list, f)
	c.mu.Unlock()
}

// Sorted returns the findings by file, sheet, row, cell, rule and value.
func (c *Collector) Sorted() []Finding {
	c.mu.Lock()
	defer c.mu.Unlock()
	out := slices.Clone(c.list)
	slices.SortStableFunc(out, Compare)
	return out
}

// Compare orders findings as Collector.Sorted gives them.
func Compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Sheet, b.Sheet),
		cmp.Compare(a.Row, b.Row), cmp.Compare(len(a.Cell), len(b.Cell)), cmp.Compare(a.Cell, b.Cell),
		cmp.Compare(a.Field, b.Field), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Value, b.Value),
		cmp.Compare(a.Used, b.Used),
	)
}
