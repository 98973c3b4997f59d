package normalise

import (
	"strings"

	"formare/internal/finding"
	"formare/internal/workbook"
)

// A sessionMark is what one cell of a session's column says.
type sessionMark struct {
	session int16
	present bool
	figure  bool // hours is a bare number: hours, or 1 for present
	known   bool // hours are told
	hours   float32
}

// sessionMarks reads a row's cells of the sessions' columns.
func (n *Normaliser) sessionMarks(p *pending) {
	p.firstMark = int32(len(n.table.marks))
	for k := range n.table.sessions {
		i := n.table.sessions[k].col
		c, ok := n.usable(i)
		if !ok && !n.dash(c) {
			continue
		}
		m, ok := n.read.sessionMark(c)
		if n.table.sessions[k].minutes {
			if v, plain := number(c); plain && v >= 0 && v <= 24*60 {
				m, ok = sessionMark{present: v > 0, known: true, hours: float32(v / 60)}, true
			}
		}
		if !ok {
			n.find(i, problem{rule: finding.ChoiceUnknown})
			continue
		}
		m.session = int16(k)
		n.table.marked = true
		n.table.present = n.table.present || m.present
		if m.figure {
			n.table.most = max(n.table.most, float64(m.hours))
		} else if m.present && !m.known {
			n.table.hasMark = true
		}
		n.table.marks = append(n.table.marks, m)
	}
	p.marks = int32(len(n.table.marks)) - p.firstMark
}

// dash says that a cell has a mark that stands for absence: "-".
func (n *Normaliser) dash(c *workbook.Cell) bool {
	return c != nil && c.Kind == workbook.Text && strings.Trim(c.Text, "-–—/ \u00a0") == "" && squeeze(c.Text) != ""
}

// sessionMark reads a presence: a letter or a tick, hours, times of coming and going.
func (r *reader) sessionMark(c *workbook.Cell) (sessionMark, bool) {
	switch c.Kind {
	case workbook.Bool:
		return sessionMark{present: c.Num != 0}, true
	case workbook.Number:
		d, ok := hours(c)
		if d.isShare {
			return sessionMark{present: d.share > 0}, ok
		}
		figure := c.Format != workbook.TimeOfDay
		return sessionMark{present: d.hours > 0, figure: figure, known: !figure, hours: float32(d.hours)}, ok && d.hours <= 24
	case workbook.Text:
	default:
		return sessionMark{}, false
	}
	text := strings.TrimSpace(c.Text)
	f := fold(text)
	switch {
	case tick(text), r.lex.present[f]:
		return sessionMark{present: true}, true
	case f == "", r.lex.absent[f]:
		return sessionMark{}, true
	}
	if d, ok := hoursText(text); ok && !d.isShare && d.hours <= 24 {
		_, bareFigure := number(c)
		return sessionMark{present: d.hours > 0, figure: bareFigure, known: !bareFigure, hours: float32(d.hours)}, true
	}
	// "P 4", "P (ore 3,5)", "A - malattia"
	first, rest, _ := strings.Cut(f, " ")
	switch {
	case r.lex.absent[first]:
		return sessionMark{}, true
	case r.lex.present[first]:
		if d, ok := hoursText(strings.Trim(text[len(first):], " ()-:")); ok && !d.isShare && d.hours > 0 && d.hours <= 24 {
			return sessionMark{present: true, known: true, hours: float32(d.hours)}, true
		}
		return sessionMark{present: true}, rest != ""
	}
	return sessionMark{}, false
}

// sessionHours works out what a mark is worth: the hours it tells; the session's length; the course's
// hours shared out over its sessions; else unknown.
func (t *tableState) sessionHours(m *sessionMark, planned *float64) *float64 {
	h := 0.0
	switch s := &t.sessions[m.session]; {
	case !m.present:
	case m.known, m.figure && !t.figuresAreMarks(planned):
		h = float64(m.hours)
	case s.hours > 0:
		h = s.hours
	case t.each > 0:
		h = t.each
	case planned != nil && len(t.sessions) > 0:
		h = *planned / float64(len(t.sessions))
	default:
		return nil
	}
	return &h
}

// figuresAreMarks says that the numbers in the sessions' columns are no hours but 1 for present: no
// larger one stands in the table, and the course has more than one hour a session, as far as is known.
func (t *tableState) figuresAreMarks(planned *float64) bool {
	if t.most > 1 {
		return false
	}
	return t.hasMark || planned == nil || *planned > 1.5*float64(len(t.sessions)) || t.most == 1 && *planned < float64(len(t.sessions))/2
}

// marksOf gives a row's marks of sessions. In a register of absences, where no mark says that somebody was
// there, who is not marked was, if the row tells of hours or a share attended.
func (t *tableState) marksOf(p *pending) []sessionMark {
	marks := t.marks[p.firstMark : p.firstMark+p.marks]
	if t.present || !t.marked || (p.HoursAttended == nil || *p.HoursAttended == 0) && (p.ShareAttended == nil || *p.ShareAttended == 0) {
		return marks
	}
	absent := map[int16]bool{}
	for i := range marks {
		absent[marks[i].session] = true
	}
	if len(absent) < len(marks) {
		return marks
	}
	out := make([]sessionMark, 0, len(t.sessions))
	for k := range t.sessions {
		out = append(out, sessionMark{session: int16(k), present: !absent[int16(k)]})
	}
	return out
}
