package workbook

import (
	"errors"
	"fmt"
)

// Limits bound what one workbook may cost, of whatever kind it is. Zero means the default.
type Limits struct {
	FileBytes     int64 // of the file as received; default 512 MiB
	InflatedBytes int64 // of all parts read together; default 4 GiB
	Ratio         int64 // of inflated bytes to those of the file, once there are 64 MiB; default 250
	Rows          int   // per sheet; default 1,048,576
	Cells         int64 // per workbook; default 50 million
	TextBytes     int   // of one cell; default 1 MiB (Excel's own limit is 32,767 characters)
	Depth         int   // of XML elements inside each other; default 256
}

// ratioFrom is how much may be inflated whatever the ratio: registers of a few rows under pages of formatted
// blanks shrink to a hundredth, and cost nothing.
const ratioFrom = 64 << 20

func (l Limits) withDefaults() Limits {
	l.FileBytes = orDefault(l.FileBytes, 512<<20)
	l.InflatedBytes = orDefault(l.InflatedBytes, 4<<30)
	l.Ratio = orDefault(l.Ratio, 250)
	l.Rows = orDefault(l.Rows, maxRow)
	l.Cells = orDefault(l.Cells, 50_000_000)
	l.TextBytes = orDefault(l.TextBytes, 1<<20)
	l.Depth = orDefault(l.Depth, 256)
	return l
}

func orDefault[T int | int64](v, otherwise T) T {
	if v <= 0 {
		return otherwise
	}
	return v
}

// A Limit is one of those that a user can set.
type Limit string

const (
	LimitFile     Limit = "file_mb"
	LimitInflated Limit = "unpacked_mb"
	LimitRatio    Limit = "ratio"
	LimitRows     Limit = "rows"
	LimitCells    Limit = "cells"
	LimitText     Limit = "text_kb"
	LimitDepth    Limit = "depth"
)

// unitOf is what a limit is counted in, in bytes; those of things are counted one by one.
var unitOf = map[Limit]int64{LimitFile: 1 << 20, LimitInflated: 1 << 20, LimitText: 1 << 10}

// overLimit is an ErrLimit that knows which limit it was.
type overLimit struct {
	limit Limit
	most  int64
}

// over tells that a workbook has more of something than it may.
func over[T int | int64](limit Limit, most T) error { return overLimit{limit, int64(most)} }

func (o overLimit) Error() string {
	return fmt.Sprintf("%v: %s, at most %d", ErrLimit, o.limit, o.most)
}
func (o overLimit) Unwrap() error { return ErrLimit }

// LimitOf tells which limit an ErrLimit is about, and how much it allows in the limit's own unit; "" for
// bounds of the program that nobody can set, and for other errors.
func LimitOf(err error) (Limit, int64) {
	var o overLimit
	if !errors.As(err, &o) {
		return "", 0
	}
	return o.limit, o.most / max(unitOf[o.limit], 1)
}
