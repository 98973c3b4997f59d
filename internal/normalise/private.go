package normalise

import (
	"io/fs"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"formare/internal/finding"
	"formare/internal/typo"
)

// identifies matches what tells a person in any column: a codice fiscale, an e-mail address, a telephone.
var identifies = regexp.MustCompile(`(?i)\b[a-z]{6}[0-9lmnpqrstuv]{2}[a-z][0-9lmnpqrstuv]{2}[a-z][0-9lmnpqrstuv]{3}[a-z]\b|[^\s@]+@[^\s@]+\.[a-z]{2,}` +
	`|(?:\+|\b00)?\b(?:39[ .-]?)?3\d\d[ ./-]?\d{3}[ .-]?\d{3,4}\b|\b0\d{1,3}[ ./-]\d{5,8}\b|\b0\d{8,10}\b|\b\d{11}\b`)

// mayIdentify is quick: what identifies matches has an "@", figures, or the length of a codice fiscale of letters.
func mayIdentify(value string) bool {
	return len(value) >= 9 && (strings.ContainsAny(value, "@0123456789") || len(value) >= 16 && !strings.Contains(value, " "))
}

// redact gives a value as a finding may show it. Columns slip, and then a name stands where a comune or
// hours should. So a value that came to nothing is quoted only as far as its words are words of the program's
// own, or nearly so; one that came to something, unless it holds a name.
func (n *Normaliser) redact(field, value, used string) string {
	if finding.Personal(field) || mayIdentify(value) && identifies.MatchString(value) {
		return finding.Redact("full_name", value)
	}
	if n.ctx.Lexicon == nil {
		return finding.Redact(field, value)
	}
	if used == "" && n.ctx.Lexicon.namesSomebody(value) {
		return finding.Redact("full_name", value)
	}
	value = finding.Redact(field, value)
	if used == "" {
		return n.ctx.Lexicon.maskUnknown(value)
	}
	return value
}

// namesSomebody says that a text holds a given name or a common surname.
func (l *Lexicon) namesSomebody(value string) bool {
	if len(value) > 200 {
		return false
	}
	for w := range strings.FieldsSeq(fold(value)) {
		up := strings.ToUpper(w)
		if len(w) > 2 && (l.given[up] || l.surnames[up]) {
			return true
		}
	}
	return false
}

// maskUnknown hides the words of a text that are none of the program's own and are not one letter away from one.
func (l *Lexicon) maskUnknown(text string) string {
	return maskWords(text, func(w string) bool {
		f := fold(w)
		return len(f) > 2 && f[0] > '9' && !l.words()[f] && !l.nearWord(f)
	})
}

func (l *Lexicon) nearWord(w string) bool {
	if len(w) < 6 {
		return false
	}
	for known := range l.words() {
		if len(known) >= 6 && typo.Distance(w, known, 1) <= 1 {
			return true
		}
	}
	return false
}

// maskWords hides the words of a text that hide says; what stands between stays.
func maskWords(text string, hide func(string) bool) string {
	var b strings.Builder
	start := -1
	end := func(to int) {
		if start < 0 {
			return
		}
		if w := text[start:to]; hide(w) {
			b.WriteString(finding.Redact("full_name", w))
		} else {
			b.WriteString(w)
		}
		start = -1
	}
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		end(i)
		b.WriteRune(r)
	}
	end(len(text))
	return b.String()
}

// loadWords reads the common surnames and leaves the words that findings may quote until one is wanted: those of
// the lexicons, of what the program says to its users, and of the region's places. Names are none of them.
func (l *Lexicon) loadWords(fsys fs.FS) error {
	l.surnames = map[string]bool{}
	if err := eachName(fsys, "reference/surnames.txt", func(w string) { l.surnames[w] = true }); err != nil {
		return err
	}
	surnames := l.surnames
	l.words = sync.OnceValue(func() map[string]bool { return quotable(fsys, surnames) })
	return nil
}

// quotable reads the files that were found to be there when the program was built; one that is not has no words.
func quotable(fsys fs.FS, surnames map[string]bool) map[string]bool {
	words := map[string]bool{}
	for _, pattern := range []string{"reference/*.yaml", "text/*/*.yaml", "reference/comuni.csv", "reference/places.csv", "reference/zone_sociali.csv", "reference/words.txt"} {
		files, _ := fs.Glob(fsys, pattern)
		for _, file := range files {
			raw, _ := fs.ReadFile(fsys, file)
			for w := range strings.FieldsSeq(fold(string(raw))) {
				if len(w) > 2 && !surnames[strings.ToUpper(w)] {
					words[w] = true
				}
			}
		}
	}
	return words
}
