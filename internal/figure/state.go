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

// column draws a vertical bar on a base line with its number over it, in a space that is room high.
func (f *frame) column(x, base, w, room float64, c cell, most float64, peak bool, labelled bool) {
	st := f.ink(26).centre()
	top := base
	switch {
	case c.hidden():
		top = base - stub
		f.c.hatch(box(x, top, w, stub), f.pal, 1.8, 14)
	case c.missing():
		f.dashed(x, base-stub*1.5, w, stub*1.5)
		top, st.color = base-stub*1.5, f.pal.muted
	case c.zero():
		st.color = f.pal.muted
	default:
		h := max(4, room*c.num/most)
		top = base - h
		fill := f.pal.accent
		if peak {
			fill, st = f.pal.accent2, st.strong()
		}
		f.c.rect(x, top, w, h, fill)
	}
	if labelled {
		label := f.cell(c, f.ctx.MinCell)
		f.c.text(x+w/2, top-10, label, st)
	}
}
