package normalise

import (
	"strings"

	"formare/internal/finding"
	"formare/internal/register"
	"formare/internal/workbook"
)

// personRow reads a row about a person on a course.
func (n *Normaliser) personRow() {
	if !n.hasPerson() {
		n.rowWithoutPerson()
		return
	}
	p := n.begin()
	n.person(p)
	if p.Person.CF == "" && p.Person.Birth.IsZero() {
		n.loose++
	}
	n.job(p)
	n.result(p)
	if !p.day.IsZero() {
		p.dayHours = p.HoursAttended
	}
	n.last, n.lastRow = p, n.row.Number
}

// begin opens the pending row and finds its course.
func (n *Normaliser) begin() *pending {
	p := n.rows.add()
	p.Place = Place{n.table.sheet, n.sheetRow()}
	p.number = int32(n.row.Number)
	p.table = n.table
	p.course = n.rowCourse(p)
	if n.table.only == nil {
		n.table.only = p.course
	}
	n.table.several = n.table.several || n.table.only != p.course
	return p
}

// hasPerson says whether the row tells who it is about.
func (n *Normaliser) hasPerson() bool {
	for _, f := range personFields {
		for _, i := range n.table.fields[f] {
			c := &n.row.Cells[i]
			if !empty(c) && c.Kind != workbook.Error && (f == register.CodiceFiscale || lettered(c)) {
				return true
			}
		}
	}
	return false
}

// lettered says that a cell of a name holds a letter of any script.
func lettered(c *workbook.Cell) bool {
	return c.Kind == workbook.Text && strings.ToLower(c.Text) != strings.ToUpper(c.Text)
}

// rowWithoutPerson takes a row that names nobody. One that only tells another course goes on about the
// person of the row above; one that tells nothing, such as a numbered empty line, is passed over.
func (n *Normaliser) rowWithoutPerson() {
	said, continues := false, n.last != nil && n.lastRow == n.row.Number-1 && !n.table.named
	for i := range n.row.Cells {
		c := &n.row.Cells[i]
		carried := i < len(n.row.Carried) && n.row.Carried[i]
		if carried || c.Kind != workbook.Error && empty(c) {
			continue
		}
		switch n.table.of.Columns[i].Field {
		case register.Ordinal:
			continues = false
			continue
		case register.None, register.Note:
		case register.CourseCode, register.CourseTitle, register.StartDate, register.EndDate, register.Period, register.Edition,
			register.Kind, register.Area, register.HoursPlanned, register.HoursDelivered, register.Venue, register.VenueComune,
			register.HoursAttended, register.ShareAttended, register.Status, register.Certificate,
			register.ScoreBefore, register.ScoreAfter, register.Satisfaction, register.Session, register.Month:
			said = true
		default:
			said, continues = true, false
		}
	}
	switch {
	case !said:
	case continues && n.tellsCourse():
		above := n.last
		p := n.begin()
		p.Person, p.fullName = above.Person, above.fullName
		p.Role, p.Service, p.ServiceKind, p.Comune = above.Role, above.Service, above.ServiceKind, above.Comune
		n.result(p)
		n.last, n.lastRow = p, n.row.Number
	default:
		n.findAt(place{n.table.sheet, n.sheetRow(), 0}, "", "", problem{rule: finding.RowWithoutPerson})
		n.last = nil
	}
}

// tellsCourse says that the row names a course in cells of its own.
func (n *Normaliser) tellsCourse() bool {
	for _, f := range [...]register.Field{register.CourseCode, register.CourseTitle} {
		for _, i := range n.table.fields[f] {
			if carried := i < len(n.row.Carried) && n.row.Carried[i]; !carried && !empty(&n.row.Cells[i]) {
				return true
			}
		}
	}
	return false
}

// job reads what the person does and where.
func (n *Normaliser) job(p *pending) {
	if text, i := n.text(register.Role); text != "" {
		if p.Role = n.read.roles.get(text, n.read.lex.role); p.Role == "" {
			n.find(i, problem{rule: finding.ChoiceUnknown})
		}
	}
	home := ""
	if text, tell := n.ofPerson(register.Comune); text != "" {
		v := n.read.comunes.get(text, func(s string) comuneRead {
			istat, problem := n.read.comune(s)
			return comuneRead{istat, problem}
		})
		tell(v.problem)
		p.Comune = v.istat
		if v.istat != "" {
			if c, ok := n.ctx.Territory.Comune(v.istat); ok {
				home = c.Name
			}
		}
	}
	n.service(p, home)
}

func (n *Normaliser) service(p *pending, home string) {
	if text, tell := n.ofPerson(register.Service); text != "" {
		if text = officeOnly(text); text == "" {
			tell(problem{rule: finding.ChoiceUnknown})
		}
		v := n.read.services.get(text+"\x00"+home, func(string) serviceRead {
			name, kind, comune := n.read.lex.service(text, n.read.comuni, home)
			return serviceRead{name, kind, comune}
		})
		p.Service, p.ServiceKind = v.name, v.kind
		// An office that names its comune tells where its people work, where nothing else does.
		if p.Comune == "" && v.comune != "" && len(n.table.fields[register.Comune]) == 0 {
			p.Comune = n.ctx.Territory.Resolve(v.comune).ISTAT
		}
	}
	if text, i := n.text(register.ServiceKind); text != "" {
		if kind, ok := n.read.lex.serviceKind(text); ok {
			p.ServiceKind = kind
		} else {
			n.find(i, problem{rule: finding.ChoiceUnknown})
		}
	}
}
