package unseen

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"

	"formare/data"
)

// A place is a comune with its codes.
type place struct{ istat, name, province, belfiore string }

func readPlaces() ([]place, error) {
	raw, err := data.FS.ReadFile("reference/comuni.csv")
	if err != nil {
		return nil, err
	}
	recs, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		return nil, err
	}
	var out []place
	for _, r := range recs[1:] {
		out = append(out, place{r[0], r[1], r[2], r[3]})
	}
	return out, nil
}

// A role, in the words people use for it.
type role struct {
	id       string
	words    []string
	feminine []string // used for women where it is not empty
}

var roles = map[string]*role{
	"assistente sociale":       {words: []string{"assistente sociale", "Assistente Sociale", "Ass. sociale", "ASSISTENTE SOCIALE", "Ass. Soc."}},
	"insegnante":               {words: []string{"insegnante", "Docente", "INSEGNANTE", "docente"}},
	"mediatore culturale":      {words: []string{"mediatore culturale", "Mediatore interculturale", "mediatore linguistico-culturale"}, feminine: []string{"mediatrice culturale", "Mediatrice interculturale", "mediatrice linguistico-culturale"}},
	"polizia locale":           {words: []string{"Agente di Polizia locale", "agente polizia municipale", "Agente P.L."}},
	"impiegato amministrativo": {words: []string{"impiegato amministrativo", "Istruttore amministrativo", "amministrativo"}, feminine: []string{"impiegata amministrativa", "Istruttrice amministrativa", "amministrativa"}},
	"infermiere":               {words: []string{"infermiere", "Infermiere"}, feminine: []string{"infermiera", "Infermiera"}},
	"ostetrica":                {words: []string{"ostetrico", "Ostetrico"}, feminine: []string{"ostetrica", "Ostetrica"}},
	"medico":                   {words: []string{"medico", "Medico"}},
	"educatore":                {words: []string{"educatore", "Educatore professionale", "educatore prof.le"}, feminine: []string{"educatrice", "Educatrice professionale", "educatrice prof.le"}},
	"psicologo":                {words: []string{"psicologo", "Psicologo"}, feminine: []string{"psicologa", "Psicologa"}},
}

func init() {
	for id, r := range roles {
		r.id = id
	}
}

func (p *person) roleWord(n int) string {
	words := p.role.words
	if p.female && len(p.role.feminine) > 0 {
		words = p.role.feminine
	}
	return words[n%len(words)]
}

// A service is an office or body, with the ways in which it gets written; the first is the fullest.
type service struct {
	id     string
	comune place
	names  []string
	roles  []*role
}

func (s *service) word(n int) string { return s.names[n%len(s.names)] }

func makeServices(places []place) []*service {
	by := map[string]place{}
	for _, p := range places {
		by[p.name] = p
	}
	var out []*service
	add := func(comune string, who []string, names ...string) {
		s := &service{id: fmt.Sprintf("S%02d", len(out)+1), comune: by[comune], names: names}
		for _, id := range who {
			s.roles = append(s.roles, roles[id])
		}
		out = append(out, s)
	}
	for _, c := range []string{"Perugia", "Terni", "Foligno", "Città di Castello", "Gubbio", "Narni", "Marsciano", "Castiglione del Lago"} {
		add(c, []string{"assistente sociale", "impiegato amministrativo"},
			"Comune di "+c+" - Servizi sociali", "Servizi Sociali Comune di "+c, "COMUNE DI "+strings.ToUpper(c)+" – SERVIZI SOCIALI", "Comune di "+c+", Serv. Sociali")
	}
	for _, c := range []string{"Spoleto", "Todi", "Assisi", "Orvieto"} {
		add(c, []string{"polizia locale"}, "Comune di "+c+" - Polizia locale", "Polizia Locale Comune di "+c, "Polizia Municipale di "+c)
	}
	for _, c := range []string{"Amelia", "Umbertide", "Gualdo Tadino"} {
		add(c, []string{"impiegato amministrativo"}, "Comune di "+c+" - Ufficio Anagrafe", "Anagrafe Comune di "+c, "Comune di "+c+" - Uff. Anagrafe")
	}
	for _, c := range []string{"Foligno 3", "Perugia 7", "Todi", "Bastia 1"} {
		at := map[string]string{"Foligno 3": "Foligno", "Perugia 7": "Perugia", "Todi": "Todi", "Bastia 1": "Bastia Umbra"}[c]
		add(at, []string{"insegnante"}, "Istituto Comprensivo "+c, "I.C. "+c, "IC "+strings.ToUpper(c), "Ist. Comprensivo "+c)
	}
	add("Terni", []string{"insegnante"}, "CPIA 1 Terni", "C.P.I.A. 1 Terni", "CPIA 1 TERNI")
	for _, c := range []string{"Gubbio", "Orvieto", "Spoleto"} {
		n := map[string]string{"Gubbio": "1", "Orvieto": "2", "Spoleto": "2"}[c]
		add(c, []string{"ostetrica", "psicologo", "medico"}, "USL Umbria "+n+" - Consultorio di "+c, "Consultorio "+c+" - USL Umbria "+n, "Az. USL Umbria "+n+" – Consultorio familiare "+c)
	}
	add("Perugia", []string{"infermiere", "medico"}, "USL Umbria 1 - Centro di Salute Perugia", "Centro di salute Perugia - USL Umbria 1")
	add("Perugia", []string{"educatore", "mediatore culturale"}, "Cooperativa Sociale Filo d'Erba", "Coop. Soc. Filo d'Erba", "FILO D'ERBA COOP. SOCIALE")
	add("Terni", []string{"educatore", "mediatore culturale"}, "Cooperativa sociale La Quercia Verde", "Coop. La Quercia Verde", "Soc. Coop. Sociale La Quercia Verde")
	add("Foligno", []string{"mediatore culturale", "educatore"}, "Caritas diocesana di Foligno", "Caritas Foligno", "Caritas Diocesana Foligno")
	return out
}

// comuneWord writes a comune as a secretary would; the plain name is the first.
func comuneWord(p place, n int) string {
	up := strings.ToUpper(p.name)
	flat := strings.NewReplacer("à", "a'").Replace(p.name)
	bare := strings.NewReplacer("À", "A").Replace(up)
	words := []string{p.name, up, p.name + " (" + p.province + ")", flat, "Comune di " + p.name, bare, p.name + " ", p.name + " - " + p.province}
	return words[n%len(words)]
}
