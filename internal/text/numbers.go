package text

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Int writes a whole number with the language's thousands mark: 12.345 or 12,345.
func (c *Catalogue) Int(n int) string { return c.Number(float64(n), 0) }

// Number writes a number with a fixed count of decimals, half away from zero: 1.234,5 or 1,234.5.
// The minus is the true one, «−».
func (c *Catalogue) Number(v float64, decimals int) string {
	scale := math.Pow10(decimals)
	v = math.Round(v*scale) / scale
	s := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, frac, _ := strings.Cut(s, ".")
	thousands, decimal := ".", ","
	if c.Lang == "en" {
		thousands, decimal = ",", "."
	}
	var b strings.Builder
	if v < 0 {
		b.WriteString("−")
	}
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(thousands)
		}
		b.WriteRune(d)
	}
	if frac != "" {
		b.WriteString(decimal)
		b.WriteString(frac)
	}
	return b.String()
}

// Percent writes a share as a percentage without a blank: 84% or 2,6%. Over a positive share it never
// says 0%, under a whole never 100%.
func (c *Catalogue) Percent(share float64, decimals int) string {
	v := share * 100
	smallest := math.Pow10(-decimals)
	rounded := math.Round(v/smallest) * smallest
	if share > 0 && rounded < smallest/2 {
		return c.Msg("percent.below", "p", c.Number(smallest, decimals))
	}
	if share < 1 && rounded > 100-smallest/2 {
		v = 100 - smallest
	}
	return c.Number(v, decimals) + "%"
}

// Word writes a number up to twelve as a word ("dodici"), a larger one in digits. In Italian one is
// "uno": a text that needs "un" or "una" has its own singular form.
func (c *Catalogue) Word(n int) string {
	if n < 0 || n > 12 {
		return c.Int(n)
	}
	return c.Msg("number." + strconv.Itoa(n))
}

// MonthName gives "marzo" for "2018-03" and MonthShort "mar".
func (c *Catalogue) MonthName(month string) string { return c.Msg("month." + monthOf(month)) }

// MonthShort gives "mar" for "2018-03".
func (c *Catalogue) MonthShort(month string) string { return c.Msg("month.short." + monthOf(month)) }

// MonthYear gives "marzo 2018" for "2018-03".
func (c *Catalogue) MonthYear(month string) string {
	if len(month) < 7 {
		return month
	}
	return c.MonthName(month) + " " + month[:4]
}

func monthOf(month string) string {
	if len(month) < 7 {
		return month
	}
	return month[5:7]
}

// Day writes a day as 29/03/2018 in both languages: the figures are of an Italian programme.
func (c *Catalogue) Day(t time.Time) string { return t.Format("02/01/2006") }

// List joins words as a sentence does: "a, b e c".
func (c *Catalogue) List(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + c.Msg("and") + " " + words[last]
}
