package normalise

import (
	"regexp"
	"strings"

	"formare/internal/workbook"
)

// A mark is a score, a rating or a share of presence as written: a value, and what it is out of.
// Scale 0 means that the cell does not say; the column's header or its other values decide then.
type mark struct {
	value float64
	scale float64
}

// share gives the mark as a share of its scale. A mark v out of n is v/n, and so is a rating v on a
// scale from 1 to n: 4 of 5 is 0.8. (r-1)/(n-1) would put the lowest rating at 0, but then 4 of 5
// would be 0.75 and no longer in the high band, which begins at 0.8 for everybody who writes
// percentages; v/n keeps both ways of writing a rating comparable.
func (m mark) share() float64 { return m.value / m.scale }

// mark reads a cell as a score, a rating or a share.
func (r *reader) mark(c *workbook.Cell) (mark, bool) {
	switch c.Kind {
	case workbook.Number:
		if c.Format == workbook.Percent {
			return mark{c.Num, 1}, c.Num >= 0 && c.Num <= 1
		}
		return mark{value: c.Num}, c.Num >= 0 && c.Format != workbook.TimeOfDay
	case workbook.Text:
		v := r.markText.get(c.Text, func(s string) markRead {
			if v, ok := r.lex.rating(s); ok {
				return markRead{mark{v, 1}, true}
			}
			m, ok := markText(strings.ToLower(s))
			return markRead{m, ok}
		})
		return v.mark, v.ok
	}
	return mark{}, false
}

var (
	fraction   = regexp.MustCompile(`^(\d+(?:[.,]\d+)?)\s*(?:punti|pt\.?|stelle)?\s*(?:/|su|di|out of|of)\s*(\d+(?:[.,]\d+)?)\s*(?:mi|imi|esimi|i|punti)?\.?$`)
	outOfName  = regexp.MustCompile(`^(\d+(?:[.,]\d+)?)\s*(trentesimi|decimi|centesimi)$`)
	laude      = regexp.MustCompile(`^30(?:/30)?\s*(?:con|e|cum)?\s*(?:lode|l|laude)\.?$`)
	plainMarks = strings.NewReplacer("\\", "/", "\u00a0", " ", " e mezzo", ",5", " e mezza", ",5", "+½", ",5", " ½", ",5", "½", ",5", " 1/2", ",5", "per cento", "%", "percento", "%")
	namedScale = map[string]float64{"trentesimi": 30, "decimi": 10, "centesimi": 100}
)

// markText reads "75%", "27/30", "27 su 30", "30 e lode", "0,75", "8 punti", "★★★★☆", "otto su dieci". What
// stands in brackets counts only if nothing else is a mark.
func markText(s string) (mark, bool) {
	s = plainMarks.Replace(strings.TrimSpace(s))
	if m, ok := plainMark(s); ok {
		return m, true
	}
	if m := inBrackets.FindStringSubmatch(s); m != nil {
		if out, ok := plainMark(squeeze(inBrackets.ReplaceAllString(s, " "))); ok {
			return out, true
		}
		return plainMark(m[1])
	}
	return mark{}, false
}

func plainMark(s string) (mark, bool) {
	if m, ok := stars(s); ok {
		return m, true
	}
	s = figures(unlabelled(s))
	if m := fraction.FindStringSubmatch(s); m != nil {
		a, _, okA := amount(m[1])
		b, _, okB := amount(m[2])
		return mark{a, b}, okA && okB && b > 0 && a >= 0 && a <= b
	}
	if m := outOfName.FindStringSubmatch(s); m != nil {
		a, _, ok := amount(m[1])
		return mark{a, namedScale[m[2]]}, ok && a <= namedScale[m[2]]
	}
	if laude.MatchString(s) {
		return mark{30, 30}, true
	}
	if rest, ok := strings.CutPrefix(s, "%"); ok {
		s = strings.TrimSpace(rest) + "%"
	}
	v, rest, ok := amount(s)
	if !ok || v < 0 {
		return mark{}, false
	}
	switch rest {
	case "%", "pct", "%.":
		return mark{v / 100, 1}, v <= 100
	case "", ".", "p", "p.", "pt", "pt.", "punti", "punto", "points", "stelle", "stars":
		return mark{value: v}, true
	}
	return mark{}, false
}

// stars reads a row of stars, of five if the empty ones or the black ones are drawn.
func stars(s string) (mark, bool) {
	full := strings.Count(s, "★") + strings.Count(s, "⭐")
	drawn := full + strings.Count(s, "☆")
	if full > 0 && drawn <= 5 && len(s) == 3*drawn {
		return mark{float64(full), 5}, true
	}
	bare := strings.TrimSuffix(s, "/5")
	if n := strings.Count(bare, "*"); n > 0 && n <= 5 && n == len(bare) && (bare != s || n > 1) {
		if bare != s {
			return mark{float64(n), 5}, true
		}
		return mark{value: float64(n)}, true
	}
	return mark{}, false
}

// figures writes the numbers that are in words as figures: "otto su dieci".
func figures(s string) string {
	if s == "" || s[0] >= '0' && s[0] <= '9' && !strings.ContainsAny(s, "dt") {
		return s
	}
	words := strings.Fields(strings.NewReplacer("/", " / ", ",5", " ,5").Replace(s))
	if len(words) > 5 {
		return s
	}
	changed := false
	for i, w := range words {
		if v, ok := numberWord(w); ok {
			words[i], changed = decimal(v), true
		}
	}
	if !changed {
		return s
	}
	return strings.ReplaceAll(strings.Join(words, " "), " ,5", ",5")
}

var (
	scaleRange = regexp.MustCompile(`(?:^|[^\d])([01])\s*(?:-|–|/|÷|\.\.+|a|to|fino a)\s*(\d{1,3})(?:$|[^\d])`)
	scaleOutOf = regexp.MustCompile(`(?:/|su|out of|max\.?|massimo)\s*(\d{1,3})(?:$|[^\d])`)
)

// headerScale finds what a column's values are out of in its header: "(/30)", "(1-5)", "su 10", "%",
// "in trentesimi"; 0 if it does not say.
func headerScale(header string) float64 {
	// The header's rows are joined by " / ", which is no fraction.
	s := strings.ReplaceAll(strings.ToLower(header), " / ", " | ")
	if m := scaleRange.FindStringSubmatch(s); m != nil {
		if n := float(m[2]); scaleKnown(n) {
			return n
		}
	}
	if m := scaleOutOf.FindStringSubmatch(s); m != nil {
		if n := float(m[1]); scaleKnown(n) {
			return n
		}
	}
	switch {
	case strings.Contains(s, "%"), strings.Contains(s, "percent"), strings.Contains(s, "centesim"), strings.Contains(s, "100esim"):
		return 100
	case strings.Contains(s, "trentesim"), strings.Contains(s, "30esim"), strings.Contains(s, "30 esim"):
		return 30
	case strings.Contains(s, "decim"), strings.Contains(s, "10imi"):
		return 10
	}
	return 0
}

func scaleKnown(n float64) bool { return n >= 2 && n <= 110 }

// usualScales are what bare figures may be out of: shares up to 1, ratings of 5, marks of 10, 30 and 100.
var usualScales = [...]float64{1, 5, 10, 30, 100}

// figuresOver counts a column's bare figures, and how many are more than each usual scale.
type figuresOver struct {
	n    int
	over [len(usualScales)]int
}

func (f *figuresOver) add(v float64) {
	f.n++
	for i, s := range usualScales {
		if v > s {
			f.over[i]++
		}
	}
}

func (f *figuresOver) join(o figuresOver) {
	f.n += o.n
	for i := range f.over {
		f.over[i] += o.over[i]
	}
}

// guess takes the smallest usual scale that holds every figure of a column, or all but a slip of the pen:
// who marks out of ten does not stay below six with all but one in twenty. Only ratings are out of 5, and
// no ratings are shares. 0 means that no scale holds them.
func (f *figuresOver) guess(rating bool) float64 {
	slips := 0
	if f.n >= 8 {
		slips = max(1, f.n/20)
	}
	for i, s := range usualScales {
		if rating && s == 1 || !rating && s == 5 {
			continue
		}
		if f.over[i] <= slips {
			return s
		}
	}
	return 0
}
