package annotate

import (
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Excel draws comments by a part in VML beside that of their texts.
var (
	vmlShape  = regexp.MustCompile(`(?s)<v:shape\s.*?</v:shape>\s*`)
	vmlRow    = regexp.MustCompile(`<x:Row>\s*(\d+)\s*</x:Row>`)
	vmlColumn = regexp.MustCompile(`<x:Column>\s*(\d+)\s*</x:Column>`)
	vmlNumber = regexp.MustCompile(`_x0000_s(\d+)`)
	vmlEnd    = regexp.MustCompile(`</xml>\s*$`)
)

const vmlType = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

// editDrawing draws boxes for new comments and takes away those of comments that are gone. It gives the
// relation of a drawing that the sheet does not name yet.
func (e *editor) editDrawing(rels *relations, fresh []spot, gone []string, head sheetHead) (string, error) {
	name := ""
	if rels.find("vmlDrawing") != "" {
		id, err := e.drawingOf(rels.of)
		if err != nil {
			return "", err
		}
		if rel, ok := rels.byID(id); ok && e.parts.has(rel.target) {
			name = rel.target
		}
	}
	if name == "" {
		if len(fresh) == 0 {
			return "", nil
		}
		name = e.parts.free(inFolder(folderOf(e.book.name), "drawings/vmlDrawing"), ".vml")
		e.types.declareVML()
		e.parts.put(name, []byte(newDrawing(fresh, head)))
		return rels.add("vmlDrawing", name), nil
	}
	raw, err := e.parts.read(name)
	if err != nil {
		return "", err
	}
	if raw, err = usualPrefixes(raw); err != nil {
		return "", err
	}
	raw = withoutShapes(raw, gone)
	raw, err = withShapes(raw, fresh, head)
	if err == nil {
		e.parts.put(name, raw)
	}
	return "", err
}

// drawingOf gives the relation by which a sheet names its drawing. A sheet's header has another.
func (e *editor) drawingOf(sheet string) (string, error) {
	r, err := e.parts.open(sheet)
	if err != nil {
		return "", err
	}
	defer r.Close()
	for in := newReader(r); ; {
		p, err := in.next()
		switch {
		case err == io.EOF:
			return "", nil
		case err != nil:
			return "", err
		case p.is("legacyDrawing"):
			return unescape(attr(p.raw, "id")), nil
		}
	}
}

func withoutShapes(raw []byte, gone []string) []byte {
	if len(gone) == 0 {
		return raw
	}
	of := map[string]bool{}
	for _, ref := range gone {
		of[ref] = true
	}
	return vmlShape.ReplaceAllFunc(raw, func(shape []byte) []byte {
		row, col := vmlRow.FindSubmatch(shape), vmlColumn.FindSubmatch(shape)
		if row == nil || col == nil || !bytes.Contains(shape, []byte(`ObjectType="Note"`)) {
			return shape
		}
		r, _ := strconv.Atoi(string(row[1]))
		c, _ := strconv.Atoi(string(col[1]))
		if of[cellName(r+1, c+1)] {
			return nil
		}
		return shape
	})
}

// withShapes adds boxes to a drawing that is there already.
func withShapes(raw []byte, fresh []spot, head sheetHead) ([]byte, error) {
	if len(fresh) == 0 {
		return raw, nil
	}
	end := vmlEnd.FindIndex(raw)
	if end == nil {
		return nil, odd("the drawing of the comments does not end")
	}
	number := 1024
	for _, m := range vmlNumber.FindAllSubmatch(raw, -1) {
		if n, err := strconv.Atoi(string(m[1])); err == nil && n < 1<<30 {
			number = max(number, n)
		}
	}
	var b strings.Builder
	if !bytes.Contains(raw, []byte(`id="_x0000_t202"`)) && !bytes.Contains(raw, []byte(`id='_x0000_t202'`)) {
		b.WriteString(vmlType)
	}
	for i := range fresh {
		writeShape(&b, number+1+i, &fresh[i], head)
	}
	return splice(raw, end[0], end[0], b.String()), nil
}

func newDrawing(fresh []spot, head sheetHead) string {
	var b strings.Builder
	blocks := "1"
	for i := 2; i <= 1+len(fresh)/1024; i++ {
		blocks += "," + strconv.Itoa(i)
	}
	b.WriteString("<xml")
	for _, s := range vmlSpaces {
		b.WriteString(" xmlns:" + s.prefix + `="` + s.space + `"`)
	}
	b.WriteString(`><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="` + blocks + `"/></o:shapelayout>` + vmlType)
	for i := range fresh {
		writeShape(&b, 1025+i, &fresh[i], head)
	}
	b.WriteString("</xml>")
	return b.String()
}

// writeShape draws the hidden box of one comment, right of its cell and as large as its text needs.
func writeShape(b *strings.Builder, number int, s *spot, head sheetHead) {
	const charsInLine, pixels = 48, 300
	lines := 2
	for _, text := range s.texts {
		for _, line := range strings.Split(text, "\n") {
			lines += 1 + utf8.RuneCountInString(line)/charsInLine
		}
		lines++
	}
	right, room := s.col, 0.0
	for ; room < pixels && right < s.col+40; right++ {
		room += head.pixels(right + 1)
	}
	top := max(s.row-2, 0)
	b.WriteString(`<v:shape id="_x0000_s` + strconv.Itoa(number) + `" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:220pt;height:` +
		strconv.Itoa(lines*15) + `pt;z-index:` + strconv.Itoa(number-1024) + `;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>` +
		`<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>` +
		strings.Join([]string{strconv.Itoa(s.col), "15", strconv.Itoa(top), "4", strconv.Itoa(right), "15", strconv.Itoa(top + lines), "4"}, ", ") +
		`</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>` + strconv.Itoa(s.row-1) + `</x:Row><x:Column>` + strconv.Itoa(s.col-1) + `</x:Column></x:ClientData></v:shape>`)
}

// pixels gives a column's width on the screen.
func (h *sheetHead) pixels(col int) float64 {
	width := h.width
	for _, c := range h.cols {
		if c.first <= col && col <= c.last {
			width = c.width
			break
		}
	}
	if width == 0 {
		return 0
	}
	return width*7 + 5
}
