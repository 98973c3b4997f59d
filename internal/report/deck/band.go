package deck

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"

	"formare/internal/figure"
)

// band puts emblem, logos and the words about funding at the lower right. No logo is taller than the
// emblem nor wider, as Regulation (EU) 2021/1060, Annex IX asks.
func (s *slide) band() error {
	f := bandFrame
	words := s.d.c.EmblemText
	width := min(330, 26*0.55*float64(longest(halves(words))))
	x := f.x + f.w - width
	look := face{size: 1200, color: ink}
	if len(s.d.c.Emblem) == 0 {
		look.align = "r"
	}
	s.textBox(s.d.words.Msg("deck.funding"), frame{x, f.y, width, f.h}, "ctr", s.d.paragraphs(strings.Join(halves(words), "\n"), look))
	if len(s.d.c.Emblem) == 0 {
		return nil
	}
	w, h, err := s.d.fit(s.d.c.Emblem, f.h*1.5, f.h)
	if err != nil {
		return fmt.Errorf("emblem: %w", err)
	}
	x -= w + 18
	outline := s.d.own && s.d.c.Theme == figure.Dark
	s.picture(s.d.words.Msg("deck.emblem"), words, frame{x, f.y + (f.h-h)/2, w, h}, s.d.image(s.d.c.Emblem, "png"), "", [4]int{})
	if outline { // the emblem stands on dark ground in a white line
		shape := &s.tree[len(s.tree)-1]
		shape.kids[len(shape.kids)-1].append(el("a:ln", at("w", 12700), scheme(ink)))
	}
	mostW, mostH := w, h
	for i, raw := range s.d.c.Logos {
		w, h, err := s.d.fit(raw, mostW, mostH)
		if err != nil {
			return fmt.Errorf("logo %d: %w", i+1, err)
		}
		if x -= w + 18; x < f.x {
			break
		}
		s.picture(s.d.words.Msg("deck.logo"), s.d.words.Msg("deck.logo"), frame{x, f.y + (f.h-h)/2, w, h}, s.d.image(raw, "png"), "", [4]int{})
	}
	return nil
}

// fit gives a picture's size inside a room.
func (d *deck) fit(raw []byte, w, h float64) (float64, float64, error) {
	img, err := figure.DecodePicture(raw)
	if err != nil {
		return 0, 0, err
	}
	ratio := float64(img.Bounds().Dx()) / float64(img.Bounds().Dy()) / d.stretch()
	return min(w, h*ratio), min(h, w/ratio), nil
}

// image adds a picture to the package, each once.
func (d *deck) image(raw []byte, ext string) string {
	name := fmt.Sprintf("ppt/media/%x.%s", sha256.Sum256(raw), ext)
	if !bytes.Equal(d.b.parts[name], raw) {
		d.b.add(name, "", raw)
	}
	return name
}

// halves breaks words into two lines of about one length.
func halves(s string) []string {
	words := strings.Fields(s)
	best := []string{s}
	for i := 1; i < len(words); i++ {
		parts := []string{strings.Join(words[:i], " "), strings.Join(words[i:], " ")}
		if longest(parts) < longest(best) {
			best = parts
		}
	}
	return best
}

func longest(lines []string) int {
	n := 0
	for _, l := range lines {
		n = max(n, len([]rune(l)))
	}
	return n
}
