package figure

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// satisfactionBands are those of the indicator, the best first: the first two are satisfied.
var satisfactionBands = []string{"high", "medium", "low"}

// An opinion is how an area's courses were liked.
type opinion struct {
	name   string
	n      [3]cell
	shares []string // of a hundred, by largest remainder; nil where they may not be told
}

// told says that all three numbers are shown: a share would tell the hidden ones.
func (o opinion) told() bool {
	return o.n[0].exact() && o.n[1].exact() && o.n[2].exact() && o.total() > 0
}
func (o opinion) hidden() bool       { return slices.ContainsFunc(o.n[:], cell.hidden) }
func (o opinion) total() float64     { return o.n[0].num + o.n[1].num + o.n[2].num }
func (o opinion) satisfied() float64 { return (o.n[0].num + o.n[1].num) / max(1, o.total()) }

// drawBands shows answers in three bands as parts of a hundred, a row an area, the most satisfied first.
func drawBands(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	v := opinions{frame: f}
	v.read(t)
	switch {
	case len(v.rows) == 0:
		return leftOut(f.own("left_out"))
	case !slices.ContainsFunc(v.rows, opinion.told):
		return leftOut(f.msg("figure.left_out.hidden"))
	}
	f.head(v.title(), f.own("subtitle"))
	v.draw()
	f.note = v.noteText()
	v.native()
	f.setAlt(v.alt()...)
	return nil
}

type opinions struct {
	*frame
	rows []opinion
	all  opinion
	left int // rows that found no room
}

func (v *opinions) read(t table) {
	at := map[string]int{}
	for i := range t.rows() {
		id, band := t.str(i, "area"), slices.Index(satisfactionBands, t.str(i, "band"))
		if band < 0 {
			continue
		}
		if _, ok := at[id]; !ok {
			o := opinion{name: v.own("unknown_area")}
			if id != "" {
				o.name = name(v.ctx.areaLabel(id))
			}
			at[id] = len(v.rows)
			v.rows = append(v.rows, o)
		}
		v.rows[at[id]].n[band] = t.at(i, "n")
	}
	v.rows = slices.DeleteFunc(v.rows, func(o opinion) bool { return !slices.ContainsFunc(o.n[:], cell.positive) })
	for b := range v.all.n {
		var column []cell
		for _, o := range v.rows {
			column = append(column, o.n[b])
		}
		v.all.n[b] = addCells(column)
	}
	for i := range v.rows {
		if o := &v.rows[i]; o.told() {
			o.shares = v.parts([]float64{o.n[0].num, o.n[1].num, o.n[2].num})
		}
	}
	slices.SortStableFunc(v.rows, func(a, b opinion) int {
		if c := compareBool(b.told(), a.told()); c != 0 || !a.told() {
			return cmp.Or(c, strings.Compare(a.name, b.name))
		}
		return cmp.Or(cmp.Compare(b.satisfied(), a.satisfied()), strings.Compare(a.name, b.name))
	})
}

// title says how many of those who answered are satisfied, in round words where they are true.
func (v *opinions) title() string {
	if !v.all.told() {
		return v.own("name")
	}
	share := v.all.satisfied()
	switch {
	case share == 0:
		return v.own("title.none")
	case share == 1:
		return v.own("title.all")
	case share >= 0.85 && share < 0.9:
		return v.own("title.nearly_nine")
	case share >= 0.9 && share < 0.925:
		return v.own("title.nine")
	case math.Abs(share-0.75) <= 0.015:
		return v.own("title.three_quarters")
	case share < 0.5:
		return v.own("title.few", "share", v.titleShare(share, v.all.total()))
	}
	return v.own("title", "share", v.titleShare(share, v.all.total()))
}

// sum writes what share the first two bands have, as their printed shares add up; it is not known where a part is hidden.
func (v *opinions) sum(o opinion) string {
	if !o.told() {
		return v.msg("figure.protected")
	}
	points, unit := largestRemainder([]float64{o.n[0].num, o.n[1].num, o.n[2].num})
	return v.points(points[0]+points[1], unit, o.satisfied() > 0)
}

func (v *opinions) noteText() string {
	note := v.own("note")
	if v.all.told() {
		note = v.ownCount("note.answers", int(v.all.total())) + " " + note
	}
	if slices.ContainsFunc(v.rows, opinion.hidden) {
		note += " " + v.own("note.protected", "hidden", v.msg("figure.protected"))
	}
	return note
}

func (v *opinions) alt() []string {
	var told []opinion
	hidden := 0
	for _, o := range v.rows {
		if o.told() {
			told = append(told, o)
		} else {
			hidden++
		}
	}
	best, worst := told[0], told[len(told)-1]
	numbers := v.own("alt.area", "area", best.name, "share", v.sum(best))
	if len(told) > 1 {
		numbers = v.own("alt.range", "most_area", best.name, "most", v.sum(best), "least_area", worst.name, "least", v.sum(worst))
	}
	answers, protected := "", ""
	if v.all.told() {
		answers = v.ownCount("answers", int(v.all.total()))
	}
	if hidden > 0 {
		protected = v.ownCount("alt.hidden", hidden)
	}
	return []string{v.own("alt.kind"), v.frame.title, numbers, answers, protected}
}
