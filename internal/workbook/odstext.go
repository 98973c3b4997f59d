package workbook

import (
	"bytes"
	"regexp"
	"slices"
)

// content collects a cell's text in w.value up to its end tag: its paragraphs, one a line. Notes and
// drawings that hang on a cell are not part of it.
func (w *odsWalk) content(element string) error {
	w.value = w.value[:0]
	paragraphs := 0
	for {
		tok, err := w.s.next()
		if err != nil {
			return noEnd(err)
		}
		switch {
		case tok == tokenEnd && string(w.s.name) == element:
			return nil
		case tok != tokenStart:
			continue
		case string(w.s.name) == "p" || string(w.s.name) == "h":
			if paragraphs++; paragraphs > 1 {
				w.value = append(w.value, '\n')
			}
			err = w.paragraph(string(w.s.name))
		default:
			err = w.s.skipElement()
		}
		if err != nil {
			return err
		}
	}
}

// paragraph appends the text of a paragraph. Blanks stay as they are, as in LibreOffice; line ends, which
// only the layout of the XML puts there, count as one blank with what is around them.
func (w *odsWalk) paragraph(element string) error {
	for {
		tok, err := w.s.next()
		if err != nil {
			return noEnd(err)
		}
		switch tok {
		case tokenText:
			w.appendLine()
		case tokenStart:
			if err := w.inline(); err != nil {
				return err
			}
		case tokenEnd:
			if string(w.s.name) == element {
				return nil
			}
		}
		if len(w.value) > w.b.limits.TextBytes {
			return over(LimitText, w.b.limits.TextBytes)
		}
	}
}

func (w *odsWalk) appendLine() {
	from := len(w.value)
	w.value = appendText(w.value, w.s.text, w.s.literal)
	if bytes.IndexByte(w.value[from:], '\n') >= 0 {
		w.value = append(w.value[:from], layoutBreak.ReplaceAll(w.value[from:], []byte(" "))...)
	}
}

var layoutBreak = regexp.MustCompile(`[ \t]*\n[ \t\n]*`)

// inline reads an element inside a paragraph that stands for text, or is none of it.
func (w *odsWalk) inline() error {
	switch string(w.s.name) {
	case "s":
		n := min(attrCount(w.s.attrs, "c"), w.b.limits.TextBytes)
		w.value = append(w.value, slices.Repeat([]byte{' '}, n)...)
	case "tab":
		w.value = append(w.value, '\t')
	case "line-break":
		w.value = append(w.value, '\n')
	case "annotation", "ruby-text", "note", "frame", "custom-shape":
		return w.s.skipElement()
	}
	return nil // of a span, a link, a field the text counts
}
