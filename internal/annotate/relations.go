package annotate

import (
	"slices"
	"strconv"
	"strings"
)

func sortedEdits(list []edit) []edit {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b edit) int { return a.from - b.from })
	return out
}

// A relation is one line of a relationships part. Its kind is the type without the address before it.
type relation struct{ id, kind, target string }

// relations are those of one part, with what is added to them.
type relations struct {
	of     string // the part
	base   string // what stands before the kinds in this package, which may be strict
	list   []relation
	added  []relation
	exists bool
}

const (
	relBase      = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	relStrict    = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
	relMicrosoft = "http://schemas.microsoft.com/office/2017/10/relationships/"
)

func (e *editor) relationsOf(part string) (*relations, error) {
	r := &relations{of: part, base: relBase}
	if e.book.strict {
		r.base = relStrict
	}
	name := relsOf(part)
	if !e.parts.has(name) {
		return r, nil
	}
	r.exists = true
	raw, err := e.parts.read(name)
	if err != nil {
		return nil, err
	}
	d, err := parse(name, raw)
	if err != nil {
		return nil, err
	}
	for i := range d.pieces {
		p := &d.pieces[i]
		if !p.is("Relationship") {
			continue
		}
		kind := attr(p.raw, "Type")
		if strings.HasPrefix(kind, relStrict) && part == e.book.name {
			r.base = relStrict
		}
		rel := relation{id: unescape(attr(p.raw, "Id")), kind: kind[strings.LastIndexByte(kind, '/')+1:]}
		if attr(p.raw, "TargetMode") != "External" {
			rel.target = e.parts.realName(partName(folderOf(part), unescape(attr(p.raw, "Target"))))
		}
		r.list = append(r.list, rel)
	}
	return r, nil
}

// find gives the target of the first relation of a kind, "" if there is none.
func (r *relations) find(kind string) string {
	for _, rel := range r.list {
		if rel.kind == kind {
			return rel.target
		}
	}
	return ""
}

func (r *relations) byID(id string) (relation, bool) {
	for _, rel := range r.list {
		if rel.id == id {
			return rel, true
		}
	}
	return relation{}, false
}

// add makes a relation to a part and gives its id.
func (r *relations) add(kind, target string) string {
	id := ""
	for i := 1; ; i++ {
		id = "rIdFormare" + strconv.Itoa(i)
		if _, taken := r.byID(id); !taken && !slices.ContainsFunc(r.added, func(x relation) bool { return x.id == id }) {
			break
		}
	}
	r.added = append(r.added, relation{id: id, kind: kind, target: target})
	return id
}

// write puts the relations back, if there are new ones.
func (e *editor) writeRelations(r *relations) error {
	if len(r.added) == 0 {
		return nil
	}
	name := relsOf(r.of)
	raw := []byte(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`)
	if r.exists {
		var err error
		if raw, err = e.parts.read(name); err != nil {
			return err
		}
	}
	d, err := parse(name, raw)
	if err != nil {
		return err
	}
	root := d.first("Relationships", 0)
	if root < 0 {
		return odd("the part %s has no relationships", name)
	}
	var b strings.Builder
	for _, rel := range r.added {
		base := r.base
		if rel.kind == "threadedComment" || rel.kind == "person" {
			base = relMicrosoft
		}
		b.WriteString("<" + d.pieces[root].prefix() + `Relationship Id="` + rel.id + `" Type="` + base + rel.kind +
			`" Target="` + escapeAttr(relative(folderOf(r.of), rel.target)) + `"/>`)
	}
	d.within(root, b.String())
	e.parts.put(name, d.bytes())
	return nil
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// relative writes a part's name as seen from a folder.
func relative(folder, target string) string {
	var up string
	for folder != "" && !strings.HasPrefix(strings.ToLower(target), strings.ToLower(folder)+"/") {
		up += "../"
		folder = strings.TrimSuffix(folder[:strings.LastIndexByte(folder, '/')+1], "/")
	}
	if folder != "" {
		target = target[len(folder)+1:]
	}
	return up + target
}
