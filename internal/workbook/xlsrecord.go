package workbook

import (
	"context"
	"encoding/binary"
	"fmt"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// xlsReader goes through a stream record by record: kind, length, data.
type xlsReader struct {
	stream []byte
	pos    int // of the next record
	at     int // of the current one
	kind   uint16
	data   []byte
	cut    bool // the stream ends within a record
}

func (r *xlsReader) next() bool {
	if r.pos < 0 || r.pos+4 > len(r.stream) {
		return false
	}
	r.at = r.pos
	r.kind = binary.LittleEndian.Uint16(r.stream[r.pos:])
	n := int(binary.LittleEndian.Uint16(r.stream[r.pos+2:]))
	if r.pos+4+n > len(r.stream) {
		r.cut = true
		return false
	}
	r.data = r.stream[r.pos+4 : r.pos+4+n]
	r.pos += 4 + n
	return true
}

// joined gives the data of the current record and of those that continue it.
func (r *xlsReader) joined() [][]byte {
	chunks := [][]byte{r.data}
	for {
		ahead := *r
		if !ahead.next() || ahead.kind != recContinue {
			return chunks
		}
		chunks = append(chunks, ahead.data)
		*r = ahead
	}
}

// eachRecord goes through the records of a sheet, without those of charts that are embedded in it.
func (b *xlsBook) eachRecord(ctx context.Context, sheet int, f func(*xlsReader) error) error {
	part := &b.parts[sheet]
	r := xlsReader{stream: b.stream, pos: part.at}
	defer func() { part.size = r.pos - part.at }()
	if !r.next() || r.kind != recBOF {
		return fmt.Errorf("%w: the sheet's records are not where they should be", ErrDamaged)
	}
	for depth, n := 1, 0; r.next(); n++ {
		if n&0xfff == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		switch r.kind {
		case recBOF:
			depth++
		case recEOF:
			depth--
		default:
			if depth == 1 {
				if err := f(&r); err != nil {
					return err
				}
			}
		}
		if depth == 0 {
			return nil
		}
	}
	return fmt.Errorf("%w: the sheet ends in the middle", ErrDamaged)
}

// xlsText reads characters that may go on over several records.
type xlsText struct {
	chunks [][]byte
	pos    int // in the first chunk
}

// bytes takes n bytes, over chunks if need be; fewer at the end.
func (t *xlsText) bytes(n int) []byte {
	if len(t.chunks) > 0 && t.pos+n <= len(t.chunks[0]) {
		b := t.chunks[0][t.pos : t.pos+n]
		t.pos += n
		return b
	}
	var out []byte
	for n > 0 && len(t.chunks) > 0 {
		part := t.chunks[0][t.pos:]
		part = part[:min(n, len(part))]
		out = append(out, part...)
		t.pos += len(part)
		if n -= len(part); n > 0 {
			t.chunks, t.pos = t.chunks[1:], 0
		}
	}
	return out
}

// skip passes n bytes.
func (t *xlsText) skip(n int) {
	for n > 0 && len(t.chunks) > 0 {
		step := min(n, len(t.chunks[0])-t.pos)
		t.pos += step
		if n -= step; n > 0 {
			t.chunks, t.pos = t.chunks[1:], 0
		}
	}
}

// label reads a text with its length before it, as labels, formats and names of sheets have it; of one
// byte when short.
func (b *xlsBook) label(t *xlsText, short bool) (string, bool) {
	size := 2
	if short {
		size = 1
	}
	head := t.bytes(size)
	if len(head) < size {
		return "", false
	}
	n := int(head[0])
	if !short {
		n = int(binary.LittleEndian.Uint16(head))
	}
	if b.old {
		raw := t.bytes(n)
		return decodePage(b.page, raw), len(raw) == n
	}
	return t.unicode(n)
}

// unicode reads what follows the length of a text of n characters in BIFF8 ([MS-XLS] 2.5.293): how they
// are stored, what else comes after them, and the characters, of which each further record says again
// how they are stored.
func (t *xlsText) unicode(n int) (string, bool) {
	flags := t.bytes(1)
	if len(flags) == 0 {
		return "", n == 0
	}
	runs, extra := 0, 0
	if flags[0]&8 != 0 {
		if d := t.bytes(2); len(d) == 2 {
			runs = int(binary.LittleEndian.Uint16(d))
		}
	}
	if flags[0]&4 != 0 {
		if d := t.bytes(4); len(d) == 4 {
			extra = int(binary.LittleEndian.Uint32(d))
		}
	}
	units := make([]uint16, 0, min(n, 1<<12))
	wide := flags[0]&1 != 0
	for len(units) < n && len(t.chunks) > 0 {
		units = t.characters(units, n, wide)
		if len(units) < n {
			t.chunks, t.pos = t.chunks[1:], 0
			if len(t.chunks) > 0 && len(t.chunks[0]) > 0 {
				wide, t.pos = t.chunks[0][0]&1 != 0, 1
			}
		}
	}
	t.skip(4*runs + extra)
	return string(utf16.Decode(units)), len(units) == n
}

// characters appends what the current chunk has of n characters.
func (t *xlsText) characters(units []uint16, n int, wide bool) []uint16 {
	part := t.chunks[0][t.pos:]
	if wide {
		m := min(n-len(units), len(part)/2)
		for i := range m {
			units = append(units, binary.LittleEndian.Uint16(part[2*i:]))
		}
		t.pos += 2 * m
		return units
	}
	m := min(n-len(units), len(part))
	for _, c := range part[:m] {
		units = append(units, uint16(c))
	}
	t.pos += m
	return units
}

// readStrings reads the table of shared texts. One that is cut short keeps what it has: the cells that
// ask for the rest show an error.
func (b *xlsBook) readStrings(chunks [][]byte) error {
	t := &xlsText{chunks: chunks}
	head := t.bytes(8)
	if len(head) < 8 {
		return nil
	}
	total := 0
	for count := binary.LittleEndian.Uint32(head[4:]); count > 0 && len(t.chunks) > 0; count-- {
		length := t.bytes(2)
		if len(length) < 2 {
			return nil
		}
		text, whole := t.unicode(int(binary.LittleEndian.Uint16(length)))
		if !whole {
			return nil
		}
		if total += len(text); len(b.strings) == maxShared || total > maxSharedBytes {
			return fmt.Errorf("%w: more than %d shared texts or %d bytes of them", ErrLimit, maxShared, maxSharedBytes)
		}
		b.strings = append(b.strings, text)
	}
	return nil
}

func decodePage(page *charmap.Charmap, raw []byte) string {
	out := make([]rune, len(raw))
	for i, c := range raw {
		out[i] = page.DecodeByte(c)
	}
	return string(out)
}

// codePage gives the characters behind a number; Windows-1252 for those that Europe does not use.
func codePage(number uint16) *charmap.Charmap {
	switch number {
	case 437:
		return charmap.CodePage437
	case 850:
		return charmap.CodePage850
	case 852:
		return charmap.CodePage852
	case 866:
		return charmap.CodePage866
	case 1250:
		return charmap.Windows1250
	case 1251:
		return charmap.Windows1251
	case 1253:
		return charmap.Windows1253
	case 1254:
		return charmap.Windows1254
	case 10000, 0x8000:
		return charmap.Macintosh
	}
	return charmap.Windows1252
}
