package sample

import (
	"math"
	"math/rand/v2"
)

// An enrolment is one person on one course, with what happened and how it will be told.
type enrolment struct {
	person      *person
	course      *course
	present     []bool // by session
	hours       float64
	status      string // enrolled, attended, completed, withdrawn
	certificate bool
	before      int // tests, in tenths of ten; -1 not taken
	after       int
	liking      int // satisfaction from 1 to 5; 0 not told
	showCF      bool
	showGender  bool
	plants      map[string]plant // by field
	hidden      bool             // the row is hidden
}

// enrol fills the courses: every reached person once, some again, and those who never come.
func (w *world) enrol() {
	seats := w.seats()
	w.rng.Shuffle(len(seats), func(i, j int) { seats[i], seats[j] = seats[j], seats[i] })
	people := w.reached()
	w.rng.Shuffle(len(people), func(i, j int) { people[i], people[j] = people[j], people[i] })
	for _, p := range people {
		at := w.liked(seats, p)
		w.seat(p, seats[at])
		seats = remove(seats, at)
	}
	// The faithful: a third of the people take the places that are left.
	faithful := people[:len(people)/4]
	for len(seats) > 0 {
		c := seats[len(seats)-1]
		seats = seats[:len(seats)-1]
		for {
			p := pick(w.rng, faithful)
			if !on(c, p) {
				w.seat(p, c)
				break
			}
		}
	}
	never := w.people[len(w.people)-unitNever:]
	for k := range neverFacts {
		for {
			c := pick(w.rng, w.courses)
			if p := never[k%unitNever]; !on(c, p) && !c.listOnly {
				w.absent(p, c)
				break
			}
		}
	}
}

// seats lists every course once for each reached person on it.
func (w *world) seats() []*course {
	weights := make([]float64, len(w.courses))
	for i, c := range w.courses {
		weights[i] = 0.6 + 0.8*w.rng.Float64()
		if c.kind == "seminario" {
			weights[i] += 0.5
		}
	}
	var out []*course
	for i, n := range share(weights, unitFacts, 4) {
		for range n {
			out = append(out, w.courses[i])
		}
	}
	return out
}

func remove(list []*course, at int) []*course {
	list[at] = list[len(list)-1]
	return list[:len(list)-1]
}

// liked draws some free seats and takes the one that suits the person's work.
func (w *world) liked(seats []*course, p *person) int {
	suits := map[string]string{"scuola": "istruzione", "sanita": "socio-sanitaria", "servizi-sociali": "socio-sanitaria",
		"anagrafe-sportelli": "amministrativa", "terzo-settore": "interculturale", "giustizia-prefettura": "giuridica"}
	best := w.rng.IntN(len(seats))
	for range 3 {
		if seats[best].area == suits[p.service.kind] {
			break
		}
		best = w.rng.IntN(len(seats))
	}
	return best
}

func on(c *course, p *person) bool {
	for _, e := range c.enrolments {
		if e.person == p {
			return true
		}
	}
	return false
}

func (w *world) add(p *person, c *course) *enrolment {
	e := &enrolment{person: p, course: c, before: -1, after: -1, plants: map[string]plant{}, present: make([]bool, len(c.sessions))}
	e.showCF = w.rng.IntN(100) < 66
	e.showGender = e.showCF || w.rng.IntN(100) < 94
	c.enrolments = append(c.enrolments, e)
	p.facts++
	return e
}

// absent enrols somebody who never comes.
func (w *world) absent(p *person, c *course) {
	e := w.add(p, c)
	e.status = "enrolled"
	if w.rng.IntN(3) == 0 {
		e.status = "withdrawn"
	}
}

// seat enrols somebody who comes: five in six see the course through.
func (w *world) seat(p *person, c *course) {
	e := w.add(p, c)
	through := w.rng.IntN(1000) < 843
	n := len(c.sessions)
	switch {
	case n == 1 && through:
		e.present[0] = true
		e.hours = c.delivered
	case n == 1:
		e.present[0] = true
		e.hours = max(1, math.Floor(c.planned*0.25*float64(1+w.rng.IntN(2))))
	default:
		need := int(math.Ceil(0.75 * float64(n)))
		days := need + w.rng.IntN(n-need+1)
		if !through {
			days = 1 + w.rng.IntN(max(need-1, 1))
		}
		for _, i := range w.rng.Perm(n)[:days] {
			e.present[i] = true
		}
		e.hours = min(float64(days)*c.planned/float64(n), c.delivered)
	}
	e.status = "attended"
	switch {
	case e.hours >= 0.75*c.planned:
		e.status = "completed"
		e.certificate = w.rng.IntN(10) != 0
	case w.rng.IntN(2) == 0:
		e.status = "withdrawn"
	}
	w.judge(e)
}

// judge gives test scores and satisfaction.
func (w *world) judge(e *enrolment) {
	gain := map[string]int{"istruzione": 24, "socio-sanitaria": 22, "amministrativa": 28, "interculturale": 22, "giuridica": 32}[e.course.area]
	if e.status == "completed" || w.rng.IntN(3) == 0 {
		e.before = between(w.rng, 30, 66)
		e.after = min(e.before+between(w.rng, gain-8, gain+8), 100)
	}
	if w.rng.IntN(8) != 0 {
		e.liking = pick(w.rng, []int{5, 5, 5, 5, 4, 4, 4, 4, 4, 3, 3, 2})
	}
}

func between(rng *rand.Rand, a, b int) int { return a + rng.IntN(b-a+1) }
