package figure

import "math"

// drawCumulative shows how many people were reached since the beginning and how many were new in each
// month, on one axis of months and two scales in two panels.
func drawCumulative(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	r := reach{frame: f}
	r.read(t)
	if f.measure("participants", "value").hidden() || r.total.hidden() || r.total.exact() && r.total.num > 0 && r.total.num < float64(f.ctx.MinCell) {
		return f.tooFew()
	}
	subtitle := f.own("subtitle")
	if len(r.months) == 0 || !r.total.positive() {
		f.empty(subtitle)
		return nil
	}
	f.head(r.title(), subtitle)
	f.note = f.own("note")
	if r.anyHidden() {
		f.note += " " + f.own("note.protected", "small", f.small(f.ctx.MinCell))
	}
	r.place()
	if len(r.months) == 1 {
		r.drawOneMonth()
	} else {
		r.drawUpper()
	}
	r.drawLower()
	r.native()
	f.setAlt(r.alt()...)
	return nil
}

// reach is the running total and the new people of each month.
type reach struct {
	*frame
	months    []string
	sum, new  []cell
	total     cell
	goal      float64 // 0 where there is none
	goalMonth string  // the first month at or over it

	axis                                axis
	upperTop, upperBase, lowerTop, base float64
}

func (r *reach) read(t table) {
	told := map[string]bool{}
	for _, m := range r.ctx.months() {
		told[m] = true
	}
	for i := range t.rows() {
		m := t.str(i, "month")
		if m == "" || len(told) > 0 && !told[m] {
			continue
		}
		r.months = append(r.months, m)
		r.sum = append(r.sum, t.at(i, "cumulative"))
		r.new = append(r.new, t.at(i, "new"))
	}
	if n := len(r.sum); n > 0 {
		r.total = r.sum[n-1]
	}
	// A running total that disclosure rounded still has its exact end in the headline.
	if all := r.measure("participants", "value"); !r.total.exact() && !all.missing() {
		r.total = all
	}
	if goal, ok := r.target("participants"); ok {
		r.goal = goal
	}
	if r.goal > 0 && r.total.known && r.total.num >= r.goal {
		for i, c := range r.sum {
			if c.known && c.num >= r.goal {
				// A month before it that is not exact may have been the one.
				if i == 0 || r.sum[i-1].exact() && c.exact() || i == len(r.sum)-1 && r.sum[i-1].exact() {
					r.goalMonth = r.months[i]
				}
				break
			}
		}
	}
}

// title tells the total and how it stands to the target.
func (r *reach) title() string {
	n := r.total.int()
	if !r.total.known {
		return r.own("name")
	}
	head := r.ownCount("title", n)
	switch {
	case r.goal == 0:
		return r.ownCount("title.plain", n, "months", r.monthsInWords(len(r.months)))
	case r.total.num > r.goal && r.goalMonth != "":
		return head + r.own("title.over", "when", r.inMonth(r.goalMonth, r.months))
	case r.total.num > r.goal:
		return head + r.own("title.over.unknown")
	case r.total.num == r.goal && r.goalMonth != "":
		return head + r.own("title.reached", "when", r.inMonth(r.goalMonth, r.months))
	case r.total.num == r.goal:
		return head + r.own("title.reached.unknown")
	}
	return head + r.own("title.under", "percent", r.percent(r.total.num/r.goal, r.goal))
}

func (r *reach) anyHidden() bool {
	for i := range r.months {
		if r.new[i].hidden() || r.sum[i].hidden() {
			return true
		}
	}
	return false
}

// place fixes panels and axis. The slide keeps room at the right for the last value, however long.
func (r *reach) place() {
	r.upperTop, r.upperBase = r.top+r.pick(80, 76), r.pick(596, 588)
	r.lowerTop, r.base = r.pick(682, 668), r.pick(846, 818)
	right := r.pick(1750, 964)
	if !r.lay.square {
		n := float64(len(r.months))
		w := r.c.measure(r.cell(r.total, r.ctx.MinCell), r.lastStyle())
		last := r.lay.right - w - 24 // where the last point may stand
		right = min(right, r.lay.left+(last-r.lay.left)*n/(n-0.5))
	}
	if len(r.months) == 1 {
		right = r.lay.left + r.pick(400, 300)
	}
	r.axis = newAxis(r.months, r.lay.left, right)
}

func (r *reach) lastStyle() style {
	return style{size: r.pick(60, 52), bold: true, color: r.pal.accent}
}

// drawLower draws the columns of new people.
func (r *reach) drawLower() {
	r.c.text(r.lay.left, r.lowerTop-r.pick(40, 40), r.own("panel.new"), r.ink(28).strong())
	most := 1.0
	for _, c := range r.new {
		most = max(most, c.num)
	}
	r.drawColumnSet(columnSet{axis: r.axis, base: r.base, room: r.base - r.lowerTop, most: most, accentPeak: len(r.new) > 1}, r.new)
	r.drawTicks(r.axis, r.base)
	r.drawNames(r.axis, r.base+32, r.pick(26, 24), false, true)
}

// drawOneMonth takes the line's place where there is one month: the total, and the target if there is one.
func (r *reach) drawOneMonth() {
	y := (r.upperTop + r.upperBase) / 2
	st := style{size: r.pick(112, 80), bold: true, color: r.pal.accent}
	r.c.text(r.lay.left, r.upperTop-r.pick(34, 34), r.own("panel.sum"), r.ink(28).strong())
	b := r.c.text(r.lay.left, y, r.cell(r.total, r.ctx.MinCell), st)
	r.c.text(r.lay.left, y+48, r.ownCount("people", r.total.int()), r.ink(32))
	if r.goal > 0 {
		x := max(b.X1+90, r.lay.left+r.pick(420, 400))
		r.c.text(x, y, r.short(r.goal), st.coloured(r.pal.hiText))
		r.c.text(x, y+48, r.own("goal"), r.ink(32))
	}
}

func (r *reach) alt() []string {
	numbers := ""
	lo, hi := -1, -1
	for i, c := range r.new {
		if !c.exact() {
			continue
		}
		if hi < 0 || c.num > r.new[hi].num {
			hi = i
		}
		if lo < 0 || c.num < r.new[lo].num {
			lo = i
		}
	}
	if hi >= 0 && len(r.months) > 1 {
		numbers = r.own("alt.extremes", "most", r.short(r.new[hi].num), "most_month", r.inMonth(r.months[hi], r.months),
			"least", r.short(r.new[lo].num), "least_month", r.inMonth(r.months[lo], r.months))
	}
	var ends []string
	for i := range r.months {
		if quarterEnd(r.months[i]) && i < len(r.months)-1 && r.sum[i].known && len(r.months) <= 18 {
			ends = append(ends, r.own("alt.end", "month", r.cat.MonthName(r.months[i]), "n", r.cell(r.sum[i], r.ctx.MinCell)))
		}
	}
	ending := ""
	if len(ends) > 0 {
		ending = r.capital(r.cat.List(ends))
	}
	goal := ""
	if r.goal > 0 {
		goal = r.own("alt.goal", "n", r.short(math.Round(r.goal)))
	}
	hidden := 0
	for _, c := range r.new {
		if c.hidden() {
			hidden++
		}
	}
	protected := r.hiddenWords(hidden)
	return []string{r.own("alt.kind"), r.frame.title, goal, ending, numbers, protected}
}
