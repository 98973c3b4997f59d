package figure

var bandTones = []Tone{ToneHigh, ToneMiddle, ToneLow}

// bandShape is where the rows of parts stand, in px.
type bandShape struct {
	x, width    float64 // of a whole
	first, step float64 // top of the first bar, from one to the next
	high        float64
}

func (v *opinions) shape(slots int) bandShape {
	s := bandShape{x: 470, width: 1130, first: 314, step: 112, high: 72}
	if v.lay.square {
		s = bandShape{x: v.lay.left, width: 816, first: v.top + 92, step: 126, high: 56}
	}
	s.step = min(s.step, (v.lay.bottom-v.pick(24, 12)-s.first)/(float64(slots-1)+0.7))
	s.high = min(s.high, s.step*v.pick(0.7, 0.46))
	return s
}

func (v *opinions) shown() []opinion {
	most := 12
	if v.lay.square {
		most = 6
	}
	if len(v.rows) > most {
		v.left = len(v.rows) - most + 1
		return v.rows[:most-1]
	}
	return v.rows
}

func (v *opinions) draw() {
	rows := v.shown()
	slots := len(rows)
	if v.left > 0 {
		slots++
	}
	s := v.shape(slots)
	v.drawBandHeads(rows[0], s)
	for i, o := range rows {
		y := s.first + s.step*float64(i)
		v.c.group(o.name, func() {
			v.drawBandName(o, y, s)
			v.drawParts(o, y, s)
			st := v.ink(v.pick(min(44, s.high), 34)).strong().right().coloured(v.pal.accent)
			if !o.told() {
				st = v.muted(28).right()
			}
			v.c.text(v.lay.right, y+s.high/2+st.size*capHeight/2, v.sum(o), st)
		})
	}
	if v.left > 0 {
		v.c.text(v.lay.left, s.first+s.step*float64(len(rows))+s.high/2+9, v.ownCount("others", v.left), v.muted(26))
	}
}

// drawBandHeads names the parts over the first bar: where each begins, the last at the end.
func (v *opinions) drawBandHeads(o opinion, s bandShape) {
	size := v.pick(26, 24)
	y := s.first - v.pick(26, 56)
	st := v.ink(size).strong()
	first, second, third := v.own("band.high"), v.own("band.medium"), v.own("band.low")
	v.c.text(s.x, y, first, st)
	end := s.x + s.width
	v.c.text(end, y, third, st.right().coloured(v.pal.hiText))
	total := max(1, o.total())
	x := max(s.x+s.width*o.n[0].num/total, s.x+v.c.measure(first, st)+28)
	x = min(x, end-v.c.measure(third, st)-28-v.c.measure(second, st))
	v.c.text(x, y, second, st)
	v.c.text(v.lay.right, y, v.own("head.sum"), st.right().coloured(v.pal.accent))
}

// drawBandName writes the area and how many answered; on the square above the bar.
func (v *opinions) drawBandName(o opinion, y float64, s bandShape) {
	answers := ""
	if o.told() {
		answers = v.ownCount("answers", int(o.total()))
	}
	if v.lay.square {
		st := v.ink(26)
		small := v.muted(24)
		room := s.width - v.c.measure(answers, small) - 24
		b := v.c.text(s.x, y-12, v.c.fit(o.name, st, room), st)
		v.c.text(b.X1+18, y-12, answers, small)
		return
	}
	st := v.ink(28)
	width := s.x - 24 - v.lay.left
	mid := y + s.high/2
	if s.step < 84 {
		v.label(v.lay.left, mid, width, s.step, o.name, st)
		return
	}
	lines := v.c.wrap(o.name, st, width, width, 2)
	top := mid + 10 - 17*float64(len(lines))
	if answers == "" {
		top += 17
	}
	next := v.c.block(v.lay.left, top, 34, lines, st)
	v.c.text(v.lay.left, next-2, answers, v.muted(24))
}

// drawParts draws the bar; what may not be told is one hatched whole, without any part's length.
func (v *opinions) drawParts(o opinion, y float64, s bandShape) {
	if !o.told() {
		v.hatched(s.x, y, s.width, s.high, v.msg("figure.protected"), 26)
		return
	}
	const gap = 4
	parts := 0
	for _, c := range o.n {
		if c.num > 0 {
			parts++
		}
	}
	room := s.width - gap*float64(parts-1)
	x := s.x
	for i, c := range o.n {
		if c.num == 0 {
			continue
		}
		w := max(4, room*c.num/o.total())
		w = min(w, s.x+s.width-x)
		fill := v.fill(bandTones[i])
		v.c.rect(x, y, w, s.high, fill)
		st := style{size: v.pick(min(28, max(24, s.high*0.6)), 26), bold: true, color: textOn(fill)}.centre().in()
		if w >= 56 && v.c.measure(o.shares[i], st) <= w-12 {
			v.c.text(x+w/2, y+s.high/2+st.size*capHeight/2, o.shares[i], st)
		}
		x += w + gap
	}
}

// native gives the shares as bars of a hundred, and with the answers as a table.
func (v *opinions) native() {
	v.grid = Grid{
		Head: []string{v.own("head.area"), v.capital(v.own("band.high")), v.capital(v.own("band.medium")), v.capital(v.own("band.low")),
			v.capital(v.own("head.sum")), v.own("head.answers")},
		Right: []bool{false, true, true, true, true, true},
	}
	hidden := v.msg("figure.protected")
	chart := Chart{Kind: FullBarChart, Format: "0%", Gap: 56}
	for i, b := range satisfactionBands {
		chart.Series = append(chart.Series, Series{Name: v.capital(v.own("band." + b)), Color: bandTones[i], Labels: true})
	}
	for _, o := range v.rows {
		row := []string{o.name, hidden, hidden, hidden, hidden, hidden}
		if o.told() {
			row = []string{o.name, o.shares[0], o.shares[1], o.shares[2], v.sum(o), v.short(o.total())}
		}
		v.grid.Rows = append(v.grid.Rows, row)
	}
	for _, o := range v.shown() {
		chart.Categories = append(chart.Categories, o.name)
		for i := range chart.Series {
			p := ChartPoint{Text: hidden}
			if o.told() {
				p = ChartPoint{Value: o.n[i].num / o.total(), Known: true, Text: o.shares[i]}
			}
			chart.Series[i].Points = append(chart.Series[i].Points, p)
		}
	}
	v.charts = []Chart{chart}
}
