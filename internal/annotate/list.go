package annotate

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// mostLinks is a little under what Excel takes on one sheet.
const mostLinks = 65000

// addList writes the list: in front of all sheets, or in the place of an earlier one.
func (e *editor) addList() error {
	old := slices.IndexFunc(e.book.sheets, func(s sheetPart) bool { return s.name == e.marks.Old && s.kind == "worksheet" })
	if e.marks.Old == "" || old < 0 || !e.parts.has(e.book.sheets[old].part) {
		part := e.parts.free(inFolder(folderOf(e.book.name), "worksheets/formare"), ".xml")
		e.addSheet(e.book.freeName(e.marks.List.Name), part)
		e.types.declare(part, typeSheet)
		e.parts.put(part, []byte(e.listSheet()))
		return nil
	}
	part := e.book.sheets[old].part
	e.parts.put(part, []byte(e.listSheet()))
	if rels := relsOf(part); e.parts.has(rels) {
		e.parts.gone[e.parts.byName[strings.ToLower(rels)]] = true
	}
	e.book.forget(old)
	e.book.show(old)
	return nil
}

// looks are those of the list's cells.
type looks struct {
	title, plain, inert, head, link int
	level                           [levels]int
}

func (s *styleSheet) looks() looks {
	p := s.prefix
	font := func(body string) string {
		return "<" + p + "font>" + strings.ReplaceAll(body, "<", "<"+p) + "<" + p + `name val="Calibri"/><` + p + `family val="2"/></` + p + "font>"
	}
	n := strconv.Itoa
	plain := s.font(font(`<sz val="11"/>`))
	title := s.font(font(`<b/><sz val="14"/>`))
	head := s.font(font(`<b/><sz val="11"/><color rgb="FFFFFFFF"/>`))
	link := s.font(font(`<u/><sz val="11"/><color rgb="FF0563C1"/>`))
	bold := s.font(font(`<b/><sz val="11"/>`))
	const top, wrapped = `vertical="top"`, `vertical="top" wrapText="1"`
	of := func(font, fill int) string {
		return `fontId="` + n(font) + `" fillId="` + n(fill) + `" applyFont="1" applyFill="1"`
	}
	l := looks{
		title: s.own(of(title, 0), top),
		plain: s.own(of(plain, 0), wrapped),
		inert: s.own(of(plain, 0)+` quotePrefix="1"`, wrapped),
		head:  s.own(of(head, s.fill("FF17324D")), `vertical="center" wrapText="1"`),
		link:  s.own(of(link, 0), top),
	}
	for level := range l.level {
		l.level[level] = s.own(of(bold, s.fillOf[level]), top)
	}
	return l
}

// listSheet writes the list. Every cell is a text of its own, which no program takes for a formula.
func (e *editor) listSheet() string {
	list, l := &e.marks.List, e.styles.looks()
	s := &sheetText{}
	s.row()
	s.cell(l.title, Mark+list.Title)
	for _, line := range list.Intro {
		s.row()
		s.cell(0, line)
	}
	s.row()
	for _, level := range [...]Level{Error, Warning, Info} {
		s.cell(l.level[level], list.Counts[level])
	}
	s.row()
	s.row()
	for _, head := range list.Heads {
		s.cell(l.head, head)
	}
	head := s.rows
	for i := range e.marks.Notes {
		e.listLine(s, l, &e.marks.Notes[i])
	}
	s.end()
	return e.aroundList(s, head)
}

// listLine writes one note.
func (e *editor) listLine(s *sheetText, l looks, n *Note) {
	s.rowOf(linesOf(n.Line, e.marks.List.Widths))
	for i, text := range n.Line {
		look := l.plain
		switch {
		case i == 0:
			look = l.level[n.Level]
		case i == n.Link && n.hangs() && s.links < mostLinks:
			look = l.link
			s.link(n.Sheet, cellName(n.Row, n.Col))
		case text != "" && strings.ContainsRune("=+-@\t\r\n", rune(text[0])):
			look = l.inert
		}
		s.cell(look, text)
	}
}

// aroundList gives the sheet's XML.
func (e *editor) aroundList(s *sheetText, head int) string {
	var cols strings.Builder
	for i, width := range e.marks.List.Widths {
		cols.WriteString(`<col min="` + strconv.Itoa(i+1) + `" max="` + strconv.Itoa(i+1) + `" width="` + strconv.FormatFloat(width, 'f', -1, 64) + `" customWidth="1"/>`)
	}
	last := cellName(max(s.rows, head), max(len(e.marks.List.Heads), 1))
	below := strconv.Itoa(head + 1)
	out := xmlHead + `<worksheet xmlns="` + e.book.namespace + `"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:` + last + `"/>` +
		`<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="` + strconv.Itoa(head) + `" topLeftCell="A` + below +
		`" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A` + below + `" sqref="A` + below + `"/></sheetView></sheetViews>` +
		`<sheetFormatPr defaultRowHeight="15"/><cols>` + cols.String() + `</cols><sheetData>` + s.body.String() + `</sheetData>` +
		`<autoFilter ref="A` + strconv.Itoa(head) + `:` + last + `"/>`
	if s.links > 0 {
		out += `<hyperlinks>` + s.hyper.String() + `</hyperlinks>`
	}
	return out + `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>` +
		`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`
}

// sheetText writes rows of texts.
type sheetText struct {
	body, hyper strings.Builder
	rows, cols  int
	links       int
}

func (s *sheetText) row() { s.rowOf(1) }

// rowOf begins a row as high as some lines of text: not every program works that out by itself.
func (s *sheetText) rowOf(lines int) {
	s.end()
	s.rows++
	s.cols = 0
	height := ""
	if lines > 1 {
		height = ` ht="` + strconv.Itoa(min(15*lines, 400)) + `" customHeight="1"`
	}
	s.body.WriteString(`<row r="` + strconv.Itoa(s.rows) + `"` + height + `>`)
}

// linesOf says how many lines the fullest of some texts takes in its column.
func linesOf(texts []string, widths []float64) int {
	most := 1
	for i, text := range texts {
		if i >= len(widths) {
			break
		}
		lines := 0
		for line := range strings.SplitSeq(text, "\n") {
			lines += 1 + int(float64(utf8.RuneCountInString(line))/(widths[i]-1))
		}
		most = max(most, lines)
	}
	return most
}

func (s *sheetText) end() {
	if s.rows > 0 {
		s.body.WriteString(`</row>`)
	}
}

func (s *sheetText) cell(look int, text string) {
	s.cols++
	s.body.WriteString(`<c r="` + cellName(s.rows, s.cols) + `" s="` + strconv.Itoa(look) + `"`)
	if text == "" {
		s.body.WriteString(`/>`)
		return
	}
	s.body.WriteString(` t="inlineStr"><is><t xml:space="preserve">` + escapeText(cut(text)) + `</t></is></c>`)
}

// cut keeps a text to what a cell may hold.
func cut(text string) string {
	const most = 32000
	if r := []rune(text); len(text) > most && len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// link leads from the cell that is about to be written to another.
func (s *sheetText) link(sheet, cell string) {
	s.links++
	s.hyper.WriteString(`<hyperlink ref="` + cellName(s.rows, s.cols+1) + `" location="` +
		escapeAttr("'"+strings.ReplaceAll(sheet, "'", "''")+"'!"+cell) + `"/>`)
}
