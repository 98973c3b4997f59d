package figure

func (h *heat) draw() {
	h.drawnAreas, h.drawnZones = h.areas, h.zones
	if h.lay.square {
		h.drawSquare()
		return
	}
	if len(h.areas) == 1 {
		h.drawOneArea()
		return
	}
	areas, zones := h.areas, h.zones
	if len(areas) > 8 {
		h.hiddenColumns, areas = len(areas)-8, areas[:8]
	}
	first, step := 286.0, 52.0
	if len(zones) > 12 {
		step = 40
		if most := int((h.lay.bottom - first) / step); len(zones) > most {
			h.hiddenRows, zones = len(zones)-14, zones[:14]
		}
	} else if len(zones) <= 6 {
		step = 72
	}
	h.drawnAreas, h.drawnZones = areas, zones
	pitch := min(222, 1180/float64(len(areas)))
	h.drawTable(areas, zones, tableShape{x: 470, pitch: pitch, first: first, step: step, size: h.cellSize(zones)})
	if h.hiddenRows > 0 {
		h.c.text(h.lay.left, first+step*float64(len(zones))+30, h.ownCount("others", h.hiddenRows), h.muted(26))
	}
}

func (h *heat) cellSize(zones []string) float64 {
	if len(zones) > 12 {
		return 26
	}
	return 28
}

// tableShape is the geometry of a heat map's cells.
type tableShape struct{ x, pitch, first, step, size float64 }

func (h *heat) drawTable(areas, zones []string, s tableShape) {
	gap := 6.0
	head := h.ink(26).strong().centre()
	for i, a := range areas {
		mid := s.x + s.pitch*float64(i) + (s.pitch-gap)/2
		h.drawColumnHead(mid, s.first-14, h.ctx.areaLabel(a), head, s.pitch)
	}
	h.drawColumnHead(h.lay.right, s.first-14, h.own("head.people"), h.ink(26).strong().right(), 130)
	breaks := h.breaks()
	for row, z := range zones {
		y := s.first + s.step*float64(row)
		st := h.ink(s.size)
		mid := y + (s.step-5)/2 + st.size*capHeight/2
		h.label(h.lay.left, y+(s.step-5)/2, s.x-24-h.lay.left, s.step, name(z), st)
		for i, a := range areas {
			h.drawCell(s.x+s.pitch*float64(i), y, s.pitch-gap, s.step-5, h.at(a, z), breaks, s.size)
		}
		h.c.text(h.lay.right, mid, h.cell(h.zoneTotal[z], h.ctx.MinCell), h.ink(s.size).strong().right())
	}
}

// drawColumnHead writes a head of one or two lines, the last at baseline y.
func (h *heat) drawColumnHead(x, y float64, label string, st style, width float64) {
	lines := h.c.wrap(label, st, width-2, width-2, 2)
	h.c.block(x, y-30*float64(len(lines)-1), 30, lines, st)
}

// breaks parts what is drawn into classes.
func (h *heat) breaks() []float64 {
	var shown []float64
	for _, a := range h.drawnAreas {
		for _, z := range h.drawnZones {
			if c := h.at(a, z); c.known {
				shown = append(shown, c.num)
			}
		}
	}
	return quintiles(shown)
}

// drawSquare shows the first five zones, each with its name over its cells, so that the areas' names
// have room above the columns; the other zones are in the data.
func (h *heat) drawSquare() {
	areas, zones := h.areas, h.zones
	if len(areas) > 5 {
		h.hiddenColumns, areas = len(areas)-5, areas[:5]
	}
	if len(zones) > 5 {
		h.hiddenRows, zones = len(zones)-5, zones[:5]
	}
	h.drawnAreas, h.drawnZones = areas, zones
	gap, right := 5.0, h.lay.right
	const total = 104
	pitch := (right - total - h.lay.left) / float64(len(areas))
	headBase := h.top + 62
	head := h.ink(24).centre()
	for i, a := range areas {
		h.drawColumnHead(h.lay.left+pitch*float64(i)+(pitch-gap)/2, headBase, h.ctx.areaLabel(a), head, pitch)
	}
	h.drawColumnHead(right, headBase, h.own("head.people"), h.ink(24).strong().right(), total)
	first := headBase + 14
	step := min(132, (h.lay.bottom-6-first)/float64(len(zones)))
	breaks := h.breaks()
	for row, z := range zones {
		y := first + step*float64(row)
		st := h.ink(26).strong()
		h.c.text(h.lay.left, y+30, h.c.fit(name(z), st, right-h.lay.left), st)
		high := step - 52
		for i, a := range areas {
			h.drawCell(h.lay.left+pitch*float64(i), y+42, pitch-gap, high, h.at(a, z), breaks, 28)
		}
		h.c.text(right, y+42+high/2+10, h.cell(h.zoneTotal[z], h.ctx.MinCell), h.ink(28).strong().right())
	}
}

// drawOneArea draws bars by zone where there is one area.
func (h *heat) drawOneArea() {
	zones := h.zones
	step := min(94, (h.lay.bottom-h.top-24)/float64(len(zones)))
	if step < 40 {
		h.hiddenRows, zones, step = len(zones)-14, zones[:14], 46
	}
	h.drawnZones = zones
	most := 1.0
	for _, z := range zones {
		if c := h.at(h.areas[0], z); c.known {
			most = max(most, c.num)
		}
	}
	for i, z := range zones {
		y := h.top + 24 + step*float64(i)
		st := h.ink(28)
		h.label(h.lay.left, y+step/2, 360, step, name(z), st)
		high := min(68, step*0.68)
		h.bar(470, y+(step-high)/2, 1180, high, h.at(h.areas[0], z), most, h.ink(min(36, high)).strong())
	}
}
