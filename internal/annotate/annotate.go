// Package annotate writes into somebody else's workbook: it colours cells, hangs comments on them and puts
// a list in front, and leaves everything else as it was. Parts of the package that need no change are
// copied as the bytes they are.
//
// It owns the writing of workbooks that go back to whoever sent them. It must not know rules, nor how
// what it is told to write was found out.
package annotate

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
)

// Level says how a cell is marked.
type Level uint8

const (
	Info Level = iota
	Warning
	Error
	levels
)

// A Note is one thing said about a cell. Sheet names a worksheet as its tab shows it, "" for what is about
// the whole workbook; a Note with a Sheet has a Row and a Col, 1-based (Look finds them).
type Note struct {
	Sheet    string
	Row, Col int
	Level    Level
	Comment  string   // hung on the cell
	Line     []string // the note's line in the list, a text for each of List.Heads
	Link     int      // which text of Line leads to the cell
}

// A List is the sheet put in front of the others.
type List struct {
	Name   string // of its tab; made unique
	Title  string // stands in A1, after Mark
	Intro  []string
	Counts [levels]string // "3 errori", shown in the levels' colours, Error first
	Heads  []string
	Widths []float64 // of the columns, in characters
}

// Marks are all that is written into a workbook.
type Marks struct {
	List   List
	Notes  []Note // in the order of the list
	Author string // of the comments
	Old    string // name of the list that an earlier copy has left, which is written anew; "" for none
}

// Mark begins the title of every list, so that one which comes back is known again.
const Mark = "formare: "

// ErrOdd says that a workbook's XML is of a kind that is not edited in place. Its values can still be
// written into a new one (Fresh).
var ErrOdd = errors.New("the workbook cannot be edited in place")

func odd(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrOdd}, args...)...)
}

// Write writes a copy of a workbook of the Office Open XML kind with marks in it. The same workbook and
// marks give the same bytes. Errors wrap ErrOdd, ctx's error, or that of w.
func Write(ctx context.Context, w io.Writer, archive *zip.Reader, marks Marks) error {
	p, err := openParts(archive)
	if err != nil {
		return err
	}
	e := &editor{ctx: ctx, parts: p, marks: marks}
	if err := e.edit(); err != nil {
		return err
	}
	return p.write(ctx, w)
}

// An editor is one copy while it is made.
type editor struct {
	ctx    context.Context
	parts  *parts
	marks  Marks
	book   bookPart
	styles *styleSheet
	types  *contentTypes
}

func (e *editor) edit() error {
	if err := e.readBook(); err != nil {
		return err
	}
	var err error
	if e.types, err = e.readTypes(); err != nil {
		return err
	}
	if err := e.readStyles(); err != nil {
		return err
	}
	bySheet := map[string][]Note{}
	for _, n := range e.marks.Notes {
		if n.hangs() {
			bySheet[n.Sheet] = append(bySheet[n.Sheet], n)
		}
	}
	for i := range e.book.sheets {
		s := &e.book.sheets[i]
		if s.name == e.marks.Old {
			continue
		}
		notes := bySheet[s.name]
		delete(bySheet, s.name) // of two sheets with one name the first is meant
		if err := e.editSheet(s, notes); err != nil {
			return err
		}
	}
	if err := e.addList(); err != nil {
		return err
	}
	e.writeStyles()
	e.writeTypes()
	return e.writeBook()
}

// hangs says whether a note is about a cell.
func (n *Note) hangs() bool { return n.Sheet != "" && n.Row > 0 && n.Col > 0 }
