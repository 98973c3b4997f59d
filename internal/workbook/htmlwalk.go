package workbook

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// htmlWalk goes through a page tag by tag; no tree is built, so that its size does not matter.
type htmlWalk struct {
	b      *htmlBook
	ctx    context.Context
	v      htmlVisitor
	row    Row // its number is that of the row handed on last
	tables []*htmlTable
	loose  htmlText // what stands outside tables
	cells  int64
	texts  interner
	skip   string // the element whose content is no text
}

// htmlTable is a table that is open.
type htmlTable struct {
	base   int // columns before its first one
	inRow  bool
	hidden bool
	inCell bool
	col    int // of the current cell
	across int // how many columns it spans
	down   int // how many rows
	cells  []Cell
	spans  []int // by column, the last row that a cell from above reaches
	text   htmlText
}

// htmlText gathers text as a browser shows it: blanks in a row count as one.
type htmlText struct{ b []byte }

func (t *htmlText) add(raw []byte) {
	for _, c := range raw {
		if isBlank(c) || c == '\f' {
			if n := len(t.b); n > 0 && t.b[n-1] != ' ' && t.b[n-1] != '\n' {
				t.b = append(t.b, ' ')
			}
			continue
		}
		t.b = append(t.b, c)
	}
}

func (t *htmlText) newline() {
	t.b = append(bytes.TrimRight(t.b, " "), '\n')
}

// take gives the text and forgets it.
func (t *htmlText) take() []byte {
	b := bytes.Trim(t.b, " \n\u00a0")
	t.b = t.b[:0]
	return b
}

func (b *htmlBook) walk(ctx context.Context, v htmlVisitor) error {
	w := &htmlWalk{b: b, ctx: ctx, v: v, texts: interner{}}
	z := html.NewTokenizer(decoded(b.in.reader(), b.enc))
	z.SetMaxBuf(8 * b.in.Limits.TextBytes)
	for n := 0; ; n++ {
		kind := z.Next()
		if n&0xff == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		var err error
		switch kind {
		case html.ErrorToken:
			return w.end(z.Err())
		case html.TextToken:
			err = w.text(z.Text())
		case html.CommentToken:
			if name := sheetNameIn(z.Text()); name != "" {
				v.named(name)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			err = w.start(z, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			err = w.endTag(string(name))
		}
		if err != nil {
			return err
		}
	}
}

// end closes what the page left open.
func (w *htmlWalk) end(err error) error {
	switch {
	case errors.Is(err, html.ErrBufferExceeded):
		return over(LimitText, 8*w.b.in.Limits.TextBytes)
	case err != io.EOF:
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	for len(w.tables) > 0 {
		if err := w.endTable(); err != nil {
			return err
		}
	}
	return w.looseRow()
}

// table gives the innermost open table, or nil.
func (w *htmlWalk) table() *htmlTable {
	if len(w.tables) == 0 {
		return nil
	}
	return w.tables[len(w.tables)-1]
}

func (w *htmlWalk) text(raw []byte) error {
	if w.skip != "" {
		return nil
	}
	to := &w.loose
	if t := w.table(); t != nil {
		if !t.inCell {
			return nil // between cells only blanks may stand
		}
		to = &t.text
	}
	if to.add(raw); len(to.b) > w.b.in.Limits.TextBytes {
		return over(LimitText, w.b.in.Limits.TextBytes)
	}
	return nil
}

// maxNested bounds tables inside tables.
const maxNested = 64

func (w *htmlWalk) start(z *html.Tokenizer, closed bool) error {
	tag, more := z.TagName()
	name := string(tag)
	if w.skip != "" {
		return nil
	}
	switch name {
	case "script", "style", "title", "xml", "noscript", "textarea", "comment":
		if !closed {
			w.skip = name
		}
	case "table":
		return w.startTable()
	case "tr":
		return w.startRow(htmlAttrs(z, more))
	case "td", "th":
		return w.startCell(htmlAttrs(z, more))
	default:
		return w.lineBreak(name)
	}
	return nil
}

func (w *htmlWalk) endTag(name string) error {
	if w.skip != "" {
		if w.skip == name {
			w.skip = ""
		}
		return nil
	}
	t := w.table()
	switch {
	case name == "table" && t != nil:
		return w.endTable()
	case name == "tr" && t != nil:
		return w.endRow()
	case (name == "td" || name == "th") && t != nil:
		return w.endCell()
	}
	return w.lineBreak(name)
}

// lineBreak ends a line where a tag does so: outside tables a row, in a cell a line of its text.
func (w *htmlWalk) lineBreak(name string) error {
	switch name {
	case "br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "center", "body", "caption":
	default:
		return nil
	}
	t := w.table()
	switch {
	case t == nil:
		return w.looseRow()
	case t.inCell && (name == "br" || len(t.text.b) > 0 && t.text.b[len(t.text.b)-1] != '\n'):
		t.text.newline()
	}
	return nil
}

// looseRow makes a row of what stands outside tables.
func (w *htmlWalk) looseRow() error {
	text := w.loose.take()
	if len(text) == 0 {
		return nil
	}
	w.row.Cells = append(w.row.Cells[:0], Cell{Kind: Text, Col: 1, Text: w.texts.keep(text)})
	return w.hand(false)
}

// hand gives the next row on.
func (w *htmlWalk) hand(inTable bool) error {
	if w.row.Number++; w.row.Number > w.b.in.Limits.Rows {
		return over(LimitRows, w.b.in.Limits.Rows)
	}
	if err := w.ctx.Err(); err != nil {
		return err
	}
	err := w.v.row(&w.row, inTable)
	w.row.Hidden = false
	return err
}

func htmlAttrs(z *html.Tokenizer, more bool) map[string]string {
	var attrs map[string]string
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch name := string(key); name {
		case "colspan", "rowspan", "style":
			if attrs == nil {
				attrs = map[string]string{}
			}
			attrs[name] = string(value)
		}
	}
	return attrs
}

// span reads how far a cell goes, within what HTML allows.
func span(s string, most int) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, most)
}
