package figure

import (
	"image"
	"image/color"
	"math"
	"strings"
)

// A point in px; y grows downwards.
type point struct{ X, Y float64 }

// Align says which point of a text stands at its x.
type Align uint8

const (
	Left Align = iota
	Centre
	Right
)

// style is how a text is written.
type style struct {
	size   float64
	bold   bool
	color  color.RGBA
	align  Align
	inside bool // stands in a mark on purpose
}

func (s style) strong() style               { s.bold = true; return s }
func (s style) right() style                { s.align = Right; return s }
func (s style) centre() style               { s.align = Centre; return s }
func (s style) in() style                   { s.inside = true; return s }
func (s style) of(size float64) style       { s.size = size; return s }
func (s style) coloured(c color.RGBA) style { s.color = c; return s }

// A TextBox is where a text stands, in px, and on what.
type TextBox struct {
	Text           string
	X0, Y0, X1, Y1 float64
	Size           float64
	Bold           bool
	Color          color.RGBA
	InMark         bool
	Order          int // among texts and marks: what was drawn before lies under it
}

// A Mark is a shape that was filled or outlined.
type Mark struct {
	Points  []point // its outline, closed when filled
	Fill    bool
	Color   color.RGBA
	Width   float64 // of the line, when not filled
	Order   int
	Neutral bool // decoration (grid, rules, grounds): no contrast is asked of it
}

type opKind uint8

const (
	opFill opKind = iota
	opStroke
	opDisc
	opText
	opHalo
	opImage
	opGroup
	opEnd
)

// An op is one stroke of the pen. The whole drawing is a list of them, so that every format draws the same.
type op struct {
	kind   opKind
	paths  [][]point
	closed bool
	color  color.RGBA
	width  float64
	dash   []float64
	round  bool
	radius float64
	text   string
	style  style
	img    image.Image
	around bool // title, subtitle, footer: not of the plot
}

// A canvas is a list of ops with what the checks want to know about them.
type canvas struct {
	w, h  float64
	bg    color.RGBA
	faces faces
	ops   []op
	texts []TextBox
	marks []Mark
	order int
	quiet bool // what is drawn now is decoration

	around bool // what is drawn now stands around the plot
}

func newCanvas(w, h float64, bg color.RGBA, f faces) *canvas {
	return &canvas{w: w, h: h, bg: bg, faces: f}
}

// tidy rounds to a hundredth of a pixel: what differs in the last bits between machines is gone then.
func tidy(v float64) float64 { return math.Round(v*100) / 100 }

func tidyAll(pts []point) []point {
	out := make([]point, len(pts))
	for i, p := range pts {
		out[i] = point{tidy(p.X), tidy(p.Y)}
	}
	return out
}

func (c *canvas) add(o op) {
	o.around = c.around
	c.ops = append(c.ops, o)
	c.order++
}

func (c *canvas) mark(pts []point, fill bool, col color.RGBA, width float64) {
	c.marks = append(c.marks, Mark{Points: pts, Fill: fill, Color: col, Width: width, Order: c.order, Neutral: c.quiet})
}

// decor draws what is decoration: grids, rules, grounds.
func (c *canvas) decor(draw func()) {
	was := c.quiet
	c.quiet = true
	draw()
	c.quiet = was
}

// outside draws what stands around the plot.
func (c *canvas) outside(draw func()) {
	c.around = true
	draw()
	c.around = false
}

func box(x, y, w, h float64) []point {
	return []point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
}

func (c *canvas) rect(x, y, w, h float64, col color.RGBA) { c.polygon(box(x, y, w, h), col) }

func (c *canvas) polygon(pts []point, col color.RGBA) {
	pts = tidyAll(pts)
	c.mark(pts, true, col, 0)
	c.add(op{kind: opFill, paths: [][]point{pts}, closed: true, color: col})
}

// pen is how a line is drawn.
type pen struct {
	color color.RGBA
	width float64
	dash  []float64
	round bool
}

func (c *canvas) outline(pts []point, p pen) {
	pts = tidyAll(pts)
	c.mark(append(pts[:len(pts):len(pts)], pts[0]), false, p.color, p.width)
	c.add(op{kind: opStroke, paths: [][]point{pts}, closed: true, color: p.color, width: p.width, dash: p.dash, round: p.round})
}

func (c *canvas) line(p pen, pts ...point) { c.lines(p, [][]point{pts}) }

// lines draws many lines as one mark, such as a hatch or a border.
func (c *canvas) lines(p pen, paths [][]point) {
	all := make([][]point, 0, len(paths))
	for _, path := range paths {
		path = tidyAll(path)
		all = append(all, path)
		c.mark(path, false, p.color, p.width)
	}
	c.add(op{kind: opStroke, paths: all, color: p.color, width: p.width, dash: p.dash, round: p.round})
}

func (c *canvas) disc(x, y, r float64, col color.RGBA) {
	x, y, r = tidy(x), tidy(y), tidy(r)
	c.mark(box(x-r, y-r, 2*r, 2*r), true, col, 0)
	c.add(op{kind: opDisc, paths: [][]point{{{x, y}}}, radius: r, color: col})
}

func (c *canvas) image(x, y, w, h float64, img image.Image) {
	c.add(op{kind: opImage, paths: [][]point{{{x, y}, {x + w, y + h}}}, img: img})
}

// group names what is drawn inside it, for pointers and screen readers.
func (c *canvas) group(title string, draw func()) {
	c.add(op{kind: opGroup, text: clean(title)})
	draw()
	c.add(op{kind: opEnd})
}

// named is a group where there is a title.
func (c *canvas) named(title string, draw func()) {
	if title == "" {
		draw()
		return
	}
	c.group(title, draw)
}

// polygons fills rings as one shape: outer rings run one way, holes the other.
func (c *canvas) polygons(rings [][]point, col color.RGBA) {
	for _, r := range rings {
		c.mark(r, true, col, 0)
	}
	c.add(op{kind: opFill, paths: rings, closed: true, color: col})
}

// haloed writes text over a map, with a rim of the canvas colour that many px wide around its letters.
func (c *canvas) haloed(x, y float64, s string, st style, rim float64) {
	rimmed := st
	rimmed.color = c.bg
	b := c.boxOf(x, y, s, st)
	c.decor(func() { c.mark(box(b.X0, b.Y0, b.X1-b.X0, b.Y1-b.Y0), true, c.bg, 0) })
	c.add(op{kind: opHalo, paths: [][]point{{{tidy(x), tidy(y)}}}, text: clean(s), style: rimmed, width: rim})
	c.text(x, y, s, st)
}

// text writes s with its baseline at y and gives its box.
func (c *canvas) text(x, y float64, s string, st style) TextBox {
	s = clean(s)
	b := c.boxOf(x, y, s, st)
	if strings.TrimSpace(s) == "" {
		return b
	}
	b.Order = c.order
	c.texts = append(c.texts, b)
	c.add(op{kind: opText, paths: [][]point{{{tidy(x), tidy(y)}}}, text: s, style: st})
	return b
}

// boxOf tells where a text would stand.
func (c *canvas) boxOf(x, y float64, s string, st style) TextBox {
	w := c.measure(s, st)
	switch st.align {
	case Centre:
		x -= w / 2
	case Right:
		x -= w
	}
	below := 0.03
	if strings.ContainsAny(s, "gjpqyQç,;()[]_@|/") {
		below = 0.21
	}
	return TextBox{
		Text: s, X0: x, X1: x + w, Y0: y - 0.74*st.size, Y1: y + below*st.size,
		Size: st.size, Bold: st.bold, Color: st.color, InMark: st.inside,
	}
}

func (c *canvas) measure(s string, st style) float64 {
	return c.faces.width(s, st.size, st.bold, true)
}

// clashes says whether a box meets a text that stands already.
func (c *canvas) clashes(b TextBox) bool {
	for _, t := range c.texts {
		if b.X0 < t.X1+6 && t.X0 < b.X1+6 && b.Y0 < t.Y1 && t.Y0 < b.Y1 {
			return true
		}
	}
	return false
}
