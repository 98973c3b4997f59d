package figure

import (
	"crypto/sha256"
	"fmt"
)

// encodings is raised when the same drawing is written as other bytes.
const encodings = 1

// Digest names all that the drawing's files are made from: two drawings of one digest give the same bytes
// in every format, by the same version of the program.
func (d *Drawing) Digest() string {
	h := sha256.New()
	c := d.canvas
	fmt.Fprintf(h, "%d %q %q %q %q %q %q %q %q %q %x\n", encodings, d.ID, d.Size, d.Theme, d.Title, d.Alt, d.Subtitle, d.Note, d.Source,
		d.lang, d.pictures)
	fmt.Fprintln(h, c.w, c.h, c.bg)
	for i := range c.ops {
		o := &c.ops[i]
		fmt.Fprintln(h, o.kind, o.paths, o.closed, o.color, o.width, o.dash, o.round, o.radius, fmt.Sprintf("%q", o.text), o.style)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// pictures names the pictures that a context gives, which ops hold decoded.
func (c Context) pictures() []byte {
	h := sha256.New()
	for _, raw := range append([][]byte{c.Emblem}, c.Logos...) {
		fmt.Fprintln(h, len(raw))
		h.Write(raw)
	}
	return h.Sum(nil)
}
