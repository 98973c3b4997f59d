package deck

const presentationName = "ppt/presentation.xml"

// presentation writes the part that holds masters and slides together, and what the package says of itself.
func (d *deck) presentation() {
	masters := el("p:sldMasterIdLst")
	for i, m := range d.masters {
		masters.kids = append(masters.kids, el("p:sldMasterId", at("id", d.masterID(i)), at("r:id", d.b.relate(presentationName, "slideMaster", m))))
	}
	notes := el("p:notesMasterIdLst", el("p:notesMasterId", at("r:id", d.b.relate(presentationName, "notesMaster", d.notesMaster))))
	slides := el("p:sldIdLst")
	for i, s := range d.order {
		slides.kids = append(slides.kids, el("p:sldId", at("id", 256+i), at("r:id", d.b.relate(presentationName, "slide", s))))
	}
	root := el("p:presentation", append(namespaces(), at("saveSubsetFonts", 1), masters, notes, slides,
		el("p:sldSz", at("cx", d.width), at("cy", d.height)), el("p:notesSz", at("cx", 6858000), at("cy", 9144000)),
		el("p:defaultTextStyle", level("a:lvl1pPr", face{size: 1800, color: ink}, "+mn-lt", 100)))...)
	d.b.add(presentationName, typePresentation, root.part())
	d.b.relate("", "officeDocument", presentationName)
	d.b.relate(presentationName, "theme", d.themeOf(d.masters[0]))
	d.views()
	if d.own {
		d.b.add("ppt/tableStyles.xml", typeTableStyles, el("a:tblStyleLst", at("xmlns:a", nsA), at("def", "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}")).part())
		d.b.relate(presentationName, "tableStyles", "ppt/tableStyles.xml")
	}
	d.properties()
}

// views says how the deck is shown and edited: nothing out of the common, but PowerPoint misses the parts.
func (d *deck) views() {
	d.b.add("ppt/presProps.xml", typeBase+"presProps+xml", el("p:presentationPr", namespaces()...).part())
	d.b.add("ppt/viewProps.xml", typeBase+"viewProps+xml", el("p:viewPr", namespaces()...).part())
	d.b.relate(presentationName, "presProps", "ppt/presProps.xml")
	d.b.relate(presentationName, "viewProps", "ppt/viewProps.xml")
}

// properties name the deck. They hold no day: the same report is the same file.
func (d *deck) properties() {
	d.b.add("docProps/core.xml", typeCore, el("cp:coreProperties",
		at("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
		at("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
		el("dc:title", d.c.Programme), el("dc:creator", d.c.Lead), el("dc:language", d.locale())).part())
	d.b.add("docProps/app.xml", typeApp, el("Properties",
		at("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"),
		el("Slides", itoa(d.slides)), el("Notes", itoa(d.slides-1)), el("Application", "formare")).part())
	d.b.rels[""] = append(d.b.rels[""],
		relation{id: "rId2", kind: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", target: "docProps/core.xml"},
		relation{id: "rId3", kind: relBase + "extended-properties", target: "docProps/app.xml"})
}

// masterID gives each master an id apart from those of all layouts.
func (d *deck) masterID(i int) int {
	if d.own {
		return firstID
	}
	return d.masterIDs[i]
}
