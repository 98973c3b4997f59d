package annotate

import (
	"bytes"
	"io"
	"strings"
)

// A piece is a stretch of XML: a tag, or what stands between two. Its bytes are only good until the next
// one is asked for.
type piece struct {
	raw   []byte
	tag   bool // an element's start or end tag
	local []byte
	end   bool // </name>
	alone bool // <name/>
}

// A reader cuts XML into pieces that give the whole again when put together. It checks no more than it
// needs to find where tags end.
type reader struct {
	r        io.Reader
	buf      []byte
	at, full int
	ended    bool
}

// mostTag bounds a tag, a comment or a CDATA section.
const mostTag = 4 << 20

func newReader(r io.Reader) *reader { return &reader{r: r, buf: make([]byte, 64<<10)} }

// more reads on, moving what is left to the front.
func (r *reader) more() error {
	if r.ended {
		return io.EOF
	}
	if r.at > 0 {
		copy(r.buf, r.buf[r.at:r.full])
		r.full -= r.at
		r.at = 0
	}
	if r.full == len(r.buf) {
		if len(r.buf) >= mostTag {
			return odd("a tag of more than %d bytes", mostTag)
		}
		r.buf = append(r.buf, make([]byte, len(r.buf))...)
	}
	n, err := r.r.Read(r.buf[r.full:])
	r.full += n
	switch {
	case err == io.EOF:
		r.ended = true
	case err != nil:
		return odd("%v", err)
	}
	return nil
}

// next gives the next piece; io.EOF after the last.
func (r *reader) next() (piece, error) {
	for r.at == r.full {
		if err := r.more(); err != nil {
			return piece{}, err
		}
	}
	if r.buf[r.at] != '<' {
		n := bytes.IndexByte(r.buf[r.at:r.full], '<')
		if n < 0 {
			n = r.full - r.at
		}
		r.at += n
		return piece{raw: r.buf[r.at-n : r.at]}, nil
	}
	for {
		if n := tagEnd(r.buf[r.at:r.full]); n > 0 {
			r.at += n
			return newPiece(r.buf[r.at-n : r.at]), nil
		}
		switch err := r.more(); {
		case err == io.EOF:
			return piece{}, odd("a tag that does not end")
		case err != nil:
			return piece{}, err
		}
	}
}

// tagEnd gives the length of the tag, comment, section or instruction that b begins with; 0 if it is not
// all there.
func tagEnd(b []byte) int {
	for _, special := range []struct{ from, to string }{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}} {
		if len(b) < len(special.from) && strings.HasPrefix(special.from, string(b)) {
			return 0
		}
		if bytes.HasPrefix(b, []byte(special.from)) {
			if n := bytes.Index(b[len(special.from):], []byte(special.to)); n >= 0 {
				return len(special.from) + n + len(special.to)
			}
			return 0
		}
	}
	n := bytes.IndexByte(b, '>')
	if n < 0 {
		return 0
	}
	if bytes.IndexByte(b[:n], '"') < 0 && bytes.IndexByte(b[:n], '\'') < 0 {
		return n + 1
	}
	var quote byte
	for i, c := range b {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return 0
}

func newPiece(raw []byte) piece {
	p := piece{raw: raw}
	if raw[1] == '!' || raw[1] == '?' {
		return p
	}
	p.tag = true
	name := raw[1 : len(raw)-1]
	if name = bytes.TrimPrefix(name, []byte("/")); len(name) < len(raw)-2 {
		p.end = true
	}
	if bytes.HasSuffix(name, []byte("/")) {
		name, p.alone = name[:len(name)-1], true
	}
	for i, c := range name {
		if c == ' ' || c == '\t' || c == '\n' || c == '\r' {
			name = name[:i]
			break
		}
	}
	p.local = name[bytes.IndexByte(name, ':')+1:]
	return p
}

// is says that a piece is the start tag of an element, by its name without a prefix.
func (p *piece) is(name string) bool { return p.tag && !p.end && string(p.local) == name }

// prefix gives an element's namespace prefix with its colon, or "".
func (p *piece) prefix() string {
	name := bytes.TrimPrefix(p.raw[1:], []byte("/"))
	for i, c := range name {
		switch c {
		case ':':
			return string(name[:i+1])
		case ' ', '\t', '\n', '\r', '/', '>':
			return ""
		}
	}
	return ""
}

// attr gives an attribute's value as it is written, by its name: with a prefix, or by what follows one.
func attr(tag []byte, name string) string {
	from, to := attrAt(tag, name)
	return string(tag[from:to])
}

// attrAt finds where an attribute's value stands; both are 0 when it is not there.
func attrAt(tag []byte, name string) (from, to int) {
	for i := 0; i < len(tag); {
		eq := bytes.IndexByte(tag[i:], '=')
		if eq < 0 {
			return 0, 0
		}
		eq += i
		key := bytes.TrimRight(tag[i:eq], " \t\r\n")
		if at := bytes.LastIndexAny(key, " \t\r\n"); at >= 0 {
			key = key[at+1:]
		}
		i = eq + 1
		for i < len(tag) && tag[i] != '"' && tag[i] != '\'' {
			i++
		}
		if i >= len(tag) {
			return 0, 0
		}
		n := bytes.IndexByte(tag[i+1:], tag[i])
		if n < 0 {
			return 0, 0
		}
		if string(key) == name || string(key[bytes.IndexByte(key, ':')+1:]) == name && !bytes.HasPrefix(key, []byte("xmlns")) {
			return i + 1, i + 1 + n
		}
		i += n + 2
	}
	return 0, 0
}

// setAttr gives a tag with an attribute set to a value.
func setAttr(tag []byte, name, value string) []byte {
	if from, to := attrAt(tag, name); from > 0 {
		return splice(tag, from, to, escapeAttr(value))
	}
	at := len(tag) - 1
	if tag[at-1] == '/' {
		at--
	}
	for at > 0 && (tag[at-1] == ' ' || tag[at-1] == '\n') {
		at--
	}
	return splice(tag, at, at, " "+name+`="`+escapeAttr(value)+`"`)
}

func splice(b []byte, from, to int, put string) []byte {
	out := make([]byte, 0, len(b)+len(put))
	out = append(append(out, b[:from]...), put...)
	return append(out, b[to:]...)
}
