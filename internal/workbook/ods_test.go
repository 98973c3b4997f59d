package workbook

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/crypto/argon2"
)

const odsMime = "application/vnd.oasis.opendocument.spreadsheet"

// odsContentOf puts tables, and styles before them, into the XML that stands around them.
func odsContentOf(styles, tables string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">` +
		`<office:automatic-styles>` + styles + `</office:automatic-styles><office:body><office:spreadsheet>` + tables +
		`</office:spreadsheet></office:body></office:document-content>`
}

func odsTable(rows string) string { return `<table:table table:name="Uno">` + rows + `</table:table>` }

func zipOf(t testing.TB, files ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func odsOf(t testing.TB, styles, tables string) []byte {
	return zipOf(t, "mimetype", odsMime, "content.xml", odsContentOf(styles, tables))
}

func TestODSQuirks(t *testing.T) {
	row := func(cells string) string { return "<table:table-row>" + cells + "</table:table-row>" }
	text := func(p string) string {
		return `<table:table-cell office:value-type="string"><text:p>` + p + `</text:p></table:table-cell>`
	}
	for _, c := range []struct {
		name, rows string
		want       []string
	}{
		{"kinds", row(`<table:table-cell office:value-type="float" office:value="12.5"><text:p>12,50</text:p></table:table-cell>` +
			`<table:table-cell office:value-type="percentage" office:value="0.75"/><table:table-cell office:value-type="currency" office:currency="EUR" office:value="3"/>` +
			`<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VERO</text:p></table:table-cell>` +
			`<table:table-cell office:value-type="date" office:date-value="2017-04-01"/><table:table-cell office:value-type="date" office:date-value="2017-04-01T12:00:00"/>` +
			`<table:table-cell office:value-type="date" office:date-value="2017-04-01T00:00:00"/><table:table-cell office:value-type="time" office:time-value="PT12H30M00S"/>` +
			`<table:table-cell office:value-type="time" office:time-value="PT960H00M00.5S"/>`),
			[]string{"A1=number:12.5", "B1=number:0.75%", "C1=number:3", "D1=bool:1", "E1=date:42826 day", "F1=date:42826.5 datetime", "G1=date:42826 day",
				"H1=number:0.5208333333333334 time", "I1=number:40.00000578703704 time"}},
		{"text", row(text(`Citt&#224; <text:span>di</text:span><text:s text:c="3"/>Castello<text:tab/>x`) + text(`a</text:p><text:p>b<text:line-break/>c`) +
			`<table:table-cell office:value-type="string" office:string-value="memorizzato"><text:p>mostrato</text:p></table:table-cell>` +
			`<table:table-cell><text:p>senza tipo</text:p></table:table-cell>` + text("  due  blanks\n   e un a capo")),
			[]string{"A1=text:Città di   Castello\tx", "B1=text:a\nb\nc", "C1=text:memorizzato", "D1=text:senza tipo", "E1=text:  due  blanks e un a capo"}},
		{"notes-and-drawings-are-no-text", row(`<table:table-cell office:value-type="string"><office:annotation><dc:creator>X</dc:creator><text:p>nota</text:p></office:annotation>` +
			`<text:p>valore</text:p><draw:frame><draw:text-box><text:p>disegno</text:p></draw:text-box></draw:frame></table:table-cell>` +
			`<table:table-cell><office:annotation><text:p>solo nota</text:p></office:annotation></table:table-cell>`), []string{"A1=text:valore"}},
		{"repeated-to-the-end", `<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/>` +
			`<table:table-cell table:number-columns-repeated="16382"/></table:table-row><table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
			row(text("ultima")), []string{"A1=number:1", "B1=number:1", "A2=number:1", "B2=number:1", "A1048576=text:ultima"}},
		{"formulas", row(`<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/><table:table-cell table:formula="of:=X()"/>` +
			`<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/>` +
			`<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/D</text:p></table:table-cell>` +
			`<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>#DIV/0!</text:p></table:table-cell>` + text("#DIV/0!")),
			[]string{"A1=number:2 formula", "B1=empty formula", "D1=error:#N/D formula", "E1=error:#DIV/0! formula", "F1=text:#DIV/0!"}},
		{"covered-and-hidden", `<table:table-row table:visibility="filter"><table:table-cell table:number-columns-spanned="2" office:value-type="float" office:value="1"/><table:covered-table-cell/>` + text("c")[0:] + `</table:table-row>` +
			`<table:table-row-group table:display="false">` + row(text("gruppo")) + `</table:table-row-group>` + row(text("in vista")),
			[]string{"A1=number:1 hidden", "C1=text:c hidden", "A2=text:gruppo hidden", "A3=text:in vista"}},
		{"values-that-are-none", row(`<table:table-cell office:value-type="float" office:value="NaN"><text:p>x</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="boh"><text:p>ieri</text:p></table:table-cell>`),
			[]string{"A1=text:x", "B1=text:ieri"}},
		{"header-rows", `<table:table-header-rows>` + row(text("Cognome")) + `</table:table-header-rows><table:table-rows>` + row(text("Bini")) + `</table:table-rows>`,
			[]string{"A1=text:Cognome", "A2=text:Bini"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			content := odsContentOf("", odsTable(c.rows))
			for kind, raw := range map[string][]byte{"package": zipOf(t, "mimetype", odsMime, "content.xml", content), "flat": []byte(content)} {
				got, err := show(t, raw, Options{})
				if err != nil {
					t.Fatal(err)
				}
				if !slices.Equal(got, c.want) {
					t.Errorf("%s:\n got %q\nwant %q", kind, got, c.want)
				}
			}
		})
	}
}

func TestODSSheets(t *testing.T) {
	raw := odsOf(t, `<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>`+
		`<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>`,
		`<table:tracked-changes><table:table><table:table-row/></table:table></table:tracked-changes>`+
			`<table:table table:name="A &amp; B" table:style-name="ta1"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>`+
			`<table:table-column-group table:display="false"><table:table-column/></table:table-column-group>`+
			`<table:shapes><table:table/></table:shapes><table:table-row/><table:table-row><table:table-cell/><table:table-cell table:number-columns-spanned="3" table:number-rows-spanned="2"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`+
			`<table:table table:name="nascosto" table:style-name="ta2"/><table:table table:name="'file:///a.ods'#B"><table:table-row/></table:table><table:dde-links><table:dde-link><table:table/></table:dde-link></table:dde-links>`)
	book, err := OpenBytes(context.Background(), raw, Options{})
	if err != nil {
		t.Fatal(err)
	}
	sheets := book.Sheets()
	if len(sheets) != 2 || sheets[0].Name != "A & B" || sheets[0].Hidden || !sheets[1].Hidden || sheets[1].Index != 1 {
		t.Fatalf("%+v", sheets)
	}
	if !slices.Equal(sheets[0].HiddenCols, []int{3, 4, 5}) || !slices.Equal(sheets[0].Merged, []Range{{2, 2, 3, 4}}) {
		t.Errorf("%+v", sheets[0])
	}
	for i := range sheets {
		if err := book.Rows(context.Background(), i, func(*Row) error { return nil }); err != nil {
			t.Errorf("sheet %d: %v", i, err)
		}
	}
}

// lockedODS protects a content as LibreOffice does (ODF 1.2: AES-256, PBKDF2).
func lockedODS(t testing.TB, content, password string) []byte {
	t.Helper()
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, 6)
	if err == nil {
		_, err = w.Write([]byte(content))
	}
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(packed.Bytes()[:min(packed.Len(), 1024)])
	iv, salt := []byte("0123456789abcdef"), []byte("fedcba9876543210")
	pad := aes.BlockSize - packed.Len()%aes.BlockSize
	packed.Write(bytes.Repeat([]byte{byte(pad)}, pad))
	start := sha256.Sum256([]byte(password))
	key, err := pbkdf2.Key(sha1.New, string(start[:]), salt, 1000, 32)
	if err != nil {
		t.Fatal(err)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		t.Fatal(err)
	}
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(packed.Bytes(), packed.Bytes())
	b64 := base64.StdEncoding.EncodeToString
	manifest := fmt.Sprintf(`<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data manifest:checksum-type="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k" manifest:checksum="%s">`+
		`<manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" manifest:initialisation-vector="%s"/>`+
		`<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32" manifest:iteration-count="1000" manifest:salt="%s"/>`+
		`<manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256" manifest:key-size="32"/></manifest:encryption-data></manifest:file-entry></manifest:manifest>`,
		b64(sum[:]), b64(iv), b64(salt))
	return zipOf(t, "mimetype", odsMime, "content.xml", packed.String(), "META-INF/manifest.xml", manifest)
}

// lockedWhole protects a package in one piece, as LibreOffice does from version 24.
func lockedWhole(t testing.TB, inner []byte, password string) []byte {
	t.Helper()
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, 6)
	if err == nil {
		_, err = w.Write(inner)
	}
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	nonce, salt := []byte("0123456789ab"), []byte("fedcba9876543210")
	start := sha256.Sum256([]byte(password))
	block, err := aes.NewCipher(argon2.IDKey(start[:], salt, 3, 1024, 4, 32))
	if err != nil {
		t.Fatal(err)
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		t.Fatal(err)
	}
	b64 := base64.StdEncoding.EncodeToString
	manifest := fmt.Sprintf(`<manifest:manifest><manifest:file-entry manifest:full-path="encrypted-package" manifest:size="9"><manifest:encryption-data>`+
		`<manifest:algorithm manifest:algorithm-name="http://www.w3.org/2009/xmlenc11#aes256-gcm" manifest:initialisation-vector="%s"/>`+
		`<manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2001/04/xmlenc#sha256" manifest:key-size="32"/>`+
		`<manifest:key-derivation manifest:key-derivation-name="urn:org:documentfoundation:names:experimental:office:manifest:argon2id" loext:argon2-iterations="3" loext:argon2-memory="1024" loext:argon2-lanes="4" manifest:salt="%s" manifest:key-size="32"/>`+
		`</manifest:encryption-data></manifest:file-entry></manifest:manifest>`, b64(nonce), b64(salt))
	return zipOf(t, "mimetype", odsMime, "encrypted-package", string(gcm.Seal(nonce, nonce, packed.Bytes(), nil)), "META-INF/manifest.xml", manifest)
}

func TestODSPassword(t *testing.T) {
	content := odsContentOf("", odsTable(`<table:table-row><table:table-cell><text:p>chiuso</text:p></table:table-cell></table:table-row>`))
	for kind, raw := range map[string][]byte{
		"parts": lockedODS(t, content, "così"),
		"whole": lockedWhole(t, zipOf(t, "mimetype", odsMime, "content.xml", content, "META-INF/manifest.xml", "<manifest:manifest/>"), "così"),
	} {
		if _, err := show(t, raw, Options{}); !errors.Is(err, ErrEncrypted) {
			t.Errorf("%s, without a password: %v", kind, err)
		}
		if _, err := show(t, raw, Options{Passwords: []string{"cosa", ""}}); !errors.Is(err, ErrPassword) {
			t.Errorf("%s, with wrong ones: %v", kind, err)
		}
		got, err := show(t, raw, Options{Passwords: []string{"cosa", "così"}})
		if err != nil || !slices.Equal(got, []string{"A1=text:chiuso"}) {
			t.Errorf("%s: %v %q", kind, err, got)
		}
	}
}

func TestODSFaults(t *testing.T) {
	cell := `<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>`
	for _, c := range []struct {
		name string
		raw  []byte
		want error
	}{
		{"text-document", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", odsContentOf("", "")), ErrNotWorkbook},
		{"epub", zipOf(t, "mimetype", "application/epub+zip"), ErrNotWorkbook},
		{"no-content", zipOf(t, "mimetype", odsMime), ErrDamaged},
		{"no-sheet", odsOf(t, "", ""), ErrDamaged},
		{"cut", odsOf(t, "", `<table:table table:name="x"><table:table-row><table:table-cell><text:p>a`), ErrDamaged},
		{"repeated-columns-bomb", odsOf(t, "", odsTable(strings.Repeat("<table:table-row>"+cell+"</table:table-row>", 200))), ErrLimit},
		{"repeated-rows-bomb", odsOf(t, "", odsTable(`<table:table-row table:number-rows-repeated="1048576">`+cell+`</table:table-row>`)), ErrLimit},
		{"blanks-bomb", odsOf(t, "", odsTable(`<table:table-row><table:table-cell office:value-type="string"><text:p>`+strings.Repeat(`<text:s text:c="1000000"/>`, 9)+`</text:p></table:table-cell></table:table-row>`)), ErrLimit},
		{"hidden-columns-bomb", odsOf(t, "", strings.Repeat(`<table:table><table:table-column table:visibility="collapse" table:number-columns-repeated="16384"/></table:table>`, 65)), ErrLimit},
		{"merged-bomb", odsOf(t, "", odsTable(strings.Repeat(`<table:table-row table:number-rows-repeated="1000">`+strings.Repeat(`<table:table-cell table:number-rows-spanned="2"/>`, 100)+`</table:table-row>`, 11))), ErrLimit},
		{"sheets-bomb", odsOf(t, "", strings.Repeat("<table:table/>", maxSheets+1)), ErrLimit},
		{"row-outside", odsOf(t, "", odsTable(`<table:table-row table:number-rows-repeated="1048576"/><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>`)), ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := drain(c.raw); !errors.Is(err, c.want) {
				t.Errorf("%v, want %v", err, c.want)
			}
		})
	}
}

// drain reads all sheets to their end, or to an error.
func drain(raw []byte) error {
	ctx := context.Background()
	book, err := OpenBytes(ctx, raw, Options{})
	if err != nil {
		return err
	}
	for i := range book.Sheets() {
		err = errors.Join(err, book.Rows(ctx, i, func(*Row) error { return nil }))
	}
	return errors.Join(err, book.Close())
}

func FuzzODS(f *testing.F) {
	f.Add(odsTable(`<table:table-row><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="3"/></table:table-row>`))
	f.Add(odsTable(`<table:table-column table:visibility="collapse"/><table:table-row-group><table:table-row table:number-rows-repeated="9"><table:table-cell table:number-rows-spanned="2" office:value-type="date" office:date-value="2017-04-01"><text:p>x<text:s text:c="3"/></text:p></table:table-cell></table:table-row></table:table-row-group>`))
	f.Add(`<table:table/>`)
	f.Fuzz(func(t *testing.T, tables string) {
		_, err := show(t, []byte(odsContentOf("", tables)), Options{Limits: Limits{TextBytes: 1 << 12, Cells: 1 << 16}})
		checkKind(t, err)
	})
}
