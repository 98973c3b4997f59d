package figure

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"formare/internal/indicator"
)

// A barRow is one category with its number.
type barRow struct {
	id, name string
	value    cell
	last     int    // «other» and «not told» come after the rest, whatever their size
	share    string // of the total, where it may be told
	lead     bool   // the title speaks of it
}

// drawBars shows how a total parts into categories, a bar a category, the largest first. The categories
// are the indicator's first column of text, the numbers the column that the figure is drawn by.
func drawBars(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	b := bars{frame: f}
	b.read(t)
	b.total = b.sum()
	switch {
	case b.measure("participants", "value").hidden():
		return f.tooFew()
	case !slices.ContainsFunc(b.rows, func(r barRow) bool { return r.value.positive() }):
		return leftOut(f.own("left_out"))
	case b.allHidden():
		return leftOut(f.msg("figure.left_out.hidden"))
	}
	b.shares()
	f.head(b.title(), f.own("subtitle"))
	if f.title == f.own("name") { // it speaks of no category
		for i := range b.rows {
			b.rows[i].lead = false
		}
	}
	f.note = b.noteText()
	b.draw()
	b.native()
	f.setAlt(b.alt()...)
	return nil
}

type bars struct {
	*frame
	rows  []barRow
	total cell
}

func (b *bars) read(t table) {
	category, value := "", b.spec.By
	for _, c := range t.t.Columns {
		switch c.Kind {
		case indicator.Integer, indicator.Real:
			if value == "" {
				value = c.Name
			}
		default:
			if category == "" {
				category = c.Name
			}
		}
	}
	for i := range t.rows() {
		r := barRow{id: t.str(i, category), value: t.at(i, value)}
		switch r.id {
		case "":
			r.name, r.last = b.own("unknown"), 2
		case "altro", "altri":
			r.name, r.last = b.category(r.id), 1
		default:
			r.name = b.category(r.id)
		}
		if r.last == 2 && !r.value.positive() {
			continue
		}
		b.rows = append(b.rows, r)
	}
	slices.SortStableFunc(b.rows, func(x, y barRow) int {
		return cmp.Or(cmp.Compare(x.last, y.last), byTotal(x.value, y.value), strings.Compare(x.name, y.name))
	})
}

var notWord = regexp.MustCompile(`[^a-z0-9]+`)

// category is what readers call a category: words of the figure's own, an area's or a partner's name,
// else what the table says.
func (b *bars) category(id string) string {
	if key := b.spec.Words + ".category." + notWord.ReplaceAllString(strings.ToLower(id), "-"); b.cat.Has(key) {
		return b.msg(key)
	}
	if s := b.ctx.areaLabel(id); s != id {
		return name(s)
	}
	return b.capital(name(b.ctx.partnerName(id)))
}

// sum is the total of all rows; where one is hidden that which the headline publishes, if any.
func (b *bars) sum() cell {
	var all []cell
	shown := 0.0
	for _, r := range b.rows {
		all = append(all, r.value)
		shown += r.value.num
	}
	if sum := addCells(all); sum.exact() {
		return sum
	}
	if c := b.measure(b.spec.By, "value"); c.exact() && c.num >= shown {
		return c
	}
	return cell{}
}

// allHidden says that no number may be shown.
func (b *bars) allHidden() bool {
	return !slices.ContainsFunc(b.rows, func(r barRow) bool { return !r.value.hidden() })
}

// shares are told where the total is; they add up to 100% where nothing is hidden.
func (b *bars) shares() {
	if !b.total.exact() || b.total.num == 0 {
		return
	}
	var values []float64
	rest := b.total.num
	for _, r := range b.rows {
		values = append(values, r.value.num)
		rest -= r.value.num
	}
	for i, s := range b.parts(append(values, max(0, rest)))[:len(values)] {
		if b.rows[i].value.exact() && !b.rows[i].value.zero() {
			b.rows[i].share = s
		}
	}
}

// title adds up the two largest categories, or names the one that has more than half or all.
func (b *bars) title() string {
	var lead []*barRow
	for i := range b.rows {
		if r := &b.rows[i]; r.last == 0 && r.value.exact() && r.value.num > 0 && len(lead) < 2 {
			lead = append(lead, r)
		}
	}
	if len(lead) == 0 || !b.total.exact() {
		return b.own("name")
	}
	first, total := lead[0], b.total.int()
	if first.value.num*2 > b.total.num || len(lead) == 1 {
		lead = lead[:1]
	}
	n := 0
	for _, r := range lead {
		r.lead = true
		n += r.value.int()
	}
	switch {
	case n == total && len(lead) == 1:
		return b.ownCount("title.only", n, "kind", lower(first.name))
	case len(lead) == 1:
		return b.ownCount("title", n, "kinds", b.capital(first.name), "total", b.int(total))
	}
	return b.ownCount("title", n, "kinds", b.capital(b.join(lower(first.name), lower(lead[1].name))), "total", b.int(total))
}

// join writes «scuole e sanità», «infermieri ed educatori».
func (b *bars) join(x, y string) string {
	if b.cat.Lang == "it" && strings.HasPrefix(y, "e") {
		return x + " ed " + y
	}
	return b.cat.List([]string{x, y})
}

func (b *bars) hiddenRows() int {
	n := 0
	for _, r := range b.rows {
		if r.value.hidden() {
			n++
		}
	}
	return n
}

func (b *bars) noteText() string {
	note := b.own("note")
	if b.hiddenRows() > 0 {
		note += " " + b.msg("figure.bars.note.protected", "small", b.small(b.ctx.MinCell))
	}
	return note
}

func (b *bars) alt() []string {
	var each []string
	for _, r := range b.rows {
		if r.value.exact() && len(each) < 5 {
			each = append(each, r.name+" "+b.short(r.value.num))
		}
	}
	hidden := ""
	if n := b.hiddenRows(); n > 0 {
		hidden = b.count("figure.bars.alt.hidden", n)
	}
	total := ""
	if b.total.exact() {
		total = b.msg("figure.bars.alt.total", "n", b.short(b.total.num))
	}
	return []string{b.own("alt.kind"), b.frame.title, strings.Join(each, ", "), total, hidden}
}
