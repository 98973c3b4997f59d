package normalise

import (
	"strings"
	"time"
)

// Of the codice fiscale: D.M. 23 December 1976 (G.U. 29 December 1976, n. 345), articles 2 to 8, with
// the letters of art. 6 that stand for digits where two people would have one code (omocodia).

// cfState says what a text in a codice fiscale's place is.
type cfState uint8

const (
	cfWrong       cfState = iota // no codice fiscale
	cfValid                      // right as written, but for case and blanks
	cfRepaired                   // right after look-alike characters were put back (O for 0…)
	cfProvisional                // eleven digits: the provisional code, which says nothing of the person
)

const (
	cfMonths   = "ABCDEHLMPRST"
	cfOmocodia = "LMNPQRSTUV" // letters for the digits 0 to 9
)

// cfDigits are the places of digits.
var cfDigits = [16]bool{6: true, 7: true, 9: true, 10: true, 12: true, 13: true, 14: true}

// cfOdd holds the values of characters at odd places for the check character, by letter; digits have
// those of the first ten letters.
var cfOdd = [26]int{1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23}

// readCF reads a codice fiscale. The code is as written (omocodia kept), in upper case.
func readCF(text string) (code string, state cfState) {
	var b [17]byte
	n := 0
	for _, r := range text {
		if r >= 'a' && r <= 'z' {
			r += 'A' - 'a'
		}
		if r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			if n == len(b) {
				return "", cfWrong
			}
			b[n] = byte(r)
			n++
		} else if r > 127 && !unseen(r) && r != '\u00a0' {
			return "", cfWrong
		}
	}
	switch n {
	case 11:
		for _, c := range b[:n] {
			if c > '9' {
				return "", cfWrong
			}
		}
		return string(b[:n]), cfProvisional
	case 16:
		return checkCF([16]byte(b[:16]))
	}
	return "", cfWrong
}

func checkCF(c [16]byte) (string, cfState) {
	if wellFormed(&c) && checkLetter(&c) == c[15] {
		return string(c[:]), cfValid
	}
	forced, changed := lookAlikes(c)
	if !wellFormed(&forced) {
		return "", cfWrong
	}
	if changed && checkLetter(&forced) == forced[15] {
		return string(forced[:]), cfRepaired
	}
	// A letter that omocodia allows may still be a digit misread: S for 5, L for 1, Q for 0.
	found := ""
	for i, digit := range cfDigits {
		if !digit {
			continue
		}
		try := forced
		switch try[i] {
		case 'S':
			try[i] = '5'
		case 'L':
			try[i] = '1'
		case 'Q':
			try[i] = '0'
		default:
			continue
		}
		if wellFormed(&try) && checkLetter(&try) == try[15] {
			if found != "" {
				return "", cfWrong
			}
			found = string(try[:])
		}
	}
	if found == "" {
		return "", cfWrong
	}
	return found, cfRepaired
}

// lookAlikes puts letters where letters must stand and digits where digits must.
func lookAlikes(c [16]byte) (out [16]byte, changed bool) {
	for i, digit := range cfDigits {
		b := c[i]
		switch {
		case digit && b >= 'A':
			if j := strings.IndexByte("OIZBG", b); j >= 0 {
				b = "01286"[j]
			}
		case !digit && b <= '9':
			if j := strings.IndexByte("012568", b); j >= 0 {
				b = "OIZSGB"[j]
			}
		}
		changed = changed || b != c[i]
		c[i] = b
	}
	return c, changed
}

// wellFormed says that every place has a character of its class and that the birth date exists.
func wellFormed(c *[16]byte) bool {
	for i, digit := range cfDigits {
		switch b := c[i]; {
		case i < 15 && (b < '0' || b > '9' && b < 'A' || b > 'Z'):
			return false
		case digit && b >= 'A' && strings.IndexByte(cfOmocodia, b) < 0:
			return false
		case !digit && b <= '9':
			return false
		}
	}
	month := strings.IndexByte(cfMonths, c[8])
	if month < 0 {
		return false
	}
	day := 10*cfDigit(c[9]) + cfDigit(c[10])
	if day > 40 {
		day -= 40
	}
	longest := [12]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	return day >= 1 && day <= longest[month]
}

func cfDigit(b byte) int {
	if b <= '9' {
		return int(b - '0')
	}
	return strings.IndexByte(cfOmocodia, b)
}

// checkLetter is the sixteenth character that the first fifteen ask for.
func checkLetter(c *[16]byte) byte {
	sum := 0
	for i, b := range c[:15] {
		v := int(b - 'A')
		if b <= '9' {
			v = int(b - '0')
		}
		if i%2 == 0 {
			v = cfOdd[v]
		}
		sum += v
	}
	return byte('A' + sum%26)
}

// PlainCF writes a valid codice fiscale with its digits as digits, omocodia undone, and the check
// character that goes with them.
func PlainCF(cf string) (plain [16]byte, ok bool) {
	if len(cf) != 16 {
		return plain, false
	}
	copy(plain[:], cf)
	if !wellFormed(&plain) {
		return plain, false
	}
	for i, digit := range cfDigits {
		if digit {
			plain[i] = byte('0' + cfDigit(plain[i]))
		}
	}
	plain[15] = checkLetter(&plain)
	return plain, true
}

// cfBirth gives birth date and gender out of a valid code. The code has two digits of the year: the
// person is taken to be at least youngest years old in the year of reference.
func cfBirth(cf string, year int) (birth Date, gender string) {
	day := 10*cfDigit(cf[9]) + cfDigit(cf[10])
	gender = "M"
	if day > 40 {
		day, gender = day-40, "F"
	}
	yy := 10*cfDigit(cf[6]) + cfDigit(cf[7])
	month := time.Month(strings.IndexByte(cfMonths, cf[8]) + 1)
	birth = Date{bornIn(yy, year), month, day}
	if !birth.valid() { // 29 February of a year that has none
		return Date{}, gender
	}
	return birth, gender
}
