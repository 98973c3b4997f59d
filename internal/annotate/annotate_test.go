package annotate

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"

	"formare/internal/workbook"
)

// pack makes a workbook of parts: a plain one whose sheet holds body, and what replaces or joins its parts.
func pack(t *testing.T, sheet string, more map[string]string) *zip.Reader {
	t.Helper()
	content := map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="x"><Relationship Id="r1" Type="` + relBase + `officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `"><sheets><sheet name="Uno" sheetId="7" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="x"><Relationship Id="r1" Type="` + relBase + `worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   sheet,
		"xl/media/image1.png":        strings.Repeat("picture", 100),
	}
	for name, text := range more {
		content[name] = text
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/media/image1.png"} {
		put(t, w, name, content[name])
		delete(content, name)
	}
	for _, name := range []string{"xl/styles.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/threadedComments/threadedComment1.xml"} {
		if content[name] != "" {
			put(t, w, name, content[name])
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func put(t *testing.T, w *zip.Writer, name, text string) {
	t.Helper()
	f, err := w.Create(name)
	if err == nil {
		_, err = io.WriteString(f, text)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// marked writes a copy and gives its bytes and parts.
func marked(t *testing.T, archive *zip.Reader, marks Marks) ([]byte, map[string]string) {
	t.Helper()
	var b bytes.Buffer
	if err := Write(t.Context(), &b, archive, marks); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range r.File {
		body, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		raw, err := io.ReadAll(body)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(raw)
	}
	return b.Bytes(), parts
}

func note(row, col int, level Level, text string) Note {
	return Note{Sheet: "Uno", Row: row, Col: col, Level: level, Comment: text, Line: []string{"livello", "Uno", cellName(row, col), text}, Link: 2}
}

func marksOf(notes ...Note) Marks {
	return Marks{Author: "formare", Notes: notes, List: List{Name: "Segnalazioni", Title: "prova", Intro: []string{"Due righe."},
		Counts: [levels]string{Error: "1 errore", Warning: "2 avvisi", Info: "0 note"}, Heads: []string{"Livello", "Foglio", "Cella", "Testo"}, Widths: []float64{9, 9, 9, 40}}}
}

// Only the marked cells' styles change in a sheet; cells and rows that are not there are put in order.
func TestSheetsChangeOnlyWhereMarked(t *testing.T) {
	const ns = ` xmlns="` + mainSpace + `"`
	tests := []struct{ name, sheet, want string }{
		{"cell with and without a style",
			`<worksheet` + ns + `><sheetData><row r="2"><c r="A2" s="0" t="s"><v>0</v></c><c r="B2"><v>1</v></c><c r="C2"/></row></sheetData></worksheet>`,
			`<row r="2"><c r="A2" s="0" t="s"><v>0</v></c><c r="B2" s="#"><v>1</v></c><c r="C2"/></row>`},
		{"cell that is not there",
			`<worksheet` + ns + `><sheetData><row r="2"><c r="A2"/><c r="D2"/></row></sheetData></worksheet>`,
			`<row r="2"><c r="A2"/><c r="B2" s="#"/><c r="D2"/></row>`},
		{"row that is not there",
			`<worksheet` + ns + `><sheetData><row r="1"/><row r="3"><c r="A3"/></row></sheetData></worksheet>`,
			`<row r="1"/><row r="2"><c r="B2" s="#"/></row><row r="3"><c r="A3"/></row>`},
		{"row that is empty", `<worksheet` + ns + `><sheetData><row r="2" ht="30"/></sheetData></worksheet>`, `<row r="2" ht="30"><c r="B2" s="#"/></row>`},
		{"no rows at all", `<worksheet` + ns + `><sheetData/><pageMargins/></worksheet>`, `<sheetData><row r="2"><c r="B2" s="#"/></row></sheetData><pageMargins/>`},
		{"rows and cells without addresses",
			`<worksheet` + ns + `><sheetData><row><c><v>1</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row></sheetData></worksheet>`,
			`<row><c><v>1</v></c><c s="#"><v>2</v></c></row>`},
		{"prefixes",
			`<x:worksheet xmlns:x="` + mainSpace + `"><x:sheetData><x:row r="2"><x:c r="A2"/></x:row></x:sheetData><x:tableParts/></x:worksheet>`,
			`<x:row r="2"><x:c r="A2"/><x:c r="B2" s="#"/></x:row></x:sheetData><x:legacyDrawing`},
		{"shared formulas",
			`<worksheet` + ns + `><sheetData><row r="2"><c r="B2"><f t="shared" ref="B2:B9" si="0">A2&lt;1</f><v>1</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>2</v></c></row></sheetData></worksheet>`,
			`<c r="B2" s="#"><f t="shared" ref="B2:B9" si="0">A2&lt;1</f><v>1</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>2</v></c></row>`},
		{"what stands in comments and sections is no tag",
			`<worksheet` + ns + `><!-- <row r="2"> --><sheetData><row r="2"><c r="B2" t="inlineStr"><is><t><![CDATA[<c r="A9">]]></t></is></c></row></sheetData></worksheet>`,
			`<c r="B2" s="#" t="inlineStr"><is><t><![CDATA[<c r="A9">]]></t></is></c>`},
		{"the drawing before what must follow it",
			`<worksheet` + ns + `><sheetData><row r="2"><c r="B2"/></row></sheetData><pageMargins/><drawing/><legacyDrawingHF/><extLst/></worksheet>`,
			`<drawing/><legacyDrawing xmlns:r="` + relSpace + `" r:id="rIdFormare2"/><legacyDrawingHF/><extLst/>`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, parts := marked(t, pack(t, tt.sheet, nil), marksOf(note(2, 2, Error, "no")))
			got := parts["xl/worksheets/sheet1.xml"]
			for i := range 40 {
				got = strings.ReplaceAll(got, ` s="`+cellName(i, 0)+`"`, ` s="#"`) // numbers of looks are styles.xml's
			}
			got = strings.ReplaceAll(got, ` s="#" t="s"`, ` s="0" t="s"`)
			got = attrLast(got)
			if !strings.Contains(got, attrLast(tt.want)) {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// attrLast makes tags comparable whatever place a new attribute took.
func attrLast(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, ` s="#" t="inlineStr">`, ` t="inlineStr" s="#">`), ` s="#" r=`, ` r=`)
}

// XML that is not in order is refused, so that its values are written anew instead.
func TestOddSheetsAreRefused(t *testing.T) {
	for name, sheet := range map[string]string{
		"rows out of order":  `<worksheet><sheetData><row r="3"/><row r="2"/></sheetData></worksheet>`,
		"cells out of order": `<worksheet><sheetData><row r="3"><c r="C3"/><c r="A3"/></row></sheetData></worksheet>`,
		"cut short":          `<worksheet><sheetData><row r="3">`,
		"a tag cut short":    `<worksheet><sheetData><row r="3`,
		"UTF-16":             "\xff\xfe<\x00w\x00",
		"Latin-1":            `<?xml version="1.0" encoding="ISO-8859-1"?><worksheet><sheetData/></worksheet>`,
		"a document type":    `<!DOCTYPE worksheet><worksheet><sheetData/></worksheet>`,
	} {
		var b bytes.Buffer
		if err := Write(t.Context(), &b, pack(t, sheet, nil), marksOf(note(2, 2, Error, "no"))); !errors.Is(err, ErrOdd) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

const someSheet = `<worksheet xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `"><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData><legacyDrawing r:id="rId2"/></worksheet>`

func withComments(text string) map[string]string {
	return map[string]string{
		"xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="x"><Relationship Id="rId1" Type="` + relBase + `comments" Target="../comments1.xml"/><Relationship Id="rId2" Type="` + relBase +
			`vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship Id="rId3" Type="` + relMicrosoft + `threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`,
		"xl/comments1.xml":                         `<comments xmlns="` + mainSpace + `"><authors><author>Anna</author></authors><commentList><comment ref="B2" authorId="0"><text>` + text + `</text></comment></commentList></comments>`,
		"xl/drawings/vmlDrawing1.vml":              `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1030" type="#_x0000_t202"><br><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>`,
		"xl/threadedComments/threadedComment1.xml": `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" dT="2017-05-01T10:00:00.00" personId="{A}" id="{B}"><text>chi?</text></threadedComment></ThreadedComments>`,
	}
}

// What others have written on a cell stays, and the finding stands below it; a conversation gets a reply.
func TestCommentsOfOthersStay(t *testing.T) {
	_, parts := marked(t, pack(t, someSheet, withComments(`<t>chi è?</t>`)), marksOf(note(2, 2, Error, "manca"), note(2, 2, Warning, "e poi"), note(4, 1, Info, "qui")))
	comments := parts["xl/comments1.xml"]
	for _, want := range []string{`<r><t>chi è?</t></r>`, `manca` + "\n\n" + `e poi`, `<comment ref="A4" authorId="1">`, `<author>Anna</author><author>formare</author>`} {
		if !strings.Contains(comments, want) {
			t.Errorf("no %q in %s", want, comments)
		}
	}
	if n := strings.Count(comments, `ref="B2"`); n != 1 {
		t.Errorf("%d comments on one cell", n)
	}
	if vml := parts["xl/drawings/vmlDrawing1.vml"]; strings.Count(vml, "<v:shape ") != 2 || !strings.Contains(vml, `_x0000_s1031`) {
		t.Errorf("the drawing is %s", vml)
	}
	if thread := parts["xl/threadedComments/threadedComment1.xml"]; !strings.Contains(thread, `parentId="{B}"`) || !strings.Contains(thread, "manca") {
		t.Errorf("no reply in %s", thread)
	}
	if person := parts["xl/persons/person1.xml"]; !strings.Contains(person, `displayName="formare"`) {
		t.Errorf("nobody says it: %s", person)
	}
	if !strings.Contains(parts["xl/worksheets/sheet1.xml"], `tabSelected="0"`) {
		t.Error("two tabs are chosen at once")
	}
}

// A copy that comes back is cleared of what the first one wrote, and the partner's words stay.
func TestACopyOfACopy(t *testing.T) {
	raw, first := marked(t, pack(t, someSheet, withComments(`<r><t>chi è?</t></r>`)), marksOf(note(2, 2, Error, "manca"), note(4, 1, Info, "qui")))
	again, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	book, err := workbook.OpenBytes(t.Context(), raw, workbook.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sights, old, err := Look(t.Context(), book, []Place{{"Uno", 5, 1}})
	if err != nil || old != "Segnalazioni" || sights[0] != (Sight{Row: 5, Col: 1}) {
		t.Fatalf("saw %v %q %v", sights, old, err)
	}
	marks := marksOf(note(5, 1, Warning, "nuovo"))
	marks.Old = old
	_, parts := marked(t, again, marks)
	comments := parts["xl/comments1.xml"]
	if strings.Contains(comments, "manca") || strings.Contains(comments, `ref="A4"`) || !strings.Contains(comments, "chi è?") || !strings.Contains(comments, "nuovo") {
		t.Errorf("comments are %s", comments)
	}
	if vml := parts["xl/drawings/vmlDrawing1.vml"]; strings.Count(vml, "<v:shape ") != 2 {
		t.Errorf("the drawing is %s", vml)
	}
	if n := strings.Count(parts["xl/workbook.xml"], "<sheet "); n != 2 {
		t.Errorf("%d sheets, the list should take the place of the old one", n)
	}
	if len(first) != len(parts) {
		t.Errorf("%d parts became %d", len(first), len(parts))
	}
	if fill := fillOf(t, parts, "B2"); fill != `<patternFill patternType="none"/>` {
		t.Errorf("B2 is still %s", fill)
	}
	if fill := fillOf(t, parts, "A5"); !strings.Contains(fill, "FFFFE699") {
		t.Errorf("A5 is %s", fill)
	}
}

// fillOf gives the fill of a cell as styles.xml has it.
func fillOf(t *testing.T, parts map[string]string, cell string) string {
	t.Helper()
	styles, err := parse("styles", []byte(parts["xl/styles.xml"]))
	if err != nil {
		t.Fatal(err)
	}
	sheet := parts["xl/worksheets/sheet1.xml"]
	_, tag, _ := strings.Cut(sheet, `<c r="`+cell+`"`)
	tag, _, _ = strings.Cut(tag, ">")
	look, err := strconv.Atoi(attr([]byte("<c "+tag), "s"))
	if err != nil {
		t.Fatalf("%s has no look: %s", cell, tag)
	}
	xf := styles.pieces[styles.children(styles.first("cellXfs", 0))[look]].raw
	fill, err := strconv.Atoi(attr(xf, "fillId"))
	if err != nil {
		t.Fatal(err)
	}
	element := string(styles.element(styles.children(styles.first("fills", 0))[fill]))
	return strings.TrimSuffix(strings.TrimPrefix(element, "<fill>"), "</fill>")
}
