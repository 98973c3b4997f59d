package deck

import "formare/internal/figure"

const notesMasterName = "ppt/notesMasters/notesMaster1.xml"

// ourNotesMaster writes the look of note pages, which are printed: always on white.
func (d *deck) ourNotesMaster(colors figure.Colors) {
	if d.c.Theme == figure.Dark {
		if light, err := figure.ColorsOf(figure.Light); err == nil {
			colors = light
		}
	}
	d.notesMaster = notesMasterName
	theme := d.freeName("ppt/theme/theme", ".xml")
	d.b.add(theme, typeTheme, themePart(d.words.Msg("deck.theme"), colors, false))
	d.b.relate(notesMasterName, "theme", theme)
	ids := &slide{d: d, part: notesMasterName}
	whole := func(x, y, cx, cy int) node {
		return el("p:spPr", el("a:xfrm", el("a:off", at("x", x), at("y", y)), el("a:ext", at("cx", cx), at("cy", cy))),
			el("a:prstGeom", at("prst", "rect"), el("a:avLst")))
	}
	image := el("p:sp", ids.named("p:nvSpPr", d.words.Msg("deck.notes.slide"), "", el("a:spLocks", at("noGrp", 1), at("noRot", 1), at("noChangeAspect", 1)),
		el("p:ph", at("type", "sldImg"), at("idx", 2))), whole(685800, 1143000, 5486400, 3086100))
	text := el("p:sp", ids.named("p:nvSpPr", d.words.Msg("deck.notes"), "", el("a:spLocks", at("noGrp", 1)),
		el("p:ph", at("type", "body"), at("sz", "quarter"), at("idx", 3))), whole(685800, 4400550, 5486400, 3600450),
		body(el("a:bodyPr"), []node{d.paragraph(d.words.Msg("deck.notes"), face{})}))
	d.b.add(notesMasterName, typeNotesMaster, el("p:notesMaster", append(namespaces(),
		el("p:cSld", el("p:bg", el("p:bgPr", scheme(ground), el("a:effectLst"))), shapeTree([]node{image, text})),
		colorMap(false),
		el("p:notesStyle", level("a:lvl1pPr", face{size: 1200, color: ink}, "+mn-lt", 100)))...).part())
}

// templateNotes writes our look of note pages where a template has none.
func (d *deck) templateNotes() error {
	colors, err := figure.ColorsOf(figure.Light)
	if err != nil {
		return err
	}
	d.ourNotesMaster(colors)
	return nil
}
