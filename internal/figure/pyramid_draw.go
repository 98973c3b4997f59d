package figure

import "image/color"

func (p *pyramid) draw() {
	number := p.ink(p.pick(32, 28)).strong()
	head := style{size: p.pick(34, 30), bold: true}
	womenTone, menTone := p.tones()
	heads := [2]string{p.own("women"), p.own("men")}
	for i, c := range []cell{p.women, p.men} {
		if c.exact() {
			heads[i] += " " + p.short(c.num)
		}
	}
	var most, label, least [2]float64
	for _, b := range p.bands {
		for i, c := range []cell{b.women, b.men} {
			most[i] = max(most[i], c.num)
			label[i] = max(label[i], 18+p.c.measure(p.cell(c, p.ctx.MinCell), number))
		}
	}
	middle := p.pick(220, 170)
	for i := range least { // a head is never wider than its side
		least[i] = max(stub, p.c.measure(heads[i], head)-label[i])
	}
	room := p.lay.right - p.lay.left - middle - label[0] - label[1]
	scale := pyramidScale(room, most, least)
	length := max(least[0], scale*most[0])
	left := p.lay.left + label[0] + length
	right := left + middle

	y := p.pick(262, p.top+40)
	p.c.text(left, y, heads[0], head.right().coloured(p.headColour(womenTone)))
	p.c.text(right, y, heads[1], head.coloured(p.headColour(menTone)))
	p.c.text((left+right)/2, y, p.own("age"), p.muted(26).centre())
	first := y + 28
	step := min(p.pick(116, 128), (p.lay.bottom-p.pick(40, 16)-first)/float64(max(1, len(p.bands))))
	high := min(86, step*0.74)
	for i, b := range p.bands {
		top := first + step*float64(i) + (step-high)/2
		p.c.group(b.name, func() {
			st := p.ink(p.pick(28, 26)).centre()
			p.c.text((left+right)/2, top+high/2+st.size*capHeight/2, b.name, p.c.shrink(b.name, st, middle-12, 24))
			p.leftBar(left, top, scale*b.women.num, high, b.women, womenTone, number)
			p.labelled(right, top, scale*b.men.num, high, b.men, menTone, number, number, "")
		})
	}
	end := first + step*float64(len(p.bands))
	for _, x := range []float64{left, right} {
		p.c.line(pen{color: p.pal.axis, width: 2}, point{x, first}, point{x, end})
	}
}

// pyramidScale is how many px a person has, so that both sides and their heads fit.
func pyramidScale(room float64, most, least [2]float64) float64 {
	if most[0]+most[1] == 0 {
		return 1
	}
	scale := room / (most[0] + most[1])
	for i := range most {
		if other := most[1-i]; scale*most[i] < least[i] && other > 0 {
			return (room - least[i]) / other
		}
	}
	return scale
}

// headColour writes what is in the accent so, the rest quietly.
func (p *pyramid) headColour(t Tone) color.RGBA {
	if t == ToneAccent {
		return p.pal.accent
	}
	return p.pal.muted
}

// leftBar is a bar that grows to the left.
func (p *pyramid) leftBar(x, y, length, h float64, c cell, fill Tone, st style) {
	switch {
	case c.hidden():
		length = stub
		p.c.hatch(box(x-stub, y, stub, h), p.pal, 1.8, 14)
	case c.missing() || c.zero():
		st.bold, st.color = false, p.pal.muted
		length = -6
	default:
		length = max(4, length)
		p.c.rect(x-length, y, length, h, p.fill(fill))
	}
	p.c.text(x-length-14, y+h/2+st.size*capHeight/2, p.cell(c, p.ctx.MinCell), st.right())
}

// native gives the women to the left of nought, as numbers without their sign.
func (p *pyramid) native() {
	p.grid = Grid{Head: []string{p.own("age"), p.own("women"), p.own("men")}, Right: []bool{false, true, true}}
	womenTone, menTone := p.tones()
	women := Series{Name: p.own("women"), Color: womenTone, Labels: true}
	men := Series{Name: p.own("men"), Color: menTone, Labels: true}
	chart := Chart{Kind: StackedBarChart, Format: "#,##0;#,##0", Gap: 35}
	for _, b := range p.bands {
		p.grid.Rows = append(p.grid.Rows, []string{b.name, p.cell(b.women, p.ctx.MinCell), p.cell(b.men, p.ctx.MinCell)})
		chart.Categories = append(chart.Categories, b.name)
		left := p.chartPoint(b.women)
		if left.Known {
			left.Value = 0 - left.Value
		}
		women.Points, men.Points = append(women.Points, left), append(men.Points, p.chartPoint(b.men))
	}
	chart.Series = []Series{women, men}
	p.charts = []Chart{chart}
}
