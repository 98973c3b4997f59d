package territory

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
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
	b := make([]byte, 0, len(s))
	for _, r := range s {
		c, ok := charmap.Windows1252.EncodeRune(r)
		if !ok && r < 256 {
			c, ok = byte(r), true
		}
		if !ok {
			return s, false
		}
		b = append(b, c)
	}
	if !utf8.Valid(b) {
		return s, false
	}
	return string(b), true
}

// scrambled says that a text has a character no name has: what is left of a letter in an encoding
// that cannot be undone ("Citt? di Castello", "Citt… di Castello").
func scrambled(s string) bool { return strings.ContainsAny(s, "\ufffd?…‡¦ÓßŕÚ") }

// distance is the number of letters to put in, take out, change or swap with their neighbour that
// turn a into b (optimal string alignment); more than limit comes back as limit+1.
func distance(a, b string, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit {
		return limit + 1
	}
	var buffer [3][64]int
	if len(b) >= len(buffer[0]) {
		return limit + 1
	}
	before, last, now := buffer[0][:len(b)+1], buffer[1][:len(b)+1], buffer[2][:len(b)+1]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
			least = min(least, now[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last, now = last, now, before
	}
	return min(last[len(b)], limit+1)
}

func upperASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' {
			return r - 'a' + 'A'
		}
		return r
	}, strings.TrimSpace(s))
}
