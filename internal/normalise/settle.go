package normalise

import "strconv"

// settle decides, when all rows have been seen, which courses are one and what their keys are.
func (cs *courses) settle() {
	known := cs.index()
	// A code told without its edition is the only edition's that the source knows.
	for _, c := range cs.list {
		if c.code != "" && c.edition == "" {
			join(c, known.byCode[c.code], func(o *course) bool { return o.edition != "" })
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
				known.findTwin(c)
			}
		}
	}
	for _, c := range cs.list {
		if c.into == nil && !c.lost {
			c.key = cs.partner + "/" + c.keyCode()
		}
	}
}

// A courseIndex finds the courses that have a code or a first day, which others may turn out to be.
type courseIndex struct {
	byCode, byTitle map[string][]*course
	byDay           map[titleDay][]*course // with the title and without it; no day for those that tell none
	all             []*course
}

type titleDay struct {
	title string
	day   Date
}

func (cs *courses) index() *courseIndex {
	x := &courseIndex{byCode: map[string][]*course{}, byTitle: map[string][]*course{}, byDay: map[titleDay][]*course{}}
	for _, c := range cs.list {
		if c.code == "" && c.start.IsZero() {
			continue
		}
		if c.code != "" {
			x.byCode[c.code] = append(x.byCode[c.code], c)
		}
		x.all = append(x.all, c)
		x.byTitle[c.folded] = append(x.byTitle[c.folded], c)
		x.byDay[titleDay{c.folded, c.start}] = append(x.byDay[titleDay{c.folded, c.start}], c)
		if c.folded != "" {
			x.byDay[titleDay{"", c.start}] = append(x.byDay[titleDay{"", c.start}], c)
		}
	}
	return x
}

// candidates lists the courses that c may turn out to be.
func (x *courseIndex) candidates(c *course) []*course {
	switch {
	case !c.start.IsZero():
		dated, undated := x.byDay[titleDay{c.folded, c.start}], x.byDay[titleDay{c.folded, Date{}}]
		switch {
		case len(undated) == 0:
			return dated
		case len(dated)+len(undated) > mostCandidates:
			return x.all
		}
		return append(dated[:len(dated):len(dated)], undated...)
	case c.folded != "":
		return x.byTitle[c.folded]
	}
	return x.all
}

// findTwin joins a course without a code to the only course of the source that it can be.
func (x *courseIndex) findTwin(c *course) {
	list := x.candidates(c)
	fits := func(o *course) bool {
		return !o.lost && (o.code != "" || c.start.IsZero() || c.folded == "" && o.folded != "") &&
			(c.edition == "" || o.edition == "" || c.edition == o.edition)
	}
	n := join(c, list, fits)
	if n > 1 && c.month != "" {
		n = join(c, list, func(o *course) bool { return fits(o) && o.start.MonthString() == c.month })
	}
	// Several could be meant: rows that only tell a title must not make one up. A row without any name
	// belongs to no course at all.
	c.lost = c.into == nil && (c.folded == "" || n > 1 && c.start.IsZero())
}

// mostCandidates bounds the search for a twin: among more, a row cannot tell which it means.
const mostCandidates = 2000

// join makes c one with the only course of a list that fits, and says how many do: none, one or more.
func join(c *course, list []*course, fits func(*course) bool) int {
	if len(list) > mostCandidates {
		return 2
	}
	var twin *course
	for _, o := range list {
		if o == c || o.into != nil || !fits(o) {
			continue
		}
		if twin != nil {
			return 2
		}
		twin = o
	}
	if twin == nil {
		return 0
	}
	c.into = twin
	twin.listed = twin.listed || c.listed
	if twin.likely == "" {
		twin.likely = c.likely
	}
	twin.take(&c.courseInfo)
	return 1
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

// placeKnown gives courses without a day the key and the month by which another source knows them.
func (n *Normaliser) placeKnown() {
	for _, c := range n.courses.list {
		k, ok := n.ctx.Known[c.key]
		if !ok || c.into != nil || c.lost || !c.start.IsZero() {
			continue
		}
		c.key = k.Key
		if c.month == "" {
			c.month = k.Month
		}
	}
}

// TitleKey is the key of a partner's course that has nothing but a title.
func TitleKey(partner, title string) string { return partner + "/" + slug(title) }

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
