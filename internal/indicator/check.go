package indicator

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"formare/internal/finding"
)

// A Check is a query that finds faults across sources. Its file's header says the rule ("-- rule: …");
// it gives source, partner, month, sheet, row, field, value and used.
type Check struct {
	Rule finding.Rule `yaml:"rule"`
	Note string       `yaml:"note"`
	SQL  string       `yaml:"-"`
}

var checkColumns = []string{"source", "partner", "month", "sheet", "row", "field", "value", "used"}

// LoadChecks reads the checks of a folder of .sql files, in the order of their names. A rule may have
// more than one.
func LoadChecks(folder fs.FS) ([]Check, error) {
	files, err := fs.Glob(folder, "*.sql")
	if err != nil {
		return nil, err
	}
	checks := make([]Check, 0, len(files))
	for _, name := range files {
		raw, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		check := Check{Rule: finding.Rule(strings.TrimSuffix(path.Base(name), ".sql"))}
		if err := header(name, raw, &check); err != nil {
			return nil, err
		}
		if !slices.Contains(finding.Rules(), check.Rule) {
			return nil, fmt.Errorf("%s: rule %q is not in the catalogue", name, check.Rule)
		}
		check.SQL = string(raw)
		checks = append(checks, check)
	}
	return checks, nil
}

// Run gives a check's findings in the order that its SQL fixes. Personal values never reach SQL, so
// there is none to redact.
func (c Check) Run(ctx context.Context, q Querier) ([]finding.Finding, error) {
	names, rows, err := q.Rows(ctx, c.SQL)
	if err != nil {
		return nil, fmt.Errorf("check %s: %w", c.Rule, err)
	}
	if !slices.Equal(names, checkColumns) {
		return nil, fmt.Errorf("check %s: its SQL gives %v, not %v", c.Rule, names, checkColumns)
	}
	list := make([]finding.Finding, len(rows))
	for i, r := range rows {
		row, _ := r[4].(int64)
		field := text(r[5])
		list[i] = finding.Finding{
			Source: text(r[0]), Partner: text(r[1]), Month: text(r[2]), Sheet: text(r[3]), Row: int(row),
			Field: field, Rule: c.Rule, Value: finding.Redact(field, text(r[6])), Used: finding.Redact(field, text(r[7])),
		}
	}
	return list, nil
}

func text(v any) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}
