package register

import (
	"slices"
	"strings"
	"unicode/utf8"

	"formare/internal/workbook"
)

// maxBlock is how many rows a header block may have.
const maxBlock = 4

// block is a header block: rows at the top of the window, from the first.
type block struct {
	lines   []*line
	columns []headColumn
	about   map[*line][]int // rows that tell of the days of attendance above them, with the columns that only say what
}

// headColumn is a column as its header block names it.
type headColumn struct {
	col     int
	path    []string         // texts from the top down
	cells   []*workbook.Cell // where each text of the path stands
	session sessionHeader
	block   int      // of columns that repeat, from 1; 0 of the others
	told    Field    // of a column whose place says what it is; None of the others
	plain   []string // the path without what tells a block from the next; nil when there are none
}

// names gives the texts by which a column is understood.
func (h *headColumn) names() []string {
	if h.plain != nil {
		return h.plain
	}
	return h.path
}

func (h *headColumn) leaf() string {
	if len(h.path) == 0 {
		return ""
	}
	return h.path[len(h.path)-1]
}

// rowRate says how much a row looks like a header.
type rowRate struct {
	cells, known, fields, sessions, values, labels int
	person                                         bool // a header of names or codici fiscali is among them
}

// like says whether a row can be the main row of a header block.
func (r rowRate) like() bool {
	names, values := r.cells-r.sessions, r.values
	if !r.person {
		values += r.sessions // days of attendance stand beside people only
	}
	enough := r.fields >= 2 || r.person && r.sessions >= 2
	return enough && (r.known*10 >= names*3 || r.fields >= 4) && values*10 <= r.cells*3 && r.labels*3 <= r.cells
}

// rate looks at every cell of a row.
func (r *recogniser) rate(l *line) rowRate {
	var out rowRate
	fields := map[Field]bool{}
	for i := range l.cells {
		c := &l.cells[i]
		if blank(c) {
			continue
		}
		out.cells++
		text := textOf(c)
		switch session := r.lex.sessionOf(c); {
		case c.Kind == workbook.Text && strings.HasSuffix(text, ":"):
			out.labels++
		case c.Kind == workbook.Text && utf8.RuneCountInString(text) <= 90 && r.bestMatch(text, fields):
			out.known++
		case session.is:
			out.sessions++
		case c.Kind != workbook.Text || looksCF(text) || strings.Contains(text, "@") || looksDate(strings.ToLower(text)) || looksNumber(text):
			out.values++
		}
	}
	out.fields = len(fields)
	out.person = fields[Surname] || fields[FullName] || fields[CodiceFiscale]
	return out
}

// bestMatch says whether a text is likely a header, and adds the field that it most likely means.
func (r *recogniser) bestMatch(text string, fields map[Field]bool) bool {
	if _, configured := r.overrideOf(text); configured {
		fields[Field("configured "+text)] = true
		return true
	}
	best, known := r.rated[text]
	if !known {
		if found := r.lex.match([]string{text}, "", Unknown).sorted(); len(found) > 0 {
			best = found[0]
		}
		if len(r.rated) < 1<<14 {
			r.rated[text] = best
		}
	}
	if best.score < 0.7 {
		return false
	}
	if best.field != ignored {
		fields[best.field] = true
	}
	return true
}

// headerAt finds a header block whose first row is the top of the window.
func (r *recogniser) headerAt() *block {
	base := -1
	for i := 0; i < maxBlock; i++ {
		l := r.window.from(i)
		if l == nil || i > 0 && !follows(r.window.from(i-1), l) {
			break
		}
		if rate := r.rate(l); rate.like() && (rate.person || !r.pairs(l, r.window.from(i+1))) || i == 0 && r.onlyNames(l) || rate.person && r.daysUnder(i) {
			base = i
			break
		}
		if !r.groupLike(l) {
			break
		}
	}
	if base < 0 {
		return nil
	}
	b := &block{lines: slices.Clone(r.window.lines[:base+1])}
	if !b.groupsFit() {
		return nil
	}
	for len(b.lines) < maxBlock+1 {
		next := r.window.from(len(b.lines))
		if next == nil || !r.belongsBelow(b, next) {
			break
		}
		if r.aboutDays(b, next) {
			b.noteAbout(r, next)
		}
		b.lines = append(b.lines, next)
	}
	r.readColumns(b)
	return b
}

// daysUnder says whether the row below row i of the window holds days of attendance and little else, under
// what names their group: "Nominativo | Anno 2017", then "12/3 | 19/3".
func (r *recogniser) daysUnder(i int) bool {
	above, next := r.window.from(i), r.window.from(i+1)
	if next == nil || !follows(above, next) {
		return false
	}
	rate := r.rate(next)
	return rate.sessions >= 2 && rate.sessions+rate.known == rate.cells && rate.fields <= 1 && !rate.person
}

// onlyNames says whether a row is the header of a bare list: one word for people, with names under it
// and nothing beside them.
func (r *recogniser) onlyNames(top *line) bool {
	if len(r.active) > 0 || len(top.cells) != 1 || !r.isIdentity(textOf(&top.cells[0])) || !r.lex.knows(textOf(&top.cells[0])) {
		return false
	}
	for i := 1; i <= 2; i++ {
		l := r.window.from(i)
		if l == nil || len(l.cells) != 1 || l.cells[0].Col != top.cells[0].Col {
			return false
		}
		text := textOf(&l.cells[0])
		if words := strings.Fields(text); len(words) < 2 || len(words) > 4 || !looksName(words) || r.lex.knows(text) {
			return false
		}
	}
	return true
}

// follows says whether a row stands directly under another, or inside one of its merged ranges.
func follows(above, below *line) bool {
	if below.number == above.number+1 {
		return true
	}
	return slices.ContainsFunc(above.merged, func(m workbook.Range) bool { return m.LastRow >= below.number })
}

// groupLike says whether a row may stand above the main row of a header block: short texts that name
// groups of columns, not labels with their values.
func (r *recogniser) groupLike(l *line) bool {
	if r.lex.labelsWithFigures(l) {
		return false // "Data inizio | | 12/12/2017", right above the header
	}
	texts, groups, wide := 0, 0, 0
	for i := range l.cells {
		c := &l.cells[i]
		if blank(c) {
			continue
		}
		text := textOf(c)
		session := r.lex.sessionOf(c)
		if year := yearOnly(c); year != "" {
			texts++
			groups++
			continue
		}
		if c.Kind != workbook.Text && !session.is || utf8.RuneCountInString(text) > 60 || strings.Contains(text, ":") {
			return false
		}
		if countDigits(text) > 0 && len(r.lex.factsLine(text, l.number, c.Col)) > 0 {
			return false // the hours of a course
		}
		texts++
		month, _ := r.lex.monthIn(text)
		if r.lex.context([]string{text}) != "" || r.lex.knows(text) || month > 0 || session.is {
			groups++
		}
		if m, ok := l.rangeAt(c.Col); ok && m.LastCol > m.FirstCol {
			wide++
		}
	}
	return wide >= 2 || groups*2 > texts && (texts >= 2 || wide >= 1) || groups == 1 && texts == 1
}

// groupsFit says whether the rows above the main row name parts of the table: a title over its whole
// width is none of the header's.
func (b *block) groupsFit() bool {
	base := b.lines[len(b.lines)-1]
	first, last := base.cells[0].Col, base.cells[len(base.cells)-1].Col
	for _, l := range b.lines[:len(b.lines)-1] {
		count, only := 0, 0
		for i := range l.cells {
			if !blank(&l.cells[i]) {
				count++
				only = l.cells[i].Col
			}
		}
		if count != 1 {
			continue
		}
		m, merged := l.rangeAt(only)
		if !merged && only <= first || merged && m.FirstCol <= first && m.LastCol >= last-1 {
			return false
		}
	}
	return true
}

// at gives the lowest header cell of a column.
func (b *block) at(col int) *workbook.Cell {
	for i := len(b.lines) - 1; i >= 0; i-- {
		if c := b.lines[i].at(col); !blank(c) {
			return c
		}
	}
	return nil
}
