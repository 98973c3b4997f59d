package normalise

import (
	"strings"

	"formare/internal/finding"
)

// A crowd knows the people of one source by name, to keep them out of what is written about it.
type crowd struct {
	lex   *Lexicon
	words map[string]bool    // words of surnames and given names
	pairs map[[2]string]bool // a surname's and a given name's, side by side in either order

	offices memo[string]
}

// gather learns the words of everybody's name, while the rows are there.
func (n *Normaliser) gather() {
	n.people = &crowd{lex: n.ctx.Lexicon, words: map[string]bool{}}
	n.rows.visit(func(p *pending) {
		for _, name := range [...]string{p.Person.Surname, p.Person.GivenName, p.fullName} {
			for w := range strings.FieldsSeq(name) {
				if len(w) > 2 && !n.people.words[w] {
					n.people.words[w] = true
				}
			}
		}
	})
}

// pair learns who bears which two words.
func (n *Normaliser) pair() {
	c := n.people
	c.pairs = map[[2]string]bool{}
	n.rows.visit(func(p *pending) {
		surname, given := strings.Fields(p.Person.Surname), strings.Fields(p.Person.GivenName)
		if p.fullName != "" {
			surname = strings.Fields(p.fullName)
			given = surname
		}
		for _, w := range surname {
			for _, g := range given {
				if w != g {
					c.pairs[[2]string{w, g}], c.pairs[[2]string{g, w}] = true, true
				}
			}
		}
	})
}

// hide hides the words of a text that name people of the source.
func (c *crowd) hide(text string) string {
	if text == "" {
		return text
	}
	return maskWords(text, func(w string) bool {
		name := foldName(w)
		return c.words[name] && !c.lex.words()[strings.ToLower(name)]
	})
}

// hideNames hides whole names of people of the source in a text that may say other things too, such as a title.
func (c *crowd) hideNames(text string) string {
	var words []string
	maskWords(text, func(w string) bool { words = append(words, foldName(w)); return false })
	hidden := make([]bool, len(words)+1)
	any := false
	for i := 1; i < len(words); i++ {
		if c.pairs[[2]string{words[i-1], words[i]}] {
			hidden[i-1], hidden[i], any = true, true, true
		}
	}
	if !any {
		return text
	}
	at := -1
	return maskWords(text, func(string) bool { at++; return hidden[at] })
}

// office gives a service's or role's text as tables may hold it: names of people of the source are hidden, and a text
// of nothing else, which has slipped out of another column, is none.
func (c *crowd) office(text string) string {
	return c.offices.get(text, func(text string) string {
		if !c.mention(text) {
			return text
		}
		other := false
		maskWords(text, func(w string) bool {
			name := foldName(w)
			other = other || !c.words[name] || c.lex.words()[strings.ToLower(name)]
			return false
		})
		if !other {
			return ""
		}
		return c.hideNames(text)
	})
}

// Hide takes the source's people out of what a finding quotes. It is asked when all rows have been seen, for a name
// may stand in a wrong column, in a title or in a column's heading before the row that it is of.
func (n *Normaliser) Hide(f finding.Finding) finding.Finding {
	if n.people == nil || n.ctx.Lexicon == nil || finding.Personal(f.Field) {
		return f
	}
	f.Value, f.Used = n.people.hide(f.Value), n.people.hide(f.Used)
	return f
}

// hideInTitles takes whole names out of the courses' titles before these become keys.
func (n *Normaliser) hideInTitles() {
	if n.ctx.Lexicon == nil {
		return
	}
	if n.somebodyMentioned() {
		n.pair()
	}
	for _, c := range n.courses.list {
		for _, text := range [...]*string{&c.title, &c.venue} {
			if n.people.mention(*text) {
				*text = n.people.hideNames(*text)
			}
		}
	}
}

// somebodyMentioned says that a title, an office or a role holds a word of somebody's name. The offices and roles are
// those that the reader remembers, which are all but of a source that has very many.
func (n *Normaliser) somebodyMentioned() bool {
	for _, c := range n.courses.list {
		if n.people.mention(c.title) || n.people.mention(c.venue) {
			return true
		}
	}
	for _, v := range n.read.services.m {
		if n.people.mention(v.name) {
			return true
		}
	}
	for _, role := range n.read.roles.m {
		if n.people.mention(role) {
			return true
		}
	}
	return false
}

// mention says that a text holds a word of somebody's name.
func (c *crowd) mention(text string) bool {
	for w := range strings.FieldsSeq(foldName(text)) {
		if c.words[w] {
			return true
		}
	}
	return false
}
