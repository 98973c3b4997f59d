package normalise

import (
	"math"
	"regexp"
	"slices"
	"time"

	"formare/internal/finding"
	"formare/internal/register"
)

// A program in American habits takes "12/03/2017" for the third of December and makes a real date of it, but leaves
// "25/03/2017" a text. What stands in the cell cannot tell then; the rest of its column and the months that the
// source is about can. So course dates that could be read the other way round wait until all rows have been seen.

// A datedCell is a date whose day and month could change places. There may be one for every row.
type datedCell struct {
	row, day int32 // day: 20170405
	col      int16
	field    uint8 // of datedFields
	text     bool  // "4/5/2017", no real date
	american bool  // a clock of twelve hours beside it leaves no doubt
	carried  bool
}

var datedFields = [...]register.Field{register.StartDate, register.EndDate, register.Period}

func packed(d Date) int32 { return int32(d.Year*10000 + int(d.Month)*100 + d.Day) }

func (c *datedCell) date() Date {
	return Date{int(c.day / 10000), time.Month(c.day / 100 % 100), int(c.day % 100)}
}

// A dateColumn is what is known of the dates of one column, or of a table's labels.
type dateColumn struct {
	sheet            string
	doubtful         []datedCell
	real, sure       int            // real dates; those of them that cannot be swapped
	italian, english int            // texts with a day over 12: first, as here, or second
	low, high        int            // months of the dates that are sure, counted from year 0
	certain          map[int32]bool // those dates, each once: a course's date stands in every row of it
	swaps            map[Date]bool
}

type dateColumnKey struct {
	table *tableState
	col   int // -1 for labels
}

func swap(d Date) Date { return Date{d.Year, time.Month(d.Day), int(d.Month)} }

func swappable(d Date) bool { return d.valid() && d.Day <= 12 && d.Day != int(d.Month) }

func monthsOf(d Date) int { return d.Year*12 + int(d.Month) - 1 }

var dayMonth = regexp.MustCompile(`^\s*(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(?:\d{4}|\d{2})(?:[\s,]|$)`)

// A figureOrder says in which order a text in figures tells day and month, if it shows.
type figureOrder uint8

const (
	noFigures figureOrder = iota
	dayFirst
	monthFirst
	eitherFirst
	american // either, with a clock of twelve hours beside it: "2/9/22, 2:58 PM"
)

var twelveHours = regexp.MustCompile(`(?i)\d\s?[ap]\.?m\b`)

func orderOf(text string) figureOrder {
	m := dayMonth.FindStringSubmatch(text)
	switch {
	case m == nil:
		return noFigures
	case float(m[1]) > 12:
		return dayFirst
	case float(m[2]) > 12:
		return monthFirst
	case twelveHours.MatchString(text):
		return american
	}
	return eitherFirst
}

// noteDate keeps what a cell with a single day tells of its column.
func (n *Normaliser) noteDate(r *courseReader, f register.Field, d Date, text bool, order figureOrder) *dateColumn {
	key := r.column
	k := n.dates[key]
	if k == nil {
		k = &dateColumn{sheet: r.at.sheet}
		if n.dates == nil {
			n.dates = map[dateColumnKey]*dateColumn{}
		}
		n.dates[key] = k
		n.dateKeys = append(n.dateKeys, key)
	}
	switch {
	case !text:
		k.real++
		if d.Day > 12 {
			k.sure++
		}
	case order == dayFirst:
		k.italian++
	case order == monthFirst, order == american:
		k.english++
	}
	if swappable(d) && (!text || order == eitherFirst || order == american) {
		if len(k.doubtful) < mostDoubts {
			k.doubtful = append(k.doubtful, datedCell{row: int32(r.at.row), col: int16(r.at.col), day: packed(d),
				field: uint8(max(0, slices.Index(datedFields[:], f))), text: text, american: order == american, carried: r.carried})
		}
		return k
	}
	at := monthsOf(d)
	if len(k.certain) == 0 || at < k.low {
		k.low = at
	}
	if len(k.certain) == 0 || at > k.high {
		k.high = at
	}
	if k.certain == nil {
		k.certain = map[int32]bool{}
	}
	if len(k.certain) < mostCertain {
		k.certain[packed(d)] = true
	}
	return k
}

// mostCertain bounds the sure dates that are counted; a few are enough.
const mostCertain = 16

// mostDoubts bounds the dates of one column that are kept.
const mostDoubts = 1 << 17

// settleDates decides column by column which dates are swapped, tells of each and puts the courses right.
func (n *Normaliser) settleDates() {
	month := n.ctx.SourceMonth
	if n.ctx.MonthOfDates {
		month = ""
	}
	n.shareOrders()
	for _, key := range n.dateKeys {
		n.dates[key].decide(n.ctx.Period, month)
	}
	for _, c := range n.courses.list {
		c.swapOne(n.ctx.Period)
	}
	for _, key := range n.dateKeys {
		k := n.dates[key]
		for _, cell := range k.doubtful {
			if d := cell.date(); k.swaps[d] && !cell.carried && !cell.american {
				at := place{k.sheet, int(cell.row), int(cell.col)}
				n.findAt(at, datedFields[cell.field], d.String(), problem{rule: finding.DateSwapped, used: swap(d).String()})
			}
		}
	}
	for _, c := range n.courses.list {
		c.start, c.end = c.startFrom.right(c.start), c.endFrom.right(c.end)
		if !c.start.IsZero() && c.end.before(c.start) && !c.end.IsZero() {
			n.findAt(c.endAt, register.EndDate, c.end.String(), problem{rule: finding.DateEndBeforeStart, args: map[string]string{"start": c.start.String()}})
			c.end = Date{}
		}
	}
}

// shareOrders lets columns of texts that tell nothing themselves have the American order of those beside them:
// one hand wrote them all.
func (n *Normaliser) shareOrders() {
	italian, english := map[*tableState]int{}, map[*tableState]int{}
	for _, key := range n.dateKeys {
		italian[key.table] += n.dates[key].italian
		english[key.table] += n.dates[key].english
	}
	for _, key := range n.dateKeys {
		if italian[key.table] == 0 {
			n.dates[key].english = english[key.table]
		}
	}
}

// right gives a date as it was meant; k is nil for one that nothing is known of.
func (k *dateColumn) right(d Date) Date {
	if k != nil && k.swaps[d] {
		return swap(d)
	}
	return d
}

// holds says that a date stands in the column as a real one that could be swapped.
func (k *dateColumn) holds(d Date) bool {
	return k != nil && slices.ContainsFunc(k.doubtful, func(c datedCell) bool { return c.date() == d && !c.text })
}

// longest is how many days a course is taken to last where its last day seems to come before the first.
const longest = 92

// swapOne finds that first and last day agree if just one of them is swapped.
func (c *course) swapOne(period Period) {
	start, end := c.startFrom.right(c.start), c.endFrom.right(c.end)
	if start.IsZero() || end.IsZero() || !end.before(start) {
		return
	}
	agree := func(first, last Date) bool {
		days := last.Time().Sub(first.Time()).Hours() / 24
		return days >= 0 && days <= longest && period.Holds(first.MonthString())
	}
	first := start == c.start && c.startFrom.holds(start) && agree(swap(start), end)
	last := end == c.end && c.endFrom.holds(end) && agree(start, swap(end))
	switch {
	case first && !last:
		c.startFrom.swaps[start] = true
	case last && !first:
		c.endFrom.swaps[end] = true
	}
}

// decide says which of a column's dates are swapped.
func (k *dateColumn) decide(period Period, sourceMonth string) {
	k.swaps = map[Date]bool{}
	all := k.imported(period)
	for _, cell := range k.doubtful {
		d := cell.date()
		if cell.text {
			if k.english > 0 && k.italian == 0 && period.Holds(swap(d).MonthString()) {
				k.swaps[d] = true
			}
			continue
		}
		if all || k.astray(d, period, sourceMonth) {
			k.swaps[d] = true
		}
	}
}

// imported says that the column went through an American import: what could be a month first became real dates, the
// rest stayed texts with the day first; so neatly do they part only then.
func (k *dateColumn) imported(period Period) bool {
	if k.sure > 0 || k.italian == 0 || len(k.doubtful) == 0 || math.Pow(0.4, float64(k.real))*math.Pow(0.6, float64(k.italian)) > 0.01 {
		return false
	}
	for _, cell := range k.doubtful {
		if !cell.text && !period.Holds(swap(cell.date()).MonthString()) {
			return false
		}
	}
	return true
}

// astray says that a date is far from the months that the column or the source is about, and the other way round it
// is among them.
func (k *dateColumn) astray(d Date, period Period, sourceMonth string) bool {
	was, is := monthsOf(d), monthsOf(swap(d))
	inside, otherwise := period.Holds(d.MonthString()), period.Holds(swap(d).MonthString())
	if !otherwise {
		return false
	}
	if len(k.certain) >= 3 && k.high-k.low <= 3 {
		return (was < k.low-1 || was > k.high+1) && is >= k.low && is <= k.high
	}
	told, ok := monthNumber(sourceMonth)
	if !ok || len(k.certain) > 0 && (k.low < told-1 || k.high > told+1) {
		return false
	}
	near := is == told || is == told-1
	return near && (!inside || was > told+1)
}

func monthNumber(month string) (int, bool) {
	t, err := time.Parse("2006-01", month)
	return t.Year()*12 + int(t.Month()) - 1, err == nil
}
