package normalise

import (
	"regexp"
	"slices"
	"strings"

	"formare/internal/typo"
)

var dotted = regexp.MustCompile(`\b(?:\pL\.){2,}(?:\pL\b\.?)?`)

// joinInitials writes letters with dots as one word: "S.P.R.A.R." is "SPRAR", "C.d.S." is "CdS".
func joinInitials(text string) string {
	if strings.Count(text, ".") < 2 {
		return text
	}
	return dotted.ReplaceAllStringFunc(text, func(s string) string { return strings.ReplaceAll(s, ".", "") + " " })
}

var schoolFigures = map[string]string{"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
	"primo": "1", "secondo": "2", "terzo": "3", "quarto": "4", "quinto": "5", "sesto": "6", "settimo": "7", "ottavo": "8"}

var gluedFigure = regexp.MustCompile(`^(cpia|ic|dd|cpi|zs|usl|asl|ausl)(\d{1,2})$`)

// numberCircles writes the number of a school's district as a figure ("I circolo", "primo circolo") and parts one
// that is written onto the short name ("CPIA1").
func numberCircles(words []string) []string {
	for i := 0; i < len(words); i++ {
		if m := gluedFigure.FindStringSubmatch(words[i]); m != nil {
			words = slices.Concat(words[:i], m[1:], words[i+1:])
			continue
		}
		if i+1 < len(words) && strings.HasPrefix(words[i+1], "circol") && schoolFigures[words[i]] != "" {
			words[i] = schoolFigures[words[i]]
		}
	}
	return words
}

// mend puts words right that are one letter away from one word of the lexicon and no other.
func (s *services) mend(words []string) []string {
	for i, w := range words {
		if len(w) < 6 || s.vocab[w] || s.generic[w] {
			continue
		}
		found := ""
		for v := range s.vocab {
			if len(v) < 6 || v[0] != w[0] || typo.Distance(w, v, 1) > 1 {
				continue
			}
			if found != "" {
				found = ""
				break
			}
			found = v
		}
		if found != "" {
			words[i] = found
		}
	}
	return words
}

// namesake leaves of the person that a school is called after the name by which everybody knows it: "G. Galilei",
// "Galileo Galilei" and "Galilei" are one.
func (s *services) namesake(words []string) []string {
	out := words[:0:0]
	for i, w := range words {
		last := i+1 == len(words)
		if !last && !figure(words[i+1]) && schoolFigures[words[i+1]] == "" && (len(w) == 1 && w != "s" && !figure(w) || s.given[strings.ToUpper(w)] && len(w) > 2) {
			continue
		}
		if w == "s" && !last {
			w = "san"
		}
		out = append(out, w)
	}
	return out
}

func figure(w string) bool { return strings.Trim(w, "0123456789") == "" }
