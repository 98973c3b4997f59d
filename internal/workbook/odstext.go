package workbook

import (
	"fmt"
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

// paragraph appends the text of a paragraph. Blanks in a row count as one, and those at its beginning
// not at all, as LibreOffice reads it; others are written as elements.
func (w *odsWalk) paragraph(element string) error {
	from := len(w.value)
	fixed := from // up to here blanks stay
	for {
		tok, err := w.s.next()
		if err != nil {
			return noEnd(err)
		}
		switch tok {
		case tokenText:
			w.appendCollapsed(from, fixed)
		case tokenStart:
			if err := w.inline(&fixed); err != nil {
				return err
			}
		case tokenEnd:
			if string(w.s.name) == element {
				return nil
			}
		}
		if len(w.value) > w.b.limits.TextBytes {
			return fmt.Errorf("%w: a text of more than %d bytes", ErrLimit, w.b.limits.TextBytes)
		}
	}
}

func (w *odsWalk) appendCollapsed(from, fixed int) {
	text := appendText(nil, w.s.text, w.s.literal)
	for _, c := range text {
		if !isBlank(c) {
			w.value = append(w.value, c)
			continue
		}
		n := len(w.value)
		if n == from || n > fixed && w.value[n-1] == ' ' {
			continue
		}
		w.value = append(w.value, ' ')
	}
}

// inline reads an element inside a paragraph that stands for text, or is none of it. What it puts there
// is kept as it is.
func (w *odsWalk) inline(fixed *int) error {
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
	default:
		return nil // a span, a link, a field: its text counts
	}
	*fixed = len(w.value)
	return nil
}
