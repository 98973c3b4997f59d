package boundary

import (
	"encoding/json"

	"github.com/paulmach/orb"
)

type transform struct {
	Scale     [2]float64 `json:"scale"`
	Translate [2]float64 `json:"translate"`
}

type topoObject struct {
	Type       string          `json:"type"`
	ID         any             `json:"id,omitempty"`
	Properties map[string]any  `json:"properties,omitempty"`
	Geometries []topoObject    `json:"geometries,omitempty"`
	Arcs       json.RawMessage `json:"arcs,omitempty"`
}

// topo gives the object with most geometries: files of comuni may hold the provinces beside them.
func (d *document) topo() (*layer, error) {
	best, name := topoObject{}, ""
	for _, k := range sortedKeys(d.Objects) {
		if o := d.Objects[k]; len(o.Geometries) > len(best.Geometries) {
			best, name = o, k
		}
	}
	if len(best.Geometries) > maxFeatures {
		return nil, ErrTooLarge
	}
	arcs, err := d.lines()
	if err != nil {
		return nil, err
	}
	l := &layer{format: "topojson", name: name}
	var props []map[string]any
	for _, g := range best.Geometries {
		props = append(props, withID(g.Properties, g.ID))
	}
	l.fields = fieldsOf(props)
	for i, g := range best.Geometries {
		l.records = append(l.records, record{values: valuesOf(props[i], l.fields), geometry: func() (orb.MultiPolygon, error) {
			return g.polygons(arcs)
		}})
	}
	return l, nil
}

// lines gives the arcs in real coordinates: with a transform they are whole numbers, each the difference
// from the one before.
func (d *document) lines() ([]orb.LineString, error) {
	out := make([]orb.LineString, len(d.Arcs))
	for i, arc := range d.Arcs {
		l, err := line(arc)
		if err != nil {
			return nil, err
		}
		if t := d.Transform; t != nil {
			x, y := 0.0, 0.0
			for k, p := range l {
				x, y = x+p[0], y+p[1]
				l[k] = orb.Point{x*t.Scale[0] + t.Translate[0], y*t.Scale[1] + t.Translate[1]}
			}
		}
		out[i] = l
	}
	return out, nil
}

// arcsOf gives a geometry's polygons as rings of arcs.
func (g *topoObject) arcsOf() ([][][]int, error) {
	var many [][][]int
	var err error
	switch {
	case len(g.Arcs) == 0:
	case g.Type == "Polygon":
		var one [][]int
		err = json.Unmarshal(g.Arcs, &one)
		many = append(many, one)
	case g.Type == "MultiPolygon":
		err = json.Unmarshal(g.Arcs, &many)
	}
	if err != nil {
		return nil, ErrDamaged
	}
	return many, nil
}

func (g *topoObject) polygons(arcs []orb.LineString) (orb.MultiPolygon, error) {
	many, err := g.arcsOf()
	if err != nil {
		return nil, err
	}
	var out orb.MultiPolygon
	n := 0
	for _, rings := range many {
		var p orb.Polygon
		for _, refs := range rings {
			ring, ok := Ring(arcs, refs, maxPoints-n)
			if !ok {
				return nil, ErrDamaged
			}
			if n += len(ring); len(ring) > 0 {
				p = append(p, ring)
			}
		}
		if len(p) > 0 {
			out = append(out, p)
		}
	}
	return out, nil
}

// Ring joins arcs to a closed line. It is not ok if an arc is not there or there are more points than most.
func Ring(arcs []orb.LineString, refs []int, most int) (orb.Ring, bool) {
	var ring orb.Ring
	for _, ref := range refs {
		at, back := ref, false
		if ref < 0 {
			at, back = ^ref, true
		}
		if at >= len(arcs) || len(ring)+len(arcs[at]) > most {
			return nil, false
		}
		arc := arcs[at]
		for k := range arc {
			p := arc[k]
			if back {
				p = arc[len(arc)-1-k]
			}
			if k == 0 && len(ring) > 0 {
				continue // where the one before ended
			}
			ring = append(ring, p)
		}
	}
	return ring, true
}
