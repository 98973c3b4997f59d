package normalise

import (
	"regexp"
	"strings"

	"formare/internal/typo"
)

// outcomeText reads an outcome in words: a whole phrase of the lexicon, the longest one at the front, a share
// of presence, the longest one anywhere, a word cut short or misspelt.
func (r *reader) outcomeText(text string) (outcome, bool) {
	f := fold(cut(genders.ReplaceAllString(text, ""), mostName))
	if s, ok := r.lex.status[f]; ok {
		return r.certified(f, s), true
	}
	words := strings.Fields(f)
	if out, ok := presence(text); ok {
		return out, true
	}
	if phrase, at := r.lex.statusIn(words); phrase != "" {
		out := r.certified(phrase, r.lex.status[phrase])
		if denied(words[:at]) || at+1 < len(words) && denied(words[at+strings.Count(phrase, " ")+1:]) {
			return opposite(out.status)
		}
		if out.certificate == nil && out.status == "completed" {
			if c, _ := r.lex.statusIn(words[min(len(words), at+strings.Count(phrase, " ")+1):]); r.lex.certified[c] {
				out.certificate = r.certified(c, "").certificate
			}
		}
		return out, true
	}
	if len(words) == 1 {
		if s := r.lex.statusNear(f); s != "" {
			return outcome{status: s}, true
		}
	}
	return outcome{}, false
}

// genders are the other endings in "idoneo/a" and "ritirato/a".
var genders = regexp.MustCompile(`(?i)/(?:a|o|e|i|trice|tore|ssa)\b`)

// statusIn finds the status that words tell: the longest phrase at the front, else the longest anywhere.
// A phrase of one short word counts only at the front.
func (l *Lexicon) statusIn(words []string) (phrase string, at int) {
	for i := range words {
		for n := min(len(words)-i, 5); n > 0; n-- {
			p := strings.Join(words[i:i+n], " ")
			if _, ok := l.status[p]; !ok || len(p) <= 2 || i > 0 && len(p) < 6 {
				continue
			}
			if i == 0 {
				return p, 0
			}
			if len(p) > len(phrase) {
				phrase, at = p, i
			}
		}
	}
	return phrase, at
}

// denied says that words turn what they stand with into its contrary.
func denied(words []string) bool {
	for _, w := range words {
		switch w {
		case "non", "mai", "senza", "nessun", "nessuna":
			return true
		}
	}
	return false
}

// opposite of what is denied: who has not completed has attended, who has not attended is enrolled.
func opposite(status string) (outcome, bool) {
	switch status {
	case "completed":
		return outcome{status: "attended"}, true
	case "attended":
		return outcome{status: "enrolled"}, true
	}
	return outcome{}, false
}

var percentage = regexp.MustCompile(`^(.*?)(\d{1,3}(?:[.,]\d+)?)\s*%(.*)$`)

// presence reads "frequenza 80%", "oltre il 75%", "sotto il 75%", "assenze 20%".
func presence(text string) (outcome, bool) {
	m := percentage.FindStringSubmatch(percent.Replace(strings.ToLower(text)))
	if m == nil || strings.Contains(m[3], "%") {
		return outcome{}, false
	}
	v, _, ok := amount(m[2])
	if !ok || v > 100 {
		return outcome{}, false
	}
	share := v / 100
	said := fold(m[1])
	switch {
	case strings.Contains(said, "assen"):
		share = 1 - share
	case strings.Contains(m[1], "<"), strings.Contains(said, "sotto"), strings.Contains(said, "inferior"), strings.HasPrefix(said, "meno"), strings.HasSuffix(said, "meno del"), denied(strings.Fields(said)):
		return outcome{status: "attended"}, true
	case strings.Contains(m[1], "("):
		return outcome{}, false // "regolare (90%)": the words say it
	case said == "", strings.Contains(said, "frequen"), strings.Contains(said, "presen"), strings.Contains(said, "oltre"), strings.Contains(said, "superior"),
		strings.Contains(said, "almeno"), strings.Contains(said, "piu"):
	default:
		return outcome{}, false
	}
	return outcome{share: &share}, true
}

// statusNear reads one word that is cut short ("compl.") or has one letter wrong, if it can only be one status.
func (l *Lexicon) statusNear(word string) string {
	found := ""
	for w, status := range l.status {
		if strings.Contains(w, " ") || len(word) < 3 {
			continue
		}
		if !(len(w) > 4 && strings.HasPrefix(w, word)) && !(len(word) >= 7 && len(w) >= 7 && typo.Distance(word, w, 1) <= 1) {
			continue
		}
		if found != "" && found != status {
			return ""
		}
		found = status
	}
	return found
}

func (r *reader) certified(phrase, status string) outcome {
	out := outcome{status: status}
	if r.lex.certified[phrase] {
		yes := true
		out.certificate = &yes
	}
	return out
}
