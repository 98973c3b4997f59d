package revision

import "slices"

// A reader takes marks off a name, from its end, its start and its middle, until none is left.
type reader struct {
	words            *Words
	toks             []token // what is left
	stem             string
	sure, copy, weak int64
}

// longest is how many words and numbers a name may have for marks to be looked for: no file system takes
// a longer one.
const longest = 255

func (w *Words) read(base string) *reader {
	r := &reader{words: w, toks: tokens(fold(base))}
	if len(r.toks) > longest {
		r.stem = join(r.toks)
		return r
	}
	for r.strong() || r.middle() {
	}
	r.stem = join(r.toks)
	for r.light() || r.strong() || r.middle() {
	}
	if len(r.toks) == 0 { // a name of signs alone
		r.stem, r.toks = fold(base), []token{{text: fold(base)}}
	}
	return r
}

// drop takes n tokens off the end.
func (r *reader) drop(n int) bool {
	r.toks = r.toks[:len(r.toks)-n]
	return true
}

// strong takes one mark off that counts by itself.
func (r *reader) strong() bool {
	return len(r.toks) > 1 && (r.bracketed() || r.dated() || r.counted() || r.numbered() || r.plain() || r.leading())
}

// bracketed is "(2)": what a browser adds.
func (r *reader) bracketed() bool {
	last := r.toks[len(r.toks)-1]
	n := last.number(3)
	if n < 0 || last.sep == "" || last.after == "" {
		return false
	}
	open, shut := last.sep[len(last.sep)-1], last.after[0]
	if !(open == '(' && shut == ')' || open == '[' && shut == ']') {
		return false
	}
	r.copy += int64(max(n, 1)) * numberWeight
	return r.drop(1)
}

// dated is a day that says as of when the register is: "al 15-05", "rev del 12.4", "agg. 3 maggio 2017".
func (r *reader) dated() bool {
	day, n := r.words.dateAtEnd(r.toks)
	if n == 0 || n == len(r.toks) || r.countedBy(n) {
		return false
	}
	left := r.toks[:len(r.toks)-n]
	if p, ok := r.words.phraseAtEnd(left, until); ok && len(left) > len(p.words) {
		left = left[:len(left)-len(p.words)]
		if r.words.since(left) {
			return false
		}
		r.sure += int64(r.words.withYear(day, left))
		r.toks = left
		return true
	}
	if p, ok := r.words.phraseAtEnd(left, of); ok {
		left = left[:len(left)-len(p.words)]
	} else if t := r.toks[len(left):]; n == 2 && len(t[0].text)+len(t[1].text) == 2 {
		return false // rev 2.1 is a number
	}
	marked := &reader{words: r.words, toks: slices.Clone(left)}
	if len(left) < 2 || !marked.counted() && !marked.numbered() && !marked.plain() || marked.sure <= 0 {
		return false
	}
	r.sure += marked.sure + int64(r.words.withYear(day, marked.toks))
	r.toks = marked.toks
	return true
}

// countedBy says that the last n tokens begin with the number of something: "corso 3 aprile 2017".
func (r *reader) countedBy(n int) bool {
	at := len(r.toks) - n
	return at > 0 && r.words.parts[r.toks[at-1].text]
}

// since says that a span of days ends here: "dal 3 al 15 maggio" is about days, not a version.
func (w *Words) since(left []token) bool {
	for _, t := range left[max(0, len(left)-4):] {
		if w.from[t.text] {
			return true
		}
	}
	return false
}

// withYear gives a day the year that the rest of the name tells.
func (w *Words) withYear(day int, rest []token) int {
	for _, t := range rest {
		if y := year(t); day < 10000 && len(t.text) == 4 && y > 0 {
			return y*10000 + day
		}
	}
	return day
}

// counted is "2a versione", "secondo invio", "invio 2".
func (r *reader) counted() bool {
	last := r.toks[len(r.toks)-1]
	if r.words.counted[last.text] {
		if k := r.words.ordinalBefore(r.toks[:len(r.toks)-1]); k.n > 0 && len(r.toks) > 1+k.tokens {
			r.sure += int64(k.n) * numberWeight
			return r.drop(1 + k.tokens)
		}
	}
	if n := last.number(2); n > 0 && len(r.toks) > 2 && r.words.counted[r.toks[len(r.toks)-2].text] {
		r.sure += int64(n) * numberWeight
		return r.drop(2)
	}
	return false
}

type ordinal struct{ n, tokens int }

// ordinalBefore reads "secondo", "2°", "2a", "2nd" at the end of some tokens.
func (w *Words) ordinalBefore(toks []token) ordinal {
	if len(toks) == 0 {
		return ordinal{}
	}
	last := toks[len(toks)-1]
	if k := w.ordinals[last.text]; k > 0 {
		return ordinal{k, 1}
	}
	if k := last.number(2); k > 0 && last.after != "" && (last.after[0] != ' ' && last.after[0] != '_') {
		return ordinal{k, 1} // with a sign behind it: 2°, 2^
	}
	if len(toks) > 1 && last.sep == "" && slices.Contains([]string{"a", "o", "nd", "rd", "th", "st"}, last.text) {
		if k := toks[len(toks)-2].number(2); k > 0 {
			return ordinal{k, 2}
		}
	}
	return ordinal{}
}

// ordinal reads tokens that are an ordinal, or a plain number, and nothing else.
func (w *Words) ordinal(toks []token) int {
	if k := w.ordinalBefore(toks); k.tokens == len(toks) {
		return k.n
	}
	if len(toks) == 1 {
		return max(toks[0].number(2), 0)
	}
	return 0
}

// numbered is a mark with its number: "rev2", "v.2", "v 2.1", "def_2", "copia 3".
func (r *reader) numbered() bool {
	for _, digits := range []int{2, 1} { // 2.1 before 1
		at := len(r.toks) - digits
		if at < 1 {
			continue
		}
		n, minor := r.toks[at].number(3), 0
		if digits == 2 {
			if minor = r.toks[at+1].number(2); minor < 0 || r.toks[at+1].sep != "." {
				continue
			}
		}
		if n < 0 {
			continue
		}
		p, ok := r.words.phraseAtEnd(r.toks[:at], sure, final, numbered, copied, draft)
		left := at - len(p.words)
		if !ok || left < 1 || p.kind == numbered && p.words[0] == "r" && r.toks[at].sep != "" {
			continue
		}
		if !r.mayEnd(r.toks[:left], p) {
			continue
		}
		r.add(p.kind, int64(n)*numberWeight+int64(minor)*numberWeight/100)
		return r.drop(len(r.toks) - left)
	}
	return false
}

// plain is a mark without a number at the end.
func (r *reader) plain() bool {
	p, ok := r.words.phraseAtEnd(r.toks, sure, final, copied)
	left := r.toks[:len(r.toks)-len(p.words)]
	if !ok || len(left) == 0 || !r.mayEnd(left, p) {
		return false
	}
	r.add(p.kind, numberWeight)
	return r.drop(len(p.words))
}

// add notes a mark. A final one is later than any number, and its own number counts among final ones.
func (r *reader) add(k kind, weight int64) {
	switch k {
	case final:
		r.sure += finalWeight + weight
	case copied:
		r.copy += max(weight, numberWeight)
	case draft:
		r.weak += draftWeight + weight/1000
	default:
		r.sure += max(weight, 1)
	}
}

// mayEnd says whether a phrase behind these words marks the file, and not the thing that they name:
// "corso 3 bis", "esame finale", "corso di revisione".
func (r *reader) mayEnd(left []token, p phrase) bool {
	last := left[len(left)-1]
	if p.kind == final && r.words.staged[last.text] {
		return false
	}
	if p.kind == copied && last.num && len(last.text) < 4 && len(left) > 1 && r.words.parts[left[len(left)-2].text] {
		return false
	}
	return !slices.Contains([]string{"di", "del", "della", "per", "in", "su", "sul", "sulla", "e", "of", "the", "alla", "la", "il"}, last.text)
}

// leading is a mark before the name: "R_", "Copia di", "CORRETTO -", "rev2_".
func (r *reader) leading() bool {
	first := r.toks[0]
	if r.words.mail[first.text] && (len(first.text) > 1 || first.after != "" && (first.after[0] == ':' || first.after[0] == '_')) {
		r.weak += numberWeight
		r.toks = r.toks[1:]
		return true
	}
	for _, p := range r.words.phrases {
		n := len(p.words)
		if p.kind == weak || p.kind >= until || n >= len(r.toks) || !p.at(r.toks[:n]) {
			continue
		}
		number := r.toks[n].number(2)
		switch {
		case number > 0 && n+1 < len(r.toks) && (p.kind == numbered || r.toks[n].sep == "" || bracketsAround(r.toks[n])):
			n++
			if p.kind == copied && r.toks[n].text == "di" && n+1 < len(r.toks) {
				n++ // Copia (3) di
			}
		case p.kind == numbered:
			continue
		default:
			number = 1
		}
		k := p.kind
		if k == final { // "Ultimo incontro" is no last version
			k = copied
		}
		r.add(k, int64(number)*numberWeight)
		r.toks = r.toks[n:]
		return true
	}
	return false
}

func bracketsAround(t token) bool {
	return t.sep != "" && t.sep[len(t.sep)-1] == '(' && t.after != "" && t.after[0] == ')'
}

// middle is a sure mark between words: "registro corretto aprile", "registro_v2_aprile".
func (r *reader) middle() bool {
	for i := 1; i < len(r.toks)-1; i++ {
		for _, p := range r.words.inside {
			if end := i + len(p.words); end < len(r.toks) && p.at(r.toks[i:end]) {
				return r.cut(i, end, numberWeight)
			}
		}
		n := r.toks[i+1].number(2)
		if n <= 0 || i+2 >= len(r.toks) || r.toks[i+1].sep != "" && r.toks[i+1].sep != "." {
			continue
		}
		for _, p := range r.words.phrases {
			if (p.kind == numbered || p.kind == sure) && len(p.words) == 1 && p.at(r.toks[i:i+1]) {
				return r.cut(i, i+2, int64(n)*numberWeight)
			}
		}
	}
	return false
}

func (r *reader) cut(from, to int, weight int64) bool {
	r.sure += weight
	r.toks = slices.Delete(slices.Clone(r.toks), from, to)
	return true
}

// light takes one weak mark off: a day, a number or a word that may mean anything.
func (r *reader) light() bool {
	if len(r.toks) < 2 {
		return false
	}
	if day, n := r.words.dateAtEnd(r.toks); n > 0 && n < len(r.toks) && !r.countedBy(n) {
		left := r.toks[:len(r.toks)-n]
		if p, ok := r.words.phraseAtEnd(left, of); ok && len(left) > len(p.words) {
			left = left[:len(left)-len(p.words)]
		}
		if !r.words.since(left) {
			r.weak += int64(r.words.withYear(day, left))
			r.toks = left
			return true
		}
	}
	if day, n := r.words.dateAtStart(r.toks); n > 0 && n < len(r.toks) && day > 10000 {
		r.weak += int64(day)
		r.toks = r.toks[n:]
		return true
	}
	if p, ok := r.words.phraseAtEnd(r.toks, weak, draft); ok && len(p.words) < len(r.toks) && r.mayEnd(r.toks[:len(r.toks)-len(p.words)], p) {
		if p.kind == draft {
			r.add(draft, 0)
		} else {
			r.weak += numberWeight
		}
		return r.drop(len(p.words))
	}
	return r.bareNumber()
}

// bareNumber is a small number at the end that counts nothing else: not corso 2, not aprile 2 of a day,
// not 2017-04.
func (r *reader) bareNumber() bool {
	n := r.toks[len(r.toks)-1].number(2)
	before := r.toks[len(r.toks)-2]
	if n < 1 || before.num || r.words.parts[before.text] || r.toks[len(r.toks)-1].sep == "" {
		return false
	}
	r.weak += int64(n) * numberWeight
	return r.drop(1)
}

// phraseAtEnd finds the longest phrase of some kinds that the tokens end with.
func (w *Words) phraseAtEnd(toks []token, kinds ...kind) (phrase, bool) {
	for _, p := range w.phrases {
		if n := len(toks) - len(p.words); n >= 0 && slices.Contains(kinds, p.kind) && p.at(toks[n:]) {
			return p, true
		}
	}
	return phrase{}, false
}

// at says whether the tokens are the phrase.
func (p phrase) at(toks []token) bool {
	for i, word := range p.words {
		if toks[i].text != word {
			return false
		}
	}
	return true
}
