package sample

import (
	"fmt"
	"strings"
	"time"
)

// ascii gives a text's letters A–Z in upper case, accents taken off, everything else dropped but blanks.
func ascii(s string) string {
	var b strings.Builder
	for _, r := range strings.ToUpper(s) {
		switch {
		case r >= 'A' && r <= 'Z' || r == ' ':
			b.WriteRune(r)
		case strings.ContainsRune("ÀÁÂÄ", r):
			b.WriteByte('A')
		case strings.ContainsRune("ÈÉÊË", r):
			b.WriteByte('E')
		case strings.ContainsRune("ÌÍ", r):
			b.WriteByte('I')
		case strings.ContainsRune("ÒÓÔÖ", r):
			b.WriteByte('O')
		case strings.ContainsRune("ÙÚÜ", r):
			b.WriteByte('U')
		}
	}
	return b.String()
}

// letters splits a name into its consonants and vowels.
func letters(name string) (consonants, vowels string) {
	for _, r := range strings.ReplaceAll(ascii(name), " ", "") {
		if strings.ContainsRune("AEIOU", r) {
			vowels += string(r)
		} else {
			consonants += string(r)
		}
	}
	return consonants, vowels
}

// codiceFiscale builds the code of D.M. 23 December 1976: three letters of the surname, three of the
// given name, birth date and sex, place, check character.
func codiceFiscale(surname, given, gender string, birth time.Time, place string) string {
	c, v := letters(surname)
	code := (c + v + "XXX")[:3]
	c, v = letters(given)
	if len(c) > 3 {
		c = string([]byte{c[0], c[2], c[3]})
	}
	code += (c + v + "XXX")[:3]
	day := birth.Day()
	if gender == "F" {
		day += 40
	}
	code += fmt.Sprintf("%02d%c%02d%s", birth.Year()%100, "ABCDEHLMPRST"[birth.Month()-1], day, place)
	return code + string(checkLetter(code))
}

// odd holds the values of characters at odd places (first, third…) for the check character; digits
// have those of the first ten letters.
var odd = [26]int{1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23}

func checkLetter(code string) byte {
	sum := 0
	for i := range 15 {
		n := int(code[i] - 'A')
		if code[i] <= '9' {
			n = int(code[i] - '0')
		}
		if i%2 == 0 {
			n = odd[n]
		}
		sum += n
	}
	return byte('A' + sum%26)
}

// omocodia writes a code's last digit as the letter that tells two people with one code apart.
func omocodia(cf string) string {
	b := []byte(cf)
	b[14] = "LMNPQRSTUV"[b[14]-'0']
	return string(b[:15]) + string(checkLetter(string(b[:15])))
}
