package figure

// An axis of months: one step a month, from x on.
type axis struct {
	months  []string
	x, step float64
}

func newAxis(months []string, x, right float64) axis {
	return axis{months: months, x: x, step: (right - x) / float64(max(1, len(months)))}
}

// mid is the middle of a month's step.
func (a axis) mid(i int) float64 { return a.x + a.step*(float64(i)+0.5) }

// long says that names stand under every third month only.
func (a axis) long() bool { return len(a.months) > 18 }

// named says whether a month's name is written: all of them, in long periods those that begin a
// quarter, in very long ones none but the years.
func (a axis) named(i int) bool {
	switch {
	case len(a.months) > 36:
		return false
	case a.long():
		return (monthNumber(a.months[i])-1)%3 == 0
	}
	return true
}

// yearAt says whether the year is written at a month: under the first and under each January. A first
// month whose year would run into the next January's is left without.
func (a axis) yearAt(i int, width float64) bool {
	if i == 0 {
		for k := 1; k < len(a.months) && float64(k)*a.step < width+12; k++ {
			if monthNumber(a.months[k]) == 1 {
				return false
			}
		}
		return true
	}
	return monthNumber(a.months[i]) == 1
}

func monthNumber(month string) int {
	if len(month) < 7 {
		return 0
	}
	return int(month[5]-'0')*10 + int(month[6]-'0')
}

// drawNames writes the months' names at baseline y and the years under them, centred or from the
// month's left edge.
func (f *frame) drawNames(a axis, y float64, size float64, yearLeft bool, years bool) {
	st := f.ink(size).centre()
	yearStyle := f.muted(24).strong()
	width := f.c.measure("2000", yearStyle)
	for i, m := range a.months {
		if a.named(i) {
			f.c.text(a.mid(i), y, f.cat.MonthShort(m), st)
		}
		if !years || !a.yearAt(i, width) {
			continue
		}
		x, ys := a.mid(i), yearStyle.centre()
		if yearLeft {
			x, ys = a.x+a.step*float64(i)+5, yearStyle
		}
		if !f.c.clashes(f.c.boxOf(x, y+30, m[:4], ys)) {
			f.c.text(x, y+30, m[:4], ys)
		}
	}
}

// drawTicks marks all months where only some are named.
func (f *frame) drawTicks(a axis, y float64) {
	if !a.long() {
		return
	}
	f.c.decor(func() {
		for i := range a.months {
			f.c.line(pen{color: f.pal.axis, width: 2}, point{a.mid(i), y}, point{a.mid(i), y + 6})
		}
	})
}

// quarterEnd says whether a month ends a quarter of the calendar.
func quarterEnd(month string) bool { return monthNumber(month)%3 == 0 }
