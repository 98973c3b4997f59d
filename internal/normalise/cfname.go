package normalise

import "strings"

// surnameCode gives a surname's three letters in a codice fiscale: its consonants in order, then its
// vowels, then X (D.M. 23 December 1976, art. 3). The text must be folded to A–Z; all else is skipped.
func surnameCode(name string) (code [3]byte) {
	n := fill(&code, 0, name, false)
	n = fill(&code, n, name, true)
	for ; n < 3; n++ {
		code[n] = 'X'
	}
	return code
}

// givenCode gives a given name's three letters: of four consonants or more the first, third and
// fourth, else as for a surname (art. 4).
func givenCode(name string) (code [3]byte) {
	var four [4]byte
	n := 0
	for i := 0; i < len(name) && n < 4; i++ {
		if c := name[i]; c >= 'A' && c <= 'Z' && !vowel(c) {
			four[n] = c
			n++
		}
	}
	if n == 4 {
		return [3]byte{four[0], four[2], four[3]}
	}
	return surnameCode(name)
}

func fill(code *[3]byte, n int, name string, vowels bool) int {
	for i := 0; i < len(name) && n < 3; i++ {
		if c := name[i]; c >= 'A' && c <= 'Z' && vowel(c) == vowels {
			code[n] = c
			n++
		}
	}
	return n
}

func vowel(c byte) bool { return strings.IndexByte("AEIOU", c) >= 0 }

// Leading gives the eleven characters that a codice fiscale of the person begins with: surname, given
// name, birth date and sex. A person with a valid code has them from it, omocodia undone; of another
// surname, given name, full birth date and gender M or F must be known.
func Leading(p *Person) (code [11]byte, ok bool) {
	if p.CF != "" {
		plain, ok := PlainCF(p.CF)
		copy(code[:], plain[:11])
		return code, ok
	}
	if !hasLetter(p.Surname) || !hasLetter(p.GivenName) || !p.Birth.valid() || p.Gender != "F" && p.Gender != "M" {
		return code, false
	}
	s, g := surnameCode(p.Surname), givenCode(p.GivenName)
	copy(code[0:], s[:])
	copy(code[3:], g[:])
	day := p.Birth.Day
	if p.Gender == "F" {
		day += 40
	}
	code[6] = byte('0' + p.Birth.Year/10%10)
	code[7] = byte('0' + p.Birth.Year%10)
	code[8] = cfMonths[p.Birth.Month-1]
	code[9] = byte('0' + day/10)
	code[10] = byte('0' + day%10)
	return code, true
}

func hasLetter(name string) bool {
	for i := range len(name) {
		if name[i] >= 'A' && name[i] <= 'Z' {
			return true
		}
	}
	return false
}

// surnameFits says whether a surname can be the one a code was made from: the whole, or the first or
// last of its words, for people who use one of two surnames or a spouse's.
func surnameFits(surname, cf string) bool {
	words := strings.Fields(surname)
	for i := range words {
		front, back := surnameCode(strings.Join(words[:i+1], " ")), surnameCode(strings.Join(words[i:], " "))
		if string(front[:]) == cf[:3] || string(back[:]) == cf[:3] {
			return true
		}
	}
	return len(words) == 0
}

// givenFits says whether a given name can be the one a code was made from. Registers leave second
// names out or write initials, so the same first letter of the code is enough.
func givenFits(given, cf string) bool {
	code := givenCode(given)
	if code[0] == cf[3] || !hasLetter(given) {
		return true
	}
	for w := range strings.FieldsSeq(given) {
		if c := givenCode(w); c[0] == cf[3] || w[0] == cf[3] {
			return true
		}
	}
	return false
}
