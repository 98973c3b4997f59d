package figure

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"formare/internal/disclosure"
)

// addCells sums cells. A sum with a part that is hidden is itself so, for it would tell that part; one
// with a part that is not known is not known.
func addCells(cells []cell) cell {
	if len(cells) == 1 {
		return cells[0]
	}
	sum, missing := cell{known: true}, false
	for _, c := range cells {
		switch {
		case c.hidden():
			return cell{mark: disclosure.Protected}
		case !c.exact():
			missing = true
		}
		sum.num += c.num
	}
	if missing {
		return cell{}
	}
	return sum
}

// parts writes the shares of a whole so that they add up to 100%; what is above nought is never
// written as 0%.
func (w words) parts(values []float64) []string {
	points, unit := largestRemainder(values)
	out := make([]string, len(values))
	for i, p := range points {
		out[i] = w.points(p, unit, values[i] > 0)
	}
	return out
}

// points writes a share given in hundredths or thousandths.
func (w words) points(p, unit int, some bool) string {
	decimals := 0
	if unit == 1000 && p > 0 && p < unit {
		decimals = 1
	}
	if p == 0 && some {
		return "<" + w.cat.Number(100/float64(unit), unit/1000) + "%"
	}
	return w.cat.Number(float64(p)*100/float64(unit), decimals) + "%"
}

// largestRemainder gives the shares of values in hundredths, of a thousand and more in thousandths,
// rounded so that they add up to one.
func largestRemainder(values []float64) (points []int, unit int) {
	total := 0.0
	for _, v := range values {
		total += v
	}
	unit = 100
	if total >= 1000 {
		unit = 1000
	}
	points = make([]int, len(values))
	if total == 0 {
		return points, unit
	}
	order, rest, left := make([]int, len(values)), make([]float64, len(values)), unit
	for i, v := range values {
		exact := v * float64(unit) / total
		order[i], points[i] = i, int(exact+1e-9)
		rest[i] = exact - float64(points[i])
		left -= points[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rest[b], rest[a]) })
	for _, i := range order {
		if left > 0 && values[i] > 0 {
			points[i]++
			left--
		}
	}
	return points, unit
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
		length = 0
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

// titleShare is a share with its article for a title, which has no «,0».
func (w words) titleShare(share, base float64) string {
	if whole := math.Round(share * 100); whole > 0 && whole < 100 && math.Abs(share*100-whole) < 0.05 {
		base = min(base, 99)
	}
	return w.thePercent(share, base)
}
