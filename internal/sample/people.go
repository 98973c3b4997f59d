package sample

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"
)

// A person is one participant as the programme should know them. One whom a planted problem cuts off
// from their other rows is a person of their own here.
type person struct {
	id             string
	surname, given string
	gender         string
	birth          time.Time
	birthPlace     string
	cf             string
	role           *role
	service        *service
	comune         *comune
	never          bool // only ever enrolled
	alone          bool // neither codice fiscale nor birth date is ever told
	noCF           bool // the codice fiscale is never told
	facts          int
	shownCF        bool // stood, readable, in a row
}

// registry keeps people apart: no two share what links rows, in any unit of the world.
type registry struct {
	keys map[string]bool
	n    int
}

func newRegistry() *registry { return &registry{keys: map[string]bool{}} }

// nameKey is a name as the rule of linking sees it: its words in order of the alphabet, and the birth date.
func nameKey(p *person) string {
	tokens := strings.Fields(ascii(strings.NewReplacer("'", " ", "-", " ").Replace(p.surname + " " + p.given)))
	slices.Sort(tokens)
	return strings.Join(tokens, " ") + ":" + p.birth.Format(time.DateOnly)
}

// take accepts a person if nobody has the same keys, and gives them their number.
func (r *registry) take(p *person) bool {
	byCF, byName := p.cf[:11], nameKey(p)
	if r.keys[byCF] || r.keys[byName] {
		return false
	}
	r.keys[byCF], r.keys[byName] = true, true
	r.n++
	p.id = fmt.Sprintf("P%05d", r.n)
	return true
}

// crowd invents people of one unit; names are its own but for the planned homonyms.
type crowd struct {
	rng   *rand.Rand
	land  *land
	all   *registry
	names map[string]bool
}

func (c *crowd) person() *person {
	for {
		p := &person{gender: "M"}
		if c.rng.Float64() < 0.75 {
			p.gender = "F"
		}
		abroad := c.rng.Float64() < 0.11
		from := italy
		if abroad {
			from = pick(c.rng, origins)
		}
		givens := from.men
		if p.gender == "F" {
			givens = from.women
		}
		p.surname, p.given = pick(c.rng, from.surnames), pick(c.rng, givens)
		if !abroad && c.rng.Float64() < 0.04 {
			p.surname += " " + pick(c.rng, from.surnames[:100])
		}
		name := p.surname + "|" + p.given
		if c.names[name] && len(c.names) < 6000 {
			continue
		}
		c.born(p, from)
		if c.all.take(p) {
			c.names[name] = true
			return p
		}
	}
}

// homonym is another person of the same name.
func (c *crowd) homonym(of *person) *person {
	for {
		p := &person{gender: of.gender, surname: of.surname, given: of.given}
		c.born(p, italy)
		if p.birth.Year() != of.birth.Year() && c.all.take(p) {
			return p
		}
	}
}

// born gives birth date, place and codice fiscale.
func (c *crowd) born(p *person, from *origin) {
	age := 24 + c.rng.IntN(22) + c.rng.IntN(22) // 24 to 66, most in the middle
	p.birth = time.Date(2017-age, time.Month(1+c.rng.IntN(12)), 1+c.rng.IntN(28), 0, 0, 0, 0, time.UTC)
	place := c.land.comuni[c.rng.IntN(len(c.land.comuni))]
	if c.rng.Float64() < 0.5 {
		place = c.land.named(pick(c.rng, []string{"Perugia", "Terni", "Foligno", "Città di Castello", "Spoleto"}))
	}
	code := place.belfiore
	p.birthPlace = place.name
	if from.code != "" {
		p.birthPlace, code = from.country, from.code
	}
	p.cf = codiceFiscale(p.surname, p.given, p.gender, p.birth, code)
}

func pick[T any](rng *rand.Rand, list []T) T { return list[rng.IntN(len(list))] }

// A role with the ways people write it of anybody, and of a woman or a man alone.
type role struct {
	name           string
	anybody, woman []string
}

var (
	roleSocial       = &role{"assistente sociale", []string{"Assistente sociale", "Ass. sociale", "Assistente Sociale"}, nil}
	roleTeacher      = &role{"insegnante", []string{"Insegnante", "Docente", "Insegnante"}, nil}
	roleMediator     = &role{"mediatore culturale", []string{"Mediatore culturale", "Mediatore interculturale"}, []string{"Mediatrice culturale"}}
	roleEducator     = &role{"educatore", []string{"Educatore", "Educatore professionale"}, []string{"Educatrice"}}
	roleDesk         = &role{"operatore di sportello", []string{"Operatore di sportello", "Operatore sportello"}, []string{"Operatrice di sportello"}}
	roleClerk        = &role{"impiegato amministrativo", []string{"Impiegato amministrativo", "Amministrativo"}, []string{"Impiegata amministrativa"}}
	roleNurse        = &role{"infermiere", []string{"Infermiere"}, []string{"Infermiera"}}
	roleDoctor       = &role{"medico", []string{"Medico"}, nil}
	rolePsychologist = &role{"psicologo", []string{"Psicologo"}, []string{"Psicologa"}}
	rolePolice       = &role{"agente di polizia locale", []string{"Agente di polizia locale", "Agente Polizia Locale"}, nil}
	roleManager      = &role{"dirigente", []string{"Dirigente"}, nil}
	roleVolunteer    = &role{"volontario", []string{"Volontario"}, []string{"Volontaria"}}
)

// write gives the role as one hand writes it.
func (r *role) write(rng *rand.Rand, gender string) string {
	if gender == "F" && len(r.woman) > 0 && rng.IntN(3) > 0 {
		return pick(rng, r.woman)
	}
	return pick(rng, r.anybody)
}

// rolesOf lists who works in each kind of service, the commonest first and again.
func rolesOf(kind string) []*role {
	switch kind {
	case "servizi-sociali":
		return []*role{roleSocial, roleSocial, roleSocial, roleEducator, roleClerk, roleMediator}
	case "scuola":
		return []*role{roleTeacher, roleTeacher, roleTeacher, roleTeacher, roleClerk, roleManager}
	case "sanita":
		return []*role{roleNurse, roleNurse, roleDoctor, rolePsychologist, roleSocial}
	case "anagrafe-sportelli":
		return []*role{roleDesk, roleDesk, roleClerk, roleClerk}
	case "terzo-settore":
		return []*role{roleMediator, roleEducator, roleEducator, roleVolunteer, roleDesk}
	case "giustizia-prefettura":
		return []*role{roleClerk, roleClerk, roleManager}
	}
	return []*role{roleClerk, rolePolice}
}
