package territory

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A known is a spelling of the region and what it means: one comune, or several that share it.
type known struct {
	key    string // compact
	words  []string
	how    How
	comuni []int // into names.comuni
}

// names holds every spelling, looked up by key; only a text that is found nowhere is compared with
// all of them.
type names struct {
	comuni     []Comune
	known      map[string]*known
	byWords    map[int][]*known // by number of words that matter, for abbreviations
	all        []*known         // in a fixed order
	italy      map[string][]italian
	italyShort map[string][]italian // by the words that matter: "Reggio Emilia"
	byBelfiore map[string]italian
	byISTAT    map[string]italian
	sigle      map[string]bool // provinces of Italy, lower case
}

func newNames(comuni []Comune, spellings, places []spelling, italy []italian) *names {
	n := &names{
		comuni: comuni, known: map[string]*known{}, byWords: map[int][]*known{},
		italy: map[string][]italian{}, italyShort: map[string][]italian{}, byBelfiore: map[string]italian{}, byISTAT: map[string]italian{}, sigle: map[string]bool{},
	}
	index := map[string]int{}
	for i, c := range comuni {
		index[c.ISTAT] = i
		n.add(c.Name, i, Exact)
	}
	for _, s := range spellings {
		n.add(s.text, index[s.istat], Abbreviation)
	}
	for _, s := range places {
		n.add(s.text, index[s.istat], Place)
	}
	for _, it := range italy {
		n.byBelfiore[it.belfiore], n.byISTAT[it.istat] = it, it
		n.sigle[strings.ToLower(it.province)] = true
		if _, ours := index[it.istat]; !ours {
			key := fold(it.name)
			n.italy[key] = append(n.italy[key], it)
			w := words(it.name)
			if short := telling(w); len(short) > 1 && len(short) < len(w) {
				n.italyShort[compact(short)] = append(n.italyShort[compact(short)], it)
			}
		}
	}
	return n
}

// add keeps a spelling. The name of a comune outranks a usual form, and that a place, of the same spelling.
func (n *names) add(text string, comune int, how How) {
	w := words(text)
	key := compact(w)
	if old, ok := n.known[key]; ok {
		if old.how == how && !slices.Contains(old.comuni, comune) {
			old.comuni = append(old.comuni, comune)
		}
		return
	}
	k := &known{key: key, words: telling(w), how: how, comuni: []int{comune}}
	n.known[key] = k
	n.all = append(n.all, k)
	n.byWords[len(k.words)] = append(n.byWords[len(k.words)], k)
}

// addSynonym makes a user's spelling mean a comune, whatever it meant before, unless it is another's name.
func (n *names) addSynonym(text string, c Comune) error {
	w := words(text)
	key := compact(w)
	if key == "" {
		return fmt.Errorf("%q has no letters", text)
	}
	i := slices.IndexFunc(n.comuni, func(o Comune) bool { return o.ISTAT == c.ISTAT })
	old, ok := n.known[key]
	switch {
	case ok && old.how == Exact && old.comuni[0] != i:
		return fmt.Errorf("%q is the name of another comune", text)
	case ok && old.how == Exact:
		return nil
	case ok:
		n.remove(old)
	}
	n.add(text, i, Abbreviation)
	return nil
}

func (n *names) remove(k *known) {
	same := func(o *known) bool { return o == k }
	delete(n.known, k.key)
	n.all = slices.DeleteFunc(slices.Clone(n.all), same)
	n.byWords[len(k.words)] = slices.DeleteFunc(slices.Clone(n.byWords[len(k.words)]), same)
}

// clone shares what synonyms never change.
func (n *names) clone() *names {
	out := *n
	out.known = maps.Clone(n.known)
	out.byWords = maps.Clone(n.byWords)
	for k, v := range out.byWords {
		out.byWords[k] = slices.Clip(v)
	}
	out.all = slices.Clip(n.all)
	return &out
}

// match of the comuni that a spelling means.
func (n *names) match(comuni []int, how How) Match {
	if len(comuni) == 1 {
		c := n.comuni[comuni[0]]
		return Match{ISTAT: c.ISTAT, Name: c.Name, How: how}
	}
	m := Match{How: Ambiguous}
	for _, i := range comuni {
		m.Candidates = append(m.Candidates, n.comuni[i].Name)
	}
	slices.Sort(m.Candidates)
	m.Candidates = slices.Compact(m.Candidates)
	return m
}

// joining words say nothing in a name: "Città (di) Castello".
var joining = map[string]bool{
	"di": true, "del": true, "della": true, "dello": true, "dell": true, "nell": true, "dei": true, "degli": true, "delle": true, "d": true,
	"sul": true, "sulla": true, "sull": true, "in": true, "e": true, "la": true, "il": true, "lo": true, "a": true, "de": true, "al": true,
}

func telling(words []string) []string {
	out := make([]string, 0, len(words))
	for _, w := range words {
		if !joining[w] {
			out = append(out, w)
		}
	}
	return out
}
