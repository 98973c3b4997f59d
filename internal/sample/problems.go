package sample

import (
	"fmt"
	"strings"
	"time"
)

// A picker finds enrolments to plant problems in, each person and each course of a plant at most once.
type picker struct {
	w    *world
	used map[*person]bool
}

// first gives the first enrolment of a partner's that is still untouched and fits; nil if there is none.
func (k *picker) first(partner string, fits func(*enrolment) bool) *enrolment {
	for _, c := range k.w.courses {
		if c.partner != partner || c.listOnly || k.w.superseded(c) {
			continue
		}
		for _, e := range c.enrolments {
			if !k.used[e.person] && !e.person.never && fits(e) {
				k.used[e.person] = true
				return e
			}
		}
	}
	return nil
}

// superseded says whether a course stands in the workbook that is sent twice, the second time put right.
func (w *world) superseded(c *course) bool {
	sent := 0
	for m := range months {
		if courses := w.of("regione", m, m); len(courses) > 0 {
			if sent++; sent == 3 {
				return c.partner == "regione" && c.month() == months[m]
			}
		}
	}
	return false
}

// any finds an enrolment in the partners' order given.
func (k *picker) any(fits func(*enrolment) bool, order ...string) *enrolment {
	for _, p := range order {
		if e := k.first(p, fits); e != nil {
			return e
		}
	}
	return nil
}

func once(e *enrolment) bool { return e.person.facts == 1 }

func from(name string) func(*enrolment) bool {
	return func(e *enrolment) bool { return e.person.comune.name == name }
}

func withCF(e *enrolment) bool { return e.showCF }

func withoutCF(e *enrolment) bool { return !e.showCF && e.showGender }

// plantProblems puts every kind of real problem into the first unit's world.
func plantProblems(w *world) {
	k := &picker{w: w, used: map[*person]bool{}}
	plantComuni(k)
	plantPersons(k)
	plantCodes(k)
	plantHours(k)
	plantCourses(k)
	for m := 11; m > 8 && w.hidden < 0; m-- { // the last one: a workbook must show a sheet
		if len(w.of("anci", m, m)) > 0 {
			w.hidden = m
		}
	}
	if e := k.first("aris", func(e *enrolment) bool { return e != e.course.enrolments[0] }); e != nil {
		e.hidden = true
	}
}

// plant puts a problem into a field of an enrolment; an effect makes the row lose what it must.
func (e *enrolment) plant(field, rule string, c cell, effect func(*row)) {
	if e != nil {
		e.plants[field] = plant{rule: rule, cell: c, effect: effect}
	}
}

func noComune(r *row) { r.comune = "" }

func plantComuni(k *picker) {
	// Only people who are on one course and whose office's name says no comune: nothing else could tell it.
	adrift := func(e *enrolment) bool {
		return once(e) && !e.person.service.placed && e.person.comune.name == "Perugia"
	}
	order := []string{"csc", "aris", "anci", "felcos", "alisei", "regione"}
	k.any(adrift, order...).plant("comune", "comune-unknown", text("Borgo Inventato"), noComune)
	k.any(adrift, order...).plant("comune", "comune-outside-region", text("Arezzo"), noComune)
	k.any(adrift, order[1:]...).plant("comune", "comune-outside-region", text("Cortona (AR)"), noComune)
	k.any(from("Perugia"), "anci", "csc").plant("comune", "comune-from-place", text("Ponte San Giovanni"), nil)
	k.any(from("Spoleto"), order...).plant("comune", "comune-repaired", text("Spoletto"), nil)
	k.any(from("Foligno"), order...).plant("comune", "comune-repaired", text("Folingo"), nil)
	k.any(from("Città di Castello"), order...).plant("comune", "text-repaired", text("CittÃ\u00a0 di Castello"), nil)
}

func plantPersons(k *picker) {
	for _, p := range []string{"anci", "alisei", "csc"} {
		if e := k.first(p, once); e != nil {
			e.person.alone = true
			e.plants["row"] = plant{rule: "person-unlinked"}
		}
	}
	if e := k.first("alisei", once); e != nil {
		e.person.alone = true
		e.plants["row"] = plant{rule: "person-unlinked"}
		e.plant("birth_date", "date-invalid", text("1980-02-31"), nil)
	}
	if e := k.first("anci", once); e != nil {
		e.person.alone = true
		e.plants["row"] = plant{rule: "person-unlinked"}
		e.plant("birth_date", "date-invalid", text("31/02/1971"), nil)
	}
	k.any(withoutCF, "regione", "felcos").plant("gender", "choice-unknown", text("Z"), func(r *row) { r.gender = "" })
	if e := k.first("regione", func(e *enrolment) bool { return e.status == "completed" }); e != nil {
		again := *e
		again.plants = map[string]plant{"row": {rule: "enrolment-duplicated"}}
		e.course.enrolments = append(e.course.enrolments, &again)
	}
}

func plantCodes(k *picker) {
	for _, p := range []string{"felcos", "regione"} {
		if e := k.first(p, withCF); e != nil {
			cf := e.person.cf
			e.plant("codice_fiscale", "cf-invalid", text(cf[:15]+string('A'+(cf[15]-'A'+7)%26)), nil)
		}
	}
	for _, p := range []string{"alisei", "aris"} {
		zero := func(e *enrolment) bool { return withCF(e) && strings.Contains(e.person.cf[6:8]+e.person.cf[9:11], "0") }
		if e := k.first(p, zero); e != nil {
			e.plant("codice_fiscale", "cf-repaired", text(e.person.cf[:6]+strings.Replace(e.person.cf[6:], "0", "O", 1)), nil)
		}
	}
	if e := k.any(withCF, "regione", "felcos"); e != nil {
		e.plant("codice_fiscale", "cf-provisional", text(provisional("9001234567")), nil)
	}
	early := func(e *enrolment) bool {
		b := e.person.birth
		return withCF(e) && once(e) && b.Day() <= 12 && b.Day() != int(b.Month())
	}
	if e := k.first("felcos", early); e != nil {
		b := e.person.birth
		swapped := date(day(b.Year(), time.Month(b.Day()), int(b.Month())))
		e.plants["birth_date"] = plant{rule: "cf-disagrees", cell: swapped, seen: "codice_fiscale"}
	}
	if e := k.first("csc", withCF); e != nil {
		// Told apart from another's code by the tax office: nothing is wrong with it.
		e.plants["codice_fiscale"] = plant{cell: text(omocodia(e.person.cf))}
	}
}

// provisional completes eleven digits with the check digit of numeric codes.
func provisional(ten string) string {
	sum := 0
	for i, r := range ten {
		n := int(r - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return ten + fmt.Sprint((10-sum%10)%10)
}

func plantHours(k *picker) {
	done := func(e *enrolment) bool { return e.status == "completed" && e.person.facts > 1 }
	lose := func(r *row) { r.hours = nil }
	k.any(done, "alisei", "regione").plant("hours_attended", "hours-invalid", text("da verificare"), lose)
	k.any(done, "regione", "aris").plant("hours_attended", "cell-error", cell{form: broken, text: "#N/A"}, lose)
	k.any(done, "aris", "regione").plant("hours_attended", "formula-without-value", cell{form: uncalculated, text: "6+4"}, lose)
	full := func(e *enrolment) bool { return e.status == "completed" }
	if e := k.any(full, "alisei", "aris"); e != nil {
		over := e.course.planned + 6
		hours := habitsAlisei().hours(over)
		if e.course.partner == "aris" {
			hours = num(over)
		}
		e.plant("hours_attended", "hours-over-planned", hours, func(r *row) { r.hours = ptr(over) })
	}
}
