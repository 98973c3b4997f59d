package register

// Fields lists every field in the order of their declaration.
func Fields() []Field {
	return []Field{
		Surname, GivenName, FullName, CodiceFiscale, BirthDate, BirthPlace, Gender, Role, Service, ServiceKind,
		Comune, Residence, Email, Phone,
		CourseCode, CourseTitle, Edition, Kind, Area, Venue, VenueComune, StartDate, EndDate, Period,
		HoursPlanned, HoursDelivered, Places,
		HoursAttended, ShareAttended, Status, Certificate, ScoreBefore, ScoreAfter, Satisfaction, Session, SessionHours,
		Partner, Month, Ordinal, Note, Counted,
	}
}

// ParseField reads a field's name as configuration and lexicon write it.
func ParseField(name string) (Field, bool) {
	for _, f := range Fields() {
		if string(f) == name {
			return f, true
		}
	}
	return None, false
}

// ignored stands for columns that are known and not used. It competes for columns like a field and
// comes out as None.
const ignored Field = "-"

// fieldSet is a set of fields.
type fieldSet map[Field]bool

func setOf(fields ...Field) fieldSet {
	s := make(fieldSet, len(fields))
	for _, f := range fields {
		s[f] = true
	}
	return s
}

// Groups of fields are functions, not variables, so that nothing in the package can change.

// identityFields say who a person is.
func identityFields() fieldSet { return setOf(Surname, GivenName, FullName, CodiceFiscale) }

// courseFields describe a course and may be written once for a group of rows, or above the table.
func courseFields() fieldSet {
	return setOf(CourseCode, CourseTitle, Edition, Kind, Area, Venue, VenueComune, StartDate, EndDate, Period,
		HoursPlanned, HoursDelivered, Places, Partner, Month)
}

// groupFields may be written once for a group of rows without merging.
func groupFields() fieldSet {
	s := courseFields()
	s[Service], s[ServiceKind] = true, true
	return s
}

// personFields describe the person of a row, whatever the course.
func personFields() fieldSet {
	return setOf(Surname, GivenName, FullName, CodiceFiscale, BirthDate, BirthPlace, Gender, Role, Service,
		ServiceKind, Comune, Residence, Email, Phone)
}

// repeatable says whether more columns than one may hold a field.
func repeatable(f Field) bool { return f == Session || f == Note || f == ignored || f == None }
