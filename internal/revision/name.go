package revision

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// A Name is what a file's path says about its version.
type Name struct {
	Dir   string // the folders, without what names a delivery
	Stem  string // the name without its sure marks and those of copies
	Loose string // the stem without its weak marks

	// Each says how late a version is among those of the same Loose; 0 without marks, below it for drafts.
	Sure, Copy, Weak int64
	Sent             int64 // the day or number of the delivery in the folder's name
	Format           int   // of one register in two formats the workbook comes after its text
}

// Strength says how surely a name tells that its file corrects another one.
type Strength uint8

const (
	None   Strength = iota
	Weak            // only if the contents are nearly the same
	Copy            // unless the contents are different
	Marked          // it says so
)

// weights of marks: a final one comes after any number, a number after any day.
const (
	finalWeight  = 1_000_000_000_000
	numberWeight = 1_000_000_000
	draftWeight  = -numberWeight / 2
)

var formats = []string{".csv", ".xls", ".ods", ".xlsm", ".xlsx"}

// Parse reads a path under the inbox, with slashes.
func (w *Words) Parse(file string) Name {
	base, format := trimFormat(path.Base(file))
	n := Name{Format: format}
	var dirs []string
	for _, folder := range strings.Split(path.Dir(file), "/") {
		rest, at := w.delivery(folder)
		if at != 0 {
			n.Sent = at
		}
		if rest != "" && rest != "." {
			dirs = append(dirs, rest)
		}
	}
	n.Dir = strings.Join(dirs, "/")
	r := w.read(base)
	n.Stem, n.Loose, n.Sure, n.Copy, n.Weak = r.stem, join(r.toks), r.sure, r.copy, r.weak
	return n
}

func trimFormat(name string) (string, int) {
	format := 0
	for {
		ext := path.Ext(name)
		at := slices.Index(formats, strings.ToLower(ext))
		if at < 0 || ext == name {
			return name, format
		}
		format = max(format, at)
		name = strings.TrimSuffix(name, ext)
	}
}

// Compare orders the versions of one register, the latest last.
func Compare(a, b Name) int {
	return cmp.Or(cmp.Compare(a.Sure, b.Sure), cmp.Compare(a.Copy, b.Copy), cmp.Compare(a.Weak, b.Weak),
		cmp.Compare(a.Sent, b.Sent), cmp.Compare(a.Format, b.Format))
}

// Corrects says how surely a file named n corrects one named old, as far as names can tell. Whether they
// lie in the same folder is not asked.
func (n Name) Corrects(old Name) Strength {
	switch {
	case n.Loose != old.Loose || Compare(n, old) <= 0:
		return None
	case n.Sure > old.Sure && n.Sure > 0 && (n.Stem == old.Stem || old.Weak < 0 && n.Weak == 0):
		return Marked
	case n.Sure < old.Sure:
		return None
	case n.Stem == old.Stem && n.Copy > old.Copy:
		return Copy
	}
	return Weak
}

// Undated gives a name, or a folder's, without the days that tell when a version was made or sent: what
// is left may name the month that the file is about.
func (w *Words) Undated(name string) string {
	toks := tokens(fold(name))
	if _, at := w.delivery(name); at > 0 {
		return ""
	}
	r := &reader{words: w, toks: toks}
	for len(toks) <= longest && r.strong() {
	}
	var b strings.Builder
	for _, t := range r.toks {
		b.WriteString(t.sep + t.text)
	}
	return b.String()
}

// delivery reads a folder's name that tells when or as which what lies in it was sent: "invio 2017-05-10",
// "2° invio", "2017-05-10". It gives the rest of the name and the delivery's place in order, 0 for none.
func (w *Words) delivery(folder string) (rest string, at int64) {
	toks := tokens(fold(folder))
	if p, ok := w.phraseAtEnd(toks, superseded); ok && len(p.words) == len(toks) {
		return "", -1
	}
	day, n := w.dateAtEnd(toks)
	if n == 0 {
		if day, n = w.dateAtStart(toks); n > 0 {
			toks = append(slices.Clone(toks[n:]), toks[:n]...)
		}
	}
	if n > 0 {
		left := toks[:len(toks)-n]
		if p, ok := w.phraseAtEnd(left, of, until); ok {
			left = left[:len(left)-len(p.words)]
		}
		if p, ok := w.phraseAtEnd(left, sent); ok {
			left = left[:len(left)-len(p.words)]
		} else if len(left) > 0 || day < 10000 {
			return join(tokens(fold(folder))), 0
		}
		return join(left), int64(day)
	}
	if p, ok := w.phraseAtEnd(toks, sent); ok && len(toks) > len(p.words) {
		if k := w.ordinal(toks[:len(toks)-len(p.words)]); k > 0 {
			return "", int64(k)
		}
	}
	if len(toks) > 1 {
		if k := toks[len(toks)-1].number(2); k > 0 {
			if p, ok := w.phraseAtEnd(toks[:len(toks)-1], sent); ok && len(p.words) == len(toks)-1 {
				return "", int64(k)
			}
		}
	}
	return join(toks), 0
}
