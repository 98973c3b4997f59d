package deck

// A slide being made: its shapes in the order in which they are read aloud.
type slide struct {
	d      *deck
	part   string
	layout string
	tree   []node
	ids    int
}

func (d *deck) newSlide(layout string) *slide {
	d.slides++
	s := &slide{d: d, part: "ppt/slides/slide" + itoa(d.slides) + ".xml", layout: layout, ids: 0}
	d.b.relate(s.part, "slideLayout", layout)
	return s
}

// number writes the slide's number into its placeholder.
func (s *slide) number() {
	place, _ := s.d.figurePlaces.find("sldNum")
	s.holder("sldNum", place.idx, s.d.words.Msg("deck.number"), []node{el("a:p",
		el("a:fld", at("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"), at("type", "slidenum"), el("a:rPr", at("lang", s.d.locale())), el("a:t", itoa(s.d.slides))))})
}

// close adds the slide to the package.
func (s *slide) close(notes []node) {
	s.d.b.add(s.part, typeSlide, el("p:sld", append(namespaces(),
		el("p:cSld", shapeTree(s.tree)), el("p:clrMapOvr", el("a:masterClrMapping")))...).part())
	if len(notes) > 0 {
		s.notes(notes)
	}
	s.d.order = append(s.d.order, s.part)
}

func shapeTree(shapes []node) node {
	return el("p:spTree",
		el("p:nvGrpSpPr", el("p:cNvPr", at("id", 1), at("name", "")), el("p:cNvGrpSpPr"), el("p:nvPr")),
		el("p:grpSpPr"), shapes)
}

// notes gives the slide a page of speaker notes.
func (s *slide) notes(paragraphs []node) {
	n := &slide{d: s.d, part: "ppt/notesSlides/notesSlide" + itoa(s.d.slides) + ".xml"}
	master := readLayout(s.d.b.parts[s.d.notesMaster])
	image, _ := master.find("sldImg")
	body, _ := master.find("body")
	n.tree = append(n.tree, el("p:sp",
		n.named("p:nvSpPr", s.d.words.Msg("deck.notes.slide"), "", el("a:spLocks", at("noGrp", 1), at("noRot", 1), at("noChangeAspect", 1)), placeholder("sldImg", image.idx)),
		el("p:spPr")))
	n.holder("body", body.idx, s.d.words.Msg("deck.notes"), paragraphs)
	s.d.b.relate(n.part, "notesMaster", s.d.notesMaster)
	s.d.b.relate(n.part, "slide", s.part)
	s.d.b.relate(s.part, "notesSlide", n.part)
	s.d.b.add(n.part, typeNotes, el("p:notes", append(namespaces(),
		el("p:cSld", shapeTree(n.tree)), el("p:clrMapOvr", el("a:masterClrMapping")))...).part())
}
