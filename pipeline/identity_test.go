package pipeline_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"formare/internal/engine"
	"formare/internal/normalise"
	"formare/pipeline"

	"github.com/xuri/excelize/v2"
)

// The people of these tests are invented, in a way of their own: what corrupts them follows the generator
// of FEBRL (Christen, 2005), with the slips that Italian registers add.

type someone struct {
	normalise.Person
	surname, given string // as they write themselves
	cf             string
}

const (
	someSurnames = "Rossi Bianchi Fiorucci Proietti Mencarelli D'Angelo De_Luca Nicolò Della_Torre Lo_Presti Hoxha Popescu El_Amrani Benali Diallo Shevchenko " +
		"Mariotti Castellani Brunori Ricci Tosti Pucci Falchetti Ubaldi Morettini Baldelli Cecchetti Santucci Lupi Fabbri"
	someWomen = "Anna Maria_Grazia Francesca Laura Chiara Niccolò_Maria Fatima Khadija Elena Giulia Silvia Anna_Rita Paola Ioana Olena Rosa_Elena"
	someMen   = "Mario Luca Marco_Antonio Mohammed Youssef Gianluca Andrea Nicolò Paolo Giuseppe Ionut Besnik Gian_Piero Carlo Francesco Stefano"
)

func pickName(r *rand.Rand, list string) string {
	return strings.ReplaceAll(pick(r, strings.Fields(list)), "_", " ")
}

// newPeople makes people, some of whom share their names, or surname and birth date as twins do.
func newPeople(r *rand.Rand, n int) []someone {
	plain := strings.NewReplacer("ò", "o")
	var out []someone
	for len(out) < n {
		p := someone{surname: pickName(r, someSurnames), Person: normalise.Person{Gender: pick(r, []string{"F", "M"})}}
		p.Birth = normalise.Date{Year: 1950 + r.IntN(48), Month: time.Month(1 + r.IntN(12)), Day: 1 + r.IntN(28)}
		twin := len(out) > 0 && r.IntN(60) == 0
		if twin {
			p.surname, p.Birth = out[len(out)-1].surname, out[len(out)-1].Birth
		}
		p.given = pickName(r, map[string]string{"F": someWomen, "M": someMen}[p.Gender])
		if len(out) > 0 && !twin && r.IntN(25) == 0 {
			p.surname, p.given, p.Gender = out[len(out)-1].surname, out[len(out)-1].given, out[len(out)-1].Gender
		}
		p.Surname, p.GivenName = strings.ToUpper(plain.Replace(p.surname)), strings.ToUpper(plain.Replace(p.given))
		lead, _ := normalise.Leading(&p.Person)
		code, ok := normalise.PlainCF(string(lead[:]) + fmt.Sprintf("%c%03dA", "ADGHZ"[r.IntN(5)], 100+r.IntN(800)))
		if !ok {
			panic("no codice fiscale")
		}
		p.cf = string(code[:])
		out = append(out, p)
	}
	return out
}

// A slip is one way in which a row goes wrong, and how often in a thousand rows.
type slip struct {
	often int
	do    func(r *rand.Rand, row *written)
}

// written is how a row tells who it is about.
type written struct {
	surname, given, cf, gender string
	birth                      normalise.Date
}

func swapLetters(r *rand.Rand, s string) string {
	b := []rune(s)
	if len(b) < 4 {
		return s
	}
	i := 1 + r.IntN(len(b)-2)
	switch r.IntN(3) {
	case 0:
		b[i], b[i+1] = b[i+1], b[i]
	case 1:
		b = append(b[:i], b[i+1:]...)
	default:
		b[i] = rune("aeiorstln"[r.IntN(9)])
	}
	return string(b)
}

var slips = []slip{
	{333, func(_ *rand.Rand, w *written) { w.cf = "" }},
	{250, func(_ *rand.Rand, w *written) {
		w.surname, w.given = strings.ToUpper(w.surname), strings.ToUpper(w.given)
	}},
	{100, func(_ *rand.Rand, w *written) { w.surname = strings.ReplaceAll(w.surname, "ò", "o'") }},
	{100, func(_ *rand.Rand, w *written) { w.given = strings.ReplaceAll(w.given, "ò", "o") }},
	{30, func(_ *rand.Rand, w *written) { w.surname = strings.ReplaceAll(w.surname, "'", "’ ") }},
	{15, func(_ *rand.Rand, w *written) { w.given, _, _ = strings.Cut(w.given, " ") }},
	{10, func(_ *rand.Rand, w *written) { w.surname, w.given = w.given, w.surname }},
	{10, func(_ *rand.Rand, w *written) {
		w.given = strings.NewReplacer("Mohammed", "Muhammad", "Youssef", "Yusuf", "Khadija", "Hadija").Replace(w.given)
		w.surname = strings.NewReplacer("El ", "Al ", "Shev", "Sev").Replace(w.surname)
	}},
	{20, func(r *rand.Rand, w *written) {
		if w.cf != "" {
			i := r.IntN(16)
			w.cf = w.cf[:i] + string("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"[r.IntN(36)]) + w.cf[i+1:]
		}
	}},
	{10, func(_ *rand.Rand, w *written) { w.cf = strings.ToLower(strings.Replace(w.cf, "0", "O", 1)) }},
	{5, func(r *rand.Rand, w *written) { w.given = swapLetters(r, w.given) }},
	{5, func(r *rand.Rand, w *written) { w.surname = swapLetters(r, w.surname) }},
	{4, func(_ *rand.Rand, w *written) {
		if w.birth.Day <= 12 {
			w.birth.Day, w.birth.Month = int(w.birth.Month), time.Month(w.birth.Day)
		}
	}},
	{3, func(r *rand.Rand, w *written) { w.birth.Day = 1 + r.IntN(28) }},
	{3, func(r *rand.Rand, w *written) { w.birth.Year += 1 + r.IntN(9) }},
	{4, func(_ *rand.Rand, w *written) { w.birth = normalise.Date{} }},
	{20, func(_ *rand.Rand, w *written) { w.gender = "" }},
}

// A crowd is a programme of registers about people of whom it is known which rows are theirs.
type crowd struct {
	cfg   pipeline.Config
	owner map[string]int // place of a row to its person
}

const crowdProject = `programme: {name: Prova, start: 2017-04, end: 2018-03}
partners: [{id: anci, name: Anci}, {id: aris, name: Aris}, {id: csc, name: Csc}]
figures: {sizes: [slide], formats: [svg], documents: []}
`

// layouts of a register: which column holds what.
var layouts = [][]string{
	{"Cognome", "Nome", "Codice fiscale", "Data di nascita", "Sesso", "Ore frequentate"},
	{"Cognome e nome", "Nato/a il", "C.F.", "Sesso", "Ore freq."},
	{"Sesso", "Nome", "Cognome", "Data nascita", "Cod. Fisc.", "Ore"},
}

func newCrowd(t *testing.T, seed uint64, n int) *crowd {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 11))
	people := newPeople(r, n)
	c := &crowd{cfg: newProject(t, crowdProject), owner: map[string]int{}}
	for file := range 12 {
		partner := []string{"anci", "aris", "csc"}[file%3]
		name := fmt.Sprintf("%s/2017-%02d/registro.xlsx", partner, 4+file/3)
		f := excelize.NewFile()
		head := layouts[file%3]
		check(t, f.SetCellStr("Sheet1", "A1", fmt.Sprintf("Corso: Corso %d", file)))
		check(t, f.SetCellStr("Sheet1", "A2", fmt.Sprintf("Data inizio: 10/%02d/2017", 4+file/3)))
		check(t, f.SetSheetRow("Sheet1", "A4", &head))
		for i, who := range r.Perm(len(people))[:len(people)/4] {
			row := 5 + i
			c.owner[fmt.Sprintf("%s!Sheet1!%d", name, row)] = who
			check(t, f.SetSheetRow("Sheet1", "A"+strconv.Itoa(row), people[who].write(r, head)))
		}
		path := filepath.Join(c.cfg.Project, "data", "inbox", filepath.FromSlash(name))
		check(t, os.MkdirAll(filepath.Dir(path), 0o755))
		check(t, f.SaveAs(path))
		check(t, f.Close())
	}
	return c
}

func (p *someone) write(r *rand.Rand, head []string) *[]any {
	w := &written{surname: p.surname, given: p.given, cf: p.cf, gender: p.Gender, birth: p.Birth}
	for _, s := range slips {
		if r.IntN(1000) < s.often {
			s.do(r, w)
		}
	}
	row := make([]any, len(head))
	for i, h := range head {
		switch h {
		case "Cognome":
			row[i] = w.surname
		case "Nome":
			row[i] = w.given
		case "Cognome e nome":
			row[i] = w.surname + " " + w.given
		case "Sesso":
			row[i] = w.gender
		case "Codice fiscale", "C.F.", "Cod. Fisc.":
			row[i] = w.cf
		case "Data di nascita", "Nato/a il", "Data nascita":
			row[i] = ""
			if !w.birth.IsZero() {
				row[i] = fmt.Sprintf("%02d/%02d/%d", w.birth.Day, w.birth.Month, w.birth.Year)
			}
		default:
			row[i] = 8
		}
	}
	return &row
}

func (c *crowd) run(t *testing.T) *project {
	t.Helper()
	settings, err := pipeline.LoadSettings(c.cfg.Project)
	check(t, err)
	c.cfg.Settings = settings
	got, err := pipeline.Run(context.Background(), c.cfg, pipeline.Env{})
	check(t, err)
	return &project{dir: c.cfg.Project, cfg: c.cfg, got: got}
}

// A tally counts pairs of rows: those that are of one person and were linked, those linked, those of one person.
type tally struct{ both, said, meant float64 }

func (a *tally) add(b tally) { a.both += b.both; a.said += b.said; a.meant += b.meant }

func (a tally) precision() float64 { return a.both / a.said }
func (a tally) recall() float64    { return a.both / a.meant }
func (a tally) f1() float64        { return 2 * a.both / (a.said + a.meant) }

func (a tally) String() string {
	return fmt.Sprintf("precision %.4f, recall %.4f, F1 %.4f", a.precision(), a.recall(), a.f1())
}

// pairwise compares what was linked with the truth, pair by pair of rows, and counts the people who were torn
// apart.
func (c *crowd) pairwise(t *testing.T, p *project) (n tally, torn int) {
	t.Helper()
	owners, whole := map[string]map[int]int{}, map[int]int{}
	rows := p.query(t, `SELECT s.file, l.sheet, l."row", l.participant FROM linked l JOIN sources s ON s.source = l.source`)
	if len(rows) != len(c.owner) {
		t.Errorf("%d rows linked of %d", len(rows), len(c.owner))
	}
	for _, row := range rows {
		who, ok := c.owner[row["file"]+"!"+row["sheet"]+"!"+row["row"]]
		if !ok {
			t.Fatalf("a row that nobody wrote: %v", row)
		}
		if owners[row["participant"]] == nil {
			owners[row["participant"]] = map[int]int{}
		}
		owners[row["participant"]][who]++
		whole[who]++
	}
	pairs := func(n int) float64 { return float64(n) * float64(n-1) / 2 }
	lies := map[int]int{}
	for _, of := range owners {
		all := 0
		for who, k := range of {
			n.both += pairs(k)
			all += k
			lies[who]++
		}
		n.said += pairs(all)
	}
	for who, k := range whole {
		n.meant += pairs(k)
		if lies[who] > 1 {
			torn++
		}
	}
	return n, torn
}

// TestLinking measures the linking of people on registers that go wrong as real ones do, then the list of
// doubtful pairs: how many of the people who were torn apart it shows, and how many of its pairs are right.
// Answers that the list is given must mend what it showed.
func TestLinking(t *testing.T) {
	if !engine.Present {
		t.Log("people are linked by SQL, which this build has not")
		return
	}
	var first, answered tally
	var torn, left, right, wrong int
	for seed := range uint64(crowds) {
		c := newCrowd(t, seed, 600)
		p := c.run(t)
		n, apart := c.pairwise(t, p)
		first.add(n)
		torn += apart
		list, err := pipeline.Doubts(context.Background(), c.cfg)
		check(t, err)
		yes, no := c.answer(t, list)
		right, wrong = right+yes, wrong+no

		p = c.run(t)
		n, apart = c.pairwise(t, p)
		answered.add(n)
		left += apart
		if list, err = pipeline.Doubts(context.Background(), c.cfg); err != nil || len(list) > (yes+no)/5 {
			t.Errorf("seed %d: answered, and still %d doubts (%v)", seed, len(list), err)
		}
		for _, f := range p.query(t, "SELECT rule, value FROM findings WHERE rule LIKE 'people-%'") {
			t.Errorf("seed %d: %v", seed, f)
		}
	}
	t.Logf("linked: %s; %d people torn apart", first, torn)
	t.Logf("%d doubts, %d of them right; once they are answered: %s, %d people torn apart", right+wrong, right, answered, left)
	if first.f1() < 0.99 || first.precision() < 0.999 {
		t.Errorf("linking is not good enough: %s", first)
	}
	if right < wrong || float64(left) > 0.1*float64(torn) {
		t.Errorf("%d doubts, %d right; %d people torn apart, %d after they were answered", right+wrong, right, torn, left)
	}
	if answered.precision() < first.precision() {
		t.Errorf("answers do harm: %s", answered)
	}
}

// crowds is how many programmes TestLinking makes.
const crowds = 3

// answer writes what is true of each doubt into formare.yaml, in the words of the list.
func (c *crowd) answer(t *testing.T, list []pipeline.Doubt) (right, wrong int) {
	t.Helper()
	var same, different []string
	for _, d := range list {
		place := func(m pipeline.Mention) string { return fmt.Sprintf("%s!%s!%d", m.File, m.Sheet, m.Row) }
		pair := fmt.Sprintf("[%q, %q]", d.A.Ref, d.B.Ref)
		one := c.owner[place(d.A)] == c.owner[place(d.B)]
		switch {
		case one:
			same = append(same, pair)
		default:
			different = append(different, pair)
		}
		if d.MayBe == "one" && one || d.MayBe == "two" && !one {
			right++
		} else {
			wrong++
		}
	}
	yaml := crowdProject + "people:\n  same: [" + strings.Join(same, ", ") + "]\n  different: [" + strings.Join(different, ", ") + "]\n"
	check(t, os.WriteFile(filepath.Join(c.cfg.Project, "formare.yaml"), []byte(yaml), 0o644))
	return right, wrong
}
