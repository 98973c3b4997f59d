package figure

import (
	"cmp"
	"fmt"
	"image"
	"slices"
	"strings"

	"formare/internal/disclosure"
)

// A layout has the measures of one cut, in px.
type layout struct {
	square              bool
	w, h                float64
	left, right         float64
	barY, barW          float64
	titleSize, titleY   float64
	subSize, subGap     float64
	bottom              float64 // nothing of the plot below it
	ruleY               float64
	notesY, notesStep   float64
	noteWidth           float64
	bandTop, bandBottom float64
	bandText            float64
}

func layoutOf(s Size) (layout, error) {
	switch s {
	case Slide:
		return layout{
			w: 1920, h: 1080, left: 88, right: 1832, barY: 48, barW: 96,
			titleSize: 52, titleY: 118, subSize: 30, subGap: 48, bottom: 928, ruleY: 936,
			notesY: 974, notesStep: 33, noteWidth: 1190, bandTop: 958, bandBottom: 1042, bandText: 26,
		}, nil
	case Square:
		return layout{
			square: true, w: 1080, h: 1080, left: 56, right: 1024, barY: 44, barW: 80,
			titleSize: 46, titleY: 104, subSize: 28, subGap: 50, bottom: 896, ruleY: 900,
			notesY: 938, notesStep: 32, noteWidth: 560, bandTop: 978, bandBottom: 1042, bandText: 24,
		}, nil
	}
	return layout{}, fmt.Errorf("size %q is not slide or square", string(s))
}

// A frame is one figure being drawn: its data, its words and its canvas. The kinds fill in title,
// subtitle, note and alt, and draw the plot below top.
type frame struct {
	words
	spec   Spec
	ctx    Context
	lay    layout
	pal    palette
	tables map[string]*disclosure.Table
	c      *canvas

	emblem image.Image // nil where the user has given none
	logos  []image.Image

	title, subtitle, note, alt string
	charts                     []Chart
	chartSubtitle              string
	grid                       Grid
	top                        float64 // of the plot area, known once the head is drawn
}

func (f *frame) ink(size float64) style   { return style{size: size, color: f.pal.ink} }
func (f *frame) muted(size float64) style { return style{size: size, color: f.pal.muted} }

// pick chooses between the slide's measure and the square's.
func (f *frame) pick(slide, square float64) float64 {
	if f.lay.square {
		return square
	}
	return slide
}

// w is a message of the figure's own.
func (f *frame) own(id string, pairs ...string) string {
	return f.msg(f.spec.Words+"."+id, pairs...)
}

func (f *frame) ownCount(id string, n int, pairs ...string) string {
	return f.count(f.spec.Words+"."+id, n, pairs...)
}

// hiddenWords tells in the text alternative how many numbers are not published.
func (f *frame) hiddenWords(n int) string {
	if n == 0 {
		return ""
	}
	return f.ownCount("alt.hidden", n)
}

// ownCut prefers the square's form of a message, which is shorter.
func (f *frame) ownCut(id string, pairs ...string) string {
	if f.lay.square && f.cat.Has(f.spec.Words+"."+id+".square") {
		return f.own(id+".square", pairs...)
	}
	return f.own(id, pairs...)
}

// head sets title and subtitle, draws them and finds where the plot may begin. A title that is too
// long (names come from the configuration) gives way to the figure's name.
func (f *frame) head(title, subtitle string) {
	if own := f.ownTitle(); own != "" {
		title = own
	}
	subtitle = f.ownWords(f.spec.Own.Subtitle, subtitle)
	st := style{size: f.lay.titleSize, bold: true, color: f.pal.ink}
	width := f.lay.right - f.lay.left
	lines := f.titleLines(title, st, width)
	if lines == nil || len(strings.Fields(title)) > 10 {
		title = cmp.Or(f.ownName(), f.own("name"))
		lines = f.titleLines(title, st, width)
	}
	if lines == nil {
		lines = []string{f.c.fit(title, st, width)}
	}
	f.title, f.subtitle = title, subtitle
	y, sub := 0.0, f.muted(f.lay.subSize)
	f.c.outside(func() {
		f.c.rect(f.lay.left, f.lay.barY, f.lay.barW, 8, f.pal.accent)
		y = f.c.block(f.lay.left, f.lay.titleY, 54, lines, st) - 54 + f.lay.subGap
		y = f.c.block(f.lay.left, y, 36, f.subtitleLines(subtitle, sub, width), sub) - 36
	})
	f.top = max(y+16, f.pick(196, 0))
}

func (f *frame) subtitleLines(subtitle string, st style, width float64) []string {
	if !f.lay.square {
		return f.c.wrap(subtitle, st, width, width, 1)
	}
	if lines := f.c.balance(subtitle, st, width); lines != nil {
		return lines
	}
	return f.c.wrap(subtitle, st, width, width, 2)
}

func (f *frame) titleLines(title string, st style, width float64) []string {
	lines := f.c.balance(title, st, width)
	if !f.lay.square && len(lines) > 1 {
		return nil
	}
	return lines
}

// drawFrame draws the footer and gives the source line.
func (f *frame) drawFrame() string {
	f.c.decor(func() {
		f.c.line(pen{color: f.pal.grid, width: 2}, point{f.lay.left, f.lay.ruleY}, point{f.lay.right, f.lay.ruleY})
	})
	edge := f.drawBand()
	f.ownNote()
	source := f.source()
	st := f.muted(24)
	rest := min(f.lay.noteWidth, edge-24-f.lay.left)
	first := rest
	if f.lay.square { // the first line stands over the band
		first, rest = f.lay.right-f.lay.left, edge-24-f.lay.left
	}
	f.noteMissing(st, first, rest)
	lines := f.sentences(f.note, st, first, rest, 2)
	if len(lines) > 0 {
		first = rest
	}
	lines = append(lines, f.sentences(source, st, first, rest, f.sourceLines(len(lines)))...)
	f.c.block(f.lay.left, f.lay.notesY, f.lay.notesStep, lines, st)
	return source
}

// ownNote puts the note of the figure's file in the place of the kind's, which says what is protected.
func (f *frame) ownNote() {
	if f.spec.Own.Note == nil {
		return
	}
	f.note = f.ownWords(f.spec.Own.Note, "")
	if f.hidesPart() {
		f.note = strings.TrimSpace(f.note + " " + f.msg("figure.ranking.note.protected", "small", f.small(f.ctx.MinCell)))
	}
}

// noteMissing adds to the note whose registers are missing, where it has room for it.
func (f *frame) noteMissing(st style, first, rest float64) {
	var names []string
	for _, m := range f.ctx.Missing {
		if n := f.ctx.partnerName(m.Partner); m.Month <= f.ctx.lastTold() && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	if len(names) == 0 {
		return
	}
	note := strings.TrimSpace(f.note + " " + f.msg("figure.note.missing", "partners", f.cat.List(names)))
	if lines := f.sentences(note, st, first, rest, 2); !strings.HasSuffix(lines[len(lines)-1], "…") {
		f.note = note
	}
}

// sentences breaks a note into at most max lines: into two between sentences where they fit, else at
// word ends.
func (f *frame) sentences(s string, st style, first, rest float64, most int) []string {
	if most < 2 || f.c.measure(s, st) <= first {
		return f.c.wrap(s, st, first, rest, most)
	}
	for i := len(s) - 2; i > 1; i-- {
		if s[i-1] != '.' || s[i] != ' ' || strings.HasSuffix(s[:i], "prot.") {
			continue
		}
		if f.c.measure(s[:i], st) <= first && f.c.measure(s[i+1:], st) <= rest {
			return []string{s[:i], s[i+1:]}
		}
	}
	return f.c.wrap(s, st, first, rest, most)
}

// sourceLines is how many lines are left for the source: the slide has three in all, the square four.
func (f *frame) sourceLines(noteLines int) int {
	if f.lay.square {
		return 4 - noteLines
	}
	return 3 - noteLines
}

// source names where the numbers come from, and what a reader must know of them.
func (f *frame) source() string {
	s := f.msg("figure.source", "period", f.period(f.ctx.months()))
	if f.ctx.Partial {
		s += " " + f.msg("figure.source.partial", "date", f.lastDay(f.ctx.PartialMonth))
	}
	if f.ctx.Sample {
		s += " " + f.msg("figure.source.sample")
	}
	return s
}

// setAlt builds the text alternative: «{kind} {what}. {title}. {numbers}.» The source follows.
func (f *frame) setAlt(parts ...string) {
	var all []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			all = append(all, strings.TrimSuffix(p, ".")+".")
		}
	}
	f.alt = strings.Join(all, " ")
}

// empty draws the words that stand where there are no data: never an empty axis.
func (f *frame) empty(subtitle string) {
	f.head(f.own("name"), subtitle)
	st := f.muted(f.pick(44, 36)).centre()
	f.c.text(f.lay.w/2, (f.top+f.lay.bottom)/2+st.size*capHeight/2, f.msg("figure.empty"), st)
	f.setAlt(f.own("name"), f.msg("figure.empty"))
}

// tooFew leaves out a figure whose total of people is below what may be shown.
func (f *frame) tooFew() error {
	return leftOut(f.msg("figure.left_out.too_few", "n", fmt.Sprint(f.ctx.MinCell)))
}
