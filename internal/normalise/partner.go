package normalise

import (
	"strings"

	"formare/internal/config"
)

// FindPartner gives the id of the one partner that a text names, by id, name or alias: a path, a file
// name, a banner. A name inside a longer one of another partner does not count; of two partners named
// side by side neither is chosen.
func FindPartner(text string, partners []config.Partner) (string, bool) {
	words := " " + fold(splitCase(text)) + " "
	joined := " " + fold(text) + " "
	type hit struct {
		id, phrase string
	}
	var hits []hit
	for i := range partners {
		best := ""
		for _, name := range partnerNames(&partners[i]) {
			phrase := fold(name)
			if phrase == "" || len(phrase) <= len(best) {
				continue
			}
			glued := strings.ReplaceAll(phrase, " ", "")
			if strings.Contains(words, " "+phrase+" ") || strings.Contains(joined, " "+phrase+" ") ||
				glued != phrase && len(glued) >= 8 && strings.Contains(joined, " "+glued+" ") {
				best = phrase
			}
		}
		if best != "" {
			hits = append(hits, hit{partners[i].ID, best})
		}
	}
	found := ""
	for _, h := range hits {
		inside := false
		for _, o := range hits {
			inside = inside || o.id != h.id && strings.Contains(" "+o.phrase+" ", " "+h.phrase+" ")
		}
		switch {
		case inside:
		case found != "":
			return "", false
		default:
			found = h.id
		}
	}
	return found, found != ""
}

func partnerNames(p *config.Partner) []string {
	return append([]string{p.ID, p.Name}, p.Aliases...)
}

// splitCase parts "registroAnci2017" where a small letter meets a capital, and letters from figures.
func splitCase(s string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range s {
		lower := last >= 'a' && last <= 'z'
		letter := lower || last >= 'A' && last <= 'Z'
		digit := r >= '0' && r <= '9'
		if lower && r >= 'A' && r <= 'Z' || letter && digit || last >= '0' && last <= '9' && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}
