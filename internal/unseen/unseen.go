// Package unseen owns a second invented programme, for measuring: partners with other habits than those
// of the sample, each style of workbook with its truth, and the measure of what the program made of it.
// It stands for people who have never seen the program, so it must not know, and shares nothing with,
// the parsers, their lexicons or the sample. README.md tells the form of the truth.
package unseen

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
)

// A Style is one way of keeping registers.
type Style struct {
	Name   string
	Wave   int
	Format string // "" for .xlsx, else csv or ods
	build  func(k *kit)
}

type partner struct{ id, name, folder string }

var partners = []partner{
	{"ilvaglio", "Cooperativa sociale Il Vaglio", "Il Vaglio"},
	{"tiberis", "Agenzia formativa Tiberis", "tiberis"},
	{"meridiana", "Associazione Meridiana", "Meridiana"},
	{"scuolaponti", "Scuola dei Ponti", "scuola dei ponti"},
	{"interlinea", "Consorzio Interlinea", "INTERLINEA"},
	{"asterisco", "Asterisco Formazione", "Asterisco"},
}

func settings() string {
	out := `programme:
  name: Ponti e parole
  title: Formazione degli operatori
  start: "2021-09"
  end: "2022-08"
partners:
`
	for _, p := range partners {
		out += "  - {id: " + p.id + ", name: \"" + p.name + "\", aliases: [\"" + p.folder + "\"]}\n"
	}
	return out + `areas:
  - {id: istruzione, label: Istruzione, synonyms: [scuola, scolastica]}
  - {id: sociosanitaria, label: Socio-sanitaria, synonyms: [sanità, sociale]}
  - {id: amministrativa, label: Amministrativa di front-office, synonyms: [amministrativo, sportelli]}
  - {id: comunicazione, label: Comunicazione interculturale, synonyms: [intercultura]}
  - {id: giuridica, label: Giuridica, synonyms: [legale, diritto]}
figures: {sizes: [slide], formats: [svg]}
`
}

// Styles of a wave (0 for all) in the given formats, in their order.
func Styles(wave int, formats ...string) []Style {
	var out []Style
	for _, s := range slices.Concat(listStyles, headStyles, attendanceStyles, resultStyles, fileStyles, listStyles2, attendanceStyles2, mixedStyles, listStyles4, attendanceStyles4, listStyles5, attendanceStyles5, styles6) {
		if (wave == 0 || s.Wave == wave) && (s.Format == "" || slices.Contains(formats, s.Format)) {
			out = append(out, s)
		}
	}
	return out
}

// Make a set of the styles. Each style's chance is its own, so that a new one changes no other.
func Make(seed uint64, styles []Style) (*Set, error) {
	places, err := readPlaces()
	if err != nil {
		return nil, err
	}
	rng := rand.New(rand.NewPCG(seed, 1))
	w := &world{seed: seed, places: places, services: makeServices(places)}
	var birthplaces []string
	for _, p := range places {
		birthplaces = append(birthplaces, p.belfiore)
	}
	w.people = makePeople(rng, 240, birthplaces, w.services)
	set := &Set{raw: map[string][]byte{}}
	for _, s := range styles {
		h := fnv.New64a()
		h.Write([]byte(s.Name))
		k := &kit{world: w, rng: rand.New(rand.NewPCG(seed, h.Sum64())), style: s.Name, partner: partners[h.Sum64()%uint64(len(partners))], set: set}
		s.build(k)
	}
	return set, nil
}
