package workbook

import (
	"bytes"
	"fmt"
)

// delimiters are those that tables as text have, the likelier first.
var delimiters = []byte{';', '\t', ',', '|'}

// sampleRecords is how many records tell what a text is.
const sampleRecords = 500

// A split is what a text looks like when it is cut by one delimiter.
type split struct {
	delim   byte
	records int // that are not blank
	fields  int // that most of those with two or more have
	like    int // records of so many fields, two of them filled
	longest int // how many of these follow each other
	words   int // blanks inside their filled fields
	filled  int
	foreign int // filled fields that hold another delimiter
	decimal int // delimiters with a digit on both sides
}

// delimiterOf finds what separates the fields of a text, or says that it is no table: a letter, a log,
// a program. named says that the file's name promises a table. Of a sample that is not the whole text
// the last record is left out.
func delimiterOf(text []byte, whole, named bool) (byte, error) {
	if name := notText(text); name != "" {
		return 0, fmt.Errorf("%w: its content is %s", ErrNotWorkbook, name)
	}
	var best split
	for _, delim := range delimiters {
		s := measure(text, whole, delim)
		if s.isTable(named) && s.score() > best.score() {
			best = s
		}
	}
	if best.delim == 0 {
		return 0, fmt.Errorf("%w: its content is plain text", ErrNotWorkbook)
	}
	return best.delim, nil
}

// notText names what is no table whatever separates it.
func notText(text []byte) string {
	trimmed := bytes.TrimLeft(text, "\x00 \t\r\n")
	switch {
	case len(trimmed) == 0:
		return "empty"
	case trimmed[0] == '{', bytes.HasPrefix(trimmed, []byte("[{")), bytes.HasPrefix(trimmed, []byte("[\n")), bytes.HasPrefix(trimmed, []byte("[\r\n")):
		return "JSON"
	}
	strange := 0
	for _, c := range text {
		if c < ' ' && !isBlank(c) && c != 0 && c != '\f' && c != 0x1a {
			strange++
		}
	}
	if strange > len(text)/500 {
		return "not known"
	}
	return ""
}

func measure(text []byte, whole bool, delim byte) split {
	s := split{delim: delim}
	s.fields = commonest(text, whole, delim)
	run := 0
	eachRecord(text, whole, delim, func(r *csvReader) {
		first, last := filledSpan(r)
		if first < 0 {
			return // a blank line says nothing
		}
		s.records++
		if len(r.ends) != s.fields || last == first {
			run = 0
			return
		}
		s.like++
		run++
		s.longest = max(s.longest, run)
		s.look(r)
	})
	return s
}

// eachRecord cuts a text and hands on its first records.
func eachRecord(text []byte, whole bool, delim byte, f func(*csvReader)) {
	if !whole {
		text = text[:bytes.LastIndexByte(text, '\n')+1]
	}
	r := newCSVReader(bytes.NewReader(text), delim, 1<<20)
	for range sampleRecords {
		if err := r.next(); err != nil {
			return // io.EOF: a text in memory has no other
		}
		f(r)
	}
}

// commonest gives the number of fields, two or more, that most records have; of two the greater one.
func commonest(text []byte, whole bool, delim byte) int {
	counts, best := map[int]int{}, 0
	eachRecord(text, whole, delim, func(r *csvReader) {
		if first, last := filledSpan(r); first < 0 || len(r.ends) < 2 || first == last {
			return
		}
		n := len(r.ends)
		counts[n]++
		if counts[n] > counts[best] || counts[n] == counts[best] && n > best {
			best = n
		}
	})
	return best
}

// filledSpan gives the first and the last field that are not blank; -1 when none is.
func filledSpan(r *csvReader) (first, last int) {
	first, last = -1, -1
	for i := range r.ends {
		if len(bytes.TrimSpace(r.field(i))) > 0 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// look notes what a record's fields are like.
func (s *split) look(r *csvReader) {
	before := byte(0)
	for i := range r.ends {
		f := bytes.TrimSpace(r.field(i))
		if len(f) == 0 {
			before = 0
			continue
		}
		if isDigit(before) && isDigit(f[0]) {
			s.decimal++
		}
		before = f[len(f)-1]
		s.filled++
		s.words += bytes.Count(f, []byte(" "))
		for _, d := range delimiters {
			if d != s.delim && d != ',' && bytes.IndexByte(f, d) >= 0 {
				s.foreign++
				break
			}
		}
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// score compares delimiters: how many records agree, on how many fields, none of which should need
// another cut.
func (s *split) score() float64 {
	if s.records == 0 || s.filled == 0 {
		return 0
	}
	agree := float64(s.like) / float64(s.records)
	clean := 1 - float64(s.foreign)/float64(s.filled)
	return agree * clean * clean * (1 - 1/float64(s.fields+1))
}

// isTable says whether cutting by the delimiter gives a table. Commas stand in letters, logs and
// programs too, so that they must prove more.
func (s *split) isTable(named bool) bool {
	if s.fields < 2 || s.like == 0 {
		return false
	}
	share := float64(s.like) / float64(s.records)
	if s.delim != ',' {
		return s.longest >= 3 || s.longest == 2 && share >= 0.3 || named && s.longest == 1 && s.fields >= 3 && share >= 0.3
	}
	prose := s.words > 5*s.filled
	numbers := s.fields == 2 && 10*s.decimal >= 9*s.like
	switch {
	case prose, numbers:
		return false
	case named:
		return s.longest >= 3 || s.longest >= 1 && share >= 0.3
	}
	return s.fields >= 3 && s.longest >= 2 && share >= 0.6 || s.longest >= 2 && share >= 0.9
}
