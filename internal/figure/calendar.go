package figure

import (
	"cmp"
	"image/color"
	"slices"
	"strings"
	"time"
)

// A course on the calendar: its days are counted from the period's first, both ends included.
type course struct {
	code       string
	group      string
	start, end int
	told       string // its title, who held it and when: for pages, under the pointer
}

// A lane group is what stands together on the calendar: the courses of an area or a partner.
type laneGroup struct {
	label   string
	courses []course
	color   color.RGBA
	lanes   int
	lane    []int // of each course
	lines   []string
	name    style
	pitch   float64 // from line to line of the label
	height  float64
}

// drawCalendar shows each course from its first to its last day and the months' counts, which prove
// or disprove that activity never stopped.
func drawCalendar(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	months := f.ctx.months()
	first, err := time.Parse("2006-01", f.ctx.FirstMonth)
	if err != nil || len(months) == 0 {
		return leftOut(f.msg("figure.left_out.no_period"))
	}
	cal := calendar{frame: f, months: months, first: first}
	cal.read(t)
	if len(cal.courses) == 0 {
		f.empty(f.capital(f.period(months)))
		return nil
	}
	cal.count()
	cal.prepare()
	f.head(cal.title(), cal.subtitle())
	f.note = cal.noteText()
	cal.place()
	cal.drawHeads()
	cal.drawGroups()
	cal.drawStrip()
	cal.native()
	f.setAlt(cal.alt()...)
	return nil
}

type calendar struct {
	*frame
	months  []string
	first   time.Time
	days    int
	edges   []int // first day of each month, and the day after the last
	courses []course
	undated int
	active  []int // courses with a day in each month
	started []int

	groups                []laneGroup
	dense                 bool    // too many courses for bars: cells a week take their place
	x, right, top, bottom float64 // of the field of bars
}

// read takes the courses with a day inside the period.
func (c *calendar) read(t table) {
	for i := range c.months {
		c.edges = append(c.edges, c.day(c.first.AddDate(0, i, 0)))
	}
	c.days = c.day(c.first.AddDate(0, len(c.months), 0))
	c.edges = append(c.edges, c.days)
	group := "area"
	if c.spec.By == "partner" {
		group = "partner"
	}
	for i := range t.rows() {
		start, err := time.Parse(time.DateOnly, t.str(i, "start_date"))
		if err != nil {
			c.undated++
			continue
		}
		end, err := time.Parse(time.DateOnly, t.str(i, "end_date"))
		if err != nil || end.Before(start) {
			end = start
		}
		k := course{code: t.str(i, "course"), group: t.str(i, group), start: c.day(start), end: c.day(end)}
		k.told = c.tell(t.str(i, "title"), t.str(i, "partner"), start, end)
		if k.end >= 0 && k.start < c.days {
			c.courses = append(c.courses, k)
		}
	}
	slices.SortStableFunc(c.courses, func(a, b course) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), strings.Compare(a.code, b.code))
	})
}

// tell gives a course in words, "" where it has no title.
func (c *calendar) tell(title, partner string, start, end time.Time) string {
	if title == "" {
		return ""
	}
	days := c.cat.Day(start)
	if end.After(start) {
		days += " – " + c.cat.Day(end)
	}
	return c.msg("figure.tip.course", "title", title, "partner", c.ctx.partnerName(partner), "days", days)
}

func (c *calendar) day(t time.Time) int { return int(t.Sub(c.first).Hours() / 24) }

func (c *calendar) count() {
	c.active, c.started = make([]int, len(c.months)), make([]int, len(c.months))
	for _, k := range c.courses {
		for m := range c.months {
			if k.start < c.edges[m+1] && k.end >= c.edges[m] {
				c.active[m]++
			}
			if k.start >= c.edges[m] && k.start < c.edges[m+1] {
				c.started[m]++
			}
		}
	}
}

func (c *calendar) subtitle() string {
	id := "subtitle.area"
	if c.spec.By == "partner" {
		id = "subtitle.partner"
	}
	if c.dense {
		id += ".dense"
	}
	return c.ownCount(id, len(c.courses)+c.undated)
}

// title says whether activity never stopped, or when it did.
func (c *calendar) title() string {
	var idle []string
	for m, n := range c.active {
		if n == 0 {
			idle = append(idle, c.months[m])
		}
	}
	all, some := len(c.months), len(c.months)-len(idle)
	switch {
	case all == 1:
		return c.own("title.one_month", "month", c.cat.MonthYear(c.months[0]))
	case len(idle) == 0:
		return c.capital(c.own("title.all", "word", c.word(all)))
	case len(idle) <= 2:
		return c.ownCount("title.gap", some, "total", c.int(all), "when", c.inMonths(idle, c.months))
	}
	return c.ownCount("title.gaps", some, "total", c.int(all))
}

// least and most are the months with fewest and most active courses; the first of equals.
func (c *calendar) leastMost() (least, most int) {
	for m, n := range c.active {
		if n < c.active[least] {
			least = m
		}
		if n > c.active[most] {
			most = m
		}
	}
	return least, most
}

func (c *calendar) noteText() string {
	least, _ := c.leastMost()
	note := c.ownCut("note")
	if len(c.months) > 1 {
		note += " " + c.own("note.least", "month", c.capital(c.cat.MonthYear(c.months[least])),
			"active", c.ownCount("active", c.active[least]), "started", c.ownCount("started", c.started[least]))
	}
	if c.undated > 0 {
		note = c.ownCount("note.undated", c.undated) + " " + note
	}
	return note
}

func (c *calendar) alt() []string {
	least, most := c.leastMost()
	what := c.own("alt.kind."+map[bool]string{true: "partner", false: "area"}[c.spec.By == "partner"], "period", c.period(c.months))
	if len(c.months) == 1 {
		return []string{what, c.frame.title, c.ownCount("alt.total", c.active[0])}
	}
	numbers := c.own("alt.range",
		"least", c.ownCount("alt.active", c.active[least]), "least_month", c.monthIn(c.months[least], c.months),
		"most", c.int(c.active[most]), "most_month", c.monthIn(c.months[most], c.months))
	return []string{what, c.frame.title, numbers, c.ownCount("alt.total", len(c.courses)+c.undated)}
}
