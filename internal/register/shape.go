package register

import (
	"math"
	"strings"

	"formare/internal/workbook"
)

// shape counts what the values of a column look like. It decides nothing by itself.
type shape struct {
	n         int // cells with something in them
	text      int
	number    int // stored as number, or text that is one
	small     int // numbers from 0 to 24
	unit      int // numbers from 0 to 1: shares without a mark
	percent   int
	dates     int // dates, or texts that look like one
	old       int // dates before 2006: of birth, in a register of the day
	cf        int
	email     int
	phone     int
	gender    int
	yesNo     int
	mark      int // one or two letters, or x: a presence
	comune    int
	name      int // one to five words of letters
	words     int // words in texts
	long      int // texts of more than 30 letters
	code      int // letters and digits in one short word
	sequence  int // whole numbers one above the one before
	distinct  map[string]bool
	inner     int     // texts with a whole date among other words
	years     int     // numbers that may be years of birth
	nameBirth int     // a name and a date in one text
	ticks     int     // an x, a yes or a no
	least     float64 // of the numbers
	most      float64
	sum       float64
	previous  float64
	numbers   int // whole numbers seen, for sequence
}

// measure looks at one value.
func (s *shape) measure(c *workbook.Cell, isComune func(string) bool) {
	if c == nil || c.Kind == workbook.Empty {
		return
	}
	s.n++
	if _, ok := ticked(c); ok {
		s.ticks++
	}
	switch c.Kind {
	case workbook.Date:
		s.dates++
		if c.Num < 38718 { // 2006-01-01
			s.old++
		}
	case workbook.Number:
		s.addNumber(c.Num)
		if c.Format == workbook.Percent {
			s.percent++
		}
	case workbook.Bool:
		s.yesNo++
	case workbook.Text:
		s.addText(strings.TrimSpace(c.Text), isComune)
	}
}

func (s *shape) addNumber(v float64) {
	if s.number++; s.number == 1 {
		s.least, s.most = v, v
	}
	if v >= 1920 && v <= 2010 && v == math.Trunc(v) {
		s.years++
	}
	s.least, s.most = min(s.least, v), max(s.most, v)
	s.sum += v
	if v >= 0 && v <= 24 {
		s.small++
	}
	if v >= 0 && v <= 1 {
		s.unit++
	}
	if v == float64(int64(v)) {
		if s.numbers > 0 && v == s.previous+1 {
			s.sequence++
		}
		s.previous = v
		s.numbers++
	}
}

func (s *shape) addText(t string, isComune func(string) bool) {
	if t == "" {
		s.n--
		return
	}
	if s.distinct == nil {
		s.distinct = map[string]bool{}
	}
	if len(s.distinct) < 256 {
		s.distinct[t] = true
	}
	lower := strings.ToLower(t)
	switch {
	case looksCF(t):
		s.cf++
	case strings.Contains(t, "@"):
		s.email++
	case looksDate(lower):
		s.dates++
		if y := yearIn(lower); y > 0 && y < 2006 {
			s.old++
		}
	case looksNumber(t):
		if strings.Contains(t, "%") {
			s.percent++
		}
		if digits := countDigits(t); digits >= 8 {
			s.phone++
		}
		s.number++
		if !strings.Contains(t, "%") && countDigits(t) <= 2 {
			s.small++
		}
	default:
		s.addWords(t, lower, isComune)
	}
}

func (s *shape) addWords(t, lower string, isComune func(string) bool) {
	s.text++
	if len(t) <= 90 && countDigits(t) >= 4 && dayInText.MatchString(t) {
		if len(t) <= 60 {
			s.inner++
		}
		if _, _, ok := cutNameAndBirth(t); ok {
			s.nameBirth++
		}
	}
	folded := key(tokens(lower))
	switch folded {
	case "f", "m", "maschio", "femmina", "uomo", "donna", "male", "female", "maschile", "femminile", "masc", "fem", "femm":
		s.gender++
	case "si", "no", "s", "n", "yes", "vero", "falso", "true", "false":
		s.yesNo++
	}
	if len(folded) <= 2 || folded == "ass" || folded == "pres" || folded == "presente" || folded == "assente" {
		s.mark++
	}
	if isComune != nil && isComune(t) {
		s.comune++
	}
	words := strings.Fields(t)
	s.words += len(words)
	if len(t) > 30 {
		s.long++
	}
	if looksName(words) {
		s.name++
	}
	if len(words) == 1 && len(t) <= 20 && countDigits(t) > 0 {
		s.code++
	}
}

// share gives a count as a part of the cells with something in them.
func (s *shape) share(count int) float64 {
	if s.n == 0 {
		return 0
	}
	return float64(count) / float64(s.n)
}
