package register

import (
	"strings"
	"unicode"
)

// splitParts cuts a text where a new label may begin.
func (l *Lexicon) splitParts(text string) []string {
	var parts []string
	for _, p := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '|' || r == '\n' || r == '•' }) {
		for _, q := range strings.Split(strings.ReplaceAll(p, " – ", " - "), " - ") {
			if q = strings.TrimSpace(q); q != "" {
				parts = append(parts, l.splitColons(q)...)
			}
		}
	}
	return parts
}

// splitColons cuts "Ore: 20 Sede: Terni" before the word that the second colon follows, if that can be a
// label: the colon in "Corso: italiano a scuola: le basi" belongs to the title.
func (l *Lexicon) splitColons(q string) []string {
	at := strings.LastIndex(q, ":")
	first := strings.Index(q, ":")
	if at == first || at < 0 || at+1 < len(q) && unicode.IsDigit(rune(q[at+1])) {
		return []string{q}
	}
	head := strings.TrimRight(q[:at], " ")
	cut := strings.LastIndexByte(head, ' ')
	if cut <= first {
		return []string{q}
	}
	if name := head[cut+1:]; (!unicode.IsUpper([]rune(name)[0]) || strings.ToUpper(q) == q) && !l.knows(name) {
		if _, known := l.labelName(name); !known {
			return []string{q}
		}
	}
	return append(l.splitColons(strings.TrimSpace(q[:cut])), strings.TrimSpace(q[cut:]))
}
