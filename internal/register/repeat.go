package register

import (
	"slices"
	"strings"

	"formare/internal/workbook"
)

// Some lists of people have their courses side by side: "Corso 1 | Ore | Corso 2 | Ore", or "Ore | Esito"
// under the title of each course. Such columns come in blocks that repeat; a row is given once for each
// block that has something in it.

// courseBlock is one of the blocks of a table, by places in Table.Columns.
type courseBlock struct {
	columns []int
	title   string // of the course, where the header tells it
	ticks   bool   // the cells only say whether the person takes part
}

// maxBlockColumns bounds how many columns a repeated block may have.
const maxBlockColumns = 8

// markBlocks numbers the columns of blocks that repeat and are each about a course.
func (r *recogniser) markBlocks(heads []headColumn) {
	keys := make([]string, len(heads))
	for i := range heads {
		keys[i] = r.repeatKey(&heads[i])
	}
	for start := 0; start < len(heads); start++ {
		for width := 1; width <= maxBlockColumns && start+2*width <= len(heads); width++ {
			n := repeats(keys[start:], width)
			if n < 2 || !r.blocksOfCourses(heads[start:start+n*width], width) {
				continue
			}
			for i := range n * width {
				h := &heads[start+i]
				h.block = 1 + i/width
				h.plain = slices.Clone(h.path)
				h.plain[len(h.plain)-1] = withoutNumber(h.leaf())
			}
			return
		}
	}
}

// repeats counts how often the first keys come again, one block after the other.
func repeats(keys []string, width int) int {
	n := 1
	for ; (n+1)*width <= len(keys); n++ {
		for i := range width {
			if keys[i] == "" || keys[n*width+i] != keys[i] {
				return n
			}
		}
	}
	return n
}

// repeatKey gives a column's name without what tells its block from the others, "" for a column that is in
// none.
func (r *recogniser) repeatKey(h *headColumn) string {
	if h.session.is || len(h.path) == 0 || comes(h.leaf()) || goes(h.leaf()) {
		return ""
	}
	return key(r.lex.coreOf(withoutNumber(h.leaf())))
}

// withoutNumber drops the words that count: "Corso 1", "2° corso", "Primo corso".
func withoutNumber(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return r == ' ' || r == '\n' || r == '.' || r == '_' || r == '-' || r == '°' || r == 'º' || r == 'ª'
	})
	out := words[:0]
	for _, w := range words {
		if bare := strings.ToLower(strings.Trim(w, "()")); countDigits(bare) < len(bare) && !isOrdinal(bare) && bare != "n" {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return text
	}
	return strings.Join(out, " ")
}

// blocksOfCourses says whether each block has a column for a course, or stands under the title of one.
func (r *recogniser) blocksOfCourses(heads []headColumn, width int) bool {
	named := 0
	for i := range width {
		if a, b := heads[i].cells, heads[i+width].cells; a[len(a)-1] == b[len(b)-1] {
			return false // one cell merged over both
		}
		field := r.fieldOf(withoutNumber(heads[i].leaf()))
		switch {
		case identityFields()[field]:
			return false
		case field == CourseTitle, field == CourseCode:
			named++
		}
	}
	if named > 0 {
		return named == 1 || width > 1
	}
	return width > 1 && r.titledBlocks(heads, width)
}

// titledBlocks says whether all columns of each block stand under a title of their own.
func (r *recogniser) titledBlocks(heads []headColumn, width int) bool {
	seen := map[string]bool{}
	for i := range heads {
		title := blockTitle(&heads[i])
		if title == "" || i%width > 0 && title != blockTitle(&heads[i-1]) || i%width == 0 && seen[title] {
			return false
		}
		seen[title] = true
		if !titleLike(title) || r.lex.knows(title) || r.lex.context([]string{title}) != "" || asks(title) {
			return false
		}
	}
	return true
}

// blockTitle is what stands right above a column's own name.
func blockTitle(h *headColumn) string {
	if len(h.path) < 2 {
		return ""
	}
	return h.path[len(h.path)-2]
}

// fieldOf gives the field that a header most likely means by itself.
func (r *recogniser) fieldOf(text string) Field {
	if field, known := r.fields[text]; known {
		return field
	}
	field := None
	if found := r.lex.match([]string{text}, "", People).sorted(); len(found) > 0 && found[0].score >= 0.7 {
		field = found[0].field
	}
	if len(r.fields) < 1<<14 {
		r.fields[text] = field
	}
	return field
}

// copyBlocks gives the columns of further blocks the fields of the first one.
func (d *decision) copyBlocks() {
	first := slices.IndexFunc(d.spans, func(s span) bool { return s.head.block == 1 })
	if first < 0 {
		return
	}
	width := 0
	for _, s := range d.spans[first:] {
		if s.head.block == 1 {
			width++
		}
	}
	for i := range d.spans {
		if block := d.spans[i].head.block; block > 1 {
			from := &d.spans[first+(i-first)%width]
			d.spans[i].chosen, d.spans[i].used = from.chosen, from.used
		}
	}
}

// blocksOf lists a table's blocks.
func (r *recogniser) blocksOf(d *decision) []courseBlock {
	var out []courseBlock
	for i := range d.spans {
		s := &d.spans[i]
		if s.head.block == 0 {
			continue
		}
		if s.head.block > len(out) {
			out = append(out, courseBlock{})
			if !d.has(CourseTitle) && !d.has(CourseCode) {
				out[len(out)-1].title = blockTitle(&s.head)
			}
		}
		out[len(out)-1].columns = append(out[len(out)-1].columns, i)
	}
	return out
}

// emitBlocks gives a row to the sink once for each block that has something in it. A row with nothing in
// any of them is given once, so that it is told.
func (t *reader) emitBlocks() error {
	cells, labels := t.out.Cells, t.out.Labels
	defer func() { t.out.Cells, t.out.Labels = cells, labels }()
	given := 0
	for i := range t.blocks {
		b := &t.blocks[i]
		if !t.takesPart(b, cells) {
			continue
		}
		given++
		t.out.Cells = t.onlyBlock(cells, i)
		if b.title != "" {
			set := labelSet{list: slices.Clone(labels)}
			set.put(Label{Field: CourseTitle, Row: t.table.HeaderLast, Value: workbook.Cell{Kind: workbook.Text, Col: t.table.Columns[b.columns[0]].Col, Text: b.title}})
			t.out.Labels = set.list
		}
		if err := t.r.sink.Row(&t.table, &t.out); err != nil {
			return err
		}
	}
	if given > 0 {
		return nil
	}
	t.out.Cells = t.onlyBlock(cells, -1)
	return t.r.sink.Row(&t.table, &t.out)
}

// onlyBlock copies a row without the cells of other blocks.
func (t *reader) onlyBlock(cells []workbook.Cell, keep int) []workbook.Cell {
	t.blockCells = append(t.blockCells[:0], cells...)
	for i, b := range t.blocks {
		for _, k := range b.columns {
			if i != keep && !b.ticks {
				t.blockCells[k] = workbook.Cell{}
			}
		}
	}
	return t.blockCells
}

// takesPart says whether a block's cells tell that the person takes part in its course.
func (t *reader) takesPart(b *courseBlock, cells []workbook.Cell) bool {
	for _, k := range b.columns {
		c := &cells[k]
		f := t.table.Columns[k].Field
		switch {
		case blank(c):
		case b.title == "":
			yes, tick := ticked(c)
			if word := key(tokens(textOf(c))); (f == CourseTitle || f == CourseCode) && (yes || !tick) && word != "" && word != "0" && word != "nessuno" && word != "nessun corso" {
				return true
			}
		default:
			if yes, tick := ticked(c); yes || !tick {
				return true
			}
		}
	}
	return false
}
