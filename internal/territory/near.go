package territory

import (
	"cmp"
	"slices"
	"strings"

	"formare/internal/typo"
)

// notNames are words of cells that hold something else than a comune; a text with one of them is never
// near anything. The last ones are words and given names one letter away from a comune.
var notNames = wordSet(`ufficio uffici servizio servizi serv assistente sociale sociali operatore operatrice scuola scuole istituto
 comprensivo liceo usl asl ausl azienda ospedale ospedaliera distretto sert cooperativa coop soc associazione onlus ente privato
 questura prefettura regione provincia ministero tribunale carabinieri polizia via viale piazza corso largo insegnante docente medico
 infermiere psicologo avvocato educatore mediatore dirigente impiegato volontario totale firma data note nome cognome residenza
 sportello cittadinanza anagrafe centro caritas universita dipartimento direzione area settore unione zona non nessun dato altro
 ragione ragioni guardia guardie regione montagna montagne paolino paolina`)

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// A guess is a comune and how far its nearest spelling is.
type guess struct {
	comune, distance int
	place            bool
}

// near resolves a misspelt name: the nearest spelling of the region, if near for its length, nearer
// than that of any other comune of the region and not farther than a name of the rest of Italy.
func (n *names) near(w []string) Match {
	key := compact(w)
	if len(key) < 4 || len(key) > 40 || slices.ContainsFunc(w, func(s string) bool { return notNames[s] }) {
		return Match{}
	}
	guesses := n.guesses(key)
	if len(guesses) == 0 {
		return Match{}
	}
	best := guesses[0]
	unsure := Match{How: Unknown, Candidates: n.suggestions(guesses)}
	switch {
	case best.distance > allowed || len(guesses) > 1 && guesses[1].distance <= best.distance:
		return unsure
	case n.italyWithin(key, best.distance-1):
		return unsure
	}
	return n.match([]int{best.comune}, Near)
}

// allowed is the scaled distance up to which a spelling is near; farther ones are suggestions.
const allowed = 100

// guesses are the comuni with a spelling not too far, nearest first.
func (n *names) guesses(key string) []guess {
	best := map[int]guess{}
	for _, k := range n.all {
		if len(k.comuni) != 1 || k.how == Place && len(k.key) < 9 {
			continue
		}
		d, near := misspelt(key, k.key)
		if d < 0 {
			continue
		}
		if !near {
			d += allowed
		}
		c := k.comuni[0]
		if old, ok := best[c]; !ok || d < old.distance {
			best[c] = guess{comune: c, distance: d, place: k.how == Place}
		}
	}
	out := make([]guess, 0, len(best))
	for _, g := range best {
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b guess) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.comune, b.comune))
	})
	return out
}

// misspelt gives the distance of a text from a name, or -1 if it is far, and whether it is near enough to
// be that name. Short names have neighbours that are words and surnames, so there only a doubled, an
// undoubled or a swapped letter will do; the first letter is hardly ever wrong.
func misspelt(text, name string) (d int, near bool) {
	limit := 3
	switch {
	case len(name) < 7:
		limit = 1
	case len(name) < 10:
		limit = 1
	case len(name) < 16:
		limit = 2
	}
	d = typo.Distance(text, name, limit+1)
	if d > limit+1 {
		return -1, false
	}
	switch {
	case d > limit || len(name) < 10 && text[0] != name[0]:
		return d, false
	case len(name) < 5:
		return d, squeeze(text) == squeeze(name)
	case len(name) < 7:
		return d, squeeze(text) == squeeze(name) || len(text) == len(name) && sameLetters(text, name) || len(name) == 6 && len(text) == 5
	}
	return d, true
}

// squeeze writes doubled letters once.
func squeeze(s string) string {
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if i == 0 || s[i] != s[i-1] {
			b = append(b, s[i])
		}
	}
	return string(b)
}

func sameLetters(a, b string) bool {
	x, y := []byte(a), []byte(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// suggestions are the names of the first guesses.
func (n *names) suggestions(guesses []guess) []string {
	var out []string
	for _, g := range guesses[:min(3, len(guesses))] {
		out = append(out, n.comuni[g.comune].Name)
	}
	slices.Sort(out)
	return out
}

// italyWithin says that a comune of the rest of Italy is as near as the limit.
func (n *names) italyWithin(key string, limit int) bool {
	if limit < 1 {
		return false
	}
	for k := range n.italy {
		if typo.Distance(key, k, limit) <= limit {
			return true
		}
	}
	return false
}
