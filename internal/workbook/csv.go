package workbook

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
)

// csvBook is a table as text. It has one sheet, and its rows are those that Excel shows on opening it:
// a line break inside quotes begins no row, an empty line is one, a line "sep=;" is none.
type csvBook struct {
	in    *input
	enc   encoding.Encoding // nil for UTF-8
	delim byte
	sep   bool // the first line says what separates fields
	sheet Sheet
	cells int64
}

// openCSV finds encoding and delimiter of a text, or says that it is no table.
func openCSV(ctx context.Context, in *input) (Book, error) {
	counts, err := countChars(ctx, in.reader())
	if err != nil {
		return nil, err
	}
	b := &csvBook{in: in, enc: encodingOf(counts), sheet: Sheet{Name: sheetName(in.Name)}}
	sample := make([]byte, 256<<10)
	n, err := io.ReadFull(decoded(in.reader(), b.enc), sample)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return nil, err
	}
	whole := err != nil
	if b.delim, b.sep = sepLine(sample[:n]); !b.sep {
		if b.delim, err = delimiterOf(sample[:n], whole, isTableName(in.Name)); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// sheetName is what Excel calls the only sheet of a file: the file's name, cut to what a sheet may be called.
func sheetName(file string) string {
	name := strings.TrimSuffix(file, filepath.Ext(file))
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return '_'
		}
		return r
	}, name)
	const most = 31
	for utf8.RuneCountInString(name) > most {
		_, n := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-n]
	}
	if name == "" {
		return "Sheet1"
	}
	return name
}

// isTableName says that a file's name promises a table.
func isTableName(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv", ".tab", ".xls", ".xlsx", ".htm", ".html":
		return true
	}
	return false
}

// sepLine reads the first line by which programs tell Excel what separates fields: "sep=;".
func sepLine(text []byte) (delim byte, ok bool) {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	line = bytes.TrimSuffix(line, []byte("\r"))
	line = bytes.Trim(line, `"`)
	if len(line) != 5 || !bytes.EqualFold(line[:4], []byte("sep=")) || line[4] >= utf8.RuneSelf || line[4] == 0 {
		return 0, false
	}
	return line[4], true
}

func (b *csvBook) Sheets() []Sheet { return []Sheet{b.sheet} }

func (b *csvBook) Close() error { return nil }

func (b *csvBook) Rows(ctx context.Context, sheet int, yield func(*Row) error) error {
	if sheet != 0 {
		return fmt.Errorf("there is no sheet %d", sheet)
	}
	r := newCSVReader(decoded(b.in.reader(), b.enc), b.delim, b.in.Limits.TextBytes)
	if b.sep {
		if err := r.next(); err != nil {
			return asKind(err)
		}
	}
	row, texts := &Row{}, interner{}
	for {
		err := r.next()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = b.fill(row, r, texts)
		}
		if err != nil {
			return asKind(err)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if len(row.Cells) == 0 {
			continue
		}
		if err := yield(row); err != nil {
			return err
		}
	}
}

// fill makes a row of the fields that were read. All cells are text as stored: what numbers and dates
// mean is for those who know the columns.
func (b *csvBook) fill(row *Row, r *csvReader, texts interner) error {
	row.Number, row.Cells = row.Number+1, row.Cells[:0]
	if row.Number > b.in.Limits.Rows {
		return over(LimitRows, b.in.Limits.Rows)
	}
	if len(r.ends) > maxCol {
		return fmt.Errorf("%w: more than %d columns in row %d", ErrLimit, maxCol, row.Number)
	}
	if b.cells += int64(len(r.ends)); b.cells > b.in.Limits.Cells {
		return over(LimitCells, b.in.Limits.Cells)
	}
	for i := range r.ends {
		if value := r.field(i); len(value) > 0 {
			row.Cells = append(row.Cells, Cell{Kind: Text, Col: i + 1, Text: texts.keep(value)})
		}
	}
	return nil
}
