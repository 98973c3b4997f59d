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
	w := min(a.step*0.68, 160)
	peak := -1
	for m, c := range r.values {
		if c.known && (peak < 0 || c.num > r.values[peak].num) {
			peak = m
		}
	}
	for m, c := range r.values {
		labelled := !a.long() || m == 0 || m == len(r.values)-1 || m == peak
		p.column(a.mid(m)-w/2, base, w, room, c, most, false, labelled)
	}
	end := a.x + a.step*float64(len(p.months))
	p.c.line(pen{color: p.pal.axis, width: 2}, point{a.x, base}, point{end, base})

	st := p.ink(p.pick(28, 26))
	width := a.x - 24 - p.lay.left
	lines := p.c.wrap(r.name, st, width, width, 2)
	mid := base - room/2
	p.c.block(p.lay.left, mid+10-17*float64(len(lines)-1), 34, lines, st)
	total := p.ink(p.pick(40, 34)).strong().right()
	label := p.short(r.total)
	if r.hidden {
		label, total = p.msg("figure.unknown"), p.muted(28).right()
	}
	p.c.text(p.lay.right, mid+total.size*capHeight/2, label, total)
}
