package disclosure

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"formare/data"
	"formare/internal/indicator"
	"formare/internal/territory"
)

// A fact is one invented person in one invented course.
type fact struct{ person, course int }

// A programme is invented people in invented courses, from which the indicators are counted anew, with no
// code of the program's.
type programme struct {
	land    *territory.Territory
	comune  []string // by person; "" not known
	female  []bool
	age     []int
	role    []int
	area    []int // by course
	partner []int
	month   []int
	facts   []fact
}

var months = []string{"2017-04", "2017-05", "2017-06", "2017-07", "2017-08", "2017-09", "2017-10", "2017-11", "2017-12", "2018-01", "2018-02", "2018-03"}

// invent makes a programme; people choose comuni by residents, so that many comuni have few.
func invent(t testing.TB, seed uint64, people, courses int) *programme {
	t.Helper()
	land, err := territory.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(seed, 1))
	p := &programme{land: land}
	var bag []string
	for _, c := range land.Comuni() {
		for range 1 + c.Residents/700 {
			bag = append(bag, c.ISTAT)
		}
	}
	for range courses {
		p.area = append(p.area, min(r.IntN(5), r.IntN(6)))
		p.partner = append(p.partner, r.IntN(6))
		p.month = append(p.month, r.IntN(12))
	}
	for i := range people {
		p.comune = append(p.comune, bag[r.IntN(len(bag))])
		p.female = append(p.female, r.IntN(4) > 0)
		p.age = append(p.age, min(r.IntN(6), r.IntN(6)))
		p.role = append(p.role, min(r.IntN(14), r.IntN(14)))
		taken := map[int]bool{}
		for range 1 + r.IntN(2)*r.IntN(2) {
			c := r.IntN(courses)
			if r.IntN(12) > 0 {
				c = min(c, r.IntN(courses)) // courses differ in size
			}
			if !taken[c] {
				taken[c] = true
				p.facts = append(p.facts, fact{i, c})
			}
		}
	}
	return p
}

// upTo keeps the facts of courses up to a month.
func (p *programme) upTo(month int) *programme {
	out := *p
	out.facts = nil
	for _, f := range p.facts {
		if p.month[f.course] <= month {
			out.facts = append(out.facts, f)
		}
	}
	return &out
}

func (p *programme) distinct(keep func(fact) bool) int {
	seen := map[int]bool{}
	for _, f := range p.facts {
		if keep(f) {
			seen[f.person] = true
		}
	}
	return len(seen)
}

func (p *programme) countFacts(keep func(fact) bool) int {
	n := 0
	for _, f := range p.facts {
		if keep(f) {
			n++
		}
	}
	return n
}

func txt(s string) indicator.Value {
	return indicator.Value{Valid: s != "", Text: s}
}
func num(n float64) indicator.Value { return indicator.Value{Valid: true, Num: n} }
func whole(n int) indicator.Value   { return num(float64(n)) }

// table makes a table from "name:kind" columns: t text, m month, d date, p people, i number, r rate of people, h hours.
func table(id string, columns ...string) *indicator.Table {
	t := &indicator.Table{ID: id}
	for _, c := range columns {
		name, kind := c[:len(c)-2], c[len(c)-1]
		col := indicator.Column{Name: name}
		switch kind {
		case 'm':
			col.Kind = indicator.Month
		case 'd':
			col.Kind = indicator.Date
		case 'p':
			col.Kind, col.People = indicator.Integer, true
		case 'i':
			col.Kind = indicator.Integer
		case 'r', 'h':
			col.Kind, col.People = indicator.Real, true
		}
		t.Columns = append(t.Columns, col)
	}
	return t
}

func row(t *indicator.Table, v ...indicator.Value) { t.Rows = append(t.Rows, v) }

func (p *programme) zone(person int) string {
	c, _ := p.land.Comune(p.comune[person])
	return c.Zone
}

func all(fact) bool { return true }

// completed is an invented outcome: most do.
func completed(f fact) bool { return (f.person*7+f.course*3)%11 != 0 }

func (p *programme) tables() []*indicator.Table {
	out := []*indicator.Table{p.headline(), p.byMonth(), p.byComune(), p.byZone(), p.byArea(), p.areaByZone(), p.byPartner(), p.calendar(), p.completion()}
	return append(out, p.profiles()...)
}

func (p *programme) headline() *indicator.Table {
	t := table("headline", "measure:t", "value:p", "target:i")
	row(t, txt("participants"), whole(p.distinct(all)), num(700))
	row(t, txt("enrolments"), whole(len(p.facts)+6*5), num(0))
	row(t, txt("certificates"), whole(p.countFacts(completed)), num(0))
	row(t, txt("zones_covered"), num(3), num(12))
	return t
}

func (p *programme) byMonth() *indicator.Table {
	t := table("reach_by_month", "month:m", "new:p", "active:p", "cumulative:p")
	before := 0
	for i, m := range months {
		cum := p.distinct(func(f fact) bool { return p.month[f.course] <= i })
		row(t, txt(m), whole(cum-before), whole(p.distinct(func(f fact) bool { return p.month[f.course] == i })), whole(cum))
		before = cum
	}
	return t
}

func (p *programme) byComune() *indicator.Table {
	t := table("reach_by_comune", "istat_code:t", "name:t", "zone:t", "participants:p", "per_10k_residents:r")
	for _, c := range p.land.Comuni() {
		n := p.distinct(func(f fact) bool { return p.comune[f.person] == c.ISTAT })
		row(t, txt(c.ISTAT), txt(c.Name), txt(c.Zone), whole(n), num(float64(n)/float64(c.Residents)*1e4))
	}
	return t
}

func (p *programme) byZone() *indicator.Table {
	t := table("coverage_by_zone", "zone:t", "participants:p", "per_10k_residents:r")
	for _, z := range p.land.Zones() {
		n := p.distinct(func(f fact) bool { return p.zone(f.person) == z.Name })
		row(t, txt(z.Name), whole(n), num(float64(n)/7))
	}
	return t
}

func (p *programme) byArea() *indicator.Table {
	t := table("reach_by_area", "area:t", "participants:p")
	for a := range 5 {
		row(t, txt(fmt.Sprint("a", a)), whole(p.distinct(func(f fact) bool { return p.area[f.course] == a })))
	}
	return t
}

func (p *programme) areaByZone() *indicator.Table {
	t := table("area_by_zone", "area:t", "zone:t", "participants:p", "hours:h")
	for a := -1; a < 5; a++ {
		zones := append([]territory.Zone{{}}, p.land.Zones()...)
		for _, z := range zones {
			keep := func(f fact) bool {
				return (a < 0 || p.area[f.course] == a) && (z.Name == "" || p.zone(f.person) == z.Name)
			}
			name := ""
			if a >= 0 {
				name = fmt.Sprint("a", a)
			}
			hours := 0.0
			for _, f := range p.facts {
				if keep(f) {
					hours += 4 + float64(f.course%9)/2
				}
			}
			row(t, txt(name), txt(z.Name), whole(p.distinct(keep)), num(hours))
		}
	}
	return t
}

func (p *programme) byPartner() *indicator.Table {
	t := table("partner_by_month", "partner:t", "month:m", "interventions:i", "hours:i", "participants:p")
	for q := range 6 {
		for i, m := range months {
			n := p.distinct(func(f fact) bool { return p.partner[f.course] == q && p.month[f.course] == i })
			row(t, txt(fmt.Sprint("p", q)), txt(m), num(1), num(1), whole(n))
		}
	}
	return t
}

func (p *programme) calendar() *indicator.Table {
	t := table("course_calendar", "course:t", "partner:t", "area:t", "month:m", "hours:i", "participants:p")
	for c := range p.area {
		n := p.countFacts(func(f fact) bool { return f.course == c })
		row(t, txt(fmt.Sprint("c", c)), txt(fmt.Sprint("p", p.partner[c])), txt(fmt.Sprint("a", p.area[c])), txt(months[p.month[c]]), num(8), whole(n))
	}
	return t
}

func (p *programme) completion() *indicator.Table {
	t := table("completion_by_area", "area:t", "enrolled:p", "attended:p", "completed:p", "certified:p", "known:p")
	for a := range 5 {
		here := func(f fact) bool { return p.area[f.course] == a }
		n, done := p.countFacts(here), p.countFacts(func(f fact) bool { return here(f) && completed(f) })
		row(t, txt(fmt.Sprint("a", a)), whole(n+6), whole(n), whole(done), whole(done), whole(n))
	}
	return t
}

func (p *programme) profiles() []*indicator.Table {
	ga := table("profile_gender_age", "gender:t", "band:t", "participants:p")
	for _, female := range []bool{true, false} {
		for a := range 6 {
			n := p.distinct(func(f fact) bool { return p.female[f.person] == female && p.age[f.person] == a })
			row(ga, txt(fmt.Sprint(female)), txt(fmt.Sprint(20+10*a)), whole(n))
		}
	}
	roles := table("profile_role", "role:t", "participants:p", "share:r")
	for r := range 14 {
		n := p.distinct(func(f fact) bool { return p.role[f.person] == r })
		row(roles, txt(fmt.Sprint("r", r)), whole(n), num(float64(n)/722))
	}
	return []*indicator.Table{ga, roles}
}

// cost tells the marks of each table in the order given.
func cost(tables []*indicator.Table, out map[string]*Table) string {
	s := ""
	for _, t := range tables {
		small, protected := out[t.ID].Hidden()
		s += fmt.Sprintf("%-20s small %3d  protected %3d\n", t.ID, small, protected)
	}
	return s
}

func TestProgrammeStaysUseful(t *testing.T) {
	for seed := range uint64(5) {
		tables := invent(t, seed, 722, 81).tables()
		out, _, err := Protect(tables, "2018-03", 5, DefaultRules(), Pattern{})
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("seed %d\n%s", seed, cost(tables, out))
		if small, protected := out["reach_by_comune"].Hidden(); protected > small {
			t.Errorf("seed %d: reach_by_comune hides %d to protect %d", seed, protected, small)
		}
		if i := slices.IndexFunc(out["headline"].Marks, func(m []Mark) bool { return slices.Contains(m, Protected) }); i >= 0 {
			t.Errorf("headline row %d is hidden", i)
		}
	}
}
