package territory

import (
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"

	"formare/data"
)

func load4test(t testing.TB) *Territory {
	t.Helper()
	land, err := Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return land
}

// TestResolve reads testdata/spellings.txt: how | comune or candidates | spellings, one a line.
func TestResolve(t *testing.T) {
	land := load4test(t)
	raw, err := os.ReadFile("testdata/spellings.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		part := strings.SplitN(line, " | ", 3)
		if len(part) != 3 {
			t.Fatalf("line %q", line)
		}
		for _, text := range strings.Split(part[2], " | ") {
			n++
			m := land.Resolve(text)
			got := m.Name
			if m.How == Several || m.How == Ambiguous {
				got = strings.Join(m.Candidates, ", ")
			}
			if m.How == Unknown {
				got = "-"
			}
			if m.How.String() != part[0] || got != part[1] {
				t.Errorf("%q: %s %s; want %s %s", text, m.How, got, part[0], part[1])
			}
		}
	}
	if n < 150 {
		t.Errorf("only %d spellings", n)
	}
}

func TestEveryNameAndCodeOfTheRegion(t *testing.T) {
	land := load4test(t)
	for _, c := range land.Comuni() {
		for _, text := range []string{c.Name, strings.ToUpper(c.Name), c.Name + " (" + c.Province + ")", c.Name + " " + c.Province,
			"Comune di " + c.Name, strings.ReplaceAll(c.Name, "'", "’"), strings.ReplaceAll(c.Name, "à", "a'"), c.ISTAT, c.Belfiore} {
			if m := land.Resolve(text); m.ISTAT != c.ISTAT || m.How != Exact {
				t.Errorf("%q: %+v", text, m)
			}
		}
	}
	if n := len(land.Comuni()); n != 92 || len(land.Zones()) != 12 || len(land.Tiles()) != 92 {
		t.Errorf("%d comuni, %d zones, %d tiles", n, len(land.Zones()), len(land.Tiles()))
	}
}

// TestOneLetterOff drops and changes each letter of each name: never is it read as another comune of the
// region, and long names are still found.
func TestOneLetterOff(t *testing.T) {
	land := load4test(t)
	found, tried := 0, 0
	for _, c := range land.Comuni() {
		for i := 1; i < len(c.Name); i++ {
			for _, text := range []string{c.Name[:i] + c.Name[i+1:], c.Name[:i] + "x" + c.Name[i+1:]} {
				m := land.Resolve(text)
				if m.How.InRegion() && m.ISTAT != c.ISTAT {
					t.Errorf("%q is read as %s", text, m.Name)
				}
				if len(c.Name) >= 9 {
					tried++
					if m.ISTAT == c.ISTAT {
						found++
					}
				}
			}
		}
	}
	if found*100 < tried*97 {
		t.Errorf("%d of %d misspelt long names found", found, tried)
	}
}

func TestPlacesMeanTheirComune(t *testing.T) {
	land := load4test(t)
	comuni := map[string]int{}
	for i, c := range land.Comuni() {
		comuni[c.ISTAT] = i
	}
	places, err := readSpellings(data.FS, "places.csv", comuni)
	if err != nil {
		t.Fatal(err)
	}
	if len(places) < 150 {
		t.Errorf("%d places", len(places))
	}
	for _, p := range places {
		m := land.Resolve(p.text)
		c, _ := land.Comune(p.istat)
		if m.How == Place && m.ISTAT == p.istat || m.How == Ambiguous && settles(Match{Name: c.Name}, m) {
			continue
		}
		t.Errorf("%q: %+v, want %s", p.text, m, c.Name)
	}
}

func TestWithSynonyms(t *testing.T) {
	land := load4test(t)
	more, err := land.WithSynonyms(map[string][]string{"Perugia": {"PG centro", "Gualdo"}, "055032": {"la Conca"}})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{"pg CENTRO": "Perugia", "Gualdo": "Perugia", "La conca": "Terni"} {
		if m := more.Resolve(text); m.Name != want || m.How != Abbreviation {
			t.Errorf("%q: %+v", text, m)
		}
	}
	if m := land.Resolve("Gualdo"); m.How != Ambiguous {
		t.Errorf("the first territory has changed: %+v", m)
	}
	for _, bad := range []map[string][]string{{"Atlantide": {"x"}}, {"Perugia": {"Terni"}}, {"Perugia": {"--"}}} {
		if _, err := land.WithSynonyms(bad); err == nil {
			t.Errorf("%v was taken", bad)
		}
	}
}

func TestByBelfiore(t *testing.T) {
	land := load4test(t)
	if name, province, ok := land.ByBelfiore("g478"); name != "Perugia" || province != "PG" || !ok {
		t.Error(name, province, ok)
	}
	if name, _, ok := land.ByBelfiore("H501"); name != "Roma" || !ok {
		t.Error(name, ok)
	}
	if _, _, ok := land.ByBelfiore("Z129"); ok {
		t.Error("a state was found")
	}
}

func TestResolveFromManyGoroutines(t *testing.T) {
	land := load4test(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, text := range []string{"Perugia", "Pergia", "C. di Castello", "Perugia/Terni", "xyzw"} {
				land.Resolve(text)
			}
		})
	}
	wg.Wait()
}

func FuzzResolve(f *testing.F) {
	land := load4test(f)
	for _, s := range []string{"Città di Castello (PG)", "CittÃ  di Castello", "Perugia/Terni", "Castiglione d/L", "\xff\xfe", "(((", "e e e", "S.ta Maria, 06081"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m := land.Resolve(s)
		if m.How.InRegion() {
			if c, ok := land.Comune(m.ISTAT); !ok || c.Name != m.Name {
				t.Errorf("%q: %+v", s, m)
			}
		}
		if !reflect.DeepEqual(m, land.Resolve(s)) {
			t.Errorf("%q is read in two ways", s)
		}
	})
}

func BenchmarkResolve(b *testing.B) {
	land := load4test(b)
	for _, text := range []string{"Perugia", "C. di Castello", "Pergia", "Assistente sociale"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				land.Resolve(text)
			}
		})
	}
}
