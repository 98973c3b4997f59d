package workbook

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func TestHTMLQuirks(t *testing.T) {
	for _, c := range []struct {
		name, raw string
		want      []string
	}{
		{"plain", `<table><tr><th>Cognome<th>Nome</tr><tr><td>Bini<td>Ada</table>`, []string{"A1=text:Cognome", "B1=text:Nome", "A2=text:Bini", "B2=text:Ada"}},
		{"page-around", `<html><head><title>x</title><style>td{}</style></head><body><h1>Registro</h1><p>Ente: <b>ANCI</b></p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>Firma</body></html>`,
			[]string{"A1=text:Registro", "A2=text:Ente: ANCI", "A3=text:a", "B3=text:b", "A4=text:c", "B4=text:d", "A5=text:Firma"}},
		{"entities-and-blanks", "<table><tr><td>Citt&agrave;\n   di&nbsp;Castello</td><td>&nbsp;</td><td>a<br>b</td></tr><tr><td>&lt;x&gt;</td><td><p>u</p><p>v</p></td></tr></table>",
			[]string{"A1=text:Città di\u00a0Castello", "C1=text:a\nb", "A2=text:<x>", "B2=text:u\nv"}},
		{"spans", `<table><tr><td rowspan=2>corso</td><td colspan="2">ore</td></tr><tr><td>1</td><td>2</td></tr><tr><td>x</td><td>y</td><td>z</td></tr></table>`,
			[]string{"A1=text:corso", "B1=text:ore", "B2=text:1", "C2=text:2", "A3=text:x", "B3=text:y", "C3=text:z"}},
		{"nested", `<table><tr><td>menu</td><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></td></tr></table>`,
			[]string{"A1=text:menu", "B2=text:a", "C2=text:b", "B3=text:c", "C3=text:d"}},
		{"hidden-row", `<table><tr style="display: none"><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>`, []string{"A1=text:a hidden", "B1=text:b hidden", "A2=text:c", "B2=text:d"}},
		{"two-tables", `<table><tr><td>a</td><td>b</td></tr></table><table><tr><td>c</td><td>d</td></tr></table>`, []string{"A1=text:a", "B1=text:b", "A2=text:c", "B2=text:d"}},
		{"codes-and-dates-stay-text", `<table><tr><td x:num>007</td><td>01/04/2017</td></tr><tr><td>12,5</td><td>1.234</td></tr></table>`,
			[]string{"A1=text:007", "B1=text:01/04/2017", "A2=text:12,5", "B2=text:1.234"}},
		{"no-ends", `<html><table><tr><td>a<td>b<tr><td>c<td>d`, []string{"A1=text:a", "B1=text:b", "A2=text:c", "B2=text:d"}},
		{"windows-1252", in(t, charmap.Windows1252, `<html><meta charset="windows-1252"><table><tr><td>Niccolò</td><td>€</td></tr><tr><td>a</td><td>b</td></tr></table>`),
			[]string{"A1=text:Niccolò", "B1=text:€", "A2=text:a", "B2=text:b"}},
		{"utf-8-that-says-latin-1", `<meta http-equiv="content-type" content="text/html; charset=iso-8859-1"><table><tr><td>Niccolò</td><td>à</td></tr><tr><td>a</td><td>b</td></tr></table>`,
			[]string{"A1=text:Niccolò", "B1=text:à", "A2=text:a", "B2=text:b"}},
		{"utf-16", "\xff\xfe" + inUTF16(`<html><table><tr><td>è</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>`, false),
			[]string{"A1=text:è", "B1=text:b", "A2=text:c", "B2=text:d"}},
		{"script-in-cell", `<table><tr><td>a<script>if (1 < 2) alert("<td>")</script></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>`,
			[]string{"A1=text:a", "B1=text:b", "A2=text:c", "B2=text:d"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := show(t, []byte(c.raw), Options{Name: "export.xls"})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestHTMLSheet(t *testing.T) {
	raw := `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Aprile &amp; maggio</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head>` +
		`<table><tr><td rowspan=2>a</td><td colspan=3>b</td></tr><tr><td>c</td></tr></table></html>`
	book, err := OpenBytes(context.Background(), []byte(raw), Options{Name: "export.xls"})
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheets()[0]
	if s.Name != "Aprile & maggio" || !slices.Equal(s.Merged, []Range{{1, 1, 2, 1}, {1, 2, 1, 4}}) {
		t.Errorf("%+v", s)
	}
}

func TestHTMLFaults(t *testing.T) {
	for name, c := range map[string]struct {
		raw  string
		want error
	}{
		"page":    {`<html><body><p>Benvenuti</p></body></html>`, ErrNotWorkbook},
		"letter":  {`<html><table><tr><td>Gentile signora, le scrivo.</td></tr></table></html>`, ErrNotWorkbook},
		"nested":  {strings.Repeat("<table><tr><td>", 100), ErrLimit},
		"columns": {"<table><tr>" + strings.Repeat("<td colspan=1000>a", 20), ErrLimit},
		"spans":   {"<table><tr>" + strings.Repeat("<td colspan=1000 rowspan=65534>a", 16) + strings.Repeat("<tr><td>x", 5000), ErrLimit},
		"text":    {"<table><tr><td>" + strings.Repeat("x", 3<<20), ErrLimit},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := show(t, []byte(c.raw), Options{Name: "x.xls"}); !errors.Is(err, c.want) {
				t.Errorf("%v, want %v", err, c.want)
			}
		})
	}
}

func FuzzHTML(f *testing.F) {
	f.Add(`<html><table><tr><td rowspan=2 colspan=3>a<td>b<tr><td><table><tr><td>c<td>d</table>`)
	f.Add(`<html><!--<x:Name>a</x:Name>--><h1>x</h1><script><table></script><table><td>a<td>b`)
	f.Fuzz(func(t *testing.T, page string) {
		_, err := show(t, []byte("<html>"+page), Options{Name: "x.xls", Limits: Limits{TextBytes: 1 << 12, Cells: 1 << 16}})
		checkKind(t, err)
	})
}

const sheetMLHead = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">` +
	`<Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="c" ss:Parent="d"><Font/></Style><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style><Style ss:ID="t"><NumberFormat ss:Format="h:mm"/></Style></Styles>`

func TestSheetML(t *testing.T) {
	raw := sheetMLHead + `<Worksheet ss:Name="Uno &amp; due"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/><Column ss:Index="5" ss:Hidden="1"/>` +
		`<Row ss:Index="3"><Cell><Data ss:Type="String">Citt&#224;</Data><Comment><ss:Data>nota</ss:Data></Comment></Cell><Cell ss:Index="4" ss:MergeAcross="1" ss:MergeDown="2"><Data ss:Type="Number">12.5</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>` +
		`<Row ss:Hidden="1"><Cell ss:StyleID="d"><Data ss:Type="DateTime">2017-04-01T00:00:00.000</Data></Cell><Cell ss:StyleID="c"><Data ss:Type="Number">42826</Data></Cell><Cell ss:StyleID="t"><Data ss:Type="DateTime">1899-12-31T12:00:00.000</Data></Cell>` +
		`<Cell ss:StyleID="p" ss:Formula="=1/2"><Data ss:Type="Number">0.5</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Ro</B><I>ma</I></ss:Data></Cell><Cell ss:Formula="=X()"/></Row>` +
		`</Table></Worksheet><Worksheet ss:Name="Nascosto"><Table/><WorksheetOptions><Visible>SheetVeryHidden</Visible></WorksheetOptions></Worksheet></Workbook>`
	got, err := show(t, []byte(raw), Options{})
	want := []string{"A3=text:Città", "D3=number:12.5", "F3=bool:1", "A4=date:42826 day hidden", "B4=date:42826 day hidden", "C4=number:0.5 time hidden",
		"D4=number:0.5% formula hidden", "E4=error:#N/A hidden", "F4=text:Roma hidden", "G4=empty formula hidden"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v\n got %q\nwant %q", err, got, want)
	}
	book, err := OpenBytes(context.Background(), []byte(raw), Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheets()
	if len(s) != 2 || s[0].Name != "Uno & due" || s[0].Hidden || !s[1].Hidden || !slices.Equal(s[0].HiddenCols, []int{2, 3, 5}) || !slices.Equal(s[0].Merged, []Range{{3, 4, 5, 5}}) {
		t.Errorf("%+v", s)
	}
	if _, err := show(t, []byte(sheetMLHead+`<Worksheet ss:Name="x"><Table><Row><Cell>`), Options{}); !errors.Is(err, ErrDamaged) {
		t.Errorf("cut: %v", err)
	}
}

func FuzzSheetML(f *testing.F) {
	f.Add(`<Worksheet ss:Name="x"><Table><Column ss:Index="2" ss:Hidden="1"/><Row ss:Index="3"><Cell ss:Index="2" ss:MergeDown="1"><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet>`)
	f.Fuzz(func(t *testing.T, sheets string) {
		_, err := show(t, []byte(sheetMLHead+sheets), Options{Limits: Limits{TextBytes: 1 << 12, Cells: 1 << 16}})
		checkKind(t, err)
	})
}
