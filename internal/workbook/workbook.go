// Package workbook turns a file into sheets of rows of typed cells with the addresses that Excel
// shows. It is the only package that knows Excel for reading. It must not know what cells mean:
// no headers, no persons, no dates as text.
package workbook

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// Kind is the type of a cell's value as stored, not as it might be read.
type Kind uint8

const (
	Empty Kind = iota
	Text
	Number
	Date  // a number shown as a date; Num is in days, see Cell
	Bool  // Num is 0 or 1
	Error // Text is the error as shown: "#N/A"
)

// Format is what the number format says about a Number or Date cell, as far as it changes the meaning.
type Format uint8

const (
	General   Format = iota
	Percent          // 0.75 shown as 75%
	TimeOfDay        // a fraction of a day shown as a time or a duration: 0.5 is 12:00
	DateOnly
	DateTime
)

// A Cell is one value. Text is immutable and may be kept.
//
// A Date's Num counts days from 1899-12-30 (so 42826 is 2017-04-01), also in workbooks of the 1904
// system, which are converted; serials below 61 are shifted so that the day is the one Excel shows.
type Cell struct {
	Kind    Kind
	Format  Format
	Formula bool // the value is the cached result of a formula; Kind Empty then means that none was stored
	Col     int  // 1-based: 2 is column B
	Num     float64
	Text    string
}

// A Row holds the cells that are not empty, by ascending column. Number is 1-based, as Excel shows it.
// The reader reuses the Row and its Cells: copy what must outlive the call.
type Row struct {
	Number int
	Hidden bool
	Cells  []Cell
}

// A Range is a block of cells, 1-based and inclusive.
type Range struct{ FirstRow, FirstCol, LastRow, LastCol int }

// A Sheet describes a worksheet before its rows are read.
type Sheet struct {
	Index      int // position among the book's worksheets, from 0
	Name       string
	Hidden     bool
	Merged     []Range
	HiddenCols []int // 1-based, ascending
}

// A Book is an open workbook. It is not safe for concurrent use.
type Book interface {
	// Sheets lists the worksheets in the order of their tabs; chart and macro sheets are left out.
	Sheets() []Sheet
	// Rows yields a sheet's rows from top to bottom, those without any value left out, until yield
	// returns an error, which Rows gives back unchanged, or ctx ends.
	Rows(ctx context.Context, sheet int, yield func(*Row) error) error
	Close() error
}

// What can be wrong with a file as a whole. Errors of Open and Rows wrap one of these.
var (
	ErrNotWorkbook = errors.New("not a workbook")                          // empty, text under another name, an image…
	ErrDamaged     = errors.New("the workbook is damaged")                 // truncated, broken parts
	ErrEncrypted   = errors.New("the workbook is protected by a password") // and none is known
	ErrPassword    = errors.New("no known password opens the workbook")
	ErrUnsupported = errors.New("this kind of workbook is not read") // UnsupportedKind names it
	ErrLimit       = errors.New("the workbook is over a limit")
)

// kindsOfError are what an error of this package wraps, besides those of the context.
var kindsOfError = []error{ErrNotWorkbook, ErrDamaged, ErrEncrypted, ErrPassword, ErrUnsupported, ErrLimit,
	context.Canceled, context.DeadlineExceeded}

// asKind gives an error that is of none of these kinds that of damage.
func asKind(err error) error {
	if slices.ContainsFunc(kindsOfError, func(kind error) bool { return errors.Is(err, kind) }) {
		return err
	}
	return fmt.Errorf("%w: %w", ErrDamaged, err)
}

// Address gives a cell's name as Excel shows it: Address(6, 2) is "B6".
func Address(row, col int) string {
	return ColumnName(col) + strconv.Itoa(row)
}

// unsupported is an ErrUnsupported that knows the kind's name.
type unsupported string

func (u unsupported) Error() string { return ErrUnsupported.Error() + ": " + string(u) }
func (u unsupported) Unwrap() error { return ErrUnsupported }

// UnsupportedKind names the kind of file that an ErrUnsupported is about, as people call it in any
// language (".xlsb"); "" for other errors.
func UnsupportedKind(err error) string {
	var u unsupported
	errors.As(err, &u)
	return string(u)
}
