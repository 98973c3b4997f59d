package normalise

import (
	"regexp"
	"strings"

	"formare/internal/finding"
)

// identifies matches what tells a person in any column: a codice fiscale, an e-mail address.
var identifies = regexp.MustCompile(`(?i)\b[a-z]{6}[0-9lmnpqrstuv]{2}[a-z][0-9lmnpqrstuv]{2}[a-z][0-9lmnpqrstuv]{3}[a-z]\b|[^\s@]+@[^\s@]+\.[a-z]{2,}`)

// redact gives a value as a finding may show it. Columns slip, and then a name stands where a comune or
// hours should: a value that came to nothing is hidden too when it holds a given name.
func (n *Normaliser) redact(field, value, used string) string {
	if finding.Personal(field) || identifies.MatchString(value) || used == "" && n.namesSomebody(value) {
		return finding.Redact("full_name", value)
	}
	return finding.Redact(field, value)
}

func (n *Normaliser) namesSomebody(value string) bool {
	if n.ctx.Lexicon == nil || len(value) > 200 {
		return false
	}
	for _, w := range strings.Fields(fold(value)) {
		if len(w) > 2 && n.ctx.Lexicon.given[strings.ToUpper(w)] {
			return true
		}
	}
	return false
}
