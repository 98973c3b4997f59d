package workbook

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf16"
)

// fileKind is what a file's first bytes say it is, among what can be opened.
type fileKind uint8

const (
	zipFile fileKind = iota
	oleFile          // Excel 97 to 2003, or the wrapping of a protected workbook
)

var (
	zipMagic = []byte("PK\x03\x04")
	oleMagic = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	// Records that a workbook of Excel 2 to 4 begins with: these stood in no container.
	oldMagic = [][]byte{{0x09, 0x00, 0x04, 0x00}, {0x09, 0x02, 0x06, 0x00}, {0x09, 0x04, 0x06, 0x00}, {0x09, 0x08, 0x08, 0x00}, {0x09, 0x08, 0x10, 0x00}}
	// What stands early in the XML spreadsheets of Excel 2003 and in flat OpenDocument files.
	xmlSheets = [][]byte{[]byte("urn:schemas-microsoft-com:office:spreadsheet"), []byte("urn:oasis:names:tc:opendocument")}
)

// sniff decides what a file is by its first bytes.
func sniff(r io.ReaderAt, size int64) (fileKind, error) {
	head := make([]byte, min(size, 4096))
	if _, err := io.ReadFull(io.NewSectionReader(r, 0, size), head); err != nil && err != io.ErrUnexpectedEOF {
		return 0, err
	}
	switch {
	case len(head) == 0:
		return 0, fmt.Errorf("%w: the file is empty", ErrNotWorkbook)
	case bytes.HasPrefix(head, zipMagic):
		return zipFile, nil
	case bytes.HasPrefix(head, oleMagic):
		return oleFile, nil
	}
	for _, magic := range oldMagic {
		if bytes.HasPrefix(head, magic) {
			return 0, fmt.Errorf("%w: a workbook of Excel 4 or earlier", ErrUnsupported)
		}
	}
	for _, mark := range xmlSheets {
		if bytes.Contains(head, mark) {
			return 0, fmt.Errorf("%w: a spreadsheet as plain XML", ErrUnsupported)
		}
	}
	return 0, fmt.Errorf("%w: its content is %s", ErrNotWorkbook, contentName(head))
}

// contentName names what people send by mistake in place of a workbook.
func contentName(head []byte) string {
	trimmed := bytes.ToLower(bytes.TrimLeft(head, "\ufeff \t\r\n"))
	for _, known := range []struct{ magic, name string }{
		{"%pdf", "a PDF document"}, {"\x89png", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"gif8", "a picture"},
		{"{\\rtf", "a text document"}, {"<!doctype html", "a web page"}, {"<html", "a web page"}, {"<?xml", "XML"},
		{"pk\x05\x06", "an empty archive"}, {"rar!", "an archive of another kind"}, {"7z\xbc\xaf", "an archive of another kind"},
	} {
		if bytes.HasPrefix(trimmed, []byte(known.magic)) {
			return known.name
		}
	}
	for _, c := range head {
		if c < ' ' && !isBlank(c) && c != '\f' {
			return "not known"
		}
	}
	return "plain text"
}

// utf16Bytes gives a name as it stands in an OLE directory.
func utf16Bytes(name string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(name)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}
