package boundary

import (
	"bytes"
	"encoding/json"
	"math"

	"github.com/paulmach/orb"
)

// Encode writes the map as TopoJSON, which other programs open as well. The same map gives the same bytes.
func (m *Map) Encode() ([]byte, error) {
	type geometry struct {
		Type string    `json:"type"`
		ID   string    `json:"id"`
		Arcs [][][]int `json:"arcs"`
	}
	type object struct {
		Type       string     `json:"type"`
		Geometries []geometry `json:"geometries"`
	}
	out := struct {
		Type string `json:"type"`
		About
		Transform transform         `json:"transform"`
		Objects   map[string]object `json:"objects"`
		Arcs      [][][2]int        `json:"arcs"`
	}{Type: "Topology", About: m.About, Transform: transform{Scale: [2]float64{1.0 / perDegree, 1.0 / perDegree}}}
	o := object{Type: "GeometryCollection"}
	for _, s := range m.Shapes {
		o.Geometries = append(o.Geometries, geometry{"MultiPolygon", s.Code, s.Polygons})
	}
	out.Objects = map[string]object{"comuni": o}
	for _, arc := range m.Arcs {
		last, deltas := [2]int{}, make([][2]int, len(arc))
		for i, p := range arc {
			at := [2]int{int(math.Round(p[0] * perDegree)), int(math.Round(p[1] * perDegree))}
			deltas[i] = [2]int{at[0] - last[0], at[1] - last[1]}
			last = at
		}
		out.Arcs = append(out.Arcs, deltas)
	}
	raw, err := json.Marshal(out)
	return append(raw, '\n'), err
}

// Decode reads what Encode has written. Whatever somebody has made of the file, a map that it gives can
// be drawn: every arc is there and every ring has an extent.
func Decode(raw []byte) (*Map, error) {
	var d document
	if len(raw) > MaxFile || json.Unmarshal(bytes.TrimSpace(raw), &d) != nil || d.Type != "Topology" {
		return nil, ErrDamaged
	}
	arcs, err := d.lines()
	if err != nil {
		return nil, err
	}
	m := &Map{Arcs: arcs}
	if json.Unmarshal(raw, &m.About) != nil {
		return nil, ErrDamaged
	}
	for _, a := range arcs {
		if len(a) < 2 || !inRange(a) {
			return nil, ErrDamaged
		}
	}
	for _, g := range d.Objects["comuni"].Geometries {
		code, _ := g.ID.(string)
		polygons, err := g.arcsOf()
		if err != nil {
			return nil, err
		}
		for _, rings := range polygons {
			if len(rings) == 0 {
				return nil, ErrDamaged
			}
			for _, refs := range rings {
				if ring, ok := Ring(arcs, refs, maxPoints); !ok || len(ring) < 4 {
					return nil, ErrDamaged
				}
			}
		}
		m.Shapes = append(m.Shapes, Shape{Code: code, Polygons: polygons})
	}
	if len(m.Shapes) == 0 {
		return nil, ErrDamaged
	}
	return m, nil
}

func inRange(l orb.LineString) bool {
	for _, p := range l {
		if !(math.Abs(p[0]) <= 180 && math.Abs(p[1]) <= 85) {
			return false
		}
	}
	return true
}
