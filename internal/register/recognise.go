package register

import (
	"context"
	"maps"
	"slices"
	"strings"

	"formare/internal/finding"
	"formare/internal/workbook"
)

// Options say what else is known when a sheet is read.
type Options struct {
	Columns   map[string]string   // header text → field or "-", told for this source; decides before anything else
	Found     func(header string) // told of each text of Columns that names a column; may be nil
	IsComune  func(string) bool   // says whether a text names a comune; nil when nobody can
	IsPartner func(string) bool   // says whether a text names one who sends workbooks; nil when nobody can
	Given     []Label             // what another sheet tells of the course; weaker than what this one says
	Told      func([]Label)       // told what a sheet without a register tells of a course; may be nil
	Window    int                 // rows looked at before deciding; default 400
}

// A RowSource gives a sheet's rows from the top down, as workbook.Book does.
type RowSource func(yield func(*workbook.Row) error) error

// recogniser reads one sheet.
type recogniser struct {
	sheet     workbook.Sheet
	lex       *Lexicon
	opt       Options
	sink      Sink
	report    func(finding.Finding)
	overrides map[string]override // by folded text
	window    window
	labels    labelSet
	met       []Label          // labels since the last table began
	almost    *finding.Finding // about the header that came nearest to a register's
	nameAbove *lonePlace       // the line above, if it has nothing but what may be a name
	others    bool             // the last line of its own is about teachers or staff
	titles    []plainLine      // lines since then that read like a title
	abreast   []Label          // of the last line that holds nothing but titles side by side
	heading   []Label          // of the last line that names a course without a label
	active    []*reader        // the tables that rows are read into: one, or several side by side
	tables    int
	fields    map[string]Field     // header texts met in lists of people, with the field that they mean by themselves
	rated     map[string]candidate // header texts met, with their likeliest field
	early     []finding.Finding    // of rows above the first table
	cells     int
	ended     bool

	hiddenFirst, hiddenLast int
}

// Recognise finds the registers on a sheet and gives their rows to the sink as it reads them. Only a
// window of rows is held. What is doubtful or passed over is told through report; an error comes from
// rows or sink, or is about opt.
func Recognise(ctx context.Context, sheet workbook.Sheet, rows RowSource, lex *Lexicon, opt Options, sink Sink, report func(finding.Finding)) error {
	r := &recogniser{sheet: sheet, lex: lex, opt: opt, sink: sink, report: report, rated: map[string]candidate{}, fields: map[string]Field{}}
	if r.opt.Window <= 0 {
		r.opt.Window = 400
	}
	if err := r.setOverrides(); err != nil {
		return err
	}
	r.window.merges = newMerges(sheet.Merged)
	if label, ok := lex.sheetLabel(sheet.Name); ok {
		r.labels.put(label)
	}
	r.takeGiven()
	err := rows(func(row *workbook.Row) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		r.window.push(row)
		r.cells += len(row.Cells)
		if len(r.window.lines) < r.opt.Window {
			return nil
		}
		return r.advance(r.opt.Window / 2)
	})
	if err != nil {
		return err
	}
	r.ended = true
	if err := r.advance(0); err != nil {
		return err
	}
	r.finish()
	return nil
}

// setOverrides reads what the configuration tells about columns.
func (r *recogniser) setOverrides() error {
	if len(r.opt.Columns) == 0 {
		return nil
	}
	r.overrides = make(map[string]override, len(r.opt.Columns))
	for _, text := range slices.Sorted(maps.Keys(r.opt.Columns)) {
		name := r.opt.Columns[text]
		field, ok := ParseField(name)
		if !ok && name != "" && name != string(ignored) {
			return &FieldError{Header: text, Field: name}
		}
		if !ok {
			field = ignored
		}
		r.overrides[key(tokens(text))] = override{field, text}
	}
	return nil
}

// override is what the configuration tells about a column.
type override struct {
	field Field
	text  string // of the header, as the configuration writes it
}

// foundOverrides tells which of the configuration's texts name a column of a table.
func (r *recogniser) foundOverrides(d *decision) {
	for i := range d.spans {
		if s := &d.spans[i]; r.opt.Found != nil && s.chosen.reason == Configured {
			if o, ok := r.overridePath(s.head.path); ok {
				r.opt.Found(o.text)
			}
		}
	}
}

// A FieldError says that the configuration names a field that does not exist.
type FieldError struct{ Header, Field string }

func (e *FieldError) Error() string {
	return "column " + e.Header + ": there is no field " + e.Field
}

// advance decides on rows from the top of the window until only keep of them are left.
func (r *recogniser) advance(keep int) error {
	for done := 0; len(r.window.lines) > keep; {
		n, err := r.step()
		if err != nil {
			return err
		}
		r.window.drop(n)
		done += n
	}
	return nil
}

// step decides on the top row of the window and says how many rows that took.
func (r *recogniser) step() (int, error) {
	top := r.window.from(0)
	if len(r.active) == 0 {
		if s := r.sidewaysAt(); s != nil {
			if n, err := r.beginSideways(s); n > 0 || err != nil {
				return n, err
			}
		}
	}
	again := slices.ContainsFunc(r.active, func(t *reader) bool { return t.repeats(top) })
	if !again && r.mayBeHeader(top) {
		if b := r.headerAt(); b != nil {
			n, err := r.begin(b)
			if n > 0 || err != nil {
				return n, err
			}
			r.noteForeign(b)
			r.noteAlmost(b)
		}
	}
	if len(r.active) == 0 && r.withoutHeader() {
		return 0, r.beginWithoutHeader()
	}
	if len(r.active) == 0 {
		r.banner(top)
		return 1, nil
	}
	inside := false
	for _, t := range r.active {
		inside = inside || countFilled(top, t.first, t.last) > 0
		if err := t.take(top); err != nil {
			return 0, err
		}
	}
	if !inside {
		r.outside(top)
	}
	return 1, nil
}

// outside tells of a row that stands beside the tables that are read, in none of their columns.
func (r *recogniser) outside(l *line) {
	for i := range l.cells {
		if c := &l.cells[i]; !blank(c) {
			if !r.bannerLabels(&r.labels, l, l.cells) {
				r.rowFinding(finding.RowNotData, l, c)
			}
			return
		}
	}
}

// noteForeign takes a header that is none of a register's, below a table and apart from it, for that of
// something else: statistics, a list of offices.
func (r *recogniser) noteForeign(b *block) {
	top := b.lines[0]
	rate := r.rate(top)
	for _, t := range r.active {
		if top.number > t.lastNumber+1 && rate.known == rate.cells && rate.fields >= 2 {
			t.foreign = top.number
		}
	}
}

// mayBeHeader spares rows of data the search for a header: where a name stands under "Cognome", there is
// no other header.
func (r *recogniser) mayBeHeader(l *line) bool {
	if len(r.abreast) > 0 && r.abreast[0].Row == l.number-1 && len(r.factsOfLine(l, l.cells)) > 0 {
		return false // the hours of each of the courses side by side
	}
	known := 0
	for _, t := range r.active {
		for _, i := range t.identity {
			c := l.at(t.table.Columns[i].Col)
			if blank(c) {
				continue
			}
			if c.Kind != workbook.Text || looksCF(c.Text) || !r.lex.knows(c.Text) && r.lex.context([]string{c.Text}) == "" {
				return false
			}
			known++
		}
		if t.datedRow(l) {
			return false
		}
	}
	texts := 0
	for i := range l.cells {
		if l.cells[i].Kind == workbook.Text || l.cells[i].Kind == workbook.Date {
			texts++
		}
	}
	return texts >= 2 || texts == 1 && len(r.active) == 0 || known > 0
}

// datedRow says that a date stands in a column of dates of birth or of courses: the row is data, also where
// somebody's name is a word of headers ("Corso Anna").
func (t *reader) datedRow(l *line) bool {
	for i := range t.table.Columns {
		switch t.table.Columns[i].Field {
		case BirthDate, StartDate, EndDate:
			if c := l.at(t.table.Columns[i].Col); !blank(c) && (c.Kind == workbook.Date || c.Kind == workbook.Text && looksDate(strings.ToLower(c.Text))) {
				return true
			}
		}
	}
	return false
}

// claimed says whether a column lies in one of the tables that are being read.
func (r *recogniser) claimed(col int) bool {
	return slices.ContainsFunc(r.active, func(t *reader) bool { return col >= t.first && col <= t.last })
}

// banner reads a row above or between tables.
func (r *recogniser) banner(l *line) {
	if r.bannerLabels(&r.labels, l, l.cells) {
		return
	}
	filled := 0
	for i := range l.cells {
		if !blank(&l.cells[i]) {
			filled++
		}
	}
	if filled >= 2 {
		if r.nameAbove = nil; r.noteAbreast(l) {
			return
		}
		r.tellAbreast() // other things stand between them and any table
		r.rowFinding(finding.RowNotData, l, &l.cells[0])
		return
	}
	for i := range l.cells {
		if c := &l.cells[i]; !blank(c) {
			r.loneLine(l, c)
		}
	}
}

// loneLine keeps what a line with one text above a table may be. Lines of names one under the other are a
// list that has no header: they are told.
func (r *recogniser) loneLine(l *line, c *workbook.Cell) {
	r.notePlain(l, c)
	words := strings.Fields(textOf(c))
	above := r.nameAbove
	r.nameAbove = nil
	if c.Kind != workbook.Text {
		r.rowFinding(finding.RowNotData, l, c)
		return
	}
	if len(words) < 2 || len(words) > 5 || !looksName(words) || r.lex.knows(c.Text) || r.lex.titleKind(c.Text) != "" {
		return
	}
	r.nameAbove = &lonePlace{row: l.number, col: c.Col}
	if above == nil || above.col != c.Col || above.row != l.number-1 {
		return
	}
	if !above.told {
		f := finding.Finding{Sheet: r.sheet.Name, Row: above.row, Cell: workbook.Address(above.row, above.col), Rule: finding.RowNotData}
		r.passedOver(f)
	}
	r.nameAbove.told = true
	r.rowFinding(finding.RowNotData, l, c)
}

// lonePlace is where a line stands that may be a name.
type lonePlace struct {
	row, col int
	told     bool
}

// bannerLabels keeps the labels that a row holds and says whether there were any.
func (r *recogniser) bannerLabels(set *labelSet, l *line, cells []workbook.Cell) bool {
	found, rest := r.detailsOf(l, cells), (*workbook.Cell)(nil)
	if len(found) == 0 {
		found, rest = r.lex.labelsAndRest(l, cells)
	}
	if rest != nil && countFilled(l, 1, 1<<30) >= 4*len(found) && !slices.ContainsFunc(cells, func(c workbook.Cell) bool { return strings.Contains(c.Text, ":") }) {
		found = nil // one word before many values is no label: "Argomento | Norme | Casi | Verifica"
	}
	if len(found) > 0 && rest != nil {
		r.rowFinding(finding.RowNotData, l, rest)
	}
	if len(found) == 0 && len(cells) > 0 {
		if found = r.daysOfLine(l, cells); len(found) == 0 {
			found = r.factsOfLine(l, cells)
		}
	}
	found = r.placeIn(found, l, cells)
	if !slices.ContainsFunc(found, func(f Label) bool { return f.Field == CourseTitle || f.Field == CourseCode }) {
		r.noteHeading(l, cells)
	}
	for _, label := range found {
		if label.Field == CourseTitle || label.Field == CourseCode {
			r.dropGiven(set, label)
			if set.has(CourseTitle) && label.Field == CourseTitle || set.has(CourseCode) && label.Field == CourseCode {
				set.newCourse()
			}
		}
		set.put(label)
		r.met = append(r.met, label)
	}
	if len(found) == 0 {
		for i := range cells {
			text := textOf(&cells[i])
			if month, year := r.lex.monthIn(text); cells[i].Kind == workbook.Text && month > 0 && (year > 0 || len(tokens(text)) <= 2) && len(text) <= 80 && !dayIn(text, r.lex.months) {
				set.put(Label{Field: Month, Value: cells[i], Row: l.number})
				if countFilled(l, cells[0].Col, cells[len(cells)-1].Col) >= 3 {
					r.rowFinding(finding.RowNotData, l, &cells[i]) // a month among other things
				}
				return true
			}
		}
	}
	return len(found) > 0
}

// finish tells what is known only at the end of the sheet.
func (r *recogniser) finish() {
	r.tellAbreast()
	r.endHidden()
	if r.tables > 0 && r.sheet.Hidden {
		r.report(finding.Finding{Sheet: r.sheet.Name, Rule: finding.SheetHidden})
	}
	if r.tables == 0 && r.tellsOfCourse() {
		return
	}
	if r.tables == 0 && r.almost != nil {
		r.report(*r.almost)
	}
	if r.tables == 0 && r.cells > 0 {
		r.early = r.early[:min(len(r.early), mostOfNone)]
		r.tellEarly()
		r.report(finding.Finding{Sheet: r.sheet.Name, Rule: finding.SheetWithoutRegister})
	}
}
