package figure

// barShape is where a column of bars stands, in px.
type barShape struct {
	names, x    float64 // right of the names, left of the bars
	first, step float64 // top of the first row, from one to the next
	high, size  float64 // of a bar, of a name
}

func (b *bars) shape(rows int) barShape {
	s := barShape{names: b.pick(576, 356), x: b.pick(600, 376), first: b.top + 24, size: b.pick(30, 26)}
	room := b.lay.bottom - b.pick(32, 16) - s.first
	s.step = min(94, max(40, room/float64(rows)))
	s.high = min(68, s.step*0.72)
	if s.step < 60 {
		s.size = 26
	}
	return s
}

// shown are the rows that there is room for; what is left out comes to a row of words.
func (b *bars) shown() []barRow {
	const most = 14
	if len(b.rows) > most+1 {
		return b.rows[:most]
	}
	return b.rows
}

func (b *bars) draw() {
	rows := b.shown()
	left := b.rows[len(rows):]
	slots := len(rows)
	if len(left) > 0 {
		slots++
	}
	s := b.shape(slots)
	number := b.ink(min(36, max(26, s.high*0.53))).strong()
	share := b.muted(min(28, max(24, s.high*0.5)))
	most, widest := 1.0, 0.0
	for _, r := range rows {
		most = max(most, r.value.num)
		w := b.c.measure(b.cell(r.value, b.ctx.MinCell), number)
		if r.share != "" {
			w += 14 + b.c.measure(r.share, share)
		}
		widest = max(widest, w)
	}
	room := min(b.pick(1040, 500), b.lay.right-s.x-24-widest)
	for i, r := range rows {
		y := s.first + s.step*float64(i)
		b.c.group(r.name+": "+b.cell(r.value, b.ctx.MinCell), func() {
			b.barName(s, y, r.name)
			b.labelled(s.x, y+(s.step-s.high)/2, room*r.value.num/most, s.high, r.value, b.tone(r), number, share, r.share)
		})
	}
	end := s.first + s.step*float64(len(rows))
	b.c.line(pen{color: b.pal.axis, width: 2}, point{s.x, s.first - 4}, point{s.x, end + 4})
	if len(left) > 0 {
		b.c.text(s.x+12, end+s.step/2+10, b.leftWords(left), b.muted(26))
	}
}

// barName writes a category right-aligned before its bar, on two lines where it needs them.
func (b *bars) barName(s barShape, y float64, label string) {
	st := b.ink(s.size).right()
	width := s.names - b.lay.left
	lines := 1
	if s.step >= 64 {
		lines = 2
	}
	gap := s.size * 1.13
	all := b.c.wrap(label, st, width, width, lines)
	b.c.block(s.names, y+s.step/2+st.size*capHeight/2-gap/2*float64(len(all)-1), gap, all, st)
}

// leftWords says how many categories found no room and, if it may, what they come to.
func (b *bars) leftWords(left []barRow) string {
	var all []cell
	for _, r := range left {
		all = append(all, r.value)
	}
	words := b.ownCount("others", len(left))
	if sum := addCells(all); sum.exact() {
		words += ": " + b.short(sum.num)
	}
	return words
}

// tone is the accent for what the title adds up, and for all where it adds up nothing.
func (b *bars) tone(r barRow) Tone {
	if r.lead {
		return ToneAccent
	}
	for _, o := range b.rows {
		if o.lead {
			return ToneContext
		}
	}
	return ToneAccent
}

// native gives the bars as drawn, and all categories as a table.
func (b *bars) native() {
	b.grid = Grid{
		Head:  []string{b.own("head.kind"), b.own("head.value"), b.gridWord("share")},
		Right: []bool{false, true, true},
	}
	for _, r := range b.rows {
		b.grid.Rows = append(b.grid.Rows, []string{r.name, b.cell(r.value, b.ctx.MinCell), r.share})
	}
	series := Series{Name: b.own("head.value"), Color: ToneAccent, Labels: true}
	var names []string
	for _, r := range b.shown() {
		p := b.chartPoint(r.value)
		p.Tone = b.tone(r)
		names, series.Points = append(names, r.name), append(series.Points, p)
	}
	b.charts = []Chart{{Kind: BarChart, Categories: names, Series: []Series{series}, Format: wholeFormat, Gap: 38}}
}
