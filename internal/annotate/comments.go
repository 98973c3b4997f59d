package annotate

import (
	"slices"
	"strconv"
	"strings"
)

// commentPart is the part that holds a sheet's comments.
type commentPart struct {
	name    string
	doc     *doc
	prefix  string
	authors int // piece of the list of authors
	list    int // piece of the list of comments
	author  int // our own, by number
	byCell  map[string]int
}

// editComments hangs comments on a sheet's cells and gives the relation of their drawing, if the sheet
// does not name one yet.
func (e *editor) editComments(sheet string, spots []spot, head sheetHead) (drawing string, err error) {
	rels, err := e.relationsOf(sheet)
	if err != nil {
		return "", err
	}
	name := rels.find("comments")
	if len(spots) == 0 && name == "" {
		return "", nil
	}
	c, err := e.openComments(name)
	if err != nil {
		return "", err
	}
	gone := c.removeOurs(e.marks.Author)
	if len(spots) == 0 && len(gone) == 0 && len(c.doc.edits) == 0 {
		return "", nil
	}
	if err := e.replyToThreads(rels, c, spots); err != nil {
		return "", err
	}
	fresh := c.add(e.marks.Author, spots)
	if name == "" {
		c.name = e.parts.free(inFolder(folderOf(e.book.name), "comments"), ".xml")
		rels.add("comments", c.name)
		e.types.declare(c.name, typeComments)
	}
	e.parts.put(c.name, c.doc.bytes())
	drawing, err = e.editDrawing(rels, fresh, gone, head)
	if err != nil {
		return "", err
	}
	return drawing, e.writeRelations(rels)
}

func (e *editor) openComments(name string) (*commentPart, error) {
	c := &commentPart{name: name, byCell: map[string]int{}}
	raw := []byte(xmlHead + `<comments xmlns="` + e.book.namespace + `"><authors></authors><commentList></commentList></comments>`)
	var err error
	if name != "" {
		if raw, err = e.parts.read(name); err != nil {
			return nil, err
		}
	}
	if c.doc, err = parse("comments", raw); err != nil {
		return nil, err
	}
	c.prefix = c.doc.pieces[0].prefix()
	c.authors, c.list = c.doc.first("authors", 0), c.doc.first("commentList", 0)
	if c.authors < 0 || c.list < 0 {
		return nil, odd("the comments have no list")
	}
	for _, i := range c.doc.children(c.list) {
		c.byCell[strings.ToUpper(attr(c.doc.pieces[i].raw, "ref"))] = i
	}
	return c, nil
}

// texts gives the runs of a comment: where each stands, and its text.
func (c *commentPart) texts(comment int) (at []int, texts []string) {
	for k := comment + 1; k < c.doc.close(comment); k++ {
		if p := &c.doc.pieces[k]; p.is("t") && !p.alone {
			at = append(at, k)
			texts = append(texts, unescape(string(c.doc.raw[p.to:c.doc.pieces[c.doc.close(k)].from])))
		}
	}
	return at, texts
}

// removeOurs takes out the comments that an earlier copy of ours has left, and what it has added to those
// of others. It names the cells that have no comment any more.
func (c *commentPart) removeOurs(author string) (gone []string) {
	for _, i := range c.doc.children(c.list) {
		ref := strings.ToUpper(attr(c.doc.pieces[i].raw, "ref"))
		at, texts := c.texts(i)
		if strings.HasPrefix(strings.Join(texts, ""), author+":\n") {
			c.doc.replace(c.doc.pieces[i].from, c.doc.pieces[c.doc.close(i)].to, "")
			gone = append(gone, ref)
			delete(c.byCell, ref)
			continue
		}
		added := slices.Index(texts, "\n\n"+author+":\n")
		if added < 1 {
			continue
		}
		first, last := c.runOf(at[added]), c.runOf(at[len(at)-1])
		c.doc.replace(c.doc.pieces[first].from, c.doc.pieces[c.doc.close(last)].to, "")
	}
	return gone
}

// runOf gives the run around a text.
func (c *commentPart) runOf(t int) int {
	for k := t - 1; k > 0; k-- {
		if p := &c.doc.pieces[k]; p.is("r") && !p.alone {
			return k
		}
	}
	return t
}

// add writes the comments, after those that others have hung on the same cells, and lists the spots whose
// cells had none.
func (c *commentPart) add(author string, spots []spot) (fresh []spot) {
	if len(spots) == 0 {
		return nil
	}
	c.author = len(c.doc.children(c.authors))
	c.doc.within(c.authors, "<"+c.prefix+"author>"+escapeText(author)+"</"+c.prefix+"author>")
	var b strings.Builder
	for _, s := range spots {
		ref := cellName(s.row, s.col)
		if old, there := c.byCell[ref]; there {
			c.extend(old, author, s.texts)
			continue
		}
		fresh = append(fresh, s)
		b.WriteString("<" + c.prefix + `comment ref="` + ref + `" authorId="` + strconv.Itoa(c.author) + `"><` + c.prefix + "text>" +
			c.runs(author+":\n", s.texts) + "</" + c.prefix + "text></" + c.prefix + "comment>")
	}
	c.doc.within(c.list, b.String())
	return fresh
}

// extend adds to a comment that is there already. A plain text becomes a run first: a text and runs do
// not go together.
func (c *commentPart) extend(comment int, author string, texts []string) {
	text := c.doc.first("text", comment)
	if text < 0 || text > c.doc.close(comment) {
		return
	}
	for _, k := range c.doc.children(text) {
		if p := &c.doc.pieces[k]; p.is("t") {
			c.doc.insert(p.from, "<"+c.prefix+"r>")
			c.doc.insert(c.doc.pieces[c.doc.close(k)].to, "</"+c.prefix+"r>")
		}
	}
	c.doc.within(text, c.runs("\n\n"+author+":\n", texts))
}

// runs writes who speaks, in bold, and what is said.
func (c *commentPart) runs(head string, texts []string) string {
	p := c.prefix
	look := func(bold string) string {
		return "<" + p + "rPr>" + bold + "<" + p + `sz val="9"/><` + p + `color indexed="81"/><` + p + `rFont val="Tahoma"/><` + p + `family val="2"/></` + p + "rPr>"
	}
	run := func(bold, text string) string {
		return "<" + p + "r>" + look(bold) + "<" + p + `t xml:space="preserve">` + escapeText(text) + "</" + p + "t></" + p + "r>"
	}
	return run("<"+p+"b/>", head) + run("", strings.Join(texts, "\n\n"))
}
