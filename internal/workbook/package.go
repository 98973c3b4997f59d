package workbook

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/flate"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// container is the zip package of a workbook: its parts by name, and what reading them has cost.
type container struct {
	parts    map[string]*zip.File // by name in lower case with slashes: names compare without case
	twice    map[string]bool      // names that two parts bear: which one counts cannot be known
	limits   Limits
	inflated int64               // bytes inflated so far; a second reading of the same bytes is free
	furthest map[*zip.File]int64 // how far each part was read
}

func newContainer(archive *zip.Reader, limits Limits) *container {
	archive.RegisterDecompressor(zip.Deflate, flate.NewReader)
	c := &container{parts: map[string]*zip.File{}, twice: map[string]bool{}, limits: limits, furthest: map[*zip.File]int64{}}
	for _, f := range archive.File {
		name := partName("", f.Name)
		c.twice[name] = c.parts[name] != nil
		c.parts[name] = f
	}
	return c
}

// partName resolves the target of a relationship against the folder of the part that names it.
func partName(folder, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = folder + "/" + target
	}
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+target), "/"))
}

func (c *container) has(name string) bool { return c.parts[name] != nil }

// scan opens a part for scanning. The caller closes what it gets.
func (c *container) scan(ctx context.Context, name string) (*scanner, io.Closer, error) {
	f := c.parts[name]
	if f == nil {
		return nil, nil, fmt.Errorf("%w: the part %s is missing", ErrDamaged, name)
	}
	if c.twice[name] {
		return nil, nil, fmt.Errorf("%w: the part %s is there twice", ErrDamaged, name)
	}
	if f.Flags&1 != 0 {
		return nil, nil, fmt.Errorf("%w: the part %s", ErrEncrypted, name)
	}
	body, err := f.Open()
	if err != nil {
		return nil, nil, fmt.Errorf("%w: the part %s: %v", ErrDamaged, name, err)
	}
	text, err := utf8Reader(&meter{c: c, f: f, r: body})
	if err != nil {
		body.Close()
		return nil, nil, partError(name, err)
	}
	// A text of TextBytes may be six times as long when every character is written as an entity.
	return newScanner(ctx, text, 6*c.limits.TextBytes), body, nil
}

// partError says in which part something failed. Errors that name their kind already, and those of
// the context, keep it; all else is damage.
func partError(name string, err error) error {
	for _, kind := range []error{ErrLimit, ErrDamaged, ErrUnsupported, context.Canceled, context.DeadlineExceeded} {
		if errors.Is(err, kind) {
			return fmt.Errorf("the part %s: %w", name, err)
		}
	}
	return fmt.Errorf("%w: the part %s: %v", ErrDamaged, name, err)
}

// meter counts what is inflated from a part, whatever the archive's directory says about its size.
type meter struct {
	c    *container
	f    *zip.File
	r    io.Reader
	read int64
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.read += int64(n)
	if far := m.c.furthest[m.f]; m.read > far {
		m.c.inflated += m.read - far
		m.c.furthest[m.f] = m.read
	}
	if m.c.inflated > m.c.limits.InflatedBytes {
		return 0, fmt.Errorf("%w: more than %d bytes when unpacked", ErrLimit, m.c.limits.InflatedBytes)
	}
	return n, err
}

// utf8Reader gives a part as UTF-8, by its byte order mark or its XML declaration.
func utf8Reader(r io.Reader) (io.Reader, error) {
	head := make([]byte, 256)
	n, err := io.ReadFull(r, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, err
	}
	head = head[:n]
	whole := io.MultiReader(strings.NewReader(string(head)), r)
	var enc encoding.Encoding
	switch s := string(head); {
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		return io.MultiReader(strings.NewReader(s[3:]), r), nil
	case strings.HasPrefix(s, "\xff\xfe"), strings.HasPrefix(s, "<\x00"):
		enc = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case strings.HasPrefix(s, "\xfe\xff"), strings.HasPrefix(s, "\x00<"):
		enc = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	default:
		declaration, _, _ := strings.Cut(s, "?>")
		label := attr([]byte(strings.TrimPrefix(declaration, "<?xml")), "encoding")
		if label == "" || strings.EqualFold(label, "utf-8") {
			return whole, nil
		}
		if enc, err = htmlindex.Get(label); err != nil {
			return nil, fmt.Errorf("encoding %q is not known", label)
		}
	}
	return enc.NewDecoder().Reader(whole), nil
}
