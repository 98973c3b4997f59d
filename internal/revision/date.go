package revision

// A day in a name is a number that orders: 20170515, or 515 when its year is not said anywhere.

// longestDate is how many tokens a day has at most: three, and a time of the day.
const longestDate = 4

// dateAtEnd finds a day in the last tokens, and how many they are.
func (w *Words) dateAtEnd(toks []token) (day, n int) {
	for n := min(longestDate, len(toks)); n > 0; n-- {
		if day := w.date(toks[len(toks)-n:]); day > 0 {
			return day, n
		}
	}
	return 0, 0
}

// dateAtStart finds a day in the first tokens.
func (w *Words) dateAtStart(toks []token) (day, n int) {
	for n := min(longestDate, len(toks)); n > 0; n-- {
		if day := w.date(toks[:n]); day > 0 {
			return day, n
		}
	}
	return 0, 0
}

// date reads tokens that are a day and nothing else, or 0.
func (w *Words) date(toks []token) int {
	switch len(toks) {
	case 1:
		return glued(toks[0])
	case 2:
		if day := glued(toks[0]); day > 0 && toks[1].num && (len(toks[1].text) == 4 || len(toks[1].text) == 6) {
			return day // with a time of the day
		}
		if d, m := toks[0].number(2), w.month[toks[1].text]; m > 0 {
			return ymd(0, m, d)
		}
		if sep := toks[1].sep; sep != "." && sep != "-" && sep != "/" && sep != "_" {
			return 0
		}
		return ymd(0, toks[1].number(2), toks[0].number(2))
	case 3:
		a, c := toks[0], toks[2]
		if m := w.month[toks[1].text]; m > 0 {
			return ymd(year(c), m, a.number(2))
		}
		m := toks[1].number(2)
		if len(a.text) == 4 {
			return ymd(year(a), m, c.number(2))
		}
		if y := year(c); y > 0 {
			return ymd(y, m, a.number(2))
		}
	case 4:
		if t := toks[3]; t.num && (len(t.text) == 4 || len(t.text) == 6) {
			return w.date(toks[:3])
		}
	}
	return 0
}

// glued reads 20170515 and 15052017.
func glued(t token) int {
	n := t.number(8)
	if n < 0 || len(t.text) != 8 {
		return 0
	}
	if day := ymd(n/10000, n/100%100, n%100); day > 0 {
		return day
	}
	return ymd(n%10000, n/10000%100, n/1000000)
}

func year(t token) int {
	switch y := t.number(4); {
	case len(t.text) == 4 && y >= 2000 && y < 2100:
		return y
	case len(t.text) == 2 && y >= 10 && y < 50:
		return 2000 + y
	}
	return -1
}

// ymd gives the number of a day, 0 if there is none. The year 0 is one that was not said.
func ymd(y, m, d int) int {
	if m < 1 || m > 12 || d < 1 || d > 31 || y != 0 && (y < 2000 || y > 2099) {
		return 0
	}
	return y*10000 + m*100 + d
}
