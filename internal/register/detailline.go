package register

import (
	"regexp"
	"slices"
	"strings"

	"formare/internal/workbook"
)

// Under a course's title a line often tells nothing but facts about it, one after the other and without a
// word for each: "Cod. CA03 – dal 01/02/2024 al 22/02/2024 – durata 16 ore – c/o Foligno", "COD. PG-05 -
// 20/03/2025 - ORE 6", "Foligno, 10 dicembre 2024, ore 5".

var (
	factBreak   = regexp.MustCompile(`\s*[;|•\n]\s*|\s+[-–—]\s+`)
	wholeHours  = regexp.MustCompile(`(?i)^(?:durata\s*:?\s*|per\s+)?(?:complessiv[ae]\s+|totale\s+)?(?:di\s+)?(?:(?:n\.?\s*)?(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:ore|h)|(?:ore|h)\s*[.:]?\s*(?:n\.?\s*)?(\d{1,3}(?:[.,]\d{1,2})?))\.?(?:\s+(?:complessive|totali|formative|di\s+(?:corso|formazione|lezione)))?$`)
	beforeADay  = regexp.MustCompile(`(?i)^(?:(?:svolt[oa]|tenut[oa]|in\s+data|data|giorno|del|il|nel)\s+)+`)
	atDistance  = regexp.MustCompile(`(?i)^(?:(?:in\s+)?modalit(?:à|a'?)\s+)?(?:fad|on[\s-]?line|a\s+distanza|da\s+remoto|webinar|in\s+presenza)$`)
	wholePlace  = regexp.MustCompile(`(?i)^(?:c/o|presso|sede(?:\s+di)?|luogo|aula)\s*[:.]?\s+(\S.*)$`)
	codeAlone   = regexp.MustCompile(`^[\p{L}\d][\p{L}\d/_.\-]{0,19}$`)
	detailField = []Field{CourseCode, Edition, Period, StartDate, EndDate, HoursPlanned, Venue, VenueComune, Kind, Month}
)

// detailLine reads a text that holds nothing but two or more facts about a course. A place by itself is one
// where isComune knows it, and the first part may be the course's title.
func (l *Lexicon) detailLine(text string, row, col int, isComune, isTitle func(string) bool) []Label {
	if len(text) > 200 || strings.ContainsAny(text, "\"“«") {
		return nil
	}
	var out []Label
	facts := 0
	take := func(part string) bool {
		f, value, ok := l.fact(part, isComune)
		if !ok || f != None && tells(out, f) {
			return false
		}
		if facts++; f != None {
			out = append(out, l.textLabel(f, value, row, col))
		}
		return true
	}
	for i, part := range factBreak.Split(text, -1) {
		if part = strings.TrimSpace(part); part == "" || take(part) {
			continue
		}
		if i == 0 && isTitle != nil && isTitle(part) {
			out = append(out, l.textLabel(CourseTitle, part, row, col))
			continue
		}
		for _, piece := range strings.Split(part, ", ") {
			if piece = strings.TrimSpace(piece); piece != "" && !take(piece) {
				return nil
			}
		}
	}
	has := fieldSet{}
	for _, o := range out {
		has[o.Field] = true
	}
	if facts < 2 || !has[Period] && !has[StartDate] && !has[HoursPlanned] || !has[Period] && !has[HoursPlanned] && !has[CourseCode] {
		return nil // "Terni, 12 aprile 2017" dates a letter
	}
	return withoutHour(out)
}

// factsAfter takes the facts off a title that stand behind it, each after a dash: "La rete - dal 3/4/2025 al
// 24/4/2025 - 8 ore".
func (l *Lexicon) factsAfter(title string, row, col int) (string, []Label) {
	var out []Label
	for {
		breaks := factBreak.FindAllStringIndex(title, -1)
		if len(breaks) == 0 {
			return title, out
		}
		last := breaks[len(breaks)-1]
		f, value, ok := l.fact(title[last[1]:], nil)
		if !ok || !titleLike(title[:last[0]]) {
			return title, out
		}
		if title = title[:last[0]]; f != None && !tells(out, f) {
			out = append(out, l.textLabel(f, value, row, col))
		}
	}
}

// fact reads one fact about a course. One that tells nothing we keep has no field.
func (l *Lexicon) fact(part string, isComune func(string) bool) (Field, string, bool) {
	part = strings.Trim(part, " .,")
	if in := strings.TrimSuffix(strings.TrimPrefix(part, "("), ")"); len(in) == len(part)-2 {
		part = in
	}
	if name, value, colon := cutLabel(part); colon {
		field, known := l.labelName(name)
		return field, value, known && value != "" && slices.Contains(detailField, field)
	}
	if m := wholeHours.FindStringSubmatch(part); m != nil {
		return HoursPlanned, m[1] + m[2], true
	}
	bare := beforeADay.ReplaceAllString(part, "")
	if p := periodInText.FindString(part); p != "" && p == part {
		return Period, p, true
	}
	if d := dayInText.FindString(bare); d != "" && d == bare && dayIn(d, l.months) {
		return StartDate, d, true
	}
	if month, _ := l.monthIn(bare); month > 0 && len(tokens(bare)) <= 2 {
		return Month, bare, true
	}
	if m := wholePlace.FindStringSubmatch(part); m != nil && len(tokens(part)) <= 8 {
		return Venue, m[1], true
	}
	if atDistance.MatchString(part) {
		if strings.Contains(strings.ToLower(part), "presenza") {
			return None, "", true
		}
		return Kind, "fad", true
	}
	if clock := clockTimes.FindString(part); clock != "" && len(tokens(strings.Replace(part, clock, "", 1))) <= 1 {
		return None, "", true
	}
	if f, v := l.bareLabel(part); f == Edition || f == HoursPlanned || f == CourseCode && codeAlone.MatchString(v) {
		return f, v, true
	}
	if isComune != nil && isComune(part) {
		return VenueComune, part, true
	}
	return None, "", false
}

// withoutHour leaves out "ore 9" beside a single day: it is when the day begins.
func withoutHour(found []Label) []Label {
	day := slices.ContainsFunc(found, func(o Label) bool { return o.Field == StartDate })
	return slices.DeleteFunc(found, func(o Label) bool {
		return day && o.Field == HoursPlanned && (o.Value.Text == "9" || o.Value.Text == "10") && len(found) == 2
	})
}

// detailsOf reads a row whose only text is nothing but facts about a course.
func (r *recogniser) detailsOf(l *line, cells []workbook.Cell) []Label {
	only := -1
	for i := range cells {
		if blank(&cells[i]) {
			continue
		}
		if only >= 0 || cells[i].Kind != workbook.Text {
			return nil
		}
		only = i
	}
	if only < 0 {
		return nil
	}
	return r.lex.detailLine(textOf(&cells[only]), l.number, cells[only].Col, r.opt.IsComune, r.titleText)
}
