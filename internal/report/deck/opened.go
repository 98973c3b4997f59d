package deck

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"
)

// Limits of a template: a presentation that unpacks to more is none.
const (
	mostParts = 5000
	mostBytes = 200 << 20
)

// A template is a package as it was read.
type template struct {
	parts map[string][]byte
	types map[string]string // by part
	ends  map[string]string // by ending
	rels  map[string][]relation
}

// openTemplate reads all parts of a package and what they refer to.
func openTemplate(raw []byte) (*template, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil || len(z.File) > mostParts {
		return nil, ErrTemplate
	}
	t := &template{parts: map[string][]byte{}, types: map[string]string{}, ends: map[string]string{}, rels: map[string][]relation{}}
	left := int64(mostBytes)
	for _, f := range z.File {
		if strings.Contains(f.Name, "..") || strings.ContainsAny(f.Name, `\:`) || strings.HasPrefix(f.Name, "/") {
			return nil, ErrTemplate
		}
		r, err := f.Open()
		if err != nil {
			return nil, ErrTemplate
		}
		content, err := io.ReadAll(io.LimitReader(r, left+1))
		r.Close()
		if left -= int64(len(content)); err != nil || left < 0 {
			return nil, ErrTemplate
		}
		t.parts[f.Name] = content
	}
	if err := t.readTypes(); err != nil {
		return nil, err
	}
	for name := range t.parts {
		if strings.HasSuffix(name, ".rels") {
			if err := t.readRelations(name); err != nil {
				return nil, err
			}
		}
	}
	return t, nil
}

func (t *template) readTypes() error {
	var doc struct {
		Default []struct {
			Extension   string `xml:",attr"`
			ContentType string `xml:",attr"`
		}
		Override []struct {
			PartName    string `xml:",attr"`
			ContentType string `xml:",attr"`
		}
	}
	if err := xml.Unmarshal(t.parts[typesPart], &doc); err != nil {
		return ErrTemplate
	}
	for _, e := range doc.Default {
		t.ends[strings.ToLower(e.Extension)] = e.ContentType
	}
	for _, o := range doc.Override {
		t.types[strings.TrimPrefix(o.PartName, "/")] = o.ContentType
	}
	return nil
}

// readRelations reads what a part refers to. Targets are resolved to names of parts; one that leaves the
// package is none of its parts, and so leads nowhere.
func (t *template) readRelations(name string) error {
	var doc struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:",attr"`
			Target string `xml:",attr"`
			Mode   string `xml:"TargetMode,attr"`
		}
	}
	if err := xml.Unmarshal(t.parts[name], &doc); err != nil {
		return ErrTemplate
	}
	dir := path.Dir(path.Dir(name))
	from := path.Join(dir, strings.TrimSuffix(path.Base(name), ".rels"))
	if name == "_rels/.rels" {
		from = ""
	}
	for _, r := range doc.Relationship {
		rel := relation{id: r.ID, kind: r.Type, target: r.Target, external: r.Mode == "External"}
		if !rel.external {
			if rel.target = strings.TrimPrefix(r.Target, "/"); rel.target == r.Target {
				rel.target = path.Join(dir, r.Target)
			}
		}
		t.rels[from] = append(t.rels[from], rel)
	}
	return nil
}

// presentation is the name of the package's main part.
func (t *template) presentation() string {
	for _, r := range t.rels[""] {
		if r.kind == relBase+"officeDocument" {
			return r.target
		}
	}
	return presentationName
}
