package sample

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// Targets of the sample, as its formare.yaml tells them.
var targets = []struct {
	measure string
	value   float64
}{
	{"interventions", 80}, {"hours_delivered", 900}, {"participants", 700}, {"services", 120}, {"comuni_covered", 75}, {"zones_covered", 12},
}

var areaOrder = words("istruzione socio-sanitaria amministrativa interculturale giuridica")

// indicators lists the tables of the truth that answer to an indicator each, and the headline.
func (t *truth) indicators() []table {
	return []table{
		{"headline", words("measure value"), t.headline},
		{"indicators/reach_by_month", words("month new active cumulative target"), t.reachByMonth},
		{"indicators/reach_by_comune", words("istat_code name zone participants per_10k_residents"), t.reachByComune},
		{"indicators/coverage_by_zone", words("zone comuni covered share participants per_10k_residents residents"), t.coverageByZone},
		{"indicators/reach_by_area", words("area participants interventions hours person_hours"), t.reachByArea},
		{"indicators/area_by_zone", words("area zone participants hours"), t.areaByZone},
		{"indicators/partner_by_month", words("partner month interventions hours participants"), t.partnerByMonth},
		{"indicators/course_calendar", words("course partner area start_date end_date hours participants"), t.courseCalendar},
		{"indicators/completion_by_area", words("area enrolled attended completed certified known"), t.completionByArea},
		{"indicators/profile_gender_age", words("gender band participants"), t.profileGenderAge},
		{"indicators/profile_role", words("role participants"), t.profileRole},
		{"indicators/services_by_kind", words("service_kind services participants"), t.servicesByKind},
		{"indicators/learning_gain", words("area before after n"), t.learningGain},
		{"indicators/satisfaction", words("area band share n"), t.satisfaction},
		{"indicators/targets", words("measure value target share"), t.targets},
	}
}

// crowdOf counts distinct people by any key.
type crowdOf[K comparable] map[K]map[*person]bool

func (c crowdOf[K]) add(k K, p *person) {
	if c[k] == nil {
		c[k] = map[*person]bool{}
	}
	c[k][p] = true
}

// reachedFacts lists the facts of those who came.
func (t *truth) reachedFacts() []*fact {
	return slices.DeleteFunc(slices.Clone(t.facts), func(f *fact) bool { return !f.reached })
}

func (t *truth) reachedMembers() []*member {
	return slices.DeleteFunc(slices.Clone(t.members), func(m *member) bool { return !m.reached })
}

// measures computes the headline numbers.
func (t *truth) measures() map[string]float64 {
	m := map[string]float64{"interventions": float64(len(t.courses)), "enrolments": float64(len(t.facts))}
	sum := t.summary()
	m["hours_delivered"], m["participants"] = sum.Hours, float64(sum.Participants)
	m["services"], m["comuni_covered"] = float64(sum.Services), float64(sum.Comuni)
	m["coverage"] = float64(sum.Comuni) / float64(len(t.land.comuni))
	zones := map[string]bool{}
	came := map[*person]bool{}
	for _, p := range t.reachedMembers() {
		zones[t.zone(p.comune)] = true
		came[p.person] = true
	}
	delete(zones, "")
	m["zones_covered"] = float64(len(zones))
	m["months_active"] = float64(t.monthsActive())
	known, done := 0, 0
	for _, f := range t.facts {
		m["person_hours"] += valueOr(f.hours, 0)
		if valueOr(f.certificate, false) {
			m["certificates"]++
		}
		if !came[f.person] || f.completed == nil {
			continue
		}
		known++
		if *f.completed {
			done++
		}
	}
	m["person_hours"] = math.Round(m["person_hours"]*1e6) / 1e6
	m["completion_rate"] = float64(done) / float64(known)
	return m
}

// monthsActive counts the months of the period in which a day of a course falls.
func (t *truth) monthsActive() int {
	active := map[string]bool{}
	for _, c := range t.courses {
		end := c.endTold()
		if end.IsZero() {
			end = c.start
		}
		for _, m := range months {
			if c.month() <= m && m <= end.Format("2006-01") {
				active[m] = true
			}
		}
	}
	return len(active)
}

var measureOrder = words("interventions hours_delivered participants services comuni_covered coverage zones_covered " +
	"months_active enrolments person_hours completion_rate certificates")

func (t *truth) headline(s sink) {
	m := t.measures()
	for _, k := range measureOrder {
		s.row(k, decimal(m[k]))
	}
}

func (t *truth) targets(s sink) {
	m := t.measures()
	for _, g := range targets {
		s.row(g.measure, decimal(m[g.measure]), decimal(g.value), decimal(m[g.measure]/g.value))
	}
}

func (t *truth) reachByMonth(s sink) {
	fresh := map[string]int{}
	for _, m := range t.reachedMembers() {
		fresh[m.first]++
	}
	active := crowdOf[string]{}
	for _, f := range t.reachedFacts() {
		active.add(f.month, f.person)
	}
	total := 0
	for _, m := range months {
		total += fresh[m]
		s.row(m, itoa(fresh[m]), itoa(len(active[m])), itoa(total), "700")
	}
}

func (t *truth) reachByComune(s sink) {
	n := map[string]int{}
	for _, m := range t.reachedMembers() {
		n[m.comune]++
	}
	for _, c := range t.land.comuni {
		s.row(c.code, c.name, c.zone, itoa(n[c.code]), rounded(float64(n[c.code])/float64(c.residents)*10000))
	}
}

func (t *truth) coverageByZone(s sink) {
	people, covered := map[string]int{}, map[string]map[string]bool{}
	for _, m := range t.reachedMembers() {
		z := t.zone(m.comune)
		people[z]++
		if covered[z] == nil {
			covered[z] = map[string]bool{}
		}
		covered[z][m.comune] = true
	}
	for _, z := range t.land.zones {
		comuni, residents := 0, 0
		for _, c := range t.land.comuni {
			if c.zone == z {
				comuni++
				residents += c.residents
			}
		}
		s.row(z, itoa(comuni), itoa(len(covered[z])), decimal(float64(len(covered[z]))/float64(comuni)), itoa(people[z]),
			rounded(float64(people[z])/float64(residents)*10000), itoa(residents))
	}
}

// sorted gives a map's keys in order.
func sorted[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
