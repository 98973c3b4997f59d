package revision

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A token is a run of letters or of figures.
type token struct {
	text  string
	num   bool
	sep   string // what stands before it
	after string // what stands behind it
}

// tokens splits a folded name: "reg.v2 (1)" is reg, v, 2, 1.
func tokens(s string) []token {
	var out []token
	sep, at := 0, -1
	flush := func(end int) {
		if at >= 0 {
			t := s[at:end]
			out = append(out, token{text: t, num: t[0] >= '0' && t[0] <= '9', sep: s[sep:at]})
			sep, at = end, -1
		}
	}
	for i, r := range s {
		letter, figure := unicode.IsLetter(r), r >= '0' && r <= '9'
		if at >= 0 && (!letter && !figure || figure != (s[at] >= '0' && s[at] <= '9')) {
			flush(i)
		}
		if at < 0 && (letter || figure) {
			at = i
		}
	}
	flush(len(s))
	for i := range out {
		if i+1 < len(out) {
			out[i].after = out[i+1].sep
		} else {
			out[i].after = s[sep:]
		}
	}
	return out
}

// join gives the words again, a blank apart.
func join(toks []token) string {
	var b strings.Builder
	for i, t := range toks {
		if i > 0 && t.sep != "" {
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
	}
	return b.String()
}

// fold lowers letters and takes their accents away.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// number reads figures of a few digits, else -1.
func (t token) number(digits int) int {
	if !t.num || len(t.text) > digits {
		return -1
	}
	n := 0
	for _, c := range t.text {
		n = 10*n + int(c-'0')
	}
	return n
}
