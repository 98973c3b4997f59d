package deck

import (
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ErrTemplate says that a file is no presentation whose masters could be used.
var ErrTemplate = errors.New("not a presentation with a slide master")

// CheckTemplate says whether a file can be a deck's template, before anything is drawn.
func CheckTemplate(raw []byte) error {
	d := &deck{c: Content{Template: raw}, b: newBundle()}
	return d.useTemplate()
}

// dropped are the relations to a template's slides.
var dropped = []string{"slide", "notesSlide"}

// useTemplate takes over masters, layouts and themes of the user's presentation with all that they refer
// to. Its slides are left behind.
func (d *deck) useTemplate() error {
	t, err := openTemplate(d.c.Template)
	if err != nil {
		return err
	}
	root := t.presentation()
	var p struct {
		Masters []struct {
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sldMasterIdLst>sldMasterId"`
		Size struct {
			CX int `xml:"cx,attr"`
			CY int `xml:"cy,attr"`
		} `xml:"sldSz"`
	}
	if err := xml.Unmarshal(t.parts[root], &p); err != nil || len(p.Masters) == 0 || p.Size.CX < 1000 || p.Size.CY < 1000 {
		return ErrTemplate
	}
	d.width, d.height = p.Size.CX, p.Size.CY
	for _, m := range p.Masters {
		id, rel := idsOf(m.Attrs)
		for _, r := range t.rels[root] {
			if r.id == rel && t.parts[r.target] != nil && !slices.Contains(d.masters, r.target) {
				d.masters, d.masterIDs = append(d.masters, r.target), append(d.masterIDs, id)
			}
		}
	}
	if len(d.masters) == 0 {
		return ErrTemplate
	}
	for _, m := range d.masters {
		d.take(t, m)
	}
	for _, r := range t.rels[root] {
		switch strings.TrimPrefix(r.kind, relBase) {
		case "notesMaster":
			d.notesMaster = r.target
			d.take(t, r.target)
		case "tableStyles":
			d.take(t, r.target)
			d.b.relate(presentationName, "tableStyles", r.target)
		}
	}
	return d.useLayouts(t)
}

// idsOf parts the two ids that a master has: its own, and that of the relation.
func idsOf(attrs []xml.Attr) (id int, rel string) {
	for _, a := range attrs {
		if a.Name.Local != "id" {
			continue
		}
		if a.Name.Space != "" {
			rel = a.Value
		} else if n, err := strconv.Atoi(a.Value); err == nil {
			id = n
		}
	}
	return id, rel
}

// take copies a part and what it refers to.
func (d *deck) take(t *template, name string) {
	if t.parts[name] == nil || d.b.parts[name] != nil {
		return
	}
	d.b.add(name, t.types[name], t.parts[name])
	if end := ending(name); t.types[name] == "" && t.ends[end] != "" {
		d.b.ends[end] = t.ends[end]
	}
	for _, r := range t.rels[name] {
		kind := strings.TrimPrefix(r.kind, relBase)
		if slices.Contains(dropped, kind) || !r.external && t.parts[r.target] == nil {
			continue
		}
		d.b.rels[name] = append(d.b.rels[name], r)
		if !r.external {
			d.take(t, r.target)
		}
	}
}

// useLayouts finds the layouts for the first slide and for all others, and where their titles stand.
func (d *deck) useLayouts(t *template) error {
	master := readLayout(t.parts[d.masters[0]])
	best := map[string]int{}
	for _, r := range d.b.rels[d.masters[0]] {
		if r.kind != relBase+"slideLayout" {
			continue
		}
		l := readLayout(t.parts[r.target])
		if score := l.asTitle(); score > best["title"] {
			best["title"], d.titleLayout, d.titlePlaces = score, r.target, l
		}
		if score := l.asFigure(); score > best["figure"] {
			best["figure"], d.figureLayout, d.figurePlaces = score, r.target, l
		}
	}
	if d.figureLayout == "" {
		return fmt.Errorf("%w: no layout with a title", ErrTemplate)
	}
	if d.titleLayout == "" {
		d.titleLayout, d.titlePlaces = d.figureLayout, d.figurePlaces
	}
	_, d.numbered = d.figurePlaces.find("sldNum")
	d.room(master)
	return nil
}

// room keeps the plot clear of the layout's title.
func (d *deck) room(master layout) {
	d.places = ourPlaces
	at, ok := d.figurePlaces.find("title")
	if !ok || at.height == 0 {
		at, ok = master.find("title")
	}
	bottom := float64(at.y+at.height) / float64(d.height) * 1080
	if !ok || bottom > 540 {
		return
	}
	d.places.subtitle.y = bottom + 4
	top := bottom + 64
	d.places.plot.h += d.places.plot.y - top
	d.places.plot.y = top
}

// A layout is what we must know of a layout or a master.
type layout struct {
	kind   string
	places []place
}

type place struct {
	kind, idx string
	y, height int
}

func (l layout) find(kind string) (place, bool) {
	for _, p := range l.places {
		if p.kind == kind {
			return p, true
		}
	}
	return place{}, false
}

// asTitle and asFigure say how well a layout serves; nought is not at all.
func (l layout) asTitle() int {
	_, centred := l.find("ctrTitle")
	_, plain := l.find("title")
	switch {
	case l.kind == "title":
		return 3
	case centred:
		return 2
	case plain:
		return 1
	}
	return 0
}

func (l layout) asFigure() int {
	if _, ok := l.find("title"); !ok {
		return 0
	}
	if l.kind == "titleOnly" {
		return 1000
	}
	return max(1, 900-len(l.places))
}

func readLayout(raw []byte) layout {
	var doc struct {
		Kind   string `xml:"type,attr"`
		Shapes []struct {
			Holder *struct {
				Kind string `xml:"type,attr"`
				Idx  string `xml:"idx,attr"`
			} `xml:"nvSpPr>nvPr>ph"`
			Off struct {
				Y int `xml:"y,attr"`
			} `xml:"spPr>xfrm>off"`
			Ext struct {
				CY int `xml:"cy,attr"`
			} `xml:"spPr>xfrm>ext"`
		} `xml:"cSld>spTree>sp"`
	}
	if xml.Unmarshal(raw, &doc) != nil {
		return layout{}
	}
	l := layout{kind: doc.Kind}
	for _, s := range doc.Shapes {
		if s.Holder != nil {
			l.places = append(l.places, place{kind: s.Holder.Kind, idx: s.Holder.Idx, y: s.Off.Y, height: s.Ext.CY})
		}
	}
	return l
}

// themeOf is the theme that a part names.
func (d *deck) themeOf(part string) string {
	for _, r := range d.b.rels[part] {
		if r.kind == relBase+"theme" {
			return r.target
		}
	}
	return ""
}

// freeName gives a part's name that no part of the template has.
func (d *deck) freeName(before, after string) string {
	for n := 1; ; n++ {
		if name := before + itoa(n) + after; d.b.parts[name] == nil {
			return name
		}
	}
}
