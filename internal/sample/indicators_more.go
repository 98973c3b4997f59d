package sample

import (
	"cmp"
	"slices"
)

func (t *truth) partnerByMonth(s sink) {
	type cut struct{ partner, month string }
	n, hours, people := map[cut]int{}, map[cut]float64{}, crowdOf[cut]{}
	for _, c := range t.courses {
		k := cut{c.partner, c.month()}
		n[k]++
		hours[k] += c.hoursTold()
	}
	for _, f := range t.reachedFacts() {
		people.add(cut{f.course.partner, f.month}, f.person)
	}
	for _, p := range partners {
		for _, m := range months {
			k := cut{p.id, m}
			s.row(p.id, m, itoa(n[k]), decimal(hours[k]), itoa(len(people[k])))
		}
	}
}

func (t *truth) courseCalendar(s sink) {
	people := crowdOf[*course]{}
	for _, f := range t.reachedFacts() {
		people.add(f.course, f.person)
	}
	list := slices.Clone(t.courses)
	slices.SortFunc(list, func(a, b *course) int { return cmp.Or(a.start.Compare(b.start), cmp.Compare(a.key, b.key)) })
	for _, c := range list {
		s.row(c.key, c.partner, c.areaTold(), dateText(c.start), dateText(c.endTold()), decimal(c.hoursTold()), itoa(len(people[c])))
	}
}

func (t *truth) completionByArea(s sink) {
	type steps struct{ enrolled, attended, completed, certified int }
	by := map[string]*steps{}
	for _, a := range areaOrder {
		by[a] = &steps{}
	}
	for _, f := range t.facts {
		n := by[f.course.areaTold()]
		if n == nil {
			continue
		}
		n.enrolled++
		if f.reached {
			n.attended++
		}
		if valueOr(f.completed, false) {
			n.completed++
		}
		if valueOr(f.certificate, false) {
			n.certified++
		}
	}
	for _, a := range areaOrder {
		n := by[a]
		s.row(a, itoa(n.enrolled), itoa(n.attended), itoa(n.completed), itoa(n.certified))
	}
}

// age gives the band of ages that a year of birth falls in at the programme's end.
func age(year int) string {
	if year == 0 {
		return ""
	}
	switch n := 2018 - year; {
	case n < 30:
		return "<30"
	case n < 40:
		return "30-39"
	case n < 50:
		return "40-49"
	case n < 60:
		return "50-59"
	}
	return "60+"
}

func (t *truth) profileGenderAge(s sink) {
	n := map[[2]string]int{}
	for _, m := range t.reachedMembers() {
		n[[2]string{m.gender, age(m.birthYear)}]++
	}
	for _, g := range []string{"F", "M", ""} {
		for _, a := range []string{"<30", "30-39", "40-49", "50-59", "60+", ""} {
			if v := n[[2]string{g, a}]; v > 0 {
				s.row(g, a, itoa(v))
			}
		}
	}
}

func (t *truth) profileRole(s sink) {
	n := map[string]int{}
	for _, m := range t.reachedMembers() {
		n[m.role]++
	}
	for _, k := range sorted(n) {
		s.row(k, itoa(n[k]))
	}
}

func (t *truth) servicesByKind(s sink) {
	people, services := map[string]int{}, map[string]map[string]bool{}
	for _, m := range t.reachedMembers() {
		people[m.kind]++
		if services[m.kind] == nil {
			services[m.kind] = map[string]bool{}
		}
		services[m.kind][m.service] = true
	}
	for _, k := range sorted(people) {
		s.row(k, itoa(len(services[k])), itoa(people[k]))
	}
}

func (t *truth) learningGain(s sink) {
	for _, a := range areaOrder {
		before, after, n := 0.0, 0.0, 0
		for _, f := range t.reachedFacts() {
			if f.course.areaTold() == a && f.before != nil && f.after != nil {
				before, after, n = before+*f.before, after+*f.after, n+1
			}
		}
		if n > 0 {
			s.row(a, decimal(before/float64(n)), decimal(after/float64(n)), itoa(n))
		}
	}
}

func (t *truth) satisfaction(s sink) {
	bands := []string{"low", "medium", "high"}
	for _, a := range areaOrder {
		n, total := map[string]int{}, 0
		for _, f := range t.reachedFacts() {
			if f.course.areaTold() != a || f.satisfaction == nil {
				continue
			}
			total++
			switch v := *f.satisfaction; {
			case v < 0.6:
				n["low"]++
			case v < 0.8:
				n["medium"]++
			default:
				n["high"]++
			}
		}
		for _, b := range bands {
			if total > 0 {
				s.row(a, b, decimal(float64(n[b])/float64(total)), itoa(n[b]))
			}
		}
	}
}
