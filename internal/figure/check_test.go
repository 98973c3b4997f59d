package figure_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/color"
	"io"
	"math"
	"strings"
	"testing"

	"formare/internal/figure"
)

// checkLayout makes the checks that a machine can make of a drawing, by the rules of the figure system.
func checkLayout(t *testing.T, d *figure.Drawing, bg color.RGBA) {
	t.Helper()
	w, h, right, bottom := 1920.0, 1080.0, 1832.0, 928.0
	if d.Size == figure.Square {
		w, right, bottom = 1080, 1024, 896
	}
	rule := bottom + 8 // the footer begins there
	if d.Size == figure.Square {
		rule = bottom + 4
	}
	for i, a := range d.Texts {
		if a.X0 < 16 || a.Y0 < 16 || a.X1 > w-16 || a.Y1 > h-16 {
			t.Errorf("%q leaves the canvas: %.0f %.0f %.0f %.0f", a.Text, a.X0, a.Y0, a.X1, a.Y1)
		}
		if a.X1 > right+1 {
			t.Errorf("%q passes the right margin: %.0f", a.Text, a.X1)
		}
		if a.Y1 > bottom && a.Y0 < rule {
			t.Errorf("%q stands below the plot: %.0f", a.Text, a.Y1)
		}
		if a.Size < 24 {
			t.Errorf("%q is %.1f px", a.Text, a.Size)
		}
		for _, b := range d.Texts[i+1:] {
			dx, dy := math.Min(a.X1, b.X1)-math.Max(a.X0, b.X0), math.Min(a.Y1, b.Y1)-math.Max(a.Y0, b.Y0)
			if dx > 1 && dy > 6 {
				t.Errorf("%q and %q overlap by %.0f × %.0f", a.Text, b.Text, dx, dy)
			}
		}
		for _, ground := range grounds(d, a, bg) {
			if c := ratio(a.Color, ground); c < 4.5 {
				t.Errorf("%q has contrast %.2f with what lies under it", a.Text, c)
			}
		}
	}
	checkMarks(t, d, bg, right, bottom, rule)
	checkWords(t, d)
}

func checkMarks(t *testing.T, d *figure.Drawing, bg color.RGBA, right, bottom, rule float64) {
	t.Helper()
	for _, m := range d.Marks {
		if !m.Neutral && ratio(m.Color, bg) < 3 {
			t.Errorf("a mark in %v has contrast %.2f", m.Color, ratio(m.Color, bg))
		}
		for _, p := range m.Points {
			if p.X > right+2 || p.Y > bottom+1 && p.Y < rule-1 || p.X < 20 || p.Y < 20 || p.Y > 1060 {
				t.Errorf("a mark reaches %.0f, %.0f", p.X, p.Y)
				break
			}
		}
	}
}

func checkWords(t *testing.T, d *figure.Drawing) {
	t.Helper()
	if n := len(strings.Fields(d.Title)); n == 0 || n > 10 {
		t.Errorf("title of %d words: %q", n, d.Title)
	}
	if n := len([]rune(d.Alt)); n == 0 || n > 400 {
		t.Errorf("alt text of %d characters: %q", n, d.Alt)
	}
	titleLines := 0
	for _, b := range d.Texts {
		if strings.ContainsAny(b.Text, "{}") || strings.Contains(b.Text, "figure.") {
			t.Errorf("a message was not filled in: %q", b.Text)
		}
		if b.Size >= 46 && b.Y1 < 175 && b.Y0 < 130 {
			titleLines++
		}
	}
	if most := map[figure.Size]int{figure.Slide: 1, figure.Square: 2}[d.Size]; titleLines > most {
		t.Errorf("title of %d lines", titleLines)
	}
	for _, s := range []string{d.Title, d.Subtitle, d.Alt, d.Note, d.Source} {
		if strings.ContainsAny(s, "{}") || strings.Contains(s, "figure.") || strings.Contains(s, "  ") {
			t.Errorf("a message was not filled in: %q", s)
		}
	}
}

// grounds are the colours that lie under a text: of the last filled shape, at five points of its box.
func grounds(d *figure.Drawing, b figure.TextBox, bg color.RGBA) []color.RGBA {
	mx, my := (b.X0+b.X1)/2, (b.Y0+b.Y1)/2
	quarter := (b.X1 - b.X0) / 4
	var out []color.RGBA
	for _, p := range [][2]float64{{mx, my}, {mx - quarter, my}, {mx + quarter, my}, {mx, my - b.Size*0.2}, {mx, my + b.Size*0.2}} {
		ground := bg
		for _, m := range d.Marks {
			if m.Fill && m.Order < b.Order && inside(m, p[0], p[1]) {
				ground = m.Color
			}
		}
		out = append(out, ground)
	}
	return out
}

func inside(m figure.Mark, x, y float64) bool {
	in := false
	for i, a := range m.Points {
		b := m.Points[(i+1)%len(m.Points)]
		if (a.Y > y) != (b.Y > y) && x < (b.X-a.X)*(y-a.Y)/(b.Y-a.Y)+a.X {
			in = !in
		}
	}
	return in
}

func ratio(a, b color.RGBA) float64 {
	l := func(c color.RGBA) float64 {
		lin := func(v uint8) float64 {
			s := float64(v) / 255
			if s <= 0.04045 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
	}
	return (math.Max(l(a), l(b)) + 0.05) / (math.Min(l(a), l(b)) + 0.05)
}

// checkSVG parses the file, weighs it and looks for numbers that must not be there.
func checkSVG(t *testing.T, d *figure.Drawing) []byte {
	t.Helper()
	raw := render(t, d.SVG)
	if len(raw) > 200_000 {
		t.Errorf("svg of %d bytes", len(raw))
	}
	dec := xml.NewDecoder(bytes.NewReader(raw))
	for {
		if _, err := dec.Token(); err != nil {
			if !errors.Is(err, io.EOF) {
				t.Errorf("svg: %v", err)
			}
			break
		}
	}
	for _, secret := range []string{"987654", "987.654", "987,654"} {
		if bytes.Contains(raw, []byte(secret)) || strings.Contains(d.Alt+d.Title+d.Note+d.Subtitle, secret) {
			t.Errorf("a number that disclosure took away is in the drawing: %s", secret)
		}
	}
	for _, want := range []string{`role="img"`, "<title", "<desc", "Liberation Sans, Arial"} {
		if !bytes.Contains(raw, []byte(want)) {
			t.Errorf("svg without %s", want)
		}
	}
	return raw
}

var grounded = map[figure.Theme]color.RGBA{
	figure.Light: {R: 255, G: 255, B: 255, A: 255}, figure.Dark: {R: 0x0B, G: 0x1F, B: 0x33, A: 255},
}

// each draws a case in all sizes, themes and languages, and checks what comes out.
func each(t *testing.T, c testCase) { eachOf(t, c, "") }

// eachOf does so for the figures of one kind alone, or for all of them.
func eachOf(t *testing.T, c testCase, kind figure.Kind) {
	for _, lang := range []string{"it", "en"} {
		ctx := context(t, lang)
		data := tables(t)
		if c.change != nil {
			c.change(&ctx, data)
		}
		for _, spec := range specs(t) {
			if kind != "" && spec.Kind != kind {
				continue
			}
			for _, size := range figure.Sizes() {
				for _, theme := range figure.Themes() {
					t.Run(fmt.Sprintf("%s/%s/%s/%s", spec.ID, size, theme, lang), func(t *testing.T) {
						d, reason, err := figure.Draw(spec, data, ctx, size, theme)
						if err != nil {
							t.Fatal(err)
						}
						if d == nil {
							if reason == "" || strings.Contains(reason, "figure.") {
								t.Fatalf("left out without a reason: %q", reason)
							}
							return
						}
						checkLayout(t, d, grounded[theme])
						checkSVG(t, d)
					})
				}
			}
		}
	}
}
