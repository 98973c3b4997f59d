package normalise

import (
	"strings"
	"time"

	"formare/internal/typo"
)

// A dateToken is a figure (word is "") or a lower-case word, with the character that stands between it
// and the next token: one of "/.-:,&" or a blank; '&' for a word that joins, such as "e" or "al".
type dateToken struct {
	word   string
	n      int
	digits int
	sep    byte
}

// dateTokens splits a text for dateText. Figures longer than eight digits, ordinal marks, weekdays and
// articles are left out.
func dateTokens(text string) []dateToken {
	var out []dateToken
	s := strings.ToLower(decompose(text))
	for i := 0; i < len(s) && len(out) < 64; {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			t := dateToken{sep: ' '}
			for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
				if t.digits++; t.digits <= 8 {
					t.n = 10*t.n + int(s[i]-'0')
				}
			}
			if t.digits <= 8 {
				out = append(out, t)
			}
			i = skipOrdinal(s, i)
		case c >= 'a' && c <= 'z':
			start := i
			for i < len(s) && s[i] >= 'a' && s[i] <= 'z' {
				i++
			}
			out = addWord(out, s[start:i])
		default:
			if len(out) > 0 {
				noteSep(&out[len(out)-1], s[i:])
			}
			i++
		}
	}
	return out
}

// noteSep notes a separator; the first that is not a blank counts.
func noteSep(t *dateToken, s string) {
	if t.sep != ' ' {
		return
	}
	switch {
	case strings.IndexByte("/.-:,", s[0]) >= 0:
		t.sep = s[0]
	case strings.HasPrefix(s, "–"), strings.HasPrefix(s, "—"), strings.HasPrefix(s, "‐"), strings.HasPrefix(s, "‑"), strings.HasPrefix(s, "−"):
		t.sep = '-'
	case s[0] == '_' || s[0] == '\\' || s[0] == '|':
		t.sep = '/'
	case s[0] == ';' || s[0] == '+' || s[0] == '&':
		t.sep = '&'
	}
}

// skipOrdinal passes over the ending of "1st", "2nd", and the "o" that "1º" decomposes into.
func skipOrdinal(s string, i int) int {
	rest := s[i:]
	for _, end := range []string{"st", "nd", "rd", "th", "o", "a", "^"} {
		if strings.HasPrefix(rest, end) && (len(rest) == len(end) || !(rest[len(end)] >= 'a' && rest[len(end)] <= 'z')) {
			return i + len(end)
		}
	}
	return i
}

func addWord(out []dateToken, w string) []dateToken {
	join := func() {
		if len(out) > 0 {
			out[len(out)-1].sep = '&'
		}
	}
	switch w {
	case "al", "all", "e", "ed", "and", "to", "a", "fino", "until":
		join()
		return out
	case "primo", "i":
		return append(out, dateToken{n: 1, digits: 1, sep: ' '})
	case "di", "de", "il", "lo", "dal", "dall", "the", "from", "giorno", "giorni", "mese", "anno", "nel",
		"lun", "lunedi", "martedi", "mer", "mercoledi", "gio", "giovedi", "ven", "venerdi", "sab", "sabato", "domenica",
		"mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return out
	}
	return append(out, dateToken{word: w, sep: ' '})
}

// monthNear gives the month that a word of a date misspells by a letter, or two of a long name; 0 for none.
func monthNear(w string) time.Month {
	if m := monthNamed(w); m != 0 || len(w) < 5 {
		return m
	}
	for i, name := range monthNames {
		limit := 1
		if len(name) > 7 {
			limit = 2
		}
		if len(name) > 5 && name[0] == w[0] && typo.Distance(w, name, limit) <= limit {
			return time.Month(i%12 + 1)
		}
	}
	return 0
}

// figured writes letters that look like figures as these, if a date of figures alone comes out: "3/1O/2017",
// "ll/11/2017".
func figured(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if len(text) > 10 || len(text) < 6 || strings.Count(text, "/")+strings.Count(text, ".")+strings.Count(text, "-") != 2 || !strings.ContainsAny(text, "OoIlL|") {
		return text, false
	}
	out := letterFigures.Replace(text)
	return out, strings.Trim(out, "0123456789/.-") == ""
}

var letterFigures = strings.NewReplacer("O", "0", "o", "0", "I", "1", "l", "1", "L", "1", "|", "1")

// monthNames in Italian and English, in the order of the year.
var monthNames = [24]string{
	"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
}

// monthNamed gives the month of a lower-case word: its name, three letters or more that begin it
// ("genn", "sett"), or a usual misspelling; 0 for none.
func monthNamed(w string) time.Month {
	if len(w) < 3 {
		return 0
	}
	for i, name := range monthNames {
		if strings.HasPrefix(name, w) {
			return time.Month(i%12 + 1)
		}
	}
	switch w {
	case "genaio", "gennnaio", "gennai":
		return time.January
	case "febraio", "febbrario", "febbraoi":
		return time.February
	case "marz", "marso":
		return time.March
	case "aprle", "apile":
		return time.April
	case "magio":
		return time.May
	case "guigno", "gugno":
		return time.June
	case "lulgio", "lugio":
		return time.July
	case "settenbre", "setembre", "settmbre":
		return time.September
	case "otobre", "ottbre", "oct":
		return time.October
	case "novenbre", "novmbre":
		return time.November
	case "dicenbre", "diembre":
		return time.December
	}
	return 0
}
