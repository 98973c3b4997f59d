package sample

import (
	"math/rand/v2"
	"slices"
	"time"
)

// What was told at the end of the programme, for one unit of the world.
const (
	unitCourses = 81
	unitHours   = 960
	unitReached = 722
	unitFacts   = 912 // enrolments of reached people
	unitNever   = 64  // people who enrolled and never came
	neverFacts  = 70
)

// A world is one unit: the whole programme at scale 1, one of N equal ones at scale N. Units share the
// comuni and the partners; people, services and courses are each unit's own.
type world struct {
	unit     int
	rng      *rand.Rand // of the world
	hand     *rand.Rand // of those who write it down
	land     *land
	covered  []*comune
	people   []*person
	services []*service
	courses  []*course
	homonyms [][2]*person
	outside  *course                  // a course that lies outside the period, listed by mistake
	again    map[*course][]*enrolment // rows of a course that are exported once more, put right
	hidden   int                      // the month whose sheet is hidden; -1 for none
}

func newWorld(l *land, covered []*comune, all *registry, seed uint64, unit int) *world {
	w := &world{
		unit: unit, land: l, covered: covered, hidden: -1,
		rng:  rand.New(rand.NewPCG(seed, streamUnit+2*uint64(unit))),
		hand: rand.New(rand.NewPCG(seed, streamUnit+2*uint64(unit)+1)),
	}
	n := quotas(covered, unitReached)
	w.services = openServices(w.rng, covered, n, unit)
	w.populate(n, &crowd{rng: w.rng, land: l, all: all, names: map[string]bool{}})
	w.plan()
	w.enrol()
	return w
}

// populate invents the people of each comune, at least one for each of its services, and some who
// will never come, in any comune.
func (w *world) populate(n []int, c *crowd) {
	byComune := map[*comune][]*service{}
	for _, s := range w.services {
		byComune[s.comune] = append(byComune[s.comune], s)
	}
	for i, home := range w.covered {
		offices := byComune[home]
		for k := range n[i] {
			s := offices[k%len(offices)]
			if k >= len(offices) {
				s = pick(w.rng, offices)
			}
			w.people = append(w.people, w.employ(w.newPerson(c), s))
		}
	}
	for k := range unitNever {
		home := pick(w.rng, w.land.comuni)
		s := newService("servizi-sociali", "Servizi sociali", home, w.unit)
		if offices := byComune[home]; len(offices) > 0 {
			s = offices[k%len(offices)]
		}
		p := w.employ(c.person(), s)
		p.never = true
		w.people = append(w.people, p)
	}
}

// newPerson is one more of the crowd; twice in a unit, one with the name of somebody before.
func (w *world) newPerson(c *crowd) *person {
	if n := len(w.people); n == 300 || n == 500 {
		first := w.people[n/3]
		p := c.homonym(first)
		w.homonyms = append(w.homonyms, [2]*person{first, p})
		return p
	}
	return c.person()
}

func (w *world) employ(p *person, s *service) *person {
	p.service, p.comune = s, s.comune
	p.role = pick(w.rng, rolesOf(s.kind))
	return p
}

// reached lists those who came at least once.
func (w *world) reached() []*person {
	return slices.DeleteFunc(slices.Clone(w.people), func(p *person) bool { return p.never })
}

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
