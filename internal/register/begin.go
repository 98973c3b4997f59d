package register

import (
	"slices"

	"formare/internal/finding"
	"formare/internal/workbook"
)

const sampleRows = 200

// begin opens the tables under a header block, or says with 0 rows that it is none.
func (r *recogniser) begin(b *block) (rows int, err error) {
	n := len(b.lines)
	sample := r.sample(n)
	if !r.rate(b.lines[n-1]).person {
		sample = r.untilPeople(sample)
	}
	heads := r.withUnnamed(b.columns, sample)
	var decided []*decision
	parts := r.splitTables(heads, sample)
	titles := r.titlesOver(parts, b.lines[0].number)
	for _, part := range parts {
		d := r.decide(part, sample)
		if d.isRegister() {
			decided = append(decided, d)
		}
	}
	if len(decided) == 0 {
		return 0, nil
	}
	r.useCourseRow(decided[0])
	r.active = nil
	r.useHeading(decided[0])
	r.labelsBelow(decided[0], sample)
	if len(decided) == 1 {
		r.sentencesBelow(decided[0], sample)
		r.pairsBeside(decided[0], sample)
	}
	var courses []courseBlock
	if len(decided) == 1 {
		courses = r.courseColumns(decided[0], &r.labels)
	}
	if len(sample) > 0 {
		r.useAbreast(decided)
	} else {
		r.tellAbreast() // there is nobody below who takes part
	}
	if len(titles) > 0 && len(decided) == len(parts) && !slices.ContainsFunc(r.met, func(l Label) bool { return l.Field == CourseTitle || l.Field == CourseCode }) {
		r.met = append(r.met, titles...)
	}
	own := r.labelsBeside(decided)
	r.met = r.met[:0]
	defer func() { r.others = false }()
	for i, d := range decided {
		if err := r.open(d, b, sample); err != nil {
			return 0, err
		}
		if len(courses) > 0 {
			r.active[0].blocks = courses
		}
		if own != nil {
			r.active[len(r.active)-1].labels = own[i]
		}
	}
	return n, nil
}

// open starts reading one table.
func (r *recogniser) open(d *decision, b *block, sample []*line) error {
	for i := range d.spans {
		_, d.spans[i].hidden = slices.BinarySearch(r.sheet.HiddenCols, d.spans[i].head.col)
	}
	t := newReader(r, d, b, sample)
	if t.others = r.others && d.subject == People; t.others {
		r.active = append(r.active, t)
		if b != nil {
			for _, l := range b.lines {
				r.rowFinding(finding.RowNotData, l, &l.cells[0])
			}
		}
		return nil // its rows are told as they come
	}
	t.blocks = r.blocksOf(d)
	r.tables++
	r.tellEarly()
	r.active = append(r.active, t)
	if b != nil {
		for _, l := range b.lines {
			t.hold(l)
		}
	}
	r.foundOverrides(d)
	r.columnFindings(&t.table, d)
	return r.sink.Table(&t.table)
}

// sample gives rows under a header, to look at their values.
func (r *recogniser) sample(from int) []*line {
	lines := r.window.lines[min(from, len(r.window.lines)):]
	lines = lines[:min(len(lines), sampleRows)]
	for i := 1; i < len(lines); i++ {
		// Far below, another table may stand.
		if lines[i].number > lines[i-1].number+20 {
			return lines[:i]
		}
	}
	return lines
}

// untilPeople cuts a sample before the header of a list of people: what stands under that is none of
// the values of a block about the course above it.
func (r *recogniser) untilPeople(sample []*line) []*line {
	for i, l := range sample[:min(len(sample), 12)] {
		if rate := r.rate(l); rate.person && rate.like() {
			return sample[:i]
		}
	}
	return sample
}

// withUnnamed adds the columns without a header that lie between or beside named ones and hold values.
func (r *recogniser) withUnnamed(heads []headColumn, sample []*line) []headColumn {
	if len(heads) == 0 {
		return heads
	}
	filled := map[int]int{}
	for _, l := range sample {
		for i := range l.cells {
			if c := &l.cells[i]; !blank(c) {
				if m, ok := l.rangeAt(c.Col); !ok || m.FirstCol == m.LastCol {
					filled[c.Col]++
				}
			}
		}
	}
	out := slices.Clone(heads)
	add := func(col int) bool {
		if col < 1 || filled[col]*10 < len(sample)*3 || filled[col] == 0 {
			return false
		}
		out = append(out, headColumn{col: col})
		return true
	}
	first, last := heads[0].col, heads[len(heads)-1].col
	for i := 1; i < len(heads); i++ {
		for col := heads[i-1].col + 1; col < heads[i].col && heads[i].col-heads[i-1].col < 50; col++ {
			add(col)
		}
	}
	for col := first - 1; add(col); col-- {
	}
	for col := last + 1; add(col); col++ {
	}
	slices.SortFunc(out, func(a, b headColumn) int { return a.col - b.col })
	return out
}

// understood counts the columns that have a field.
func (d *decision) understood() int {
	n := 0
	for i := range d.spans {
		if f := d.spans[i].chosen.field; f != None && f != ignored {
			n++
		}
	}
	return n
}

// isRegister says whether a header with these fields is one of a register: people by name or codice
// fiscale, or courses by title or code with something said about them.
func (d *decision) isRegister() bool {
	if d.subject == People {
		return (d.has(Surname) || d.has(FullName) || d.has(CodiceFiscale)) && (d.understood() >= 2 || len(d.spans) <= 2)
	}
	if !d.has(CourseTitle) && !d.has(CourseCode) {
		return false
	}
	about := 0
	for _, f := range []Field{CourseTitle, StartDate, EndDate, Period, HoursPlanned, HoursDelivered, Area, Venue, VenueComune, Kind, Counted, Edition} {
		if d.has(f) {
			about++
		}
	}
	values := 0
	for i := range d.spans {
		values += min(d.spans[i].shape.n, 1)
	}
	return about >= 2 && (about >= 3 || d.has(CourseCode) || d.has(StartDate)) && (values*2 >= d.understood() || values == 0)
}

// withoutHeader says whether the top rows are those of a register that has no header: one column holds
// codici fiscali.
func (r *recogniser) withoutHeader() bool {
	return len(r.columnsOfCF()) == 1
}

// columnsOfCF gives the columns in which the top row and the next ones hold a codice fiscale.
func (r *recogniser) columnsOfCF() []int {
	var cols []int
	top := r.window.from(0)
	for i := range top.cells {
		c := &top.cells[i]
		if c.Kind != workbook.Text || !looksCF(c.Text) {
			continue
		}
		same := 1
		for k := 1; k < 4; k++ {
			if l := r.window.from(k); l != nil {
				if below := l.at(c.Col); below != nil && looksCF(below.Text) {
					same++
				}
			}
		}
		if same >= 2 && len(top.cells) >= 3 {
			cols = append(cols, c.Col)
		}
	}
	return cols
}

// beginWithoutHeader opens a table by its values alone.
func (r *recogniser) beginWithoutHeader() error {
	sample := r.sample(0)
	var heads []headColumn
	for _, c := range r.window.from(0).cells {
		heads = append(heads, headColumn{col: c.Col})
	}
	r.active = nil
	return r.open(r.decide(heads, sample), nil, sample)
}
