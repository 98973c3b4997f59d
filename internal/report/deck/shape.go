package deck

// A frame is where something stands on a slide of 1920 by 1080, in px.
type frame struct{ x, y, w, h float64 }

// transform writes a frame in the slide's own measure.
func (d *deck) transform(name string, f frame) node {
	emu := func(v, whole float64, size int) int { return int(v / whole * float64(size)) }
	return el(name,
		el("a:off", at("x", emu(f.x, 1920, d.width)), at("y", emu(f.y, 1080, d.height))),
		el("a:ext", at("cx", emu(f.w, 1920, d.width)), at("cy", emu(f.h, 1080, d.height))))
}

// stretch is how much wider than high a px of ours is on the slides of a template.
func (d *deck) stretch() float64 {
	return float64(d.width) / 1920 / (float64(d.height) / 1080)
}

// points gives a size of letters on slides narrower than ours.
func (d *deck) points(size int) int {
	if size == 0 || d.width >= 12192000 {
		return size
	}
	return max(900, size*(d.width/1000)/12192)
}

// named names a shape: each has an id of its own on its slide, a name and, where it is no text, the
// words that stand for it.
func (s *slide) named(wrap, name, alt string, locks, app node) node {
	s.ids++
	props := el("p:cNvPr", at("id", s.ids+1), at("name", name))
	if alt != "" {
		props.attrs = append(props.attrs, at("descr", alt))
	}
	inner := map[string]string{"p:nvSpPr": "p:cNvSpPr", "p:nvPicPr": "p:cNvPicPr", "p:nvGraphicFramePr": "p:cNvGraphicFramePr"}[wrap]
	return el(wrap, props, el(inner, locks), el("p:nvPr", app))
}

// holder fills a placeholder of the layout: its place and look are the layout's.
func (s *slide) holder(kind, idx, name string, paragraphs []node) {
	ph := placeholder(kind, idx)
	s.tree = append(s.tree, el("p:sp",
		s.named("p:nvSpPr", name, "", el("a:spLocks", at("noGrp", 1)), ph),
		el("p:spPr"), body(el("a:bodyPr"), paragraphs)))
}

// placeholder names one of the layout's.
func placeholder(kind, idx string) node {
	n := el("p:ph", at("type", kind))
	if idx != "" {
		n.attrs = append(n.attrs, at("idx", idx))
	}
	return n
}

// textBox writes text where no placeholder is for it.
func (s *slide) textBox(name string, f frame, anchor string, paragraphs []node) {
	app := node{}
	n := s.named("p:nvSpPr", name, "", node{}, app)
	n.kids[1].attrs = []attr{at("txBox", 1)}
	s.tree = append(s.tree, el("p:sp", n,
		el("p:spPr", s.d.transform("a:xfrm", f), el("a:prstGeom", at("prst", "rect"), el("a:avLst")), el("a:noFill")),
		body(el("a:bodyPr", at("wrap", "square"), at("lIns", 0), at("tIns", 0), at("rIns", 0), at("bIns", 0), at("anchor", anchor), el("a:normAutofit")), paragraphs)))
}

func body(props node, paragraphs []node) node {
	return el("p:txBody", props, el("a:lstStyle"), paragraphs)
}

// picture shows an image, cut at its edges by thousandths of a per cent; with an SVG, programs that can
// take that.
func (s *slide) picture(name, alt string, f frame, png, svg string, crop [4]int) {
	blip := el("a:blip", at("r:embed", s.d.b.relate(s.part, "image", png)))
	if svg != "" {
		blip.kids = append(blip.kids, el("a:extLst", el("a:ext", at("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"),
			el("asvg:svgBlip", at("xmlns:asvg", nsSVG), at("r:embed", s.d.b.relate(s.part, "image", svg))))))
	}
	fill := el("p:blipFill", blip)
	if crop != [4]int{} {
		fill.kids = append(fill.kids, el("a:srcRect", at("l", crop[0]), at("t", crop[1]), at("r", crop[2]), at("b", crop[3])))
	}
	fill.kids = append(fill.kids, el("a:stretch", el("a:fillRect")))
	s.tree = append(s.tree, el("p:pic",
		s.named("p:nvPicPr", name, alt, el("a:picLocks", at("noChangeAspect", 1)), node{}), fill,
		el("p:spPr", s.d.transform("a:xfrm", f), el("a:prstGeom", at("prst", "rect"), el("a:avLst")))))
}

// graphic puts a chart or a table on the slide.
func (s *slide) graphic(name, alt string, f frame, uri string, content node) {
	s.tree = append(s.tree, el("p:graphicFrame",
		s.named("p:nvGraphicFramePr", name, alt, el("a:graphicFrameLocks", at("noGrp", 1)), node{}),
		s.d.transform("p:xfrm", f),
		el("a:graphic", el("a:graphicData", at("uri", uri), content))))
}
