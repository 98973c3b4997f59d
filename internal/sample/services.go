package sample

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"strings"
)

// A service is an office that people work for. What it is and the body it belongs to make its name;
// whole stands for both where they are one ("Liceo scientifico di Orvieto").
type service struct {
	name, kind string
	what, body string
	comune     *comune // where it is
	placed     bool    // the name says the comune
}

// kindShare says how many of a unit's services are of each kind: 134 in all.
var kindShare = []struct {
	kind string
	n    int
}{
	{"servizi-sociali", 41}, {"scuola", 33}, {"sanita", 19}, {"anagrafe-sportelli", 17},
	{"terzo-settore", 12}, {"giustizia-prefettura", 6}, {"altro", 6},
}

const unitServices = 134

// officeNames gives what an office of each kind may be called; those of terzo-settore are names.
var officeNames = map[string][]string{
	"servizi-sociali":      {"Servizi sociali", "Segretariato sociale", "Servizio sociale professionale", "Assistenza sociale domiciliare"},
	"scuola":               {"Istituto comprensivo", "Direzione didattica", "Liceo scientifico", "Istituto tecnico", "Scuola media", "Istituto professionale"},
	"sanita":               {"Consultorio familiare", "Centro di salute", "Distretto sanitario", "Centro salute mentale", "Pronto soccorso"},
	"anagrafe-sportelli":   {"Ufficio anagrafe", "Sportello immigrati", "URP", "Sportello del cittadino"},
	"terzo-settore":        {"Cooperativa sociale Il Melograno", "Cooperativa sociale Arcobaleno", "Associazione Incontri", "Cooperativa sociale Nuovi Orizzonti", "Associazione Ponti", "Associazione Mondo Amico", "Cooperativa sociale La Quercia", "Associazione Passaparola", "Cooperativa sociale Girasole", "Associazione Porte Aperte", "Cooperativa sociale Il Sentiero", "Associazione Radici"},
	"giustizia-prefettura": {"Prefettura", "Questura", "Tribunale"},
	"altro":                {"Polizia locale", "Biblioteca comunale"},
}

// newService makes one of a kind in a comune. The unit's number in its name keeps the services of a
// larger world apart.
func newService(kind, office string, c *comune, unit int) *service {
	s := &service{kind: kind, what: office, comune: c, placed: true}
	where := c.name
	switch kind {
	case "servizi-sociali", "anagrafe-sportelli", "altro":
		s.body = "Comune di " + c.name
		where = s.body
	case "sanita":
		s.body = "USL Umbria " + c.usl + " " + c.name
		where = "USL Umbria " + c.usl + ", " + c.name
	case "scuola", "giustizia-prefettura":
		s.body = c.name
	default:
		s.placed = false
	}
	s.name = canonical(office)
	if unit > 0 {
		s.what += fmt.Sprintf(" sede %d", unit+1)
		s.name += fmt.Sprintf(" Sede %d", unit+1)
	}
	if s.placed {
		s.name += " – " + where
	}
	return s
}

// canonical writes an office's name as the tables hold it: important words with a capital, articles and
// what every cooperative is left out.
func canonical(office string) string {
	office = strings.NewReplacer("Cooperativa sociale", "Cooperativa", "Biblioteca comunale", "Biblioteca").Replace(office)
	parts := words(office)
	for i, p := range parts {
		switch p {
		case "di", "del":
		case "Il", "La":
			parts[i] = ""
		default:
			parts[i] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	return strings.Join(words(strings.Join(parts, " ")), " ")
}

// Abbreviations that people use in the names of offices.
var shortWords = strings.NewReplacer("Servizi sociali", "Serv. sociali", "Servizio sociale", "Serv. sociale", "Ufficio", "Uff.",
	"Istituto comprensivo", "Ist. Comprensivo", "Direzione didattica", "Dir. didattica", "Istituto", "Ist.", "Cooperativa sociale", "Coop. soc.",
	"Associazione", "Ass.", "Consultorio", "Cons.", "Liceo scientifico", "Liceo Scient.")

// write gives the service's name as one hand writes it. Forms of one service differ only in order,
// case, abbreviations and punctuation.
func (s *service) write(rng *rand.Rand, upper bool) string {
	what, body := s.what, s.body
	text := ""
	switch form := rng.IntN(5); {
	case body == "" && form < 2:
		text = shortWords.Replace(what)
	case body == "":
		text = what
	case s.kind == "scuola" || s.kind == "giustizia-prefettura":
		text = s.writeOfPlace(form)
	case s.kind == "sanita":
		text = s.writeOfUSL(form)
	case form == 0:
		text = body + " - " + what
	case form == 1:
		text = what + " - " + body
	case form == 2:
		text = body + " – " + shortWords.Replace(what)
	case form == 3:
		text = shortWords.Replace(what) + " " + body
	default:
		text = what + ", " + body
	}
	if upper || rng.IntN(6) == 0 {
		return strings.ToUpper(text)
	}
	return text
}

func (s *service) writeOfPlace(form int) string {
	switch form {
	case 0, 1:
		return s.what + " di " + s.body
	case 2:
		return shortWords.Replace(s.what) + " " + s.body
	case 3:
		return s.what + " - " + s.body
	}
	return s.what + " " + s.body
}

func (s *service) writeOfUSL(form int) string {
	usl := "USL Umbria " + s.comune.usl
	switch form {
	case 0, 1:
		return usl + " - " + s.what + " " + s.comune.name
	case 2:
		return s.what + " di " + s.comune.name + " - Usl Umbria " + s.comune.usl
	case 3:
		return usl + " – " + shortWords.Replace(s.what) + " " + s.comune.name
	}
	return s.what + " " + s.comune.name + " (" + usl + ")"
}

// openServices opens a unit's services: one in every covered comune, the others where most people work.
func openServices(rng *rand.Rand, covered []*comune, people []int, unit int) []*service {
	rooms := rooms(people)
	left := map[string]int{}
	for _, k := range kindShare {
		left[k.kind] = k.n
	}
	taken := map[string]bool{}
	out := make([]*service, 0, unitServices)
	// The largest comuni come first: prefectures and the like are only there.
	for i, c := range covered {
		for k := range rooms[i] {
			s := openOne(rng, c, unit, left, taken, wish(i, k))
			taken[s.name] = true
			left[s.kind]--
			out = append(out, s)
		}
	}
	return out
}

// rooms says how many services each comune has: one, and more in proportion to its people, never more
// than them.
func rooms(people []int) []int {
	weights := make([]float64, len(people))
	for i, n := range people {
		weights[i] = float64(max(n-3, 0))
	}
	out := share(weights, unitServices-len(people), 0)
	over := 0
	for i := range out {
		out[i]++
		if out[i] > people[i] {
			over += out[i] - people[i]
			out[i] = people[i]
		}
	}
	for i := 0; over > 0; i = (i + 1) % len(out) {
		if out[i] < people[i] {
			out[i]++
			over--
		}
	}
	return out
}

// wish gives the kind that a comune must have as its k-th service: the two provincial capitals, which
// are the largest, have prefecture, questura and court, and the first also some of the third sector.
func wish(rank, k int) string {
	switch {
	case rank < 2 && k < 3:
		return "giustizia-prefettura"
	case rank == 0 && k < 5:
		return "terzo-settore"
	}
	return ""
}

// openOne opens the kind that is wished or draws one in proportion to how many are still to open.
func openOne(rng *rand.Rand, c *comune, unit int, left map[string]int, taken map[string]bool, wished string) *service {
	for try := 0; ; try++ {
		total := 0
		for _, k := range kindShare {
			total += max(left[k.kind], 0)
		}
		kind := cmp.Or(wished, "servizi-sociali")
		at := rng.IntN(max(total, 1))
		for _, k := range kindShare {
			if at -= max(left[k.kind], 0); at < 0 && wished == "" {
				kind = k.kind
				break
			}
		}
		if kind == "giustizia-prefettura" && wished == "" {
			continue
		}
		office := pick(rng, officeNames[kind])
		if try < 20 && rng.IntN(2) == 0 {
			office = officeNames[kind][0] // most are of the plainest sort
		}
		if kind == "scuola" && c.residents > 15000 && office == "Istituto comprensivo" {
			office += fmt.Sprintf(" %d", 1+rng.IntN(9))
		}
		if s := newService(kind, office, c, unit); !taken[s.name] {
			return s
		}
	}
}
