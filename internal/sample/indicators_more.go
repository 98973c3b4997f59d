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

// bands of ages; "" is for those whose year of birth is not known.
var bands = []string{"meno di 30", "30-39", "40-49", "50-59", "60 e oltre", ""}

// band gives the ages that a year of birth falls in, as of the programme's first year.
func band(year int) string {
	if year == 0 {
		return ""
	}
	age := 2017 - year
	return bands[min(max(age/10-2, 0), 4)]
}

func (t *truth) profileGenderAge(s sink) {
	n := map[[2]string]int{}
	for _, m := range t.reachedMembers() {
		n[[2]string{m.gender, band(m.birthYear)}]++
	}
	for _, g := range []string{"F", "M", ""} {
		for _, b := range bands {
			if v := n[[2]string{g, b}]; v > 0 || g != "" && b != "" {
				s.row(g, b, itoa(v))
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
