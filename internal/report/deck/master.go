package deck

import "formare/internal/figure"

// Where things stand on a slide, in px.
var (
	titleFrame  = frame{88, 58, 1744, 84}
	ourPlaces   = places{subtitle: frame{88, 142, 1744, 48}, plot: frame{88, 210, 1744, 714}, notes: frame{88, 946, 1110, 104}}
	bandFrame   = frame{1220, 950, 612, 84}
	numberFrame = frame{1712, 1040, 120, 30}
)

// places are where a figure's subtitle, its plot and its notes stand.
type places struct{ subtitle, plot, notes frame }

const (
	themeName  = "ppt/theme/theme1.xml"
	masterName = "ppt/slideMasters/slideMaster1.xml"
	titleName  = "ppt/slideLayouts/slideLayout1.xml"
	figureName = "ppt/slideLayouts/slideLayout2.xml"
)

// ourMaster writes the theme, a master and two layouts: of the title and of figures.
func (d *deck) ourMaster() error {
	colors, err := figure.ColorsOf(d.c.Theme)
	if err != nil {
		return err
	}
	dark := d.c.Theme == figure.Dark
	d.width, d.height, d.own, d.numbered = 12192000, 6858000, true, true
	d.places, d.titlePlaces = ourPlaces, layout{places: []place{{kind: "ctrTitle"}, {kind: "subTitle", idx: "1"}}}
	d.figurePlaces = layout{places: []place{{kind: "title"}, {kind: "sldNum", idx: "12"}}}
	d.titleLayout, d.figureLayout, d.masters = titleName, figureName, []string{masterName}
	d.b.add(themeName, typeTheme, themePart(d.words.Msg("deck.theme"), colors, dark))
	d.b.relate(masterName, "slideLayout", titleName)
	d.b.relate(masterName, "slideLayout", figureName)
	d.b.relate(masterName, "theme", themeName)
	d.addLayout(titleName, "title", d.words.Msg("deck.layout.title"), d.titleHolders())
	d.addLayout(figureName, "", d.words.Msg("deck.layout.figure"), d.figureHolders())

	m := &slide{d: d, part: masterName}
	m.bar()
	m.define("title", "", d.words.Msg("deck.holder.title"), titleFrame, "b")
	m.define("body", "1", d.words.Msg("deck.holder.text"), ourPlaces.plot, "t")
	m.define("sldNum", "4", d.words.Msg("deck.number"), numberFrame, "ctr")
	if err := m.band(); err != nil {
		return err
	}
	d.b.add(masterName, typeMaster, el("p:sldMaster", append(namespaces(),
		el("p:cSld", el("p:bg", el("p:bgPr", scheme(ground), el("a:effectLst"))), shapeTree(m.tree)),
		colorMap(dark),
		el("p:sldLayoutIdLst", layoutID(2, "rId1"), layoutID(3, "rId2")),
		el("p:txStyles",
			el("p:titleStyle", level("a:lvl1pPr", face{size: 2800, bold: true, color: ink}, "+mj-lt", 90)),
			el("p:bodyStyle", level("a:lvl1pPr", face{size: 1800, color: ink}, "+mn-lt", 100)),
			el("p:otherStyle", level("a:lvl1pPr", face{size: 1800, color: ink}, "+mn-lt", 100))))...).part())
	d.ourNotesMaster(colors)
	return nil
}

// firstID is where ids of masters and layouts begin.
const firstID = 2147483648

func layoutID(n int, rel string) node {
	return el("p:sldLayoutId", at("id", firstID+n), at("r:id", rel))
}

// level is the look of a paragraph's first level.
func level(name string, f face, font string, spacing int) node {
	look := f.look("a:defRPr", "")
	look.kids = append(look.kids, el("a:latin", at("typeface", font)))
	n := el(name, at("marL", 0), at("indent", 0), at("algn", "l"), el("a:lnSpc", val("a:spcPct", spacing*1000)), el("a:buNone"), look)
	return n
}

func (d *deck) addLayout(name, kind, title string, s *slide) {
	s.part = name
	d.b.relate(name, "slideMaster", masterName)
	n := el("p:sldLayout", append(namespaces(), at("preserve", 1))...)
	if kind != "" {
		n.attrs = append(n.attrs, at("type", kind))
	} else {
		n.attrs = append(n.attrs, at("userDrawn", 1))
	}
	n.kids = []node{el("p:cSld", at("name", title), shapeTree(s.tree)), el("p:clrMapOvr", el("a:masterClrMapping"))}
	d.b.add(name, typeLayout, n.part())
}

// titleHolders are the placeholders of the first slide.
func (d *deck) titleHolders() *slide {
	s := &slide{d: d}
	s.styled("ctrTitle", "", d.words.Msg("deck.holder.title"), frame{88, 250, 1744, 240}, "b", face{size: 4800, bold: true, color: ink})
	s.styled("subTitle", "1", d.words.Msg("deck.holder.subtitle"), frame{88, 506, 1744, 150}, "t", face{size: 2400, color: muted})
	s.styled("body", "13", d.words.Msg("deck.holder.about"), frame{88, 676, 1744, 220}, "t", face{size: 1800, color: ink})
	s.define("sldNum", "12", d.words.Msg("deck.number"), numberFrame, "ctr")
	return s
}

// figureHolders are those of all others: the finding, what is shown, notes and source.
func (d *deck) figureHolders() *slide {
	s := &slide{d: d}
	s.define("title", "", d.words.Msg("deck.holder.title"), titleFrame, "b")
	s.styled("body", "13", d.words.Msg("deck.holder.subtitle"), ourPlaces.subtitle, "t", face{size: 1800, color: muted})
	s.styled("body", "14", d.words.Msg("deck.holder.source"), ourPlaces.notes, "t", face{size: 1200, color: muted})
	s.define("sldNum", "12", d.words.Msg("deck.number"), numberFrame, "ctr")
	return s
}

// define makes a placeholder on a master or layout, in the master's style.
func (s *slide) define(kind, idx, name string, f frame, anchor string) {
	s.place(kind, idx, name, f, anchor, node{name: "a:lstStyle"})
}

func (s *slide) styled(kind, idx, name string, f frame, anchor string, look face) {
	s.place(kind, idx, name, f, anchor, el("a:lstStyle", level("a:lvl1pPr", look, "+mn-lt", 100)))
}

func (s *slide) place(kind, idx, name string, f frame, anchor string, style node) {
	ph := el("p:ph", at("type", kind))
	if idx != "" {
		ph.attrs = append(ph.attrs, at("idx", idx))
	}
	if kind == "sldNum" {
		ph.attrs = append(ph.attrs, at("sz", "quarter"))
		style = el("a:lstStyle", level("a:lvl1pPr", face{size: 1200, color: muted}, "+mn-lt", 100))
		style.kids[0].attrs[2].value = "r"
	}
	sample := s.d.paragraph(name, face{})
	if kind == "sldNum" {
		sample = el("a:p", el("a:fld", at("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"), at("type", "slidenum"), el("a:rPr", at("lang", s.d.locale())), el("a:t", "‹#›")))
	}
	s.tree = append(s.tree, el("p:sp",
		s.named("p:nvSpPr", name, "", el("a:spLocks", at("noGrp", 1)), ph),
		el("p:spPr", s.d.transform("a:xfrm", f), el("a:prstGeom", at("prst", "rect"), el("a:avLst"))),
		el("p:txBody", el("a:bodyPr", at("lIns", 0), at("tIns", 0), at("rIns", 0), at("bIns", 0), at("anchor", anchor), el("a:normAutofit")), style, sample)))
}

// bar draws the accent over the title and the rule over the source.
func (s *slide) bar() {
	for _, r := range []struct {
		at    frame
		color string
	}{{frame{88, 44, 96, 8}, "accent1"}, {frame{88, 934, 1744, 2}, rule}} {
		s.tree = append(s.tree, el("p:sp",
			s.named("p:nvSpPr", s.d.words.Msg("deck.rule"), "", node{}, node{}),
			el("p:spPr", s.d.transform("a:xfrm", r.at), el("a:prstGeom", at("prst", "rect"), el("a:avLst")), scheme(r.color), el("a:ln", el("a:noFill"))),
			body(el("a:bodyPr"), []node{el("a:p", el("a:endParaRPr", at("lang", s.d.locale())))})))
	}
}
