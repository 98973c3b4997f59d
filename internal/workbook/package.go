package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"sync"

	"github.com/klauspost/readahead"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// container is the zip package of a workbook: its parts by name, and what reading them has cost.
type container struct {
	parts  map[string]*zip.File // by name in lower case with slashes: names compare without case
	twice  map[string]bool      // names that two parts bear: which one counts cannot be known
	limits Limits
	size   int64             // of the package itself
	held   map[string][]byte // parts that are kept in memory, as UTF-8
	room   int64             // bytes that may still be held

	mu       sync.Mutex          // over what follows: a long part is inflated ahead of who scans it
	inflated int64               // bytes inflated so far; a second reading of the same bytes is free
	furthest map[*zip.File]int64 // how far each part was read
}

// maxHeld bounds what is kept of a workbook's parts once they are inflated. A sheet is scanned two or
// three times: for what stands around its rows, to find out whose it is, for its rows. Those of a usual
// register fit; longer ones are inflated again each time.
const maxHeld = 16 << 20

func newContainer(archive *zip.Reader, size int64, limits Limits) *container {
	archive.RegisterDecompressor(zip.Deflate, inflate)
	c := &container{parts: map[string]*zip.File{}, twice: map[string]bool{}, limits: limits, size: size,
		held: map[string][]byte{}, room: maxHeld, furthest: map[*zip.File]int64{}}
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
	if raw, ok := c.held[name]; ok {
		return newBytesScanner(ctx, raw, c.limits), io.NopCloser(nil), nil
	}
	text, body, err := c.open(name)
	if err != nil {
		return nil, nil, err
	}
	size := int64(min(c.parts[name].UncompressedSize64, maxHeld+1))
	if size > c.room {
		ahead := readahead.NewReadCloser(readCloser{text, body})
		return newScanner(ctx, ahead, c.limits), ahead, nil
	}
	defer body.Close()
	raw, err := readAtMost(ctx, text, size)
	if err != nil {
		return nil, nil, partError(name, err)
	}
	c.held[name] = raw
	c.room -= int64(len(raw))
	return newBytesScanner(ctx, raw, c.limits), io.NopCloser(nil), nil
}

// drop forgets a part that will not be scanned again.
func (c *container) drop(name string) {
	c.room += int64(len(c.held[name]))
	delete(c.held, name)
}

// open gives a part's text as UTF-8, and what must be closed after it.
func (c *container) open(name string) (text io.Reader, body io.Closer, err error) {
	stored, body, err := c.stored(name)
	if err != nil {
		return nil, nil, err
	}
	if text, err = utf8Reader(stored); err != nil {
		body.Close()
		return nil, nil, partError(name, err)
	}
	return text, body, nil
}

// stored gives a part as it is stored, and what must be closed after it.
func (c *container) stored(name string) (io.Reader, io.Closer, error) {
	f := c.parts[name]
	switch {
	case f == nil:
		return nil, nil, fmt.Errorf("%w: the part %s is missing", ErrDamaged, name)
	case c.twice[name]:
		return nil, nil, fmt.Errorf("%w: the part %s is there twice", ErrDamaged, name)
	case f.Flags&1 != 0:
		return nil, nil, fmt.Errorf("%w: the part %s", ErrEncrypted, name)
	}
	raw, err := f.Open()
	if err != nil {
		return nil, nil, fmt.Errorf("%w: the part %s: %v", ErrDamaged, name, err)
	}
	return &meter{c: c, f: f, r: raw}, raw, nil
}

// whole reads a part of at most limit bytes into memory, as it is stored.
func (c *container) whole(name string, limit int64) ([]byte, error) {
	body, closer, err := c.stored(name)
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	raw, err := readBounded(body, int64(min(c.parts[name].UncompressedSize64, 1<<40)), limit)
	if err != nil {
		return nil, partError(name, err)
	}
	return raw, nil
}

type readCloser struct {
	io.Reader
	io.Closer
}

// readAtMost reads all of a text that is said to be size bytes long. One that is in another encoding may
// be up to three times as long as UTF-8; one that is longer than that is not what the archive says.
func readAtMost(ctx context.Context, r io.Reader, size int64) ([]byte, error) {
	buf := make([]byte, 0, size+bytes.MinRead)
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(buf) == cap(buf) {
			if int64(len(buf)) > 3*size+bytes.MinRead {
				return nil, errors.New("it is longer than the archive says")
			}
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := r.Read(buf[len(buf):min(cap(buf), len(buf)+scanBuffer)])
		buf = buf[:len(buf)+n]
		if err == io.EOF {
			return buf, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// partError says in which part something failed. Errors that name their kind already, and those of
// the context, keep it; all else is damage.
func partError(name string, err error) error {
	for _, kind := range kindsOfError {
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
	m.c.mu.Lock()
	defer m.c.mu.Unlock()
	if far := m.c.furthest[m.f]; m.read > far {
		m.c.inflated += m.read - far
		m.c.furthest[m.f] = m.read
	}
	if m.c.inflated > ratioFrom && m.c.inflated/m.c.limits.Ratio > m.c.size {
		return 0, over(LimitRatio, m.c.limits.Ratio)
	}
	if m.c.inflated > m.c.limits.InflatedBytes {
		return 0, over(LimitInflated, m.c.limits.InflatedBytes)
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
