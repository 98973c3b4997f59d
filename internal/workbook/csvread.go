package workbook

import (
	"bytes"
	"fmt"
	"io"
)

// csvReader splits text into records as Excel does: quotes count at the beginning of a field only, what
// follows a closing one belongs to the field, and a record may have any number of fields.
type csvReader struct {
	r        io.Reader
	buf      []byte
	pos, end int
	eof      bool
	delim    byte
	most     int // bytes that one field may have

	text []byte // of the record's fields, one after another
	ends []int  // where each one ends
}

// maxRecord bounds the texts of one row together.
const maxRecord = 64 << 20

func newCSVReader(r io.Reader, delim byte, most int) *csvReader {
	return &csvReader{r: r, delim: delim, most: most, buf: make([]byte, scanBuffer)}
}

// field gives the i-th field of the record read last, without NULs; "" and the formula by which
// programs keep Excel from reading a code as a number, ="007", give their text.
func (c *csvReader) field(i int) []byte {
	from := 0
	if i > 0 {
		from = c.ends[i-1]
	}
	b := c.text[from:c.ends[i]]
	if bytes.IndexByte(b, 0) >= 0 {
		b = bytes.ReplaceAll(b, []byte{0}, nil)
	}
	if n := len(b); n >= 3 && b[0] == '=' && b[1] == '"' && b[n-1] == '"' && bytes.IndexByte(b[2:n-1], '"') < 0 {
		b = b[2 : n-1]
	}
	return b
}

// at gives the byte i places after the current one, reading on as needed; false at the end of the text.
func (c *csvReader) at(i int) (byte, bool, error) {
	for c.pos+i >= c.end {
		if c.eof {
			return 0, false, nil
		}
		if err := c.more(); err != nil {
			return 0, false, err
		}
	}
	return c.buf[c.pos+i], true, nil
}

func (c *csvReader) more() error {
	if c.pos > 0 {
		c.end = copy(c.buf, c.buf[c.pos:c.end])
		c.pos = 0
	}
	if c.end == len(c.buf) {
		c.buf = append(c.buf, make([]byte, len(c.buf))...)
	}
	n, err := c.r.Read(c.buf[c.end:])
	c.end += n
	if err == io.EOF {
		c.eof, err = true, nil
	}
	return err
}

// next reads a record; io.EOF after the last.
func (c *csvReader) next() error {
	c.text, c.ends = c.text[:0], c.ends[:0]
	switch first, ok, err := c.at(0); {
	case err != nil:
		return err
	case !ok:
		return io.EOF
	case first == 0x1a: // how DOS ended texts
		if _, ok, err := c.at(1); !ok {
			return cmpErr(err, io.EOF)
		}
	}
	for {
		if err := c.quoted(); err != nil {
			return err
		}
		ended, err := c.plain()
		if err != nil {
			return err
		}
		if len(c.ends) > maxCol { // one more than a sheet has is enough to know it
			c.text = c.text[:c.ends[maxCol]]
		} else {
			c.ends = append(c.ends, len(c.text))
		}
		if len(c.text) > maxRecord {
			return fmt.Errorf("%w: a row of more than %d bytes", ErrLimit, maxRecord)
		}
		if ended {
			return nil
		}
	}
}

func cmpErr(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}

// quoted reads the part of a field that stands in quotes, if it begins with one. A quote that nothing
// closes within the bounds of a field is a letter like others: it must not swallow the rows below it.
func (c *csvReader) quoted() error {
	if q, ok, err := c.at(0); err != nil || !ok || q != '"' {
		return err
	}
	from := len(c.text)
	for i := 1; ; i++ {
		q, ok, err := c.at(i)
		if err != nil {
			return err
		}
		if !ok || i > c.most {
			c.text = c.text[:from]
			return nil
		}
		if q != '"' {
			c.text = append(c.text, q)
			continue
		}
		next, ok, err := c.at(i + 1)
		if err != nil {
			return err
		}
		if !ok || next != '"' {
			c.pos += i + 1
			return nil
		}
		c.text = append(c.text, '"')
		i++
	}
}

// plain reads up to the delimiter or the end of the line, which it passes.
func (c *csvReader) plain() (ended bool, err error) {
	from := len(c.text)
	for {
		i := c.pos
		for i < c.end && c.buf[i] != c.delim && c.buf[i] != '\n' && c.buf[i] != '\r' {
			i++
		}
		c.text = append(c.text, c.buf[c.pos:i]...)
		c.pos = i
		if len(c.text)-from > c.most {
			return false, over(LimitText, c.most)
		}
		mark, ok, err := c.at(0)
		switch {
		case err != nil || !ok:
			return true, err
		case mark == c.delim:
			c.pos++
			return false, nil
		case mark == '\n':
			c.pos++
			return true, nil
		case mark == '\r':
			c.pos++
			if next, ok, err := c.at(0); err != nil || !ok || next != '\n' {
				return true, err
			}
			c.pos++
			return true, nil
		}
	}
}
