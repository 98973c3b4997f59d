// Package deck makes a presentation out of figures: one figure a slide, drawn by the presentation
// program itself wherever it can, so that a presenter may edit it; a picture elsewhere. It writes the
// Open XML parts, with the values that are shown both in the chart and in the workbook behind it. It is
// given drawings and words, and must not know how the numbers were made, nor anything that a drawing
// does not show.
package deck

import (
	"fmt"

	"formare/internal/figure"
	"formare/internal/text"
)

// Content is all that a deck shows.
type Content struct {
	Programme, Title, Funding, Lead, Period string
	Figures                                 []Figure
	Theme                                   figure.Theme

	Emblem     []byte // PNG; without it the words alone
	EmblemText string
	Logos      [][]byte // PNG

	Template []byte // a presentation whose masters and layouts are used; none is ours
}

// A Figure is one slide.
type Figure struct {
	Drawing    *figure.Drawing
	Definition string                 // what is counted, and how
	SVG        []byte                 // of the whole drawing
	PNG        func() ([]byte, error) // the same, made only where the slide has a picture
}

// Write gives the presentation. The same content gives the same bytes.
func Write(c Content, words *text.Catalogue) ([]byte, error) {
	d := &deck{c: c, words: words, b: newBundle()}
	if c.EmblemText == "" {
		d.c.EmblemText = words.Msg("figure.emblem")
	}
	if err := d.house(); err != nil {
		return nil, err
	}
	if err := d.titleSlide(); err != nil {
		return nil, err
	}
	for i := range c.Figures {
		if err := d.figureSlide(&c.Figures[i]); err != nil {
			return nil, fmt.Errorf("slide of %s: %w", c.Figures[i].Drawing.ID, err)
		}
	}
	d.presentation()
	return d.b.bytes()
}

// A deck being made.
type deck struct {
	c     Content
	words *text.Catalogue
	b     *bundle

	width, height int  // of slides, in EMU
	own           bool // the master is ours, and has our placeholders
	titleLayout   string
	places        places
	titlePlaces   layout
	figurePlaces  layout
	figureLayout  string
	notesMaster   string
	masters       []string
	masterIDs     []int // of a template
	numbered      bool  // the layout has a place for slide numbers

	slides int
	order  []string // slides
}

// house prepares masters, layouts and themes: the template's or ours.
func (d *deck) house() error {
	if len(d.c.Template) > 0 {
		if err := d.useTemplate(); err != nil || d.notesMaster != "" {
			return err
		}
		return d.templateNotes()
	}
	return d.ourMaster()
}
