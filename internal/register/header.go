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
}

// headColumn is a column as its header block names it.
type headColumn struct {
	col     int
	path    []string         // texts from the top down
	cells   []*workbook.Cell // where each text of the path stands
	session sessionHeader
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
	if _, configured := r.override(text); configured {
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
		if r.rate(l).like() || i == 0 && r.onlyNames(l) {
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
		b.lines = append(b.lines, next)
	}
	r.readColumns(b)
	return b
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
	texts, groups, wide := 0, 0, 0
	for i := range l.cells {
		c := &l.cells[i]
		if blank(c) {
			continue
		}
		text := textOf(c)
		session := r.lex.sessionOf(c)
		if c.Kind != workbook.Text && !session.is || utf8.RuneCountInString(text) > 60 || strings.Contains(text, ":") {
			return false
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

// belongsBelow says whether a row goes on with the header block above it.
func (r *recogniser) belongsBelow(b *block, next *line) bool {
	above := b.lines[len(b.lines)-1]
	if !follows(above, next) {
		return false
	}
	rate := r.rate(next)
	if rate.cells == 0 || rate.labels > 0 {
		return false
	}
	if r.isNumbering(next) || isHints(next) {
		return true
	}
	for i := range next.cells {
		c := &next.cells[i]
		if blank(c) {
			continue
		}
		text := textOf(c)
		if looksCF(text) || strings.Contains(text, "@") || utf8.RuneCountInString(text) > 60 {
			return false
		}
		head := textOf(b.at(c.Col))
		if c.Kind == workbook.Text && head != "" && !r.lex.knows(text) && r.lex.context([]string{text}) == "" && !r.lex.sessionOf(c).is && r.isIdentity(head) {
			return false // a name under the header of names
		}
	}
	for _, m := range above.merged {
		if m.LastRow >= next.number && m.FirstRow >= b.lines[0].number && !blank(b.lineAt(m.FirstRow).at(m.FirstCol)) {
			return rate.known+rate.sessions > 0 || rate.values == 0
		}
	}
	under := b.under(next)
	if rate.fields >= 2 && rate.like() && (under*2 <= rate.cells || rate.known*10 >= rate.cells*8 && rate.sessions+rate.values == 0) {
		return true
	}
	return rate.sessions >= 2 && rate.values == 0 && r.identityBlank(b, next) && under <= 1
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

// under counts the cells of a row that stand right under a header of their own, not under one that is
// merged over several columns.
func (b *block) under(next *line) int {
	n := 0
	for i := range next.cells {
		c := &next.cells[i]
		if blank(c) || blank(b.at(c.Col)) {
			continue
		}
		wide := false
		for _, l := range b.lines {
			if m, ok := l.rangeAt(c.Col); ok && m.LastCol > m.FirstCol {
				wide = true
			}
		}
		if !wide {
			n++
		}
	}
	return n
}

func (b *block) lineAt(number int) *line {
	for _, l := range b.lines {
		if l.number == number {
			return l
		}
	}
	return &line{}
}

func (r *recogniser) isIdentity(head string) bool {
	found := r.lex.match([]string{head}, "", People).sorted()
	return len(found) > 0 && identityFields()[found[0].field]
}

// identityBlank says whether a row has nothing under the headers that say who a person is.
func (r *recogniser) identityBlank(b *block, next *line) bool {
	for i := range next.cells {
		if head := textOf(b.at(next.cells[i].Col)); head != "" && !blank(&next.cells[i]) && r.isIdentity(head) {
			return false
		}
	}
	return true
}

// isNumbering says whether a row under a header counts its columns: 1, 2, 3…
func (r *recogniser) isNumbering(l *line) bool {
	n := 0
	for i := range l.cells {
		c := &l.cells[i]
		if blank(c) {
			continue
		}
		n++
		words := tokens(textOf(c))
		if len(words) != 1 || words[0] != itoa(n) && words[0] != string(rune('a'+n-1)) {
			return false
		}
	}
	return n >= 4 && len(l.cells) > 0 && l.cells[0].Col <= 2
}

// isHints says whether a row holds nothing but remarks in brackets on how to fill the columns.
func isHints(l *line) bool {
	n := 0
	for i := range l.cells {
		if blank(&l.cells[i]) {
			continue
		}
		text := textOf(&l.cells[i])
		if len(tokens(withoutBrackets(text))) > 0 || text == "" {
			return false
		}
		n++
	}
	return n > 0
}
