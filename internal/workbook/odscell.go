package workbook

import (
	"fmt"
	"strconv"
	"strings"
)

// odsHead is what a cell's start tag says.
type odsHead struct {
	kind, value, date, time, boolean, text string
	hasText, formula, isError              bool
	repeated, rows, cols                   int
}

// cell reads one cell up to its end tag and adds it to the row. col is the column before it and becomes
// that of its last repetition.
func (w *odsWalk) cell(col *int) error {
	element := string(w.s.name)
	head := odsHeadOf(w.s.attrs)
	first := *col + 1
	*col = min(*col+head.repeated, 1<<30)
	if w.frame {
		if err := w.s.skipElement(); err != nil {
			return err
		}
	} else if err := w.content(element); err != nil {
		return err
	}
	if head.rows > 1 || head.cols > 1 {
		for i := range min(w.out.repeated, 1000) {
			row := w.out.Number + i
			w.v.merge(Range{row, first, min(row+head.rows-1, maxRow), min(first+head.cols-1, maxCol)})
		}
	}
	if w.frame {
		return nil
	}
	cell := head.cell(w.value, w.texts)
	if cell.Kind == Empty && !cell.Formula {
		return nil
	}
	if first > maxCol {
		return fmt.Errorf("column %d is outside a sheet", first)
	}
	if len(cell.Text) > w.b.limits.TextBytes {
		return over(LimitText, w.b.limits.TextBytes)
	}
	if err := w.b.copied(int64(min(*col, maxCol) - first)); err != nil {
		return err
	}
	for c := first; c <= min(*col, maxCol); c++ {
		cell.Col = c
		w.out.Cells = append(w.out.Cells, cell)
	}
	return nil
}

func odsHeadOf(attrs []byte) odsHead {
	h := odsHead{repeated: 1, rows: 1, cols: 1}
	text := func(v []byte) string { return string(appendText(nil, v, false)) }
	count := func(v []byte) int {
		if n, ok := parseInt(v); ok && n > 0 {
			return min(n, maxRow)
		}
		return 1
	}
	for {
		name, value, rest, ok := nextAttr(attrs)
		if !ok {
			return h
		}
		attrs = rest
		switch string(localName(name)) {
		case "value-type":
			// LibreOffice says a second time, in a name of its own, what is an error.
			if strings.HasPrefix(string(name), "calcext:") {
				h.isError = h.isError || string(value) == "error"
			} else {
				h.kind = string(value)
			}
		case "value":
			h.value = text(value)
		case "date-value":
			h.date = text(value)
		case "time-value":
			h.time = text(value)
		case "boolean-value":
			h.boolean = text(value)
		case "string-value":
			h.text, h.hasText = text(value), true
		case "formula":
			h.formula = true
		case "number-columns-repeated":
			h.repeated = count(value)
		case "number-columns-spanned":
			h.cols = count(value)
		case "number-rows-spanned":
			h.rows = count(value)
		}
	}
}

// cell gives the value: what is stored counts before what is shown.
func (h *odsHead) cell(shown []byte, texts interner) Cell {
	c := Cell{Formula: h.formula}
	if h.isError || h.formula && isErrorText(string(shown)) {
		c.Kind, c.Text = Error, string(shown)
		return c
	}
	switch ok := false; h.kind {
	case "float", "currency", "percentage":
		if c.Num, ok = parseNumber([]byte(strings.TrimSpace(h.value))); ok {
			c.Kind = Number
			if h.kind == "percentage" {
				c.Format = Percent
			}
			return c
		}
	case "date":
		if c.setISO(h.date) {
			if c.Num == float64(int64(c.Num)) {
				c.Format = DateOnly // "2017-04-01T00:00:00"
			}
			return c
		}
	case "time":
		if c.Num, ok = odsDuration(h.time); ok {
			c.Kind, c.Format = Number, TimeOfDay
			return c
		}
	case "boolean":
		c.Kind = Bool
		if isTrue(strings.ToLower(h.boolean)) {
			c.Num = 1
		}
		return c
	}
	if h.hasText {
		shown = []byte(h.text)
	}
	switch {
	case len(shown) > 0:
		c.Kind, c.Text = Text, texts.keep(shown)
	case h.kind == "string":
		c.Formula = false // whose result is the empty text
	}
	return c
}

// isErrorText knows the errors that older programs stored as text, as any language shows them.
func isErrorText(s string) bool {
	switch {
	case strings.HasPrefix(s, "Err:"):
		return true
	case len(s) < 4 || len(s) > 12 || s[0] != '#':
		return false
	}
	return strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasPrefix(s, "#N/")
}

// odsDuration reads "PT12H30M00S" as days.
func odsDuration(s string) (float64, bool) {
	sign := 1.0
	s = strings.TrimSpace(s)
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		s, sign = rest, -1
	}
	s, ok := strings.CutPrefix(s, "P")
	if !ok || s == "" {
		return 0, false
	}
	days, inTime := 0.0, false
	for s != "" {
		if s[0] == 'T' {
			s, inTime = s[1:], true
			continue
		}
		i := strings.IndexAny(s, "DHMS")
		if i < 1 {
			return 0, false
		}
		n, err := strconv.ParseFloat(strings.Replace(s[:i], ",", ".", 1), 64)
		if err != nil || s[i] == 'M' && !inTime {
			return 0, false
		}
		days += n / map[byte]float64{'D': 1, 'H': 24, 'M': 1440, 'S': 86400}[s[i]]
		s = s[i+1:]
	}
	return sign * days, true
}
