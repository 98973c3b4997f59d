package territory

import (
	"slices"
	"strings"
)

// Resolve says which comune a text names. A name that exists in the region is the region's; the first
// that fits wins: the whole text, the text without what is said around it, a comune of Italy, the parts
// of the text, the nearest spelling.
func (t *Territory) Resolve(text string) Match {
	if len(text) > maxText {
		return Match{}
	}
	s, repaired := repair(text)
	m := t.names.resolve(s)
	if (m.How == Near || m.How == Abbreviation) && scrambled(s) || repaired && (m.How == Exact || m.How == Abbreviation) {
		m.How = Repaired
	}
	return m
}

func (n *names) resolve(s string) Match {
	w := words(s)
	if len(w) == 0 || n.nothing(w) {
		return Match{}
	}
	if m := n.whole(w); m.How != Unknown {
		return m
	}
	bare, sigla := n.undecorate(w)
	if m := n.wholeIn(bare, sigla); m.How != Unknown {
		return m
	}
	if m := n.parts(s); m.How != Unknown {
		return m
	}
	if m := n.sideBySide(bare); m.How != Unknown {
		return m
	}
	if m := n.cutShort(s, bare); m.How != Unknown {
		return m
	}
	stages, _ := n.stages(w)
	for _, stage := range stages {
		m := n.near(stage)
		if m.How == Unknown && len(stage) == len(bare) && len(m.Candidates) == 0 {
			return n.atTheEnd(w)
		}
		if m.How != Unknown || len(stage) == len(bare) {
			return m
		}
	}
	return Match{}
}

// nothing says that a text stands for no value, though a comune may have that name ("None", "No").
func (n *names) nothing(w []string) bool {
	switch compact(w) {
	case "none", "no", "nd", "na", "nan", "null", "nessuno", "nessuna", "si", "x", "vario", "vari", "varie":
		return true
	}
	return false
}

// whole resolves words that are a spelling, an abbreviation or a code and nothing else.
func (n *names) whole(w []string) Match {
	key := compact(w)
	if k, ok := n.known[key]; ok {
		return n.match(k.comuni, k.how)
	}
	if m := n.code(key); m.How != Unknown {
		return m
	}
	return n.abbreviated(w)
}

// code resolves an ISTAT code, also without its leading zero, and a Belfiore code.
func (n *names) code(key string) Match {
	it, ok := n.byISTAT[key]
	if !ok && len(key) == 5 && key >= "0" && key <= "9a" {
		it, ok = n.byISTAT["0"+key]
	}
	if !ok && len(key) == 4 {
		it, ok = n.byBelfiore[upperASCII(key)]
	}
	if !ok {
		return Match{}
	}
	for i, c := range n.comuni {
		if c.ISTAT == it.istat {
			return n.match([]int{i}, Exact)
		}
	}
	return Match{ISTAT: it.istat, Name: it.name, How: Outside}
}

// wholeIn resolves a name whose province is known from what stands around it ("" if not).
func (n *names) wholeIn(w []string, sigla string) Match {
	m := n.whole(w)
	if sigla == "" || n.ours(sigla) {
		if m.How != Unknown {
			return n.inProvince(m, sigla)
		}
		return n.outside(compact(w), sigla)
	}
	if out := n.outside(compact(w), sigla); out.How != Unknown {
		return out
	}
	if m.How == Exact || m.How == Abbreviation {
		if out := n.outsideBegins(compact(w), sigla); out.How != Unknown {
			return out
		}
		m.How = Repaired // the region's name with a province that is not
	}
	return m
}

func (n *names) ours(sigla string) bool {
	return slices.ContainsFunc(n.comuni, func(c Comune) bool { return strings.EqualFold(c.Province, sigla) })
}

// inProvince settles a name that several comuni share by the province said with it.
func (n *names) inProvince(m Match, sigla string) Match {
	if m.How != Ambiguous || sigla == "" {
		return m
	}
	var fit []int
	for i, c := range n.comuni {
		if slices.Contains(m.Candidates, c.Name) && strings.EqualFold(c.Province, sigla) {
			fit = append(fit, i)
		}
	}
	if len(fit) != 1 {
		return m
	}
	return n.match(fit, Abbreviation)
}

// outside resolves the name of a comune of Italy, of a province if one is said.
func (n *names) outside(key, sigla string) Match {
	var found []italian
	list := n.italy[key]
	if len(list) == 0 {
		list = n.italyShort[key]
	}
	for _, it := range list {
		if sigla == "" || strings.EqualFold(it.province, sigla) {
			found = append(found, it)
		}
	}
	return outsideMatch(found)
}

// outsideBegins finds the only comune of a province whose name begins so: "Montecchio (RE)".
func (n *names) outsideBegins(key, sigla string) Match {
	var found []italian
	for k, list := range n.italy {
		if !strings.HasPrefix(k, key) {
			continue
		}
		for _, it := range list {
			if strings.EqualFold(it.province, sigla) {
				found = append(found, it)
			}
		}
	}
	if len(found) != 1 {
		return Match{}
	}
	return outsideMatch(found)
}

func outsideMatch(found []italian) Match {
	switch len(found) {
	case 0:
		return Match{}
	case 1:
		return Match{ISTAT: found[0].istat, Name: found[0].name, How: Outside}
	}
	m := Match{Name: found[0].name, How: Outside}
	for _, it := range found {
		m.Candidates = append(m.Candidates, it.name+" ("+it.province+")")
	}
	slices.Sort(m.Candidates)
	return m
}
