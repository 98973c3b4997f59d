package figure

import (
	"cmp"
	"slices"
	"strings"
)

// parted puts the courses into groups by area or partner, largest first. Areas keep the colours of the
// configuration's order; beyond five the smallest are taken together.
func (c *calendar) parted() []laneGroup {
	by := map[string][]course{}
	var ids []string
	for _, k := range c.courses {
		if _, ok := by[k.group]; !ok {
			ids = append(ids, k.group)
		}
		by[k.group] = append(by[k.group], k)
	}
	most := len(c.pal.areas)
	if c.spec.By == "partner" {
		most = 9
	}
	slices.SortFunc(ids, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(by[b]), len(by[a])), strings.Compare(c.label(a), c.label(b)))
	})
	var rest []course
	restName := "unknown" // courses whose area nobody told
	if slices.Contains(ids, "") || len(ids) > most {
		ids = slices.DeleteFunc(ids, func(id string) bool { return id == "" })
		rest = append(rest, by[""]...)
		for _, id := range ids[min(most, len(ids)):] {
			restName = "rest"
			rest = append(rest, by[id]...)
		}
		ids = ids[:min(most, len(ids))]
	}
	var out []laneGroup
	for _, id := range ids {
		out = append(out, laneGroup{label: c.label(id), courses: by[id]})
	}
	c.colour(ids, out)
	if len(rest) > 0 {
		slices.SortStableFunc(rest, func(a, b course) int {
			return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), strings.Compare(a.code, b.code))
		})
		out = append(out, laneGroup{label: c.own(restName), courses: rest, color: c.pal.ctx})
	}
	return out
}

// colour gives the shown areas their colours, in the configuration's order.
func (c *calendar) colour(ids []string, groups []laneGroup) {
	if c.spec.By == "partner" {
		for i := range groups {
			groups[i].color = c.pal.accent
		}
		return
	}
	order := slices.Clone(ids)
	place := func(id string) int {
		for i, a := range c.ctx.Areas {
			if a.ID == id {
				return i
			}
		}
		return len(c.ctx.Areas)
	}
	slices.SortStableFunc(order, func(a, b string) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), strings.Compare(a, b))
	})
	for i, id := range ids {
		at := slices.Index(order, id)
		if p := place(id); p < len(c.pal.areas) && len(c.ctx.Areas) <= len(c.pal.areas) {
			at = p // an area without courses keeps its colour for later months
		}
		groups[i].color = c.pal.areas[at]
	}
}

func (c *calendar) label(id string) string {
	if c.spec.By == "partner" {
		return c.ctx.partnerName(id)
	}
	return c.ctx.areaLabel(id)
}

// pack puts each course in the first lane that is free at its start.
func (c *calendar) pack(g *laneGroup) {
	var ends []float64
	g.lane = make([]int, len(g.courses))
	for i, k := range g.courses {
		x0, x1 := c.span(k)
		lane := slices.IndexFunc(ends, func(end float64) bool { return x0 >= end+5 })
		if lane < 0 {
			lane = len(ends)
			ends = append(ends, 0)
		}
		ends[lane] = x1
		g.lane[i] = lane
	}
	g.lanes = len(ends)
}
