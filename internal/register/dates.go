package register

import (
	"strconv"
	"strings"
	"time"

	"formare/internal/workbook"
)

func epoch() time.Time { return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC) }

// sessionHeader is what the header of a column says about a day of attendance.
type sessionHeader struct {
	is     bool
	cell   workbook.Cell // where the date stands; Kind Empty when only "Incontro 3" does
	number bool          // a bare number: a day only under a month, or among others like it
}

// sessionOf reads one header cell as a day of attendance: a date, a text that holds one ("lun 12/4",
// "Incontro 1 - 12/04"), a bare day of the month, or the count of a meeting ("Lez. 3").
func (l *Lexicon) sessionOf(c *workbook.Cell) sessionHeader {
	if c == nil {
		return sessionHeader{}
	}
	switch c.Kind {
	case workbook.Date:
		return sessionHeader{is: true, cell: *c}
	case workbook.Number:
		if c.Format == workbook.General && c.Num >= 1 && c.Num <= 31 && c.Num == float64(int(c.Num)) {
			return sessionHeader{is: true, cell: *c, number: true}
		}
		// A serial that lost its format is still a day of these decades.
		if c.Num > 40000 && c.Num < 55000 && c.Num == float64(int(c.Num)) {
			return sessionHeader{is: true, cell: *c}
		}
	case workbook.Text:
		return l.sessionText(c)
	}
	return sessionHeader{}
}

func (l *Lexicon) sessionText(c *workbook.Cell) sessionHeader {
	words := tokens(c.Text)
	if len(words) == 0 || len(words) > 12 || len(c.Text) > 60 {
		return sessionHeader{}
	}
	digits, counted := false, false
	for _, w := range words {
		if w[0] >= '0' && w[0] <= '9' {
			digits = true
			continue
		}
		switch {
		case l.months[w] > 0, l.days[w], l.sessions[w]:
			counted = counted || l.sessions[w]
		case w == "ore" || w == "h" || w == "del" || w == "il" || w == "n" || w == "dalle" || w == "alle" || w == "mattina" || w == "pomeriggio" || w == "am" || w == "pm" || w == "mat" || w == "pom" || w == "min" || w == "minuti" || w == "dal" || w == "al":
		case isOrdinal(w):
			digits, counted = true, true
		default:
			return sessionHeader{}
		}
	}
	switch {
	case dayIn(c.Text, l.months):
		return sessionHeader{is: true, cell: *c}
	case len(words) == 1 && digits && dayNumber(words[0]), len(words) == 2 && l.days[words[0]] && dayNumber(words[1]):
		return sessionHeader{is: true, cell: *c, number: true}
	case counted && digits:
		return sessionHeader{is: true}
	case l.months[words[0]] > 0 && (len(words) == 1 || len(words) == 2 && asYear(words[1]) > 0):
		return sessionHeader{is: true} // what was attended in a month
	}
	return sessionHeader{}
}

func isOrdinal(w string) bool {
	switch w {
	case "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "primo", "secondo", "terzo", "quarto", "quinto", "prima", "seconda", "terza", "quarta", "quinta":
		return true
	}
	return false
}

func dayNumber(w string) bool {
	n, err := strconv.Atoi(w)
	return err == nil && n >= 1 && n <= 31
}

// dayIn says whether a text names a day and its month: 12/04, 12.4.17, 12 aprile, 2017-04-12.
func dayIn(t string, months map[string]int) bool {
	fields := strings.FieldsFunc(t, func(r rune) bool {
		return r == ' ' || r == '\n' || r == '\t' || r == '(' || r == ')' || r == ',' || r == ';' || r == '\u00a0' || r == '\r'
	})
	for i, f := range fields {
		if numbers := strings.FieldsFunc(f, func(r rune) bool { return r == '/' || r == '-' || r == '.' }); len(numbers) >= 2 {
			if dayNumber(numbers[0]) && (monthNumber(numbers[1]) || months[key(tokens(numbers[1]))] > 0) {
				return true
			}
			if len(numbers) == 3 && len(numbers[0]) == 4 && monthNumber(numbers[1]) && dayNumber(numbers[2]) {
				return true
			}
		}
		if i+1 < len(fields) && dayNumber(strings.Trim(f, "°º.")) && months[key(tokens(fields[i+1]))] > 0 {
			return true
		}
	}
	return false
}

func monthNumber(w string) bool {
	n, err := strconv.Atoi(w)
	return err == nil && n >= 1 && n <= 12
}

// monthIn finds a month in a text ("Registro aprile 2017", "gen-17", "2017-04"): its number, and its
// year, 0 when it stands alone.
func (l *Lexicon) monthIn(t string) (month, year int) {
	words := tokens(t)
	for i, w := range words {
		if n := l.months[w]; n > 0 && month == 0 {
			month = n
			for _, near := range []int{i + 1, i - 1} {
				if near >= 0 && near < len(words) {
					if y := asYear(words[near]); y > 0 {
						year = y
						break
					}
				}
			}
		}
	}
	if month > 0 {
		if year == 0 {
			year = fourDigitYear(words)
		}
		return month, year
	}
	for i := 0; i+1 < len(words); i++ {
		a, errA := strconv.Atoi(words[i])
		b, errB := strconv.Atoi(words[i+1])
		switch {
		case errA != nil || errB != nil:
		case len(words[i]) == 4 && asYear(words[i]) > 0 && b >= 1 && b <= 12:
			return b, a
		case len(words[i+1]) == 4 && asYear(words[i+1]) > 0 && a >= 1 && a <= 12 && (i == 0 || !dayNumber(words[i-1])):
			return a, b
		}
	}
	return 0, 0
}

func asYear(w string) int {
	n, err := strconv.Atoi(w)
	switch {
	case err != nil:
	case len(w) == 4 && n >= 1990 && n < 2100:
		return n
	case len(w) == 2 && n >= 10 && n < 60:
		return 2000 + n
	}
	return 0
}

func fourDigitYear(words []string) int {
	for _, w := range words {
		if y := asYear(w); y > 0 && len(w) == 4 {
			return y
		}
	}
	return 0
}
