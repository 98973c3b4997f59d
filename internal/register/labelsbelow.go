package register

// labelsBelow looks for the course of a table of people that nothing above it names: under its rows, or
// right of them, labels may stand.
func (r *recogniser) labelsBelow(d *decision, sample []*line) {
	if d.subject != People || r.labels.named() {
		return
	}
	for _, f := range []Field{CourseTitle, CourseCode} {
		if d.has(f) {
			return
		}
	}
	last, found := d.spans[len(d.spans)-1].head.col, []Label(nil)
	names := d.find(FullName)
	if names == nil {
		names = d.find(Surname)
	}
	for _, l := range sample {
		if rate := r.rate(l); rate.person && rate.like() {
			break // another table
		}
		cells := l.within(last+1, 1<<30)
		if filled := countFilled(l, 1, 1<<30); filled > 0 && filled <= 2 && (names == nil || blank(l.at(names.head.col)) || names.head.col == d.spans[0].head.col || len(r.lex.readLabels(l, l.cells)) > 0) {
			cells = l.cells
		}
		if len(cells) > 0 {
			found = append(found, r.lex.readLabels(l, cells)...)
		}
	}
	for _, label := range found {
		if label.Field == CourseTitle || label.Field == CourseCode {
			for _, f := range found {
				if !r.labels.has(f.Field) {
					r.labels.put(f)
				}
			}
			return
		}
	}
}
