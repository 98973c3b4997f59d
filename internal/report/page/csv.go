package page

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"formare/internal/report/readable"
	"formare/internal/text"
)

// csvOf writes a table for a spreadsheet of the language's country: in Italian with semicolons and decimal
// commas. Numbers have no thousands marks, and no text is taken for a formula (CWE-1236).
func csvOf(t *readable.Table, words *text.Catalogue) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\uFEFF") // Excel reads UTF-8 only when told so
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	if words.Lang == "it" {
		w.Comma = ';'
	}
	record := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		record[i] = inert(c.Label)
	}
	if err := w.Write(record); err != nil {
		return nil, err
	}
	for _, row := range t.Rows {
		for i, c := range row {
			record[i] = plain(c, words.Lang)
		}
		if err := w.Write(record); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

func plain(c readable.Cell, lang string) string {
	if !c.Numeric() {
		return inert(c.Text)
	}
	s := strconv.FormatFloat(c.Num, 'f', -1, 64)
	if lang == "it" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// inert keeps a text from being taken for a formula by a spreadsheet.
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
