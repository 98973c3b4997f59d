package figure

// drawCell draws a rectangle that holds one value: ramp fill and number; nought and unknown without a
// fill; hidden values on hatched ground.
func (f *frame) drawCell(x, y, w, h float64, c cell, breaks []float64, size float64) {
	mid := y + h/2 + size*capHeight/2
	st := style{size: size, bold: true, color: f.pal.ink}.centre().in()
	label := f.cell(c, f.ctx.MinCell)
	switch {
	case c.hidden():
		f.hatched(x, y, w, h, label, size)
		return
	case c.missing():
		f.dashed(x, y, w, h)
		st = f.muted(size).centre().in()
	case c.zero():
		st = f.muted(size).centre().in()
	default:
		fill := f.pal.rampClass(c.num, breaks)
		f.c.decor(func() { f.c.rect(x, y, w, h, fill) }) // it carries its number
		st.color = textOn(fill)
	}
	if len(label) >= 6 {
		st.size = min(st.size, 26)
	}
	f.c.text(x+w/2, mid, label, f.c.shrink(label, st, w-12, 24))
}

// hatched draws protected ground with its words on a plate of the canvas colour.
func (f *frame) hatched(x, y, w, h float64, label string, size float64) {
	f.c.hatch(box(x, y, w, h), f.pal, 1.8, 14)
	st := style{size: min(size, 26), bold: true, color: f.pal.ink}.centre().in()
	plate := f.c.measure(label, st) + 20
	f.c.decor(func() { f.c.rect(x+(w-plate)/2, y+6, plate, h-12, f.pal.bg) })
	f.c.text(x+w/2, y+h/2+st.size*capHeight/2, label, st)
}

// dashed draws the outline of what is not known.
func (f *frame) dashed(x, y, w, h float64) {
	f.c.outline(box(x+1, y+1, w-2, h-2), pen{color: f.pal.axis, width: 2, dash: []float64{6, 6}})
}

// stub is the base of a bar or column whose length is hidden: it says nothing about it.
const stub = 24

// bar draws a horizontal bar with its number after it, in a space that is room wide; most is the value
// that fills it.
func (f *frame) bar(x, y, room, h float64, c cell, most float64, st style) {
	label := f.cell(c, f.ctx.MinCell)
	length := 0.0
	switch {
	case c.hidden():
		length = stub
		f.c.hatch(box(x, y, stub, h), f.pal, 1.8, 14)
	case c.missing() || c.zero():
		st.bold, st.color = false, f.pal.muted
		length = -12
	default:
		length = max(4, room*c.num/most)
		f.c.rect(x, y, length, h, f.pal.accent)
	}
	f.c.text(x+length+12, y+h/2+st.size*capHeight/2, label, st)
}

// columnSet is a row of columns on one base line: one a month, on one scale.
type columnSet struct {
	axis       axis
	base, room float64 // the base line's y, the height of the largest column
	most       float64 // the value of that height
	accentPeak bool    // the largest column stands out
}

// drawColumnSet draws columns with their numbers. Where months are many or numbers wide, only the
// first, the last and the largest have one.
func (f *frame) drawColumnSet(s columnSet, values []cell) {
	width, peak, crowded := min(s.axis.step*0.68, 160), -1, s.axis.long()
	for i, c := range values {
		if c.known && c.num > 0 && (peak < 0 || c.num > values[peak].num) {
			peak = i
		}
		crowded = crowded || f.c.measure(f.cell(c, f.ctx.MinCell), f.ink(26)) > s.axis.step-6
	}
	order := make([]int, 0, len(values)+1)
	if crowded && peak >= 0 {
		order = append(order, peak) // its number before those it may run into
	}
	for i := range values {
		if len(order) == 0 || order[0] != i || !crowded {
			order = append(order, i)
		}
	}
	for _, i := range order {
		wanted := !crowded || i == peak || i == 0 || i == len(values)-1
		f.drawColumn(s, s.axis.mid(i), width, values[i], s.accentPeak && i == peak, wanted, crowded)
	}
	end := s.axis.x + s.axis.step*float64(len(values))
	f.c.line(pen{color: f.pal.axis, width: 2}, point{s.axis.x, s.base}, point{end, s.base})
}

func (f *frame) drawColumn(s columnSet, mid, width float64, c cell, peak, labelled, crowded bool) {
	st := f.ink(26).centre()
	top, x := s.base, mid-width/2
	switch {
	case c.hidden():
		top = s.base - stub
		f.c.hatch(box(x, top, width, stub), f.pal, 1.8, 14)
	case c.missing():
		top, st.color = s.base-stub*1.5, f.pal.muted
		f.dashed(x, top, width, stub*1.5)
	case c.zero():
		st.color = f.pal.muted
	default:
		top = s.base - max(4, s.room*c.num/s.most)
		fill := f.pal.accent
		if peak {
			fill, st = f.pal.accent2, st.strong()
		}
		f.c.rect(x, top, width, s.base-top, fill)
	}
	label := f.cell(c, f.ctx.MinCell)
	b := f.c.boxOf(mid, top-10, label, st)
	if !labelled || crowded && (f.c.clashes(b) || b.X1 > f.lay.right) {
		return
	}
	f.c.text(max(mid, f.lay.left+(b.X1-b.X0)/2), top-10, label, st)
}
