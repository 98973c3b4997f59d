package territory

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"formare/internal/typo"

	"golang.org/x/text/unicode/norm"
)

// maxText bounds the work on one cell; no comune, with anything said around it, is near as long.
const maxText = 200

// words splits a text into lower-case ASCII words: accents, apostrophes and punctuation are gone, so
// that "Città", "CITTA'" and "Citta`" are one word, and "dell'Umbria" is two.
func words(s string) []string {
	var out []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			out = append(out, word.String())
			word.Reset()
		}
	}
	for _, r := range norm.NFKD.String(s) {
		switch {
		case r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			word.WriteRune(unicode.ToLower(r))
		case unicode.Is(unicode.Mn, r) || r == '\u00ad' || r == '\u200b' || r == '\ufeff':
			// an accent, or a character that nobody sees
		case r == 'ß':
			word.WriteString("ss")
		case r == 'æ' || r == 'Æ':
			word.WriteString("ae")
		case r == 'ø' || r == 'Ø':
			word.WriteByte('o')
		case unicode.IsLetter(r):
			word.WriteRune(unicode.ToLower(r))
		default:
			end()
		}
	}
	end()
	return out
}

// compact is the key of a name: its words without blanks, so that "Castelritaldi" is "Castel Ritaldi".
func compact(words []string) string { return strings.Join(words, "") }

// fold is the key of a name as written.
func fold(s string) string { return compact(words(s)) }

// repair undoes UTF-8 read as Windows-1252 ("CittÃ  di Castello"), once or twice over, and says
// whether there was anything to undo.
func repair(s string) (string, bool) {
	repaired := false
	for range 2 {
		if !strings.ContainsAny(s, "ÃÂ") {
			break
		}
		t, ok := unscramble(s)
		if !ok {
			break
		}
		s, repaired = t, true
	}
	return s, repaired
}

func unscramble(s string) (string, bool) {
	// The second byte of "à" is a no-break space, which programs like to turn into a blank or to trim.
	for _, lead := range []string{"Ã", "Â"} {
		s = strings.ReplaceAll(s, lead+" ", lead+"\u00a0 ")
		s = strings.ReplaceAll(s, lead+"\u00a0  ", lead+"\u00a0 ")
		if strings.HasSuffix(s, lead) {
			s += "\u00a0"
		}
	}
	return typo.Reread(s)
}

// scrambled says that a text has a character no name has: what is left of a letter in an encoding
// that cannot be undone ("Citt? di Castello", "Citt… di Castello").
func scrambled(s string) bool { return strings.ContainsAny(s, "\ufffd?…‡¦ÓßŕÚ") }

func upperASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' {
			return r - 'a' + 'A'
		}
		return r
	}, strings.TrimSpace(s))
}
