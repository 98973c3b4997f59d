package normalise

import (
	"html"
	"strings"
	"unicode"

	"formare/internal/typo"
)

// unscramble undoes what broken exports do to text: UTF-8 read as Windows-1252 ("CittÃ "), once or
// twice over, and HTML entities ("Citt&agrave;"). The second result says whether anything was undone.
func unscramble(s string) (string, bool) {
	if !strings.ContainsAny(s, "ÃÂâ&") {
		return s, false
	}
	out := s
	if strings.Contains(out, "&") && strings.Contains(out, ";") {
		out = html.UnescapeString(out)
	}
	for range 2 {
		t, ok := reread(out)
		if !ok {
			break
		}
		out = t
	}
	return out, out != s
}

// reread takes a text's characters for the bytes of Windows-1252 and reads them as UTF-8.
func reread(s string) (string, bool) {
	if !strings.ContainsAny(s, "ÃÂâ") {
		return s, false
	}
	return typo.Reread(lostBlank(s))
}

// lostBlank gives back the no-break space that is the second byte of "à", which programs turn into a
// plain blank or trim. Only after a small letter: "IRMÃ" may well be a Portuguese name.
func lostBlank(s string) string {
	var b strings.Builder
	last := rune(0)
	runes := []rune(s)
	for i, r := range runes {
		b.WriteRune(r)
		if r == 'Ã' && unicode.IsLower(last) {
			switch {
			case i+1 == len(runes):
				b.WriteRune('\u00a0')
			case runes[i+1] == ' ':
				b.WriteRune('\u00a0')
				if i+2 < len(runes) && runes[i+2] == ' ' {
					// the first blank was the no-break space; the second one parts the words
					runes[i+1] = '\u200b'
				}
			}
		}
		last = r
	}
	return strings.ReplaceAll(b.String(), "\u200b", "")
}
