package territory

import "strings"

// abbreviated resolves words that shorten those of one spelling, in their order: "C. di Castello",
// "Castiglione d/L", "Monte S.M. Tiberina". Joining words may be left out or shortened too. One word must
// be there in full (four letters or more), or the only word must keep five.
func (n *names) abbreviated(w []string) Match {
	w = saints(w)
	short := telling(w)
	if len(short) == 0 || len(short) > n.longest {
		return Match{}
	}
	var comuni []int
	how := Abbreviation
	for _, k := range n.byWords[len(short)] {
		if shortens(short, k.words) {
			for _, c := range k.comuni {
				comuni = appendNew(comuni, c)
			}
			if k.how == Place {
				how = Place
			}
		}
	}
	if len(comuni) == 0 {
		return Match{}
	}
	return n.match(comuni, how)
}

// shortens says that every word of short begins the same word of full, and enough is left to tell it.
func shortens(short, full []string) bool {
	whole := false
	for i, w := range short {
		if !strings.HasPrefix(full[i], w) {
			return false
		}
		whole = whole || len(w) >= 4 && w == full[i]
	}
	return whole && len(short) > 1
}

// saints writes "s.ta" and "s.to", which words has split, as one word.
func saints(w []string) []string {
	out := make([]string, 0, len(w))
	for i := 0; i < len(w); i++ {
		if w[i] == "s" && i+1 < len(w) && (w[i+1] == "ta" || w[i+1] == "to") {
			out = append(out, "san"+w[i+1])
			i++
			continue
		}
		out = append(out, w[i])
	}
	return out
}

func appendNew(list []int, v int) []int {
	for _, o := range list {
		if o == v {
			return list
		}
	}
	return append(list, v)
}
