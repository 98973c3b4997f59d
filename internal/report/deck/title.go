package deck

import "strings"

// titleSlide says whose deck it is and of what time.
func (d *deck) titleSlide() error {
	s := d.newSlide(d.titleLayout)
	s.holder("ctrTitle", "", d.words.Msg("deck.holder.title"), []node{d.paragraph(d.c.Programme, face{})})
	about := d.c.Title
	if strings.HasPrefix(about, d.c.Programme+": ") { // its name stands above
		about = strings.TrimPrefix(about, d.c.Programme+": ")
	}
	if about != "" {
		s.holder("subTitle", "1", d.words.Msg("deck.holder.subtitle"), d.paragraphs(about, face{}))
	}
	var lines []string
	for _, l := range []string{d.c.Period, d.c.Lead, d.c.Funding} {
		if l != "" {
			lines = append(lines, l)
		}
	}
	s.words("13", d.words.Msg("deck.holder.about"), frame{88, 700, 1744, 200}, strings.Join(lines, "\n"), 1800)
	if !d.own {
		if err := s.band(); err != nil {
			return err
		}
	}
	s.close(nil)
	return nil
}
