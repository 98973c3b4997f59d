package figure

import (
	"math"
	"slices"
	"strings"
)

// An ageBand is the women and men of an age.
type ageBand struct {
	name       string
	women, men cell
}

// drawPyramid shows women and men by age on two sides of one axis and one scale.
func drawPyramid(f *frame) error {
	t, err := f.first()
	if err != nil {
		return err
	}
	p := pyramid{frame: f}
	p.read(t)
	sides := p.sides()
	switch {
	case f.measure("participants", "value").hidden():
		return f.tooFew()
	case !slices.ContainsFunc(sides, cell.positive):
		return leftOut(f.own("left_out"))
	case !slices.ContainsFunc(sides, func(c cell) bool { return c.exact() && c.num > 0 }):
		return leftOut(f.msg("figure.left_out.hidden"))
	}
	f.head(p.title(), f.own("subtitle"))
	p.draw()
	f.note = p.noteText()
	p.native()
	f.setAlt(p.alt()...)
	return nil
}

type pyramid struct {
	*frame
	bands             []ageBand
	women, men, other cell // totals, of all ages and of unknown age
	unknown           cell // without gender or age
	others            bool // somebody has another gender
}

func (p *pyramid) read(t table) {
	at := map[string]int{}
	var women, men, other, unknown []cell
	for i := range t.rows() {
		gender, band, c := t.str(i, "gender"), t.str(i, "band"), t.at(i, "participants")
		if gender == "" || band == "" {
			unknown = append(unknown, c)
		}
		switch gender {
		case "F":
			women = append(women, c)
		case "M":
			men = append(men, c)
		default:
			if gender != "" {
				other = append(other, c)
				p.others = p.others || c.positive()
			}
			continue
		}
		if band == "" {
			continue
		}
		if _, ok := at[band]; !ok {
			at[band] = len(p.bands)
			p.bands = append(p.bands, ageBand{name: p.bandName(band), women: cell{known: true}, men: cell{known: true}})
		}
		if gender == "F" {
			p.bands[at[band]].women = c
		} else {
			p.bands[at[band]].men = c
		}
	}
	p.women, p.men, p.other, p.unknown = addCells(women), addCells(men), addCells(other), addCells(unknown)
}

// bandName writes an age band: words of the figure's own, else «30 – 39».
func (p *pyramid) bandName(band string) string {
	if key := p.spec.Words + ".band." + notWord.ReplaceAllString(strings.ToLower(band), "-"); p.cat.Has(key) {
		return p.msg(key)
	}
	return strings.Replace(band, "-", " – ", 1)
}

func (p *pyramid) sides() []cell {
	var all []cell
	for _, b := range p.bands {
		all = append(all, b.women, b.men)
	}
	return all
}

// told says that all totals by gender may be.
func (p *pyramid) told() bool { return p.women.exact() && p.men.exact() && p.other.exact() }

func (p *pyramid) title() string {
	total := p.women.num + p.men.num + p.other.num
	if !p.told() || total == 0 {
		return p.own("name")
	}
	side, most := "women", p.women.num
	if p.men.num > most {
		side, most = "men", p.men.num
	}
	share := most / total
	switch {
	case share == 1:
		return p.own("title." + side + ".all")
	case math.Abs(share-0.75) <= 0.015:
		return p.own("title." + side + ".quarters")
	case share <= 0.55 && min(p.women.num, p.men.num)/total >= 0.45:
		return p.own("title.even")
	case share <= 0.5:
		return p.own("name")
	}
	return p.capital(p.own("title."+side, "share", p.titleShare(share, total)))
}

// tones give the accent to the side that the title speaks of.
func (p *pyramid) tones() (women, men Tone) {
	women, men = ToneAccent, ToneContext
	if p.told() && p.men.num > p.women.num {
		women, men = men, women
	}
	return women, men
}

func (p *pyramid) noteText() string {
	var parts []string
	if p.told() && p.women.num+p.men.num > 0 {
		shares := p.parts([]float64{p.women.num, p.men.num, p.other.num})
		with := func(c cell, i int) string { return p.cell(c, p.ctx.MinCell) + " (" + shares[i] + ")" }
		if p.others {
			parts = append(parts, p.own("note.parts.other", "women", with(p.women, 0), "men", with(p.men, 1), "other", with(p.other, 2)))
		} else {
			parts = append(parts, p.own("note.parts", "women", with(p.women, 0), "men", with(p.men, 1)))
		}
	} else if p.others {
		parts = append(parts, p.own("note.other", "n", p.cell(p.other, p.ctx.MinCell)))
	}
	switch {
	case p.unknown.zero():
		parts = append(parts, p.own("note.known"))
	default:
		parts = append(parts, p.own("note.unknown", "n", p.cell(p.unknown, p.ctx.MinCell)))
	}
	if slices.ContainsFunc(append(p.sides(), p.other, p.unknown), cell.hidden) {
		parts = append(parts, p.msg("figure.bars.note.protected", "small", p.small(p.ctx.MinCell)))
	}
	return strings.Join(parts, " ")
}

func (p *pyramid) alt() []string {
	totals, top, hidden := "", "", ""
	if p.told() {
		totals = p.own("alt.totals", "women", p.short(p.women.num), "men", p.short(p.men.num))
	}
	var best *ageBand
	n := 0
	for i := range p.bands {
		b := &p.bands[i]
		for _, c := range []cell{b.women, b.men} {
			if c.hidden() {
				n++
			}
		}
		if b.women.exact() && b.men.exact() && (best == nil || b.women.num+b.men.num > best.women.num+best.men.num) {
			best = b
		}
	}
	if n > 0 {
		hidden = p.count("figure.bars.alt.hidden", n)
	}
	if best != nil && n == 0 {
		top = p.own("alt.top", "band", best.name, "women", p.short(best.women.num), "men", p.short(best.men.num))
	}
	return []string{p.own("alt.kind"), p.frame.title, totals, top, hidden}
}
