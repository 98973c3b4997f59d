package register

import (
	"maps"
	"math/bits"
	"slices"
	"strings"
)

// candidate is a field that a header may mean.
type candidate struct {
	field  Field
	score  float64
	reason Reason
}

// candidates collects the best score of each field.
type candidates map[Field]candidate

func (c candidates) put(field Field, score float64, reason Reason) {
	if old, ok := c[field]; !ok || score > old.score {
		c[field] = candidate{field, score, reason}
	}
}

// best gives the highest score.
func (c candidates) best() float64 {
	best := 0.0
	for _, one := range c {
		best = max(best, one.score)
	}
	return best
}

// sorted gives them best first; equals by the field's name, so that the order is always the same.
func (c candidates) sorted() []candidate {
	out := slices.Collect(maps.Values(c))
	slices.SortFunc(out, func(a, b candidate) int {
		if a.score != b.score {
			if a.score > b.score {
				return -1
			}
			return 1
		}
		return strings.Compare(string(a.field), string(b.field))
	})
	return out
}

// Scores by how a header was understood, before its values are looked at.
const (
	scoreExact     = 1.0
	scoreCore      = 0.97 // but for small words, brackets
	scorePrefix    = 0.9  // every word abbreviated
	scoreContained = 0.55 // and up to .35 more by how much of the header the words make up
	scoreFuzzy     = 0.8  // less a tenth for each wrong letter
	scoreAmbiguous = 0.9  // an ambiguous word whose group header decides
	scoreQualified = 0.87 // but for a word that says whose it is
	scoreBySubject = 0.8  // an ambiguous word decided by what the table is about
)

// match finds the fields that one header text may mean. The path is the header block's texts from the
// top down; the last of them names the column, those before it only help.
func (l *Lexicon) match(path []string, context string, subject Subject) candidates {
	found := candidates{}
	if len(path) == 0 {
		return found
	}
	leaf := path[len(path)-1]
	l.matchText(found, leaf, 0)
	if plain := withoutBrackets(leaf); plain != leaf && len(tokens(plain)) > 0 {
		l.matchText(found, plain, 0.02)
	}
	l.matchAmbiguous(found, leaf, context, subject)
	if best := found.best(); best < scoreCore-0.05 {
		l.matchQualified(found, leaf)
	}
	l.matchHalves(found, leaf, context, subject)
	l.matchJoined(found, path)
	return found
}

// matchHalves reads a header in two languages, "Name / Nome", of which each half means the same.
func (l *Lexicon) matchHalves(found candidates, leaf, context string, subject Subject) {
	one, two, ok := strings.Cut(leaf, "/")
	if !ok || strings.Contains(two, "/") || len(tokens(one)) == 0 || len(tokens(two)) == 0 || !l.knows(one) || !l.knows(two) {
		return
	}
	other := l.match([]string{strings.TrimSpace(two)}, context, subject)
	for f, c := range l.match([]string{strings.TrimSpace(one)}, context, subject) {
		if o, both := other[f]; both && min(c.score, o.score) >= scoreBySubject {
			found.put(f, min(c.score, o.score), Synonym)
		}
	}
}

// matchText finds exact, near exact, abbreviated, contained and misspelt headers.
func (l *Lexicon) matchText(found candidates, text string, less float64) {
	words := l.fold(text)
	if len(words) == 0 || len(words) > 24 {
		return
	}
	core := l.folder.core(words)
	for _, i := range l.exact[key(words)] {
		found.put(l.phrases[i].field, scoreExact-less, Exact)
	}
	for _, i := range l.core[key(core)] {
		found.put(l.phrases[i].field, scoreCore-less, Exact)
	}
	if len(found) > 0 {
		return
	}
	l.matchPrefix(found, core)
	l.matchContained(found, core, 0)
	l.matchFuzzy(found, core)
}

// matchPrefix understands words cut short: "codic fiscal", "data nascit".
func (l *Lexicon) matchPrefix(found candidates, core []string) {
	for i := range l.phrases {
		p := &l.phrases[i]
		if len(p.words) != len(core) {
			continue
		}
		all, letters := true, 0
		for j, w := range core {
			if len(w) < 3 && w != p.words[j] || !strings.HasPrefix(p.words[j], w) {
				all = false
				break
			}
			letters += len(w)
		}
		if all && letters >= 4 {
			found.put(p.field, scorePrefix, Synonym)
		}
	}
}

// matchContained finds headers that stand, word after word, inside a longer one. Words before index
// from only help: the match must reach past them.
func (l *Lexicon) matchContained(found candidates, words []string, from int) {
	letters := len(strings.Join(words[from:], ""))
	seen := map[int]bool{}
	for _, w := range words {
		for _, i := range l.byWord[w] {
			p := &l.phrases[i]
			if seen[i] || len(p.words) > len(words) || len(p.joint) < 3 {
				continue
			}
			seen[i] = true
			at := lastRun(words, p.words)
			covered := 0
			if at >= 0 {
				covered = len(strings.Join(words[max(at, from):max(at+len(p.words), from)], ""))
			} else if containsAll(words, p.words) {
				for _, w := range p.words {
					if slices.Contains(words[from:], w) {
						covered += len(w)
					}
				}
			}
			if covered == 0 {
				continue
			}
			score := scoreContained + 0.35*float64(covered)/float64(letters)
			if at < 0 {
				score -= 0.05
			}
			if len(p.words) > 1 {
				score += 0.03 // two words together say more than one by chance
			}
			found.put(p.field, min(score, scoreCore-0.01), Synonym)
		}
	}
}

// matchFuzzy finds misspelt headers: one wrong letter in five to seven, two in eight or more.
func (l *Lexicon) matchFuzzy(found candidates, core []string) {
	joint := strings.Join(core, "")
	limit := 0
	switch {
	case len(joint) >= 8:
		limit = 2
	case len(joint) >= 5:
		limit = 1
	}
	if limit == 0 {
		return
	}
	set := letters(joint)
	for i := range l.phrases {
		p := &l.phrases[i]
		// Each wrong letter changes the set of letters by two at most.
		if len(p.joint) < 5 || bits.OnesCount64(p.set^set) > 2*limit {
			continue
		}
		if d := distance(joint, p.joint, limit); d <= limit {
			found.put(p.field, scoreFuzzy-0.1*float64(max(d-1, 0)), Fuzzy)
		}
	}
}

// knows says whether a text is, letter by letter after folding, a header that the lexicon has.
func (l *Lexicon) knows(text string) bool {
	words := l.fold(text)
	if len(words) == 0 || len(words) > 8 {
		return false
	}
	core := key(l.folder.core(words))
	return len(l.exact[key(words)]) > 0 || len(l.core[core]) > 0 || l.ambiguous[core] != nil
}

func lastRun(words, run []string) int {
	for at := len(words) - len(run); at >= 0; at-- {
		if slices.Equal(words[at:at+len(run)], run) {
			return at
		}
	}
	return -1
}

func containsAll(words, some []string) bool {
	for _, w := range some {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return true
}
