package figure

import "strconv"

func itoa(n int) string { return strconv.Itoa(n) }

// columnsOf a coverage table: where they begin or end, in px.
type coverageColumns struct {
	unit, unitStep      float64 // size of a square, from one to the next
	units, parts        float64 // left of the squares, right of «8 su 8»
	bar, barRoom        float64 // left of the bars and the longest one; 0 where there are none
	people, rate        float64 // right of the numbers; 0 where they are left out
	first, step, head   float64
	nameSize, valueSize float64
}

func (v *coverage) columns() coverageColumns {
	if v.lay.square {
		k := coverageColumns{unit: 25, unitStep: 30, units: 368, parts: 868, people: v.lay.right, nameSize: 26, valueSize: 26}
		k.head = v.top + 34
		k.first = v.top + 54
		k.step = min(56, (v.lay.bottom-8-k.first)/float64(min(len(v.rows), 15)))
		return k
	}
	k := coverageColumns{
		unit: 30, unitStep: 38, units: 470, parts: 1062, bar: 1130, barRoom: 330, rate: v.lay.right,
		head: 236, first: 262, step: 53.5, nameSize: 28, valueSize: 28,
	}
	switch n := len(v.rows); {
	case n > 12:
		k.step, k.nameSize, k.valueSize, k.unit = max(40, 660/float64(n)), 26, 26, 26
	case n <= 6:
		k.step = 72
	}
	return k
}

func (v *coverage) draw() {
	k := v.columns()
	head := v.muted(24)
	v.c.text(v.lay.left, k.head, v.own("head.zone"), head)
	v.c.text(k.units, k.head, v.own("head.comuni"), head)
	if k.bar > 0 {
		v.c.text(k.bar, k.head, v.own("head.people"), head)
		v.c.text(k.rate, k.head, v.own("head.rate"), head.right())
	} else {
		v.c.text(k.people, k.head, v.own("head.people"), head.right())
	}
	most, widest := 0.0, 0.0
	for _, r := range v.rows {
		if r.people.known {
			most = max(most, r.people.num)
		}
		widest = max(widest, v.c.measure(v.cell(r.people, v.ctx.MinCell), v.ink(k.valueSize).strong()))
	}
	// The longest bar leaves room for its number before the rates.
	k.barRoom = min(k.barRoom, k.rate-120-k.bar-12-widest)
	rows := v.rows
	if fit := int((v.lay.bottom - k.first) / k.step); len(rows) > fit {
		rows = rows[:fit-1]
	}
	y := k.first
	for _, r := range rows {
		v.c.decor(func() {
			v.c.line(pen{color: v.pal.grid, width: 1.5}, point{v.lay.left, y}, point{v.lay.right, y})
		})
		v.drawRow(r, y+k.step/2, k, most)
		y += k.step
	}
	if left := len(v.rows) - len(rows); left > 0 {
		v.c.text(v.lay.left, y+k.step/2+10, v.ownCount("others", left), v.muted(k.nameSize))
	}
}

func (v *coverage) drawRow(r zoneRow, mid float64, k coverageColumns, most float64) {
	st := v.ink(k.nameSize)
	if r.covered == 0 {
		st.color = v.pal.hiText
	}
	base := mid + st.size*capHeight/2
	v.label(v.lay.left, mid, k.units-16-v.lay.left, k.step, r.name, st)
	v.drawUnits(r, mid, k)
	parts := v.own("parts", "n", v.int(r.covered), "total", v.int(r.comuni))
	v.c.text(k.parts, base, parts, v.ink(k.valueSize).strong().right())
	if k.bar > 0 {
		v.bar(k.bar, mid-15, k.barRoom, 30, r.people, most, v.ink(k.valueSize).strong())
		v.c.text(k.rate, base, v.rateOf(r.rate), v.ink(k.valueSize).right())
		return
	}
	value := v.ink(k.valueSize).strong().right()
	if r.people.zero() || r.people.missing() {
		value = v.muted(k.valueSize).right()
	}
	v.c.text(k.people, base, v.cell(r.people, v.ctx.MinCell), value)
}

func (v *coverage) rateOf(c cell) string {
	if c.known && !c.hidden() {
		return v.cat.Number(c.num, 1)
	}
	return v.cell(c, v.ctx.MinCell)
}

// drawUnits draws a square a comune, filled if reached; where a zone has too many, a bar on its track.
func (v *coverage) drawUnits(r zoneRow, mid float64, k coverageColumns) {
	if v.wide() {
		width := 13*k.unitStep + k.unit - 110
		if v.lay.square {
			width = 380
		}
		v.c.decor(func() { v.c.rect(k.units, mid-k.unit/2, width, k.unit, v.pal.grid) })
		if r.covered > 0 {
			v.c.rect(k.units, mid-k.unit/2, max(4, width*float64(r.covered)/float64(max(1, r.comuni))), k.unit, v.pal.accent)
		}
		return
	}
	step := k.unitStep
	for i := range r.comuni {
		x := k.units + float64(i)*step
		if r.comuni > 12 { // thirteen and fourteen stand a little closer
			x = k.units + float64(i)*step*0.86
		}
		size := k.unit
		if r.comuni > 12 {
			size = min(size, step*0.86-5)
		}
		if i < r.covered {
			v.c.rect(x, mid-size/2, size, size, v.pal.accent)
			continue
		}
		v.c.outline(box(x+1.25, mid-size/2+1.25, size-2.5, size-2.5), pen{color: v.pal.ctx, width: 2.5})
	}
}
