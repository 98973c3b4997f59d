package figure

import "strings"

// wrap breaks a text at word ends into lines that are at most width wide; the first may have a width
// of its own. Beyond max lines it is cut with «…».
func (c *canvas) wrap(s string, st style, first, width float64, max int) []string {
	words := strings.Fields(clean(s))
	var lines []string
	line := ""
	room := first
	for i, w := range words {
		try := w
		if line != "" {
			try = line + " " + w
		}
		if line == "" || c.measure(try, st) <= room {
			line = try
			continue
		}
		if len(lines)+1 == max {
			return append(lines, c.fit(line+" "+strings.Join(words[i:], " "), st, room))
		}
		lines = append(lines, c.fit(line, st, room))
		line, room = w, width
	}
	if line == "" {
		return lines
	}
	return append(lines, c.fit(line, st, room))
}

// balance breaks a text into as few lines as hold it, two at most, the longer line as short as can be.
// It gives nil where two lines do not hold it.
func (c *canvas) balance(s string, st style, width float64) []string {
	if c.measure(s, st) <= width {
		return []string{s}
	}
	return c.split(s, st, width)
}

// halves breaks a name into two lines wherever they hold it, else shortens it to one.
func (c *canvas) halves(s string, st style, width float64) []string {
	if lines := c.split(s, st, width); lines != nil {
		return lines
	}
	return []string{c.fit(s, st, width)}
}

// split breaks a text into the two lines that are most alike; nil where they are too long.
func (c *canvas) split(s string, st style, width float64) []string {
	words := strings.Fields(s)
	var best []string
	shortest := width
	for i := 1; i < len(words); i++ {
		a, b := strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		if longer := max(c.measure(a, st), c.measure(b, st)); longer <= shortest {
			best, shortest = []string{a, b}, longer
		}
	}
	return best
}

// fit shortens a text with «…» until it is at most width wide.
func (c *canvas) fit(s string, st style, width float64) string {
	if c.measure(s, st) <= width {
		return s
	}
	runes := []rune(s)
	for n := len(runes) - 1; n > 0; n-- {
		short := strings.TrimRight(string(runes[:n]), " ,;:.–-") + "…"
		if c.measure(short, st) <= width {
			return short
		}
	}
	return "…"
}

// shrink gives the largest size, from the style's own down to least, in which a text fits a width.
func (c *canvas) shrink(s string, st style, width, least float64) style {
	w := c.measure(s, st)
	if w > width && w > 0 {
		st.size = tidy(max(least, st.size*width/w))
	}
	return st
}

// block writes lines one under the other, the first at baseline y, and gives the baseline after the last.
func (c *canvas) block(x, y, step float64, lines []string, st style) float64 {
	for _, l := range lines {
		c.text(x, y, l, st)
		y += step
	}
	return y
}

// label writes a category's name beside its row, centred on mid: one line, else two smaller ones.
func (f *frame) label(x, mid, width, rowHeight float64, s string, st style) {
	if f.c.measure(s, st) <= width || rowHeight < 48 {
		f.c.text(x, mid+st.size*capHeight/2, f.c.fit(s, st, width), st)
		return
	}
	st.size = 24
	lines := f.c.wrap(s, st, width, width, 2)
	f.c.block(x, mid+st.size*capHeight/2-13*float64(len(lines)-1), 26, lines, st)
}
