package boundary

import (
	"encoding/binary"
	"maps"
	"math"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/simplify"
)

// perDegree is how fine the grid is on which points are kept: about a metre. Points that two comuni
// share stand on one place of it.
const perDegree = 100_000

type vertex struct{ x, y int32 }

func (v vertex) point() orb.Point {
	return orb.Point{float64(v.x) / perDegree, float64(v.y) / perDegree}
}

// A topology is being cut into arcs at the points where borders of three comuni meet.
type topology struct {
	ends  map[vertex]bool // where arcs end
	arcs  [][]vertex
	known map[string]int
}

// build cuts the rings into shared arcs and simplifies each once.
func build(places []place, r *Report) *Map {
	t := &topology{ends: map[vertex]bool{}, known: map[string]int{}}
	rings := make([][][][]vertex, len(places))
	for i, p := range places {
		for _, polygon := range p.polygons {
			var one [][]vertex
			for k, ring := range polygon {
				v := snap(ring)
				if v == nil && k == 0 {
					break // an outer ring of no extent takes its holes along
				}
				if v != nil {
					one = append(one, v)
				}
			}
			if len(one) > 0 {
				rings[i] = append(rings[i], one)
			}
		}
	}
	t.findEnds(rings)
	m := &Map{}
	for i, p := range places {
		s := Shape{Code: p.code}
		for _, polygon := range rings[i] {
			var one [][]int
			for _, ring := range polygon {
				one = append(one, t.cut(ring))
			}
			s.Polygons = append(s.Polygons, one)
		}
		if len(s.Polygons) == 0 {
			r.Empty, r.Comuni = append(r.Empty, p.code), r.Comuni-1
			continue
		}
		m.Shapes = append(m.Shapes, s)
	}
	slices.Sort(r.Empty)
	for _, arc := range t.arcs {
		l := make(orb.LineString, len(arc))
		for k, v := range arc {
			l[k] = v.point()
		}
		m.Arcs = append(m.Arcs, l)
	}
	m.simplify()
	for _, a := range m.Arcs {
		r.PointsKept += len(a)
	}
	return m
}

// snap puts a ring on the grid, without its closing point and repeats; nil where nothing is left of it.
func snap(ring orb.Ring) []vertex {
	out := make([]vertex, 0, len(ring))
	for _, p := range ring {
		v := vertex{int32(math.Round(p[0] * perDegree)), int32(math.Round(p[1] * perDegree))}
		if len(out) == 0 || out[len(out)-1] != v {
			out = append(out, v)
		}
	}
	for len(out) > 1 && out[0] == out[len(out)-1] {
		out = out[:len(out)-1]
	}
	if len(out) < 3 {
		return nil
	}
	return out
}

// findEnds marks the points at which the neighbours on one ring are not those on another.
func (t *topology) findEnds(rings [][][][]vertex) {
	type pair struct{ a, b vertex }
	seen := map[vertex]pair{}
	for _, polygons := range rings {
		for _, polygon := range polygons {
			for _, ring := range polygon {
				for i, v := range ring {
					a, b := ring[(i+len(ring)-1)%len(ring)], ring[(i+1)%len(ring)]
					if less(b, a) {
						a, b = b, a
					}
					if was, ok := seen[v]; !ok {
						seen[v] = pair{a, b}
					} else if was != (pair{a, b}) {
						t.ends[v] = true
					}
				}
			}
		}
	}
}

func less(a, b vertex) bool { return a.x < b.x || a.x == b.x && a.y < b.y }

// cut gives a ring as arcs. A ring on which no other border ends is one arc from its least point on.
func (t *topology) cut(ring []vertex) []int {
	start := -1
	for i, v := range ring {
		if t.ends[v] {
			start = i
			break
		}
	}
	if start < 0 {
		start = 0
		for i, v := range ring {
			if less(v, ring[start]) {
				start = i
			}
		}
	}
	var refs []int
	arc := []vertex{ring[start]}
	for k := 1; k <= len(ring); k++ {
		v := ring[(start+k)%len(ring)]
		arc = append(arc, v)
		if t.ends[v] || k == len(ring) {
			refs = append(refs, t.keep(arc))
			arc = []vertex{v}
		}
	}
	return refs
}

// keep gives the number of an arc, the same for both directions.
func (t *topology) keep(arc []vertex) int {
	back := slices.Clone(arc)
	slices.Reverse(back)
	turned := false
	for i := range arc {
		if arc[i] != back[i] {
			turned = less(back[i], arc[i])
			break
		}
	}
	if turned {
		arc = back
	}
	key := make([]byte, 0, 8*len(arc))
	for _, v := range arc {
		key = binary.LittleEndian.AppendUint32(key, uint32(v.x))
		key = binary.LittleEndian.AppendUint32(key, uint32(v.y))
	}
	at, ok := t.known[string(key)]
	if !ok {
		at = len(t.arcs)
		t.known[string(key)] = at
		t.arcs = append(t.arcs, arc)
	}
	if turned {
		return ^at
	}
	return at
}

// simplify takes away what cannot be seen on a map of a slide's height, arc by arc, so that a border stays
// one line. Rings that would collapse keep their arcs as they are.
func (m *Map) simplify() {
	full := slices.Clone(m.Arcs)
	b := m.Bound()
	shrink := math.Cos((b.Min[1] + b.Max[1]) / 2 * math.Pi / 180)
	side := max((b.Max[0]-b.Min[0])*shrink, b.Max[1]-b.Min[1]) / 1000 // about a pixel
	for i, arc := range full {
		m.Arcs[i] = simplifyArc(arc, side*side/2/shrink)
	}
	for _, s := range m.Shapes {
		for _, polygon := range s.Polygons {
			for _, refs := range polygon {
				ring, _ := Ring(m.Arcs, refs, maxPoints)
				if len(ring) >= 4 && twiceArea(ring) != 0 {
					continue
				}
				for _, ref := range refs {
					m.Arcs[max(ref, ^ref)] = full[max(ref, ^ref)]
				}
			}
		}
	}
}

func simplifyArc(arc orb.LineString, area float64) orb.LineString {
	keep := 2
	if arc[0] == arc[len(arc)-1] {
		keep = 4
	}
	return simplify.Visvalingam(area, keep).LineString(slices.Clone(arc))
}

// Bound is the rectangle that holds the map.
func (m *Map) Bound() orb.Bound {
	b := m.Arcs[0].Bound()
	for _, a := range m.Arcs {
		b = b.Union(a.Bound())
	}
	return b
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
