package siege

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Load reads the published tables of every month's report in a folder, oldest first.
func Load(dir string, minCell int) ([]*Report, error) {
	folders, err := filepath.Glob(filepath.Join(dir, "????-??", "data"))
	if err != nil {
		return nil, err
	}
	slices.Sort(folders)
	var out []*Report
	for _, folder := range folders {
		rep := &Report{Month: filepath.Base(filepath.Dir(folder)), MinCell: minCell, Tables: map[string][]Row{}}
		files, err := filepath.Glob(filepath.Join(folder, "*.csv"))
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				return nil, err
			}
			rows, err := Parse(raw)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", f, err)
			}
			rep.Tables[strings.TrimSuffix(filepath.Base(f), ".csv")] = rows
		}
		out = append(out, rep)
	}
	return out, nil
}

// Parse reads one published table.
func Parse(raw []byte) ([]Row, error) {
	records, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil || len(records) == 0 {
		return nil, err
	}
	var out []Row
	for _, rec := range records[1:] {
		row := Row{}
		for i, name := range records[0] {
			row[name] = rec[i]
		}
		out = append(out, row)
	}
	return out, nil
}
