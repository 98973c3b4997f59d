package figure

import (
	"cmp"
	"image/color"
	"slices"
)

// addCells sums cells. A sum with a part that is hidden or not known is itself so: it would tell that part.
func addCells(cells []cell) cell {
	sum := cell{known: true}
	for _, c := range cells {
		if !c.exact() {
			return cell{mark: c.mark}
		}
		sum.num += c.num
	}
	return sum
}

// parts writes the shares of a whole so that they add up to 100%, by largest remainder; what is above
// nought is never written as 0%.
func (w words) parts(values []float64) []string {
	total := 0.0
	for _, v := range values {
		total += v
	}
	unit, decimals := 100.0, 0
	if total >= 1000 {
		unit, decimals = 1000, 1
	}
	points, order := make([]int, len(values)), make([]int, len(values))
	rest := make([]float64, len(values))
	left := int(unit)
	for i, v := range values {
		order[i] = i
		if total > 0 {
			exact := v * unit / total
			points[i] = int(exact + 1e-9)
			rest[i] = exact - float64(points[i])
		}
		left -= points[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rest[b], rest[a]) })
	for _, i := range order {
		if left <= 0 || total == 0 {
			break
		}
		if values[i] > 0 {
			points[i]++
			left--
		}
	}
	out := make([]string, len(values))
	for i, p := range points {
		switch {
		case p == 0 && values[i] > 0:
			out[i] = "<" + w.cat.Number(100/unit, decimals) + "%"
		case float64(p) == unit || p == 0:
			out[i] = w.cat.Number(float64(p)*100/unit, 0) + "%"
		default:
			out[i] = w.cat.Number(float64(p)*100/unit, decimals) + "%"
		}
	}
	return out
}

// labelled draws a horizontal bar in a fill of its own, its number after it and, where there is one, a
// second quieter text after that.
func (f *frame) labelled(x, y, length, h float64, c cell, fill Tone, st, quiet style, second string) {
	label := f.cell(c, f.ctx.MinCell)
	switch {
	case c.hidden():
		length = stub
		f.c.hatch(box(x, y, stub, h), f.pal, 1.8, 14)
	case c.missing() || c.zero():
		st.bold, st.color = false, f.pal.muted
		length = -12
	default:
		length = max(4, length)
		f.c.rect(x, y, length, h, f.fill(fill))
	}
	base := y + h/2 + st.size*capHeight/2
	b := f.c.text(x+length+12, base, label, st)
	if second != "" {
		f.c.text(b.X1+14, base, second, quiet)
	}
}

// fill is the colour of a tone in the drawing's theme.
func (f *frame) fill(t Tone) color.RGBA {
	switch t {
	case ToneContext:
		return f.pal.ctx
	case ToneHigh:
		return f.pal.ramp[4]
	case ToneMiddle:
		return f.pal.ramp[2]
	case ToneLow:
		return f.pal.hiText
	}
	return f.pal.accent
}
