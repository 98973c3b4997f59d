package annotate

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"
)

// mostPart bounds a part that is edited in memory; rows of sheets are streamed.
const mostPart = 64 << 20

// parts are the files inside a package, with what is to stand in their place.
type parts struct {
	archive *zip.Reader
	byName  map[string]*zip.File // names compare without case
	changed map[*zip.File]change
	gone    map[*zip.File]bool
	added   []addition
	taken   map[string]bool
	last    *late
}

// late is the part that is written after all others.
type late struct {
	name    string
	content func() []byte
}

// A change gives a part's new content: bytes, or what writes them.
type change struct {
	content []byte
	stream  func(io.Writer) error
}

type addition struct {
	name string
	change
}

func openParts(archive *zip.Reader) (*parts, error) {
	archive.RegisterDecompressor(zip.Deflate, flate.NewReader)
	p := &parts{archive: archive, byName: map[string]*zip.File{}, changed: map[*zip.File]change{}, gone: map[*zip.File]bool{}, taken: map[string]bool{}}
	for _, f := range archive.File {
		name := partName("", f.Name)
		if p.byName[name] != nil {
			return nil, odd("the part %s is there twice", name)
		}
		p.byName[name] = f
		p.taken[name] = true
	}
	return p, nil
}

// partName resolves a name against a folder, as relationships are.
func partName(folder, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = folder + "/" + target
	}
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+target), "/"))
}

// folderOf gives the folder of a part, as it is spelt.
func folderOf(name string) string {
	return strings.TrimSuffix(name[:strings.LastIndexByte(name, '/')+1], "/")
}

func inFolder(folder, name string) string {
	if folder == "" {
		return name
	}
	return folder + "/" + name
}

// relsOf names the part that holds another's relationships.
func relsOf(name string) string {
	at := strings.LastIndexByte(name, '/') + 1
	return name[:at] + "_rels/" + name[at:] + ".rels"
}

func (p *parts) has(name string) bool { return p.byName[strings.ToLower(name)] != nil }

// realName gives a part's name as the package spells it.
func (p *parts) realName(name string) string {
	if f := p.byName[strings.ToLower(name)]; f != nil {
		return strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
	}
	return name
}

// read gives a whole part as UTF-8 XML.
func (p *parts) read(name string) ([]byte, error) {
	r, err := p.open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	raw, err := io.ReadAll(io.LimitReader(r, mostPart+1))
	switch {
	case err != nil:
		return nil, odd("the part %s: %v", name, err)
	case len(raw) > mostPart:
		return nil, odd("the part %s is too large", name)
	}
	return raw, checkEncoding(name, raw)
}

// now gives a part as it will be written.
func (p *parts) now(name string) ([]byte, error) {
	for _, a := range p.added {
		if strings.EqualFold(a.name, name) {
			return a.content, nil
		}
	}
	if c, ok := p.changed[p.byName[strings.ToLower(name)]]; ok {
		return c.content, nil
	}
	return p.read(name)
}

func (p *parts) open(name string) (io.ReadCloser, error) {
	f := p.byName[strings.ToLower(name)]
	if f == nil {
		return nil, odd("the part %s is missing", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, odd("the part %s: %v", name, err)
	}
	return r, nil
}

// checkEncoding refuses what is not plain UTF-8 XML.
func checkEncoding(name string, head []byte) error {
	head = bytes.TrimPrefix(head[:min(len(head), 512)], []byte("\xef\xbb\xbf"))
	declaration, _, _ := bytes.Cut(head, []byte("?>"))
	label := ""
	if bytes.HasPrefix(declaration, []byte("<?xml")) {
		label = attr(declaration, "encoding")
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")), bytes.IndexByte(head, 0) >= 0:
		return odd("the part %s is in UTF-16", name)
	case label != "" && !strings.EqualFold(label, "utf-8") && !strings.EqualFold(label, "us-ascii"):
		return odd("the part %s is in %s", name, label)
	case bytes.Contains(head, []byte("<!DOCTYPE")):
		return odd("the part %s has a document type", name)
	}
	return nil
}

func (p *parts) replace(name string, content []byte) {
	p.changed[p.byName[strings.ToLower(name)]] = change{content: content}
}

func (p *parts) putLast(name string, content func() []byte) {
	if f := p.byName[strings.ToLower(name)]; f != nil {
		p.gone[f] = true
		name = f.Name
	}
	p.last = &late{name, content}
}

func (p *parts) replaceStream(name string, write func(io.Writer) error) {
	p.changed[p.byName[strings.ToLower(name)]] = change{stream: write}
}

// put sets a part, whether it is there or not.
func (p *parts) put(name string, content []byte) {
	if p.has(name) {
		p.replace(name, content)
		return
	}
	for i := range p.added {
		if p.added[i].name == name {
			p.added[i].content = content
			return
		}
	}
	p.taken[strings.ToLower(name)] = true
	p.added = append(p.added, addition{name, change{content: content}})
}

// free gives a name that no part has: "xl/comments" and ".xml" give "xl/comments7.xml".
func (p *parts) free(stem, ext string) string {
	for i := 1; ; i++ {
		if name := stem + strconv.Itoa(i) + ext; !p.taken[strings.ToLower(name)] {
			return name
		}
	}
}

// firstDay is the earliest that a zip archive can tell: new parts bear it, so that bytes never depend on
// the clock.
var firstDay = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// write puts the package together: parts that did not change as they stand, compressed bytes and all.
func (p *parts) write(ctx context.Context, w io.Writer) error {
	out := zip.NewWriter(w)
	out.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 5) })
	for _, f := range p.archive.File {
		if err := ctx.Err(); err != nil {
			return err
		}
		if p.gone[f] {
			continue
		}
		c, changed := p.changed[f]
		if !changed {
			if err := out.Copy(f); err != nil {
				return err
			}
			continue
		}
		if err := c.write(out, f.Name); err != nil {
			return err
		}
	}
	for _, a := range p.added {
		if err := a.write(out, a.name); err != nil {
			return err
		}
	}
	if p.last != nil {
		if err := (change{content: p.last.content()}).write(out, p.last.name); err != nil {
			return err
		}
	}
	if err := out.SetComment(p.archive.Comment); err != nil {
		return err
	}
	return out.Close()
}

func (c change) write(out *zip.Writer, name string) error {
	w, err := out.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: firstDay})
	if err != nil {
		return err
	}
	if c.stream != nil {
		return c.stream(w)
	}
	_, err = w.Write(c.content)
	return err
}
