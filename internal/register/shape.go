package register

import (
	"strings"
	"unicode"

	"formare/internal/workbook"
)

// shape counts what the values of a column look like. It decides nothing by itself.
type shape struct {
	n        int // cells with something in them
	text     int
	number   int // stored as number, or text that is one
	small    int // numbers from 0 to 24
	unit     int // numbers from 0 to 1: shares without a mark
	percent  int
	dates    int // dates, or texts that look like one
	old      int // dates before 2006: of birth, in a register of the day
	cf       int
	email    int
	phone    int
	gender   int
	yesNo    int
	mark     int // one or two letters, or x: a presence
	comune   int
	name     int // one to five words of letters
	words    int // words in texts
	long     int // texts of more than 30 letters
	code     int // letters and digits in one short word
	sequence int // whole numbers one above the one before
	distinct map[string]bool
	previous float64
	numbers  int // whole numbers seen, for sequence
}

// measure looks at one value.
func (s *shape) measure(c *workbook.Cell, isComune func(string) bool) {
	if c == nil || c.Kind == workbook.Empty {
		return
	}
	s.n++
	switch c.Kind {
	case workbook.Date:
		s.dates++
		if c.Num < 38718 { // 2006-01-01
			s.old++
		}
	case workbook.Number:
		s.addNumber(c.Num)
		if c.Format == workbook.Percent {
			s.percent++
		}
	case workbook.Bool:
		s.yesNo++
	case workbook.Text:
		s.addText(strings.TrimSpace(c.Text), isComune)
	}
}

func (s *shape) addNumber(v float64) {
	s.number++
	if v >= 0 && v <= 24 {
		s.small++
	}
	if v >= 0 && v <= 1 {
		s.unit++
	}
	if v == float64(int64(v)) {
		if s.numbers > 0 && v == s.previous+1 {
			s.sequence++
		}
		s.previous = v
		s.numbers++
	}
}

func (s *shape) addText(t string, isComune func(string) bool) {
	if t == "" {
		s.n--
		return
	}
	if s.distinct == nil {
		s.distinct = map[string]bool{}
	}
	if len(s.distinct) < 256 {
		s.distinct[t] = true
	}
	lower := strings.ToLower(t)
	switch {
	case looksCF(t):
		s.cf++
	case strings.Contains(t, "@"):
		s.email++
	case looksDate(lower):
		s.dates++
		if y := yearIn(lower); y > 0 && y < 2006 {
			s.old++
		}
	case looksNumber(t):
		if strings.Contains(t, "%") {
			s.percent++
		}
		if digits := countDigits(t); digits >= 8 {
			s.phone++
		}
		s.number++
		if !strings.Contains(t, "%") && countDigits(t) <= 2 {
			s.small++
		}
	default:
		s.addWords(t, lower, isComune)
	}
}

func (s *shape) addWords(t, lower string, isComune func(string) bool) {
	s.text++
	folded := key(tokens(lower))
	switch folded {
	case "f", "m", "maschio", "femmina", "uomo", "donna", "male", "female", "maschile", "femminile", "masc", "fem", "femm":
		s.gender++
	case "si", "no", "s", "n", "yes", "vero", "falso", "true", "false":
		s.yesNo++
	}
	if len(folded) <= 2 || folded == "ass" || folded == "pres" || folded == "presente" || folded == "assente" {
		s.mark++
	}
	if isComune != nil && isComune(t) {
		s.comune++
	}
	words := strings.Fields(t)
	s.words += len(words)
	if len(t) > 30 {
		s.long++
	}
	if looksName(words) {
		s.name++
	}
	if len(words) == 1 && len(t) <= 20 && countDigits(t) > 0 {
		s.code++
	}
}

// share gives a count as a part of the cells with something in them.
func (s *shape) share(count int) float64 {
	if s.n == 0 {
		return 0
	}
	return float64(count) / float64(s.n)
}

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

// looksName says whether words are those of a name: letters, apostrophes, hyphens, points.
func looksName(words []string) bool {
	if len(words) == 0 || len(words) > 6 {
		return false
	}
	for _, w := range words {
		for _, r := range w {
			if !unicode.IsLetter(r) && !strings.ContainsRune("'’`-.", r) && !unicode.Is(unicode.Mn, r) {
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
