package normalise

import (
	"strings"

	"formare/internal/finding"
	"formare/internal/territory"
)

// comuneNames finds the region's comuni inside longer texts.
type comuneNames struct {
	land    *territory.Territory
	byWords map[string]string // folded official name to official name
	longest int
}

func newComuneNames(land *territory.Territory) *comuneNames {
	c := &comuneNames{land: land, byWords: map[string]string{}}
	if land == nil {
		return c
	}
	for _, k := range land.Comuni() {
		f := fold(k.Name)
		c.byWords[f] = k.Name
		c.longest = max(c.longest, strings.Count(f, " ")+1)
	}
	return c
}

// takeOut finds the comune in a service's folded words: its official name, the one after "comune di"
// before any other, or a part between punctuation that is a short form of it ("C. di Castello"). The
// words come back without it and without the province after it.
func (c *comuneNames) takeOut(words []string, text string) (rest []string, comune string, municipal bool) {
	at, size := -1, 0
	for i := range words {
		after := i > 0 && words[i-1] == "comune" || i > 1 && words[i-2] == "comune" && (words[i-1] == "di" || words[i-1] == "d")
		for n := min(c.longest, len(words)-i); n > 0; n-- {
			name, ok := c.byWords[strings.Join(words[i:i+n], " ")]
			if !ok {
				continue
			}
			if after || n > size && !municipal {
				at, size, comune, municipal = i, n, name, after
			}
			break
		}
		if municipal {
			break
		}
	}
	if at >= 0 {
		end := at + size
		if end < len(words) && (words[end] == "pg" || words[end] == "tr") {
			end++
		}
		return append(append([]string{}, words[:at]...), words[end:]...), comune, municipal
	}
	return c.takePart(words, text)
}

// takePart looks for a part of the text that the territory resolves as a whole.
func (c *comuneNames) takePart(words []string, text string) (rest []string, comune string, municipal bool) {
	if c.land == nil {
		return words, "", false
	}
	parts := strings.FieldsFunc(strings.ReplaceAll(text, " - ", "\x00"), func(r rune) bool {
		return r == '\x00' || r == '–' || r == '—' || r == '(' || r == ')' || r == ',' || r == ';' || r == ':'
	})
	lower := strings.ToLower(text)
	if i := strings.Index(lower, "comune di "); i >= 0 {
		parts = append(parts, text[min(i+len("comune di "), len(text)):])
	}
	for _, part := range parts {
		f := fold(part)
		bare := strings.TrimPrefix(strings.TrimPrefix(f, "comune di "), "comune ")
		if len(bare) < 5 || len(bare) > 60 {
			continue
		}
		m := c.land.Resolve(part)
		if m.How != territory.Exact && m.How != territory.Abbreviation && m.How != territory.Repaired {
			continue
		}
		if left, ok := cutWords(words, bare); ok {
			return left, m.Name, f != bare
		}
	}
	return c.takeAbbreviated(words, text)
}

// takeAbbreviated looks for words that shorten a comune's name and show it: "C. di Castello", "Castiglione d/L".
func (c *comuneNames) takeAbbreviated(words []string, text string) (rest []string, comune string, municipal bool) {
	if !strings.ContainsAny(text, "./") {
		return words, "", false
	}
	tokens := strings.Fields(text)
	for n := min(4, len(tokens)); n > 1; n-- {
		for i := 0; i+n <= len(tokens); i++ {
			part := strings.Join(tokens[i:i+n], " ")
			if !strings.ContainsAny(part, "./") || len(fold(part)) < 6 {
				continue
			}
			if m := c.land.Resolve(part); m.How != territory.Abbreviation {
				continue
			} else if left, ok := cutWords(words, fold(part)); ok {
				return left, m.Name, i > 0 && strings.HasPrefix(strings.ToLower(tokens[i-1]), "com")
			}
		}
	}
	return words, "", false
}

// cutWords takes a phrase out of words.
func cutWords(words []string, phrase string) ([]string, bool) {
	joined := " " + strings.Join(words, " ") + " "
	i := strings.Index(joined, " "+phrase+" ")
	if i < 0 {
		return words, false
	}
	return strings.Fields(joined[:i] + " " + joined[i+len(phrase)+1:]), true
}

// takeShort takes the letters of a province for its capital, and the usual short name of a comune behind an
// office ("Servizi sociali Bastia").
func (c *comuneNames) takeShort(words []string, office bool) (rest []string, comune string) {
	if len(words) == 0 || c.land == nil {
		return words, ""
	}
	last := words[len(words)-1]
	switch {
	case last == "pg":
		return words[:len(words)-1], "Perugia"
	case last == "tr":
		return words[:len(words)-1], "Terni"
	case !office || len(words) > 3:
		return words, ""
	}
	if name, ok := c.byWords[strings.Join(words, " ")]; ok {
		return nil, name
	}
	if m := c.land.Resolve(strings.Join(words, " ")); m.How == territory.Abbreviation {
		return nil, m.Name
	}
	return words, ""
}

// comune reads a comune's cell. The ISTAT code is empty where the rule is an error or says that the
// comune is of another region.
func (r *reader) comune(text string) (istat string, p problem) {
	if r.land == nil {
		return "", problem{}
	}
	m := r.land.Resolve(text)
	switch m.How {
	case territory.Exact, territory.Abbreviation:
	case territory.Place:
		p = problem{rule: finding.ComuneFromPlace, used: m.Name}
	case territory.Near, territory.Repaired:
		p = problem{rule: finding.ComuneRepaired, used: m.Name}
	case territory.Outside:
		return "", problem{rule: finding.ComuneOutsideRegion, used: m.Name}
	case territory.Several, territory.Ambiguous:
		return "", problem{rule: finding.ComuneAmbiguous, args: candidates(m)}
	default:
		return "", problem{rule: finding.ComuneUnknown, args: candidates(m)}
	}
	return m.ISTAT, p
}

func candidates(m territory.Match) map[string]string {
	return map[string]string{"candidates": strings.Join(m.Candidates, ", ")}
}

// venueComune finds the comune that a venue's text is or ends with: "Perugia", "Villa Umbra, Perugia".
func (r *reader) venueComune(text string) string {
	if m := r.land.Resolve(text); m.How == territory.Exact || m.How == territory.Abbreviation {
		return m.ISTAT
	}
	_, name, _ := r.comuni.takeOut(strings.Fields(fold(text)), text)
	if name == "" {
		return ""
	}
	return r.land.Resolve(name).ISTAT
}
