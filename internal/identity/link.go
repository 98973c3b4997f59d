package identity

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"slices"

	"formare/internal/normalise"
)

// A Link is one pseudonym: the first eight bytes, big endian, of an HMAC-SHA-256, or none.
type Link struct {
	Value int64
	Valid bool
}

// Links are what ties a row to the other rows of its person, from the surest to the weakest: the
// codice fiscale; its eleven leading characters; name and birth date.
type Links struct {
	CF, Person, Name Link
	Near             Near
}

// Near are keys that do not tie rows together but show which might be of one person. As the others they
// only tell that two rows have something in common, and only to who holds the tables.
type Near struct {
	Names   Link // the name alone
	Day     Link // the name with day and month of birth, whichever of the two comes first
	Surname Link // how the surname sounds, with the birth date
	Given   Link // how the first given name sounds, with the birth date
}

// A Linker makes links with one key. It reuses its buffers, so each goroutine needs its own.
type Linker struct {
	mac    hash.Hash
	text   []byte
	raw    []byte // the name's words as they stand
	sum    [sha256.Size]byte
	tokens [][]byte
	bounds [][2]int
}

// Linker gives a maker of links.
func (k Key) Linker() *Linker {
	return &Linker{mac: hmac.New(sha256.New, k.secret[:])}
}

// Keys gives a person's links. For many people a Linker is faster.
func (k Key) Keys(p normalise.Person) (cf, person, name Link) {
	l := k.Linker().Links(&p)
	return l.CF, l.Person, l.Name
}

// Links gives a person's links:
//
//	CF      "cf:" and the codice fiscale, omocodia undone
//	Person  "person:" and the eleven characters that the codice fiscale begins with
//	Name    "name:", the name's words in order of the alphabet, ":" and the birth date
//
// and those of Near.
func (l *Linker) Links(p *normalise.Person) Links {
	var out Links
	if p.CF != "" {
		if plain, ok := normalise.PlainCF(p.CF); ok {
			l.text = append(append(l.text[:0], "cf:"...), plain[:]...)
			out.CF = l.link()
		}
	}
	if lead, ok := normalise.Leading(p); ok {
		l.text = append(append(l.text[:0], "person:"...), lead[:]...)
		out.Person = l.link()
	}
	if l.name(p) {
		out.Name = l.link()
	}
	out.Near = l.near(p)
	return out
}

// name writes the text of the name's link; there is none without a full birth date and a name.
func (l *Linker) name(p *normalise.Person) bool {
	if !fullDate(p.Birth) || !l.names("name:", p) {
		return false
	}
	l.text = append(l.text, ':')
	l.text = appendDate(l.text, p.Birth)
	return true
}

func fullDate(d normalise.Date) bool { return !d.IsZero() && d.Month != 0 && d.Day != 0 }

// names writes a prefix and the name's words in order of the alphabet; false if there are none.
func (l *Linker) names(prefix string, p *normalise.Person) bool {
	l.raw, l.bounds, l.tokens = l.raw[:0], l.bounds[:0], l.tokens[:0]
	l.words(p.Surname)
	l.words(p.GivenName)
	if len(l.bounds) == 0 {
		return false
	}
	for _, b := range l.bounds {
		l.tokens = append(l.tokens, l.raw[b[0]:b[1]])
	}
	slices.SortFunc(l.tokens, bytes.Compare)
	l.text = append(l.text[:0], prefix...)
	for i, t := range l.tokens {
		if i > 0 {
			l.text = append(l.text, ' ')
		}
		l.text = append(l.text, t...)
	}
	return true
}

// words appends a name's words, letters only: "D'ANGELO" and "DANGELO" are one word.
func (l *Linker) words(name string) {
	start := len(l.raw)
	end := func() {
		if len(l.raw) > start {
			l.bounds = append(l.bounds, [2]int{start, len(l.raw)})
		}
		start = len(l.raw)
	}
	for i := range len(name) {
		switch c := name[i]; {
		case c >= 'A' && c <= 'Z':
			l.raw = append(l.raw, c)
		case c == ' ':
			end()
		}
	}
	end()
}

// appendDate writes a date as 1985-03-12.
func appendDate(b []byte, d normalise.Date) []byte {
	for _, part := range [...]struct{ n, unit int }{{d.Year, 1000}, {int(d.Month), 10}, {d.Day, 10}} {
		for unit := part.unit; unit > 0; unit /= 10 {
			b = append(b, byte('0'+part.n/unit%10))
		}
		b = append(b, '-')
	}
	return b[:len(b)-1]
}

func (l *Linker) link() Link {
	l.mac.Reset()
	l.mac.Write(l.text)
	sum := l.mac.Sum(l.sum[:0])
	return Link{Value: int64(binary.BigEndian.Uint64(sum)), Valid: true}
}
