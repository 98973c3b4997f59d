package identity

import "formare/internal/normalise"

// near gives the keys by which doubtful pairs are found:
//
//	Names    "names:" and the name's words in order of the alphabet
//	Day      "day:", the same, ":" and day and month of birth, the smaller first
//	Surname  "part:", the surname's sound, ":" and the birth date
//	Given    "part:", the first given name's sound, ":" and the birth date
//
// Surname and Given have one form, so that a row with the two exchanged meets one without.
func (l *Linker) near(p *normalise.Person) Near {
	var out Near
	if !l.names("names:", p) {
		return out
	}
	out.Names = l.link()
	if !fullDate(p.Birth) {
		return out
	}
	if l.names("day:", p) {
		low, high := min(int(p.Birth.Month), p.Birth.Day), max(int(p.Birth.Month), p.Birth.Day)
		l.text = append(l.text, ':', byte('0'+low/10), byte('0'+low%10), byte('0'+high/10), byte('0'+high%10))
		out.Day = l.link()
	}
	out.Surname = l.part(p.Surname, p.Birth)
	out.Given = l.part(firstWord(p.GivenName), p.Birth)
	return out
}

func (l *Linker) part(name string, birth normalise.Date) Link {
	l.text = append(l.text[:0], "part:"...)
	before := len(l.text)
	if l.text = appendSound(l.text, name); len(l.text) == before {
		return Link{}
	}
	l.text = appendDate(append(l.text, ':'), birth)
	return l.link()
}

// firstWord skips nothing: names come without titles and with single blanks.
func firstWord(name string) string {
	for i := range len(name) {
		if name[i] == ' ' && i > 0 {
			return name[:i]
		}
	}
	return name
}

// appendSound writes what transliterations and slips of the pen leave of a name: its consonants, those that
// sound alike as one, none doubled, no H; a vowel at the front as A. MOHAMMED and MUHAMAD are both MMD.
func appendSound(b []byte, name string) []byte {
	start := len(b)
	for i := range len(name) {
		c := name[i]
		switch c {
		case 'A', 'E', 'I', 'O', 'U', 'J', 'Y':
			if len(b) > start {
				continue
			}
			c = 'A'
		case 'H':
			continue
		case 'K', 'Q':
			c = 'C'
		case 'W':
			c = 'V'
		case 'X', 'Z':
			c = 'S'
		}
		if c < 'A' || c > 'Z' || len(b) > start && b[len(b)-1] == c {
			continue
		}
		b = append(b, c)
	}
	return b
}
