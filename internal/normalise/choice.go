package normalise

import (
	"regexp"
	"slices"
	"strings"

	"formare/internal/workbook"
)

var numbered = regexp.MustCompile(`^(?:attestato|certificato|prot|protocollo|n|nr|num)\b.*\d`)

// documentNumber is that of an act and its year: "12/2022".
var documentNumber = regexp.MustCompile(`^\d{1,5}/(?:19|20)\d{2}$`)

// yesNo reads a cell of a yes/no column. A date or a protocol number in it is a yes: when, or under
// which number, the thing was done.
func (r *reader) yesNo(c *workbook.Cell) (yes, ok bool) {
	switch c.Kind {
	case workbook.Bool:
		return c.Num != 0, true
	case workbook.Number:
		return c.Num != 0, c.Num >= 0
	case workbook.Date:
		return true, true
	case workbook.Text:
		v := r.yesNos.get(c.Text, r.yesNoText)
		return v.yes, v.ok
	}
	return false, false
}

func (r *reader) yesNoText(text string) yesNoRead {
	yes, no := yesNoRead{true, true}, yesNoRead{false, true}
	text = strings.TrimSpace(text)
	f := fold(text)
	switch {
	case tick(text), r.lex.yes[f]:
		return yes
	case r.lex.no[f]:
		return no
	case numbered.MatchString(f), documentNumber.MatchString(text):
		return yes
	}
	if s := r.dateText(text, courseDate); !s.Start.IsZero() {
		return yes
	}
	return firstWordSays(strings.Fields(f))
}

// firstWordSays reads what begins as a yes or a no: "sì, il 12 marzo", "no (assenze)", "da rilasciare".
func firstWordSays(words []string) yesNoRead {
	if len(words) == 0 || len(words) > 8 {
		return yesNoRead{}
	}
	if words[0] == "att" || words[0] == "attestato" || words[0] == "gia" || words[0] == "certificato" {
		if words = words[1:]; len(words) == 0 {
			return yesNoRead{}
		}
	}
	switch words[0] {
	case "rilasciato", "rilasciata", "rilasc", "consegnato", "consegnata", "consegn", "inviato", "inviata", "spedito", "spedita", "firmato", "emesso", "conseguito", "ottenuto":
		return yesNoRead{true, true}
	}
	if len(words) == 1 {
		return yesNoRead{}
	}
	if words[0] == "da" && !slices.Contains(toDo, words[1]) {
		return yesNoRead{} // "da verificare"
	}
	switch words[0] {
	case "si", "yes":
		return yesNoRead{true, true}
	case "no", "non", "not", "da", "in", "senza", "mai", "nessun":
		return yesNoRead{false, true}
	}
	return yesNoRead{}
}

// toDo is what is still to be done with a certificate.
var toDo = []string{"rilasciare", "consegnare", "ritirare", "fare", "stampare", "inviare", "spedire", "firmare", "emettere", "preparare"}

func tick(s string) bool {
	switch s {
	case "✓", "✔", "☑", "√", "✅", "☒", "•", "*":
		return true
	}
	return false
}

// An outcome is what a cell of an outcome column says: a status, and whether it tells of a certificate.
type outcome struct {
	status      string
	certificate *bool
	share       *float64 // a share of presence in a status column
}

// headings whose yes and no mean a status each.
var statusHeadings = []struct {
	words   []string
	yes, no string
}{
	{[]string{"non idone", "non complet", "non superat", "non conclus", "respint", "bocciat"}, "attended", ""},
	{[]string{"assent"}, "enrolled", ""},
	{[]string{"ritir", "abband", "rinunc", "withdr"}, "withdrawn", ""},
	{[]string{"complet", "conclus", "idone", "superat", "terminat", "esito", "passed", "formato", "promoss"}, "completed", "attended"},
	{[]string{"frequent", "frequenz", "presen", "partecip", "attend"}, "attended", "enrolled"},
	{[]string{"iscri", "ammess", "enrol"}, "enrolled", ""},
}

// outcome reads a cell of an outcome column, whose heading says what a bare yes or no means.
func (r *reader) outcome(c *workbook.Cell, heading string) (outcome, bool) {
	switch {
	case c.Kind == workbook.Number && c.Format == workbook.Percent:
		v := c.Num
		return outcome{share: &v}, v >= 0 && v <= 1
	case c.Kind == workbook.Text:
		v := r.outcomes.get(c.Text, func(s string) outcomeRead {
			out, ok := r.outcomeText(s)
			return outcomeRead{out, ok && !bare(fold(s))}
		})
		if v.ok {
			return v.outcome, true
		}
	}
	if c.Kind == workbook.Text && !bare(fold(c.Text)) && !tick(strings.TrimSpace(c.Text)) {
		return outcome{}, false // its words have been read
	}
	yes, ok := r.yesNo(c)
	if !ok || c.Kind == workbook.Date {
		if c.Kind == workbook.Text {
			return r.outcomeText(c.Text)
		}
		return outcome{}, false
	}
	h := fold(heading)
	for _, s := range statusHeadings {
		for _, w := range s.words {
			if strings.Contains(h, w) {
				if yes {
					return outcome{status: s.yes}, true
				}
				return outcome{status: s.no}, true
			}
		}
	}
	if yes {
		return outcome{status: "attended"}, true
	}
	return outcome{status: "enrolled"}, true
}

// bare says that a word is a mere yes or no, whose meaning the heading gives.
func bare(f string) bool {
	switch f {
	case "si", "s", "no", "n", "x", "xx", "v", "y", "ok", "o k", "okay", "sii", "1", "0", "vero", "falso", "true", "false", "yes", "p", "a":
		return true
	}
	return false
}

// kind reads the kind of a course: a word of the lexicon, or the first one that the text begins with.
func (l *Lexicon) courseKind(text string) (string, bool) {
	f := fold(text)
	if k, ok := l.kind[f]; ok {
		return k, true
	}
	words := strings.Fields(f)
	for n := min(len(words), 4); n > 0; n-- {
		if k, ok := l.kind[strings.Join(words[:n], " ")]; ok {
			return k, true
		}
	}
	for _, w := range words {
		if k, ok := l.kind[w]; ok && len(w) > 3 {
			return k, true
		}
	}
	return "", false
}

// titleKind gives the kind that a course's title begins with: "Seminario: …"; "" if with none.
func (l *Lexicon) titleKind(title string) string {
	first, _, _ := strings.Cut(fold(title), " ")
	switch first {
	case "corso", "seminario", "workshop", "incontro", "laboratorio", "fad", "convegno", "webinar":
		return l.kind[first]
	}
	return ""
}

// headerKind gives the kind of event that the header of a column of titles names: "Corso FAD", "Workshop"; "" for the
// words that are used of any.
func (l *Lexicon) headerKind(header string) string {
	for _, w := range strings.Fields(fold(header)) {
		switch w {
		case "fad", "webinar", "seminario", "workshop", "convegno", "laboratorio", "elearning":
			return l.kind[w]
		}
	}
	return ""
}

// genderOf reads a gender; "" if it is none.
func (l *Lexicon) genderOf(text string) string { return l.gender[fold(text)] }

var (
	editionWords = regexp.MustCompile(`\b(?:edizione|edizioni|ediz|ed|edition|n|nr|num|gruppo)\b`)
	roman        = map[string]string{"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10", "xi": "11", "xii": "12"}
	ordinals     = map[string]string{"prima": "1", "seconda": "2", "terza": "3", "quarta": "4", "quinta": "5", "sesta": "6", "settima": "7",
		"ottava": "8", "nona": "9", "decima": "10", "primo": "1", "secondo": "2", "unica": "1", "first": "1", "second": "2", "third": "3",
		"1a": "1", "2a": "2", "3a": "3", "4a": "4", "5a": "5", "1o": "1", "2o": "2", "3o": "3", "1st": "1", "2nd": "2", "3rd": "3"}
)

// edition gives an edition's short form: "Edizione 2", "II", "2ª ed." and "seconda" are "2".
func edition(text string) string {
	s := strings.Join(strings.Fields(editionWords.ReplaceAllString(fold(text), " ")), " ")
	if v, ok := roman[s]; ok {
		return v
	}
	if v, ok := ordinals[s]; ok {
		return v
	}
	if s = strings.ReplaceAll(s, " ", "-"); s != "" && strings.Trim(s, "0123456789") == "" {
		if s = strings.TrimLeft(s, "0"); s == "" {
			return "0"
		}
	}
	return s
}

var hyphens = strings.NewReplacer("–", "-", "—", "-", "‐", "-", "‑", "-")

// courseCode writes a code in upper case with inner blanks as one hyphen.
func courseCode(text string) string {
	s := hyphens.Replace(strings.ToUpper(squeeze(text)))
	return strings.Join(strings.Fields(s), "-")
}
