package register

import (
	"strings"

	"formare/internal/workbook"
)

// isExample says whether a row is the template's own: it says so.
func (t *reader) isExample(cells []workbook.Cell) bool {
	first := true
	for i := range cells {
		c := &cells[i]
		if blank(c) || c.Kind != workbook.Text {
			continue
		}
		if len(c.Text) <= 80 && speaksOfExamples(c.Text) && !strings.Contains(c.Text, "@") {
			text := strings.ToLower(strings.TrimSpace(c.Text))
			if first && (strings.HasPrefix(text, "es.") || strings.HasPrefix(text, "es:")) {
				return true
			}
			words := tokens(c.Text)
			for _, phrase := range t.r.lex.rows["example"] {
				if len(phrase) > 0 && len(phrase[0]) > 2 && lastRun(words, phrase) >= 0 && t.exampleAt(c, words, phrase) {
					return true
				}
			}
			if strings.HasPrefix(text, "xxxxxx00") {
				return true
			}
		}
		first = false
	}
	return false
}

// speaksOfExamples is a quick look, before a text is taken apart: most have none of these letters.
func speaksOfExamples(t string) bool {
	for i := 0; i+1 < len(t); i++ {
		switch t[i] | 0x20 {
		case 'e':
			if next := t[i+1] | 0x20; next == 's' || next == 'x' {
				return true
			}
		case 'f', 's', 'x':
			if next := t[i+1] | 0x20; next == 'a' || next == 'x' {
				return true
			}
		}
	}
	return false
}

// exampleAt keeps titles of courses that speak of examples from being taken for the template's row.
func (t *reader) exampleAt(c *workbook.Cell, words, phrase []string) bool {
	for i, col := range t.table.Columns {
		if col.Col == c.Col && (col.Field == CourseTitle || col.Field == Note || col.Field == Service) {
			rest := strings.TrimLeft(strings.TrimSpace(c.Text)[min(len(phrase[0]), len(strings.TrimSpace(c.Text))):], " ")
			front := lastRun(words[:min(len(phrase), len(words))], phrase) == 0
			if col.Field == Note && front && len(phrase) > 1 && len(words) <= 8 {
				return true // "riga di esempio, da cancellare"
			}
			marked := front && (strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–"))
			return i >= 0 && (len(words) == len(phrase) || marked)
		}
	}
	return true
}
