package territory

import (
	"slices"
	"strings"
)

// abbreviated resolves words that shorten those of one spelling, in their order: "C. di Castello",
// "Castiglione d/L", "Monte S.M. Tiberina". Joining words may be left out or shortened too. One word must
// be there in full, with four letters or more. A comune outranks a place.
func (n *names) abbreviated(w []string) Match {
	short := telling(saints(w))
	if m := n.shortened(short); m.How != Unknown || len(short) < 3 {
		return m
	}
	// "Campello s. Clitunno": an inner "s" may stand for "sul" as well as for "san".
	inner := slices.DeleteFunc(slices.Clone(short[1:]), func(s string) bool { return s == "s" })
	return n.shortened(append(short[:1:1], inner...))
}

func (n *names) shortened(short []string) Match {
	var comuni, places []int
	for _, k := range n.byWords[len(short)] {
		if !shortens(short, k.words) {
			continue
		}
		for _, c := range k.comuni {
			if k.how == Place {
				places = appendNew(places, c)
			} else {
				comuni = appendNew(comuni, c)
			}
		}
	}
	switch {
	case len(comuni) > 0:
		return n.match(comuni, Abbreviation)
	case len(places) > 0:
		return n.match(places, Place)
	}
	return Match{}
}

// shortens says that every word of short begins the same word of full, and enough is left to tell it.
func shortens(short, full []string) bool {
	whole := false
	for i, w := range short {
		if front, end, contracted := strings.Cut(w, "*"); contracted {
			if !strings.HasPrefix(full[i], front) || !strings.HasSuffix(full[i], end) {
				return false
			}
			continue
		}
		if !strings.HasPrefix(full[i], w) {
			return false
		}
		whole = whole || len(w) >= 4 && w == full[i]
	}
	return whole && len(short) > 1
}

// endings are what is left of a word's end where its middle is left out: "M.te", "P.te", "C.tà", "Cast.ne".
var endings = map[string]bool{"te": true, "ta": true, "ne": true, "to": true, "lo": true, "llo": true, "no": true}

// saints writes "s.ta" and "s.to", which words has split, as one word, and "m.te" as "m*te".
func saints(w []string) []string {
	out := make([]string, 0, len(w))
	for i := 0; i < len(w); i++ {
		if w[i] == "s" && i+1 < len(w) && (w[i+1] == "ta" || w[i+1] == "to") {
			out = append(out, "san"+w[i+1])
			i++
			continue
		}
		if i+1 < len(w) && len(w[i]) <= 5 && endings[w[i+1]] && i+2 < len(w) {
			out = append(out, w[i]+"*"+w[i+1])
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

// cutShort resolves one word with a full stop that begins the name of just one comune: "Acquasp."
func (n *names) cutShort(text string, w []string) Match {
	if len(w) != 1 || len(w[0]) < 5 || !strings.HasSuffix(strings.TrimSpace(text), ".") {
		return Match{}
	}
	found := -1
	for i, c := range n.comuni {
		if !strings.HasPrefix(fold(c.Name), w[0]) {
			continue
		}
		if found >= 0 {
			return Match{}
		}
		found = i
	}
	if found < 0 {
		return Match{}
	}
	return n.match([]int{found}, Abbreviation)
}
