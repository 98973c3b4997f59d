package siege

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// Reads writes down all that the reports of one programme say, oldest first.
func (r *Riddle) Reads(reports []*Report) {
	// Hidden numbers first: a number that one report hides and another shows is then met as unknown.
	for range 2 {
		r.sums, r.in = nil, make([][]int, len(r.vars))
		var last *Report
		for _, rep := range reports {
			(&reader{Riddle: r, rep: rep}).all(last)
			last = rep
		}
	}
}

// A reader reads one report.
type reader struct {
	*Riddle
	rep *Report
}

// at reads a number of this report.
func (r *reader) at(table, column string, row Row, keys ...string) side {
	name := tail(table, column, row, keys)
	return r.read(r.rep, r.rep.Month+" "+name, name, row, column)
}

// past reads a number of a month or course: it is the same in every later report.
func (r *reader) past(table, column string, row Row, keys ...string) side {
	name := tail(table, column, row, keys)
	return r.read(r.rep, "any "+name, name, row, column)
}

func tail(table, column string, row Row, keys []string) string {
	s := table + "|" + column
	for _, k := range keys {
		s += "|" + row[k]
	}
	return s
}

const people = "participants"

func (r *reader) all(last *Report) {
	total := r.measure("participants")
	zones := r.territory(total)
	areas := r.areas(total, zones)
	r.months(total)
	r.courses(areas)
	r.completion()
	r.profiles(total)
	r.opinions()
	if last != nil {
		r.grows(&reader{Riddle: r.Riddle, rep: last})
	}
}

// measure reads a headline number, which the targets may tell as well.
func (r *reader) measure(name string) side {
	out := r.made(r.rep.Month+" headline "+name, 0, plenty)
	for _, table := range []string{"headline", "targets"} {
		for _, row := range r.rep.Tables[table] {
			if row["measure"] == name {
				r.adds(out, r.at(table, "value", row, "measure"))
			}
		}
	}
	return out
}

// column reads the numbers of the rows that a condition picks.
func (r *reader) column(table, column string, pick func(Row) bool, keys ...string) []side {
	var out []side
	for _, row := range r.rep.Tables[table] {
		if pick == nil || pick(row) {
			out = append(out, r.at(table, column, row, keys...))
		}
	}
	return out
}

// rest is what a total may have beside the rows that are told: people of other regions, or of none known.
func (r *reader) rest(of string) side { return r.made(r.rep.Month+" rest of "+of, 0, plenty) }

func (r *reader) territory(total side) map[string]side {
	zones := map[string]side{}
	var all []side
	for _, row := range r.rep.Tables["coverage_by_zone"] {
		z := r.at("coverage_by_zone", people, row, "zone")
		zones[row["zone"]] = z
		all = append(all, z)
		r.rate("coverage_by_zone", row, z)
		r.adds(z, r.column("reach_by_comune", people, func(c Row) bool { return c["zone"] == row["zone"] }, "istat_code")...)
	}
	for _, row := range r.rep.Tables["reach_by_comune"] {
		r.rate("reach_by_comune", row, r.at("reach_by_comune", people, row, "istat_code"))
	}
	r.adds(total, append(all, r.rest("zones"))...)
	return zones
}

// rate works a count out of its rate, which is rounded to six places.
func (r *reader) rate(table string, row Row, count side) {
	rate, err1 := strconv.ParseFloat(row["per_10k_residents"], 64)
	residents, err2 := strconv.ParseFloat(row["residents"], 64)
	if err1 == nil && err2 == nil {
		r.adds(count, known(int(math.Round(rate*residents/1e4))))
	}
}

func (r *reader) areas(total side, zones map[string]side) map[string]side {
	areas := map[string]side{}
	var all []side
	unknownArea := false
	for _, row := range r.rep.Tables["reach_by_area"] {
		a := r.at("reach_by_area", people, row, "area")
		areas[row["area"]] = a
		all = append(all, a)
		unknownArea = unknownArea || row["area"] == ""
	}
	r.unites(total, all...)
	byZone := map[string][]side{}
	byArea := map[string][]side{}
	for _, row := range r.rep.Tables["area_by_zone"] {
		area, zone := row["area"], row["zone"]
		n := r.at("area_by_zone", people, row, "area", "zone")
		switch {
		case area == "" && zone == "":
			r.adds(total, n)
		case area == "":
			r.adds(zones[zone], n)
		case zone == "":
			r.adds(areas[area], n)
		default:
			byZone[zone], byArea[area] = append(byZone[zone], n), append(byArea[area], n)
		}
	}
	for _, a := range sorted(byArea) {
		r.adds(areas[a], append(byArea[a], r.made(r.rep.Month+" no zone in "+a, 0, plenty))...)
	}
	for _, z := range sorted(byZone) {
		if unknownArea {
			byZone[z] = append(byZone[z], r.made(r.rep.Month+" no area in "+z, 0, plenty))
		}
		r.unites(zones[z], byZone[z]...)
	}
	return areas
}

func (r *reader) months(total side) {
	before := known(0)
	for _, row := range r.rep.Tables["reach_by_month"] {
		fresh, active := r.past("reach_by_month", "new", row, "month"), r.past("reach_by_month", "active", row, "month")
		cumulative := r.past("reach_by_month", "cumulative", row, "month")
		r.adds(cumulative, before, fresh)
		r.within(active, fresh)
		r.within(cumulative, active)
		var partners []side
		for _, p := range r.rep.Tables["partner_by_month"] {
			if p["month"] == row["month"] {
				partners = append(partners, r.past("partner_by_month", people, p, "partner", "month"))
			}
		}
		r.unites(active, partners...)
		before = cumulative
	}
	if len(r.rep.Tables["reach_by_month"]) > 0 {
		r.adds(total, before)
	}
}

func (r *reader) courses(areas map[string]side) {
	inMonth, inArea := map[string][]side{}, map[string][]side{}
	for _, row := range r.rep.Tables["course_calendar"] {
		n := r.past("course_calendar", people, row, "course")
		k := row["partner"] + "|" + row["month"]
		inMonth[k], inArea[row["area"]] = append(inMonth[k], n), append(inArea[row["area"]], n)
	}
	for _, p := range r.rep.Tables["partner_by_month"] {
		if list := inMonth[p["partner"]+"|"+p["month"]]; len(list) > 0 {
			r.unites(r.past("partner_by_month", people, p, "partner", "month"), list...)
		}
	}
	for _, a := range sorted(inArea) {
		if n, ok := areas[a]; ok {
			r.unites(n, inArea[a]...)
		}
		for _, row := range r.rep.Tables["completion_by_area"] {
			if row["area"] == a {
				r.adds(r.at("completion_by_area", "attended", row, "area"), inArea[a]...)
			}
		}
	}
}

func (r *reader) completion() {
	const table = "completion_by_area"
	all := map[string][]side{}
	for _, row := range r.rep.Tables[table] {
		n := map[string]side{}
		for _, c := range []string{"enrolled", "attended", "completed", "certified", "known"} {
			n[c] = r.at(table, c, row, "area")
			all[c] = append(all[c], n[c])
		}
		r.within(n["enrolled"], n["attended"])
		r.within(n["attended"], n["known"])
		r.within(n["known"], n["completed"])
		r.within(n["enrolled"], n["certified"])
		for _, gain := range r.rep.Tables["learning_gain"] {
			if gain["area"] == row["area"] {
				r.within(n["attended"], r.at("learning_gain", "n", gain, "area"))
			}
		}
	}
	r.adds(r.measure("enrolments"), all["enrolled"]...)
	r.adds(r.measure("certificates"), all["certified"]...)
}

func (r *reader) profiles(total side) {
	r.adds(total, r.column("profile_gender_age", people, nil, "gender", "band")...)
	r.adds(total, r.column("profile_role", people, nil, "role")...)
	kinds := []side{r.rest("services")}
	for _, row := range r.rep.Tables["services_by_kind"] {
		n := r.at("services_by_kind", people, row, "service_kind")
		kinds = append(kinds, n)
		if services, err := strconv.Atoi(row["services"]); err == nil {
			r.between(services, plenty, n) // somebody works in each
		}
	}
	if len(kinds) > 1 {
		r.adds(total, kinds...)
	}
	// Roles are listed with most people first, but for "altro" and unknown.
	// Where hidden rows stand together at the end, the order tells nothing of them.
	apart := hiddenLast(r.rep.Tables["profile_role"])
	var before side
	for i, row := range r.rep.Tables["profile_role"] {
		n := r.at("profile_role", people, row, "role")
		if row["role"] == "" || row["role"] == "altro" {
			break
		}
		if i > 0 && !apart {
			r.within(before, n)
		}
		before = n
	}
}

// hiddenLast says that all rows with hidden counts are the last ones, in the order of their names.
func hiddenLast(rows []Row) bool {
	last := ""
	for _, row := range rows {
		hidden := row[people+"_mark"] != ""
		if last != "" && (!hidden || row["role"] < last) {
			return false
		}
		if hidden {
			last = row["role"]
		}
	}
	return true
}

func (r *reader) opinions() {
	all := map[string][]side{}
	for _, row := range r.rep.Tables["satisfaction"] {
		n := r.at("satisfaction", "n", row, "area", "band")
		all[row["area"]] = append(all[row["area"]], n)
		count, err1 := strconv.ParseFloat(row["n"], 64)
		share, err2 := strconv.ParseFloat(row["share"], 64)
		if err1 == nil && err2 == nil && share > 0 {
			r.adds(r.made(r.rep.Month+" answers "+row["area"], 0, plenty), known(int(math.Round(count/share))))
		}
	}
	for _, a := range sorted(all) {
		r.adds(r.made(r.rep.Month+" answers "+a, 0, plenty), all[a]...)
	}
}

// grows says that no count of people shrinks from one report to the next.
func (r *reader) grows(last *reader) {
	for _, t := range []struct {
		id      string
		columns []string
		keys    []string
	}{
		{"reach_by_comune", []string{people}, []string{"istat_code"}},
		{"coverage_by_zone", []string{people}, []string{"zone"}},
		{"reach_by_area", []string{people}, []string{"area"}},
		{"area_by_zone", []string{people}, []string{"area", "zone"}},
		{"profile_gender_age", []string{people}, []string{"gender", "band"}},
		{"profile_role", []string{people}, []string{"role"}},
		{"services_by_kind", []string{people}, []string{"service_kind"}},
		{"completion_by_area", []string{"enrolled", "attended", "completed", "certified", "known"}, []string{"area"}},
		{"learning_gain", []string{"n"}, []string{"area"}},
		{"satisfaction", []string{"n"}, []string{"area", "band"}},
	} {
		for _, old := range last.rep.Tables[t.id] {
			i := slices.IndexFunc(r.rep.Tables[t.id], func(row Row) bool { return tail("", "", row, t.keys) == tail("", "", old, t.keys) })
			if i < 0 {
				continue
			}
			for _, c := range t.columns {
				r.within(r.at(t.id, c, r.rep.Tables[t.id][i], t.keys...), last.at(t.id, c, old, t.keys...))
			}
		}
	}
}

func sorted[K cmp.Ordered, V any](m map[K]V) []K {
	var out []K
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
