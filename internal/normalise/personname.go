package normalise

import (
	"regexp"
	"slices"
	"strings"
)

var nickname = regexp.MustCompile(`"[^"]*"`)

// foldName writes a name in upper case A–Z with apostrophes and single blanks: "D’Angelò" is
// "D'ANGELO", "Nicolo'" is "NICOLO", "Rossi-Bianchi" is "ROSSI BIANCHI". What is in brackets
// or quotes is not part of the name; letters of other scripts are dropped.
func foldName(s string) string {
	s = cut(s, mostName/2)
	if strings.Count(s, `"`) == 2 {
		if name := foldName(nickname.ReplaceAllString(s, " ")); name != "" {
			return name
		}
	}
	var b strings.Builder
	depth, gap := 0, false
	// "´" alone would come apart into a blank and an accent
	for _, r := range decompose(strings.ReplaceAll(s, "´", "'")) {
		switch {
		case r == '(' || r == '[' || r == '«' || r == '“':
			depth++
			gap = true
			continue
		case r == ')' || r == ']' || r == '»' || r == '”':
			depth = max(depth-1, 0)
			continue
		case depth > 0:
			continue
		}
		if r >= 'a' && r <= 'z' {
			r += 'A' - 'a'
		}
		switch {
		case r >= 'A' && r <= 'Z':
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		case apostrophe(r):
			if !gap && b.Len() > 0 {
				b.WriteByte('\'')
			}
		case unseen(r):
		default:
			plain := foreignLetter(r)
			if plain == "" {
				gap = true
				continue
			}
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteString(plain)
		}
	}
	return joinElisions(b.String())
}

func apostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '`', 'ʼ', '′':
		return true
	}
	return false
}

// joinElisions puts "D' ANGELO" together and takes off the apostrophe that stands for an accent.
func joinElisions(s string) string {
	if !strings.Contains(s, "'") {
		return s
	}
	words := strings.Fields(s)
	var b strings.Builder
	for i, w := range words {
		bare := strings.TrimRight(w, "'")
		if bare != w && i+1 < len(words) && elides(bare) {
			b.WriteString(bare + "'")
			continue
		}
		b.WriteString(bare)
		if i+1 < len(words) {
			b.WriteByte(' ')
		}
	}
	return strings.ReplaceAll(b.String(), "''", "'")
}

func elides(w string) bool {
	switch w {
	case "D", "L", "O", "DELL", "DALL", "DEGL", "NELL", "ALL", "SANT", "DELL'", "QUELL", "M", "N":
		return true
	}
	return false
}

// nameParticle says that a word goes with the one after it: "DE LUCA", "LO PRESTI", "EL AMRANI".
func nameParticle(w string) bool {
	switch w {
	case "D", "DE", "DI", "DA", "DEL", "DELLA", "DELLO", "DELLE", "DEI", "DEGLI", "DAL", "DALLA", "DALLE", "LA", "LE", "LI", "LO",
		"EL", "AL", "BEN", "BEL", "VAN", "VON", "DER", "DEN", "SAN", "SANTA", "SANTO", "DOS", "DAS", "DU", "MC", "MAC", "TER", "ABU", "ABD", "ST", "D'":
		return true
	}
	return false
}

// A nameOrder says which part of a full name comes first.
type nameOrder uint8

const (
	orderUnknown nameOrder = iota
	surnameFirst
	givenFirst
)

// nameWords prepares a full name: words without what is no part of it, and where a comma parts surname and
// given name.
func (l *Lexicon) nameWords(text string) (words []string, comma int) {
	text = l.withoutAside(text)
	before, after, cut := strings.Cut(text, ",")
	if cut && foldName(before) != "" && foldName(after) != "" {
		first := bareName(strings.Fields(foldName(before)), 1)
		rest := bareName(strings.Fields(foldName(after)), 1)
		if len(rest) > 0 && !(len(rest) == 1 && honorific(rest[0])) && !nicknamed(rest[0]) {
			return slices.Concat(first, rest), len(first)
		}
		return first, 0
	}
	return bareName(strings.Fields(foldName(text)), 2), 0
}

// withoutAside takes off what stands behind a whole name and a dash, such as the role.
func (l *Lexicon) withoutAside(text string) string {
	for _, dash := range [...]string{" - ", " – "} {
		name, aside, cut := strings.Cut(text, dash)
		if !cut {
			continue
		}
		if words := strings.Fields(foldName(name)); len(words) >= 2 && l.holdsGiven(words) && !l.holdsGiven(strings.Fields(foldName(aside))) {
			return name
		}
	}
	return text
}

func (l *Lexicon) holdsGiven(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return l.given[w] })
}

// splitByCF finds the split of a full name that gives a codice fiscale's first six letters.
func splitByCF(words []string, cf string) (surname, given string, order nameOrder) {
	if len(cf) < 6 {
		return "", "", orderUnknown
	}
	for i := 1; i < len(words); i++ {
		a, b := strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		if s, g := surnameCode(a), givenCode(b); string(s[:]) == cf[:3] && string(g[:]) == cf[3:6] {
			return a, b, surnameFirst
		}
		if s, g := surnameCode(b), givenCode(a); string(s[:]) == cf[:3] && string(g[:]) == cf[3:6] {
			return b, a, givenFirst
		}
	}
	return "", "", orderUnknown
}

// orderByLexicon says which end of a full name has given names, if only one does.
func (l *Lexicon) orderByLexicon(words []string) nameOrder {
	if len(words) < 2 {
		return orderUnknown
	}
	end := len(words) - 1
	first := l.given[words[0]] || initial(words[0]) && l.given[words[1]]
	last := l.given[words[end]] && !nameParticle(words[end-1]) // LUCA is none in DE LUCA
	switch {
	case last && !first:
		return surnameFirst
	case first && !last:
		return givenFirst
	}
	return orderUnknown
}

// splitByOrder parts a full name whose order is known. Given names of the lexicon stay together, and
// particles stay with the name they introduce.
func (l *Lexicon) splitByOrder(words []string, order nameOrder) (surname, given string) {
	if len(words) < 2 {
		return strings.Join(words, " "), ""
	}
	if order == givenFirst {
		i := 1
		for i < len(words)-1 && (l.given[words[i]] || initial(words[i])) && (l.given[words[i-1]] || initial(words[i-1])) && !nameParticle(words[i]) {
			i++
		}
		return strings.Join(words[i:], " "), strings.Join(words[:i], " ")
	}
	i := len(words) - 1
	if l.given[words[i]] && (i == 1 || !nameParticle(words[i-1])) {
		for i > 1 && (l.given[words[i-1]] || initial(words[i-1])) && !nameParticle(words[i-1]) && !nameParticle(words[i-2]) {
			i--
		}
		return strings.Join(words[:i], " "), strings.Join(words[i:], " ")
	}
	i = 1
	for i < len(words)-1 && nameParticle(words[i-1]) {
		i++
	}
	return strings.Join(words[:i], " "), strings.Join(words[i:], " ")
}
