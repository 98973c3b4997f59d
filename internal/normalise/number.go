package normalise

import (
	"regexp"
	"strconv"
	"strings"

	"formare/internal/workbook"
)

// number reads a plain amount: "12", "n. 12", "1.234", "12,5", "€ 1.234,50", "n. 25 posti".
func number(c *workbook.Cell) (float64, bool) {
	switch c.Kind {
	case workbook.Number:
		return c.Num, c.Format != workbook.TimeOfDay
	case workbook.Text:
		v, _, ok := amount(unlabelled(c.Text))
		return v, ok
	}
	return 0, false
}

// unlabelled takes off what people write before a figure: "n.", "nr", "tot.", "circa".
func unlabelled(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, p := range []string{"n.", "n°", "nº", "nr.", "nr", "num.", "tot.", "tot", "totale", "circa", "ca.", "ca", "€", "~", "=", "ore", "h.", "h", "n",
		"voto", "punteggio", "punti", "pt.", "p."} {
		if rest, ok := strings.CutPrefix(s, p); ok {
			rest = strings.TrimLeft(rest, " :.\u00a0")
			if rest != "" && (rest[0] >= '0' && rest[0] <= '9') {
				return rest
			}
		}
	}
	return s
}

// parted is a figure whose thousands are parted by blanks.
var parted = regexp.MustCompile(`^\d{1,3}(?: \d{3})+(?:,\d+)?$`)

// numberWord reads a number written out in words, "dodici"; none of the tens and ones of Italian is left out
// up to a hundred.
func numberWord(s string) (float64, bool) {
	v, ok := numberWords[s]
	return v, ok
}

var numberWords = spellNumbers()

func spellNumbers() map[string]float64 {
	low := strings.Fields("zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove")
	out := map[string]float64{"una": 1, "un": 1, "cento": 100}
	for i, w := range low {
		out[w] = float64(i)
	}
	for i, ten := range strings.Fields("venti trenta quaranta cinquanta sessanta settanta ottanta novanta") {
		base := float64(20 + 10*i)
		out[ten] = base
		for d, w := range low[1:10] {
			stem := ten
			if w == "uno" || w == "otto" {
				stem = ten[:len(ten)-1] // "ventuno"
			}
			out[stem+w] = base + float64(d+1)
		}
		out[ten[:len(ten)-1]+"uno"] = base + 1
	}
	return out
}

// amount reads the figure that a text begins with, in Italian or English style, and gives the rest.
// A dot before exactly three digits parts thousands, as Italian does; any other dot or comma that
// stands once is decimal.
func amount(s string) (v float64, rest string, ok bool) {
	s = strings.TrimSpace(s)
	if strings.IndexByte(s, ' ') > 0 && parted.MatchString(s) {
		s = strings.ReplaceAll(s, " ", "")
	}
	if len(s) > 1 && (s[0] == '.' || s[0] == ',') {
		s = "0" + s
	}
	i := 0
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		i++
	}
	start := i
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || (s[i] == '.' || s[i] == ',' || s[i] == '\'') && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9') {
		i++
	}
	if i == start || i-start > 24 {
		return 0, s, false
	}
	digits, ok := plainFigure(s[start:i])
	if !ok {
		return 0, s, false
	}
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return 0, s, false
	}
	if start > 0 && s[0] == '-' {
		v = -v
	}
	return v, strings.TrimSpace(s[i:]), true
}

// plainFigure takes thousands marks out and makes the decimal mark a dot.
func plainFigure(s string) (string, bool) {
	s = strings.ReplaceAll(s, "'", "")
	dots, commas := strings.Count(s, "."), strings.Count(s, ",")
	switch {
	case dots > 0 && commas > 0:
		if strings.LastIndexByte(s, '.') > strings.LastIndexByte(s, ',') {
			if dots > 1 || !thousands(s[:strings.IndexByte(s, '.')], ',') {
				return "", false
			}
			return strings.ReplaceAll(s, ",", ""), true
		}
		if commas > 1 || !thousands(s[:strings.IndexByte(s, ',')], '.') {
			return "", false
		}
		return strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1), true
	case commas == 1:
		return strings.Replace(s, ",", ".", 1), true
	case commas > 1:
		return strings.ReplaceAll(s, ",", ""), thousands(s, ',')
	case dots > 1:
		return strings.ReplaceAll(s, ".", ""), thousands(s, '.')
	case dots == 1 && thousands(s, '.') && s[0] != '0':
		return strings.Replace(s, ".", "", 1), true
	}
	return s, s[0] != '.'
}

// thousands says that the marks part groups of three digits.
func thousands(s string, mark byte) bool {
	groups := strings.Split(s, string(mark))
	if len(groups[0]) < 1 || len(groups[0]) > 3 {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return true
}
