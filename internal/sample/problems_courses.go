package sample

import (
	"fmt"
	"slices"
)

// plantCourses puts problems into courses and into the lists of them.
func plantCourses(k *picker) {
	w := k.w
	for _, c := range w.of("alisei", 0, 8) {
		if again := corrected(c); len(again) > 0 && w.again == nil {
			w.again = map[*course][]*enrolment{c: again}
			for _, e := range c.enrolments {
				if slices.ContainsFunc(again, func(a *enrolment) bool { return a.person == e.person }) {
					// What this row says is overruled by the later one.
					e.plant("hours_attended", "enrolment-disagreement", habitsAlisei().hours(e.hours), nil)
				}
			}
		}
	}
	for _, c := range w.of("anci", 0, 3) {
		c.plants["nobody"] = plant{}
		break
	}
	felcos := w.of("felcos", 0, 11)
	felcos[2].plants["area"] = plant{rule: "area-unknown", cell: text("Varie ed eventuali")}
	felcos[2].areaLost = true
	felcos[3].plants["end_date"] = plant{rule: "date-invalid", cell: text("31/02/2018")}
	felcos[3].endLost = true
	csc := w.of("csc", 6, 8)
	csc[0].plants["end_date"] = plant{rule: "date-end-before-start", cell: date(csc[0].start.AddDate(0, 0, -7))}
	csc[0].endLost = true
	w.outside = w.before()
}

// before is a course held before the programme began, with nobody enrolled.
func (w *world) before() *course {
	c := &course{
		partner: "csc", title: "Incontro preparatorio dei partner", edition: "1", kind: "incontro", area: "amministrativa",
		start: day(2017, 3, 20), end: day(2017, 3, 20), planned: 4, delivered: 4, plants: map[string]plant{}, outside: true,
	}
	c.key = key(c)
	c.plants["start_date"] = plant{rule: "course-outside-period", cell: date(c.start)}
	return c
}

// sendStrays sends what should not have been sent: an empty form and last year's register.
func sendStrays(w *world, log *record, out *outbox) {
	form := &book{path: "alisei/ALISEI_modello_2017-07.xlsx", bare: true}
	form.sheet("EXPORT").line(1, 1, plain, fields(colsAlisei)...)
	out.send(form)
	log.sources = append(log.sources, &source{file: form.path, partner: "alisei", month: "2017-07", status: "set_aside"})
	log.problems = append(log.problems, problem{file: form.path, rule: "source-empty"})

	last := &course{
		partner: "felcos", code: "FEL 99", edition: "1", title: "Accoglienza e territorio", kind: "corso", area: "interculturale",
		venue: "Villa Umbra", town: w.land.named("Perugia"), start: day(2016, 11, 7), end: day(2016, 11, 21), planned: 12, delivered: 12,
		places: 20, plants: map[string]plant{},
	}
	last.sessions = append(last.sessions, last.start)
	for _, p := range w.people[:9] {
		last.enrolments = append(last.enrolments, &enrolment{
			person: p, course: last, hours: 12, status: "completed", certificate: true, before: -1, after: -1,
			present: []bool{true}, plants: map[string]plant{},
		})
	}
	aside := &record{} // nothing in it counts
	d := aside.desk(w, habitsFelcos(), "felcos", "2016-11", fmt.Sprintf("felcos/%s/Felcos Umbria - corso %02d.xlsx", "2016-11", 99))
	d.felcos(last, false)
	out.send(d.book)
	log.sources = append(log.sources, &source{file: d.path, partner: "felcos", month: "2016-11", status: "set_aside"})
	log.problems = append(log.problems, problem{file: d.path, rule: "source-outside-period"})
}
