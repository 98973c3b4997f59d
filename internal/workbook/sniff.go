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
	zipFile     fileKind = iota
	oleFile              // Excel 97 to 2003, or the wrapping of a protected workbook
	biffFile             // the stream of such a workbook without its container
	sheetMLFile          // the XML spreadsheet of Excel 2003
	flatODSFile          // an OpenDocument file as one piece of XML
	htmlFile             // a web page, which may hold a table
	textFile             // text, which may be a table
)

var (
	zipMagic = []byte("PK\x03\x04")
	oleMagic = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	// Records that a workbook of Excel 2 to 4 begins with: these stood in no container.
	oldMagic = [][]byte{{0x09, 0x00, 0x04, 0x00}, {0x09, 0x02, 0x06, 0x00}, {0x09, 0x04, 0x06, 0x00}}
)

// sniff decides what a file is by its first bytes.
func sniff(in *input) (fileKind, error) {
	head := make([]byte, min(in.size, 4096))
	if _, err := io.ReadFull(in.reader(), head); err != nil && err != io.ErrUnexpectedEOF {
		return 0, err
	}
	begins := func(magics ...[]byte) bool {
		for _, magic := range magics {
			if bytes.HasPrefix(head, magic) {
				return true
			}
		}
		return false
	}
	switch {
	case len(head) == 0:
		return 0, fmt.Errorf("%w: the file is empty", ErrNotWorkbook)
	case begins(zipMagic):
		return zipFile, nil
	case begins(oleMagic):
		return oleFile, nil
	case begins(oldMagic...):
		return 0, unsupported("Excel 2–4 (.xls)")
	case isBIFF(head):
		return biffFile, nil
	}
	return sniffText(head)
}

// isBIFF knows the first record of Excel 5 to 2003, whose workbooks some programs write without the
// container.
func isBIFF(head []byte) bool {
	return len(head) > 6 && head[0] == 0x09 && head[1] == 0x08 && head[2] <= 32 && head[3] == 0 && head[4] == 0 && (head[5] == 5 || head[5] == 6)
}

// sniffText tells the kinds of text apart, in any encoding.
func sniffText(head []byte) (fileKind, error) {
	if name := contentName(head); name != "" {
		return 0, fmt.Errorf("%w: its content is %s", ErrNotWorkbook, name)
	}
	lower := bytes.ToLower(bytes.TrimLeft(plainHead(head), " \t\r\n"))
	if bytes.HasPrefix(lower, []byte("mime-version:")) {
		return 0, unsupported("MHTML")
	}
	if !bytes.HasPrefix(lower, []byte("<")) {
		return textFile, nil
	}
	has := func(mark string) bool { return bytes.Contains(lower, []byte(mark)) }
	switch {
	case has("urn:schemas-microsoft-com:office:spreadsheet"):
		return sheetMLFile, nil
	case has("urn:oasis:names:tc:opendocument"):
		return flatODSFile, nil
	case has("<html"), has("<table"), has("<body"), has("<head"), has("<!doctype html"), has("<meta"), has("<div"), has("<style"):
		return htmlFile, nil
	}
	return 0, fmt.Errorf("%w: its content is XML", ErrNotWorkbook)
}

// contentName names what people send by mistake in place of a workbook.
func contentName(head []byte) string {
	for _, known := range []struct{ magic, name string }{
		{"%PDF", "a PDF document"}, {"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"},
		{"{\\rtf", "a text document"}, {"PK\x05\x06", "an empty archive"}, {"Rar!", "an archive of another kind"},
		{"7z\xbc\xaf", "an archive of another kind"}, {"\x1f\x8b", "an archive of another kind"},
	} {
		if bytes.HasPrefix(head, []byte(known.magic)) {
			return known.name
		}
	}
	return ""
}

// utf16Bytes gives a name as it stands in an OLE directory.
func utf16Bytes(name string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(name)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}
