package register

import (
	"strings"

	"formare/internal/workbook"
)

// reader turns the rows under one header into data rows.
type reader struct {
	r           *recogniser
	table       Table
	first, last int              // columns that the table spans
	headers     []map[int]string // folded header texts of each row of the block, by column
	byField     map[Field]int    // index in Columns
	identity    []int            // columns that say who or which course a row is about
	held        []held           // last value of a vertically merged range, by column
	above       []workbook.Cell  // values of the data row before
	aboveNumber int
	group       []int // columns that are written once for a group of rows without merging
	fill        int   // cells in a typical row
	rows        int
	times       []int         // columns of coming that have one of going on their right
	cut         []int         // columns of birth that stand in the cells of names on their left
	birth       *birthParts   // three columns for a date of birth; nil when there are none
	sum         []int         // columns whose hours add up in the first of them
	choice      []int         // columns of which the ticked one gives the first its value
	leaves      []string      // the columns own names
	blocks      []courseBlock // columns that come once for each of several courses
	blockCells  []workbook.Cell
	labels      *labelSet // those that hold for the table
	gap         int       // empty rows before the present one
	lastNumber  int
	signed      bool // a signature's line stands above, and no whole row since
	foreign     int  // row from which something else stands below the table, until an empty row; 0 none
	others      bool // its people are no participants: teachers, staff
	detached    bool // what comes now stands apart, below the table
	broken      bool // a title or total stands between this row and the one above
	side        bool // what stands beside the table was told
	out         Row
}

// held is the value of a vertically merged range that covers rows below its first.
type held struct {
	lastRow int
	cell    workbook.Cell
}

func newReader(r *recogniser, d *decision, b *block, sample []*line) *reader {
	t := &reader{r: r, byField: map[Field]int{}, labels: &r.labels, first: d.spans[0].head.col, last: d.spans[len(d.spans)-1].head.col}
	t.table = Table{Sheet: r.sheet, Index: r.tables, Subject: d.subject, Wanted: r.lex.wanted}
	if b != nil {
		t.table.HeaderFirst, t.table.HeaderLast = b.lines[0].number, b.lines[len(b.lines)-1].number
		t.lastNumber = t.table.HeaderLast
		for _, l := range b.lines {
			texts := map[int]string{}
			for _, c := range l.within(t.first, t.last) {
				if !blank(&c) {
					texts[c.Col] = headText(&c)
				}
			}
			t.headers = append(t.headers, texts)
		}
	}
	for i := range d.spans {
		s := &d.spans[i]
		c := Column{Col: s.head.col, Header: strings.Join(s.head.path, " / "), Field: s.chosen.field, Score: min(s.chosen.score, 1), Reason: s.chosen.reason, Hidden: s.hidden, Block: s.head.block}
		if c.Field == ignored {
			c.Field = None
		}
		c.Next, c.Second = s.runnerUp()
		if s.partner && i > 0 {
			t.times = append(t.times, i-1)
		}
		if s.cut {
			t.cut = append(t.cut, i)
		}
		t.leaves = append(t.leaves, s.head.leaf())
		if s.sum != nil {
			t.sum = s.sum
		}
		if s.choice != nil {
			t.choice = s.choice
		}
		if s.parts != nil {
			t.birth = s.parts
		}
		if c.Field == Session {
			c.Date = s.head.session.cell
		}
		if _, twice := t.byField[c.Field]; !twice {
			t.byField[c.Field] = i
		}
		t.table.Columns = append(t.table.Columns, c)
	}
	if b == nil && len(sample) > 0 {
		t.lastNumber = sample[0].number - 1
	}
	n := len(t.table.Columns)
	t.held, t.above = make([]held, n), make([]workbook.Cell, n)
	t.out.Cells, t.out.Carried = make([]workbook.Cell, n), make([]bool, n)
	t.setIdentity()
	t.fill = typicalFill(sample, t.first, t.last)
	t.findGroups(sample)
	return t
}

// headText gives a cell as it is compared with the header: rows that repeat it are copies.
func headText(c *workbook.Cell) string {
	if c.Kind == workbook.Text {
		return strings.TrimSpace(c.Text)
	}
	return textOf(c)
}

func (t *reader) setIdentity() {
	fields := identityFields()
	if t.table.Subject == Courses {
		fields = setOf(CourseTitle, CourseCode)
	}
	for i, c := range t.table.Columns {
		if fields[c.Field] {
			t.identity = append(t.identity, i)
		}
	}
}

// typicalFill gives the number of cells that most rows have at least.
func typicalFill(sample []*line, first, last int) int {
	counts := map[int]int{}
	for _, l := range sample {
		n := 0
		for _, c := range l.within(first, last) {
			if !blank(&c) {
				n++
			}
		}
		counts[n]++
	}
	seen, fill := 0, 0
	for n := last - first + 1; n > 0; n-- {
		if seen += counts[n]; seen*2 >= len(sample) && seen > 0 {
			fill = n
			break
		}
	}
	return fill
}

// findGroups decides, from the rows under the header, whether columns about the course or the service
// are written once for a group of rows. A column that repeats its value on the next row is written on
// every row: what is empty there is missing.
func (t *reader) findGroups(sample []*line) {
	if t.table.Subject != People {
		return
	}
	fields := groupFields()
	for i, c := range t.table.Columns {
		if !fields[c.Field] || c.Block > 0 {
			continue
		}
		filled, repeated, before := 0, 0, ""
		rows := 0
		for _, l := range sample {
			if !t.hasIdentity(l) {
				continue
			}
			rows++
			cell := l.at(c.Col)
			if blank(cell) {
				continue
			}
			text := textOf(cell)
			if filled++; text == before {
				repeated++
			}
			before = text
		}
		sparse := filled*10 <= rows*7
		if c.Field == Service || c.Field == ServiceKind {
			sparse = filled*2 <= rows
		}
		if filled > 0 && sparse && repeated*4 <= filled {
			t.group = append(t.group, i)
		}
	}
}

func (t *reader) hasIdentity(l *line) bool {
	for _, i := range t.identity {
		if !blank(l.at(t.table.Columns[i].Col)) {
			return true
		}
	}
	return false
}

// fillRow sets the row's cells from a line, and carries down what stands once for several rows.
func (t *reader) fillRow(l *line) {
	for i := range t.table.Columns {
		t.out.Cells[i], t.out.Carried[i] = workbook.Cell{}, false
		col := t.table.Columns[i].Col
		c := l.at(col)
		m, merged := l.rangeAt(col)
		switch {
		case merged && m.FirstRow < m.LastRow && m.FirstRow < l.number:
			if t.held[i].lastRow == m.LastRow {
				t.out.Cells[i], t.out.Carried[i] = t.held[i].cell, t.held[i].cell.Kind != workbook.Empty
			}
		case !blank(c):
			t.out.Cells[i] = *c
		}
	}
	for _, i := range t.times {
		t.out.Cells[i] = timesOf(t.out.Cells[i], t.out.Cells[i+1])
	}
	if t.birth != nil {
		t.out.Cells[t.birth.first] = t.birth.dateOf(t.out.Cells)
	}
	if t.sum != nil {
		t.out.Cells[t.sum[0]] = sumOf(t.out.Cells, t.sum)
	}
	if t.choice != nil {
		t.out.Cells[t.choice[0]] = t.choiceOf(t.choice)
	}
	for _, i := range t.cut {
		t.cutBirth(i)
	}
	t.carryDitto()
	t.carryGroup()
	t.carryPerson(l)
}

// hold remembers values of merged ranges that begin on this row, whether it is a data row or not.
func (t *reader) hold(l *line) {
	for _, m := range l.merged {
		if m.FirstRow != l.number || m.LastRow == m.FirstRow {
			continue
		}
		for i := range t.table.Columns {
			if col := t.table.Columns[i].Col; col == m.FirstCol {
				t.held[i] = held{lastRow: m.LastRow}
				if c := l.at(col); !blank(c) {
					t.held[i].cell = *c
				}
			}
		}
	}
}

// emit gives a data row to the sink.
func (t *reader) emit(l *line) error {
	t.fillRow(l)
	t.out.Number, t.out.Hidden, t.out.Labels = l.number, l.hidden, t.labels.list
	copy(t.above, t.out.Cells)
	t.aboveNumber, t.broken, t.detached, t.signed = l.number, false, false, false
	t.rows++
	if l.hidden {
		t.r.hiddenRow(l.number)
	}
	if len(t.blocks) > 0 {
		return t.emitBlocks()
	}
	return t.r.sink.Row(&t.table, &t.out)
}
