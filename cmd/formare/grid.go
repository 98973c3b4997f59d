package main

import (
	"strings"
	"unicode"

	"formare/internal/text"
)

// visible writes a name that came from outside so that it stays on its line and cannot speak to the
// terminal: control characters, and those that turn the direction of writing, are shown as "·".
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
			return '·'
		}
		return r
	}, s)
}

// plainLines is visible for messages of several lines.
func plainLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = visible(lines[i])
	}
	return strings.Join(lines, "\n")
}

// writeTable lays rows out in columns two blanks apart; right says which columns are numbers.
func writeTable(w *strings.Builder, rows [][]string, right []bool) {
	w.WriteString(text.Columns(rows, right))
}
