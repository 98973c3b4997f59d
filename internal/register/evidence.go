package register

import (
	"strings"
	"unicode/utf8"

	"formare/internal/workbook"
)

// identityOf counts the cells that say who a row is about; whether they look like names; and whether
// there is a codice fiscale, which settles it.
func (t *reader) identityOf(l *line) (count int, names, cf bool) {
	names = true
	for _, i := range t.identity {
		c := l.at(t.table.Columns[i].Col)
		if blank(c) {
			continue
		}
		count++
		text := strings.TrimSpace(c.Text)
		switch t.table.Columns[i].Field {
		case CodiceFiscale:
			cf = cf || c.Kind == workbook.Text && looksCF(text)
		case Surname, GivenName, FullName:
			if name, _, ok := cutNameAndBirth(text); ok {
				text = name
			}
			words := strings.Fields(text)
			names = names && c.Kind == workbook.Text && looksName(words) && len(words) <= 5
		}
	}
	return count, names, cf
}

// typedCell says whether a cell stands in a column of days, hours or the like and is of that kind.
func (t *reader) typedCell(l *line) bool {
	for _, c := range t.table.Columns {
		var s shape
		if cell := l.at(c.Col); !blank(cell) {
			s.measure(cell, t.r.opt.IsComune)
		}
		switch c.Field {
		case BirthDate, StartDate, EndDate:
			if s.dates > 0 {
				return true
			}
		case HoursAttended, HoursPlanned, HoursDelivered, ShareAttended, Ordinal:
			if s.number > 0 {
				return true
			}
		case Gender, Email, Comune:
			if s.gender+s.email+s.comune > 0 {
				return true
			}
		case Session:
			if s.mark+s.number+s.yesNo > 0 {
				return true
			}
		}
	}
	return false
}

// sureData says whether a row has what only a data row has: a day, or nearly as many cells as others.
func (t *reader) sureData(l *line, filled int) bool {
	if t.fill > 2 && filled*10 >= t.fill*7 {
		return true
	}
	for _, f := range []Field{BirthDate, GivenName} {
		if i, ok := t.byField[f]; ok && !blank(l.at(t.table.Columns[i].Col)) {
			return true
		}
	}
	return false
}

// totalLike says whether a row that begins with a total's word can be one: it names nobody.
func (t *reader) totalLike(l *line, filled int) bool {
	for _, f := range []Field{GivenName, BirthDate, Gender, Email, StartDate} {
		if i, ok := t.byField[f]; ok {
			if c := l.at(t.table.Columns[i].Col); !blank(c) && (c.Kind == workbook.Text || c.Kind == workbook.Date) && !t.begins([]workbook.Cell{*c}, "total") {
				return false
			}
		}
	}
	return true
}

// begins says whether one of a row's texts begins with the words of a kind of row that is no data. A
// single word that could be a surname must stand alone.
func (t *reader) begins(cells []workbook.Cell, kind string) bool {
	for i := range cells {
		if blank(&cells[i]) || cells[i].Kind != workbook.Text {
			continue
		}
		text := strings.TrimLeft(cells[i].Text, " \t\n\"'(*-•")
		if kind == "note" && strings.HasPrefix(strings.TrimSpace(cells[i].Text), "*") {
			return true
		}
		if text == "" || !t.r.lex.starts[kind][strings.ToLower(text[:1])] {
			continue
		}
		words := tokens(text)
		for _, phrase := range t.r.lex.rows[kind] {
			if len(words) < len(phrase) || lastRun(words[:len(phrase)], phrase) != 0 {
				continue
			}
			if len(words) == len(phrase) || len(phrase) > 1 || strings.HasPrefix(phrase[0], "tot") || strings.Contains(cells[i].Text, ":") || onlyNumbers(words[len(phrase):]) || kind == "note" && len(words) > 3 || kind == "signature" && len(words) > 1 {
				return true
			}
		}
	}
	return false
}

func onlyNumbers(words []string) bool {
	for _, w := range words {
		if countDigits(w) != len(w) && w != "ore" && w != "h" && w != "n" {
			return false
		}
	}
	return true
}

// othersFit says whether the cells beside the name are of the kind that their columns have.
func (t *reader) othersFit(l *line) bool {
	for _, c := range t.table.Columns {
		cell := l.at(c.Col)
		if blank(cell) {
			continue
		}
		var s shape
		s.measure(cell, nil)
		switch c.Field {
		case BirthDate, StartDate, EndDate:
			if s.dates == 0 {
				return false
			}
		case HoursAttended, HoursPlanned, HoursDelivered, Ordinal:
			if s.number == 0 {
				return false
			}
		case Role, Service, Note, None, ignored, Venue, Area, Status:
			if t.gap > 0 {
				return false
			}
		}
	}
	return true
}

// titleRow says whether a text may be a line over the rows of a table of people that follow: it stands over
// several columns or in the first one, and a row with a name comes next.
func (t *reader) titleRow(l *line, c *workbook.Cell) bool {
	if t.table.Subject != People || c.Kind != workbook.Text || utf8.RuneCountInString(c.Text) > 150 {
		return false
	}
	m, merged := l.rangeAt(c.Col)
	wide := merged && m.LastCol-m.FirstCol >= 2
	next := t.r.window.from(1)
	return (wide || c.Col == t.first) && next != nil && next.number <= l.number+2 && t.hasIdentity(next)
}

// onlyOrdinal says whether nothing stands in a row but its number, or formulas without a result.
func (t *reader) onlyOrdinal(l *line) bool {
	for i, c := range t.table.Columns {
		cell := l.at(c.Col)
		if blank(cell) || c.Field == Ordinal && looksNumber(textOf(cell)) || cell.Formula && cell.Num == 0 && cell.Text == "" {
			continue
		}
		if m, ok := l.rangeAt(c.Col); ok && m.FirstRow < l.number && t.held[i].lastRow == m.LastRow {
			continue
		}
		return false
	}
	return true
}

// namesNothing says whether the cells that should say who a row is about hold the words of a header or a
// label instead: "Corso:", "ore", "Presenti".
func (t *reader) namesNothing(l *line) bool {
	words := 0
	for _, i := range t.identity {
		c := l.at(t.table.Columns[i].Col)
		if blank(c) {
			continue
		}
		text := strings.TrimSpace(c.Text)
		if c.Kind != workbook.Text || !strings.HasSuffix(text, ":") && !t.r.lex.knows(text) {
			return false
		}
		if _, label := t.r.lex.labelName(text); label && strings.HasSuffix(text, ":") {
			return true
		}
		words++
	}
	return words > 0 && t.table.Subject == People
}
