package figure

// drawWeeks takes the lanes' place where there are too many courses: a cell a week, deeper in colour
// the more courses are active.
func (c *calendar) drawWeeks(g *laneGroup, y float64) {
	var counts []float64
	for from := 0; from < c.days; from += 7 {
		n := 0
		for _, k := range g.courses {
			if k.start < from+7 && k.end >= from {
				n++
			}
		}
		counts = append(counts, float64(n))
	}
	breaks := quintiles(counts)
	high := min(48, g.height-8)
	for week, n := range counts {
		if n == 0 {
			continue
		}
		x0, x1 := c.xOf(week*7), c.xOf(week*7+7)
		c.c.decor(func() { c.c.rect(x0, y+(g.height-high)/2, x1-x0-2, high, c.pal.rampClass(n, breaks)) })
	}
}

// drawStrip writes how many courses are active in each month: the proof of the title.
func (c *calendar) drawStrip() {
	y, h := c.pick(812, 796), c.pick(76, 72)
	values := make([]float64, len(c.active))
	for m, n := range c.active {
		values[m] = float64(n)
	}
	breaks := quintiles(values)
	_, most := c.leastMost()
	for m, v := range values {
		x0, x1 := c.xOf(c.edges[m])+2, c.xOf(c.edges[m+1])-2
		switch {
		case v == 0 && x1-x0 < 24: // too narrow for dashes
			c.c.line(pen{color: c.pal.axis, width: 2}, point{x0, y + h}, point{x1, y + h})
		case v == 0:
			c.dashed(x0, y, x1-x0, h)
		default:
			c.c.decor(func() { c.c.rect(x0, y, x1-x0, h, c.pal.rampClass(v, breaks)) })
		}
		if len(values) > 18 && m != 0 && m != len(values)-1 && m != most {
			continue
		}
		c.drawStripNumber(x0, x1, y+h/2, v, breaks)
	}
	x := c.x - c.pick(40, 36)
	c.c.text(x, y+h/2-4, c.own("strip"), c.ink(c.pick(28, 26)).strong().right())
	c.c.text(x, y+h/2+28, c.own("strip.unit"), c.muted(24).right())
}

func (c *calendar) drawStripNumber(x0, x1, mid, v float64, breaks []float64) {
	st := c.ink(c.pick(30, 28)).strong().centre().in()
	label := c.short(v)
	if v > 0 {
		st.color = textOn(c.pal.rampClass(v, breaks))
	} else {
		st = c.muted(st.size).centre().in()
	}
	st = c.c.shrink(label, st, x1-x0-6, 24)
	if c.c.measure(label, st) > x1-x0 {
		return
	}
	c.c.text((x0+x1)/2, mid+st.size*capHeight/2, label, st)
}
