package sample

import (
	"fmt"
	"strings"
	"unicode"
)

// name gives title, edition, code and key as the partner's register tells them.
func (w *world) name(c *course) {
	n := w.unit*1000 + c.number
	initials := ""
	for _, p := range partners {
		if p.id == c.partner {
			initials = p.initials
		}
	}
	switch c.partner {
	case "regione", "anci":
		c.code = fmt.Sprintf("%s-%03d", initials, n)
	case "felcos":
		c.code, c.edition = fmt.Sprintf("%s %02d", initials, n), "1"
	case "alisei":
		c.code = fmt.Sprintf("%s%04d", initials, n)
	case "csc":
		c.edition = fmt.Sprint(w.unit*20 + 1 + w.sameTitle(c))
		if c.start.Year() == 2018 {
			c.code = fmt.Sprintf("%s-%02d", initials, n)
		}
	case "aris":
		if k := w.sameTitle(c); k > 0 {
			c.title += fmt.Sprintf(" %d", 1+k)
		}
		if w.unit > 0 {
			c.title += fmt.Sprintf(" sede %d", w.unit+1)
		}
	}
	c.key = key(c)
}

// sameTitle counts the partner's courses before this one with its title.
func (w *world) sameTitle(c *course) int {
	n := 0
	for _, o := range w.courses {
		if o == c {
			break
		}
		if o.partner == c.partner && strings.HasPrefix(o.title, c.title) {
			n++
		}
	}
	return n
}

// key is how the tables name a course: its code with the edition, or its title, edition and first day.
func key(c *course) string {
	if c.code != "" {
		code := folded(c.code)
		if c.edition != "" {
			code += "-ed" + c.edition
		}
		return c.partner + "/" + code
	}
	slug := slug(c.title)
	if c.edition != "" {
		slug += "-ed" + c.edition
	}
	return c.partner + "/" + slug + "-" + c.start.Format("20060102")
}

// folded writes a code as the tables do: upper case, a hyphen for blanks.
func folded(code string) string { return strings.Join(strings.Fields(strings.ToUpper(code)), "-") }

// slug is a title as lower-case words of letters and digits joined by hyphens.
func slug(title string) string {
	parts := strings.FieldsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, p := range parts {
		if p[0] > '9' || p[0] < '0' {
			parts[i] = strings.ToLower(ascii(p))
		}
	}
	return strings.Join(parts, "-")
}
