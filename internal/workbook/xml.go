package workbook

import (
	"bytes"
	"context"
	"errors"
	"io"
)

// token is what scanner.next stands on.
type token uint8

const (
	tokenEnd   token = iota + 1 // </c>, also given after <c/>
	tokenStart                  // <c …>
	tokenText                   // text between tags, CDATA included
)

// scanner reads the XML of office parts as a flat run of tags and text. Workbooks need neither
// namespaces (prefixes are dropped) nor documents types (skipped unread, so that entities cannot
// grow), and encoding/xml costs ten times as much. Slices it gives out hold until the next call.
type scanner struct {
	ctx      context.Context
	r        io.Reader
	buf      []byte
	pos, end int
	eof      bool
	maxToken int
	depth    int // of the elements that are open
	maxDepth int // 0 for any

	name    []byte // of a start or end tag, without prefix
	attrs   []byte // of a start tag, raw
	text    []byte // of a text, raw
	literal bool   // the text is CDATA: no entities in it
	closing bool   // the start tag closes itself; its end comes next
}

const scanBuffer = 64 << 10

var errNoEnd = errors.New("it ends in the middle")

func newScanner(ctx context.Context, r io.Reader, limits Limits) *scanner {
	// A text of TextBytes may be six times as long when every character is written as an entity.
	return &scanner{ctx: ctx, r: r, buf: make([]byte, scanBuffer), maxToken: max(6*limits.TextBytes, scanBuffer), maxDepth: limits.Depth}
}

// newBytesScanner scans a part that is in memory; it only reads the bytes.
func newBytesScanner(ctx context.Context, raw []byte, limits Limits) *scanner {
	return &scanner{ctx: ctx, buf: raw, end: len(raw), eof: true, maxToken: len(raw), maxDepth: limits.Depth}
}

// at gives the place behind the current token of a memory scanner.
func (s *scanner) at() int { return s.pos }

// skipElement passes what stands inside the element whose start tag was read last, and its end tag.
func (s *scanner) skipElement() error {
	for depth := 1; depth > 0; {
		tok, err := s.next()
		if err != nil {
			return noEnd(err)
		}
		switch tok {
		case tokenStart:
			depth++
		case tokenEnd:
			depth--
		}
	}
	return nil
}

// more makes room behind what is still needed and reads on. It gives io.EOF when nothing more comes.
func (s *scanner) more() error {
	if s.eof {
		return io.EOF
	}
	if err := s.ctx.Err(); err != nil {
		return err
	}
	if s.pos > 0 {
		s.end = copy(s.buf, s.buf[s.pos:s.end])
		s.pos = 0
	}
	if s.end == len(s.buf) {
		if len(s.buf) >= s.maxToken {
			return over(LimitText, s.maxToken)
		}
		s.buf = append(s.buf, make([]byte, min(len(s.buf), s.maxToken-len(s.buf)))...)
	}
	n, err := s.r.Read(s.buf[s.end:])
	s.end += n
	if err == io.EOF {
		s.eof = true
		if n == 0 {
			return io.EOF
		}
		return nil
	}
	return err
}

// next gives the next tag or text, or io.EOF after the last.
func (s *scanner) next() (token, error) {
	if s.closing {
		s.closing = false
		return tokenEnd, nil
	}
	for {
		if s.pos == s.end {
			if err := s.more(); err != nil {
				return 0, err
			}
			continue
		}
		if s.buf[s.pos] != '<' {
			return s.readText()
		}
		if s.end-s.pos < 2 {
			if err := s.more(); err != nil {
				return 0, noEnd(err)
			}
			continue
		}
		switch s.buf[s.pos+1] {
		case '?':
			if _, err := s.upTo("?>"); err != nil {
				return 0, err
			}
		case '!':
			found, err := s.readDeclaration()
			if found || err != nil {
				return tokenText, err
			}
		case '/':
			s.depth--
			return tokenEnd, s.readEndTag()
		default:
			return tokenStart, s.open()
		}
	}
}

// open reads a start tag and counts how deep it stands.
func (s *scanner) open() error {
	err := s.readStartTag()
	if err != nil || s.closing {
		return err
	}
	if s.depth++; s.depth > s.maxDepth && s.maxDepth > 0 {
		return over(LimitDepth, s.maxDepth)
	}
	return nil
}

func (s *scanner) readText() (token, error) {
	from := 0
	for {
		if i := bytes.IndexByte(s.buf[s.pos+from:s.end], '<'); i >= 0 {
			s.text = s.buf[s.pos : s.pos+from+i]
			s.pos += from + i
			break
		}
		from = s.end - s.pos
		if err := s.more(); err == io.EOF {
			s.text = s.buf[s.pos:s.end]
			s.pos = s.end
			break
		} else if err != nil {
			return 0, err
		}
	}
	s.literal = false
	return tokenText, nil
}

// upTo passes the next occurrence of a mark and gives what stood before it.
func (s *scanner) upTo(mark string) ([]byte, error) {
	from := 0
	for {
		if i := bytes.Index(s.buf[s.pos+from:s.end], []byte(mark)); i >= 0 {
			got := s.buf[s.pos : s.pos+from+i]
			s.pos += from + i + len(mark)
			return got, nil
		}
		from = max(s.end-s.pos-len(mark)+1, 0)
		if err := s.more(); err != nil {
			return nil, noEnd(err)
		}
	}
}

// skipPast passes the end tag of an element without looking at what stands in it.
func (s *scanner) skipPast(name string) error {
	if s.closing {
		s.closing = false
		return nil
	}
	mark := []byte(name + ">")
	const back = 64 // room for "</" and a prefix before the name
	from := 0
	for {
		i := bytes.Index(s.buf[s.pos+from:s.end], mark)
		if i < 0 {
			s.pos = max(s.pos, s.end-back-len(mark))
			from = max(s.end-s.pos-len(mark), 0)
			if err := s.more(); err != nil {
				return noEnd(err)
			}
			continue
		}
		at := s.pos + from + i
		before := s.buf[max(at-back, 0):at]
		if j := bytes.LastIndexByte(before, '<'); j >= 0 && bytes.HasPrefix(before[j:], []byte("</")) {
			s.pos = at + len(mark)
			s.depth--
			return nil
		}
		from += i + len(mark)
	}
}

// noEnd tells a part that stops in the middle of something from one that is at its end.
func noEnd(err error) error {
	if err == io.EOF {
		return errNoEnd
	}
	return err
}
