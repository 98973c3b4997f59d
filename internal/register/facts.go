package register

import (
	"regexp"
	"slices"
	"strings"

	"formare/internal/workbook"
)

// Under or behind a course's title its code, hours and days may stand without a word that names each:
// "18 ore, dal 06/05/2022 al 18/05/2022", "La rete dei servizi cod. A12/3 ore 24".

var (
	codeAtEnd  = regexp.MustCompile(`(?i)[\s,;–-]+\(?cod(?:ice)?\.?\s*(?:corso\s*)?[:.]?\s*([\p{L}\d][\p{L}\d/_.\-]*\d[\p{L}\d/_.\-]*)\)?$`)
	hoursAtEnd = regexp.MustCompile(`(?i)(?:[,;–-]|\s)+\(?(?:(?:ore|h)[\s:.]*(\d{1,3}(?:[.,]\d{1,2})?)|(?:[,;–-]\s*|\()(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:ore|h))\.?\)?$`)
)

// factsLine reads a text that holds nothing but a course's hours and days.
func (l *Lexicon) factsLine(text string, row, col int) []Label {
	if len(text) > 120 {
		return nil
	}
	found := l.withDetails(nil, text, row, col)
	if len(found) == 0 || !slices.ContainsFunc(found, func(f Label) bool { return f.Field == HoursPlanned }) {
		return nil // a day alone may be that of the list
	}
	rest := periodInText.ReplaceAllString(text, " ")
	rest = hoursInText.ReplaceAllString(dayInText.ReplaceAllString(rest, " "), " ")
	for _, w := range tokens(rest) {
		switch w {
		case "di", "del", "della", "il", "in", "data", "durata", "totale", "totali", "complessive", "formative", "formazione", "per", "un", "e", "corso", "periodo":
		default:
			return nil
		}
	}
	return found
}

// factsOfLine reads a row in which every cell holds nothing but a course's hours and days: several where
// tables stand side by side.
func (r *recogniser) factsOfLine(l *line, cells []workbook.Cell) (out []Label) {
	for i := range cells {
		if blank(&cells[i]) {
			continue
		}
		found := []Label(nil)
		if cells[i].Kind == workbook.Text {
			found = r.lex.factsLine(textOf(&cells[i]), l.number, cells[i].Col)
		}
		if len(found) == 0 {
			return nil
		}
		out = append(out, found...)
	}
	return out
}

// factsBehind takes a course's code and hours off the end of its title.
func (l *Lexicon) factsBehind(title string, row, col int) (string, []Label) {
	var out []Label
	for range 3 {
		if m := codeAtEnd.FindStringSubmatchIndex(title); m != nil && titleLike(title[:m[0]]) {
			out = append(out, l.textLabel(CourseCode, title[m[2]:m[3]], row, col))
			title = title[:m[0]]
		} else if m := hoursAtEnd.FindStringSubmatchIndex(title); m != nil && titleLike(title[:m[0]]) {
			from, to := m[2], m[3]
			if from < 0 {
				from, to = m[4], m[5]
			}
			out = append(out, l.textLabel(HoursPlanned, title[from:to], row, col))
			title = title[:m[0]]
		} else {
			break
		}
	}
	return strings.TrimRight(title, " ,;–-"), out
}

// placeIn finds the comune that stands by itself in a sentence with a title in quotation marks.
func (r *recogniser) placeIn(found []Label, l *line, cells []workbook.Cell) []Label {
	if r.opt.IsComune == nil || len(found) < 2 || slices.ContainsFunc(found, func(f Label) bool { return f.Field == Venue || f.Field == VenueComune }) {
		return found
	}
	for i := range cells {
		_, _, after, ok := cutQuoted(textOf(&cells[i]))
		if !ok || cells[i].Kind != workbook.Text {
			continue
		}
		for _, part := range strings.FieldsFunc(after, func(c rune) bool { return strings.ContainsRune(",;–—-", c) }) {
			if part = strings.TrimSpace(part); part != "" && r.opt.IsComune(part) {
				return append(found, r.lex.textLabel(VenueComune, part, l.number, cells[i].Col))
			}
		}
	}
	return found
}
