package report

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// csvFile makes a CSV file that Excel opens as a table and never as formulas.
func csvFile(name string, rows [][]string) (File, error) {
	var b bytes.Buffer
	b.WriteString("\uFEFF") // Excel reads UTF-8 only when told so
	w := csv.NewWriter(&b)
	w.Comma = ';' // what an Italian Excel expects
	w.UseCRLF = true
	for _, row := range rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = inert(cell)
		}
		if err := w.Write(safe); err != nil {
			return File{}, err
		}
	}
	w.Flush()
	return File{Name: name, Content: b.Bytes()}, w.Error()
}

// inert keeps a text from being taken for a formula by a spreadsheet (CWE-1236).
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
