//go:build cgo

package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"formare/internal/table"
)

// same and different write what the configuration tells: by a key, or by a place on the sheet Foglio1.
func same(item int64, refs ...any) []table.PersonRef { return told("same", item, refs) }

func different(item int64, a, b any) []table.PersonRef { return told("different", item, []any{a, b}) }

type keyRef struct {
	kind string
	key  int64
}

func told(kind string, item int64, refs []any) []table.PersonRef {
	var out []table.PersonRef
	for i, r := range refs {
		p := table.PersonRef{Kind: kind, Item: item, Side: int64(i + 1)}
		switch r := r.(type) {
		case keyRef:
			p.KeyKind, p.Key, p.Ref = r.kind, r.key, fmt.Sprintf("%s:%d", r.kind, r.key)
		case int:
			p.Row, p.Ref = int64(r), fmt.Sprintf("a.xlsx!Foglio1!%d", r)
		}
		out = append(out, p)
	}
	return out
}

func cf(k int64) keyRef     { return keyRef{"cf", k} }
func person(k int64) keyRef { return keyRef{"person", k} }
func name(k int64) keyRef   { return keyRef{"name", k} }

func oneCourse(t *testing.T, people []table.PersonRef, rows []table.Keys) (*world, map[string][]string) {
	t.Helper()
	w := &world{ref: smallReference()}
	w.ref.People = people
	b := w.source("a", "anci", "2017-04", "active", 1)
	for i, k := range rows {
		fill(b, nil, []row{{k, e(i+1, "anci/C").sat(1)}})
	}
	return w, w.write(t)
}

// TestToldPeople has one case for each thing that the configuration can tell of who is who.
func TestToldPeople(t *testing.T) {
	tests := []struct {
		name   string
		people []table.PersonRef
		rows   []table.Keys
		want   string // participants of the rows in their order
		links  string // and how they were linked
	}{
		{"two codici fiscali are one", same(1, cf(1), cf(2)), []table.Keys{keys(1, 21, 31), keys(2, 22, 32), keys(3, 23, 33)}, "1|1|3", "cf|cf|cf"},
		{"a name and a code are one", same(1, cf(1), name(32)), []table.Keys{keys(1, 21, 31), keys(0, 0, 32)}, "1|1", "cf|told"},
		{"a place and a code are one", same(1, cf(1), 2), []table.Keys{keys(1, 21, 31), nobody, nobody}, "-1000000002|-1000000002|-1000000003", "cf|told|alone"},
		{"lists that meet in a person", append(same(1, cf(1), person(22)), same(2, name(32), cf(3))...),
			[]table.Keys{keys(1, 21, 31), keys(0, 22, 32), keys(3, 23, 33)}, "1|1|1", "cf|told|cf"},
		{"a row without code is another", different(1, cf(1), name(31)), []table.Keys{keys(1, 21, 31), keys(0, 0, 31), keys(0, 21, 39)}, "1|-1000000002|1", "cf|told|person"},
		{"one row of a code is another", different(1, cf(1), 2), []table.Keys{keys(1, 21, 31), keys(1, 21, 31), keys(1, 21, 31)}, "1|-1000000002|1", "cf|told|cf"},
		{"taken off one and given to another", append(different(1, cf(1), name(31)), same(1, cf(2), name(31))...),
			[]table.Keys{keys(1, 21, 31), keys(0, 0, 31), keys(2, 22, 32)}, "1|-1000000002|-1000000002", "cf|told|cf"},
		{"one of those that fit several", same(1, cf(1), 3), []table.Keys{keys(1, 21, 31), keys(2, 21, 31), keys(0, 21, 31), keys(0, 21, 31)},
			"-1000000003|2|-1000000003|31", "cf|cf|told|group"},
		{"those that are apart anyway", different(1, cf(1), cf(2)), []table.Keys{keys(1, 21, 31), keys(2, 21, 31)}, "1|2", "cf|cf"},
		{"nobody", same(1, cf(7), name(8), 99), []table.Keys{keys(1, 21, 31)}, "1", "cf"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, files := oneCourse(t, tt.people, tt.rows)
			db := openViews(t, files, true, 1, nil)
			for what, want := range map[string]string{"participant": tt.want, "link": tt.links} {
				got := strings.TrimSuffix(strings.ReplaceAll(show(t, db, "SELECT "+what+" FROM linked ORDER BY ord"), "\n", "|"), "|")
				if got != want {
					t.Errorf("%s: got %s, want %s", what, got, want)
				}
			}
		})
	}
}

// near adds the keys that show who may be one person: name alone, day, surname and given name with birth date.
func near(k table.Keys, names, day, surname, given int64) table.Keys {
	key := func(v int64) table.Key { return table.Key{Value: v, Valid: v != 0} }
	k.Names, k.Day, k.Surname, k.Given = key(names), key(day), key(surname), key(given)
	return k
}

// TestDoubtfulPairs has one case for each reason to doubt, and for what is no doubt or is settled.
func TestDoubtfulPairs(t *testing.T) {
	tests := []struct {
		name   string
		people []table.PersonRef
		rows   []row
		want   string
	}{
		{"one name and birth date, two codes", nil, []row{{keys(1, 21, 31), e(1, "c")}, {keys(2, 22, 31), e(2, "c")}}, "one|name-and-birth|0.85|cf:1|1|cf:2|2\n"},
		{"the same start of the code", nil, []row{{keys(1, 21, 31), e(1, "c")}, {keys(2, 21, 32), e(2, "c")}}, "one|leading|0.7|cf:1|1|cf:2|2\n"},
		{"another year", nil, []row{{near(keys(1, 21, 31), 41, 51, 61, 71), e(1, "c").who("F", 1980)}, {near(keys(0, 0, 32), 41, 51, 62, 72), e(2, "c").who("F", 1981)}},
			"one|name-and-day|0.75|cf:1|1|name:32|2\n"},
		{"another day", nil, []row{{near(keys(1, 21, 31), 41, 51, 61, 71), e(1, "c").who("F", 1980)}, {near(keys(0, 0, 32), 41, 52, 62, 72), e(2, "c").who("F", 1980)}},
			"one|name-and-year|0.65|cf:1|1|name:32|2\n"},
		{"no birth date", nil, []row{{near(keys(1, 21, 31), 41, 51, 61, 71), e(1, "c").who("F", 1980)}, {near(nobody, 41, 0, 0, 0), e(2, "c")}},
			"one|name-alone|0.7|cf:1|1|a.xlsx!Foglio1!2|2\n"},
		{"surname and birth date", nil, []row{{near(keys(1, 21, 31), 41, 51, 61, 71), e(1, "c").who("F", 1980)}, {near(keys(0, 0, 32), 42, 52, 61, 72), e(2, "c").who("F", 1980)}},
			"one|part-and-birth|0.65|cf:1|1|name:32|2\n"},
		{"twins of two genders", nil, []row{{near(keys(1, 21, 31), 41, 51, 61, 71), e(1, "c").who("F", 1980)}, {near(keys(0, 0, 32), 42, 52, 61, 72), e(2, "c").who("M", 1980)}}, ""},
		{"twins with codes", nil, []row{{near(keys(1, 21, 31), 41, 51, 61, 71), e(1, "c").who("F", 1980)}, {near(keys(2, 22, 32), 42, 52, 61, 72), e(2, "c").who("F", 1980)}}, ""},
		{"homonyms with codes", nil, []row{{near(keys(1, 21, 31), 41, 51, 61, 71), e(1, "c").who("F", 1980)}, {near(keys(2, 22, 32), 41, 52, 62, 72), e(2, "c").who("F", 1980)}}, ""},
		{"one person, two genders", nil, []row{{keys(1, 21, 31), e(1, "c").who("F", 1980)}, {keys(1, 21, 31), e(2, "c").who("M", 1980)}},
			"two|two-genders|0.5|a.xlsx!Foglio1!1|1|a.xlsx!Foglio1!2|2\n"},
		{"one code, two names", nil, []row{{near(keys(1, 21, 31), 41, 51, 61, 71), e(1, "c")}, {near(keys(1, 21, 32), 42, 52, 62, 72), e(2, "c")}},
			"two|two-names|0.55|a.xlsx!Foglio1!1|1|a.xlsx!Foglio1!2|2\n"},
		{"one code, the names exchanged", nil, []row{{near(keys(1, 21, 31), 41, 51, 61, 71), e(1, "c")}, {near(keys(1, 21, 31), 41, 51, 71, 61), e(2, "c")}}, ""},
		{"denied", different(1, cf(1), cf(2)), []row{{keys(1, 21, 31), e(1, "c")}, {keys(2, 22, 31), e(2, "c")}}, ""},
		{"confirmed", same(1, cf(1), cf(2)), []row{{keys(1, 21, 31), e(1, "c")}, {keys(2, 22, 31), e(2, "c")}}, ""},
		{"one person after all", same(1, 1, 2), []row{{keys(1, 21, 31), e(1, "c").who("F", 1980)}, {keys(1, 21, 31), e(2, "c").who("M", 1980)}}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := &world{ref: smallReference()}
			w.ref.People = tt.people
			fill(w.source("a", "anci", "2017-04", "active", 1), nil, tt.rows)
			db := openViews(t, w.write(t), true, 1, nil)
			got := show(t, db, `SELECT may_be, reason, score, ref_a, row_a, ref_b, row_b FROM doubtful_pairs`)
			if got != tt.want {
				t.Errorf("got %swant %s", got, tt.want)
			}
		})
	}
}
