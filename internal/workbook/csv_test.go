package workbook

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// in writes a text in an encoding of one byte a letter.
func in(t *testing.T, page *charmap.Charmap, text string) string {
	t.Helper()
	out, err := page.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func inUTF16(text string, big bool) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return string(b)
}

func TestCSVQuirks(t *testing.T) {
	people := "Cognome;Città;Ore\nNiccolò;Forlì;12,5\n"
	read := []string{"A1=text:Cognome", "B1=text:Città", "C1=text:Ore", "A2=text:Niccolò", "B2=text:Forlì", "C2=text:12,5"}
	for _, c := range []struct {
		name, raw string
		want      []string
	}{
		{"utf-8", people, read},
		{"utf-8-bom", "\ufeff" + people, read},
		{"windows-1252", in(t, charmap.Windows1252, people), read},
		{"cp850", in(t, charmap.CodePage850, people), read},
		{"mac", in(t, charmap.Macintosh, strings.ReplaceAll(people, "\n", "\r")), read},
		{"utf-16-le-bom", "\xff\xfe" + inUTF16(people, false), read},
		{"utf-16-be-bom", "\xfe\xff" + inUTF16(people, true), read},
		{"utf-16-le", inUTF16(people, false), read},
		{"utf-16-be", inUTF16(people, true), read},
		{"one-byte-wrong-in-utf-8", "Città;Forlì;Cefalù;Lunedì\nPerché;più;Cant\xf9;è\n",
			[]string{"A1=text:Città", "B1=text:Forlì", "C1=text:Cefalù", "D1=text:Lunedì", "A2=text:Perché", "B2=text:più", "C2=text:Cantù", "D2=text:è"}},
		{"apostrophes-of-windows", "Cognome;Nome\r\nD\x92Angelo;Jos\xe9\r\n", []string{"A1=text:Cognome", "B1=text:Nome", "A2=text:D’Angelo", "B2=text:José"}},
		{"comma", "a,b,c\n\"1,5\",x,y\n", []string{"A1=text:a", "B1=text:b", "C1=text:c", "A2=text:1,5", "B2=text:x", "C2=text:y"}},
		{"tab", "a\tb\n007\t12,5\n", []string{"A1=text:a", "B1=text:b", "A2=text:007", "B2=text:12,5"}},
		{"bar", "a|b|c\n1|2|3\n", []string{"A1=text:a", "B1=text:b", "C1=text:c", "A2=text:1", "B2=text:2", "C2=text:3"}},
		{"decimal-commas-everywhere", "1,5;2,5;3,5\n4,5;5,5;6,5\n", []string{"A1=text:1,5", "B1=text:2,5", "C1=text:3,5", "A2=text:4,5", "B2=text:5,5", "C2=text:6,5"}},
		{"sep-line", "sep=|\r\na;b|c;d\r\n", []string{"A1=text:a;b", "B1=text:c;d"}},
		{"sep-line-quoted", "\"sep=,\"\na,b\n", []string{"A1=text:a", "B1=text:b"}},
		{"lines-inside-quotes", "a;b\n\"x\ny\";\"di \"\"qui\"\"\"\nc;d\n", []string{"A1=text:a", "B1=text:b", "A2=text:x\ny", "B2=text:di \"qui\"", "A3=text:c", "B3=text:d"}},
		{"empty-lines-count", "a;b\n\n;\nc;d\n", []string{"A1=text:a", "B1=text:b", "A4=text:c", "B4=text:d"}},
		{"preamble", "Registro del corso\nEnte: ANCI\n\nCognome;Nome;Ore\nBini;Ada;3\nNeri;Ugo;4\n",
			[]string{"A1=text:Registro del corso", "A2=text:Ente: ANCI", "A4=text:Cognome", "B4=text:Nome", "C4=text:Ore", "A5=text:Bini", "B5=text:Ada", "C5=text:3", "A6=text:Neri", "B6=text:Ugo", "C6=text:4"}},
		{"ragged-and-trailing", "a;b;c;\nd;e\nf;g;h;i;j\n", []string{"A1=text:a", "B1=text:b", "C1=text:c", "A2=text:d", "B2=text:e", "A3=text:f", "B3=text:g", "C3=text:h", "D3=text:i", "E3=text:j"}},
		{"quote-that-nothing-closes", "a;b\nBini;\"Ada\nNeri;Ugo\n", []string{"A1=text:a", "B1=text:b", "A2=text:Bini", "B2=text:\"Ada", "A3=text:Neri", "B3=text:Ugo"}},
		{"quote-inside-a-field", "a;b\n5\" nastro;x\n\"Ditta\" srl;y\n", []string{"A1=text:a", "B1=text:b", "A2=text:5\" nastro", "B2=text:x", "A3=text:Ditta srl", "B3=text:y"}},
		{"codes-as-formulas", "a;b\n=\"007\";\"=\"\"0012\"\"\"\n", []string{"A1=text:a", "B1=text:b", "A2=text:007", "B2=text:0012"}},
		{"zero-bytes-and-end-of-dos", "a;b\nx\x00y;z\n\x1a", []string{"A1=text:a", "B1=text:b", "A2=text:xy", "B2=text:z"}},
		{"old-mac-lines", "a;b\rc;d\r", []string{"A1=text:a", "B1=text:b", "A2=text:c", "B2=text:d"}},
		{"no-line-end", "a;b\nc;d", []string{"A1=text:a", "B1=text:b", "A2=text:c", "B2=text:d"}},
		{"formulas-are-text", "a;b\n=1+1;@x\n", []string{"A1=text:a", "B1=text:b", "A2=text:=1+1", "B2=text:@x"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := show(t, []byte(c.raw), Options{Name: "registro.csv"})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestCSVAsOthersWriteIt has tables written by another library, with any delimiter, in any encoding, and
// reads back what was put in.
func TestCSVAsOthersWriteIt(t *testing.T) {
	words := []string{"Rossi", "D'Angelo", "Niccolò", "12,5", "007", "Città di Castello", "via Roma, 3", "di \"qui\"", "due\nrighe", "", "03/05/2017", "0,75", "sì; no", "€ 1.200,00"}
	encodings := map[string]func(string) string{
		"utf-8": func(s string) string { return s }, "windows-1252": func(s string) string { return in(t, charmap.Windows1252, s) },
		"utf-16": func(s string) string { return "\xff\xfe" + inUTF16(s, false) },
	}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 100 {
		delim, rows, cols := rune(delimiters[i%len(delimiters)]), 3+random.IntN(20), 3+random.IntN(12)
		var buf strings.Builder
		w := csv.NewWriter(&buf)
		w.Comma, w.UseCRLF = delim, false
		var want []string
		for r := range rows {
			record := make([]string, cols)
			for c := range record {
				record[c] = words[random.IntN(len(words))]
				if r == 0 {
					record[c] = fmt.Sprintf("Campo %d", c+1)
				}
				if record[c] != "" {
					want = append(want, fmt.Sprintf("%s=text:%s", Address(r+1, c+1), record[c]))
				}
			}
			if err := w.Write(record); err != nil {
				t.Fatal(err)
			}
		}
		w.Flush()
		for name, encode := range encodings {
			got, err := show(t, []byte(encode(buf.String())), Options{Name: "registro.csv"})
			if err != nil || !slices.Equal(got, want) {
				t.Fatalf("%q, %s: %v\n got %q\nwant %q\n%s", delim, name, err, got, want, buf.String())
			}
		}
	}
}

func TestTextThatIsNoTable(t *testing.T) {
	for name, raw := range map[string]string{
		"letter.txt":     "Gentile dottoressa,\nle invio, come d'accordo, il registro del corso.\nResto a disposizione,\ncordiali saluti\nMarta\n",
		"prose.csv":      "Si trasmette in allegato il registro di marzo, firmato dai docenti e dal tutor\ndel corso di lingua, con preghiera di restituire la copia controfirmata entro il mese\n",
		"app.log":        "2017-05-01 12:00:00,123 INFO avvio del servizio\n2017-05-01 12:00:01,456 WARN coda piena\n2017-05-01 12:00:02,789 INFO fine\n",
		"main.c":         "int main(void) {\n\tint x = 1;\n\tint y = 2;\n\treturn x + y;\n}\n",
		"script.py":      "import os\nfor i in range(3):\n\tprint(i, os.name)\n\tif i:\n\t\tbreak\n",
		"dati.json":      "{\"a\": 1,\n \"b\": 2}\n",
		"elenco.json":    "[\n {\"a\": 1, \"b\": 2}, {\"a\": 3}\n]\n",
		"config.xml":     "<?xml version=\"1.0\"?><a><b>1</b></a>",
		"pagina.html":    "<!doctype html><html><body><p>Ciao</p></body></html>",
		"binario.csv":    "\x01\x02;\x03\x04\n\x05\x06;\x07\x08\n",
		"una-parola.csv": "registro\n",
		"vuoto.csv":      " \r\n\r\n",
	} {
		t.Run(name, func(t *testing.T) {
			if got, err := show(t, []byte(raw), Options{Name: name}); !errors.Is(err, ErrNotWorkbook) {
				t.Errorf("%v %q", err, got)
			}
		})
	}
}

func TestCSVSheetName(t *testing.T) {
	for file, want := range map[string]string{
		"registro.csv": "registro", "Registro [marzo] 2017.csv": "Registro _marzo_ 2017", "": "Sheet1",
		"un nome di file che è più lungo di trentuno lettere.csv": "un nome di file che è più lungo",
	} {
		book, err := OpenBytes(context.Background(), []byte("a;b;c\n1;2;3\n"), Options{Name: file})
		if err != nil {
			t.Fatal(err)
		}
		if got := book.Sheets()[0].Name; got != want {
			t.Errorf("%q: %q, want %q", file, got, want)
		}
	}
}

func TestCSVLimits(t *testing.T) {
	for name, c := range map[string]struct {
		raw    string
		limits Limits
	}{
		"rows":    {strings.Repeat("a;b\n", 10), Limits{Rows: 9}},
		"cells":   {strings.Repeat("a;b\n", 10), Limits{Cells: 19}},
		"text":    {"a;b\nc;d\n" + strings.Repeat("x", 2000) + ";y\n", Limits{TextBytes: 1000}},
		"columns": {"a;b\nc;d\n" + strings.Repeat("x;", maxCol+1) + "\n", Limits{}},
		"file":    {"a;b\nc;d\n", Limits{FileBytes: 5}},
	} {
		if _, err := show(t, []byte(c.raw), Options{Name: "x.csv", Limits: c.limits}); !errors.Is(err, ErrLimit) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzCSV(f *testing.F) {
	for _, raw := range []string{"a;b\n\"x\ny\";z\n", "sep=,\na,b\r\n", "\xff\xfea\x00;\x00b\x00\n\x00", "a;\"b\nc;d", "x,\"\"\"\r\"y\n\x1a"} {
		f.Add([]byte(raw))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		_, err := show(t, raw, Options{Name: "x.csv", Limits: Limits{TextBytes: 1 << 12}})
		checkKind(t, err)
	})
}

// checkKind fails on an error that is of none of the package's kinds.
func checkKind(t *testing.T, err error) {
	t.Helper()
	if err != nil && !slices.ContainsFunc(kindsOfError, func(kind error) bool { return errors.Is(err, kind) }) {
		t.Errorf("an error of no kind: %v", err)
	}
}
