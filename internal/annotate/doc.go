package annotate

import (
	"bytes"
	"io"
	"strconv"
)

// A doc is a part that is small enough to be held: its pieces with their places, and edits to be made.
type doc struct {
	raw    []byte
	pieces []placed
	edits  []edit
}

type placed struct {
	piece
	from, to int
	depth    int // of elements around it; 0 for the root
}

// An edit puts a text in the place of some bytes. Edits do not overlap.
type edit struct {
	from, to int
	put      string
}

func parse(name string, raw []byte) (*doc, error) {
	d := &doc{raw: raw}
	r := newReader(bytes.NewReader(raw))
	at, depth := 0, 0
	for {
		p, err := r.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		n := len(p.raw)
		p.raw = raw[at : at+n]
		if p.tag {
			q := newPiece(p.raw) // its slices last as long as raw
			if q.end {
				depth--
			}
			d.pieces = append(d.pieces, placed{q, at, at + n, depth})
			if !q.end && !q.alone {
				depth++
			}
		}
		at += n
	}
	if depth != 0 || len(d.pieces) == 0 {
		return nil, odd("the part %s is not whole", name)
	}
	return d, nil
}

// first gives the index of the first start tag of an element from a piece on, -1 if there is none.
func (d *doc) first(local string, from int) int {
	for i := max(from, 0); i < len(d.pieces); i++ {
		if d.pieces[i].is(local) {
			return i
		}
	}
	return -1
}

// close gives the index of the piece that ends the element which begins at i: its end tag, or itself.
func (d *doc) close(i int) int {
	if d.pieces[i].alone {
		return i
	}
	for k := i + 1; k < len(d.pieces); k++ {
		if d.pieces[k].end && d.pieces[k].depth == d.pieces[i].depth {
			return k
		}
	}
	return len(d.pieces) - 1
}

// children lists the start tags right inside the element that begins at i.
func (d *doc) children(i int) []int {
	var out []int
	for k := i + 1; k < d.close(i); k++ {
		if p := &d.pieces[k]; !p.end && p.depth == d.pieces[i].depth+1 {
			out = append(out, k)
		}
	}
	return out
}

// element gives the bytes of the element that begins at i.
func (d *doc) element(i int) []byte { return d.raw[d.pieces[i].from:d.pieces[d.close(i)].to] }

func (d *doc) insert(at int, put string)        { d.edits = append(d.edits, edit{at, at, put}) }
func (d *doc) replace(from, to int, put string) { d.edits = append(d.edits, edit{from, to, put}) }

// setTag replaces a tag by itself with other attributes.
func (d *doc) setTag(i int, pairs ...string) {
	tag := d.pieces[i].raw
	for k := 0; k+1 < len(pairs); k += 2 {
		tag = setAttr(tag, pairs[k], pairs[k+1])
	}
	d.replace(d.pieces[i].from, d.pieces[i].to, string(tag))
}

// within puts a text at the end of the element that begins at i, opening it if it is empty.
func (d *doc) within(i int, put string) {
	p := &d.pieces[i]
	if !p.alone {
		d.insert(d.pieces[d.close(i)].from, put)
		return
	}
	open := bytes.TrimRight(p.raw[:len(p.raw)-2], " ")
	d.replace(p.from, p.to, string(open)+">"+put+"</"+p.prefix()+string(p.local)+">")
}

// grow puts more elements into a list that says how many it holds.
func (d *doc) grow(i, count int, put string) {
	if put == "" {
		return
	}
	p := &d.pieces[i]
	tag := setAttr(p.raw, "count", strconv.Itoa(count))
	if p.alone {
		tag = append(bytes.TrimRight(tag[:len(tag)-2], " "), ">"+put+"</"+p.prefix()+string(p.local)+">"...)
	} else {
		d.insert(d.pieces[d.close(i)].from, put)
	}
	d.replace(p.from, p.to, string(tag))
}

// bytes gives the part with its edits made, in the order in which they were asked for at one place.
func (d *doc) bytes() []byte {
	edits := sortedEdits(d.edits)
	out := make([]byte, 0, len(d.raw)+1024)
	at := 0
	for _, e := range edits {
		out = append(append(out, d.raw[at:e.from]...), e.put...)
		at = e.to
	}
	return append(out, d.raw[at:]...)
}
