package unseen

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// matchCourses pairs each true course with the program's key that shares most rows with it, each key
// once; the same title or code, and then the order of both, decide between equals.
func (r *ruler) matchCourses() {
	type pair struct {
		truth, got string
		weight     int
	}
	weights := map[[2]string]int{}
	at := map[string][]string{}
	for _, g := range r.got.Rows {
		at[spot(g)] = append(at[spot(g)], g["course"])
	}
	for _, t := range r.truth["rows"] {
		for _, c := range at[r.spot(t)] {
			weights[[2]string{t["course"], c}] += 1 + 4/len(at[r.spot(t)])
		}
	}
	for _, t := range r.truth["courses"] {
		for _, g := range r.got.Courses {
			if t["partner"] != g["partner"] {
				continue
			}
			if t["title"] != "?" && sameTitle(t["title"], g["title"]) {
				weights[[2]string{t["course"], g["course"]}] += 1000
			}
			if t["code"] != "?" && letterFold(t["code"]) == letterFold(g["code"]) {
				weights[[2]string{t["course"], g["course"]}] += 1000
			}
		}
	}
	var pairs []pair
	for k, w := range weights {
		pairs = append(pairs, pair{k[0], k[1], w})
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		if a.weight != b.weight {
			return b.weight - a.weight
		}
		return strings.Compare(a.truth+a.got, b.truth+b.got)
	})
	r.courseOf = map[string]string{}
	taken := map[string]bool{}
	for _, p := range pairs {
		if r.courseOf[p.truth] == "" && !taken[p.got] && p.got != "" {
			r.courseOf[p.truth], taken[p.got] = p.got, true
		}
	}
}

func letterFold(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}

func spot(row map[string]string) string {
	return row["file"] + "\x00" + strings.TrimSpace(row["sheet"]) + "\x00" + row["row"]
}

// spot of a true row; where truth has no sheet, the file's only one.
func (r *ruler) spot(t map[string]string) string {
	if t["sheet"] != "" {
		return spot(t)
	}
	for _, g := range r.got.Rows {
		if g["file"] == t["file"] {
			return g["file"] + "\x00" + strings.TrimSpace(g["sheet"]) + "\x00" + t["row"]
		}
	}
	return spot(t)
}

// matchRows finds the program's row for each true one: on the same row of the sheet, first the one of
// the same course, then any that is left. Where truth has several people on one row (people across the
// page) the same person is asked for too, on any row of the sheet.
func (r *ruler) matchRows() {
	byRow := map[string][]int{}
	bySheet := map[string][]int{}
	for i, g := range r.got.Rows {
		byRow[spot(g)] = append(byRow[spot(g)], i)
		bySheet[sheetKey(spot(g))] = append(bySheet[sheetKey(spot(g))], i)
	}
	people := map[string]map[string]bool{}
	for _, t := range r.truth["rows"] {
		if people[r.spot(t)] == nil {
			people[r.spot(t)] = map[string]bool{}
		}
		people[r.spot(t)][t["person"]] = true
	}
	across := func(t map[string]string) bool { return len(people[r.spot(t)]) > 1 }
	r.matches = make([]match, len(r.truth["rows"]))
	for i, t := range r.truth["rows"] {
		r.matches[i].truth = t
	}
	pass := func(candidates func(t map[string]string) []int, fits func(t, g map[string]string) bool) {
		for i := range r.matches {
			m := &r.matches[i]
			if m.got != nil {
				continue
			}
			for _, j := range candidates(m.truth) {
				if !r.used[j] && fits(m.truth, r.got.Rows[j]) {
					m.got, r.used[j] = r.got.Rows[j], true
					break
				}
			}
		}
	}
	row := func(t map[string]string) []int { return byRow[r.spot(t)] }
	sheet := func(t map[string]string) []int { return bySheet[sheetKey(r.spot(t))] }
	course := func(t, g map[string]string) bool { return g["course"] == r.courseOf[t["course"]] }
	pass(row, func(t, g map[string]string) bool { return !across(t) && course(t, g) })
	pass(row, func(t, g map[string]string) bool { return !across(t) })
	who := r.majority(func(m match) (string, string) { return id(m.truth), m.got["participant"] })
	for _, candidates := range []func(t map[string]string) []int{row, sheet} {
		pass(candidates, func(t, g map[string]string) bool {
			return across(t) && course(t, g) && who[id(t)] == g["participant"]
		})
		pass(candidates, func(t, g map[string]string) bool { return across(t) && course(t, g) })
	}
}

func sheetKey(spot string) string { return spot[:strings.LastIndex(spot, "\x00")] }

// id of a person, without the mark that identity is not judged.
func id(t map[string]string) string { return strings.TrimSuffix(t["person"], "?") }

// majority says for each true value the program's most frequent one among the rows that were found.
func (r *ruler) majority(of func(m match) (string, string)) map[string]string {
	counts := map[string]map[string]int{}
	for _, m := range r.matches {
		if m.got == nil {
			continue
		}
		want, got := of(m)
		if want == "" || want == "?" || got == "" {
			continue
		}
		if counts[want] == nil {
			counts[want] = map[string]int{}
		}
		counts[want][got]++
	}
	out := map[string]string{}
	for want, c := range counts {
		for got, n := range c {
			if best := out[want]; best == "" || n > c[best] || n == c[best] && got < best {
				out[want] = got
			}
		}
	}
	return out
}

// identity counts the pairs of found rows that are, and that are told to be, one person.
func (r *ruler) identity() {
	type cell struct{ want, got string }
	count := func(ms []match) (want, got, both int) {
		wants, gots, boths := map[string]int{}, map[string]int{}, map[cell]int{}
		for _, m := range ms {
			if m.got == nil || strings.HasSuffix(m.truth["person"], "?") {
				continue
			}
			want += wants[m.truth["person"]]
			got += gots[m.got["participant"]]
			c := cell{m.truth["person"], m.got["participant"]}
			both += boths[c]
			wants[c.want]++
			gots[c.got]++
			boths[c]++
		}
		return want, got, both
	}
	r.Total.Pairs, r.Total.PairsGot, r.Total.PairsBoth = count(r.matches)
	who := r.majority(func(m match) (string, string) { return m.truth["person"], m.got["participant"] })
	back := r.majority(func(m match) (string, string) { return m.got["participant"], id(m.truth) })
	for _, m := range r.matches {
		if m.got == nil || strings.HasSuffix(m.truth["person"], "?") {
			continue
		}
		s := r.at(m.truth["file"])
		s.Pairs++ // by style: rows of a person who is told to be the same one elsewhere
		s.PairsGot++
		if who[m.truth["person"]] == m.got["participant"] && back[m.got["participant"]] == m.truth["person"] {
			s.PairsBoth++
			continue
		}
		r.miss(m.truth["file"], m.truth["sheet"], "identity", fmt.Sprintf("row %s, %s, apart from its other rows or together with another's", m.truth["row"], m.truth["person"]))
	}
}
