package figure

import (
	"cmp"
	"slices"
	"strings"

	"formare/internal/disclosure"
)

// drawHeatMap shows how many people each area reached in each zone. Rows do not add up, for a person
// may follow several areas: the last column counts them once.
func drawHeatMap(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	h := heat{frame: f, cells: map[[2]string]cell{}, areaTotal: map[string]cell{}, zoneTotal: map[string]cell{}}
	h.read(t)
	if f.measure("participants", "value").hidden() {
		return f.tooFew()
	}
	subtitle := f.own("subtitle")
	if len(h.areas) == 0 || len(h.zones) == 0 || h.nobody() {
		f.empty(subtitle)
		return nil
	}
	f.head(h.title(), subtitle)
	h.draw()
	h.native()
	f.note = h.noteText()
	f.setAlt(h.alt()...)
	return nil
}

type heat struct {
	*frame
	areas, zones         []string
	drawnAreas           []string // those that found room
	drawnZones           []string
	cells                map[[2]string]cell // by area and zone
	areaTotal, zoneTotal map[string]cell
	hiddenRows           int // zones or areas that found no room
	hiddenColumns        int
}

func (h *heat) read(t table) {
	for i := range t.rows() {
		area, zone, c := t.str(i, "area"), t.str(i, "zone"), t.at(i, "participants")
		switch {
		case area == "" && zone == "":
		case area == "":
			h.zoneTotal[zone] = c
		case zone == "":
			h.areaTotal[area] = c
		default:
			h.cells[[2]string{area, zone}] = c
			if !slices.Contains(h.areas, area) {
				h.areas = append(h.areas, area)
			}
			if !slices.Contains(h.zones, zone) {
				h.zones = append(h.zones, zone)
			}
		}
	}
	h.addEmpty()
	place := map[string]int{}
	for i, a := range h.ctx.Areas {
		place[a.ID] = i
	}
	// A total that is hidden must not tell its size by its place: it goes after those that are shown.
	slices.SortStableFunc(h.areas, func(a, b string) int {
		return cmp.Or(byTotal(h.areaTotal[a], h.areaTotal[b]), cmp.Compare(place[a], place[b]), strings.Compare(a, b))
	})
	slices.SortStableFunc(h.zones, func(a, b string) int {
		if len(h.areas) == 1 { // bars: in the order of what they show
			return cmp.Or(byTotal(h.at(h.areas[0], a), h.at(h.areas[0], b)), strings.Compare(a, b))
		}
		return cmp.Or(byTotal(h.zoneTotal[a], h.zoneTotal[b]), strings.Compare(a, b))
	})
}

// addEmpty adds the areas and zones of the programme that no row speaks of: a hole must be seen.
func (h *heat) addEmpty() {
	if len(h.areas) == 0 {
		return
	}
	for _, a := range h.ctx.Areas {
		if !slices.Contains(h.areas, a.ID) {
			h.areas = append(h.areas, a.ID)
		}
	}
	for _, z := range h.ctx.zones() {
		if !slices.Contains(h.zones, z) {
			h.zones = append(h.zones, z)
			if _, told := h.zoneTotal[z]; !told {
				h.zoneTotal[z] = cell{known: true}
			}
		}
	}
}

func byTotal(a, b cell) int {
	rank := func(c cell) float64 {
		if !c.known {
			if c.hidden() {
				return 0.5
			}
			return 0
		}
		return c.num
	}
	return cmp.Compare(rank(b), rank(a))
}

// at gives a crossing; one that no row speaks of has nobody.
func (h *heat) at(area, zone string) cell {
	c, ok := h.cells[[2]string{area, zone}]
	if !ok {
		return cell{known: true}
	}
	return c
}

func (h *heat) nobody() bool {
	for _, c := range h.cells {
		if c.positive() {
			return false
		}
	}
	return true
}

// title: all crossings have people, or the one area that is missing somewhere, or how many have.
func (h *heat) title() string {
	zeros, total := map[string]int{}, len(h.areas)*len(h.zones)
	empty := 0
	for _, a := range h.areas {
		for _, z := range h.zones {
			if c := h.at(a, z); !c.positive() && !c.missing() {
				zeros[a]++
				empty++
			}
		}
	}
	switch {
	case empty == 0 && len(h.areas) == 1:
		return h.own("title.one_area", "area", h.ctx.areaLabel(h.areas[0]))
	case empty == 0 && len(h.zones) == 1:
		return h.own("title.one_zone", "zone", name(h.zones[0]))
	case empty == 0:
		return h.own("title.all")
	case len(zeros) == 1:
		for a, n := range zeros {
			return h.ownCount("title.missing", n, "area", h.ctx.areaLabel(a), "word", h.word(n))
		}
	}
	return h.ownCount("title.part", total-empty, "total", h.int(total))
}

func (h *heat) noteText() string {
	small, hidden := h.states(h.drawnAreas, h.drawnZones)
	var parts []string
	if small > 0 {
		parts = append(parts, h.own("note.small", "small", h.small(h.ctx.MinCell), "most", h.int(h.ctx.MinCell-1)))
	}
	if hidden > 0 {
		parts = append(parts, h.ownCut("note.hidden"))
	}
	if len(parts) == 0 {
		parts = append(parts, h.own("note"))
	}
	if h.hiddenRows > 0 {
		parts = append(parts, h.own("note.rows"))
	}
	if h.hiddenColumns > 0 {
		parts = append(parts, h.own("note.columns"))
	}
	return strings.Join(parts, " ")
}

// states counts the small and the protected cells of some areas and zones.
func (h *heat) states(areas, zones []string) (small, hidden int) {
	for _, a := range areas {
		for _, z := range zones {
			switch c := h.at(a, z); {
			case c.mark == disclosure.Small:
				small++
			case c.hidden():
				hidden++
			}
		}
	}
	return small, hidden
}

func (h *heat) alt() []string {
	best, where := cell{}, [2]string{}
	for _, a := range h.areas {
		for _, z := range h.zones {
			if c := h.at(a, z); c.exact() && c.num > best.num {
				best, where = c, [2]string{a, z}
			}
		}
	}
	top := ""
	if best.known {
		top = h.own("alt.top", "n", h.short(best.num), "zone", name(where[1]), "area", lower(h.ctx.areaLabel(where[0])))
	}
	small, hidden := h.states(h.areas, h.zones)
	var rest []string
	if small > 0 {
		rest = append(rest, h.ownCount("alt.small", small, "min", h.int(h.ctx.MinCell)))
	}
	if hidden > 0 {
		rest = append(rest, h.ownCount("alt.hidden", hidden))
	}
	return []string{
		h.own("alt.kind", "zones", h.ownCount("zones", len(h.zones)), "areas", h.ownCount("areas", len(h.areas))),
		h.frame.title, top, h.cat.List(rest),
	}
}
