package normalise

import (
	"regexp"
	"strings"
)

// teacher matches what people add to a title about who holds the course, set apart from it: "… - docente avv.
// Bianchi", "… (a cura di Anna Bianchi)". It is a person's name and no part of the title; «Formazione docenti»
// has no such mark and stays.
var teacher = regexp.MustCompile(`(?i:(?:\s*[-–—,;(|/]\s*|\s+con\s+(?:l[ae']\s*)?)(?:docent[ei]|relatore|relatrice|relatori|formatore|formatrice|tutor|insegnante|` +
	`esperto|esperta|referente|conduttore|conduttrice|a cura (?:di|del|della|dell['’])|condotto da|condotta da|tenuto da|tenuta da|rif\.|ref\.)(?:\s*:)?\s+` +
	`(?:\p{L}+\.\s*(?:ssa\s+)?)?)\p{Lu}.*$`)

// withoutTeacher cuts off a title who teaches.
func withoutTeacher(title string) string {
	if at := teacher.FindStringIndex(title); at != nil && at[0] > 0 {
		return strings.TrimRight(title[:at[0]], " -–—,;(|/")
	}
	return title
}

// hoursBehind matches the hours of a course in brackets behind its title.
var hoursBehind = regexp.MustCompile(`(?i)^(.*\S)\s*[(\[]\s*(?:durata:?\s*)?(?:(?:ore|h)\.?\s*(\d{1,3}(?:[.,]\d{1,2})?)|(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:ore|h)\.?)\s*[)\]]$`)

// withoutHours cuts the hours off a title and gives them, 0 when it has none.
func withoutHours(title string) (string, float64) {
	m := hoursBehind.FindStringSubmatch(title)
	if m == nil {
		return title, 0
	}
	hours, _, ok := amount(m[2] + m[3])
	if !ok || hours <= 0 {
		return title, 0
	}
	return m[1], hours
}

// contact matches the person to be asked that people write beside an office: "(rif. Bianchi Anna)".
var contact = regexp.MustCompile(`(?i)\s*[-–—,;(|/]\s*(?:rif|ref|referente|c\.\s?a|alla c\.\s?a|att\.ne)\b[.:]?\s.*$`)

// officeOnly gives the office that a text names, without the person to ask for; "" for what is no office but an
// address of e-mail or a telephone number.
func officeOnly(text string) string {
	if at := contact.FindStringIndex(text); at != nil && at[0] > 0 {
		text = text[:at[0]]
	}
	if mayIdentify(text) && identifies.MatchString(text) {
		return ""
	}
	return text
}
