package boundary

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/paulmach/orb"
)

// A document is what GeoJSON and TopoJSON have at their top.
type document struct {
	Type     string          `json:"type"`
	Features []geoFeature    `json:"features"`
	CRS      json.RawMessage `json:"crs"`

	Objects   map[string]topoObject `json:"objects"`
	Arcs      [][]position          `json:"arcs"`
	Transform *transform            `json:"transform"`
}

type geoFeature struct {
	ID         any            `json:"id"`
	Properties map[string]any `json:"properties"`
	Geometry   *geoGeometry   `json:"geometry"`
}

type geoGeometry struct {
	Type        string          `json:"type"`
	Coordinates json.RawMessage `json:"coordinates"`
	Geometries  []geoGeometry   `json:"geometries"`
}

// A position has two coordinates, or more that nobody needs here.
type position []float64

func openJSON(raw []byte) (*layer, error) {
	var d document
	if err := json.Unmarshal(raw, &d); err != nil {
		return nil, ErrDamaged
	}
	var l *layer
	var err error
	switch d.Type {
	case "FeatureCollection":
		l, err = d.geo()
	case "Topology":
		l, err = d.topo()
	default:
		return nil, ErrFormat
	}
	if err == nil {
		l.projection = string(d.CRS)
		if l.projection == "" || l.projection == "null" {
			l.projection = ""
		}
	}
	return l, err
}

func (d *document) geo() (*layer, error) {
	if len(d.Features) > maxFeatures {
		return nil, ErrTooLarge
	}
	l := &layer{format: "geojson"}
	var props []map[string]any
	for _, f := range d.Features {
		props = append(props, withID(f.Properties, f.ID))
	}
	l.fields = fieldsOf(props)
	for i, f := range d.Features {
		l.records = append(l.records, record{values: valuesOf(props[i], l.fields), geometry: func() (orb.MultiPolygon, error) {
			return f.Geometry.polygons()
		}})
	}
	return l, nil
}

func (g *geoGeometry) polygons() (orb.MultiPolygon, error) {
	if g == nil || len(g.Coordinates) == 0 && len(g.Geometries) == 0 {
		return nil, nil
	}
	var many [][][]position
	var err error
	switch g.Type {
	case "Polygon":
		var one [][]position
		err = json.Unmarshal(g.Coordinates, &one)
		many = append(many, one)
	case "MultiPolygon":
		err = json.Unmarshal(g.Coordinates, &many)
	case "GeometryCollection":
		var out orb.MultiPolygon
		for i := range g.Geometries {
			part, err := g.Geometries[i].polygons()
			if err != nil {
				return nil, err
			}
			out = append(out, part...)
		}
		return out, nil
	}
	if err != nil {
		return nil, ErrDamaged
	}
	var out orb.MultiPolygon
	for _, rings := range many {
		var p orb.Polygon
		for _, ring := range rings {
			r, err := line(ring)
			if err != nil {
				return nil, err
			}
			if len(r) > 0 {
				p = append(p, orb.Ring(r))
			}
		}
		if len(p) > 0 {
			out = append(out, p)
		}
	}
	return out, nil
}

func line(ps []position) (orb.LineString, error) {
	out := make(orb.LineString, 0, len(ps))
	for _, p := range ps {
		if len(p) < 2 {
			return nil, ErrDamaged
		}
		out = append(out, orb.Point{p[0], p[1]})
	}
	return out, nil
}

func withID(props map[string]any, id any) map[string]any {
	out := map[string]any{}
	if id != nil {
		out["id"] = id
	}
	for k, v := range props {
		out[k] = v
	}
	return out
}

// fieldsOf lists the names of all properties, sorted.
func fieldsOf(props []map[string]any) []string {
	seen := map[string]bool{}
	var names []string
	for _, p := range props {
		for k := range p {
			if !seen[k] && len(names) < 256 {
				seen[k] = true
				names = append(names, k)
			}
		}
	}
	slices.SortFunc(names, strings.Compare)
	return names
}

func valuesOf(props map[string]any, fields []string) []string {
	out := make([]string, len(fields))
	for i, name := range fields {
		switch v := props[name].(type) {
		case string:
			out[i] = v
		case float64:
			raw, err := json.Marshal(v)
			if err == nil {
				out[i] = string(raw)
			}
		}
	}
	return out
}
