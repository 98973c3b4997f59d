package register

import (
	"slices"
	"strings"
)

// matchAmbiguous decides words that mean different things in different places.
func (l *Lexicon) matchAmbiguous(found candidates, leaf, context string, subject Subject) {
	choice, ok := l.ambiguous[key(l.coreOf(leaf))]
	if plain := withoutBrackets(leaf); !ok && plain != leaf && len(l.exact[key(l.fold(leaf))]) > 0 {
		return // "Presenze (ore)": the brackets say which
	}
	if !ok {
		choice, ok = l.ambiguous[key(l.coreOf(withoutBrackets(leaf)))]
	}
	if !ok && len(found) == 0 {
		choice, ok = l.misspeltAmbiguous(key(l.coreOf(withoutBrackets(leaf))))
	}
	if !ok {
		l.matchOwnGroup(found, l.coreOf(withoutBrackets(leaf)))
		return
	}
	for f := range found {
		if c := found[f]; c.reason != Fuzzy && f != ignored {
			c.score = min(c.score, scoreBySubject-0.1) // the ambiguous reading decides
			found[f] = c
		} else {
			delete(found, f)
		}
	}
	if field, ok := choice[context]; ok {
		found.put(field, scoreAmbiguous, Exact)
		return
	}
	subjects := []string{"people", "courses"}
	if subject == Courses {
		subjects = []string{"courses", "people"}
	}
	for i, s := range subjects {
		if field, ok := choice[s]; ok {
			found.put(field, scoreBySubject-0.15*float64(i), Synonym)
		}
	}
}

// misspeltAmbiguous finds the one ambiguous word that a text is with a single wrong letter: "Commune".
func (l *Lexicon) misspeltAmbiguous(text string) (map[string]Field, bool) {
	if len(text) < 5 || strings.Contains(text, " ") {
		return nil, false
	}
	best := ""
	for word := range l.ambiguous {
		if len(word) >= 4 && word[0] == text[0] && distance(text, word, 1) <= 1 {
			if best == "" || word < best {
				best = word
			}
		}
	}
	choice, ok := l.ambiguous[best]
	return choice, ok
}

// matchOwnGroup reads an ambiguous word that has its group beside it in the same text: "Nome dipendente",
// "Comune ente".
func (l *Lexicon) matchOwnGroup(found candidates, words []string) {
	if len(words) < 2 || len(words) > 5 {
		return
	}
	for n := 1; n < len(words); n++ {
		for _, at := range []int{0, len(words) - n} {
			group, ok := l.groups[key(words[at:at+n])]
			if !ok {
				continue
			}
			rest := slices.Concat(words[:at], words[at+n:])
			if field, ok := l.ambiguous[key(rest)][group]; ok {
				found.put(field, scoreAmbiguous-0.05, Synonym)
			}
		}
	}
}

// matchJoined reads a column's name together with the headers above it: "Ore / Previste".
func (l *Lexicon) matchJoined(found candidates, path []string) {
	if len(path) < 2 {
		return
	}
	leaf := l.coreOf(withoutBrackets(path[len(path)-1]))
	above := l.coreOf(strings.Join(path[:len(path)-1], " "))
	if len(leaf) == 0 || len(leaf)+len(above) > 24 {
		return
	}
	for _, order := range [][]string{slices.Concat(above, leaf), slices.Concat(leaf, above)} {
		for _, i := range l.core[key(order)] {
			found.put(l.phrases[i].field, scoreCore, Exact)
		}
	}
	words := slices.Concat(above, leaf)
	joined := candidates{}
	l.matchContained(joined, words, len(above))
	for _, c := range joined.sorted() {
		// Only what takes words from both says more than the column's own name does.
		if _, own := found[c.field]; !own {
			found.put(c.field, min(c.score, 0.85)-0.02, Synonym)
		}
	}
}

// context gives the group that a header above a column names, "" when it is none; the nearest counts.
func (l *Lexicon) context(above []string) string {
	for i := len(above) - 1; i >= 0; i-- {
		words := l.coreOf(withoutBrackets(above[i]))
		if group, ok := l.groups[key(words)]; ok {
			return group
		}
		for n := min(len(words), 4); n > 0; n-- {
			for at := 0; at+n <= len(words); at++ {
				if group, ok := l.groups[key(words[at:at+n])]; ok {
					return group
				}
			}
		}
	}
	return ""
}
