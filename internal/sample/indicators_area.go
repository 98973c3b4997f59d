package sample

// areasTold lists the areas in their order, and "" last when some fact or course that fits has none.
func areasTold(without bool) []string {
	if without {
		return append(append([]string(nil), areaOrder...), "")
	}
	return areaOrder
}

func (t *truth) reachByArea(s sink) {
	people, hours, lessons, n := crowdOf[string]{}, map[string]float64{}, map[string]float64{}, map[string]int{}
	for _, c := range t.courses {
		n[c.areaTold()]++
		lessons[c.areaTold()] += c.hoursTold()
	}
	for _, f := range t.facts {
		if f.reached {
			people.add(f.course.areaTold(), f.person)
		}
		hours[f.course.areaTold()] += valueOr(f.hours, 0)
	}
	for _, a := range areasTold(n[""] > 0) {
		s.row(a, itoa(len(people[a])), itoa(n[a]), rounded(lessons[a]), rounded(hours[a]))
	}
}

// areaByZone has a row for each area and zone and the totals of distinct people: of a zone without an
// area, of an area without a zone, of all without both.
func (t *truth) areaByZone(s sink) {
	type cut struct{ area, zone string }
	people, hours := crowdOf[cut]{}, map[cut]float64{}
	comune := map[*person]string{}
	for _, m := range t.members {
		comune[m.person] = m.comune
	}
	for _, f := range t.reachedFacts() {
		area, zone := f.course.areaTold(), t.zone(comune[f.person])
		cuts := []cut{{}}
		if area != "" {
			cuts = append(cuts, cut{area: area})
		}
		if zone != "" {
			cuts = append(cuts, cut{zone: zone})
		}
		if area != "" && zone != "" {
			cuts = append(cuts, cut{area, zone})
		}
		for _, k := range cuts {
			people.add(k, f.person)
			hours[k] += valueOr(f.hours, 0)
		}
	}
	for _, a := range areasTold(true) {
		for _, z := range append(append([]string(nil), t.land.zones...), "") {
			k := cut{a, z}
			s.row(a, z, itoa(len(people[k])), rounded(hours[k]))
		}
	}
}

func (t *truth) completionByArea(s sink) {
	type steps struct{ enrolled, attended, completed, certified, known int }
	by := map[string]*steps{}
	for _, a := range areasTold(true) {
		by[a] = &steps{}
	}
	for _, f := range t.facts {
		n := by[f.course.areaTold()]
		n.enrolled++
		if valueOr(f.certificate, false) {
			n.certified++
		}
		if !f.reached {
			continue
		}
		n.attended++
		if f.completed != nil {
			n.known++
		}
		if valueOr(f.completed, false) {
			n.completed++
		}
	}
	for _, a := range areasTold(by[""].enrolled > 0) {
		n := by[a]
		s.row(a, itoa(n.enrolled), itoa(n.attended), itoa(n.completed), itoa(n.certified), itoa(n.known))
	}
}

func (t *truth) learningGain(s sink) {
	type sums struct {
		before, after float64
		n             int
	}
	by := map[string]*sums{}
	for _, f := range t.reachedFacts() {
		if f.before == nil || f.after == nil {
			continue
		}
		a := f.course.areaTold()
		if by[a] == nil {
			by[a] = &sums{}
		}
		by[a].before += *f.before
		by[a].after += *f.after
		by[a].n++
	}
	for _, a := range areasTold(by[""] != nil) {
		if v := by[a]; v != nil {
			s.row(a, rounded(v.before/float64(v.n)), rounded(v.after/float64(v.n)), itoa(v.n))
		} else {
			s.row(a, "", "", "0")
		}
	}
}

func (t *truth) satisfaction(s sink) {
	n, total := map[[2]string]int{}, map[string]int{}
	for _, f := range t.reachedFacts() {
		if f.satisfaction == nil {
			continue
		}
		a, band := f.course.areaTold(), "high"
		switch v := *f.satisfaction; {
		case v < 0.6:
			band = "low"
		case v < 0.8:
			band = "medium"
		}
		n[[2]string{a, band}]++
		total[a]++
	}
	for _, a := range areasTold(total[""] > 0) {
		for _, b := range []string{"low", "medium", "high"} {
			share := ""
			if total[a] > 0 {
				share = decimal(float64(n[[2]string{a, b}]) / float64(total[a]))
			}
			s.row(a, b, share, itoa(n[[2]string{a, b}]))
		}
	}
}
