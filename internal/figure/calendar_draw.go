package figure

import "math"

const (
	minBar    = 12 // px; a day's course would be a hair otherwise
	laneGap   = 6
	maxLane   = 34
	minLane   = 4
	groupGap  = 14
	labelLine = 34
)

// prepare parts the courses into groups and lanes, and finds out whether bars will fit: the subtitle
// says which of the two ways of drawing it is.
func (c *calendar) prepare() {
	c.x, c.right = c.pick(470, 296), c.lay.right
	c.bottom = c.pick(800, 784)
	c.groups = c.parted()
	for i := range c.groups {
		c.pack(&c.groups[i])
	}
	c.top = c.pick(272, 344) // as low as the longest head leaves it
	c.letter()
	c.dense = laneStep(c.groups, c.room()) < minLane
}

// place fixes the field's top, once the head is drawn.
func (c *calendar) place() { c.top = c.frame.top + c.pick(76, 84) }

func (c *calendar) room() float64 { return c.bottom - c.top - groupGap*float64(len(c.groups)) }

// letter writes the groups' labels as large as they fit: two lines, two smaller ones, one.
func (c *calendar) letter() {
	width := c.x - 40 - c.lay.left
	large := c.ink(c.pick(28, 26)).strong()
	for _, try := range []struct {
		name  style
		pitch float64
		lines int
	}{{large, labelLine, 2}, {large.of(24), 27, 2}, {large, labelLine, 1}, {large.of(24), 27, 1}} {
		total := 0.0
		for i := range c.groups {
			g := &c.groups[i]
			g.name, g.pitch = try.name, try.pitch
			g.lines = c.c.wrap(g.label, try.name, width, width, try.lines)
			total += g.labelHeight()
		}
		if total <= c.room() {
			return
		}
	}
}

func (c *calendar) xOf(day int) float64 {
	return c.x + (c.right-c.x)*float64(min(max(day, 0), c.days))/float64(c.days)
}

func (c *calendar) drawHeads() {
	head := c.top - 44
	if len(c.months) == 1 {
		for day := 0; day < c.days; day += 7 {
			c.c.text((c.xOf(day)+c.xOf(day+1))/2, head+30, c.int(day+1), c.ink(26).centre())
		}
	} else {
		c.drawMonthHeads(head)
	}
	c.c.decor(func() {
		for m := range c.edges {
			january := m < len(c.months) && monthNumber(c.months[m]) == 1
			if len(c.months) > 36 && !january && m != 0 && m != len(c.months) {
				continue
			}
			p := pen{color: c.pal.grid, width: 2}
			if january || m == 0 {
				p.color = c.pal.axis
			}
			x := c.xOf(c.edges[m])
			c.c.line(p, point{x, c.top - 4}, point{x, c.bottom})
		}
	})
}

// drawMonthHeads writes names over the months and years at their first day; months differ in length.
func (c *calendar) drawMonthHeads(y float64) {
	a := newAxis(c.months, c.x, c.right)
	size := c.pick(26, 24)
	years := c.muted(24).strong()
	for m, month := range c.months {
		left := c.xOf(c.edges[m])
		if a.named(m) {
			c.c.text((left+c.xOf(c.edges[m+1]))/2, y, c.cat.MonthShort(month), c.ink(size).centre())
		}
		b := c.c.boxOf(left+5, y+30, month[:4], years)
		if a.yearAt(m, b.X1-b.X0) && b.X1 <= c.right && !c.c.clashes(b) {
			c.c.text(left+5, y+30, month[:4], years)
		}
	}
}

// span is a course's bar, wide enough to be seen and inside the field.
func (c *calendar) span(k course) (x0, x1 float64) {
	x0, x1 = c.xOf(k.start), c.xOf(k.end+1)
	if x1-x0 < minBar {
		x0 = min(x0, c.right-minBar)
		x1 = x0 + minBar
	}
	return x0, x1
}

func (c *calendar) drawGroups() {
	c.letter()
	step := laneStep(c.groups, c.room())
	if c.dense {
		step = 0
		share(c.groups, 0, c.room())
	}
	y := c.top
	for i := range c.groups {
		g := &c.groups[i]
		c.drawLabel(g, y)
		if c.dense {
			c.drawWeeks(g, y)
		} else {
			c.drawLanes(g, y, step)
		}
		y += g.height + groupGap
	}
}

func (g *laneGroup) labelHeight() float64 { return g.pitch * float64(len(g.lines)+1) }

// laneStep finds the widest lanes that fit and sets the groups' heights; below minLane none do.
func laneStep(groups []laneGroup, room float64) float64 {
	step := float64(maxLane)
	for step >= minLane && need(groups, step) > room {
		step -= 0.5
	}
	share(groups, step, room)
	return step
}

// share sets the groups' heights and shares out what is left of the room.
func share(groups []laneGroup, step, room float64) {
	left := max(0, room-need(groups, step)) / float64(len(groups))
	for i := range groups {
		g := &groups[i]
		g.height = max(g.labelHeight(), float64(g.lanes)*step) + left
	}
}

func need(groups []laneGroup, step float64) float64 {
	total := 0.0
	for i := range groups {
		total += max(groups[i].labelHeight(), float64(groups[i].lanes)*step)
	}
	return total
}

func (c *calendar) drawLabel(g *laneGroup, y float64) {
	band := c.x - c.pick(22, 20)
	c.c.rect(band, y, 8, g.height, g.color)
	x := band - c.pick(18, 16)
	base := y + g.height/2 - (g.labelHeight()-g.pitch)/2 + 10
	base = c.c.block(x, base, g.pitch, g.lines, g.name.right())
	c.c.text(x, base-2, c.ownCount("courses", len(g.courses)), c.muted(24).right())
}

func (c *calendar) drawLanes(g *laneGroup, y, step float64) {
	high := step - min(laneGap, math.Max(1, step/4))
	top := y + (g.height-step*float64(g.lanes)+step-high)/2
	for i, k := range g.courses {
		x0, x1 := c.span(k)
		c.c.named(k.told, func() { c.c.rect(x0, top+float64(g.lane[i])*step, x1-x0, high, g.color) })
	}
}
