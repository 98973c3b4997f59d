package register

import (
	"strings"

	"formare/internal/workbook"
)

// Some lists of people have a column for each course and a tick where the person takes part.

// courseColumns gives the columns, by place in the table, that are each a course: their headers read like
// titles, their cells hold ticks, and neither a column, a label nor the sheet names another course.
func (r *recogniser) courseColumns(d *decision, labels *labelSet) []int {
	if d.subject != People || d.has(CourseCode) || d.has(Session) || labels.named() {
		return nil
	}
	var out []int
	for i := range d.spans {
		s := &d.spans[i]
		if s.chosen.reason == Configured || r.lex.knows(s.head.leaf()) || !titleLike(s.head.leaf()) || asks(s.head.leaf()) {
			if s.chosen.field == CourseTitle {
				return nil
			}
			continue
		}
		if s.shape.n > 0 && s.shape.ticks == s.shape.n {
			out = append(out, i)
		} else if s.chosen.field == CourseTitle {
			return nil
		}
	}
	if len(out) < 2 || out[len(out)-1]-out[0] != len(out)-1 {
		return nil // courses stand side by side
	}
	for _, i := range out {
		d.spans[i].chosen, d.spans[i].used = candidate{}, true
	}
	return out
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

// emitCourses gives a row to the sink once for each course that is ticked. A row without a tick is given
// without a course, so that it is told.
func (t *reader) emitCourses() error {
	given := 0
	labels := t.out.Labels
	for _, i := range t.courses {
		if yes, _ := ticked(&t.out.Cells[i]); !yes {
			continue
		}
		set := labelSet{list: append([]Label(nil), labels...)}
		set.put(Label{Field: CourseTitle, Row: t.table.HeaderLast, Value: workbook.Cell{Kind: workbook.Text, Col: t.table.Columns[i].Col, Text: t.titles[i]}})
		t.out.Labels = set.list
		given++
		if err := t.r.sink.Row(&t.table, &t.out); err != nil {
			return err
		}
	}
	t.out.Labels = labels
	if given > 0 {
		return nil
	}
	return t.r.sink.Row(&t.table, &t.out)
}

// useCourses makes columns courses.
func (t *reader) useCourses(columns []int, d *decision) {
	t.courses, t.titles = columns, map[int]string{}
	for _, i := range columns {
		t.titles[i] = d.spans[i].head.leaf()
	}
}
