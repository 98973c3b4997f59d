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
		joined := " " + strings.Join(words, " ") + " "
		if i := strings.Index(joined, " "+bare+" "); i >= 0 {
			joined = joined[:i] + " " + joined[i+len(bare)+1:]
			return strings.Fields(joined), m.Name, f != bare
		}
	}
	return words, "", false
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
