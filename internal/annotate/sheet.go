package annotate

import (
	"bufio"
	"bytes"
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"
)

// A spot is a cell with all that is said about it.
type spot struct {
	row, col int
	level    Level
	texts    []string
}

// spotsOf gathers notes by cell, in the order of the sheet.
func spotsOf(notes []Note) []spot {
	type place struct{ row, col int }
	at := map[place]int{}
	var out []spot
	for _, n := range notes {
		p := place{n.Row, n.Col}
		i, known := at[p]
		if !known {
			i = len(out)
			at[p] = i
			out = append(out, spot{row: n.Row, col: n.Col, level: n.Level})
		}
		out[i].level = max(out[i].level, n.Level)
		if !slices.Contains(out[i].texts, n.Comment) {
			out[i].texts = append(out[i].texts, n.Comment)
		}
	}
	slices.SortFunc(out, func(a, b spot) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) })
	return out
}

// editSheet colours a sheet's cells, hangs comments on them, and takes away what an earlier copy of ours
// has left.
func (e *editor) editSheet(s *sheetPart, notes []Note) error {
	if !e.parts.has(s.part) {
		if len(notes) > 0 {
			return odd("the sheet %q has no part", s.name)
		}
		return nil
	}
	head, err := e.headOf(s.part)
	if err != nil {
		return err
	}
	spots := spotsOf(notes)
	drawing, err := e.editComments(s.part, spots, head)
	if err != nil {
		return err
	}
	if len(spots) == 0 && !head.selected && len(e.styles.ours) == 0 {
		return nil
	}
	e.parts.replaceStream(s.part, func(out io.Writer) error {
		w := &sheetWriter{styles: e.styles, spots: spots, unselect: head.selected, drawing: drawing, relSpace: e.book.relSpace}
		return e.pass(s.part, w, out)
	})
	return nil
}

func (e *editor) pass(part string, w *sheetWriter, out io.Writer) error {
	r, err := e.parts.open(part)
	if err != nil {
		return err
	}
	defer r.Close()
	buffered := bufio.NewReaderSize(r, 64<<10)
	head, _ := buffered.Peek(512) // a short part is all there is
	if err := checkEncoding(part, head); err != nil {
		return err
	}
	to := bufio.NewWriterSize(out, 64<<10)
	w.out = to
	if err := w.copy(e.ctx.Err, newReader(buffered)); err != nil {
		return err
	}
	return to.Flush()
}

// A sheetHead is what stands before a sheet's rows.
type sheetHead struct {
	selected bool // two tabs that are chosen would be edited as one
	cols     []colStyle
	width    float64 // of columns that say nothing themselves
}

func (e *editor) headOf(part string) (sheetHead, error) {
	head := sheetHead{width: 8.43}
	r, err := e.parts.open(part)
	if err != nil {
		return head, err
	}
	defer r.Close()
	for in := newReader(io.LimitReader(r, mostTag)); ; {
		p, err := in.next()
		switch {
		case err != nil || p.is("sheetData"):
			return head, nil // what is wrong here is told when the sheet is copied
		case p.is("sheetView") && isTrue(attr(p.raw, "tabSelected")):
			head.selected = true
		case p.is("sheetFormatPr"):
			if w, err := strconv.ParseFloat(attr(p.raw, "defaultColWidth"), 64); err == nil {
				head.width = w
			}
		case p.is("col") && len(head.cols) < mostCols:
			head.cols = append(head.cols, columnOf(&p))
		}
	}
}

func isTrue(s string) bool { return s == "1" || s == "true" }

// sheetWriter copies a sheet's XML and changes what must be changed on the way.
type sheetWriter struct {
	styles   *styleSheet
	spots    []spot // those still to come
	unselect bool
	drawing  string // relation of the comments' drawing, if the sheet has none yet
	relSpace string
	out      *bufio.Writer

	depth    int
	prefix   string
	cols     []colStyle
	row, col int // the last that began
	rowStyle int
	inRow    bool
	after    bool // the rows are behind
}

// A colStyle is what a run of columns says of itself.
type colStyle struct {
	first, last, style int
	width              float64
}

const mostCols = 1 << 14

func columnOf(p *piece) colStyle {
	var c colStyle
	c.first, _ = strconv.Atoi(attr(p.raw, "min"))
	c.last, _ = strconv.Atoi(attr(p.raw, "max"))
	c.style, _ = strconv.Atoi(attr(p.raw, "style"))
	c.width, _ = strconv.ParseFloat(attr(p.raw, "width"), 64)
	if isTrue(attr(p.raw, "hidden")) {
		c.width = 0
	}
	return c
}

func (w *sheetWriter) copy(cancelled func() error, in *reader) error {
	for n := 0; ; n++ {
		if n%4096 == 0 {
			if err := cancelled(); err != nil {
				return err
			}
		}
		p, err := in.next()
		if err == io.EOF {
			if w.depth != 0 || !w.after {
				return odd("a sheet is not whole")
			}
			return nil
		}
		if err != nil {
			return err
		}
		raw := p.raw
		if p.tag {
			if raw, err = w.tag(&p); err != nil {
				return err
			}
			switch {
			case p.end:
				w.depth--
			case !p.alone:
				w.depth++
			}
		}
		if _, err := w.out.Write(raw); err != nil {
			return err
		}
	}
}

// tag gives what stands in a tag's place, after writing what comes before it.
func (w *sheetWriter) tag(p *piece) ([]byte, error) {
	switch string(p.local) {
	case "c":
		if !p.end && w.inRow {
			return w.cell(p)
		}
	case "row":
		if w.depth > 0 && !w.after {
			return w.rowTag(p)
		}
	case "sheetData":
		return w.data(p), nil
	case "sheetView":
		if w.unselect && !p.end && isTrue(attr(p.raw, "tabSelected")) {
			return setAttr(p.raw, "tabSelected", "0"), nil
		}
	case "col":
		if len(w.cols) < mostCols {
			w.cols = append(w.cols, columnOf(p))
		}
	case "worksheet", "chartsheet", "dialogsheet", "macrosheet":
		if !p.end && w.depth == 0 {
			w.prefix = p.prefix()
			w.after = string(p.local) != "worksheet"
		}
		if p.end && w.depth == 1 {
			w.putDrawing()
		}
	case "legacyDrawing":
		if w.after && w.drawing != "" { // it leads nowhere
			w.putDrawing()
			return nil, nil
		}
	case "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent":
		if w.after && w.depth == 1 && !p.end {
			w.putDrawing()
		}
	}
	return p.raw, nil
}

// putDrawing names the comments' drawing where the order of elements wants it.
func (w *sheetWriter) putDrawing() {
	if w.drawing == "" {
		return
	}
	w.out.WriteString("<" + w.prefix + `legacyDrawing xmlns:r="` + w.relSpace + `" r:id="` + w.drawing + `"/>`)
	w.drawing = ""
}

// data handles the element around the rows: rows still to come are written before its end.
func (w *sheetWriter) data(p *piece) []byte {
	switch {
	case p.alone && len(w.spots) > 0:
		w.after = true
		w.out.Write(bytes.TrimRight(p.raw[:len(p.raw)-2], " "))
		w.out.WriteString(">")
		w.rowsBefore(1 << 30)
		return []byte("</" + w.prefix + "sheetData>")
	case p.alone:
		w.after = true
	case p.end:
		w.rowsBefore(1 << 30)
		w.after = true
	}
	return p.raw
}

func (w *sheetWriter) rowTag(p *piece) ([]byte, error) {
	if p.end {
		w.cellsBefore(1 << 30)
		w.inRow = false
		return p.raw, nil
	}
	number := w.row + 1
	if r := attr(p.raw, "r"); r != "" {
		n, err := strconv.Atoi(r)
		if err != nil || n <= w.row {
			return nil, odd("row %q after row %d", r, w.row)
		}
		number = n
	}
	w.rowsBefore(number)
	w.row, w.col, w.rowStyle, w.inRow = number, 0, -1, true
	if isTrue(attr(p.raw, "customFormat")) {
		if s, err := strconv.Atoi(attr(p.raw, "s")); err == nil {
			w.rowStyle = s
		}
	}
	if !p.alone {
		return p.raw, nil
	}
	w.inRow = false
	if len(w.spots) == 0 || w.spots[0].row != number {
		return p.raw, nil
	}
	w.out.Write(bytes.TrimRight(p.raw[:len(p.raw)-2], " "))
	w.out.WriteString(">")
	w.cellsBefore(1 << 30)
	return []byte("</" + w.prefix + "row>"), nil
}

func (w *sheetWriter) cell(p *piece) ([]byte, error) {
	col := w.col + 1
	if r := attr(p.raw, "r"); r != "" {
		row, c, ok := parseCell(r)
		if !ok || row != w.row || c <= w.col {
			return nil, odd("cell %q after column %d of row %d", r, w.col, w.row)
		}
		col = c
	}
	w.cellsBefore(col)
	w.col = col
	ours := len(w.styles.ours) > 0
	here := len(w.spots) > 0 && w.spots[0].row == w.row && w.spots[0].col == col
	if !here && !ours {
		return p.raw, nil
	}
	style, err := strconv.Atoi(attr(p.raw, "s"))
	if err != nil {
		style = 0
	}
	switch {
	case here:
		level := w.spots[0].level
		w.spots = w.spots[1:]
		return setAttr(p.raw, "s", strconv.Itoa(w.styles.marked(style, level))), nil
	case w.styles.ours[style]:
		return setAttr(p.raw, "s", strconv.Itoa(w.styles.marked(style, cleared))), nil
	}
	return p.raw, nil
}

// rowsBefore writes the rows that the sheet does not have.
func (w *sheetWriter) rowsBefore(number int) {
	for len(w.spots) > 0 && w.spots[0].row < number {
		w.row, w.col, w.rowStyle = w.spots[0].row, 0, -1
		w.out.WriteString("<" + w.prefix + `row r="` + strconv.Itoa(w.row) + `">`)
		w.cellsBefore(1 << 30)
		w.out.WriteString("</" + w.prefix + "row>")
	}
}

// cellsBefore writes the cells of the present row that the sheet does not have.
func (w *sheetWriter) cellsBefore(col int) {
	for len(w.spots) > 0 && w.spots[0].row == w.row && w.spots[0].col < col {
		s := w.spots[0]
		style := w.rowStyle
		for i := len(w.cols) - 1; i >= 0 && style < 0; i-- {
			if c := w.cols[i]; c.first <= s.col && s.col <= c.last {
				style = c.style
			}
		}
		w.out.WriteString("<" + w.prefix + `c r="` + cellName(s.row, s.col) + `" s="` + strconv.Itoa(w.styles.marked(max(style, 0), s.level)) + `"/>`)
		w.spots = w.spots[1:]
	}
}

// cellName gives a cell's name as Excel shows it.
func cellName(row, col int) string {
	var b [8]byte
	i := len(b)
	for ; col > 0 && i > 0; col = (col - 1) / 26 {
		i--
		b[i] = byte('A' + (col-1)%26)
	}
	return string(b[i:]) + strconv.Itoa(row)
}

// parseCell reads "B6".
func parseCell(s string) (row, col int, ok bool) {
	letters := strings.IndexAny(s, "0123456789")
	if letters < 1 || letters > 3 {
		return 0, 0, false
	}
	for _, c := range strings.ToUpper(s[:letters]) {
		if c < 'A' || c > 'Z' {
			return 0, 0, false
		}
		col = col*26 + int(c-'A') + 1
	}
	row, err := strconv.Atoi(s[letters:])
	return row, col, err == nil && row >= 1
}
