package report

import (
	"bytes"
	"fmt"
	"slices"

	"formare/internal/disclosure"
	"formare/internal/table"
	"formare/internal/text"
)

// DataFiles writes each protected result as CSV and as an Arrow IPC file, by id.
func DataFiles(tables map[string]*disclosure.Table, words *text.Catalogue) ([]File, error) {
	ids := make([]string, 0, len(tables))
	for id := range tables {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	var files []File
	for _, id := range ids {
		frame := table.ResultFrame(tables[id])
		var asCSV, asArrow bytes.Buffer
		if err := inertFrame(frame).WriteCSV(&asCSV); err != nil {
			return nil, fmt.Errorf("indicator %s: %w", id, err)
		}
		meta := []string{"formare.indicator", id, "title", tables[id].Title[words.Lang], "note", tables[id].Note[words.Lang]}
		if err := frame.WriteIPC(&asArrow, id, meta...); err != nil {
			return nil, fmt.Errorf("indicator %s: %w", id, err)
		}
		files = append(files,
			File{Name: "data/" + id + ".csv", Content: asCSV.Bytes()},
			File{Name: "data/" + id + ".arrow", Content: asArrow.Bytes()})
	}
	return files, nil
}

// inertFrame gives a frame whose texts no spreadsheet takes for formulas. The Arrow file beside the CSV
// keeps them as they are.
func inertFrame(f *table.Frame) *table.Frame {
	safe := &table.Frame{Columns: f.Columns, Rows: make([][]any, len(f.Rows))}
	for r, row := range f.Rows {
		safe.Rows[r] = make([]any, len(row))
		for i, v := range row {
			if s, ok := v.(string); ok {
				v = inert(s)
			}
			safe.Rows[r][i] = v
		}
	}
	return safe
}
