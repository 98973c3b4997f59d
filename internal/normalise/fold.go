package normalise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold gives a text's lower-case ASCII words joined by single blanks: accents, apostrophes and
// punctuation are gone, so that "Sì", "SI'" and "si" are one. Letters of other scripts are dropped.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	write := func(r byte) {
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteByte(r)
	}
	for _, r := range decompose(s) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			write(byte(r))
		case r >= 'A' && r <= 'Z':
			write(byte(r - 'A' + 'a'))
		case unseen(r):
		default:
			if plain := foreignLetter(r); plain != "" {
				for i := range len(plain) {
					write(plain[i] - 'A' + 'a')
				}
				continue
			}
			gap = true
		}
	}
	return b.String()
}

// decompose splits letters from their accents; ASCII text comes back as it is.
func decompose(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return norm.NFKD.String(s)
		}
	}
	return s
}

// unseen says that a character only marks or is not shown: accents, soft hyphens, zero-width marks.
func unseen(r rune) bool {
	return r >= 0x300 && r < 0x370 || r == '\u00ad' || r == '\u200b' || r == '\u200c' || r == '\u200d' ||
		r == '\ufeff' || r == '\u2060' || r > utf8.RuneSelf && unicode.Is(unicode.Mn, r)
}

// foreignLetter writes a Latin letter that is no accented A–Z as the letters that take its place in
// Italian documents; "" for anything else.
func foreignLetter(r rune) string {
	switch r {
	case 'ß', 'ẞ':
		return "SS"
	case 'æ', 'Æ':
		return "AE"
	case 'œ', 'Œ':
		return "OE"
	case 'ø', 'Ø':
		return "O"
	case 'ł', 'Ł':
		return "L"
	case 'đ', 'Đ', 'ð', 'Ð':
		return "D"
	case 'þ', 'Þ':
		return "TH"
	case 'ı':
		return "I"
	case 'ħ', 'Ħ':
		return "H"
	case 'ŋ', 'Ŋ':
		return "N"
	case 'ŧ', 'Ŧ':
		return "T"
	case 'ə', 'Ə':
		return "A"
	}
	return ""
}

// squeeze trims a text and turns every run of blanks, line breaks among them, into one blank.
func squeeze(s string) string {
	clean := true
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf || c < ' ' || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	var b strings.Builder
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || r == '\u00a0' || r < ' ':
			gap = true
		case r == '\u200b' || r == '\ufeff' || r == '\u00ad' || r == '\u2060':
		default:
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		}
	}
	return b.String()
}

// nothing says that a text stands for no value: only punctuation, or the words people write in
// an empty place.
func nothing(s string) bool {
	if len(s) > 24 {
		return false
	}
	letters := false
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '✓' || r == '✔' || r == '☑' || r == '√' || r == '%' {
			letters = true
			break
		}
	}
	if !letters {
		return true
	}
	switch s[0] | 0x20 {
	case 'n', 'v', 'd', ' ', '(', '[', '*', '-', '/', '"', '\'', '.':
	default:
		return false // no such word begins otherwise
	}
	switch fold(s) {
	case "nd", "n d", "np", "n p", "na", "n a", "nc", "n c", "n r", "null", "none", "nan", "nessuno", "nessuna", "non disponibile",
		"non pervenuto", "non comunicato", "non indicato", "non rilevato", "non dichiarato", "non specificato",
		"da definire", "vuoto", "n disp", "non disp":
		return true
	}
	return false
}

// cut gives the front of a text, at most n bytes and whole characters.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// slug writes a title as lower-case ASCII words joined by "-".
func slug(title string) string { return strings.ReplaceAll(fold(title), " ", "-") }
