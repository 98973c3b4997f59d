package normalise

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"formare/internal/workbook"
)

// mostHours bounds what one cell may say; no course of the programme is near as long.
const mostHours = 5000

// A duration is what a cell in a place for hours says: hours, or a share of the course's.
type duration struct {
	hours   float64
	share   float64
	isShare bool
}

// hours reads a cell as hours: numbers, times and durations (0.5 of a day is 12 hours), and texts.
func hours(c *workbook.Cell) (duration, bool) {
	switch c.Kind {
	case workbook.Number:
		switch c.Format {
		case workbook.Percent:
			return duration{share: c.Num, isShare: true}, c.Num >= 0 && c.Num <= 1
		case workbook.TimeOfDay:
			return sane(toSecond(c.Num))
		}
		return sane(c.Num)
	case workbook.Date:
		// Durations over a day may come as dates of January 1900, or as dates with a format of times.
		if c.Format == workbook.TimeOfDay || c.Format == workbook.DateTime && c.Num < 32 {
			return sane(toSecond(c.Num))
		}
	case workbook.Text:
		return hoursText(c.Text)
	}
	return duration{}, false
}

// toSecond gives the hours of a part of a day, rounded to a second, for fractions of a day are not exact.
func toSecond(days float64) float64 { return math.Round(days*24*3600) / 3600 }

// sane refuses what cannot be.
func sane(h float64) (duration, bool) {
	return duration{hours: h}, h >= 0 && h <= mostHours
}

var (
	clock      = regexp.MustCompile(`^(\d{1,4})[:h°](\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:'|m|min|minuti|h|ore)?\.?$`)
	wordHours  = regexp.MustCompile(`^(\d+(?:[.,]\d+)*)\s*(?:h|hr|hrs|or|ora|ore|hours?)\b\.?\s*(?:(?:e|and|,)?\s*(?:(\d{1,2})\s*(?:'|m|min|mins|minuti|minutes|primi)?\.?|(mezz[ao]|1/2|half)|(un quarto))\s*)?$`)
	andHalf    = regexp.MustCompile(`^(\d+)(?:\s*e\s*(mezz[ao]|15|30|45)|\s+(?:e\s+)?1/2|\s+e\s*,5)(?:\s*(?:h|ore))?$`)
	labelled   = regexp.MustCompile(`^(?:h|ore)\.?\s*(\d{1,3})[.,:](\d{2})\s*(?:m|min|minuti|')\.?$`)
	minutes    = regexp.MustCompile(`^(\d+(?:[.,]\d+)?)\s*(?:'|m|min|mins|minuti|minutes)\.?$`)
	partOfHour = regexp.MustCompile(`^(1/2|mezz'?a?|1/4|un quarto|3/4|tre quarti)\s*(?:d')?\s*(?:ora|h)$`)
	outOf      = regexp.MustCompile(`^(\d+(?:[.,]\d+)?)\s*(?:ore|h)?\s*(?:/|su|di|of|out of)\s*(\d+(?:[.,]\d+)?)\s*(?:h|ore|hours)?\.?$`)
	plainSigns = strings.NewReplacer("–", "-", "—", "-", "−", "-", "\u00a0", " ", "\u202f", " ", " ½", ",5", "½", ",5", "’", "'", "′", "'", "  ", " ")
	betweenAll = regexp.MustCompile(`\s*(?:\+|;|\be\b|\band\b|&|\n)\s*`)
	inBrackets = regexp.MustCompile(`[(\[]([^()\[\]]*)[)\]]`)
	// aroundHours are words that say nothing of how many they are.
	aroundHours = regexp.MustCompile(`\b(?:circa|ca|tot|totale|totali|complessiv[aeio]|di lezione|di corso|di formazione|di frequenza|di presenza|in aula|d'aula|di aula|frequentate|frequenza|svolte|effettive|effettuate|erogate|durata)\b\.?:?`)
	withDays    = regexp.MustCompile(`^(\d[^a-z]*(?:h|ore)\.?),?\s+(?:dal|nel|il|in)\s.*\d{4}$`)
	oneHour     = regexp.MustCompile(`^(?:un'|una? )ora\b`)
	percent     = strings.NewReplacer("per cento", "%", "percento", "%", " pct", "%")
)

// hoursText reads hours out of a text: "12,5", "12h30", "12:30", "12 ore e 30 minuti", "90 min",
// "9:00-13:00", "9-13 e 14-17", "4+4", "n. 12", "12/20", "75%", "dodici".
func hoursText(text string) (duration, bool) {
	s := percent.Replace(plainSigns.Replace(strings.ToLower(strings.TrimSpace(text))))
	s = withDays.ReplaceAllString(s, "$1") // "12 ore, dal 08/11/2021 al 23/11/2021"
	if len(s) > 80 {
		return duration{}, false
	}
	if strings.IndexByte(s, '(') < 0 {
		if d, ok := bareHours(s); ok {
			return d, true
		}
	}
	// "4 ore (9.00-13.00)", "9.00-13.00 (4 ore)": what stands outside the brackets, else inside
	if m := inBrackets.FindStringSubmatch(s); m != nil {
		if d, ok := bareHours(withoutNoise(inBrackets.ReplaceAllString(s, " "))); ok {
			return d, true
		}
		return bareHours(withoutNoise(m[1]))
	}
	return bareHours(withoutNoise(s))
}

// withoutNoise takes off words and signs around the hours: "circa", "tot.", "=", a last dash.
func withoutNoise(s string) string {
	return squeeze(strings.TrimRight(strings.TrimLeft(aroundHours.ReplaceAllString(s, " "), " ;:=~."), " ;:=~.-"))
}

func bareHours(s string) (duration, bool) {
	if strings.Contains(s, "%") {
		m, ok := markText(s)
		return duration{share: m.value, isShare: true}, ok && m.scale == 1 && m.value <= 1
	}
	if h, ok := timesOfDay(s); ok {
		return sane(h)
	}
	if h, ok := oneDuration(s); ok {
		return sane(h)
	}
	parts := betweenAll.Split(s, 8)
	if len(parts) < 2 {
		return duration{}, false
	}
	sum := 0.0
	for _, part := range parts {
		part = strings.TrimSpace(part)
		h, ok := oneDuration(part)
		if !ok {
			h, ok = timesOfDay(part)
		}
		if !ok {
			return duration{}, false
		}
		sum += h
	}
	return sane(sum)
}

func oneDuration(s string) (float64, bool) {
	if m := partOfHour.FindStringSubmatch(s); m != nil {
		return partsOfHour[m[1]], true
	}
	if m := labelled.FindStringSubmatch(s); m != nil {
		return float(m[1]) + float(m[2])/60, float(m[2]) < 60
	}
	if m := andHalf.FindStringSubmatch(s); m != nil {
		switch rest := m[2]; rest {
		case "15", "30", "45":
			return float(m[1]) + float(rest)/60, true
		}
		return float(m[1]) + 0.5, true
	}
	if m := outOf.FindStringSubmatch(s); m != nil {
		a, _, okA := amount(m[1])
		b, _, okB := amount(m[2])
		return a, okA && okB && a <= b && b > 0
	}
	s = oneHour.ReplaceAllString(unlabelled(s), "1 ora")
	if m := clock.FindStringSubmatch(s); m != nil {
		h, mm, ss := float(m[1]), float(m[2]), float(m[3])
		return h + mm/60 + ss/3600, mm < 60 && ss < 60
	}
	if m := wordHours.FindStringSubmatch(s); m != nil {
		h, _, ok := amount(m[1])
		h += float(m[2]) / 60
		if m[3] != "" {
			h += 0.5
		}
		if m[4] != "" {
			h += 0.25
		}
		return h, ok && float(m[2]) < 60
	}
	if m := minutes.FindStringSubmatch(s); m != nil {
		v, _, ok := amount(m[1])
		return v / 60, ok
	}
	switch s {
	case "mezzora", ",5":
		return 0.5, true
	}
	if v, ok := numberWord(s); ok {
		return v, true
	}
	v, rest, ok := amount(s)
	return v, ok && (rest == "" || rest == ".")
}

var partsOfHour = map[string]float64{"1/4": 0.25, "un quarto": 0.25, "1/2": 0.5, "mezz": 0.5, "mezza": 0.5, "mezz'": 0.5, "3/4": 0.75, "tre quarti": 0.75}

// rangeHours gives the time between two times of one day. Two plain figures with a slash are no times.
func rangeHours(m []string) (float64, bool) {
	if strings.Contains(m[0], "/") && m[2] == "" && m[4] == "" {
		return 0, false
	}
	from, to := float(m[1])+float(m[2])/60, float(m[3])+float(m[4])/60
	if float(m[2]) >= 60 || float(m[4]) >= 60 || to > 24 || to <= from {
		return 0, false
	}
	return to - from, true
}

func float(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0 // an optional part that is not there
	}
	return v
}

var (
	headerRange  = regexp.MustCompile(`(?:^|[^\d/.:-])(\d{1,2})(?:[:.h](\d{2}))?\s*(?:-|–|alle|a)\s*(\d{1,2})(?:[:.h](\d{2}))?(?:$|[^\d/.:-])`)
	slashedTimes = regexp.MustCompile(`(?:^|[^\d/.:-])(\d{1,2})[:.](\d{2})\s*/\s*(\d{1,2})[:.](\d{2})(?:$|[^\d/.:-])`)
	headerHours  = regexp.MustCompile(`(?:^|[^\d/.,:-])(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:h|ore|ora|hours?)\b|(?:^|[\s(/])(?:h|ore)\.?\s*(\d{1,2}(?:[.,]\d{1,2})?)(?:$|[\s)/])`)
)

// headerDuration finds a session's length in its column's header: "12/03/2017 (4 h)",
// "12/03 / 9:00-13:00". Two plain figures are times only after "ore".
func headerDuration(header string) (float64, bool) {
	s := strings.ToLower(header)
	sum := 0.0
	for _, m := range headerRange.FindAllStringSubmatch(s, 4) {
		timed := m[2] != "" || m[4] != "" || strings.Contains(s, "ore") || strings.Contains(s, "orario")
		if h, ok := rangeHours(m); ok && timed {
			sum += h
		}
	}
	if sum > 0 {
		return sum, sum <= 24
	}
	for _, m := range slashedTimes.FindAllStringSubmatch(s, 4) {
		if h, ok := rangeHours(m); ok {
			sum += h
		}
	}
	if sum > 0 {
		return sum, sum <= 24
	}
	if m := headerHours.FindStringSubmatch(s); m != nil {
		h, _, ok := amount(m[1] + m[2])
		return h, ok && h > 0 && h <= 24
	}
	return 0, false
}
