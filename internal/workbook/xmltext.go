package workbook

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// nextAttr takes the first attribute off a tag's raw attributes. The name keeps its prefix, the value
// its entities.
func nextAttr(raw []byte) (name, value, rest []byte, ok bool) {
	i := 0
	for i < len(raw) && isBlank(raw[i]) {
		i++
	}
	from := i
	for i < len(raw) && raw[i] != '=' && !isBlank(raw[i]) {
		i++
	}
	name = raw[from:i]
	for i < len(raw) && (isBlank(raw[i]) || raw[i] == '=') {
		i++
	}
	if i >= len(raw) || raw[i] != '"' && raw[i] != '\'' {
		return nil, nil, nil, false
	}
	quote := raw[i]
	i++
	end := bytes.IndexByte(raw[i:], quote)
	if end < 0 {
		return nil, nil, nil, false
	}
	return name, raw[i : i+end], raw[i+end+1:], len(name) > 0
}

// attr gives an attribute's text by its name without prefix, "" when there is none. Of two that differ
// by prefix alone ("id" and "r:id") the last counts: office parts put the relationship's id last.
func attr(raw []byte, local string) string {
	got := ""
	for {
		name, value, rest, ok := nextAttr(raw)
		if !ok {
			return got
		}
		if string(localName(name)) == local {
			got = string(appendText(nil, value, false))
		}
		raw = rest
	}
}

func attrInt(raw []byte, local string) (int, bool) {
	n, err := strconv.Atoi(attr(raw, local))
	return n, err == nil
}

func isTrue(s string) bool { return s == "1" || s == "true" || s == "on" }

// appendText decodes entities and line ends onto dst.
func appendText(dst, raw []byte, literal bool) []byte {
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case c == '\r':
			dst = append(dst, '\n')
			if i+1 < len(raw) && raw[i+1] == '\n' {
				i++
			}
		case c == '&' && !literal:
			r, n := entity(raw[i:])
			if n == 0 {
				dst = append(dst, c)
				continue
			}
			dst = utf8.AppendRune(dst, r)
			i += n - 1
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// entity reads one entity at the start of b and says how many bytes it takes, 0 when it is none.
func entity(b []byte) (rune, int) {
	end := bytes.IndexByte(b[:min(len(b), 12)], ';')
	if end < 2 {
		return 0, 0
	}
	switch name := string(b[1:end]); name {
	case "amp":
		return '&', end + 1
	case "lt":
		return '<', end + 1
	case "gt":
		return '>', end + 1
	case "quot":
		return '"', end + 1
	case "apos":
		return '\'', end + 1
	default:
		if name[0] != '#' {
			return 0, 0
		}
		digits, base := name[1:], 10
		if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
			digits, base = digits[1:], 16
		}
		n, err := strconv.ParseUint(digits, base, 32)
		if err != nil || n > utf8.MaxRune {
			return 0, 0
		}
		return rune(n), end + 1
	}
}

// unescape decodes the _xHHHH_ by which office programs write characters that XML cannot hold, in
// place. _x005F_ is the underscore that keeps what follows from being read as such an escape.
func unescape(b []byte) []byte {
	i := bytes.Index(b, []byte("_x"))
	if i < 0 {
		return b
	}
	out := b[:i]
	var high rune // first half of a surrogate pair
	for ; i < len(b); i++ {
		r, ok := escaped(b[i:])
		if !ok {
			out, high = append(out, b[i]), 0
			continue
		}
		i += len("_x0000_") - 1
		switch {
		case high != 0 && utf16.IsSurrogate(r):
			out, r = out[:len(out)-len(string(utf8.RuneError))], utf16.DecodeRune(high, r)
			high = 0
		case utf16.IsSurrogate(r):
			high, r = r, utf8.RuneError
		default:
			high = 0
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

func escaped(b []byte) (rune, bool) {
	if len(b) < 7 || b[0] != '_' || b[1] != 'x' || b[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(b[2:6]), 16, 16)
	return rune(n), err == nil
}
