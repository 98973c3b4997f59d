package register

import (
	"fmt"
	"math"
	"strings"

	"formare/internal/workbook"
)

// Times of coming and going stand in two columns under one day. Together they are what one column of
// attendance holds elsewhere: "9:00-13:00".

// markTimes finds pairs of columns for coming and going under a day, makes the first the day's column
// and leaves the second to it.
func (r *recogniser) markTimes(spans []span) {
	for i := 0; i+1 < len(spans); i++ {
		in, out := &spans[i], &spans[i+1]
		n := len(in.head.path)
		if n < 2 || len(out.head.path) != n || in.head.session.is || !comes(in.head.path[n-1]) || !goes(out.head.path[n-1]) ||
			strings.Join(in.head.path[:n-1], "/") != strings.Join(out.head.path[:n-1], "/") {
			continue
		}
		day := headColumn{col: in.head.col, path: in.head.path[:n-1], cells: in.head.cells[:n-1]}
		if s := r.sessionPath(&day); s.is && !s.number {
			in.head.session, out.partner = s, true
			i++
		}
	}
}

// markRowTimes finds the one pair of columns for coming and going in a list of a person and day a row: no day
// stands above it, and its cells are times. The first becomes a session without a date.
func markRowTimes(spans []span, sample []*line) {
	at := -1
	for i := range spans {
		if spans[i].head.session.is {
			return
		}
		if i+1 < len(spans) && comes(spans[i].head.leaf()) && goes(spans[i+1].head.leaf()) {
			if at >= 0 {
				return
			}
			at = i
		}
	}
	if at >= 0 && clocks(sample, spans[at].head.col) && clocks(sample, spans[at+1].head.col) {
		spans[at].head.session, spans[at+1].partner = sessionHeader{is: true}, true
	}
}

// clocks says whether the cells of a column are times of day written as such, but for a few.
func clocks(sample []*line, col int) bool {
	times, other := 0, 0
	for _, l := range sample {
		c := l.at(col)
		switch {
		case blank(c):
		case c.Kind == workbook.Number && c.Format == workbook.TimeOfDay:
			times++
		case c.Kind == workbook.Text && strings.ContainsAny(c.Text, ":.h"):
			if _, ok := clockOf(c); ok {
				times++
				break
			}
			other++
		default:
			other++
		}
	}
	return times > 0 && times > 4*other
}

func comes(text string) bool {
	switch key(tokens(withoutBrackets(text))) {
	case "entrata", "ingresso", "in", "inizio", "dalle", "dalle ore", "ora entrata", "ora ingresso", "ora inizio", "orario entrata", "orario ingresso", "orario inizio", "arrivo", "e", "time in", "from":
		return true
	}
	return false
}

func goes(text string) bool {
	switch key(tokens(withoutBrackets(text))) {
	case "uscita", "out", "fine", "alle", "alle ore", "ora uscita", "ora fine", "orario uscita", "orario fine", "partenza", "u", "time out", "to":
		return true
	}
	return false
}

// timesOf joins the cells of a pair. Who came and whose going is not noted was there.
func timesOf(in, out workbook.Cell) workbook.Cell {
	from, okFrom := clockOf(&in)
	to, okTo := clockOf(&out)
	joined := workbook.Cell{Kind: workbook.Text, Col: in.Col}
	switch {
	case okFrom && okTo:
		joined.Text = from + "-" + to
	case blank(&in) && okTo:
		joined.Col, joined.Text = out.Col, "P"
	case okFrom && blank(&out):
		joined.Text = "P"
	case blank(&in):
		return out
	default:
		return in
	}
	return joined
}

// clockOf reads a time of day: an Excel time, "9:00", "9.30", or a bare hour.
func clockOf(c *workbook.Cell) (string, bool) {
	switch c.Kind {
	case workbook.Number:
		switch {
		case c.Num > 0 && c.Num < 1:
			m := int(math.Round(c.Num * 24 * 60))
			return fmt.Sprintf("%d:%02d", m/60, m%60), true
		case c.Num >= 1 && c.Num <= 24:
			m := int(math.Round((c.Num - math.Floor(c.Num)) * 100))
			return fmt.Sprintf("%d:%02d", int(c.Num), m), m < 60
		}
	case workbook.Text:
		words := strings.FieldsFunc(strings.TrimSpace(c.Text), func(r rune) bool { return r == ':' || r == '.' || r == ',' || r == 'h' })
		if len(words) == 0 || len(words) > 3 || len(words[0]) > 2 || countDigits(words[0]) != len(words[0]) {
			return "", false
		}
		minutes := "00"
		if len(words) > 1 {
			minutes = strings.TrimSpace(words[1])
		}
		return words[0] + ":" + minutes, len(minutes) == 2 && countDigits(minutes) == 2
	}
	return "", false
}
