package workbook

import (
	"bytes"
	"context"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// charCounts are what telling encodings apart needs to know of a text's bytes.
type charCounts struct {
	head         []byte // its first bytes
	zeros        [2]int64
	total        int64
	sequences    int64      // characters of more than one byte that are right in UTF-8
	wrong        int64      // bytes that are not
	high         [256]int64 // how often each byte beyond ASCII stands there
	afterALetter [256]int64 // … right after a letter
	rest         []byte     // of a character that the chunk cut
	last         byte
}

// countChars reads a text through.
func countChars(ctx context.Context, r io.Reader) (*charCounts, error) {
	c := &charCounts{}
	buf := make([]byte, 64<<10)
	for {
		n, err := r.Read(buf)
		if c.head == nil {
			c.head = bytes.Clone(buf[:min(n, 4)])
		}
		c.add(buf[:n])
		if err == io.EOF {
			c.wrong += int64(len(c.rest))
			return c, nil
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
	}
}

func (c *charCounts) add(b []byte) {
	for _, x := range b {
		if x == 0 {
			c.zeros[c.total&1]++
		}
		if x >= utf8.RuneSelf {
			c.high[x]++
			if isLetter(c.last) {
				c.afterALetter[x]++
			}
		}
		c.total++
		c.last = x
	}
	if len(c.rest) > 0 {
		b = append(c.rest, b...)
		c.rest = nil
	}
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			b = b[1:]
			continue
		}
		if !utf8.FullRune(b) {
			c.rest = bytes.Clone(b)
			return
		}
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			c.wrong++
		} else {
			c.sequences++
		}
		b = b[n:]
	}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// encodingOf decides in which encoding a text is: by its byte order mark; as UTF-16 by where its zeros
// stand; as UTF-8 where most of what is beyond ASCII is right in it; else by which old code page makes
// Italian of it. nil stands for UTF-8.
func encodingOf(c *charCounts) encoding.Encoding {
	switch {
	case bytes.HasPrefix(c.head, []byte("\xef\xbb\xbf")):
		return nil
	case bytes.HasPrefix(c.head, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(c.head, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case c.zeros[1] > c.total/5 && c.zeros[0] < c.zeros[1]/10:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case c.zeros[0] > c.total/5 && c.zeros[1] < c.zeros[0]/10:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case c.wrong == 0 || c.sequences > 4*c.wrong:
		return nil
	}
	best, most := charmap.Windows1252, c.italian(charmap.Windows1252)
	for _, page := range []*charmap.Charmap{charmap.CodePage850, charmap.Macintosh} {
		if score := c.italian(page); score > most {
			best, most = page, score
		}
	}
	return best
}

// italian says how much like Italian a text looks in a code page: accented letters at the end of words
// and the marks that people type count for it, all else against it.
func (c *charCounts) italian(page *charmap.Charmap) int64 {
	score := int64(0)
	for x := utf8.RuneSelf; x < 256; x++ {
		n := c.high[x]
		if n == 0 {
			continue
		}
		switch r := page.DecodeByte(byte(x)); {
		case bytes.ContainsRune([]byte("àèéìòùÀÈÉÌÒÙ"), r):
			score += 2*n + c.afterALetter[x]
		case bytes.ContainsRune([]byte("’‘“”–°€ªº«»\u00a0"), r):
			score += n
		case r < 0xa0 || r == utf8.RuneError:
			score -= 4 * n
		case bytes.ContainsRune([]byte("áíóúâêîôûäëïöüçñãõßšžčćđÇÑÖÜÄ"), r):
			score += n // names from elsewhere
		default:
			score -= n
		}
	}
	return score
}

// decoded reads a text as UTF-8.
func decoded(r io.Reader, enc encoding.Encoding) io.Reader {
	if enc != nil {
		return transform.NewReader(r, enc.NewDecoder())
	}
	return transform.NewReader(r, &mendUTF8{})
}

// plainHead gives the first bytes of a text as UTF-8.
func plainHead(head []byte) []byte {
	counts, err := countChars(context.Background(), bytes.NewReader(head))
	if err != nil {
		return head
	}
	plain, _ := io.ReadAll(decoded(bytes.NewReader(head), encodingOf(counts)))
	return plain
}

// mendUTF8 passes UTF-8 without its byte order mark; bytes that are wrong in it are taken for
// Windows-1252, as in files put together from two.
type mendUTF8 struct{ begun bool }

func (m *mendUTF8) Reset() { m.begun = false }

func (m *mendUTF8) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	if !m.begun {
		if len(src) < 3 && !atEOF {
			return 0, 0, transform.ErrShortSrc
		}
		m.begun = true
		if bytes.HasPrefix(src, []byte("\xef\xbb\xbf")) {
			nSrc = 3
		}
	}
	for nSrc < len(src) {
		if src[nSrc] < utf8.RuneSelf {
			if nDst == len(dst) {
				return nDst, nSrc, transform.ErrShortDst
			}
			dst[nDst] = src[nSrc]
			nDst, nSrc = nDst+1, nSrc+1
			continue
		}
		if !atEOF && !utf8.FullRune(src[nSrc:]) {
			return nDst, nSrc, transform.ErrShortSrc
		}
		r, n := utf8.DecodeRune(src[nSrc:])
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(src[nSrc])
		}
		if nDst+utf8.RuneLen(r) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += n
	}
	return nDst, nSrc, nil
}
