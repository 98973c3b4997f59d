package register

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"formare/internal/typo"
)

// folder brings the many writings of a header to one: lower case without accents and punctuation,
// abbreviations spelt out. Small words are dropped in a second form, as "Data di nascita" and "Data
// nascita" are the same header.
type folder struct {
	abbreviations map[string]string
	small         map[string]bool
}

// unaccented gives the plain letters of those that Italian, English and their broken copies use.
func unaccented(r rune) string {
	switch r {
	case 'à', 'á', 'â', 'ä', 'ã', 'å':
		return "a"
	case 'è', 'é', 'ê', 'ë':
		return "e"
	case 'ì', 'í', 'î', 'ï':
		return "i"
	case 'ò', 'ó', 'ô', 'ö', 'õ':
		return "o"
	case 'ù', 'ú', 'û', 'ü':
		return "u"
	case 'ç':
		return "c"
	case 'ñ':
		return "n"
	}
	return string(r)
}

// tokens splits a text into folded words. "%" is a word of its own; a capital after a small letter
// begins a word (CodiceFiscale); single letters in a row are one (C.F.).
func tokens(s string) []string {
	var words []string
	var b strings.Builder
	end := func() {
		if b.Len() > 0 {
			words = append(words, b.String())
			b.Reset()
		}
	}
	var before rune
	for _, r := range s {
		switch {
		case r == '%':
			end()
			words = append(words, "%")
		case r == '#' || r == '№':
			end()
			words = append(words, "n")
		case r == '°' || r == 'º' || r == 'ª':
			// "n°" is "n": the sign says nothing
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if unicode.IsUpper(r) && unicode.IsLower(before) || unicode.IsDigit(r) != unicode.IsDigit(before) && before != 0 && b.Len() > 0 && unicode.IsDigit(r) {
				end()
			}
			b.WriteString(unaccented(unicode.ToLower(r)))
		case r == '\u00ad' || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
			// soft hyphens, combining accents and marks of direction are not seen
		default:
			end()
		}
		before = r
	}
	end()
	return joinLetters(words)
}

// joinLetters makes "cf" of "c", "f".
func joinLetters(words []string) []string {
	out := words[:0]
	run := 0 // single letters at the end of out that came one after the other
	for _, w := range words {
		single := utf8.RuneCountInString(w) == 1 && unicode.IsLetter([]rune(w)[0])
		if single && run > 0 {
			out[len(out)-1] += w
			run++
			continue
		}
		out = append(out, w)
		if run = 0; single {
			run = 1
		}
	}
	return out
}

// fold gives a text's words with abbreviations spelt out.
func (f *folder) fold(s string) []string {
	words := withoutQuestion(tokens(s))
	spelt := make([]string, 0, len(words))
	for _, w := range words {
		if long, ok := f.abbreviations[w]; ok {
			spelt = append(spelt, strings.Fields(long)...)
		} else {
			spelt = append(spelt, w)
		}
	}
	return spelt
}

// core drops the small words, unless nothing else is there.
func (f *folder) core(words []string) []string {
	out := make([]string, 0, len(words))
	for _, w := range words {
		if !f.small[w] {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return words
	}
	return out
}

// key is the text under which words are looked up.
func key(words []string) string { return strings.Join(words, " ") }

// withoutBrackets drops what stands in brackets: units, scales and hints are no part of a name.
func withoutBrackets(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '(', '[', '{':
			depth++
			b.WriteByte(' ')
		case ')', ']', '}':
			depth = max(depth-1, 0)
		default:
			if depth == 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// letters gives the set of a folded text's letters and digits, as bits.
func letters(s string) uint64 {
	var set uint64
	for i := 0; i < len(s); i++ {
		set |= 1 << (s[i] & 63)
	}
	return set
}

// maxFuzzy is the longest text that is compared letter by letter.
const maxFuzzy = 48

// distance counts the letters by which two texts differ; more than the limit comes back as limit+1.
func distance(a, b string, limit int) int {
	if len(a) > maxFuzzy || len(b) > maxFuzzy {
		return limit + 1
	}
	return typo.Distance(a, b, limit)
}

// withoutQuestion takes off the words that make a question of a header: "Qual è il tuo nome?" asks for a name, and
// its "qual" is no "qualifica" cut short.
func withoutQuestion(words []string) []string {
	if len(words) < 3 {
		return words
	}
	switch words[0] {
	case "qual", "quale", "quali", "what", "which":
		switch words[1] {
		case "e", "era", "sono", "is", "are", "was":
			return words[2:]
		}
	}
	return words
}
