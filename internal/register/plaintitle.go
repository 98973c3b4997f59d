package register

import (
	"slices"
	"strings"
	"unicode/utf8"

	"formare/internal/finding"
	"formare/internal/workbook"
)

// plainLine is a line of its own above a table that may be the title of its course.
type plainLine struct {
	cell  workbook.Cell
	row   int
	score int
}

// maxPlainLines bounds the lines that are kept.
const maxPlainLines = 32

// notePlain keeps a line that has but one text, if that reads like a title.
func (r *recogniser) notePlain(l *line, c *workbook.Cell) {
	text := textOf(c)
	if kind := r.lex.titleKind(strings.TrimRight(text, ": ")); c.Kind == workbook.Text {
		r.others = kind == "others"
	}
	if c.Kind != workbook.Text || !r.titleText(text) || len(r.titles) >= maxPlainLines {
		return
	}
	p := plainLine{cell: *c, row: l.number, score: 1}
	if m, ok := l.rangeAt(c.Col); ok && m.LastCol > m.FirstCol {
		p.score++
	}
	if len(strings.Fields(text)) >= 3 {
		p.score++
	}
	if enumeration.MatchString(text) {
		p.score++
	}
	r.titles = append(r.titles, p)
}

// titleText says whether a text reads like a course's title rather than the name of a list, a project or an
// office, a day, a place or an instruction.
func (r *recogniser) titleText(text string) bool {
	n := utf8.RuneCountInString(text)
	words := tokens(enumeration.ReplaceAllString(text, ""))
	if n < 8 || n > 120 || len(words) < 2 || !titleLike(text) || strings.ContainsAny(text, "@_") || strings.HasSuffix(text, ":") || strings.HasSuffix(text, ".") {
		return false
	}
	if countDigits(text) > 4 || dayIn(text, r.lex.months) || r.lex.titleKind(text) != "" || r.opt.IsComune != nil && r.opt.IsComune(text) {
		return false
	}
	for i, w := range words {
		if banner := slices.ContainsFunc(r.lex.titles["banner"], func(p []string) bool { return len(p) == 1 && p[0] == w }); banner && (i == 0 || r.lex.sheets[w] && len(words) <= 4) {
			return false
		}
		if w == "fami" || w == "fse" || w == "cofinanziato" || w == "progetto" || w == "cup" || asYear(w) > 0 && len(w) == 4 {
			return false
		}
	}
	return r.opt.IsPartner == nil || !r.opt.IsPartner(text)
}

// plainTitle takes the likeliest line above a table of people for the title of its course, and says so.
func (r *recogniser) plainTitle(d *decision) []Label {
	best := -1
	for i := range r.titles {
		if best < 0 || r.titles[i].score >= r.titles[best].score {
			best = i
		}
	}
	if best < 0 || d.subject != People {
		return nil
	}
	p := &r.titles[best]
	found := r.lex.details([]Label{r.lex.textLabel(CourseTitle, textOf(&p.cell), p.row, p.cell.Col)})
	if r.sureTitle(p) {
		return found
	}
	r.report(finding.Finding{Sheet: r.sheet.Name, Row: p.row, Cell: workbook.Address(p.row, p.cell.Col), Field: string(CourseTitle),
		Rule: finding.CourseFromHeading, Value: finding.Redact("", textOf(&p.cell))})
	return found
}

// sureTitle says whether labels about a course stand right under a line, or its code anywhere above the
// table: then the line needs no question.
func (r *recogniser) sureTitle(p *plainLine) bool {
	if r.labels.has(CourseCode) {
		return true
	}
	return slices.ContainsFunc(r.met, func(l Label) bool {
		return l.Row > p.row && l.Row <= p.row+2 && courseFields()[l.Field] && l.Field != Partner && l.Field != Month
	})
}
