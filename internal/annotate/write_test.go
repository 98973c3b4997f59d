package annotate

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"formare/internal/workbook"

	"github.com/xuri/excelize/v2"
)

// Texts that a spreadsheet could take for formulas are texts, also once somebody edits them.
func TestNothingIsAFormula(t *testing.T) {
	var notes []Note
	for i, text := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", `=HYPERLINK("http://x","y")`, "a]]><f>1</f>", "_x003D_1"} {
		notes = append(notes, note(2+i, 2, Error, text))
	}
	raw, parts := marked(t, pack(t, someSheet, nil), marksOf(notes...))
	list := parts["xl/worksheets/formare1.xml"]
	if strings.Contains(list, "<f>") || strings.Contains(list, "<v>") {
		t.Errorf("the list holds more than texts: %s", list)
	}
	book, err := workbook.OpenBytes(t.Context(), raw, workbook.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := 0
	err = book.Rows(t.Context(), 0, func(r *workbook.Row) error {
		if r.Number <= 5 {
			return nil
		}
		c := r.Cells[len(r.Cells)-1]
		want := notes[got].Comment
		if c.Formula || c.Kind != workbook.Text || c.Text != want {
			t.Errorf("row %d: %+v, want the text %q", r.Number, c, want)
		}
		got++
		return nil
	})
	if err != nil || got != len(notes) {
		t.Errorf("%d of %d lines: %v", got, len(notes), err)
	}
	styles := parts["xl/styles.xml"]
	if n := strings.Count(styles, `quotePrefix="1"`); n != 1 {
		t.Errorf("%d looks keep texts from becoming formulas when edited", n)
	}
}

// The same workbook and marks give the same bytes; parts that need no change keep theirs, compressed as
// they were.
func TestBytes(t *testing.T) {
	archive := pack(t, someSheet, nil)
	marks := marksOf(note(2, 2, Error, "no"), note(9, 4, Info, "sì"))
	one, _ := marked(t, archive, marks)
	two, _ := marked(t, archive, marks)
	if !bytes.Equal(one, two) {
		t.Error("two copies differ")
	}
	after, err := zip.NewReader(bytes.NewReader(one), int64(len(one)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range after.File {
		if f.Name != "xl/media/image1.png" {
			continue
		}
		for _, g := range archive.File {
			if g.Name == f.Name && (g.CRC32 != f.CRC32 || g.CompressedSize64 != f.CompressedSize64 || !g.Modified.Equal(f.Modified)) {
				t.Errorf("%s was packed anew", f.Name)
			}
		}
	}
}

// Names that count sheets from the first follow the list in front, and its own name is nobody else's.
func TestNamesFollowTheirSheets(t *testing.T) {
	archive := pack(t, someSheet, map[string]string{
		"xl/workbook.xml": `<workbook xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `"><bookViews><workbookView activeTab="1" firstSheet="1"/></bookViews><sheets><sheet name="SEGNALAZIONI" sheetId="7" r:id="r1"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Uno!$A$1</definedName><definedName name="tutti">Uno!$A$1</definedName></definedNames></workbook>`,
	})
	_, parts := marked(t, archive, marksOf())
	book := parts["xl/workbook.xml"]
	for _, want := range []string{`<sheet name="Segnalazioni (2)" sheetId="8"`, `<definedName name="_xlnm.Print_Area" localSheetId="1">`, `<definedName name="tutti">`, `activeTab="0"`, `firstSheet="0"`} {
		if !strings.Contains(book, want) {
			t.Errorf("no %s in %s", want, book)
		}
	}
}

// White letters would vanish on a light fill.
func TestLightLettersAreDarkened(t *testing.T) {
	styles := strings.Replace(bareStyles, `<fonts count="1">`, `<fonts count="2"><font><b/><color theme="0"/></font>`, 1)
	archive := pack(t, someSheet, map[string]string{"xl/styles.xml": styles,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="x"><Relationship Id="r1" Type="` + relBase + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="` + relBase + `styles" Target="styles.xml"/></Relationships>`})
	_, parts := marked(t, archive, marksOf(note(2, 2, Error, "no")))
	if s := parts["xl/styles.xml"]; !strings.Contains(s, `<b/><color rgb="FF000000"/>`) || !strings.Contains(s, `<color theme="0"/>`) {
		t.Errorf("styles are %s", s)
	}
}

// Merged ranges show their first cell only; rows and sheets have theirs.
func TestLook(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for cell, v := range map[string]any{"B3": "sopra", "C5": 12.5, "D7": "=uno"} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.MergeCell("Sheet1", "B3", "C4"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	book, err := workbook.OpenBytes(t.Context(), b.Bytes(), workbook.Options{})
	if err != nil {
		t.Fatal(err)
	}
	places := []Place{{"Sheet1", 4, 3}, {"Sheet1", 5, 0}, {"Sheet1", 0, 0}, {"Sheet1", 90, 0}, {"Sheet1", 7, 4}, {"no", 1, 1}}
	sights, old, err := Look(t.Context(), book, places)
	if err != nil || old != "" {
		t.Fatal(old, err)
	}
	for i, want := range []Sight{{3, 2, "sopra"}, {5, 3, "12,5"}, {1, 1, ""}, {90, 1, ""}, {7, 4, "=uno"}, {}} {
		if sights[i] != want {
			t.Errorf("%v is seen as %v, want %v", places[i], sights[i], want)
		}
	}
}

// A workbook written anew has the same cells under the same addresses, and is marked like any other.
func TestFresh(t *testing.T) {
	csv := "Cognome;Data;Ore\r\n=Rossi;12/03/2017;3,5\r\n;;\r\nèé;;x\r\n"
	book, err := workbook.OpenBytes(t.Context(), []byte(csv), workbook.Options{Name: "registro di aprile con un nome molto lungo [1].csv"})
	if err != nil {
		t.Fatal(err)
	}
	raw, names, err := Fresh(t.Context(), book)
	if err != nil {
		t.Fatal(err)
	}
	again, _, err := Fresh(t.Context(), book)
	if err != nil || !bytes.Equal(raw, again) {
		t.Errorf("two differ: %v", err)
	}
	now, err := workbook.OpenBytes(t.Context(), raw, workbook.Options{})
	if err != nil {
		t.Fatal(err)
	}
	was := book.Sheets()[0]
	if got := now.Sheets()[0].Name; got != names[was.Name] || len(got) > 31 {
		t.Errorf("%q became %q", was.Name, got)
	}
	if a, b := sheetCells(book, was), sheetCells(now, now.Sheets()[0]); a != b {
		t.Errorf("cells differ:\n%s\n%s", a, b)
	}
	locked, err := Protect(raw, "segreta")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := workbook.OpenBytes(t.Context(), locked, workbook.Options{}); err == nil {
		t.Error("it opens without its password")
	}
	if _, err := workbook.OpenBytes(t.Context(), locked, workbook.Options{Passwords: []string{"segreta"}}); err != nil {
		t.Error(err)
	}
}
