package figure

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"formare/internal/disclosure"
	"formare/internal/text"
)

// words writes what figures say, in the catalogue's language.
type words struct{ cat *text.Catalogue }

func (w words) msg(id string, pairs ...string) string { return w.cat.Msg(id, pairs...) }

func (w words) count(id string, n int, pairs ...string) string { return w.cat.Count(id, n, pairs...) }

func (w words) int(n int) string { return w.cat.Int(n) }

// whole writes a number without decimals.
func (w words) whole(v float64) string { return w.cat.Number(v, 0) }

// hours are whole, with one decimal below a hundred where there is one.
func (w words) hours(v float64) string {
	if v < 100 && math.Abs(v-math.Round(v)) >= 0.05 {
		return w.cat.Number(v, 1)
	}
	return w.whole(v)
}

// short writes numbers of seven digits and more in millions; the whole value stands in the data.
func (w words) short(v float64) string {
	if v >= 1e6 {
		return w.msg("figure.million.short", "n", w.cat.Number(v/1e6, 1))
	}
	return w.whole(v)
}

// percent writes a share by the house's rule: without decimals on a small base, with one if the value
// is below 10% or the base is 1,000 or more.
func (w words) percent(share, base float64) string {
	if share > 0 && share < 1 && (base >= 1000 || share < 0.1 && base >= 100) {
		return w.cat.Percent(share, 1)
	}
	return w.cat.Percent(share, 0)
}

// thePercent writes a percentage with the article that its sound asks for: «il 77%», «l'84%», «lo 0%»,
// «l'1%», «l'11%». What begins with a word («meno dell'1%») and English have none.
func (w words) thePercent(share, base float64) string {
	s := w.percent(share, base)
	if w.cat.Lang != "it" {
		return s
	}
	whole, _, _ := strings.Cut(strings.TrimSuffix(s, "%"), ",")
	switch {
	case s[0] < '0' || s[0] > '9':
		return s
	case whole == "1" || whole == "11" || s[0] == '8':
		return "l'" + s
	case s[0] == '0':
		return "lo " + s
	}
	return "il " + s
}

// capital makes a sentence's first letter a capital.
func (w words) capital(s string) string {
	if s == "" {
		return s
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func (w words) word(n int) string { return w.cat.Word(n) }

// cell writes a value as it may be shown.
func (w words) cell(c cell, minCell int) string {
	switch {
	case c.mark == disclosure.Small:
		return w.small(minCell)
	case c.mark == disclosure.Protected:
		return w.msg("figure.protected")
	case !c.known:
		return w.msg("figure.unknown")
	case c.mark == disclosure.Rounded:
		return w.msg("figure.about", "n", w.short(c.num))
	}
	return w.short(c.num)
}

func (w words) small(minCell int) string { return "<" + strconv.Itoa(minCell) }

// period writes «aprile 2017 – marzo 2018», or the one month.
func (w words) period(months []string) string {
	switch len(months) {
	case 0:
		return ""
	case 1:
		return w.cat.MonthYear(months[0])
	}
	return w.cat.MonthYear(months[0]) + " – " + w.cat.MonthYear(months[len(months)-1])
}

// inMonth writes «ad agosto», «a marzo», «in March»; with the year where the period has that month twice.
func (w words) inMonth(month string, period []string) string {
	name := w.monthIn(month, period)
	if w.cat.Lang == "it" && strings.HasPrefix(name, "a") {
		return w.msg("figure.in_month.vowel", "month", name)
	}
	return w.msg("figure.in_month", "month", name)
}

// monthIn names a month of a period: the year is said only where it is needed.
func (w words) monthIn(month string, period []string) string {
	if len(period) > 12 {
		return w.cat.MonthYear(month)
	}
	return w.cat.MonthName(month)
}

// inMonths joins them: «ad agosto e a dicembre».
func (w words) inMonths(months, period []string) string {
	var all []string
	for _, m := range months {
		all = append(all, w.inMonth(m, period))
	}
	return w.cat.List(all)
}

// lastDay writes the last day of a month as 30/06/2017.
func (w words) lastDay(month string) string {
	t, err := time.Parse("2006-01", month)
	if err != nil {
		return month
	}
	return w.cat.Day(t.AddDate(0, 1, -1))
}

// monthsInWords writes «dodici mesi», «un mese».
func (w words) monthsInWords(n int) string {
	return w.count("figure.months_in_words", n, "word", w.word(n))
}

// name writes a name from the data: a hyphen between blanks is a dash in print.
func name(s string) string { return strings.ReplaceAll(s, " - ", " – ") }

// lower begins a label inside a sentence with a small letter, unless it is a short form such as ANCI.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	if unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
