package register

import (
	"strings"
	"unicode"
)

// looksCF says whether a text has the shape of a codice fiscale, blanks and small faults allowed.
func looksCF(t string) bool {
	const pattern = "LLLLLLDDLDDLDDDL"
	if len(t) < len(pattern) || len(t) > 24 {
		return false
	}
	i, wrong := 0, 0
	for _, r := range t {
		if r == ' ' || r == '-' || r == '.' || r == '\u00a0' {
			continue
		}
		if i >= len(pattern) || r > unicode.MaxASCII {
			return false
		}
		isDigit := r >= '0' && r <= '9'
		if !isDigit && !unicode.IsLetter(r) {
			return false
		}
		if isDigit != (pattern[i] == 'D') {
			wrong++
		}
		i++
	}
	return i == len(pattern) && wrong <= 3
}

// looksDate says whether a text is a day, as far as its shape goes: "12/03/2017", "12.3.17",
// "12 marzo 2017", "2017-03-12", "dal 12 al 14/3/2017".
func looksDate(lower string) bool {
	if len(lower) < 4 || len(lower) > 40 || countDigits(lower) < 2 {
		return false
	}
	if hasMonthName(lower) {
		return true
	}
	parts, digits := 1, 0
	for i, r := range lower {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case (r == '/' || r == '-' || r == '.') && i > 0:
			parts++
		case unicode.IsLetter(r) && strings.HasPrefix(lower, "dal "):
		case r == ' ' || r == ':':
		default:
			return false
		}
	}
	return parts >= 3 && digits >= 4 && digits <= 18 || parts == 2 && digits >= 2 && digits <= 4 && strings.Contains(lower, "/")
}

// hasMonthName says whether one of a text's words is an Italian or English month, beside a number.
func hasMonthName(lower string) bool {
	for _, w := range tokens(lower) {
		if len(w) < 3 {
			continue
		}
		switch w[:3] {
		case "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic", "jan", "may", "jun", "jul", "aug", "sep", "oct", "dec":
			switch w[3:] {
			case "", "naio", "braio", "zo", "ile", "gio", "gno", "lio", "osto", "tembre", "obre", "embre", "uary", "ruary", "ch", "il", "e", "y", "ust", "tember", "ober", "ember", "t", "g":
				return true
			}
		}
	}
	return false
}

// yearIn finds the year of a date text, 0 when there is none; of two digits, those over 30 are of the
// last century.
func yearIn(lower string) int {
	year := 0
	for _, field := range strings.FieldsFunc(lower, func(r rune) bool { return r < '0' || r > '9' }) {
		n := 0
		for _, d := range field {
			n = n*10 + int(d-'0')
		}
		switch {
		case len(field) == 4 && n >= 1900 && n < 2100:
			return n
		case len(field) == 2 && n > 31:
			year = 1900 + n
		}
	}
	return year
}

// looksNumber says whether a text is a number with perhaps a unit: "12,5", "n. 12", "12 ore", "75%", "12h30".
func looksNumber(t string) bool {
	digits, letters := 0, 0
	for _, r := range t {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	if digits == 0 || letters > 8 || digits+letters == 0 {
		return false
	}
	if letters == 0 {
		return true
	}
	for _, w := range tokens(t) {
		if w[0] >= '0' && w[0] <= '9' {
			continue
		}
		switch w {
		case "h", "hh", "ore", "ora", "n", "min", "m", "hours", "hour", "hrs", "nr", "circa", "minuti", "su", "di":
		default:
			return false
		}
	}
	return true
}

// looksName says whether words are those of a name: letters, apostrophes, hyphens, points, and one comma
// after the surname.
func looksName(words []string) bool {
	if len(words) == 0 || len(words) > 6 {
		return false
	}
	comma := false
	for i, w := range words {
		if bare, ok := strings.CutSuffix(w, ","); ok && bare != "" && !comma && i+1 < len(words) {
			w, comma = bare, true
		}
		for _, r := range w {
			if !unicode.IsLetter(r) && !strings.ContainsRune("'’`-.", r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Cf, r) {
				return false
			}
		}
	}
	return true
}

func countDigits(t string) int {
	n := 0
	for i := 0; i < len(t); i++ {
		if t[i] >= '0' && t[i] <= '9' {
			n++
		}
	}
	return n
}
