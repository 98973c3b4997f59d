package register

import (
	"strings"

	"formare/internal/workbook"
)

// Some lists of people have a column for each course, with a tick or hours where the person takes part.

// courseColumns gives the columns, by place in the table, that are each a course: their headers read like
// titles, their cells hold ticks or hours, and neither a column, a label nor the sheet names another course.
func (r *recogniser) courseColumns(d *decision, labels *labelSet) []courseBlock {
	if d.subject != People || d.has(CourseCode) || d.has(Session) || labels.has(CourseTitle) || labels.has(CourseCode) {
		return nil
	}
	var out []int
	ticks := true
	for i := range d.spans {
		s := &d.spans[i]
		if s.chosen.reason == Configured || r.lex.knows(s.head.leaf()) || !titleLike(s.head.leaf()) || asks(s.head.leaf()) {
			if s.chosen.field == CourseTitle {
				return nil
			}
			continue
		}
		if s.shape.n > 0 && (s.shape.ticks == s.shape.n || s.hours() && !d.has(HoursAttended)) {
			out = append(out, i)
			ticks = ticks && s.shape.ticks == s.shape.n
		} else if s.chosen.field == CourseTitle {
			return nil
		}
	}
	if len(out) < 2 || out[len(out)-1]-out[0] != len(out)-1 {
		return nil // courses stand side by side
	}
	blocks := make([]courseBlock, len(out))
	for k, i := range out {
		s := &d.spans[i]
		blocks[k] = courseBlock{columns: []int{i}, title: s.head.leaf(), ticks: ticks}
		s.chosen, s.used, s.head.block = candidate{}, true, k+1
		if !ticks {
			s.chosen = candidate{HoursAttended, 0.7, ByValues}
		}
	}
	return blocks
}

// hours says whether a column's cells are hours, or marks of absence.
func (s *span) hours() bool {
	v := s.shape
	return v.number+v.ticks >= v.n && v.number > 0 && v.percent == 0 && v.least >= 0 && v.most <= 300
}

// asks says whether a header is a question, a consent, a day or a thing handed out, not a title.
func asks(text string) bool {
	if strings.HasSuffix(strings.TrimSpace(text), "?") {
		return true
	}
	for _, w := range tokens(text) {
		for _, stem := range []string{"consen", "acconsent", "autorizz", "privacy", "dichiar", "accett", "attestat", "firma", "present", "partecip",
			"luned", "marted", "mercoled", "gioved", "venerd", "sabato", "domenic", "mattin", "pomerig", "disponib", "giorn", "incontr", "lezion",
			"material", "pranz", "past", "liberator", "iscritt", "ammess"} {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}

// ticked says what a cell under a course tells: that the person takes part, or not; ok is false when it
// is neither.
func ticked(c *workbook.Cell) (yes, ok bool) {
	switch c.Kind {
	case workbook.Empty:
		return false, true
	case workbook.Bool:
		return c.Num != 0, true
	case workbook.Number:
		return c.Num == 1, c.Num == 0 || c.Num == 1
	case workbook.Text:
		switch strings.ToLower(strings.Trim(c.Text, " .'’`\u00a0")) {
		case "x", "xx", "xxx", "si", "sì", "s", "ok", "v", "✓", "✔", "☑", "1", "yes", "y", "p":
			return true, true
		case "", "no", "n", "-", "–", "/", "0", "☐":
			return false, true
		}
	}
	return false, false
}
