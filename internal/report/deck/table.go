package deck

import "formare/internal/figure"

// darkest is the colour of words on light fills: ink on white ground, the ground itself on dark.
const darkest = "dk1"

// table writes a grid as a table: heads in bold, a rule under each row, fills where the figure has them.
func (d *deck) table(g figure.Grid, f frame) node {
	const head, first, last = 84, 390, 150
	high := min(72, (f.h-head)/float64(max(1, len(g.Rows))))
	size := 1800
	if high < 48 {
		size = 1600
	}
	rest := (f.w - first - last) / float64(max(1, len(g.Head)-2))
	grid := el("a:tblGrid")
	for i := range g.Head {
		w := rest
		switch i {
		case 0:
			w = first
		case len(g.Head) - 1:
			w = last
		}
		grid.append(el("a:gridCol", at("w", int(w/1920*float64(d.width)))))
	}
	t := el("a:tbl", el("a:tblPr", at("firstRow", 1)), grid)
	t.append(d.row(g, -1, head, 1400))
	for i := range g.Rows {
		t.append(d.row(g, i, high, size))
	}
	return t
}

func (d *deck) row(g figure.Grid, i int, high float64, size int) node {
	cells := g.Head
	if i >= 0 {
		cells = g.Rows[i]
	}
	n := el("a:tr", at("h", int(high/1080*float64(d.height))))
	for k, words := range cells {
		look := face{size: size, bold: i < 0 || k > 0 && k == len(cells)-1, color: ink}
		if k < len(g.Right) && g.Right[k] {
			look.align = "r"
		}
		if i >= 0 && k == 0 {
			look.size = nameSize(words)
		}
		shade := 0
		if i >= 0 && i < len(g.Shades) && k < len(g.Shades[i]) {
			shade = g.Shades[i][k]
			look.align = map[bool]string{true: "ctr", false: look.align}[k > 0 && k < len(cells)-1]
		}
		if i < 0 && g.Shades != nil && k > 0 && k < len(cells)-1 {
			look.align = "ctr"
		}
		background := d.shade(shade, &look)
		props := el("a:tcPr", at("marL", 63500), at("marR", 63500), at("marT", 19050), at("marB", 19050), at("anchor", "ctr"))
		none := func(name string) node { return el(name, at("w", 0), el("a:noFill")) }
		if g.Shades != nil {
			edge := func(name string) node { return el(name, at("w", 38100), scheme(ground)) }
			props.append(edge("a:lnL"), edge("a:lnR"), edge("a:lnT"), edge("a:lnB"))
		} else {
			props.append(none("a:lnL"), none("a:lnR"), none("a:lnT"), el("a:lnB", at("w", 12700), scheme(rule)))
		}
		props.append(background)
		n.append(el("a:tc", el("a:txBody", el("a:bodyPr"), el("a:lstStyle"), d.paragraph(words, look)), props))
	}
	return n
}

// nameSize keeps a row's name on one line.
func nameSize(name string) int {
	if len([]rune(name)) > 22 {
		return 1400
	}
	return 1600
}

// shade gives a class its fill, lighter or darker than the accent, and its words a colour to be read.
func (d *deck) shade(class int, look *face) node {
	tint := func(mod, off int) node {
		c := val("a:schemeClr", "accent1")
		if mod > 0 {
			c.append(val("a:lumMod", mod*1000))
		}
		if off > 0 {
			c.append(val("a:lumOff", off*1000))
		}
		return el("a:solidFill", c)
	}
	dark := d.own && d.c.Theme == figure.Dark
	fills := [][2]int{{20, 80}, {40, 60}, {60, 40}, {0, 0}, {50, 0}}
	if dark {
		fills = [][2]int{{50, 0}, {75, 0}, {0, 0}, {60, 40}, {20, 80}}
	}
	switch {
	case class == figure.Hatched:
		return el("a:pattFill", at("prst", "ltUpDiag"), el("a:fgClr", val("a:schemeClr", "accent3")), el("a:bgClr", val("a:schemeClr", ground)))
	case class < 1 || class > len(fills):
		return el("a:noFill")
	}
	if light := class > 3; light != dark && class != 1 || dark && class > 1 {
		look.color = ground
	}
	return tint(fills[class-1][0], fills[class-1][1])
}
