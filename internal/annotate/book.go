package annotate

import (
	"slices"
	"strconv"
	"strings"
)

// bookPart is the workbook's own part: which sheets there are, in which order.
type bookPart struct {
	name      string
	doc       *doc
	relations *relations
	strict    bool
	namespace string // of the elements of its sheets
	relSpace  string // of the attributes that name relations
	sheets    []sheetPart
	maxID     int
}

// A sheetPart is one tab.
type sheetPart struct {
	name, part string
	kind       string // of its relation: worksheet, chartsheet…
}

const (
	mainSpace   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	mainStrict  = "http://purl.oclc.org/ooxml/spreadsheetml/main"
	relSpace    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	relSpaceOld = "http://purl.oclc.org/ooxml/officeDocument/relationships"
)

func (e *editor) readBook() error {
	b := &e.book
	rootRels, err := e.relationsOf("")
	if err != nil {
		return err
	}
	b.name = rootRels.find("officeDocument")
	if b.name == "" || !e.parts.has(b.name) {
		return odd("the workbook's own part is not named")
	}
	raw, err := e.parts.read(b.name)
	if err != nil {
		return err
	}
	if b.doc, err = parse(b.name, raw); err != nil {
		return err
	}
	root := b.doc.first("workbook", 0)
	if root < 0 {
		return odd("the workbook's own part is something else")
	}
	b.namespace, b.relSpace = mainSpace, relSpace
	if strings.Contains(string(b.doc.pieces[root].raw), mainStrict) {
		b.strict, b.namespace, b.relSpace = true, mainStrict, relSpaceOld
	}
	if b.relations, err = e.relationsOf(b.name); err != nil {
		return err
	}
	for i := range b.doc.pieces {
		p := &b.doc.pieces[i]
		if !p.is("sheet") {
			continue
		}
		rel, _ := b.relations.byID(unescape(attr(p.raw, "id")))
		b.sheets = append(b.sheets, sheetPart{name: unescape(attr(p.raw, "name")), part: rel.target, kind: rel.kind})
		if id, err := strconv.Atoi(attr(p.raw, "sheetId")); err == nil {
			b.maxID = max(b.maxID, id)
		}
	}
	if len(b.sheets) == 0 {
		return odd("the workbook names no sheet")
	}
	return nil
}

// addSheet puts a new sheet in front of the others and shows it first. What counts sheets from the first
// counts one more from now on.
func (e *editor) addSheet(name, part string) {
	b, d := &e.book, e.book.doc
	id := b.relations.add("worksheet", part)
	p := &d.pieces[d.first("sheet", 0)]
	d.insert(p.from, "<"+p.prefix()+`sheet name="`+escapeAttr(name)+`" sheetId="`+strconv.Itoa(b.maxID+1)+`" xmlns:r="`+b.relSpace+`" r:id="`+id+`"/>`)
	b.eachName(func(i, local int) { d.setTag(i, "localSheetId", strconv.Itoa(local+1)) })
	b.show(0)
}

// show has the workbook open on a sheet.
func (b *bookPart) show(sheet int) {
	for i := range b.doc.pieces {
		if b.doc.pieces[i].is("workbookView") {
			b.doc.setTag(i, "firstSheet", "0", "activeTab", strconv.Itoa(sheet))
		}
	}
}

// forget takes away the names that belong to a sheet alone.
func (b *bookPart) forget(sheet int) {
	b.eachName(func(i, local int) {
		if local == sheet {
			b.doc.replace(b.doc.pieces[i].from, b.doc.pieces[b.doc.close(i)].to, "")
		}
	})
}

// eachName goes through the names that belong to one sheet each.
func (b *bookPart) eachName(f func(piece, sheet int)) {
	for i := range b.doc.pieces {
		p := &b.doc.pieces[i]
		if !p.is("definedName") {
			continue
		}
		if n, err := strconv.Atoi(attr(p.raw, "localSheetId")); err == nil {
			f(i, n)
		}
	}
}

func (e *editor) writeBook() error {
	e.parts.put(e.book.name, e.book.doc.bytes())
	return e.writeRelations(e.book.relations)
}

// freeName gives a tab name that no sheet has, whatever the case of its letters.
func (b *bookPart) freeName(name string) string {
	taken := func(name string) bool {
		return slices.ContainsFunc(b.sheets, func(s sheetPart) bool { return strings.EqualFold(s.name, name) })
	}
	for i, n := 2, name; ; i++ {
		if !taken(n) {
			return n
		}
		n = name + " (" + strconv.Itoa(i) + ")"
	}
}
