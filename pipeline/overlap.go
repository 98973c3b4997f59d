package pipeline

import (
	"context"
	"errors"
	"io/fs"

	"formare/internal/finding"
	"formare/internal/store"
	"formare/internal/table"
)

// An Overlap is a file that counts beside another one although it may well correct it.
type Overlap struct {
	File string `json:"file"`
	Of   string `json:"of"`
	Line string `json:"line"` // what formare.yaml must say, under sources, if it does
}

func overlaps(list []finding.Finding) []Overlap {
	out := []Overlap{}
	for _, f := range list {
		if f.Rule == finding.SourceOverlap {
			out = append(out, Overlap{File: f.File, Of: f.Used, Line: supersedesLine(f.File, f.Used)})
		}
	}
	return out
}

// storedOverlaps gives those that the last run found.
func storedOverlaps(ledger *store.Ledger, across []finding.Finding) []Overlap {
	byID := ledger.Index()
	for i := range across {
		if s := byID[across[i].Source]; s != nil {
			across[i].File = s.File
		}
	}
	return overlaps(across)
}

// findingsAcross reads the findings that belong to no single source, as the last run left them.
func findingsAcross(ctx context.Context, cfg Config) ([]finding.Finding, error) {
	frame, err := table.ReadFile(ctx, cfg.path(tablesDir+"/"+programmeTable(table.Findings)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return findingsOf(frame, ""), nil
}
