package unseen

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// A person is invented; the codice fiscale is made from the invented data.
type person struct {
	id             string
	surname, given string
	female         bool
	born           time.Time
	birthplace     string // Belfiore code
	cf             string
	service        *service
	role           *role
}

func (p *person) gender() string {
	if p.female {
		return "F"
	}
	return "M"
}

var surnames = strings.Split("Bianconi Cesarini Fratini Gubbiotti Mencarelli Pannacci Rosignoli Tardioli Valigi Zampolini Antonini Battistoni Ceccarelli Duranti Fagioli Galletti Innocenzi Lupattelli Massarelli Nardi Olivieri Piccioni Quaglia Ranieri Santucci Taddei Urbanelli Vergari Brunori Cardinali Francesconi Gentili Lanari Morettini Paolucci Ricciarelli Sensi Trinari Belli Capitini Dominici Ferranti Grilli Mattioli Proietti Rossetti Sabatini Tiberi Bonucci Casagrande Marchetti Orsini Pierotti Stella Silvestri Fiorucci Biagioli Cecchini Menghini Tomassini", " ")

var particled = []string{"De Santis", "D'Amico", "Lo Monaco", "Della Ciana", "Di Giacomo", "La Rosa", "Dell'Orso", "De' Rossi", "Del Buono", "D'Agostino"}

var foreign = []struct {
	surname, given, land string
	female               bool
}{
	{"El Idrissi", "Fatima Zahra", "Z330", true}, {"Ben Youssef", "Karim", "Z352", false}, {"Hoxha", "Arben", "Z100", false},
	{"Popescu", "Ioana Andreea", "Z129", true}, {"Kovalenko", "Oksana", "Z138", true}, {"Diop", "Mamadou", "Z343", false},
	{"Dos Santos", "Maria Aparecida", "Z602", true}, {"Nguyen", "Thi Lan", "Z251", true}, {"Shkodrani", "Elira", "Z100", true},
	{"Al Masri", "Samir", "Z240", false}, {"Okafor", "Chidi", "Z335", false}, {"Quispe Huamán", "Rosa", "Z611", true},
	{"Szymańska", "Agnieszka", "Z127", true}, {"Singh", "Harpreet", "Z222", false}, {"Muñoz", "José Luis", "Z604", false},
}

var women = []string{"Agnese", "Beatrice", "Carlotta", "Donatella", "Eleonora", "Federica", "Ginevra", "Ilaria", "Letizia", "Manuela", "Nadia", "Ornella", "Patrizia", "Roberta", "Sabrina", "Tiziana", "Valeria", "Anna Rita", "Maria Chiara", "Maria Grazia", "Lucia", "Paola", "Simona", "Cristina", "Francesca", "Giulia", "Rita", "Stefania"}

var men = []string{"Adriano", "Bruno", "Claudio", "Daniele", "Edoardo", "Fabrizio", "Giacomo", "Ivano", "Leonardo", "Mauro", "Nicolò", "Osvaldo", "Pietro", "Riccardo", "Sandro", "Tommaso", "Umberto", "Walter", "Gian Marco", "Pier Luigi", "Antonio", "Andrea", "Filippo", "Luca", "Marco", "Enrico"}

func makePeople(rng *rand.Rand, n int, places []string, services []*service) []*person {
	var out []*person
	seen := map[string]bool{}
	for i := 0; len(out) < n; i++ {
		p := &person{female: rng.IntN(3) > 0, birthplace: places[rng.IntN(len(places))], service: services[rng.IntN(len(services))]}
		p.born = day(1958+rng.IntN(41), 1+rng.IntN(12), 1+rng.IntN(28))
		switch {
		case i < len(foreign):
			f := foreign[i]
			p.surname, p.given, p.female, p.birthplace = f.surname, f.given, f.female, f.land
		case i%9 == 0:
			p.surname = particled[rng.IntN(len(particled))]
		default:
			p.surname = surnames[rng.IntN(len(surnames))]
		}
		if p.given == "" {
			p.given = men[rng.IntN(len(men))]
			if p.female {
				p.given = women[rng.IntN(len(women))]
			}
		}
		if i >= len(foreign) && i%17 == 0 && len(out) > 20 { // a homonym: same name, another birth
			q := out[len(out)-9]
			if q.female == p.female || q.birthplace[0] != 'Z' {
				p.surname, p.given, p.female = q.surname, q.given, q.female
			}
		}
		p.role = p.service.roles[rng.IntN(len(p.service.roles))]
		p.cf = codiceFiscale(p)
		if seen[p.cf[:11]] {
			continue
		}
		seen[p.cf[:11]] = true
		p.id = fmt.Sprintf("P%03d", len(out)+1)
		out = append(out, p)
	}
	return out
}

// codiceFiscale by the rules of D.M. 12 March 1974.
func codiceFiscale(p *person) string {
	cons, vow := letters(p.surname)
	code := (cons + vow + "XXX")[:3]
	cons, vow = letters(p.given)
	if len(cons) > 3 {
		cons = cons[:1] + cons[2:4]
	}
	code += (cons + vow + "XXX")[:3]
	d := p.born.Day()
	if p.female {
		d += 40
	}
	code += fmt.Sprintf("%02d%c%02d%s", p.born.Year()%100, "ABCDEHLMPRST"[p.born.Month()-1], d, p.birthplace)
	return code + string(checkLetter(code))
}

// letters of a name: consonants and vowels, without accents.
func letters(s string) (consonants, vowels string) {
	s = strings.NewReplacer("À", "A", "Á", "A", "È", "E", "É", "E", "Ì", "I", "Ò", "O", "Ó", "O", "Ù", "U", "Ñ", "N", "Ń", "N").Replace(strings.ToUpper(s))
	for _, r := range s {
		switch {
		case strings.ContainsRune("AEIOU", r):
			vowels += string(r)
		case r >= 'A' && r <= 'Z':
			consonants += string(r)
		}
	}
	return consonants, vowels
}

func checkLetter(code string) byte {
	odd := []int{1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23}
	sum := 0
	for i, r := range []byte(code) {
		n := int(r - 'A')
		if r >= '0' && r <= '9' {
			n = int(r - '0')
		}
		if i%2 == 0 {
			n = odd[n]
		}
		sum += n
	}
	return byte('A' + sum%26)
}

// omocodia replaces the last digit by its letter, as the revenue agency does for two people with one code.
func omocodia(cf string) string {
	b := []byte(cf[:15])
	b[14] = "LMNPQRSTUV"[b[14]-'0']
	return string(b) + string(checkLetter(string(b)))
}

// wrongCheck is the code with another last letter.
func wrongCheck(cf string) string {
	return cf[:15] + string('A'+(cf[15]-'A'+7)%26)
}
