package sample

import (
	"math/rand/v2"
	"regexp"
	"testing"
	"time"
)

func TestCodiceFiscale(t *testing.T) {
	for _, c := range []struct {
		surname, given, gender string
		birth                  time.Time
		place, want            string
	}{
		{"Rossi", "Mario", "M", day(1980, 1, 1), "H501", "RSSMRA80A01H501U"},
		{"Moretti", "Matteo", "M", day(1991, 4, 8), "F205", "MRTMTT91D08F205J"},
		{"Fo", "Maria Grazia", "F", day(1975, 12, 31), "Z129", "FOXMGR75T71Z129"},
		{"D'Amico", "Niccolò", "M", day(1960, 8, 5), "L117", "DMCNCL60M05L117"},
	} {
		got := codiceFiscale(c.surname, c.given, c.gender, c.birth, c.place)
		if got[:len(c.want)] != c.want {
			t.Errorf("%s %s: %s, want %s", c.given, c.surname, got, c.want)
		}
	}
	if got := omocodia("MRTMTT91D08F205J"); got[:15] != "MRTMTT91D08F20R" {
		t.Errorf("omocodia: %s", got)
	}
	if got := provisional("1234567890"); got != "12345678903" {
		t.Errorf("provisional: %s", got)
	}
}

// Rows of one person hang together by the keys that they tell, and those of two never do.
func TestRowsLinkToTheirPerson(t *testing.T) {
	l, err := readLand()
	if err != nil {
		t.Fatal(err)
	}
	form := regexp.MustCompile(`^[A-Z]{6}\d{2}[ABCDEHLMPRST]\d{2}[A-Z]\d{3}[A-Z]$`)
	for seed := uint64(1); seed <= 4; seed++ {
		w := newWorld(l, l.choose(rand.New(rand.NewPCG(seed, streamLand))), newRegistry(), seed, 0)
		plantProblems(w)
		log := &record{}
		if _, err := writeInbox(t.TempDir(), w, log); err != nil {
			t.Fatal(err)
		}
		owner := map[string]*person{}
		rows, without := 0, 0
		for _, r := range log.rows {
			rows++
			if r.cf == "" {
				without++
			}
			if !form.MatchString(r.person.cf) || r.person.cf[15] != checkLetter(r.person.cf) {
				t.Errorf("%s is no codice fiscale", r.person.cf)
			}
			keys := keysOf(r)
			if len(keys) == 0 != r.person.alone {
				t.Errorf("%s: alone is %v, but the row tells %d keys", r.person.id, r.person.alone, len(keys))
			}
			for _, k := range keys {
				if o := owner[k]; o != nil && o != r.person {
					t.Errorf("%s and %s share a key", o.id, r.person.id)
				}
				owner[k] = r.person
			}
		}
		checkJoined(t, log.rows)
		if share := float64(without) / float64(rows); share < 0.28 || share > 0.40 {
			t.Errorf("seed %d: %.2f of the rows lack a codice fiscale", seed, share)
		}
		if len(w.homonyms) != 2 {
			t.Errorf("%d pairs of homonyms", len(w.homonyms))
		}
	}
}

// keysOf gives the keys that a row tells.
func keysOf(r *row) []string {
	var out []string
	if r.cf != "" {
		out = append(out, "cf:"+r.cf)
	}
	if r.cf != "" || r.gender != "" && r.birthYear != 0 {
		out = append(out, "person:"+r.person.cf[:11])
	}
	if r.birthYear != 0 {
		out = append(out, "name:"+nameKey(r.person))
	}
	return out
}

// checkJoined joins rows by shared keys and wants one group for each person.
func checkJoined(t *testing.T, rows []*row) {
	t.Helper()
	group := map[string]int{}
	root := map[int]int{}
	find := func(i int) int {
		for root[i] != i {
			i = root[i]
		}
		return i
	}
	of := map[*person]map[int]bool{}
	for i, r := range rows {
		root[i] = i
		for _, k := range keysOf(r) {
			if j, ok := group[k]; ok {
				root[find(i)] = find(j)
			} else {
				group[k] = i
			}
		}
	}
	for i, r := range rows {
		if of[r.person] == nil {
			of[r.person] = map[int]bool{}
		}
		of[r.person][find(i)] = true
	}
	for p, groups := range of {
		if len(groups) != 1 {
			t.Errorf("the rows of %s fall into %d groups", p.id, len(groups))
		}
	}
}
