package template

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"formare/internal/text"

	"github.com/xuri/excelize/v2"
)

func sampleContent() Content {
	hours := 12.5
	return Content{
		Programme: "A & B", Lead: "Regione <Umbria>", Partner: "Anci", Partners: []string{"Anci", "Aris"}, Months: []string{"2017-04", "2017-05"},
		First: time.Date(2017, 4, 1, 0, 0, 0, 0, time.UTC), Last: time.Date(2017, 5, 31, 0, 0, 0, 0, time.UTC),
		Areas: []string{"=Area", "+Altra"}, Comuni: []string{"Perugia"}, Roles: []string{"altro"},
		Courses: []Course{{Code: "=1+1", Title: "@Titolo", Kind: "fad", Start: time.Date(2017, 4, 3, 0, 0, 0, 0, time.UTC), HoursPlanned: &hours}},
	}
}

func write(t *testing.T, c Content, lang string) []byte {
	t.Helper()
	words, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Write(&out, c, words); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Every part is XML that any reader takes, which excelize alone does not see to, and no cell is a formula.
func TestPartsAreWellFormed(t *testing.T) {
	for _, c := range []Content{sampleContent(), {First: time.Date(2017, 4, 1, 0, 0, 0, 0, time.UTC), Last: time.Date(2017, 5, 31, 0, 0, 0, 0, time.UTC)}} {
		raw := write(t, c, "it")
		book, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range book.File {
			r, err := part.Open()
			if err != nil {
				t.Fatal(err)
			}
			for dec := xml.NewDecoder(r); ; {
				token, err := dec.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatalf("%s: %v", part.Name, err)
				}
				if e, ok := token.(xml.StartElement); ok && e.Name.Local == "f" {
					t.Errorf("%s holds a formula", part.Name)
				}
			}
			_ = r.Close()
		}
	}
}

// What spreadsheet programs refuse or cut off: long messages and formulas, names of sheets.
func TestChecksKeepWithinLimits(t *testing.T) {
	for _, lang := range text.Languages {
		f, err := excelize.OpenReader(bytes.NewReader(write(t, sampleContent(), lang)))
		if err != nil {
			t.Fatal(err)
		}
		checks := 0
		for _, sheet := range f.GetSheetList() {
			list, err := f.GetDataValidations(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range list {
				checks++
				for _, s := range []struct {
					text *string
					most int
				}{{v.PromptTitle, 32}, {v.Prompt, 255}, {v.ErrorTitle, 32}, {v.Error, 225}, {&v.Formula1, 255}} {
					if s.text == nil {
						continue
					}
					if n := len(utf16.Encode([]rune(*s.text))); n > s.most {
						t.Errorf("%s: %s %s: %q has %d characters, %d are allowed", lang, sheet, v.Sqref, *s.text, n, s.most)
					}
					if strings.HasPrefix(*s.text, "template.") || strings.Contains(*s.text, "{") {
						t.Errorf("%s: %s %s: %q is no text", lang, sheet, v.Sqref, *s.text)
					}
				}
				if !v.AllowBlank || v.ShowDropDown || v.Prompt == nil {
					t.Errorf("%s: %s %s must allow empty cells, show its arrow and help: %+v", lang, sheet, v.Sqref, v)
				}
			}
		}
		if checks != 33 {
			t.Errorf("%s: %d columns with checks and help", lang, checks)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// The header is locked and the cells below it are open, down and to the right, or rows could not be deleted.
func TestProtection(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(write(t, sampleContent(), "it")))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	locked := func(id int) bool {
		s, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		return s.Protection == nil || s.Protection.Locked
	}
	for sheet, head := range map[string]string{"Corsi": "A2", "Partecipanti": "A1"} {
		id, err := f.GetCellStyle(sheet, head)
		if err != nil || !locked(id) {
			t.Errorf("%s: the header can be changed (%v)", sheet, err)
		}
		for _, col := range []string{"A", "H", "XFD"} {
			if id, err := f.GetColStyle(sheet, col); err != nil || locked(id) {
				t.Errorf("%s: column %s is locked (%v)", sheet, col, err)
			}
		}
		p, err := f.GetSheetProtection(sheet)
		if err != nil || !p.Sort || !p.AutoFilter || !p.InsertRows || !p.DeleteRows || p.Password != "" {
			t.Errorf("%s: protection %+v (%v)", sheet, p, err)
		}
	}
}
