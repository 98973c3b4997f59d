package indicator

import (
	"context"
	"fmt"

	"formare/internal/finding"
)

// storedFindings has no order of its own: a Collector gives findings theirs.
const storedFindings = `SELECT source, partner, month, sheet, cell, "row", field, rule, value, used, message FROM findings`

// Findings reads back what the table findings holds, as it was told when it was found. The files that
// findings are about are the ledger's to tell.
func Findings(ctx context.Context, q Querier) ([]finding.Finding, error) {
	_, rows, err := q.Rows(ctx, storedFindings)
	if err != nil {
		return nil, fmt.Errorf("findings: %w", err)
	}
	list := make([]finding.Finding, len(rows))
	for i, r := range rows {
		row, _ := r[5].(int64)
		list[i] = finding.Finding{
			Source: text(r[0]), Partner: text(r[1]), Month: text(r[2]), Sheet: text(r[3]), Cell: text(r[4]), Row: int(row),
			Field: text(r[6]), Rule: finding.Rule(text(r[7])), Value: text(r[8]), Used: text(r[9]), Message: text(r[10]),
		}
	}
	return list, nil
}
