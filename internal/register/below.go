package register

import (
	"strings"
	"unicode/utf8"

	"formare/internal/workbook"
)

// belongsBelow says whether a row goes on with the header block above it.
func (r *recogniser) belongsBelow(b *block, next *line) bool {
	above := b.lines[len(b.lines)-1]
	if !follows(above, next) {
		return false
	}
	rate := r.rate(next)
	if rate.cells == 0 || rate.labels > 0 || len(b.lines) > 1 && r.isNumbering(above) {
		return false // what counts the columns ends the header
	}
	if r.isNumbering(next) || isHints(next) || isDateParts(next) {
		return true
	}
	for i := range next.cells {
		c := &next.cells[i]
		if blank(c) {
			continue
		}
		text := textOf(c)
		if looksCF(text) || strings.Contains(text, "@") || utf8.RuneCountInString(text) > 60 {
			return false
		}
		head := textOf(b.at(c.Col))
		if c.Kind == workbook.Text && head != "" && !r.lex.knows(text) && r.lex.context([]string{text}) == "" && !r.lex.sessionOf(c).is && r.isIdentity(head) {
			return false // a name under the header of names
		}
	}
	if r.isDurations(b, next) || r.aboutDays(b, next) || rate.values == 0 && r.underGroups(b, next) {
		return true
	}
	for _, m := range above.merged {
		if m.LastRow >= next.number && m.FirstRow >= b.lines[0].number && !blank(b.lineAt(m.FirstRow).at(m.FirstCol)) {
			return rate.known+rate.sessions > 0 || rate.values == 0
		}
	}
	under := r.under(b, next)
	if rate.fields >= 2 && rate.like() && (under*2 <= rate.cells || rate.known*10 >= rate.cells*8 && rate.sessions+rate.values == 0) {
		return true
	}
	return rate.sessions >= 2 && rate.values == 0 && r.identityBlank(b, next) && under <= 1
}

// underGroups says whether all that a row holds stands under headers merged over several columns, and the
// row names nobody.
func (r *recogniser) underGroups(b *block, next *line) bool {
	n := 0
	for i := range next.cells {
		c := &next.cells[i]
		if blank(c) {
			continue
		}
		wide := false
		for _, l := range b.lines {
			m, ok := l.rangeAt(c.Col)
			wide = wide || ok && m.LastCol > m.FirstCol && !blank(l.at(m.FirstCol))
		}
		if _, tick := ticked(c); !wide || tick || utf8.RuneCountInString(textOf(c)) < 3 {
			return false
		}
		n++
	}
	return n >= 2 && r.identityBlank(b, next) && r.namesFollow(b, next)
}

// under counts the cells of a row that stand right under a header of their own, not under one that is
// merged over several columns.
func (r *recogniser) under(b *block, next *line) int {
	n := 0
	for i := range next.cells {
		c := &next.cells[i]
		if blank(c) || blank(b.at(c.Col)) {
			continue
		}
		if above := r.lex.sessionOf(b.at(c.Col)); (above.is && above.cell.Kind == workbook.Empty || r.weekday(textOf(b.at(c.Col)))) && r.lex.sessionOf(c).is {
			continue // the day of a meeting that is only counted above: "Lez. 1", "12/04", or of a day of the week
		}
		wide := false
		for _, l := range b.lines {
			if m, ok := l.rangeAt(c.Col); ok && m.LastCol > m.FirstCol {
				wide = true
			}
		}
		if !wide {
			n++
		}
	}
	return n
}

func (b *block) lineAt(number int) *line {
	for _, l := range b.lines {
		if l.number == number {
			return l
		}
	}
	return &line{}
}

func (r *recogniser) isIdentity(head string) bool {
	found := r.lex.match([]string{head}, "", People).sorted()
	return len(found) > 0 && identityFields()[found[0].field]
}

// identityBlank says whether a row has nothing under the headers that say who a person is.
func (r *recogniser) identityBlank(b *block, next *line) bool {
	for i := range next.cells {
		if head := textOf(b.at(next.cells[i].Col)); head != "" && !blank(&next.cells[i]) && r.isIdentity(head) {
			return false
		}
	}
	return true
}

// isNumbering says whether a row under a header counts its columns: 1, 2, 3…
func (r *recogniser) isNumbering(l *line) bool {
	n := 0
	for i := range l.cells {
		c := &l.cells[i]
		if blank(c) {
			continue
		}
		n++
		words := tokens(textOf(c))
		if len(words) != 1 || words[0] != itoa(n) && words[0] != string(rune('a'+n-1)) {
			return false
		}
	}
	return n >= 4 && len(l.cells) > 0 && l.cells[0].Col <= 2
}

// isDurations says whether a row gives hours to the days above it: "ore 3".
func (r *recogniser) isDurations(b *block, next *line) bool {
	n := 0
	for i := range next.cells {
		c := &next.cells[i]
		if blank(c) {
			continue
		}
		if c.Kind != workbook.Text || !durationText.MatchString(textOf(c)) || !r.lex.sessionOf(b.at(c.Col)).is {
			return false
		}
		n++
	}
	return n > 0
}

// isHints says whether a row holds nothing but remarks in brackets on how to fill the columns.
func isHints(l *line) bool {
	n := 0
	for i := range l.cells {
		if blank(&l.cells[i]) {
			continue
		}
		text := textOf(&l.cells[i])
		if text == "" || len(tokens(withoutBrackets(text))) > 0 && !asksOpenly(text) {
			return false
		}
		n++
	}
	return n > 0
}

// asksOpenly says whether a text is what a program for questionnaires writes under each question.
func asksOpenly(text string) bool {
	switch key(tokens(text)) {
	case "response", "open ended response", "risposta", "risposta aperta":
		return true
	}
	return false
}

// isDateParts says whether a row holds nothing but the parts of a date: "gg | mm | aaaa".
func isDateParts(l *line) bool {
	n := 0
	for i := range l.cells {
		if blank(&l.cells[i]) {
			continue
		}
		switch key(tokens(textOf(&l.cells[i]))) {
		case "gg", "mm", "aaaa", "aa", "giorno", "mese", "anno", "dd", "yyyy":
			n++
		default:
			return false
		}
	}
	return n >= 2
}
