package register

import (
	"slices"
	"strings"

	"formare/internal/finding"
	"formare/internal/workbook"
)

// A table may lie on its side: people stand across, and what is known of them, or the days that they came,
// goes down. Its rows are then read as columns, and its columns as rows.

// sideways is such a table, at the top of the window.
type sideways struct {
	lines       []*line // of the sheet; each is a column of the table
	names       int     // index of the one that says who the people are
	told        bool    // a header says so, not the values alone
	first, last int     // columns of the sheet in which people stand
}

// maxSideways bounds the rows of a table on its side.
const maxSideways = 300

// sidewaysAt finds a table on its side whose first row is the top of the window, nil if there is none.
func (r *recogniser) sidewaysAt() *sideways {
	top := r.window.from(0)
	if len(top.cells) < 2 {
		return nil
	}
	s := &sideways{names: -1}
	for i := 0; i < maxSideways; i++ {
		l := r.window.from(i)
		if l == nil || i > 0 && l.number > s.lines[i-1].number+1 {
			break
		}
		s.lines = append(s.lines, l)
		if i < 8 && s.names < 0 {
			r.namesAcross(s, i)
		}
		if i >= 7 && s.names < 0 {
			return nil
		}
	}
	if s.names >= 0 && !s.told && r.rate(s.lines[s.names]).person {
		return nil // people stand below
	}
	if s.names < 0 || len(s.lines) < 3 || !r.liesSideways(s) {
		return nil
	}
	return s
}

// namesAcross looks whether row i of a table holds the names of people side by side.
func (r *recogniser) namesAcross(s *sideways, i int) {
	l, seen := s.lines[i], 0
	first, last, several, codes := 0, 0, 0, 0
	var head *workbook.Cell
across:
	for k := range l.cells {
		c := &l.cells[k]
		if blank(c) {
			continue
		}
		seen++
		text := textOf(c)
		words := strings.Fields(text)
		name := c.Kind == workbook.Text && len(text) <= 60 && looksName(words) && r.fieldOf(text) == None && !r.lex.knows(text) && !r.lex.sessionOf(c).is
		switch {
		case c.Kind == workbook.Text && looksCF(text):
			codes++
		case !name && first > 0 && c.Kind == workbook.Text && strings.HasPrefix(strings.ToLower(text), "tot"):
			break across // how many were there stands right of the names
		case !name && first > 0:
			return // something else stands among the names
		case !name || seen == 1 && identityFields()[r.fieldOf(text)]:
			head = c
			continue
		}
		if first == 0 {
			first = c.Col
		}
		last = c.Col
		if len(words) >= 2 {
			several++
		}
	}
	if first < 2 {
		return
	}
	told := head != nil && identityFields()[r.fieldOf(textOf(head))]
	if told || several >= 2 && codes == 0 && several == countFilled(l, first, last) {
		s.names, s.told, s.first, s.last = i, told, first, last
	}
}

func countFilled(l *line, first, last int) int {
	n := 0
	cells := l.within(first, last)
	for i := range cells {
		if !blank(&cells[i]) {
			n++
		}
	}
	return n
}

// liesSideways says whether the words at the left of a table are those of several headers, or days with
// marks at their right.
func (r *recogniser) liesSideways(s *sideways) bool {
	fields, days := map[Field]bool{}, 0
	for _, l := range s.lines {
		left := l.within(1, s.first-1)
		values := countFilled(l, s.first, s.last)
		for i := range left {
			c := &left[i]
			if blank(c) {
				continue
			}
			if d := r.lex.sessionOf(c); d.is && values > 0 && (!d.number || c.Kind == workbook.Number) {
				days++
				break
			}
			if f := r.fieldOf(textOf(c)); f != None && f != ignored && values > 0 {
				fields[f] = true
				break
			}
		}
	}
	people := countFilled(s.lines[s.names], s.first, s.last)
	sure := fields[CodiceFiscale] || fields[Surname] && fields[GivenName]
	if s.told && len(fields) >= 3 && (people >= 2 || sure) {
		return true
	}
	return days >= 2 && people >= 2 && (s.told || s.names == 0 || len(fields) > 0)
}

// beginSideways reads a table on its side, all of it at once, and says how many rows it took.
func (r *recogniser) beginSideways(s *sideways) (int, error) {
	heads := make([]headColumn, len(s.lines))
	for i, l := range s.lines {
		heads[i] = r.headSideways(s, i, l)
	}
	people := s.people()
	d := r.decide(heads, people)
	if d.subject != People || !d.isRegister() {
		return 0, nil
	}
	r.active = nil
	r.useHeading(d)
	r.met = r.met[:0]
	t := newReader(r, d, nil, people)
	t.blocks = nil
	t.table.Across, t.table.HeaderFirst, t.table.HeaderLast = true, 1, s.first-1
	t.lastNumber = s.first - 1
	r.tables++
	r.tellEarly()
	r.foundOverrides(d)
	r.columnFindings(&t.table, d)
	if err := r.sink.Table(&t.table); err != nil {
		return 0, err
	}
	for _, l := range people {
		if err := t.take(l); err != nil {
			return 0, err
		}
		if _, hidden := slices.BinarySearch(r.sheet.HiddenCols, l.number); hidden {
			r.report(finding.Finding{Sheet: r.sheet.Name, Row: s.lines[s.names].number, Rule: finding.ColumnHidden, Value: workbook.ColumnName(l.number)})
		}
	}
	r.besideSideways(s)
	return len(s.lines), nil
}

// headSideways gives the texts at the left of a row as a column's header.
func (r *recogniser) headSideways(s *sideways, i int, l *line) headColumn {
	h := headColumn{col: l.number}
	left := l.within(1, s.first-1)
	for k := range left {
		c := &left[k]
		if blank(c) {
			continue
		}
		switch {
		case r.dated(&h):
			c = aboutDay(c)
		case c.Kind != workbook.Text && !r.lex.sessionOf(c).is:
			continue // the total of the rows above
		}
		h.add(c)
	}
	if i == s.names && !s.told {
		h.told = FullName
		return h
	}
	for _, c := range h.cells {
		if d := r.lex.sessionOf(c); d.is {
			h.session = d
			break
		}
	}
	return h
}

// people gives the columns of a table on its side as rows. What is merged over several people holds for
// each of them.
func (s *sideways) people() []*line {
	out := make([]*line, 0, s.last-s.first+1)
	for col := s.first; col <= s.last; col++ {
		p := &line{number: col}
		for _, l := range s.lines {
			c := l.at(col)
			if m, ok := l.rangeAt(col); ok && blank(c) && m.FirstCol < col && m.FirstRow == l.number && m.FirstCol >= s.first {
				c = l.at(m.FirstCol)
			}
			if blank(c) {
				continue
			}
			cell := *c
			cell.Col = l.number
			p.cells = append(p.cells, cell)
		}
		out = append(out, p)
	}
	return out
}

// besideSideways tells of what stands right of the people.
func (r *recogniser) besideSideways(s *sideways) {
	for _, l := range s.lines {
		for i := range l.cells {
			if c := &l.cells[i]; c.Col > s.last && !blank(c) {
				r.rowFinding(finding.RowNotData, l, c)
				return
			}
		}
	}
}
