package register

import (
	"regexp"
	"slices"
	"strings"

	"formare/internal/workbook"
)

// A sentence above a table may tell several things at once: "12 ore, dal 8 al 23/11/2021, 2 ore a lezione".

var (
	eachSession = regexp.MustCompile(`(?i)(?:ogni|ciascun[ao]?|singol[ao])\s+(?:lezione|incontro|giornata|modulo|sessione)\D{0,20}?(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:ore|h)\b|(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:ore|h)\s*(?:a|per|ad|al|ogni|di)\s+(?:lezione|incontro|giornata|sessione)|(?:incontri|lezioni|giornate|sessioni|moduli)\s+(?:di|da)\s+(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:ore|h)\b`)
	leadingDay  = regexp.MustCompile(`(?i)^(?:(?:il|del|giorno|data|lun|mar|mer|gio|ven|sab|dom)[\p{L}ì]*\.?\s+)*\d{1,2}(?:[/.\-]\d{1,2}[/.\-]\d{2,4}|°?\s+\p{L}{3,9}\s+\d{4})`)
	clockTimes  = regexp.MustCompile(`\d{1,2}[:.]\d{2}\s*[-–]\s*\d{1,2}[:.]\d{2}|(?i:dalle\s+(?:ore\s+)?\d{1,2}(?:[:.]\d{2})?\s+alle\s+(?:ore\s+)?\d{1,2}(?:[:.]\d{2})?)`)
)

// spread parts labels whose value tells more than their field: hours with a period, a period with hours.
func (l *Lexicon) spread(found []Label) []Label {
	has := func(f Field) bool { return slices.ContainsFunc(found, func(o Label) bool { return o.Field == f }) }
	for i := range found {
		v := &found[i]
		if v.Value.Kind != workbook.Text || v.Field != HoursPlanned && v.Field != Period && v.Field != StartDate {
			continue
		}
		text, row, col := v.Value.Text, v.Row, v.Value.Col
		if m := eachSession.FindStringSubmatch(text); m != nil {
			if !has(SessionHours) {
				found = append(found, l.textLabel(SessionHours, m[1]+m[2]+m[3]+" ore", row, col))
			}
			text = strings.Replace(text, m[0], " ", 1)
		}
		period, hours := periodInText.FindString(text), hoursInText.FindStringSubmatch(text)
		switch v = &found[i]; {
		case v.Field == HoursPlanned && period != "" && hours != nil:
			v.Value.Text = hours[1] + hours[2]
			if !has(Period) {
				found = append(found, l.textLabel(Period, period, row, col))
			}
		case v.Field == Period && period != "" && hours != nil:
			v.Value.Text = period
			if !has(HoursPlanned) {
				found = append(found, l.textLabel(HoursPlanned, hours[1]+hours[2], row, col))
			}
		}
	}
	return found
}

// unlabelled reads what lines without a label tell of a course's days: a day at the line's beginning with
// its times, the length of a session anywhere.
func (l *Lexicon) unlabelledDays(text string, row, col int) []Label {
	var out []Label
	if len(text) > 120 {
		return nil
	}
	if m := eachSession.FindStringSubmatch(text); m != nil {
		out = append(out, l.textLabel(SessionHours, m[1]+m[2]+m[3]+" ore", row, col))
	}
	if day := leadingDay.FindString(text); day != "" && dayIn(day, l.months) {
		out = append(out, l.textLabel(StartDate, dayOf(day), row, col))
		if times := clockTimes.FindString(text); times != "" {
			out = append(out, l.textLabel(SessionHours, times, row, col))
		} else if hours := hoursOfDay(text[len(day):]); hours != "" {
			out = append(out, l.textLabel(HoursPlanned, hours, row, col))
		}
	}
	return out
}

// hoursOfDay gives the hours told behind a day. "ore 9" may be when it begins; so early as "ore 6" nothing does.
func hoursOfDay(text string) string {
	m := hoursInText.FindStringSubmatch(text)
	switch {
	case m == nil:
		return ""
	case m[1] != "":
		return m[1]
	case len(m[2]) == 1 && m[2] < "8":
		return m[2]
	}
	return ""
}

// dayOf drops what stands before a day.
func dayOf(text string) string {
	if m := dayInText.FindString(text); m != "" {
		return m
	}
	return text
}

// daysOfLine reads a line with one text, where no label is.
func (r *recogniser) daysOfLine(l *line, cells []workbook.Cell) []Label {
	var only *workbook.Cell
	for i := range cells {
		if blank(&cells[i]) {
			continue
		}
		if only != nil {
			return nil
		}
		only = &cells[i]
	}
	if only == nil || only.Kind != workbook.Text {
		return nil
	}
	return r.lex.unlabelledDays(textOf(only), l.number, only.Col)
}
