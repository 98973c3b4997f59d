package normalise

// Workbooks often have a list of who takes part, with codici fiscali, and sheets of attendance with names
// alone. A name that only one person of the workbook bears is that person; but a name that stands twice in
// one table for one course is two people's, of whom one is not told.

// sameNames fills in who the people are that a row tells by name alone.
func (n *Normaliser) sameNames() {
	if n.loose == 0 || n.loose == n.rows.n {
		return
	}
	known := map[[2]string]*pending{}
	n.rows.visit(func(p *pending) {
		n.finishName(p)
		who := &p.Person
		if who.CF == "" && !who.Birth.full() || who.Surname == "" || who.GivenName == "" {
			return
		}
		name := [2]string{who.Surname, who.GivenName}
		switch other, seen := known[name]; {
		case !seen:
			known[name] = p
		case other != nil && !samePerson(&other.Person, who):
			known[name] = nil // two of them
		case other != nil && other.Person.CF == "":
			known[name] = p
		}
	})
	n.rows.visit(func(p *pending) {
		who := &p.Person
		if who.CF != "" || !who.Birth.IsZero() {
			return
		}
		other := known[[2]string{who.Surname, who.GivenName}]
		if other == nil || other.table == p.table && other.course == p.course {
			return
		}
		if other := &other.Person; who.Gender == "" || other.Gender == "" || who.Gender == other.Gender {
			*who = *other
		}
	})
}

func (d Date) full() bool { return d.Year != 0 && d.Month != 0 && d.Day != 0 }

// samePerson says whether two people of one name may be the same.
func samePerson(a, b *Person) bool {
	if a.CF != "" && b.CF != "" {
		return a.CF == b.CF
	}
	return a.Birth.IsZero() || b.Birth.IsZero() || a.Birth == b.Birth
}
