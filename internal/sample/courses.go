package sample

import (
	"slices"
	"time"
)

// Partners by their ids, in the order of the configuration, with how many interventions each gives and
// the initials of its course codes.
var partners = []struct {
	id, name, initials string
	courses            int
}{
	{"regione", "Regione Umbria", "RU", 9}, {"anci", "Anci Umbria", "ANCI", 18}, {"felcos", "Felcos Umbria", "FEL", 13},
	{"alisei", "Alisei", "AL", 14}, {"aris", "Aris", "ARIS", 12}, {"csc", "Credito senza confini", "CSC", 15},
}

// months of the programme and how many interventions start in each.
var (
	months = []string{"2017-04", "2017-05", "2017-06", "2017-07", "2017-08", "2017-09",
		"2017-10", "2017-11", "2017-12", "2018-01", "2018-02", "2018-03"}
	starts  = []int{6, 7, 7, 6, 4, 7, 8, 8, 6, 7, 8, 7}
	lastDay = day(2018, 3, 28)
)

// A course is any intervention, with everything that happened; each layout reports a part of it.
type course struct {
	partner, key       string
	code, edition      string // as reported; "" where the register has none
	title, kind, area  string
	venue              string
	town               *comune
	start, end         time.Time
	planned, delivered float64
	places             int
	sessions           []time.Time
	enrolments         []*enrolment
	number             int // of the partner's, from 1
	plants             map[string]plant
	endLost, areaLost  bool // taken away by a planted problem
	listOnly           bool // names without hours or outcome
	outside            bool // of the period
}

func (c *course) month() string { return c.start.Format("2006-01") }

// titles of courses by area.
var titles = map[string][]string{
	"istruzione":      {"Accogliere gli alunni neoarrivati", "Italiano lingua seconda a scuola", "Valutare gli alunni stranieri", "Scuola e famiglie migranti", "Didattica plurilingue", "Orientamento scolastico degli alunni stranieri", "Educazione interculturale in classe"},
	"socio-sanitaria": {"Salute e migrazione", "Il lavoro sociale con le famiglie migranti", "Minori stranieri non accompagnati", "Accesso ai servizi sanitari", "Tutela della salute materna", "Vulnerabilità e presa in carico", "Etnopsichiatria di base"},
	"amministrativa":  {"Lo sportello che accoglie", "Anagrafe e cittadini stranieri", "Permessi di soggiorno allo sportello", "Modulistica semplice e plurilingue", "Front office e utenza straniera", "Servizi demografici e stranieri"},
	"interculturale":  {"Comunicare tra culture diverse", "Mediazione culturale nei servizi", "Gestire i conflitti interculturali", "Stereotipi e comunicazione", "Lavorare con il mediatore"},
	"giuridica":       {"Diritto della immigrazione", "Protezione internazionale e accoglienza", "Cittadinanza e diritti", "Contrasto alle discriminazioni", "Ricongiungimento familiare"},
}

// areaIDs repeats each area as often as it is taught in a round of sixteen.
var areaIDs = words("istruzione istruzione istruzione istruzione socio-sanitaria socio-sanitaria socio-sanitaria " +
	"socio-sanitaria amministrativa amministrativa amministrativa interculturale interculturale interculturale giuridica giuridica")

var venues = []struct{ name, town string }{
	{"Villa Umbra", "Perugia"}, {"Sala dei Notari", "Perugia"}, {"Biblioteca comunale", "Terni"}, {"Palazzo Trinci", "Foligno"},
	{"Sala consiliare", "Città di Castello"}, {"Centro servizi", "Spoleto"}, {"Sala Quattrocentesca", "Gubbio"},
	{"Sala del Carmine", "Orvieto"}, {"Centro civico", "Marsciano"}, {"Sala polivalente", "Narni"}, {"Palazzo della Corgna", "Castiglione del Lago"},
}

// plan draws up the courses: who gives which, when, about what, and how long.
func (w *world) plan() {
	order := w.calendar()
	counts := map[string]int{}
	for i, slot := range order {
		c := &course{partner: slot.partner, plants: map[string]plant{}}
		counts[c.partner]++
		c.number = counts[c.partner]
		c.area = areaIDs[(i*5+w.rng.IntN(3))%len(areaIDs)]
		c.title = pick(w.rng, titles[c.area])
		v := pick(w.rng, venues)
		c.venue, c.town = v.name, w.land.named(v.town)
		c.kind = pick(w.rng, words("corso corso corso corso corso incontro workshop workshop seminario fad"))
		w.date(c, slot.month)
		w.courses = append(w.courses, c)
	}
	w.measure()
	w.listOnly()
	for _, c := range w.courses {
		w.schedule(c)
		w.name(c)
	}
}

// listOnly makes of one short course of the first unit a list of names without hours or outcome.
func (w *world) listOnly() {
	var short *course
	for _, c := range w.courses {
		if c.partner == "felcos" && c.number > 4 && (short == nil || c.delivered < short.delivered) {
			short = c
		}
	}
	short.listOnly = w.unit == 0
}

// bounds of a course's hours by its kind.
func bounds(kind string) (least, most int) {
	switch kind {
	case "incontro":
		return 4, 5
	case "seminario":
		return 4, 8
	case "workshop":
		return 4, 10
	}
	return 8, 30
}

// measure gives every course its hours so that those delivered add up exactly.
func (w *world) measure() {
	total := 0
	for _, c := range w.courses {
		least, most := bounds(c.kind)
		c.delivered = float64(least + w.rng.IntN(most-least+1))
		total += int(c.delivered)
	}
	for total != unitHours {
		c := pick(w.rng, w.courses)
		least, most := bounds(c.kind)
		switch {
		case total < unitHours && int(c.delivered) < most:
			c.delivered++
			total++
		case total > unitHours && int(c.delivered) > least:
			c.delivered--
			total--
		}
	}
	for _, c := range w.courses {
		c.planned = c.delivered
		if w.rng.IntN(3) == 0 && c.delivered >= 9 && mayLose(c) {
			c.planned += 2 // an afternoon was lost
		}
	}
}

// mayLose says whether fewer hours than planned would be told without doubt: not where presence is told
// by session or as a share, which would have to say of which hours.
func mayLose(c *course) bool {
	return c.partner == "regione" || c.partner == "csc" && !tellsShares(c)
}

// tellsShares says whether the quarter's workbook of this partner tells presence as a share.
func tellsShares(c *course) bool { return monthIndex(c.month())/3%2 == 1 }

// schedule spreads the sessions over days or weeks.
func (w *world) schedule(c *course) {
	n := 1
	for _, s := range []int{8, 6, 5, 4, 3, 2} {
		if h := c.planned / float64(s); c.planned >= 10 && h == float64(int(h*2))/2 && h >= 2 {
			n = s
			break
		}
	}
	step := pick(w.rng, []int{2, 7, 7})
	c.sessions = []time.Time{c.start}
	for d := c.start; len(c.sessions) < n; {
		d = d.AddDate(0, 0, step)
		if d.Weekday() == time.Saturday || d.Weekday() == time.Sunday {
			d = d.AddDate(0, 0, 2)
		}
		if d.After(lastDay) {
			break
		}
		c.sessions = append(c.sessions, d)
	}
	c.end = c.sessions[len(c.sessions)-1]
	c.places = 15 + 5*w.rng.IntN(4)
}

// tellsDelivered says whether the partner's register has a place for the hours delivered.
func tellsDelivered(c *course) bool {
	return slices.Contains([]string{"regione", "felcos", "csc"}, c.partner)
}
