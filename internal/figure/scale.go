package figure

import (
	"image/color"
	"math"
	"slices"
)

// countBreaks are the lower ends of the classes of a map of counts, the lowest class being the small
// counts from 1 on: fixed round numbers, so that maps of different months compare.
func countBreaks(largest float64, minCell int) []float64 {
	m := float64(minCell)
	if largest > 500 {
		return spread([]float64{1, m, 20, 100, 500}, m)
	}
	return spread([]float64{1, m, 10, 20, 50}, m)
}

// spread keeps breaks growing when the threshold of small counts is larger than usual.
func spread(breaks []float64, minCell float64) []float64 {
	out := breaks[:2]
	for _, b := range breaks[2:] {
		if b > minCell {
			out = append(out, b)
		}
	}
	return out
}

// classOf gives the class of a value: how many breaks above the first it has reached.
func classOf(v float64, breaks []float64) int {
	class := 0
	for i, b := range breaks {
		if v >= b {
			class = i
		}
	}
	return class
}

// quintiles are up to four round breaks that part the values above nought into fifths: as round as
// keeps them apart. Where values crowd, the next larger value begins the next class.
func quintiles(values []float64) []float64 {
	var vs []float64
	for _, v := range values {
		if v > 0 {
			vs = append(vs, v)
		}
	}
	if len(vs) == 0 {
		return nil
	}
	slices.Sort(vs)
	var breaks []float64
	for _, fine := range []float64{1, 2.5, 5} {
		breaks = breaks[:0]
		for k := 1; k <= 4; k++ {
			b := roundBreak(quantile(vs, float64(k)/5), fine)
			if b > vs[0] && b <= vs[len(vs)-1] && (len(breaks) == 0 || b > breaks[len(breaks)-1]) {
				breaks = append(breaks, b)
			}
		}
		if len(breaks) == 4 {
			return breaks
		}
	}
	return unfold(breaks, vs)
}

// unfold adds breaks at values of the data until there are four, or no value is left.
func unfold(breaks, sorted []float64) []float64 {
	for i := len(sorted) - 1; i > 0 && len(breaks) < 4; i-- {
		v := sorted[i]
		if v > sorted[0] && !slices.ContainsFunc(breaks, func(b float64) bool { return classEdge(sorted, b) == v }) {
			breaks = append(breaks, v)
		}
	}
	slices.Sort(breaks)
	return breaks
}

// classEdge is the first value that a break lets into its class.
func classEdge(sorted []float64, b float64) float64 {
	for _, v := range sorted {
		if v >= b {
			return v
		}
	}
	return math.Inf(1)
}

// quantile interpolates between the sorted values.
func quantile(sorted []float64, q float64) float64 {
	at := q * float64(len(sorted)-1)
	lo := int(at)
	v := sorted[lo]
	if lo+1 < len(sorted) {
		v += (at - float64(lo)) * (sorted[lo+1] - v)
	}
	return v
}

// roundBreak rounds to whole numbers below 10, to fives below 50, else to two figures at most; or that
// many times finer.
func roundBreak(v, fine float64) float64 {
	switch {
	case v < 10:
		return max(1, math.Round(v))
	case v < 50:
		return math.Round(v*fine/5) * 5 / fine
	}
	step := math.Pow(10, math.Floor(math.Log10(v))) / 2
	return math.Round(v*fine/step) * step / fine
}

// rampClass picks the ramp colour of a value between breaks: the darkest for the top, however few
// classes there are.
func (p palette) rampClass(v float64, breaks []float64) color.RGBA {
	class := 0
	for _, b := range breaks {
		if v >= b {
			class++
		}
	}
	if len(breaks) == 0 {
		return p.ramp[1]
	}
	return p.ramp[class*(len(p.ramp)-1)/len(breaks)]
}

// gridValues are two or three round values below most: 1, 2, 2.5 or 5 times a power of ten apart.
func gridValues(most float64) []float64 {
	if most <= 2 {
		return nil
	}
	power := math.Pow(10, math.Floor(math.Log10(most)))
	for _, m := range []float64{5, 2.5, 2, 1, 0.5, 0.25, 0.2} {
		step := m * power
		n := int(most * 0.94 / step)
		if n < 2 || step != math.Trunc(step) {
			continue
		}
		var all []float64
		for i := range min(n, 3) {
			all = append(all, float64(i+1)*step)
		}
		return all
	}
	return nil
}

// hatch fills a polygon with the ground of a protected value: 45° lines rising to the right, cut at its edge.
func (c *canvas) hatch(pts []point, p palette, width, apart float64) {
	c.hatches([][]point{pts}, p, width, apart)
}

// hatches does so for rings that are one shape with holes.
func (c *canvas) hatches(rings [][]point, p palette, width, apart float64) {
	c.decor(func() {
		if len(rings) == 1 {
			c.polygon(rings[0], p.track)
		} else {
			c.polygons(rings, p.track)
		}
		lo, hi := math.Inf(1), math.Inf(-1)
		for _, pts := range rings {
			for _, q := range pts {
				lo, hi = min(lo, q.X+q.Y), max(hi, q.X+q.Y)
			}
		}
		var all [][]point
		for k := math.Ceil(lo/apart) * apart; k < hi; k += apart {
			all = append(all, cutLine(rings, k)...)
		}
		if len(all) > 0 {
			c.lines(pen{color: p.hatch, width: width}, all)
		}
	})
}

// cutLine gives the parts of the line x + y = k that lie inside a shape (even-odd).
func cutLine(rings [][]point, k float64) [][]point {
	var xs []float64
	for _, pts := range rings {
		for i, a := range pts {
			b := pts[(i+1)%len(pts)]
			sa, sb := a.X+a.Y-k, b.X+b.Y-k
			if (sa < 0) == (sb < 0) {
				continue
			}
			xs = append(xs, a.X+(b.X-a.X)*sa/(sa-sb))
		}
	}
	slices.Sort(xs)
	var out [][]point
	for i := 0; i+1 < len(xs); i += 2 {
		out = append(out, []point{{xs[i], k - xs[i]}, {xs[i+1], k - xs[i+1]}})
	}
	return out
}
