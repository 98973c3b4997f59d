package deck

import "strings"

// titleSlide says whose deck it is and of what time.
func (d *deck) titleSlide() error {
	s := d.newSlide(d.titleLayout)
	kind := "ctrTitle"
	at, ok := d.titlePlaces.find(kind)
	if !ok {
		kind = "title"
		at, _ = d.titlePlaces.find(kind)
	}
	s.holder(kind, at.idx, d.words.Msg("deck.holder.title"), []node{d.paragraph(d.c.Programme, face{})})
	about := d.c.Title
	if strings.HasPrefix(about, d.c.Programme+": ") { // its name stands above
		about = strings.TrimPrefix(about, d.c.Programme+": ")
	}
	under, ok := d.titlePlaces.find("subTitle")
	if about != "" && ok {
		s.holder("subTitle", under.idx, d.words.Msg("deck.holder.subtitle"), d.paragraphs(about, face{}))
	}
	var lines []string
	for _, l := range []string{d.c.Period, d.c.Lead, d.c.Funding} {
		if l != "" {
			lines = append(lines, l)
		}
	}
	s.words("13", d.words.Msg("deck.holder.about"), frame{88, 810, 1744, 130}, strings.Join(lines, "\n"), 1800)
	if !d.own {
		if err := s.band(); err != nil {
			return err
		}
	}
	s.close(nil)
	return nil
}
