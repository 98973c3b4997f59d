package pipeline

import (
	"bytes"
	"os"
	"path"
	"slices"

	"formare/internal/disclosure"
	"formare/internal/figure"
	"formare/internal/report"
	"formare/internal/report/deck"
)

// deckFile makes the presentation: each figure once, as a slide where it was drawn as one.
func (j *job) deckFile(results map[string]*disclosure.Table, figs *figures) (report.File, error) {
	p, look := j.cfg.Settings.Programme, j.cfg.Settings.Figures
	c := deck.Content{
		Programme: p.Name, Title: p.Title, Funding: p.Funding, Lead: p.Lead, Period: j.periodInWords(),
		Theme: figure.Theme(look.Themes()[0]), EmblemText: look.EmblemText,
	}
	about, err := j.bandPictures()
	if err != nil {
		return report.File{}, err
	}
	c.Emblem, c.Logos = about.Emblem, about.Logos
	if look.DeckTemplate != "" {
		if c.Template, err = os.ReadFile(j.cfg.path(look.DeckTemplate)); err != nil {
			return report.File{}, err
		}
	}
	notes := map[string]string{}
	for _, t := range results {
		notes[t.ID] = t.Note[j.words.Lang]
	}
	for _, r := range forSlides(figs.rendered) {
		f := deck.Figure{Drawing: r.Drawing, SVG: fileOf(r, ".svg"), PNG: func() ([]byte, error) { return rasterOf(r) }}
		if len(r.Drawing.Indicators) > 0 {
			f.Definition = notes[r.Drawing.Indicators[0]]
		}
		c.Figures = append(c.Figures, f)
	}
	content, err := deck.Write(c, j.words)
	return report.File{Name: "deck.pptx", Content: content}, err
}

// rasterOf gives the figure's PNG, drawn for the slide where the configuration asks for none.
func rasterOf(r report.Rendered) ([]byte, error) {
	if raw := fileOf(r, ".png"); raw != nil {
		return raw, nil
	}
	var b bytes.Buffer
	err := r.Drawing.Thumbnail(&b, 1920)
	return b.Bytes(), err
}

// forSlides takes each figure once: its slide, else the cut there is.
func forSlides(rendered []report.Rendered) []report.Rendered {
	var out []report.Rendered
	for _, r := range rendered {
		at := slices.IndexFunc(out, func(o report.Rendered) bool { return o.Drawing.ID == r.Drawing.ID })
		switch {
		case at < 0:
			out = append(out, r)
		case out[at].Drawing.Size != figure.Slide && r.Drawing.Size == figure.Slide:
			out[at] = r
		}
	}
	return out
}

func fileOf(r report.Rendered, ext string) []byte {
	for _, f := range r.Files {
		if path.Ext(f.Name) == ext {
			return f.Content
		}
	}
	return nil
}

// bandPictures reads the emblem and the logos.
func (j *job) bandPictures() (figure.Context, error) {
	var about figure.Context
	look := j.cfg.Settings.Figures
	var err error
	if look.Emblem != "" {
		if about.Emblem, err = os.ReadFile(j.cfg.path(look.Emblem)); err != nil {
			return about, err
		}
	}
	for _, logo := range look.Logos {
		raw, err := os.ReadFile(j.cfg.path(logo))
		if err != nil {
			return about, err
		}
		about.Logos = append(about.Logos, raw)
	}
	return about, nil
}
