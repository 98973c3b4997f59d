package figure

import (
	"image/color"

	"gonum.org/v1/plot/vg"
)

// A sink draws ops in one format.
type sink interface {
	fill(path vg.Path, col color.RGBA) error
	stroke(path vg.Path, o op) error
	text(o op) error
	halo(o op) error
	image(o op) error
	group(title string) error
	endGroup() error
}

// px turns pixels into the points of vector formats: 96 pixels and 72 points are an inch.
const px = 0.75

// grid converts from px with y down to gonum/plot's points with y up; nothing else does.
type grid struct{ h float64 }

func (g grid) at(p point) vg.Point {
	return vg.Point{X: vg.Points(p.X * px), Y: vg.Points((g.h - p.Y) * px)}
}

func (g grid) rect(a, b point) vg.Rectangle {
	return vg.Rectangle{Min: g.at(point{a.X, b.Y}), Max: g.at(point{b.X, a.Y})}
}

func (g grid) path(paths [][]point, closed bool) vg.Path {
	var out vg.Path
	for _, pts := range paths {
		for i, p := range pts {
			if i == 0 {
				out.Move(g.at(p))
			} else {
				out.Line(g.at(p))
			}
		}
		if closed {
			out.Close()
		}
	}
	return out
}

// disc is a circle of four curves: arcs are drawn differently by each backend.
func (g grid) disc(centre point, r float64) vg.Path {
	const k = 0.5522847498 // of the radius: the control points' distance for a quarter of a circle
	at := func(dx, dy float64) vg.Point { return g.at(point{centre.X + dx*r, centre.Y + dy*r}) }
	var out vg.Path
	out.Move(at(1, 0))
	out.CubeTo(at(1, k), at(k, 1), at(0, 1))
	out.CubeTo(at(-k, 1), at(-1, k), at(-1, 0))
	out.CubeTo(at(-1, -k), at(-k, -1), at(0, -1))
	out.CubeTo(at(k, -1), at(1, -k), at(1, 0))
	out.Close()
	return out
}

// replay draws the whole list of ops.
func (c *canvas) replay(s sink) error {
	g := grid{h: c.h}
	for _, o := range c.ops {
		var err error
		switch o.kind {
		case opFill:
			err = s.fill(g.path(o.paths, true), o.color)
		case opDisc:
			err = s.fill(g.disc(o.paths[0][0], o.radius), o.color)
		case opStroke:
			err = s.stroke(g.path(o.paths, o.closed), o)
		case opText:
			err = s.text(o)
		case opHalo:
			err = s.halo(o)
		case opImage:
			err = s.image(o)
		case opGroup:
			err = s.group(o.text)
		case opEnd:
			err = s.endGroup()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// strokeOn draws lines on a canvas of gonum/plot.
func strokeOn(c vg.Canvas, path vg.Path, o op) {
	c.SetColor(o.color)
	c.SetLineWidth(vg.Points(o.width * px))
	dash := make([]vg.Length, len(o.dash))
	for i, d := range o.dash {
		dash[i] = vg.Points(d * px)
	}
	c.SetLineDash(dash, 0)
	c.Stroke(path)
}
