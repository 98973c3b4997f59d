package figure

import "math"

// A headline is one of the small numbers of the first figure.
type headline struct {
	words  string // of its messages
	value  cell
	total  int  // of which it is a part; 0 where there is none
	hours  bool // written with the rule of hours
	detail string
}

// drawNumbers is the figure of headline numbers: people first and largest, six more beside them.
func drawNumbers(f *frame) error {
	if _, err := f.first(); err != nil {
		return err
	}
	months := f.ctx.months()
	subtitle := f.own("subtitle", "programme", f.ctx.ProgrammeName, "region", f.ctx.Region, "period", f.period(months))
	people := f.measure("participants", "value")
	items := f.headlines(len(months))
	switch {
	case people.hidden():
		return f.tooFew()
	case !people.positive() && len(items) == 0:
		f.empty(subtitle)
		return nil
	case people.known:
		f.head(f.ownCount("title", people.int(), "months", f.monthsInWords(len(months))), subtitle)
	default:
		f.head(f.own("name"), subtitle)
	}
	f.note = f.own("note")
	f.drawHero(people)
	f.drawHeadlines(items)
	f.nativeNumbers(people, items)
	f.setAlt(f.own("name"), f.altNumbers(people, items, len(months)))
	return nil
}

// headlines are the numbers there are, in the order of the figure.
func (f *frame) headlines(months int) []headline {
	all := []headline{
		{words: "interventions", value: f.measure("interventions", "value")},
		{words: "hours", value: f.measure("hours_delivered", "value"), hours: true},
		{words: "services", value: f.measure("services", "value")},
		{words: "comuni", value: f.measure("comuni_covered", "value"), total: f.totalComuni()},
		{words: "zones", value: f.measure("zones_covered", "value"), total: len(f.ctx.zones())},
		{words: "months", value: f.measure("months_active", "value"), total: months},
	}
	var items []headline
	for _, h := range all {
		if h.value.missing() {
			continue
		}
		h.detail = f.headlineDetail(h)
		items = append(items, h)
	}
	return items
}

// headlineDetail is the line under a number's name: what is short of the whole, where there is a whole.
func (f *frame) headlineDetail(h headline) string {
	key := h.words + ".detail"
	if h.total > 0 && h.value.exact() && f.cat.Has(f.spec.Words+"."+key+".all") {
		if short := h.total - h.value.int(); short > 0 {
			return f.ownCount(key+".short", short)
		}
		if h.total > 1 {
			return f.own(key + ".all")
		}
	}
	return f.own(key)
}

// totalComuni is how many there are: of the tile map, else worked out from the coverage.
func (f *frame) totalComuni() int {
	if n := len(f.ctx.Tiles); n > 0 {
		return n
	}
	covered, share := f.measure("comuni_covered", "value"), f.measure("coverage", "value")
	if covered.exact() && share.exact() && share.num > 0 {
		return int(math.Round(covered.num / share.num))
	}
	return 0
}

func (f *frame) drawHero(people cell) {
	x, width, y := f.lay.left, 630.0, 560.0
	st := style{size: 330, bold: true, color: f.pal.accent}
	if f.lay.square {
		width, y, st.size = f.lay.right-f.lay.left, f.top+190, 220
	}
	label := f.cell(people, f.ctx.MinCell)
	st = f.c.shrink(label, st, width, 96)
	f.c.text(x-st.size*0.048, y, label, st) // the figures' side bearing, so that their ink stands on the margin
	name := f.ink(f.pick(48, 40)).strong()
	y += f.pick(92, 70)
	f.c.text(x, y, f.ownCount("people", people.int()), name)
	if target, ok := f.target("participants"); ok && people.exact() {
		f.c.text(x, y+f.pick(52, 40), f.againstTarget(people.num, target), f.muted(f.pick(30, 28)))
	}
}

// againstTarget writes «Obiettivo 700: superato (103%)» or what is missing.
func (f *frame) againstTarget(v, target float64) string {
	pairs := []string{"target", f.whole(target), "percent", f.percent(v/target, target)}
	switch {
	case v > target:
		return f.msg("figure.target.over", pairs...)
	case v == target:
		return f.msg("figure.target.reached", pairs...)
	}
	return f.count("figure.target.missing", int(math.Ceil(target-v)), pairs...)
}

// drawHeadlines sets the numbers in two columns (three on the square, where the details go).
func (f *frame) drawHeadlines(items []headline) {
	rule := pen{color: f.pal.grid, width: 2}
	if f.lay.square {
		y := f.top + 326
		f.c.decor(func() { f.c.line(rule, point{f.lay.left, y}, point{f.lay.right, y}) })
		for i, h := range items {
			f.drawHeadline(h, f.lay.left+float64(i%3)*334, y+34+float64(i/3)*174, 300)
		}
		return
	}
	f.c.decor(func() { f.c.line(rule, point{744, 222}, point{744, 892}) })
	for i, h := range items {
		f.drawHeadline(h, 808+float64(i%2)*528, 222+float64(i/2)*232, 450)
	}
}

func (f *frame) drawHeadline(h headline, x, y, width float64) {
	st := f.ink(f.pick(112, 80)).strong()
	label := f.cell(h.value, f.ctx.MinCell)
	if h.hours && h.value.exact() && h.value.num < 1e6 {
		label = f.hours(h.value.num)
	}
	st = f.c.shrink(label, st, width, 40)
	f.c.text(x-st.size*0.03, y+f.pick(92, 60), label, st)
	name := f.ownCount(h.words, h.value.int(), "total", f.int(h.total))
	if h.total > 0 {
		name = f.ownCount(h.words+".of", h.value.int(), "total", f.int(h.total))
	}
	nameStyle := f.ink(f.pick(32, 26)).strong()
	f.c.text(x, y+f.pick(140, 98), f.c.fit(name, nameStyle, width+40), nameStyle)
	if !f.lay.square {
		f.c.text(x, y+174, f.c.fit(h.detail, f.muted(26), width+40), f.muted(26))
	}
	if h.total > 0 && h.value.exact() {
		f.drawStrip(x, y+f.pick(190, 114), width, h.value.int(), h.total)
	}
}

// drawStrip shows a part of a whole: one tick a unit up to twelve, else a bar.
func (f *frame) drawStrip(x, y, width float64, n, total int) {
	n = min(n, total)
	const high = 12
	if total > 12 {
		done := width * float64(n) / float64(total)
		f.c.decor(func() { f.c.rect(x, y, width, high, f.pal.grid) })
		f.c.rect(x, y, done, high, f.pal.accent)
		return
	}
	step := (width + 6) / 12
	for i := range total {
		left := x + float64(i)*step
		if i < n {
			f.c.rect(left, y, step-6, high, f.pal.accent)
			continue
		}
		f.c.decor(func() { f.c.rect(left, y, step-6, high, f.pal.grid) })
	}
}

func (f *frame) altNumbers(people cell, items []headline, months int) string {
	var counts, parts []string
	active := ""
	for _, h := range items {
		label := f.cell(h.value, f.ctx.MinCell)
		if h.words == "months" {
			active = f.own("alt.months", "months", label+" "+f.ownCount("months.of", h.value.int(), "total", f.int(h.total)))
			continue
		}
		if h.total > 0 {
			parts = append(parts, label+" "+f.ownCount(h.words+".of", h.value.int(), "total", f.int(h.total)))
		} else {
			counts = append(counts, label+" "+f.ownCount(h.words, h.value.int()))
		}
	}
	s := f.own("name")
	if people.known {
		s = f.ownCount("title", people.int(), "months", f.monthsInWords(months))
	}
	if len(counts) > 0 {
		s = f.own("alt.counts", "title", s, "counts", f.cat.List(counts))
	}
	if len(parts) > 0 {
		s += ". " + f.own("alt.parts", "parts", f.cat.List(parts))
	}
	if active != "" {
		s += "; " + active
	}
	return s
}
