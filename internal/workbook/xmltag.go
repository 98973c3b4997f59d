package workbook

import (
	"bytes"
	"io"
)

// readDeclaration passes a comment or document type, or gives a CDATA section as text.
func (s *scanner) readDeclaration() (isText bool, err error) {
	const cdata = "<![CDATA["
	for s.end-s.pos < len(cdata) {
		if err := s.more(); err == io.EOF {
			break
		} else if err != nil {
			return false, err
		}
	}
	head := s.buf[s.pos:s.end]
	switch {
	case bytes.HasPrefix(head, []byte("<!--")):
		s.pos += len("<!--")
		_, err = s.upTo("-->")
	case bytes.HasPrefix(head, []byte(cdata)):
		s.pos += len(cdata)
		s.text, err = s.upTo("]]>")
		s.literal = true
		return true, err
	default:
		err = s.skipDocumentType()
	}
	return false, err
}

func (s *scanner) skipDocumentType() error {
	for i, depth := 0, 0; ; i++ {
		for s.pos+i >= s.end {
			if err := s.more(); err != nil {
				return noEnd(err)
			}
		}
		switch s.buf[s.pos+i] {
		case '<':
			depth++
		case '>':
			if depth--; depth == 0 {
				s.pos += i + 1
				return nil
			}
		}
	}
}

func (s *scanner) readEndTag() error {
	tag, err := s.upTo(">")
	if err != nil {
		return err
	}
	s.name = localName(bytes.TrimRight(tag[2:], " \t\r\n"))
	return nil
}

func (s *scanner) readStartTag() error {
	var quote byte
	for i := 1; ; i++ {
		for s.pos+i >= s.end {
			if err := s.more(); err != nil {
				return noEnd(err)
			}
		}
		switch c := s.buf[s.pos+i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			tag := s.buf[s.pos+1 : s.pos+i]
			s.pos += i + 1
			s.splitTag(tag)
			return nil
		}
	}
}

func (s *scanner) splitTag(tag []byte) {
	if n := len(tag); n > 0 && tag[n-1] == '/' {
		s.closing = true
		tag = tag[:n-1]
	}
	i := 0
	for i < len(tag) && !isBlank(tag[i]) {
		i++
	}
	s.name, s.attrs = localName(tag[:i]), tag[i:]
}

func localName(b []byte) []byte {
	if i := bytes.IndexByte(b, ':'); i >= 0 {
		return b[i+1:]
	}
	return b
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
