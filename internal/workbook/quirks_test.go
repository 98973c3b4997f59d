package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// parts are the parts of a workbook written by hand, with what every workbook needs around them.
type parts struct {
	sheet, strings, styles, workbook string
	extra                            map[string]string
}

func (p parts) bytes(t testing.TB) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	put := func(name, text string) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	put("[Content_Types].xml", "<Types/>")
	put("_rels/.rels", `<Relationships><Relationship Id="rId1" Type="`+office+`officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	if p.workbook == "" {
		p.workbook = `<workbook><sheets><sheet name="Uno" sheetId="1" r:id="rId1"/></sheets></workbook>`
	}
	put("xl/workbook.xml", p.workbook)
	put("xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="`+office+`worksheet" Target="worksheets/sheet1.xml"/>`+
		`<Relationship Id="rId2" Type="`+office+`sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="`+office+`styles" Target="styles.xml"/></Relationships>`)
	put("xl/worksheets/sheet1.xml", p.sheet)
	put("xl/sharedStrings.xml", "<sst>"+p.strings+"</sst>")
	put("xl/styles.xml", "<styleSheet>"+p.styles+"</styleSheet>")
	for name, text := range p.extra {
		put(name, text)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func data(rows string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><worksheet><dimension ref="A1"/><sheetData>` + rows + `</sheetData></worksheet>`
}

// show writes cells as "B6=text:abc".
func show(t testing.TB, raw []byte, opt Options) ([]string, error) {
	t.Helper()
	book, err := OpenBytes(context.Background(), raw, opt)
	if err != nil {
		return nil, err
	}
	defer book.Close()
	var out []string
	err = book.Rows(context.Background(), 0, func(r *Row) error {
		for _, c := range r.Cells {
			s := fmt.Sprintf("%s=%s", Address(r.Number, c.Col), [...]string{"empty", "text", "number", "date", "bool", "error"}[c.Kind])
			switch c.Kind {
			case Text, Error:
				s += ":" + c.Text
			case Number, Date, Bool:
				s += fmt.Sprintf(":%v", c.Num)
			}
			s += [...]string{"", "%", " time", " day", " datetime"}[c.Format]
			if c.Formula {
				s += " formula"
			}
			if r.Hidden {
				s += " hidden"
			}
			out = append(out, s)
		}
		return nil
	})
	return out, err
}

func TestQuirks(t *testing.T) {
	styles := `<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>` +
		`<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="22"/></cellXfs>`
	year04 := `<workbook><workbookPr date1904="1"/><sheets><sheet name="Uno" sheetId="1" r:id="rId1"/></sheets></workbook>`
	for _, c := range []struct {
		name string
		p    parts
		want []string
	}{
		{"skipped-rows-and-columns", parts{sheet: data(`<row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2.50</v></c></row><row r="1048576"><c r="XFD1048576"><v>3</v></c></row>`)},
			[]string{"B3=number:1", "D3=number:2.5", "XFD1048576=number:3"}},
		{"cells-without-address", parts{sheet: data(`<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>`)},
			[]string{"A1=number:1", "C1=number:2", "A2=number:3"}},
		{"shared-and-rich-text", parts{sheet: data(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>7</v></c></row>`),
			strings: `<si><t>Citt&#224; &amp; C.</t></si><si><r><t xml:space="preserve">Ro </t></r><r><rPr/><t>ma</t></r><rPh><t>no</t></rPh></si>`},
			[]string{"A1=text:Città & C.", "B1=text:Ro ma", "C1=error:#REF!"}},
		{"inline-text", parts{sheet: data(`<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x000D_</t></is></c><c r="B1" t="inlineStr"><is><r><t>x</t></r><r><t>y</t></r></is></c></row>`)},
			[]string{"A1=text:a\rb_x000D_", "B1=text:xy"}},
		{"formulas", parts{sheet: data(`<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>X()</f></c><c r="C1" t="str"><f>"a"</f><v>a</v></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f>1</f><v/></c><c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`)},
			[]string{"A1=number:2 formula", "B1=empty formula", "C1=text:a formula", "E1=empty formula", "F1=error:#DIV/0! formula"}},
		{"formats", parts{styles: styles, sheet: data(`<row r="1"><c r="A1" s="1"><v>42826</v></c><c r="B1" s="2"><v>0.5</v></c><c r="C1" s="3"><v>0.75</v></c><c r="D1" s="4"><v>42826.5</v></c><c r="E1" s="1"><v>1</v></c><c r="F1" s="99"><v>1</v></c></row>`)},
			[]string{"A1=date:42826 day", "B1=number:0.5 time", "C1=number:0.75%", "D1=date:42826.5 datetime", "E1=date:2 day", "F1=number:1"}},
		{"year-1904", parts{styles: styles, workbook: year04, sheet: data(`<row r="1"><c r="A1" s="1"><v>41364</v></c></row>`)}, []string{"A1=date:42826 day"}},
		{"iso-dates", parts{sheet: data(`<row r="1"><c r="A1" t="d"><v>2017-04-01</v></c><c r="B1" t="d"><v>2017-04-01T12:00:00</v></c><c r="C1" t="d"><v>mai</v></c></row>`)},
			[]string{"A1=date:42826 day", "B1=date:42826.5 datetime", "C1=text:mai"}},
		{"booleans-and-hidden", parts{sheet: data(`<row r="2" hidden="1"><c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c></row>`)}, []string{"A2=bool:1 hidden", "B2=bool:0 hidden"}},
		{"numbers-that-are-none", parts{sheet: data(`<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>0x10</v></c><c r="C1"><v>1e999</v></c><c r="D1"><v> 7 </v></c></row>`)},
			[]string{"A1=text:NaN", "B1=text:0x10", "C1=text:1e999", "D1=number:7"}},
		{"prefixes-comments-cdata", parts{sheet: `<x:worksheet xmlns:x="a"><!-- <row> --><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v><![CDATA[a&b<c]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`}, []string{"A1=text:a&b<c"}},
		{"document-type", parts{sheet: `<!DOCTYPE lolz [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>` + data(`<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>`)[38:]}, []string{"A1=text:&b;"}},
		{"cells-out-of-order", parts{sheet: data(`<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="C1"><v>4</v></c></row>`)}, []string{"A1=number:1", "C1=number:4"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := show(t, c.p.bytes(t), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestSheetFrame(t *testing.T) {
	p := parts{sheet: `<worksheet><cols><col min="2" max="3" hidden="1"/><col min="16384" max="99999" hidden="true"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="bad"/></mergeCells></worksheet>`,
		workbook: `<workbook><sheets><sheet name="A &amp; B" sheetId="1" state="veryHidden" r:id="rId1"/><sheet name="Grafico" r:id="rId9"/></sheets></workbook>`}
	book, err := OpenBytes(context.Background(), p.bytes(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	sheets := book.Sheets()
	if s := sheets[0]; s.Name != "A & B" || !s.Hidden || !slices.Equal(s.HiddenCols, []int{2, 3, 16384}) || !slices.Equal(s.Merged, []Range{{1, 1, 2, 3}}) {
		t.Errorf("%+v", s)
	}
	if err := book.Rows(context.Background(), 1, func(*Row) error { return nil }); !errors.Is(err, ErrDamaged) {
		t.Errorf("a sheet without a part: %v", err)
	}
}

func TestWhatIsNoWorkbook(t *testing.T) {
	whole := parts{sheet: data(`<row r="1"><c r="A1" t="str"><v>` + strings.Repeat("abc", 5000) + `</v></c></row>`)}.bytes(t)
	var locked bytes.Buffer
	f := excelize.NewFile()
	if err := f.SetCellValue("Sheet1", "A1", "chiuso"); err != nil {
		t.Fatal(err)
	}
	if err := f.Write(&locked, excelize.Options{Password: "segreta"}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		raw  []byte
		opt  Options
		want error
	}{
		{"empty", nil, Options{}, ErrNotWorkbook},
		{"text", []byte("Gentile signora,\nle mando il registro.\nCordiali saluti\n"), Options{}, ErrNotWorkbook},
		{"picture", []byte("\x89PNG\r\n\x1a\n0000"), Options{}, ErrNotWorkbook},
		{"ole-cut", append(slices.Clone(oleMagic), utf16Bytes("Workbook")...), Options{}, ErrDamaged},
		{"excel-4", append([]byte("\x09\x04\x06\x00"), 0, 0, 16, 0), Options{}, ErrUnsupported},
		{"xlsb", parts{extra: map[string]string{"xl/workbook.bin": "x"}}.bytes(t), Options{}, ErrUnsupported},
		{"truncated", whole[:len(whole)/2], Options{}, ErrDamaged},
		{"locked", locked.Bytes(), Options{}, ErrEncrypted},
		{"wrong-password", locked.Bytes(), Options{Passwords: []string{"sbagliata"}}, ErrPassword},
		{"cut-sheet", parts{sheet: `<worksheet><sheetData><row r="1"><c r="A1"><v>1`}.bytes(t), Options{}, ErrDamaged},
		{"file-limit", whole, Options{Limits: Limits{FileBytes: 10}}, ErrLimit},
		{"inflated-limit", whole, Options{Limits: Limits{InflatedBytes: 2000}}, ErrLimit},
		{"text-limit", whole, Options{Limits: Limits{TextBytes: 100}}, ErrLimit},
		{"row-limit", parts{sheet: data("<row/><row/><row/>")}.bytes(t), Options{Limits: Limits{Rows: 2}}, ErrLimit},
		{"cell-limit", parts{sheet: data("<row><c/><c/></row>")}.bytes(t), Options{Limits: Limits{Cells: 1}}, ErrLimit},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := show(t, c.raw, c.opt); !errors.Is(err, c.want) {
				t.Errorf("%v, want %v", err, c.want)
			}
		})
	}
	got, err := show(t, locked.Bytes(), Options{Passwords: []string{"sbagliata", "segreta"}})
	if err != nil || !slices.Equal(got, []string{"A1=text:chiuso"}) {
		t.Errorf("with its password: %v %v", got, err)
	}
}

func TestRowsGivesBackTheErrorOfYield(t *testing.T) {
	stop := errors.New("basta")
	book, err := OpenBytes(context.Background(), parts{sheet: data(`<row><c><v>1</v></c></row>`)}.bytes(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := book.Rows(context.Background(), 0, func(*Row) error { return stop }); err != stop {
		t.Errorf("%v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := book.Rows(ctx, 0, func(*Row) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func FuzzSheet(f *testing.F) {
	f.Add(data(`<row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>x</t></is></c></row>`))
	f.Add(`<a b='>'/><![CDATA[`)
	f.Add(`<worksheet><sheetData/><mergeCell ref="A1:B2"/>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		p := parts{sheet: sheet, strings: "<si><t>uno</t></si>"}
		sameBothWays(t, p.bytes(t), Options{Limits: Limits{TextBytes: 1 << 16}})
	})
}

func FuzzOpen(f *testing.F) {
	f.Add(parts{sheet: data(`<row r="1"><c r="A1"><v>1</v></c></row>`)}.bytes(f))
	f.Add([]byte(oleMagic))
	for _, small := range []string{"calamine/date.xls", "calamine/capitalized_wbook_stream.xls", "calamine/issues.ods", "readxl/mtcars.xls"} {
		if raw, err := os.ReadFile(filepath.Join(corpus, small)); err == nil { // more to begin with, where they are
			f.Add(raw)
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		_, err := show(t, raw, Options{Passwords: []string{"x"}, Limits: Limits{InflatedBytes: 1 << 22, Cells: 1 << 18}})
		checkKind(t, err)
	})
}
