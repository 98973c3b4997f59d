package normalise

import (
	"slices"

	"formare/internal/finding"
	"formare/internal/register"
	"formare/internal/workbook"
)

// A labelState keeps what the labels that hold for the last row told, so that they are read once and
// not in every row.
type labelState struct {
	table  *tableState
	labels []register.Label
	info   courseInfo
	course *course // of a table whose courses stand in labels only
	day    Date    // of its rows, where each is a person and a day
	told   map[labelKey]bool
}

type labelKey struct {
	sheet string
	row   int
	col   int
	rule  finding.Rule
}

func (s *labelState) same(t *tableState, labels []register.Label) bool {
	return s.table == t && slices.Equal(s.labels, labels)
}

// readLabels reads the row's labels if they are not those of the row before. Of two labels for one
// field the one farther down wins; the sheet's name comes first of all.
func (n *Normaliser) readLabels() {
	s := &n.labels
	if s.same(n.table, n.row.Labels) {
		return
	}
	s.table, s.labels = n.table, append(s.labels[:0], n.row.Labels...)
	s.info, s.course, s.day = courseInfo{row: n.sheetRow()}, nil, Date{}
	in := courseReader{n: n, info: &s.info}
	ordered := slices.Clone(s.labels)
	slices.SortStableFunc(ordered, func(a, b register.Label) int { return a.Row - b.Row })
	var end *register.Label
	for i := range ordered {
		l := &ordered[i]
		switch {
		case l.Value.Kind == workbook.Error:
			n.labelProblem(l, problem{rule: finding.CellError})
			continue
		case l.Field == register.SessionHours:
			if d, ok := n.read.hours(&l.Value); ok && !d.isShare && d.hours <= 12 {
				n.table.each = d.hours
			}
			continue
		case empty(&l.Value), !slices.Contains(courseFields[:], l.Field):
			continue
		case l.Row == 0 && l.Field == register.CourseCode && !n.table.named:
			continue // the rows name their courses; the sheet's name is not a code of them all
		case l.Field == register.EndDate || l.Field == register.Period:
			end = l
		}
		in.at, in.column = place{n.table.sheet, l.Row, l.Value.Col}, dateColumnKey{n.table, -1}
		in.read(l.Field, &l.Value, func(p problem) { n.labelProblem(l, p) })
	}
	if end != nil {
		in.check(func(p problem) { n.labelProblem(end, p) })
	}
}

// labelProblem reports about a label, once: it holds for many rows.
func (n *Normaliser) labelProblem(l *register.Label, p problem) {
	if p.rule == "" {
		return
	}
	key := labelKey{n.table.sheet, l.Row, l.Value.Col, p.rule}
	if n.labels.told[key] {
		return
	}
	if n.labels.told == nil {
		n.labels.told = map[labelKey]bool{}
	}
	n.labels.told[key] = true
	n.findAt(place{n.table.sheet, l.Row, l.Value.Col}, l.Field, n.read.shown(&l.Value), p)
}

// ofPerson gives a text about the person of a row, out of the row or else out of a label that holds for it:
// "Ente di appartenenza: …" above the table. Problems with it are told where it stands.
func (n *Normaliser) ofPerson(f register.Field) (string, func(problem)) {
	if text, i := n.text(f); text != "" {
		return text, func(p problem) { n.find(i, p) }
	}
	for i := range n.row.Labels {
		if l := &n.row.Labels[i]; l.Field == f && !empty(&l.Value) {
			text, _ := n.read.text(&l.Value)
			return text, func(p problem) { n.labelProblem(l, p) }
		}
	}
	return "", nil
}
