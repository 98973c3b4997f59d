package territory

import (
	"slices"
	"strings"
)

// before lists what is written in front of a name, longest first.
var before = [][]string{
	{"amministrazione", "comunale", "di"}, {"amm", "ne", "comunale", "di"}, {"amm", "com", "di"},
	{"comune", "di"}, {"comune", "del"}, {"comune", "della"}, {"comune", "dell"}, {"com", "di"}, {"com", "ne", "di"}, {"c", "ne", "di"},
	{"comuni", "di"}, {"municipio", "di"}, {"municipio"}, {"comune"}, {"fraz", "di"}, {"frazione", "di"},
	{"fraz"}, {"frazione"}, {"frazioni"}, {"loc"}, {"localita"}, {"loc", "ta"}, {"sede", "di"}, {"sede"}, {"presso"},
}

// honour is taken off last, two comuni of the region having it in their names.
var honour = [][]string{{"citta", "di"}, {"citta"}}

// after lists what is written behind a name.
var after = map[string]bool{
	"umbria": true, "italia": true, "italy": true, "ita": true, "it": true, "prov": true, "provincia": true, "centro": true,
	"capoluogo": true, "capitale": true, "citta": true, "comune": true,
}

// undecorate takes off what is said around a name ("Comune di", a postal code, the province) until a
// known name is left or nothing more can go, and gives the name's words with the province's letters.
func (n *names) undecorate(w []string) (bare []string, sigla string) {
	stages, sigla := n.stages(w)
	return stages[len(stages)-1], sigla
}

// stages are the words of a text after each thing taken off.
func (n *names) stages(w []string) (stages [][]string, sigla string) {
	bare := slices.DeleteFunc(slices.Clone(w), postal)
	stages = [][]string{bare}
	for len(bare) > 1 && n.whole(bare).How == Unknown {
		last := bare[len(bare)-1]
		front := frontOf(bare, before)
		switch {
		case sigla == "" && len(bare) > 2 && len(last) == 1 && len(bare[len(bare)-2]) == 1 && n.sigle[bare[len(bare)-2]+last]: // "P.G."
			sigla, bare = bare[len(bare)-2]+last, bare[:len(bare)-2]
		case sigla == "" && len(bare[0]) == 2 && n.ours(bare[0]) && n.whole(bare[1:]).How != Unknown: // "PG - Perugia"
			sigla, bare = bare[0], bare[1:]
		case sigla == "" && len(last) == 2 && n.sigle[last]:
			sigla, bare = last, bare[:len(bare)-1]
		case front > 0:
			bare = bare[front:]
		case after[last]:
			bare = bare[:len(bare)-1]
		case frontOf(bare, honour) > 0:
			bare = bare[frontOf(bare, honour):]
		default:
			return stages, sigla
		}
		stages = append(stages, bare)
	}
	return stages, sigla
}

// frontOf counts the words in front of a name that are no part of it.
func frontOf(w []string, lists [][]string) int {
	for _, p := range lists {
		if len(w) > len(p) && slices.Equal(w[:len(p)], p) {
			return len(p)
		}
	}
	return 0
}

// postal says that a word is a postal code.
func postal(w string) bool {
	return len(w) == 5 && strings.Trim(w, "0123456789") == ""
}

// parts resolves a text by what stands between its separators: the same comune said twice, a place and
// its comune, a comune and its province, two comuni.
func (n *names) parts(s string) Match {
	var found []Match
	pieces := pieces(s)
	rest := 0
	for _, p := range pieces {
		bare, sigla := n.undecorate(p.words)
		m := n.wholeIn(bare, sigla)
		switch {
		case m.How == Unknown || n.nothing(p.words):
			rest++
		case m.How == Ambiguous && len(found) > 0 && settles(found[0], m):
			// "Gubbio, Padule": the comune says which of the places of that name is meant
		case p.qualifies && n.isProvinceOf(m, found):
			// "Todi (Perugia)", "Corciano, Perugia"
		default:
			found = append(found, m)
		}
	}
	if len(pieces) < 2 || len(found) == 0 {
		return Match{}
	}
	return n.together(found, rest > 0)
}

// together is what the parts mean. Other words beside them make it a repair.
func (n *names) together(found []Match, others bool) Match {
	out := found[0]
	var all []string
	for _, m := range found {
		switch {
		case m.How == Ambiguous:
			all = append(all, m.Candidates...)
		default:
			all = append(all, m.Name)
		}
		if m.ISTAT == out.ISTAT && m.How < out.How {
			out.How = m.How // "Perugia (Ponte San Giovanni)" is Perugia, said in full
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	switch {
	case len(found) > 1 && slices.ContainsFunc(found, func(m Match) bool { return m.How == Ambiguous }):
		return Match{How: Ambiguous, Candidates: all}
	case len(all) > 1 && len(found) > 1:
		return Match{How: Several, Candidates: all}
	case others && out.How.InRegion() && out.How != Place:
		out.How = Repaired
	}
	return out
}

// settles says that a comune is one of those that an ambiguous text may mean.
func settles(comune, ambiguous Match) bool { return slices.Contains(ambiguous.Candidates, comune.Name) }

// isProvinceOf says that a part names the province of the comune found before it.
func (n *names) isProvinceOf(m Match, found []Match) bool {
	if len(found) != 1 || m.How != Exact {
		return false
	}
	capital := map[string]string{"054039": "PG", "055032": "TR"}[m.ISTAT]
	return capital != "" && slices.ContainsFunc(n.comuni, func(c Comune) bool {
		return c.ISTAT == found[0].ISTAT && c.Province == capital && c.ISTAT != m.ISTAT
	})
}

// A piece of a text between separators; qualifies when it stands in brackets or behind a comma.
type piece struct {
	words     []string
	qualifies bool
}

func pieces(s string) []piece {
	var out []piece
	begin, qualifies := 0, false
	cut := func(end, next int, q bool) {
		if w := words(s[begin:end]); len(w) > 0 {
			out = append(out, splitAnd(w, qualifies)...)
		}
		begin, qualifies = next, q
	}
	for i, r := range s {
		switch r {
		case '/', ';', '+', '&', ')', ']', '|', '\n', '-', '–', '—', ':', '*':
			cut(i, i+len(string(r)), false)
		case ',', '(', '[':
			cut(i, i+1, true)
		}
	}
	cut(len(s), len(s), false)
	return out
}

// splitAnd splits "perugia e corciano".
func splitAnd(w []string, qualifies bool) []piece {
	var out []piece
	begin := 0
	for i, word := range w {
		if (word == "e" || word == "ed" || word == "o" || word == "oppure") && i > begin {
			out = append(out, piece{w[begin:i], qualifies})
			begin = i + 1
		}
	}
	if begin < len(w) {
		out = append(out, piece{w[begin:], qualifies})
	}
	return out
}

// sideBySide resolves two names without anything between them: the same one twice, a comune and its province
// ("Todi Perugia"), a place and its comune, with or without "di" ("Padule di Gubbio"), two comuni.
func (n *names) sideBySide(w []string) Match {
	for i := 1; i < len(w); i++ {
		first, of := w[:i], w[i] == "di" && i+1 < len(w)
		second := w[i:]
		if of {
			second = w[i+1:]
		}
		a, okA := n.known[compact(first)]
		b, okB := n.known[compact(second)]
		if !okA || !okB || b.how != Exact {
			continue
		}
		x, y := n.match(a.comuni, a.how), n.match(b.comuni, b.how)
		switch {
		case a.how == Place && slices.Contains(a.comuni, b.comuni[0]):
			return n.match(b.comuni, Place)
		case of:
		case x.ISTAT == y.ISTAT:
			return x
		case a.how == Exact && n.isProvinceOf(y, []Match{x}):
			return x
		case a.how == Exact:
			return n.together([]Match{x, y}, false)
		}
	}
	return Match{}
}

// atTheEnd finds the comune that a text ends with, behind words that say what is there: "Ospedale di Perugia".
func (n *names) atTheEnd(w []string) Match {
	if !slices.ContainsFunc(w, func(s string) bool { return notNames[s] }) || slices.Contains(w, "provincia") || slices.Contains(w, "regione") {
		return Match{}
	}
	for i := 1; i < len(w); i++ {
		if k, ok := n.known[compact(w[i:])]; ok && k.how == Exact && len(k.comuni) == 1 {
			return n.match(k.comuni, Repaired)
		}
	}
	return Match{}
}
