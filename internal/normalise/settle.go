package normalise

import "strconv"

// settle decides, when all rows have been seen, which courses are one and what their keys are.
func (cs *courses) settle() {
	// A code told without its edition is the only edition's that the source knows.
	for _, c := range cs.list {
		if c.code != "" && c.edition == "" {
			cs.join(c, func(o *course) bool { return o.code == c.code && o.edition != "" })
		}
	}
	// A title with its first day, then a title alone, then a first day alone: from the surest on.
	for _, pass := range []func(*course) bool{
		func(c *course) bool { return c.folded != "" && !c.start.IsZero() },
		func(c *course) bool { return c.folded != "" && c.start.IsZero() },
		func(c *course) bool { return c.folded == "" },
	} {
		for _, c := range cs.list {
			if c.code == "" && c.into == nil && pass(c) {
				cs.findTwin(c)
			}
		}
	}
	for _, c := range cs.list {
		if c.into == nil && !c.lost {
			c.key = cs.partner + "/" + c.keyCode()
		}
	}
}

// findTwin joins a course without a code to the only course of the source that it can be.
func (cs *courses) findTwin(c *course) {
	fits := func(o *course) bool {
		return o != c && o.into == nil && !o.lost &&
			(o.code != "" || !o.start.IsZero() && c.start.IsZero()) &&
			(c.folded == "" || c.folded == o.folded) &&
			(c.edition == "" || o.edition == "" || c.edition == o.edition) &&
			(c.start.IsZero() || o.start.IsZero() || c.start == o.start)
	}
	n := cs.join(c, fits)
	if n > 1 && c.month != "" {
		n = cs.join(c, func(o *course) bool { return fits(o) && o.start.MonthString() == c.month })
	}
	// Several could be meant: rows that only tell a title must not make one up. A row without any name
	// belongs to no course at all.
	c.lost = c.into == nil && (c.folded == "" || n > 1 && c.start.IsZero())
}

// join makes c one with the only course that fits, and says how many do.
func (cs *courses) join(c *course, fits func(*course) bool) int {
	var twin *course
	n := 0
	for _, o := range cs.list {
		if o != c && o.into == nil && fits(o) {
			twin = o
			n++
		}
	}
	if n == 1 {
		c.into = twin
		twin.take(&c.courseInfo)
	}
	return n
}

// take fills what is not known yet.
func (c *course) take(o *courseInfo) {
	for _, f := range []struct {
		have *string
		told string
	}{{&c.title, o.title}, {&c.kind, o.kind}, {&c.area, o.area}, {&c.venue, o.venue}, {&c.venueComune, o.venueComune},
		{&c.edition, o.edition}, {&c.month, o.month}} {
		if *f.have == "" {
			*f.have = f.told
		}
	}
	if c.start.IsZero() {
		c.start = o.start
	}
	if c.end.IsZero() {
		c.end = o.end
	}
	for _, f := range []struct{ have, told **float64 }{{&c.planned, &o.planned}, {&c.delivered, &o.delivered}, {&c.places, &o.places}} {
		if *f.have == nil {
			*f.have = *f.told
		}
	}
}

// keyCode is the part of the key after the partner: the code with the edition, if one is told, or the
// title with edition and first day.
func (c *course) keyCode() string {
	code := c.code
	if code == "" {
		code = slug(c.title)
	}
	if c.edition != "" {
		code += "-ed" + c.edition
	}
	if c.code == "" && !c.start.IsZero() {
		code += "-" + c.start.Time().Format("20060102")
	}
	return code
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
