package page

import (
	"regexp"
	"strconv"
	"strings"

	"formare/internal/report/readable"
	"formare/internal/text"
)

// keyFor sorts a cell: a number, or a date as one. It tells no more than the cell's words do.
func keyFor(c readable.Cell, words *text.Catalogue) string {
	switch c.Form {
	case readable.Day, readable.Month:
		return strings.ReplaceAll(c.Raw, "-", "")
	case readable.Number, readable.Share, readable.Plain:
		return keyOf(c.Text, words)
	}
	return ""
}

var numeral = regexp.MustCompile(`^[−+-]?\d+(\.\d+)?%?$`)

// keyOf reads a number, "1.234,5", "84%", "circa 560", or a month, "aprile 2017", as the language writes them;
// "" for all other words.
func keyOf(s string, words *text.Catalogue) string {
	before, after, _ := strings.Cut(words.Msg("figure.about"), "{n}")
	s = strings.TrimSuffix(strings.TrimPrefix(s, before), after)
	if month := monthKey(s, words); month != "" {
		return month
	}
	thousands, decimal := ".", ","
	if words.Lang == "en" {
		thousands, decimal = ",", "."
	}
	s = strings.Replace(strings.ReplaceAll(s, thousands, ""), decimal, ".", 1)
	if !numeral.MatchString(s) {
		return ""
	}
	return strings.TrimPrefix(strings.TrimSuffix(strings.Replace(s, "−", "-", 1), "%"), "+")
}

func monthKey(s string, words *text.Catalogue) string {
	name, year, _ := strings.Cut(s, " ")
	if _, err := strconv.Atoi(year); len(year) != 4 || err != nil {
		return ""
	}
	for m := 1; m <= 12; m++ {
		month := year + "-" + twoDigits(m)
		if strings.EqualFold(name, words.MonthName(month)) || strings.EqualFold(name, words.MonthShort(month)) {
			return year + twoDigits(m)
		}
	}
	return ""
}

func twoDigits(n int) string { return strconv.Itoa(n/10) + strconv.Itoa(n%10) }
