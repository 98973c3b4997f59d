package figure

// draw sets the rows. The square shows as many partners as stay legible; beyond ten the slide takes
// the smallest together.
func (p *partners) draw() {
	rows := p.rows
	switch {
	case p.lay.square && len(rows) > 6:
		p.left, rows = len(rows)-5, rows[:5]
	case !p.lay.square && len(rows) > 10:
		rows = p.together(rows)
	}
	left, right := p.pick(420, 270), p.pick(1660, 928)
	for _, r := range rows {
		label, st := p.totalOf(r)
		right = min(right, p.lay.right-32-p.c.measure(label, st))
	}
	a := newAxis(p.months, left, right)
	head := p.pick(236, p.top+36)
	if len(p.months) > 1 {
		p.drawNames(a, head, p.pick(26, 24), false, a.long())
	} else {
		p.c.text(a.mid(0), head, p.cat.MonthYear(p.months[0]), p.ink(26).centre())
	}
	p.c.text(p.lay.right, head, p.own("head.total"), p.ink(p.pick(26, 24)).strong().right())

	first := head + 26
	if a.long() {
		first += 26
	}
	step := (p.lay.bottom - p.pick(32, 16) - first) / float64(len(rows))
	if len(rows) > 1 {
		step = min(step, p.pick(106, 120))
	}
	most := 1.0
	for _, r := range rows {
		for _, c := range r.values {
			most = max(most, c.num)
		}
	}
	for i, r := range rows {
		p.drawRow(r, a, first+step*float64(i), step, most)
	}
}

// together keeps nine partners and adds the others up, where nothing of theirs is hidden.
func (p *partners) together(rows []partnerRow) []partnerRow {
	rest := partnerRow{values: make([]cell, len(p.months))}
	p.left = len(rows) - 9
	rest.name = p.ownCount("others", p.left)
	for m := range rest.values {
		sum := cell{known: true}
		for _, r := range rows[9:] {
			c := r.values[m]
			sum.num += c.num
			if c.hidden() {
				sum, rest.hidden = c, true
				break
			}
		}
		rest.values[m] = sum
		rest.total += sum.num
	}
	return append(rows[:9:9], rest)
}

func (p *partners) drawRow(r partnerRow, a axis, y, step, most float64) {
	base := y + step - 12
	room := max(12, step-50)
	p.drawColumnSet(columnSet{axis: a, base: base, room: room, most: most}, r.values)
	st := p.ink(p.pick(28, 26))
	width := a.x - 24 - p.lay.left
	lines := p.c.wrap(r.name, st, width, width, 2)
	mid := base - room/2
	p.c.block(p.lay.left, mid+10-17*float64(len(lines)-1), 34, lines, st)
	label, total := p.totalOf(r)
	p.c.text(p.lay.right, mid+total.size*capHeight/2, label, total)
}

// totalOf writes a partner's total, unless a month of it is hidden.
func (p *partners) totalOf(r partnerRow) (string, style) {
	if r.hidden {
		return p.msg("figure.unknown"), p.muted(28).right()
	}
	return p.short(r.total), p.ink(p.pick(40, 34)).strong().right()
}
