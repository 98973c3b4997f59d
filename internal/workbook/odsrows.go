package workbook

import (
	"context"
	"fmt"
	"io"
)

// maxCopies bounds the cells that repetition makes of others, so that a small file cannot ask for any
// amount of work. Empty ones cost nothing and do not count.
const maxCopies = 2_000_000

// odsVisitor is told what a table holds, from top to bottom.
type odsVisitor interface {
	columns(s *scanner, groupHidden bool)
	merge(Range)
	row(*odsRow) error
}

// odsRow is one row element, before it is repeated.
type odsRow struct {
	Row
	repeated int
}

// odsRows hands the rows of a table on.
type odsRows struct {
	b     *odsBook
	ctx   context.Context
	yield func(*Row) error
}

func (*odsRows) columns(*scanner, bool) {}
func (*odsRows) merge(Range)            {}

func (r *odsRows) row(row *odsRow) error {
	n := int64(len(row.Cells))
	if n == 0 {
		return nil
	}
	for range row.repeated {
		if r.b.cells += n; r.b.cells > r.b.limits.Cells {
			return over(LimitCells, r.b.limits.Cells)
		}
		if err := r.ctx.Err(); err != nil {
			return err
		}
		if err := r.yield(&row.Row); err != nil {
			return errStop{err}
		}
		row.Number++
		if row.repeated > 1 {
			if err := r.b.copied(n); err != nil {
				return err
			}
		}
	}
	return nil
}

// copied counts cells that repetition made.
func (b *odsBook) copied(n int64) error {
	if b.copies += n; b.copies > maxCopies {
		return fmt.Errorf("%w: more than %d repeated cells", ErrLimit, maxCopies)
	}
	return nil
}

// Rows implements Book.
func (b *odsBook) Rows(ctx context.Context, sheet int, yield func(*Row) error) error {
	if sheet < 0 || sheet >= len(b.sheets) {
		return fmt.Errorf("there is no sheet %d", sheet)
	}
	b.copies = 0
	s := newBytesScanner(ctx, b.content[b.tables[sheet]:], b.limits)
	err := b.walk(s, &odsRows{b, ctx, yield})
	return ended(err, func(err error) error { return partError("content.xml", err) })
}

// walk reads a table up to its end tag.
func (b *odsBook) walk(s *scanner, v odsVisitor) error {
	w := odsWalk{b: b, s: s, v: v, texts: interner{}}
	_, w.frame = v.(*odsFrame)
	for {
		tok, err := s.next()
		if err == io.EOF && b.tablesEnd(s) {
			return nil
		}
		if err != nil {
			return noEnd(err)
		}
		switch name := string(s.name); {
		case tok == tokenStart:
			err = w.start(name)
		case tok == tokenEnd && name == "table":
			return nil
		case tok == tokenEnd && (name == "table-row-group" || name == "table-column-group"):
			if n := len(w.groups); n > 0 {
				w.groups = w.groups[:n-1]
			}
		}
		if err != nil {
			return err
		}
	}
}

// tablesEnd says that nothing stood in the table at all: <table/>.
func (b *odsBook) tablesEnd(s *scanner) bool { return len(s.buf) == 0 }

// odsWalk is where the reading of a table stands.
type odsWalk struct {
	b      *odsBook
	s      *scanner
	v      odsVisitor
	groups []bool // whether each open group of rows or columns is hidden, or stands in one that is
	out    odsRow
	seen   int
	value  []byte
	texts  interner
	frame  bool // values are not asked for
}

func (w *odsWalk) hidden() bool { return len(w.groups) > 0 && w.groups[len(w.groups)-1] }

func (w *odsWalk) start(name string) error {
	switch name {
	case "table-row-group", "table-column-group":
		w.groups = append(w.groups, w.hidden() || attr(w.s.attrs, "display") == "false")
	case "table-column":
		w.v.columns(w.s, w.hidden())
	case "table-row":
		return w.row()
	case "shapes", "forms", "table-source", "dde-source", "scenario", "named-expressions":
		return w.s.skipElement()
	}
	return nil
}

func (w *odsWalk) row() error {
	w.out.Number++
	w.out.Cells = w.out.Cells[:0]
	visibility := attr(w.s.attrs, "visibility")
	w.out.Hidden = visibility == "collapse" || visibility == "filter" || w.hidden()
	w.out.repeated = attrCount(w.s.attrs, "number-rows-repeated")
	from := w.out.Number
	if w.seen++; w.seen > w.b.limits.Rows {
		return over(LimitRows, w.b.limits.Rows)
	}
	col := 0
	for {
		tok, err := w.s.next()
		if err != nil {
			return noEnd(err)
		}
		if tok == tokenEnd && string(w.s.name) == "table-row" {
			break
		}
		if tok != tokenStart {
			continue
		}
		switch string(w.s.name) {
		case "table-cell", "covered-table-cell":
			err = w.cell(&col)
		default:
			err = w.s.skipElement()
		}
		if err != nil {
			return err
		}
	}
	return w.hand(from)
}

// hand gives a row on, and as often as it is repeated.
func (w *odsWalk) hand(from int) error {
	last := from + w.out.repeated - 1
	if len(w.out.Cells) > 0 && last > maxRow {
		if from > maxRow {
			return fmt.Errorf("row %d is outside a sheet", from)
		}
		w.out.repeated = maxRow - from + 1
	}
	if err := w.v.row(&w.out); err != nil {
		return err
	}
	w.out.Number = min(last, 1<<30)
	return nil
}
