package figure

import (
	"cmp"
	"slices"
	"strings"
)

// A partnerRow is what one partner did in each month.
type partnerRow struct {
	id, name string
	values   []cell
	total    float64
	hidden   bool // a month is, so the total is not shown
}

// drawColumns shows each partner's work by month: small columns on one scale, a row a partner.
func drawColumns(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	p := partners{frame: f, months: f.ctx.months(), field: "interventions"}
	if f.spec.By != "" {
		p.field = f.spec.By
	}
	if !t.has(p.field) {
		return leftOut(f.msg("figure.left_out.no_table", "indicator", f.spec.Indicators[0]+"."+p.field))
	}
	p.read(t)
	if len(p.months) == 0 || p.working() == 0 {
		f.empty(f.capital(f.period(p.months)))
		return nil
	}
	subtitle := f.own("subtitle", "period", f.period(p.months))
	if len(p.rows) == 1 {
		subtitle = f.own("subtitle.one", "partner", p.rows[0].name, "period", f.period(p.months))
	}
	f.head(p.title(), subtitle)
	p.draw()
	p.native()
	f.note = p.noteText()
	f.setAlt(p.alt()...)
	return nil
}

type partners struct {
	*frame
	months []string
	field  string
	rows   []partnerRow
	left   int // partners taken together in the last row, or left out
}

func (p *partners) read(t table) {
	byID := map[string]int{}
	add := func(id string) *partnerRow {
		at, ok := byID[id]
		if !ok {
			at = len(p.rows)
			byID[id] = at
			row := partnerRow{id: id, name: p.ctx.partnerName(id), values: make([]cell, len(p.months))}
			for m, month := range p.months {
				row.values[m] = cell{known: !p.ctx.isMissing(id, month)}
			}
			p.rows = append(p.rows, row)
		}
		return &p.rows[at]
	}
	for _, partner := range p.ctx.Partners {
		add(partner.ID)
	}
	for i := range t.rows() {
		id, m := t.str(i, "partner"), slices.Index(p.months, t.str(i, "month"))
		if id == "" || m < 0 {
			continue
		}
		row, c := add(id), t.at(i, p.field)
		if c.zero() && p.ctx.isMissing(id, p.months[m]) {
			continue // nothing received is not nought
		}
		row.values[m] = c
	}
	for i := range p.rows {
		for _, c := range p.rows[i].values {
			p.rows[i].hidden = p.rows[i].hidden || c.hidden()
			p.rows[i].total += c.num
		}
	}
	slices.SortStableFunc(p.rows, func(a, b partnerRow) int {
		return cmp.Or(cmp.Compare(b.total, a.total), strings.Compare(a.name, b.name))
	})
}

// working counts the partners that did something.
func (p *partners) working() int {
	n := 0
	for _, r := range p.rows {
		if slices.ContainsFunc(r.values, cell.positive) {
			n++
		}
	}
	return n
}

// least is how many partners work in the month with fewest.
func (p *partners) least() int {
	least := len(p.rows)
	for m := range p.months {
		n := 0
		for _, r := range p.rows {
			if r.values[m].positive() {
				n++
			}
		}
		least = min(least, n)
	}
	return least
}

func (p *partners) title() string {
	n, least := p.working(), p.least()
	switch {
	case n >= 2 && least == n && len(p.months) > 1:
		return p.capital(p.ownCount("title.all", n, "word", p.word(n)))
	case n >= 2 && least >= 2 && len(p.months) > 1:
		return p.capital(p.ownCount("title.least", n, "word", p.word(n), "least", p.word(least)))
	}
	return p.capital(p.ownCount("title", n, "word", p.word(n), "months", p.monthsInWords(len(p.months))))
}

func (p *partners) noteText() string {
	note := p.ownCut("note")
	for _, r := range p.rows {
		if slices.ContainsFunc(r.values, cell.missing) {
			note = p.own("note.missing", "unknown", p.msg("figure.unknown")) + " " + note
			break
		}
	}
	if p.left > 0 && p.lay.square {
		note += " " + p.ownCount("note.others", p.left)
	}
	return note
}

func (p *partners) alt() []string {
	var each []string
	total := 0.0
	for _, r := range p.rows {
		if !r.hidden {
			each = append(each, r.name+" "+p.short(r.total))
			total += r.total
		}
	}
	numbers := p.own("alt.total", "n", p.short(total), "partners", strings.Join(each, ", "))
	if len(each) == 1 {
		numbers = p.own("alt.total.one", "n", p.short(total), "partner", p.rows[0].name)
	}
	return []string{p.ownCount("alt.kind", len(p.rows), "word", p.word(len(p.rows))), p.frame.title, numbers}
}
