package workbook

import (
	"context"
	"fmt"
	"io"
	"strings"
)

// sharedStrings holds the texts that cells refer to by number, in one run of memory.
type sharedStrings struct {
	all  string
	ends []uint32
}

// What shared strings may take in memory. A register of a million rows stays far below; a file of a few
// megabytes can ask for thousands of times its size.
const (
	maxShared      = 10_000_000
	maxSharedBytes = 256 << 20
)

func (t *sharedStrings) at(i int) (string, bool) {
	if i < 0 || i >= len(t.ends) {
		return "", false
	}
	from := uint32(0)
	if i > 0 {
		from = t.ends[i-1]
	}
	return t.all[from:t.ends[i]], true
}

// loadStrings reads the shared strings on first use.
func (b *book) loadStrings(ctx context.Context) error {
	if b.strings != nil {
		return nil
	}
	table := &sharedStrings{}
	if b.pack.has(b.shared) {
		s, closer, err := b.pack.scan(ctx, b.shared)
		if err != nil {
			return err
		}
		defer closer.Close()
		if err := table.read(s, b.pack.limits.TextBytes); err != nil {
			return partError(b.shared, err)
		}
		b.pack.drop(b.shared)
	}
	b.strings = table
	return nil
}

func (t *sharedStrings) read(s *scanner, limit int) error {
	var all strings.Builder
	var item []byte
	for {
		tok, err := s.next()
		if err == io.EOF {
			t.all = all.String()
			return nil
		}
		if err != nil {
			return err
		}
		if tok != tokenStart || string(s.name) != "si" {
			continue
		}
		if item, err = readRichText(s, "si", item[:0], limit); err != nil {
			return err
		}
		text := unescape(item)
		if len(t.ends) == maxShared || all.Len()+len(text) > maxSharedBytes {
			return fmt.Errorf("%w: more than %d shared texts or %d bytes of them", ErrLimit, maxShared, maxSharedBytes)
		}
		all.Write(text)
		t.ends = append(t.ends, uint32(all.Len()))
	}
}

// readRichText appends the texts inside an element up to its end tag, leaving out the readings
// (furigana) that stand beside them.
func readRichText(s *scanner, element string, dst []byte, limit int) ([]byte, error) {
	inText, inReading := false, false
	for {
		tok, err := s.next()
		if err != nil {
			return dst, noEnd(err)
		}
		switch tok {
		case tokenStart:
			inText = inText || string(s.name) == "t"
			inReading = inReading || string(s.name) == "rPh"
		case tokenText:
			if inText && !inReading {
				dst = appendText(dst, s.text, s.literal)
			}
			if len(dst) > limit {
				return dst, over(LimitText, limit)
			}
		case tokenEnd:
			switch string(s.name) {
			case "t":
				inText = false
			case "rPh":
				inReading = false
			case element:
				return dst, nil
			}
		}
	}
}
