// Package figure turns result tables into drawings: one figure, one finding, in the programme's
// figure system (slide and square, light and dark, SVG, PNG and PDF), with fonts that are part of the
// program and the same bytes for the same input. Figures are declared as data; what they may show
// was decided by package disclosure, and nothing that is hidden there gets drawn, labelled or told here.
// It must not know files on disk, SQL, nor how numbers were made.
package figure

import (
	"errors"
	"fmt"
	"strings"

	"formare/internal/disclosure"
)

// A Size is one of the two cuts of a figure.
type Size string

// The cuts: 1920×1080 pixels for slides, 1080×1080 for everything else.
const (
	Slide  Size = "slide"
	Square Size = "square"
)

// A Theme is a set of colours.
type Theme string

// The themes: light is the default and the one for print, dark is for projectors in lit rooms.
const (
	Light Theme = "light"
	Dark  Theme = "dark"
)

// Sizes and Themes list what a configuration may ask for, the default first.
func Sizes() []Size { return []Size{Slide, Square} }

// Themes lists the themes, the default first.
func Themes() []Theme { return []Theme{Light, Dark} }

// A Drawing is one figure in one size and theme, ready to be written in any format.
type Drawing struct {
	ID    string
	Kind  Kind
	Size  Size
	Theme Theme
	Title string // the finding; also the figure's name for screen readers
	Alt   string // the text alternative, at most 400 characters

	Subtitle string
	Note     string // without line breaks
	Source   string

	Indicators []string // what it was drawn from; the first is what it shows

	ChartSubtitle string  // in place of Subtitle where Charts are drawn and not the figure; "" is the same
	Charts        []Chart // as office programs draw it; none where only a picture will do
	Grid          Grid    // what it shows, as a table of words

	Texts []TextBox // every text, where it stands and on what: for checks of the layout
	Marks []Mark    // every filled or outlined shape

	lang     string
	pictures []byte // digest of those in the band
	canvas   *canvas
}

// Draw makes one figure out of its indicators' tables. Without the data it needs there is no drawing:
// it is nil then, and the reason says in the reader's language why the figure is left out.
func Draw(spec Spec, tables map[string]*disclosure.Table, ctx Context, size Size, theme Theme) (*Drawing, string, error) {
	pal, err := paletteOf(theme)
	if err != nil {
		return nil, "", fmt.Errorf("figure %s: %w", spec.ID, err)
	}
	lay, err := layoutOf(size)
	if err != nil {
		return nil, "", fmt.Errorf("figure %s: %w", spec.ID, err)
	}
	if ctx.Lang == nil {
		return nil, "", fmt.Errorf("figure %s: no language", spec.ID)
	}
	draw, err := spec.Kind.drawer()
	if err != nil {
		return nil, "", fmt.Errorf("figure %s: %w", spec.ID, err)
	}
	faces, err := loadFaces()
	if err != nil {
		return nil, "", err
	}
	f := &frame{
		spec: spec, ctx: ctx.withDefaults(), lay: lay, pal: pal,
		tables: tables, c: newCanvas(lay.w, lay.h, pal.bg, faces),
	}
	f.words = words{f.ctx.Lang}
	if err := f.loadPictures(); err != nil {
		return nil, "", fmt.Errorf("figure %s: %w", spec.ID, err)
	}
	if err := draw(f); err != nil {
		var out leftOut
		if errors.As(err, &out) {
			return nil, string(out), nil
		}
		return nil, "", fmt.Errorf("figure %s: %w", spec.ID, err)
	}
	return f.finish(size, theme), "", nil
}

// finish draws what stands around the plot and hands the drawing over.
func (f *frame) finish(size Size, theme Theme) *Drawing {
	source := ""
	f.c.outside(func() { source = f.drawFrame() })
	alt := f.alt
	if !strings.HasSuffix(alt, source) {
		alt = strings.TrimSpace(alt + " " + source)
	}
	return &Drawing{
		ID: f.spec.ID, Kind: f.spec.Kind, Size: size, Theme: theme,
		Title: clean(f.title), Alt: clip(clean(alt), maxAlt), Subtitle: clean(f.subtitle), Note: clean(f.note), Source: clean(source),
		Indicators: f.spec.Indicators, ChartSubtitle: clean(f.chartSubtitle), Charts: f.charts, Grid: f.grid,
		Texts: f.c.texts, Marks: f.c.marks, lang: f.cat.Lang, pictures: f.ctx.pictures(), canvas: f.c,
	}
}

// maxAlt is the length that screen readers are spared of; all the data stand beside the figure.
const maxAlt = 400

// leftOut is the reason why a figure is not drawn.
type leftOut string

func (l leftOut) Error() string { return string(l) }
