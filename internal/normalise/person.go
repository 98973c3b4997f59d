package normalise

import (
	"strings"

	"formare/internal/finding"
	"formare/internal/register"
)

// person reads who the row is about.
func (n *Normaliser) person(p *pending) {
	cfCol := n.codiceFiscale(p)
	n.names(p)
	n.birth(p)
	n.gender(p)
	if p.Person.CF != "" {
		n.agree(p, cfCol)
	}
}

// codiceFiscale reads the code and gives its column's index, -1 if there is none.
func (n *Normaliser) codiceFiscale(p *pending) int {
	c, i := n.cell(register.CodiceFiscale)
	if c == nil {
		return -1
	}
	text, _ := n.read.text(c)
	code, state := readCF(text)
	switch state {
	case cfValid:
		p.Person.CF = code
	case cfRepaired:
		p.Person.CF = code
		n.find(i, problem{rule: finding.CFRepaired, used: code})
	case cfProvisional:
		n.find(i, problem{rule: finding.CFProvisional})
	default:
		n.find(i, problem{rule: finding.CFInvalid})
	}
	return i
}

// names reads surname and given name, out of one column or two.
func (n *Normaliser) names(p *pending) {
	surname, i := n.text(register.Surname)
	given, j := n.text(register.GivenName)
	full, k := n.text(register.FullName)
	switch {
	case given == "" && surname != "" && full == "" && n.holdsBoth(p, surname, register.GivenName):
		full, k = surname, i
	case surname == "" && given != "" && full == "" && n.holdsBoth(p, given, register.Surname):
		full, k = given, j
	}
	if full != "" && (surname == "" || given == "") {
		n.fullName(p, full, k)
		return
	}
	p.Person.Surname = strings.Join(bareName(strings.Fields(foldName(surname)), 1), " ")
	p.Person.GivenName = strings.Join(bareName(strings.Fields(foldName(given)), 1), " ")
	if cf := p.Person.CF; cf != "" {
		s, g := surnameCode(p.Person.GivenName), givenCode(p.Person.Surname)
		if string(s[:]) == cf[:3] && string(g[:]) == cf[3:6] && !surnameFits(p.Person.Surname, cf) {
			p.Person.Surname, p.Person.GivenName = p.Person.GivenName, p.Person.Surname
		}
	}
	switch {
	case i < 0 && j < 0: // the codice fiscale alone says who it is
	case p.Person.Surname == "" || initial(p.Person.Surname):
		n.find(n.column(register.Surname, i, j), problem{rule: finding.NameIncomplete})
	case p.Person.GivenName == "" || initial(p.Person.GivenName):
		n.find(n.column(register.GivenName, j, i), problem{rule: finding.NameIncomplete})
	}
}

// column gives the index of the cell where a value stands or should stand: that of the value, else the
// field's first column, else another.
func (n *Normaliser) column(f register.Field, of, other int) int {
	if of >= 0 {
		return of
	}
	if cols := n.table.fields[f]; len(cols) > 0 {
		return cols[0]
	}
	return other
}

// holdsBoth says that a name stands for surname and given name: there is no column for the other part,
// or its cell is empty and the words show that both are here.
func (n *Normaliser) holdsBoth(p *pending, text string, other register.Field) bool {
	if len(n.table.fields[other]) == 0 {
		return true
	}
	words, comma := n.read.lex.nameWords(text)
	_, _, order := splitByCF(words, p.Person.CF)
	return comma > 0 || order != orderUnknown || n.read.lex.orderByLexicon(words) != orderUnknown
}

// initial says that a name is only a letter: "M."
func initial(name string) bool { return len(name) == 1 }

// fullName parts a name in one column, or leaves it for the end of the table if its order is not clear.
func (n *Normaliser) fullName(p *pending, text string, col int) {
	words, comma := n.read.lex.nameWords(text)
	if len(words) < 2 {
		p.Person.Surname = strings.Join(words, " ")
		n.find(col, problem{rule: finding.NameIncomplete})
		return
	}
	if initial(words[0]) || initial(words[len(words)-1]) {
		n.find(col, problem{rule: finding.NameIncomplete})
	}
	if comma > 0 {
		p.Person.Surname, p.Person.GivenName = strings.Join(words[:comma], " "), strings.Join(words[comma:], " ")
		return
	}
	if surname, given, order := splitByCF(words, p.Person.CF); order != orderUnknown {
		p.Person.Surname, p.Person.GivenName = surname, given
		n.table.orders[order]++
		return
	}
	if order := n.read.lex.orderByLexicon(words); order != orderUnknown {
		p.Person.Surname, p.Person.GivenName = n.read.lex.splitByOrder(words, order)
		n.table.orders[order]++
		return
	}
	p.fullName = strings.Join(words, " ")
}

func (n *Normaliser) birth(p *pending) {
	c, i := n.cell(register.BirthDate)
	if c == nil {
		return
	}
	s := n.read.dateOf(c, birthDate)
	switch {
	case s.rule == finding.DateIncomplete:
		if !asksYear(n.table.of.Columns[i].Header) {
			n.find(i, problem{rule: s.rule})
		}
		if s.Year != 0 {
			p.Person.Birth = Date{Year: s.Year}
		} else if len(s.Month) > 4 {
			p.Person.Birth = Date{Year: int(float(s.Month[:4]))}
		}
	case s.rule == finding.DateInvalid:
		n.find(i, problem{rule: s.rule})
		return
	default:
		p.Person.Birth = s.Start
		n.noteBirth(p, s, c, i)
		if s.rule != "" {
			n.find(i, problem{rule: s.rule, used: s.Start.String()})
		}
	}
	if age := n.read.year - p.Person.Birth.Year; !p.Person.Birth.IsZero() && (age < youngest || age > oldest) {
		p.Person.Birth = Date{}
		n.find(i, problem{rule: finding.BirthDateImplausible})
	}
}

// asksYear says whether a column is for the year of birth alone, so that a year in it lacks nothing.
func asksYear(header string) bool {
	for _, w := range strings.Fields(fold(header)) {
		if w == "anno" || w == "year" {
			return true
		}
	}
	return false
}

func (n *Normaliser) gender(p *pending) {
	text, i := n.text(register.Gender)
	if text == "" {
		return
	}
	g := n.read.genders.get(text, n.read.lex.genderOf)
	if g == "" {
		n.find(i, problem{rule: finding.ChoiceUnknown})
	}
	p.Person.Gender = g
}

// agree compares a valid code with the rest of the row. What the code says fills gaps, and wins over one
// thing that says otherwise, for it has a check character. A code that neither birth date nor names
// agree with is somebody else's and is left out.
func (n *Normaliser) agree(p *pending, cfCol int) {
	who := &p.Person
	birth, gender := cfBirth(who.CF, n.read.year)
	if who.Birth.Month != 0 && who.Birth.Year%100 == birth.Year%100 {
		birth.Year = who.Birth.Year // the century is the row's to tell
	}
	if n.codeSwaps(p, birth) {
		who.Birth = birth
	}
	birthFits := who.Birth.IsZero() || birth.IsZero() || who.Birth == birth || who.Birth.Month == 0 && who.Birth.Year == birth.Year
	genderFits := who.Gender == "" || who.Gender == "X" || who.Gender == gender
	surnameOK, givenOK := surnameFits(who.Surname, who.CF), givenFits(who.GivenName, who.CF)
	if p.fullName != "" { // neither order gave the code's letters
		words := strings.Fields(p.fullName)
		surnameOK = surnameFits(words[0], who.CF) || surnameFits(p.fullName, who.CF)
		givenOK = surnameOK || givenFits(p.fullName, who.CF)
	}
	var wrong []string
	for _, f := range []struct {
		fits  bool
		field register.Field
	}{{surnameOK, register.Surname}, {givenOK, register.GivenName}, {birthFits, register.BirthDate}, {genderFits, register.Gender}} {
		if !f.fits {
			wrong = append(wrong, string(f.field))
		}
	}
	if len(wrong) > 0 {
		n.find(cfCol, problem{rule: finding.CFDisagrees, args: map[string]string{"with": strings.Join(wrong, ", ")}})
	}
	if !birthFits && !surnameOK || !surnameOK && !givenOK && !genderFits {
		who.CF = ""
		return
	}
	if !birth.IsZero() {
		who.Birth = birth
	}
	if who.Gender != "X" {
		who.Gender = gender
	}
}

// valueCol gives the sheet's column of an index.
func (n *Normaliser) valueCol(i int) int16 {
	return int16(n.table.of.Columns[i].Col)
}
