package register

import (
	"strconv"
	"strings"

	"formare/internal/workbook"
)

// textOf gives a cell as header or label text: blanks and line breaks as one blank, words cut at the
// end of a line joined.
func textOf(c *workbook.Cell) string {
	if c == nil {
		return ""
	}
	switch c.Kind {
	case workbook.Text:
		t := c.Text
		if strings.Contains(t, "-\n") {
			t = joinHyphens(t)
		}
		return strings.Join(strings.Fields(t), " ")
	case workbook.Number:
		return strconv.FormatFloat(c.Num, 'f', -1, 64)
	case workbook.Date:
		return dateText(c.Num)
	case workbook.Error:
		return c.Text
	}
	return ""
}

// joinHyphens joins "parteci-\npante"; a hyphen before a capital is one of its own.
func joinHyphens(t string) string {
	parts := strings.Split(t, "-\n")
	var b strings.Builder
	for i, p := range parts {
		b.WriteString(p)
		if i+1 == len(parts) {
			break
		}
		if next := parts[i+1]; next == "" || next[0] < 'a' || next[0] > 'z' || p == "" {
			b.WriteString("- ")
		}
	}
	return b.String()
}

// dateText writes a day as Italians do, for headers that are dates.
func dateText(days float64) string {
	if days < -700000 || days > 3000000 {
		return strconv.FormatFloat(days, 'f', -1, 64)
	}
	return epoch().AddDate(0, 0, int(days)).Format("02/01/2006")
}

// blank says whether a cell holds nothing that can be seen.
func blank(c *workbook.Cell) bool {
	if c == nil || c.Kind == workbook.Empty && !c.Formula {
		return true
	}
	return c.Kind == workbook.Text && strings.TrimFunc(c.Text, isSpace) == ""
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u00a0' || r == '\u200b' || r == '\ufeff'
}
