// Package typo owns what is known of letters gone wrong, whatever they spell: how far two words are
// apart, and text read in the wrong encoding. It must not know which words there are.
package typo

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// longest is the longest word that is compared, in bytes.
const longest = 63

// Distance is the number of letters to put in, take out, change or swap with their neighbour that turn
// a into b (optimal string alignment). More than limit comes back as limit+1, and so does a word longer
// than 63 bytes. Words are of ASCII letters: a byte is a letter.
func Distance(a, b string, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit || len(b) > longest {
		return limit + 1
	}
	var buffer [3][longest + 1]int
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

// Reread takes a text's characters for the bytes of Windows-1252 and reads them as UTF-8: "CittÃ\u00a0"
// is "Città". A text that cannot have come about so comes back as it is, with false.
func Reread(s string) (string, bool) {
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
