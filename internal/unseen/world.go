package unseen

import (
	"fmt"
	"math/rand/v2"
	"time"
)

// A world is what all partners share: the region's services and the people who work in them.
type world struct {
	seed     uint64
	places   []place
	services []*service
	people   []*person
	titles   int // how many titles were given out
}

// istat says whether there is a comune of that code, so that truth cannot name one that is none.
func (w *world) istat(code string) string {
	for _, p := range w.places {
		if p.istat == code {
			return code
		}
	}
	panic("unseen: no comune " + code)
}

// A course with what is true of it; shown are the fields its registers tell.
type course struct {
	id, partner string
	code, title string
	kind, area  string
	place       place
	days        []time.Time
	start, end  string // of each day's lessons, "09:00"
	perDay      float64
	shown       map[string]bool
	alsoTitled  string // another title that a careful reader may give it
}

func (c *course) hours() float64   { return c.perDay * float64(len(c.days)) }
func (c *course) first() time.Time { return c.days[0] }
func (c *course) last() time.Time  { return c.days[len(c.days)-1] }

// show says which fields of the course its registers tell.
func (c *course) show(fields ...string) *course {
	for _, f := range fields {
		c.shown[f] = true
	}
	return c
}

// An enrolment of one person in one course.
type enrolment struct {
	*person
	course        *course
	present       []bool // by day
	hours         float64
	status        string
	certificate   bool
	before, after int // points of 20
	satisfaction  int // of 5
}

var subjects = []struct{ area, title string }{
	{"istruzione", "L'italiano come seconda lingua nella scuola primaria"},
	{"istruzione", "Accogliere gli alunni neoarrivati"},
	{"istruzione", "Valutare gli apprendimenti in classi plurilingui"},
	{"istruzione", "Didattica interculturale nella scuola dell'infanzia"},
	{"istruzione", "Orientamento scolastico dei minori stranieri"},
	{"sociosanitaria", "Salute materno-infantile e migrazione"},
	{"sociosanitaria", "La presa in carico dei minori non accompagnati"},
	{"sociosanitaria", "Traumi migratori: riconoscere e orientare"},
	{"sociosanitaria", "Accesso ai consultori e ai servizi sanitari"},
	{"sociosanitaria", "Vittime di tratta: individuare e segnalare"},
	{"amministrativa", "Permessi di soggiorno: novità per gli sportelli"},
	{"amministrativa", "Residenza e iscrizione anagrafica dei cittadini stranieri"},
	{"amministrativa", "Lo sportello che funziona: accoglienza e front office"},
	{"amministrativa", "Ricongiungimento familiare, pratica e modulistica"},
	{"comunicazione", "Comunicare tra culture: ascolto e conflitto"},
	{"comunicazione", "Il mediatore in équipe"},
	{"comunicazione", "Parole e pregiudizi: linguaggio non discriminatorio"},
	{"comunicazione", "Laboratorio di comunicazione interculturale"},
	{"giuridica", "Diritto dell'immigrazione: aggiornamento"},
	{"giuridica", "Protezione internazionale, procedure e tutele"},
	{"giuridica", "Cittadinanza: requisiti e procedimento"},
	{"giuridica", "Tutela antidiscriminatoria, strumenti legali"},
}

var audiences = []string{"", " - livello base", " - approfondimento", " per operatori di zona", " - percorso serale", " - casi pratici", " per referenti", " - secondo modulo"}

// A kit is what one style works with: chance of its own, the world, its partner, and where its files go.
type kit struct {
	*world
	rng     *rand.Rand
	style   string
	partner partner
	set     *Set
}

func (k *kit) chance(n int) bool { return k.rng.IntN(n) == 0 }

// course of the kit's partner, beginning in a month of the programme (0 = its first), lasting some days
// of some hours each.
func (k *kit) newCourse(month, days int, perDay float64) *course {
	n := k.titles
	k.titles++
	s := subjects[n%len(subjects)]
	c := &course{
		id: fmt.Sprintf("C%03d", n+1), partner: k.partner.id, kind: "corso", area: s.area, shown: map[string]bool{},
		title: s.title + audiences[(n/len(subjects))%len(audiences)], place: k.services[k.rng.IntN(len(k.services))].comune,
		perDay: perDay, start: "09:00", end: fmt.Sprintf("%02d:%02d", 9+int(perDay), int(perDay*60)%60),
	}
	c.code = fmt.Sprintf("%s%02d/%d", []string{"FI", "INT", "MOD", "C"}[n%4], n+1, 2021)
	at := day(2021, 9+month, 2+k.rng.IntN(8))
	for len(c.days) < days {
		if w := at.Weekday(); w != time.Sunday && w != time.Saturday {
			c.days = append(c.days, at)
			at = at.AddDate(0, 0, 2+k.rng.IntN(3))
		}
		at = at.AddDate(0, 0, 1)
	}
	k.set.courses = append(k.set.courses, c)
	return c
}

// enrol draws n people, each once, and how it went for them.
func (k *kit) enrol(c *course, n int) []*enrolment {
	var out []*enrolment
	for _, i := range k.rng.Perm(len(k.people))[:n] {
		out = append(out, k.enrolOne(c, k.people[i]))
	}
	return out
}

func (k *kit) enrolOne(c *course, p *person) *enrolment {
	e := &enrolment{person: p, course: c, before: 5 + k.rng.IntN(9), satisfaction: 3 + k.rng.IntN(3)}
	e.after = min(20, e.before+k.rng.IntN(7))
	absent := []int{25, 8, 8, 4, 2}[k.rng.IntN(5)]
	for range c.days {
		e.present = append(e.present, k.rng.IntN(absent) > 0)
	}
	e.present[0] = true
	if k.chance(14) && len(c.days) > 3 {
		for i := 1; i < len(e.present); i++ {
			e.present[i] = false
		}
		e.status = "withdrawn"
	}
	for _, here := range e.present {
		if here {
			e.hours += c.perDay
		}
	}
	switch {
	case e.status != "":
	case e.hours >= 0.75*c.hours():
		e.status = "completed"
		e.certificate = true
	default:
		e.status = "attended"
	}
	return e
}
