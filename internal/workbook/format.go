package workbook

import "strings"

// formatOf says what a number format does to the meaning of a number, from its code as stored (codes
// are stored in English by Excel; Italian letters, "gg/mm/aaaa", are understood too, as other programs
// store what their users typed). Only the first section counts: the others are for negative numbers,
// zeros and texts.
func formatOf(code string) Format {
	var f formatScan
	for i := 0; i < len(code); {
		n, done := f.step(code[i:])
		if done {
			break
		}
		i += n
	}
	return f.format()
}

// formatScan is what is known of a format code so far.
type formatScan struct {
	date, time, elapsed, percent bool
	digits                       bool // a digit place came first: it is a plain number
	months                       int  // m's whose meaning the next letter decides
	afterHour                    bool
}

// step reads one piece of a code and gives its length.
func (f *formatScan) step(s string) (n int, done bool) {
	switch c := s[0]; c {
	case ';':
		return 1, true
	case '"':
		if end := strings.IndexByte(s[1:], '"'); end >= 0 {
			return end + 2, false
		}
		return len(s), false
	case '\\', '_', '*':
		return min(2, len(s)), false
	case '[':
		return f.bracket(s), false
	case '%':
		f.percent = true
	case '0', '#', '?':
		f.digits = f.digits || !f.date && !f.time && f.months == 0
	default:
		return f.letters(s), false
	}
	return 1, false
}

// bracket reads a colour, condition, locale or elapsed time.
func (f *formatScan) bracket(s string) int {
	end := strings.IndexByte(s, ']')
	if end < 0 {
		return len(s)
	}
	if inner := strings.ToLower(s[1:end]); inner != "" && strings.Trim(inner, inner[:1]) == "" && strings.Contains("hms", inner[:1]) {
		f.time, f.elapsed, f.afterHour = true, true, true
	}
	return end + 1
}

func (f *formatScan) letters(s string) int {
	for _, word := range []string{"general", "standard", "am/pm", "a/p", "e+", "e-"} {
		if len(s) >= len(word) && strings.EqualFold(s[:len(word)], word) {
			f.time = f.time || strings.HasPrefix(word, "a")
			return len(word)
		}
	}
	c := s[0] | 0x20 // lower case of a letter
	n := 1
	for n < len(s) && s[n]|0x20 == c {
		n++
	}
	switch c {
	case 'y', 'd', 'g', 'a', 'e', 'b':
		f.settle(false)
		f.date, f.afterHour = true, false
	case 'h', 's':
		f.settle(c == 's')
		f.time, f.afterHour = true, c == 'h'
	case 'm':
		if f.afterHour && n <= 2 {
			f.time, f.afterHour = true, false
		} else {
			f.months = n
		}
	}
	return n
}

// settle decides what m's were: minutes before seconds, else months.
func (f *formatScan) settle(minutes bool) {
	if f.months == 0 {
		return
	}
	if minutes && f.months <= 2 {
		f.time = true
	} else {
		f.date = true
	}
	f.months = 0
}

func (f *formatScan) format() Format {
	f.settle(false)
	switch {
	case f.digits && f.percent, f.percent && !f.date && !f.time:
		return Percent
	case f.digits:
		return General
	case f.date && f.time && !f.elapsed:
		return DateTime
	case f.time:
		return TimeOfDay
	case f.date:
		return DateOnly
	}
	return General
}

// builtinFormat gives the meaning of the formats that are known by number alone (ECMA-376 part 1,
// 18.8.30; 27 to 36 and 50 to 58 are dates in the Far East and unused elsewhere).
func builtinFormat(id int) Format {
	switch {
	case id == 9 || id == 10:
		return Percent
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return DateOnly
	case id == 22:
		return DateTime
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id == 55, id == 56, id >= 45 && id <= 47:
		return TimeOfDay
	}
	return General
}
