package deck_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"formare/internal/figure"
	"formare/internal/report/deck"
	"formare/internal/text"
)

// zipped makes a package out of parts.
func zipped(t *testing.T, parts map[string][]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, raw := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(raw)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestTemplate takes a deck as the template of another: its look is kept, its slides are not.
func TestTemplate(t *testing.T) {
	mine := content(t)
	mine.Theme, mine.Programme = figure.Dark, "Il vecchio programma"
	parts := write(t, mine)
	master := bytes.ReplaceAll(parts["ppt/slideMasters/slideMaster1.xml"], []byte("Filetto"), []byte("Fregio di casa"))
	parts["ppt/slideMasters/slideMaster1.xml"] = master
	c := content(t)
	c.Template = zipped(t, parts)
	if err := deck.CheckTemplate(c.Template); err != nil {
		t.Fatal(err)
	}
	made := write(t, c)
	checkPackage(t, made)
	if !bytes.Equal(made["ppt/slideMasters/slideMaster1.xml"], master) || !bytes.Equal(made["ppt/theme/theme1.xml"], parts["ppt/theme/theme1.xml"]) {
		t.Error("the master or the theme is not the template's")
	}
	for name, raw := range made {
		if strings.Contains(string(raw), "Il vecchio programma") {
			t.Errorf("%s has words of the template's slides", name)
		}
	}
	if n, want := strings.Count(string(made["ppt/presentation.xml"]), "<p:sldId "), len(c.Figures)+1; n != want {
		t.Errorf("%d slides, want %d", n, want)
	}
	if s := string(made["ppt/slides/slide2.xml"]); !strings.Contains(s, "Un titolo &amp; mezzo") || !strings.Contains(s, "Fonte: registri.") {
		t.Error("a slide lost its words")
	}
}

func TestTemplateRefused(t *testing.T) {
	good := write(t, content(t))
	without := func(name string) map[string][]byte {
		parts := map[string][]byte{}
		for n, raw := range good {
			if n != name {
				parts[n] = raw
			}
		}
		return parts
	}
	outside := without("")
	outside["../outside.xml"] = []byte("<a/>")
	untitled := without("")
	for n, raw := range untitled {
		if strings.HasPrefix(n, "ppt/slideLayouts/") {
			untitled[n] = bytes.ReplaceAll(bytes.ReplaceAll(raw, []byte(`"title"`), []byte(`"pic"`)), []byte(`"ctrTitle"`), []byte(`"pic"`))
		}
	}
	for name, raw := range map[string][]byte{
		"nothing": {}, "text": []byte("una volta"), "no parts": zipped(t, map[string][]byte{"a": nil}),
		"no master": zipped(t, without("ppt/slideMasters/slideMaster1.xml")), "no presentation": zipped(t, without("ppt/presentation.xml")),
		"a name that leads outside": zipped(t, outside), "no title": zipped(t, untitled),
	} {
		if err := deck.CheckTemplate(raw); !errors.Is(err, deck.ErrTemplate) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzTemplate gives foreign bytes as a template: refused or used, never a panic.
func FuzzTemplate(f *testing.F) {
	words, err := text.For("it")
	if err != nil {
		f.Fatal(err)
	}
	raw, err := deck.Write(deck.Content{Programme: "p", Theme: figure.Light}, words)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if deck.CheckTemplate(raw) != nil {
			return
		}
		if _, err := deck.Write(deck.Content{Programme: "p", Theme: figure.Light, Template: raw}, words); err != nil {
			t.Error(err)
		}
	})
}
