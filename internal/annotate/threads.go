package annotate

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// Newer versions of Excel hold conversations in a part of their own and show those in place of the
// comment that stands on the cell for older ones. What is said about such a cell becomes a reply.

func (e *editor) replyToThreads(rels *relations, c *commentPart, spots []spot) error {
	name := rels.find("threadedComment")
	if name == "" || !e.parts.has(name) {
		return nil
	}
	raw, err := e.parts.read(name)
	if err != nil {
		return err
	}
	d, err := parse(name, raw)
	if err != nil {
		return err
	}
	first := map[string]int{}
	for _, i := range d.children(0) {
		tag := d.pieces[i].raw
		if ref := strings.ToUpper(attr(tag, "ref")); attr(tag, "parentId") == "" {
			first[ref] = i
		}
	}
	person := ""
	var b strings.Builder
	for _, s := range spots {
		at, there := first[cellName(s.row, s.col)]
		if !there {
			continue
		}
		if person == "" {
			if person, err = e.person(); err != nil {
				return err
			}
		}
		tag, p := d.pieces[at].raw, d.pieces[at].prefix()
		said := strings.Join(s.texts, "\n\n")
		id := guid(name + cellName(s.row, s.col) + said)
		b.WriteString("<" + p + `threadedComment ref="` + cellName(s.row, s.col) + `" dT="` + attr(tag, "dT") + `" personId="` + person +
			`" id="` + id + `" parentId="` + attr(tag, "id") + `"><` + p + "text>" + escapeText(said) + "</" + p + "text></" + p + "threadedComment>")
	}
	if b.Len() == 0 {
		return nil
	}
	d.within(0, b.String())
	e.parts.put(name, d.bytes())
	return nil
}

// person gives the id by which replies of ours name who speaks.
func (e *editor) person() (string, error) {
	id := guid("person " + e.marks.Author)
	name := e.book.relations.find("person")
	raw := []byte(xmlHead + `<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"></personList>`)
	known := name != ""
	if known {
		var err error
		if raw, err = e.parts.now(name); err != nil {
			return "", err
		}
	}
	if strings.Contains(string(raw), id) {
		return id, nil
	}
	d, err := parse("persons", raw)
	if err != nil {
		return "", err
	}
	p := d.pieces[0].prefix()
	d.within(0, "<"+p+`person displayName="`+escapeAttr(e.marks.Author)+`" id="`+id+`" userId="`+escapeAttr(e.marks.Author)+`" providerId="None"/>`)
	if !known {
		name = e.parts.free(inFolder(folderOf(e.book.name), "persons/person"), ".xml")
		e.book.relations.add("person", name)
		e.book.relations.list = append(e.book.relations.list, relation{kind: "person", target: name})
		e.types.declare(name, typePersons)
	}
	e.parts.put(name, d.bytes())
	return id, nil
}

// guid makes an identifier out of what it stands for.
func guid(of string) string {
	h := sha256.Sum256([]byte(of))
	return fmt.Sprintf("{%X-%X-%X-%X-%X}", h[:4], h[4:6], h[6:8], h[8:10], h[10:16])
}
