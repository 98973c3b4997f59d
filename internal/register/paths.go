package register

import (
	"slices"
	"strconv"
	"strings"

	"formare/internal/workbook"
)

func itoa(n int) string { return strconv.Itoa(n) }

// readColumns joins the header texts of each column from the top down: merged cells count for all
// their columns, and a group name that is written once counts until the next one.
func (r *recogniser) readColumns(b *block) {
	var cols []int
	for _, l := range b.lines {
		for i := range l.cells {
			if blank(&l.cells[i]) {
				continue
			}
			last := l.cells[i].Col
			if m, ok := l.rangeAt(last); ok && m.FirstRow == l.number && m.FirstCol == last {
				last = min(m.LastCol, last+200)
			}
			for col := l.cells[i].Col; col <= last; col++ {
				cols = append(cols, col)
			}
		}
	}
	slices.Sort(cols)
	for _, col := range slices.Compact(cols) {
		h := headColumn{col: col}
		for i, l := range b.lines {
			if i > 0 && r.isNumbering(l) {
				continue
			}
			if slices.Contains(b.about[l], col) {
				continue
			}
			if c := b.headCell(i, col); c != nil {
				if r.dated(&h) {
					c = aboutDay(c)
				}
				h.add(c)
			}
		}
		h.joinHint()
		if len(h.path) > 0 {
			h.session = r.sessionPath(&h)
			b.columns = append(b.columns, h)
		}
	}
}

// headCell finds the text that row i of the block gives to a column.
func (b *block) headCell(i, col int) *workbook.Cell {
	l := b.lines[i]
	if c := l.at(col); !blank(c) {
		return c
	}
	if m, ok := l.rangeAt(col); ok {
		if m.FirstRow == l.number && m.FirstCol < col {
			return nonBlank(l.at(m.FirstCol))
		}
		if m.LastCol > m.FirstCol || m.LastRow > m.FirstRow {
			return nil
		}
	}
	if i == len(b.lines)-1 || !b.below(i, col) {
		return nil
	}
	// Written once: the group's name stands to the left, over a column that has a name of its own.
	for j := len(l.cells) - 1; j >= 0; j-- {
		c := &l.cells[j]
		if c.Col >= col || blank(c) {
			continue
		}
		if m, ok := l.rangeAt(c.Col); ok && m.LastCol > m.FirstCol || !b.below(i, c.Col) {
			return nil
		}
		return c
	}
	return nil
}

// below says whether a column has a text in the block under row i.
func (b *block) below(i, col int) bool {
	return slices.ContainsFunc(b.lines[i+1:], func(l *line) bool { return !blank(l.at(col)) })
}

func nonBlank(c *workbook.Cell) *workbook.Cell {
	if blank(c) {
		return nil
	}
	return c
}

func (h *headColumn) add(c *workbook.Cell) {
	text := textOf(c)
	if text == "" || len(h.path) > 0 && h.path[len(h.path)-1] == text {
		return
	}
	h.path = append(h.path, text)
	h.cells = append(h.cells, c)
}

// joinHint puts a last text that is only a remark in brackets to the name above it.
func (h *headColumn) joinHint() {
	n := len(h.path)
	if n >= 2 && asksOpenly(h.path[n-1]) {
		h.path, h.cells = h.path[:n-1], h.cells[:n-1]
		n--
	}
	if n < 2 || len(tokens(withoutBrackets(h.path[n-1]))) > 0 {
		return
	}
	h.path[n-2] += " " + h.path[n-1]
	h.path, h.cells = h.path[:n-1], h.cells[:n-1]
}

// sessionPath reads a column's header as a day of attendance. The day may stand above what is noted
// about it: "12/04 / Ore". Times of coming and going are no presence that one cell could hold.
func (r *recogniser) sessionPath(h *headColumn) sessionHeader {
	n := len(h.cells)
	if n >= 2 && (halfDay(h.path[n-1]) || durationText.MatchString(h.path[n-1])) {
		// "mattina (9-12)" or "ore 3" under a day: the figures are hours.
		if s := r.lex.sessionOf(h.cells[n-2]); s.is && !s.number {
			return s
		}
	}
	if s := r.lex.sessionOf(h.cells[n-1]); s.is {
		if s.number {
			s.cell = r.withMonth(h, s.cell)
		}
		s.cell = r.withYear(h, s.cell)
		return s
	}
	if n < 2 {
		return sessionHeader{}
	}
	if s := r.dayAboveTexts(h); s.is {
		s.cell = r.withYear(h, s.cell)
		return s
	}
	switch key(tokens(withoutBrackets(h.path[n-1]))) {
	case "ore", "h", "presenza", "presente", "pa", "p a", "mattina", "pomeriggio", "am", "pm", "mat", "pom", "presenze", "hours", "n ore", "ore presenza", "presence", "present", "m", "p":
		if s := r.lex.sessionOf(h.cells[n-2]); s.is && !s.number {
			return s
		}
	}
	return sessionHeader{}
}

// dated says whether a day with its month stands in what is read of a column's header so far.
func (r *recogniser) dated(h *headColumn) bool {
	for _, c := range h.cells {
		if s := r.lex.sessionOf(c); s.is && !s.number && s.cell.Kind != workbook.Empty {
			return true
		}
	}
	return false
}

// dayAboveTexts finds a day over what is told of it: its times, hours or subject. A header that means a
// field by itself is none of these.
func (r *recogniser) dayAboveTexts(h *headColumn) sessionHeader {
	for i := len(h.cells) - 1; i >= 0; i-- {
		if s := r.lex.sessionOf(h.cells[i]); s.is && !s.number && s.cell.Kind != workbook.Empty {
			return s
		}
		if text := h.path[i]; r.lex.knows(text) || comes(text) || goes(text) {
			break
		}
	}
	return sessionHeader{}
}

// halfDay says whether a header names a part of a day.
func halfDay(text string) bool {
	words := tokens(text)
	if len(words) == 0 {
		return false
	}
	switch words[0] {
	case "mattina", "mattino", "pomeriggio", "sera", "am", "pm", "mat", "pom", "morning", "afternoon":
		return true
	}
	return false
}

// withYear adds the year that stands above a day without one: "2017" over "12/3".
func (r *recogniser) withYear(h *headColumn, c workbook.Cell) workbook.Cell {
	if c.Kind != workbook.Text || !dayIn(c.Text, r.lex.months) || fourDigitYear(tokens(c.Text)) > 0 {
		return c
	}
	for i := len(h.cells) - 1; i >= 0; i-- {
		if year := yearOnly(h.cells[i]); year != "" {
			for _, f := range strings.Fields(c.Text) {
				if parts := strings.Split(f, "/"); len(parts) == 2 && dayNumber(parts[0]) && monthNumber(parts[1]) {
					c.Text = strings.Replace(c.Text, f, f+"/"+year, 1)
					return c
				}
			}
			c.Text += " " + year
			return c
		}
	}
	return c
}

// yearOnly gives the year that a header consists of: 2017, "Anno 2017"; "" when it says more.
func yearOnly(c *workbook.Cell) string {
	words := tokens(textOf(c))
	if len(words) == 2 && (words[0] == "anno" || words[0] == "year") {
		words = words[1:]
	}
	if len(words) == 1 && len(words[0]) == 4 && asYear(words[0]) >= 2000 {
		return words[0]
	}
	return ""
}

// withMonth joins a bare day with the month that stands above it.
func (r *recogniser) withMonth(h *headColumn, c workbook.Cell) workbook.Cell {
	day := textOf(&c)
	if words := tokens(day); len(words) == 2 {
		day = words[1]
	}
	for i := len(h.path) - 2; i >= 0; i-- {
		if month, _ := r.lex.monthIn(h.path[i]); month > 0 && !strings.Contains(h.path[i], "/") {
			return workbook.Cell{Kind: workbook.Text, Col: c.Col, Text: day + " " + h.path[i]}
		}
	}
	return c
}
