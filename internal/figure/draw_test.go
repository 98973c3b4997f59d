package figure_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"

	"formare/internal/figure"
)

func TestLoadSpecs(t *testing.T) {
	all := specs(t)
	if len(all) < 7 || all[0].ID != "00-novita" || all[7].ID != "07-partner-mesi" {
		t.Fatalf("specs: %v", all)
	}
	for name, c := range map[string]struct{ file, want string }{
		"unknown key":    {"id: a\nkind: numbers\nindicators: [x]\nwords: w\nsize: 3\n", "size"},
		"unknown kind":   {"id: a\nkind: pie\nindicators: [x]\nwords: w\n", `kind "pie"`},
		"no indicator":   {"id: a\nkind: numbers\nwords: w\n", "no indicator"},
		"no title":       {"id: a\nkind: ranking\nindicator: x\n", "figures/bad.yaml:2:7: there is no title"},
		"one language":   {"id: a\nkind: ranking\nindicator: x\ntitle: {it: A}\n", `title has no text in "en"`},
		"other language": {"id: a\nkind: ranking\nindicator: x\ntitle: {it: A, en: A, fr: A}\n", `no language "fr"`},
		"placeholder":    {"id: a\nkind: ranking\nindicator: x\ntitle: \"{nobody}\"\n", `figures/bad.yaml:4:8: title has "nobody" in braces`},
		"both":           {"id: a\nkind: numbers\nindicator: x\nindicators: [x]\n", "both"},
		"unknown set":    {"id: a\nkind: numbers\nindicator: x\nset: weekly\n", `set cannot be "weekly"`},
		"a path as id":   {"id: ../a\nkind: numbers\nindicators: [x]\nwords: w\n", "id"},
		"not yaml":       {"id: [", "bad.yaml"},
		"the same twice": {"id: b\nkind: numbers\nindicators: [x]\nwords: w\n", "twice"},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := fstest.MapFS{
				"figures/bad.yaml":   {Data: []byte(c.file)},
				"figures/other.yaml": {Data: []byte("id: b\nkind: numbers\nindicators: [x]\nwords: w\n")},
			}
			_, err := figure.LoadSpecs(fsys)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q", err, c.want)
			}
		})
	}
}

func TestDrawRefuses(t *testing.T) {
	ctx := context(t, "it")
	s := specs(t)[1]
	if _, _, err := figure.Draw(s, tables(t), ctx, "poster", figure.Light); err == nil {
		t.Error("an unknown size was drawn")
	}
	if _, _, err := figure.Draw(s, tables(t), ctx, figure.Slide, "sepia"); err == nil {
		t.Error("an unknown theme was drawn")
	}
	if _, _, err := figure.Draw(s, tables(t), figure.Context{}, figure.Slide, figure.Light); err == nil {
		t.Error("a figure without language was drawn")
	}
	ctx.Emblem = []byte("GIF89a")
	if _, _, err := figure.Draw(s, tables(t), ctx, figure.Slide, figure.Light); err == nil || !strings.Contains(err.Error(), "emblem") {
		t.Errorf("a damaged emblem: %v", err)
	}
}

// TestEmblem draws with the user's pictures: they stay in the band, the logos smaller than the emblem.
// picture makes a PNG of one colour.
func picture(t testing.TB, w, h int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = []byte{0, 0x33, 0x99, 0xFF}[i%4]
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestEmblem(t *testing.T) {
	ctx := context(t, "it")
	ctx.Emblem = picture(t, 600, 400)
	ctx.Logos = [][]byte{picture(t, 300, 300), picture(t, 900, 100), picture(t, 50, 500), picture(t, 300, 300), picture(t, 300, 300)}
	for _, size := range figure.Sizes() {
		for _, theme := range figure.Themes() {
			d, _, err := figure.Draw(specs(t)[4], tables(t), ctx, size, theme)
			if err != nil {
				t.Fatal(err)
			}
			checkLayout(t, d, grounded[theme])
			raw := checkSVG(t, d)
			if n := bytes.Count(raw, []byte("<image")); n < 1 || size == figure.Slide && n < 3 {
				t.Errorf("%s: %d pictures", size, n)
			}
			if len(render(t, d.PDF)) == 0 {
				t.Error("no pdf")
			}
			img, err := png.Decode(bytes.NewReader(render(t, d.PNG)))
			if err != nil {
				t.Fatal(err)
			}
			at := map[figure.Size]image.Point{figure.Slide: {1500 * 2, 1000 * 2}, figure.Square: {700 * 2, 1010 * 2}}[size]
			if c := color.RGBAModel.Convert(img.At(at.X, at.Y)); c != (color.RGBA{0, 0x33, 0x99, 0xFF}) {
				t.Errorf("%s: no emblem at %v but %v", size, at, c)
			}
		}
	}
}

// TestTilesAreNamed: a pointer or a screen reader finds each comune and its number on the map.
func TestTilesAreNamed(t *testing.T) {
	d, _, err := figure.Draw(specs(t)[4], tables(t), context(t, "it"), figure.Slide, figure.Light)
	if err != nil {
		t.Fatal(err)
	}
	raw := string(render(t, d.SVG))
	for _, want := range []string{
		"<title>Perugia: 107 operatori</title>", "<title>Polino: nessun operatore</title>",
		"<title>Acquasparta: meno di 5 operatori</title>", "<title>Castel Ritaldi: ", "71 comuni su 92 hanno operatori formati</title>",
	} {
		if !strings.Contains(raw, want) {
			t.Errorf("svg without %s", want)
		}
	}
}
