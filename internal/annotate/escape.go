package annotate

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	textEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r\n", "\n", "\r", "&#13;")
	attrEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;", "\r", "&#13;")
	// What Excel takes for an escaped character in a text: "_x0041_" would come out as "A".
	looksEscaped = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)
)

// escapeText writes a text between tags. Characters that XML cannot hold are shown as "�".
func escapeText(s string) string {
	return looksEscaped.ReplaceAllString(textEscapes.Replace(legal(s)), "_x005F_$1")
}

func escapeAttr(s string) string { return attrEscapes.Replace(legal(s)) }

func legal(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r', r >= ' ' && r != 0xFFFE && r != 0xFFFF && r != utf8.RuneError:
			return r
		}
		return '\uFFFD'
	}, s)
}

var attrUnescapes = strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&apos;", "'")

var numeric = regexp.MustCompile(`&#(x[0-9A-Fa-f]{1,6}|[0-9]{1,7});`)

// unescape reads an attribute's value.
func unescape(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	s = numeric.ReplaceAllStringFunc(s, func(ref string) string { return string(runeOf(ref[2 : len(ref)-1])) })
	return attrUnescapes.Replace(s)
}

func runeOf(ref string) rune {
	base, n := 10, rune(0)
	if ref[0] == 'x' {
		base, ref = 16, ref[1:]
	}
	for _, c := range strings.ToLower(ref) {
		d := c - '0'
		if c >= 'a' {
			d = c - 'a' + 10
		}
		n = n*rune(base) + d
	}
	if n > utf8.MaxRune {
		return utf8.RuneError
	}
	return n
}
