package deck

import (
	"archive/zip"
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"
)

// Types of relationships, by the last word of their address.
const relBase = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// A bundle is a package being made: parts by name without the leading slash, their content types and
// what they refer to.
type bundle struct {
	parts map[string][]byte
	types map[string]string // of parts whose ending does not tell
	ends  map[string]string // content types by ending
	rels  map[string][]relation
}

type relation struct {
	id, kind, target string // the target is a part's full name, or an address where external
	external         bool
}

func newBundle() *bundle {
	return &bundle{parts: map[string][]byte{}, types: map[string]string{}, rels: map[string][]relation{}, ends: map[string]string{
		"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", "png": "image/png",
		"svg": "image/svg+xml", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	}}
}

// add puts a part in. Without a type, its ending tells.
func (b *bundle) add(name, contentType string, content []byte) {
	b.parts[name] = content
	if contentType != "" {
		b.types[name] = contentType
	}
}

// relate makes a part refer to another and gives the reference's id. kind is the type's last word.
func (b *bundle) relate(from, kind, target string) string {
	used := map[string]bool{}
	for _, r := range b.rels[from] {
		if r.target == target && r.kind == relBase+kind {
			return r.id
		}
		used[r.id] = true
	}
	n := len(b.rels[from]) + 1
	for used["rId"+itoa(n)] {
		n++
	}
	b.rels[from] = append(b.rels[from], relation{id: "rId" + itoa(n), kind: relBase + kind, target: target})
	return "rId" + itoa(n)
}

// relsOf is the name of the part that holds a part's relations; "" is the package itself.
func relsOf(part string) string {
	dir, base := path.Split(part)
	return dir + "_rels/" + base + ".rels"
}

// bytes writes the package: the same parts give the same bytes.
func (b *bundle) bytes() ([]byte, error) {
	files := map[string][]byte{}
	for name, content := range b.parts {
		files[name] = content
	}
	for from, rels := range b.rels {
		files[relsOf(from)] = relations(from, rels)
	}
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	files[typesPart] = b.contentTypes(names)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range append([]string{typesPart}, names...) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method(name)})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(files[name]); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// method leaves as it is what is packed already.
func method(name string) uint16 {
	if ext := path.Ext(name); ext == ".png" || ext == ".xlsx" || ext == ".jpeg" || ext == ".jpg" {
		return zip.Store
	}
	return zip.Deflate
}

const typesPart = "[Content_Types].xml"

func (b *bundle) contentTypes(names []string) []byte {
	root := el("Types", at("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"))
	used := map[string]bool{"rels": true, "xml": true}
	for _, name := range names {
		used[ending(name)] = true
	}
	ends := make([]string, 0, len(b.ends))
	for ext := range b.ends {
		ends = append(ends, ext)
	}
	slices.Sort(ends)
	for _, ext := range ends {
		if used[ext] {
			root.kids = append(root.kids, el("Default", at("Extension", ext), at("ContentType", b.ends[ext])))
		}
	}
	for _, name := range names {
		if t := b.types[name]; t != "" {
			root.kids = append(root.kids, el("Override", at("PartName", "/"+name), at("ContentType", t)))
		}
	}
	return root.part()
}

func ending(name string) string { return strings.ToLower(strings.TrimPrefix(path.Ext(name), ".")) }

func relations(from string, rels []relation) []byte {
	root := el("Relationships", at("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"))
	sorted := slices.Clone(rels)
	slices.SortStableFunc(sorted, func(a, b relation) int {
		return cmp.Or(cmp.Compare(len(a.id), len(b.id)), strings.Compare(a.id, b.id))
	})
	for _, r := range sorted {
		if r.external {
			root.kids = append(root.kids, el("Relationship", at("Id", r.id), at("Type", r.kind), at("Target", r.target), at("TargetMode", "External")))
			continue
		}
		root.kids = append(root.kids, el("Relationship", at("Id", r.id), at("Type", r.kind), at("Target", relative(from, r.target))))
	}
	return root.part()
}

// relative writes a part's name as seen from another: some readers know no other way.
func relative(from, target string) string {
	dir := path.Dir(from)
	if from == "" || dir == "." {
		return target
	}
	up := ""
	for dir != "." && !strings.HasPrefix(target, dir+"/") {
		dir = path.Dir(dir)
		up += "../"
	}
	if dir == "." {
		return up + target
	}
	return up + strings.TrimPrefix(target, dir+"/")
}
