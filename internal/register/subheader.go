package register

import (
	"regexp"
	"strings"

	"formare/internal/workbook"
)

// Under the days of attendance further rows may tell of them: their hours or times, what was taught and by
// whom. They belong to the header, for they name nobody.

var bareRange = regexp.MustCompile(`^\d{1,2}\s*[-–]\s*\d{1,2}$`)

// weekday says whether a text is the name of a day of the week, or its first letter.
func (r *recogniser) weekday(text string) bool {
	words := tokens(text)
	return len(words) == 1 && (r.lex.days[words[0]] || len(words[0]) == 1 && strings.Contains("lmgvsd", words[0]))
}

// aboutDays says whether a row stands under days of attendance, at least two of them, and nowhere else but
// for a word that says what it tells: "ore | | 4 | 4 | 3".
func (r *recogniser) aboutDays(b *block, next *line) bool {
	days, marks := 0, 0
	for i := range next.cells {
		c := &next.cells[i]
		if blank(c) {
			continue
		}
		if !b.underDay(r, c.Col) {
			if text := textOf(c); c.Kind != workbook.Text || !r.tellsOfDays(text) {
				return false
			}
			continue
		}
		if _, tick := ticked(c); tick {
			marks++
		}
		if word := key(tokens(textOf(c))); word == "a" || word == "p" {
			marks++
		}
		days++
	}
	named := r.namesFollow(b, next)
	return days >= 2 && (marks == 0 || marks*2 < days) && named
}

// noteAbout keeps a row that tells of the days above it.
func (b *block) noteAbout(r *recogniser, next *line) {
	if b.about == nil {
		b.about = map[*line][]int{}
	}
	words := []int{}
	for i := range next.cells {
		if col := next.cells[i].Col; !b.underDay(r, col) {
			words = append(words, col)
		}
	}
	b.about[next] = words
}

// underDay says whether a column has a day of attendance in the header, or stands right after one without
// a header of its own.
func (b *block) underDay(r *recogniser, col int) bool {
	for c := col; c > 0 && c > col-4; c-- {
		if head := b.at(c); !blank(head) {
			return r.lex.sessionOf(head).is && !r.lex.sessionOf(head).number || c == col && len(b.lines) > 1 && b.dayAbove(r, col)
		}
	}
	return false
}

// dayAbove says whether a day stands in one of the rows of the header over a column.
func (b *block) dayAbove(r *recogniser, col int) bool {
	for _, l := range b.lines {
		if s := r.lex.sessionOf(l.at(col)); s.is {
			return true
		}
	}
	return false
}

// tellsOfDays says whether a word at the left of a row says that it is about the days above: hours, times,
// what is taught.
func (r *recogniser) tellsOfDays(text string) bool {
	switch key(tokens(strings.TrimRight(text, ": "))) {
	case "ore", "h", "n ore", "ora", "orario", "orari", "durata", "argomento", "argomenti", "contenuti", "modulo", "moduli", "docente", "docenti", "sede", "aula",
		"data", "giorno", "giorni", "ore lezione", "durata ore", "durata in ore", "materia", "hours", "topic", "time", "teacher", "tema", "temi", "ore previste", "durata h", "incontro", "lezione", "mattina pomeriggio":
		return true
	}
	return false
}

// namesFollow says whether the next rows have something under the headers that say who a row is about.
func (r *recogniser) namesFollow(b *block, next *line) bool {
	for _, l := range r.window.lines[min(len(b.lines), len(r.window.lines)):] {
		if l.number <= next.number {
			continue
		}
		if !r.identityBlank(b, l) {
			return true
		}
		if l.number > next.number+3 {
			break
		}
	}
	return false
}

// aboutDay gives a text that stands under a day as the column's header has it: bare figures are hours, and
// a range of them times.
func aboutDay(c *workbook.Cell) *workbook.Cell {
	text := textOf(c)
	switch {
	case c.Kind == workbook.Number && c.Num > 0 && c.Num <= 24 || looksHours(text):
		text += " ore"
	case bareRange.MatchString(text):
		text = "ore " + text
	default:
		return c
	}
	return &workbook.Cell{Kind: workbook.Text, Col: c.Col, Text: text}
}

// looksHours says whether a text is a bare figure of up to 24.
func looksHours(text string) bool {
	whole, part, _ := strings.Cut(strings.ReplaceAll(text, ",", "."), ".")
	return len(whole) > 0 && len(whole) <= 2 && countDigits(whole) == len(whole) && len(part) <= 2 && countDigits(part) == len(part)
}
