package figure

import (
	"math"
	"slices"

	"formare/internal/boundary"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/simplify"
)

// A land is the imported map on the canvas: arcs in px, and on which comuni each of them lies.
type land struct {
	arcs   [][]point
	owners [][]string // of each arc: one comune at the region's edge, else two
	shapes map[string]shape
	codes  []string // of the shapes, sorted
	x0, x1 float64
}

// A shape is a comune: the rings of all its polygons, holes running the other way than outer rings.
type shape struct {
	rings [][]point
	at    point // where its name may stand
	size  float64
}

// mostPoints is how many points the arcs of a drawing have together, so that its SVG stays below 200 kB.
const mostPoints = 2400

// placeLand fits the boundaries into a box, degrees of longitude shortened as they are in the middle.
func placeLand(m *boundary.Map, left, top, right, bottom float64) *land {
	b := m.Bound()
	shrink := math.Cos((b.Min[1] + b.Max[1]) / 2 * math.Pi / 180)
	w, h := max(1e-6, (b.Max[0]-b.Min[0])*shrink), max(1e-6, b.Max[1]-b.Min[1])
	scale := min((right-left)/w, (bottom-top)/h)
	x0, y0 := (left+right-w*scale)/2, (top+bottom-h*scale)/2
	l := &land{shapes: map[string]shape{}, owners: make([][]string, len(m.Arcs)), x0: x0, x1: x0 + w*scale}
	for _, a := range m.Arcs {
		line := make(orb.LineString, len(a))
		for i, p := range a {
			line[i] = orb.Point{x0 + (p[0]-b.Min[0])*shrink*scale, y0 + (b.Max[1]-p[1])*scale}
		}
		l.arcs = append(l.arcs, pixels(line))
	}
	l.thin()
	for _, s := range m.Shapes {
		l.add(s)
	}
	slices.Sort(l.codes)
	return l
}

func pixels(line orb.LineString) []point {
	out := make([]point, len(line))
	for i, p := range line {
		out[i] = point{math.Round(p[0]*5) / 5, math.Round(p[1]*5) / 5} // a fifth of a px, in few digits
	}
	return out
}

// thin takes points away, arc by arc, until the drawing is light enough.
func (l *land) thin() {
	full := l.arcs
	for area := 0.5; area < 64; area *= 1.5 {
		n := 0
		out := make([][]point, len(full))
		for i, a := range full {
			line := make(orb.LineString, len(a))
			for k, p := range a {
				line[k] = orb.Point{p.X, p.Y}
			}
			keep := 2
			if a[0] == a[len(a)-1] {
				keep = 4
			}
			out[i] = pixels(simplify.Visvalingam(area, keep).LineString(line))
			n += len(out[i])
		}
		l.arcs = out
		if n <= mostPoints {
			return
		}
	}
}

func (l *land) add(s boundary.Shape) {
	var out shape
	for _, polygon := range s.Polygons {
		for k, refs := range polygon {
			ring := l.ring(refs)
			for _, ref := range refs {
				if at := max(ref, ^ref); !slices.Contains(l.owners[at], s.Code) {
					l.owners[at] = append(l.owners[at], s.Code)
				}
			}
			size, centre := middle(ring)
			if (size < 0) != (k > 0) {
				slices.Reverse(ring)
			}
			if k == 0 && math.Abs(size) >= out.size {
				out.size, out.at = math.Abs(size), centre
			}
			out.rings = append(out.rings, ring)
		}
	}
	l.shapes[s.Code] = out
	l.codes = append(l.codes, s.Code)
}

// ring joins arcs, without the closing point.
func (l *land) ring(refs []int) []point {
	var out []point
	for _, ref := range refs {
		arc := l.arcs[max(ref, ^ref)]
		for k := range len(arc) - 1 {
			if ref < 0 {
				out = append(out, arc[len(arc)-1-k])
			} else {
				out = append(out, arc[k])
			}
		}
	}
	return out
}

// middle gives a ring's area, whose sign tells its direction, and its centre.
func middle(ring []point) (area float64, centre point) {
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		cross := a.X*b.Y - b.X*a.Y
		area += cross / 2
		centre.X += (a.X + b.X) * cross / 6
		centre.Y += (a.Y + b.Y) * cross / 6
	}
	if area == 0 {
		return 0, ring[0]
	}
	return area, point{centre.X / area, centre.Y / area}
}

// borders sorts the arcs: between zones and at the region's edge, inside a zone. Arcs between two comuni
// that are both dark are drawn in the canvas colour.
func (f *frame) borders(l *land, zone func(code string) string, pale func(code string) bool) {
	var dark, light, bold [][]point
	for i, codes := range l.owners {
		switch {
		case len(codes) == 0:
		case len(codes) == 1 || zone(codes[0]) != zone(codes[1]):
			bold = append(bold, l.arcs[i])
		case pale(codes[0]) || pale(codes[1]):
			light = append(light, l.arcs[i])
		default:
			dark = append(dark, l.arcs[i])
		}
	}
	f.c.decor(func() {
		f.c.lines(pen{color: f.pal.bg, width: 1.5, round: true}, dark)
		f.c.lines(pen{color: f.pal.ctx, width: 1.2, round: true}, light)
	})
	f.c.lines(pen{color: f.pal.border, width: 2.8, round: true}, bold)
}

// A mapName is a name that may stand on a map; the first ones come before those that they would meet.
type mapName struct {
	lines []string
	at    point
	moves float64 // how far it may be moved to find room
}

// writeNames writes names with a rim: no name where another is near, none beyond the box.
func (f *frame) writeNames(names []mapName, most int, left, right float64) {
	st := f.ink(24).strong().centre()
	var placed []TextBox
	for _, n := range names {
		for _, d := range []point{{0, 0}, {0, -1}, {0, 1}, {-1, 0}, {1, 0}, {-1, -1}, {1, 1}, {-1, 1}, {1, -1}, {-2, 0}, {2, 0}, {0, -2}, {0, 2}, {-2, -1}, {2, 1}} {
			at := point{n.at.X + d.X*n.moves, n.at.Y + d.Y*n.moves}
			b := f.nameBox(n, at, st)
			meets := slices.ContainsFunc(placed, func(o TextBox) bool {
				return b.X0 < o.X1 && o.X0 < b.X1 && b.Y0 < o.Y1 && o.Y0 < b.Y1
			})
			if meets || len(placed) >= most || b.X0 < left || b.X1 > right || b.Y1 > f.lay.bottom {
				continue
			}
			placed = append(placed, b)
			for i, line := range n.lines {
				f.c.haloed(at.X, b.Y0+6+st.size*0.74+26*float64(i), line, st, 5)
			}
			break
		}
	}
}

// nameBox is what a name of one or two lines takes, with some air.
func (f *frame) nameBox(n mapName, at point, st style) TextBox {
	wide := 0.0
	for _, line := range n.lines {
		wide = max(wide, f.c.measure(line, st))
	}
	high := 24 + 26*float64(len(n.lines)-1)
	return TextBox{X0: at.X - wide/2 - 6, X1: at.X + wide/2 + 6, Y0: at.Y - high/2 - 6, Y1: at.Y + high/2 + 6}
}
