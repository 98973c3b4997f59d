package register

import (
	"strings"
)

// byOtherColumns finds what columns without a telling header are by what stands beside them: a codice fiscale
// begins with letters of the surname and then of the given name; offices have words of their own.
func (r *recogniser) byOtherColumns(d *decision, sample []*line) {
	if d.subject != People {
		return
	}
	code := d.find(CodiceFiscale)
	if code != nil && code.shape.cf >= 2 && !d.has(Surname) && !d.has(FullName) && !d.has(GivenName) {
		surname, given := d.spelt(code, sample, 0), d.spelt(code, sample, 3)
		if surname != nil && given != nil && surname != given {
			surname.chosen, given.chosen = candidate{Surname, 0.75, ByValues}, candidate{GivenName, 0.75, ByValues}
		} else if surname != nil {
			surname.chosen = candidate{FullName, 0.7, ByValues}
		}
	}
	if d.has(Service) {
		return
	}
	for i := range d.spans {
		s := &d.spans[i]
		if !s.open() || s.shape.n < 3 || s.shape.text*10 < s.shape.n*9 {
			continue
		}
		offices, n := 0, 0
		for _, l := range sample {
			if text := textOf(l.at(s.head.col)); text != "" && n < 40 {
				if n++; r.lex.titleKind(text) == "service" {
					offices++
				}
			}
		}
		if offices*10 >= n*6 {
			s.chosen = candidate{Service, 0.65, ByValues}
			return
		}
	}
}

// open says whether a column has no field yet and no header that means something else.
func (s *span) open() bool {
	return s.chosen.field == None && !s.head.session.is && !s.partner && s.head.block == 0 && s.chosen.reason != Configured
}

// spelt finds the open column of names whose letters the codici fiscali have at a place.
func (d *decision) spelt(code *span, sample []*line, at int) *span {
	var best *span
	most := 0
	for i := range d.spans {
		s := &d.spans[i]
		if !s.open() || s.shape.share(s.shape.name) < 0.9 {
			continue
		}
		fits, n := 0, 0
		for _, l := range sample {
			name, cf := strings.ToUpper(textOf(l.at(s.head.col))), strings.ToUpper(strings.ReplaceAll(textOf(l.at(code.head.col)), " ", ""))
			if name == "" || !looksCF(cf) || len(cf) < 6 || n >= 40 {
				continue
			}
			n++
			if spells(name, cf[at:at+3]) {
				fits++
			}
		}
		if n >= 2 && fits*10 >= n*8 && fits > most {
			best, most = s, fits
		}
	}
	return best
}

// spells says whether a codice fiscale has these three letters for a name: its consonants, then its vowels.
func spells(name, code string) bool {
	var consonants, vowels string
	for _, r := range strings.ToUpper(strings.Join(tokens(name), "")) {
		switch {
		case strings.ContainsRune("AEIOU", r):
			vowels += string(r)
		case r >= 'A' && r <= 'Z':
			consonants += string(r)
		}
	}
	if letters := (consonants + vowels + "XXX"); letters[:3] == code {
		return true
	}
	return len(consonants) >= 4 && string([]byte{consonants[0], consonants[2], consonants[3]}) == code // of given names
}
