// Package change owns what a corrected file changed: which rows are the same ones although they moved,
// and which findings were solved, are still there or are new. It compares tables and findings; it must
// not know workbooks, ledgers or files.
package change

import (
	"formare/internal/finding"
	"formare/internal/table"
)

// Content is what was read from one source.
type Content struct {
	Courses, Enrolments *table.Frame // nil for none
	Findings            []finding.Finding
}

// A Correction is what became of a source when another took its place. Solved findings stand where they
// were in the old file, the others where they are in the new one.
type Correction struct {
	Old, By        string // files
	Partner, Month string
	Rows           Rows
	Solved         []finding.Finding
	Still          []finding.Finding
	New            []finding.Finding
	Gone           int // of the solved, the last ones: their rows are not in the new file at all
}

// Rows counts people on courses.
type Rows struct {
	Added, Removed, Changed, Same int
}

// Likeness says how much two sources have in common.
type Likeness struct {
	Old, Later, Both int  // people on courses
	People           int  // people in both, on whatever course
	Courses          bool // some course is in both
}

// Compare finds what two sources have in common.
func Compare(old, later Content) Likeness {
	m := match(old, later)
	l := Likeness{Old: len(m.old), Later: len(m.later)}
	for _, p := range m.pairs {
		if !p.sure {
			continue
		}
		l.People++
		if m.old[p.old].course == m.later[p.later].course {
			l.Both++
		}
	}
	there := map[string]bool{}
	for _, c := range coursesOf(old) {
		there[c] = true
	}
	for _, c := range coursesOf(later) {
		l.Courses = l.Courses || there[c]
	}
	return l
}

// Between tells what changed from one source to the one that took its place.
func Between(old, later Content) Correction {
	m := match(old, later)
	c := Correction{}
	for _, p := range m.pairs {
		if m.old[p.old].values == m.later[p.later].values {
			c.Rows.Same++
		} else {
			c.Rows.Changed++
		}
	}
	c.Rows.Removed = len(m.old) - len(m.pairs)
	c.Rows.Added = len(m.later) - len(m.pairs)
	p := m.places(old, later)
	if len(m.old) == 0 {
		p.fresh = nil // the old one was set aside and kept no records: that a row is new is not known
	}
	c.compareFindings(p, old.Findings, later.Findings)
	return c
}

func coursesOf(c Content) []string {
	var out []string
	for _, f := range []*table.Frame{c.Courses, c.Enrolments} {
		if f == nil {
			continue
		}
		at := f.Col("course")
		for _, row := range f.Rows {
			if s, ok := row[at].(string); ok && s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}
