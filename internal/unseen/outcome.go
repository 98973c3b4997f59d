package unseen

import (
	"fmt"
	"slices"
	"strings"
)

// twins: of files that are the same, one counts, no matter which; truth tells of the first.
func (r *ruler) twins() {
	first := map[string]string{}
	for _, s := range r.truth["sources"] {
		if s["status"] == "duplicate" {
			first[s["file"]] = s["superseded_by"]
		}
	}
	active := map[string]int{}
	for _, s := range r.got.Sources {
		if of, twin := first[s["file"]]; s["status"] == "active" {
			if !twin {
				of = s["file"]
			}
			active[of]++
		}
	}
	for _, s := range r.truth["sources"] {
		if of := first[s["file"]]; of != "" {
			s["status"] = map[bool]string{true: "active|superseded", false: "just one"}[active[of] == 1]
			r.status[of], r.status[s["file"]] = "active", "superseded"
			for _, t := range r.truth["sources"] {
				if t["file"] == of {
					t["status"] = s["status"]
				}
			}
		}
	}
	for _, t := range []Table{r.got.Rows, r.got.Courses, r.got.Attendance, r.got.Findings} {
		for _, row := range t {
			if of := first[row["file"]]; of != "" {
				row["file"] = of
			}
		}
	}
}

// sources: which files count, which do not.
func (r *ruler) sources() {
	status := map[string]string{}
	for _, s := range r.got.Sources {
		status[s["file"]] = s["status"]
	}
	for _, s := range r.truth["sources"] {
		ok := same(s["status"], status[s["file"]])
		r.at(s["file"]).Sources.add(ok)
		r.Total.Sources.add(ok)
		if !ok {
			r.miss(s["file"], "", "source", fmt.Sprintf("is %q, not %q %v", status[s["file"]], s["status"], r.rulesOf(s["file"])))
		}
	}
}

// rulesOf a file: what the program says of it as a whole.
func (r *ruler) rulesOf(file string) []string {
	var out []string
	for _, f := range r.got.Findings {
		if f["file"] == file && f["cell"] == "" && !slices.Contains(out, f["rule"]) {
			out = append(out, f["rule"])
		}
	}
	return out
}

// rows that were found, lost, lost without a word, and those that are none.
func (r *ruler) rows() {
	days := map[string]bool{}
	for _, a := range r.got.Attendance {
		days[spot(a)] = true
	}
	for _, m := range r.matches {
		s := r.at(m.truth["file"])
		found := m.got != nil || days[r.spot(m.truth)] // a row that tells a day became attendance
		s.Rows.add(found)
		r.Total.Rows.add(found)
		if found {
			continue
		}
		told := r.told(m.truth)
		if !told {
			s.Silent++
			r.Total.Silent++
		}
		r.miss(m.truth["file"], m.truth["sheet"], "lost, "+map[bool]string{true: "with", false: "without"}[told]+" a finding", "row "+m.truth["row"])
	}
	for i, g := range r.got.Rows {
		if st := r.status[g["file"]]; r.used[i] || st != "active" || r.quiet[g["file"]] {
			continue
		}
		r.at(g["file"]).Extra++
		r.Total.Extra++
		r.miss(g["file"], g["sheet"], "rows that are none, or of another course", "row "+g["row"]+" of "+g["course"])
	}
}

// told says whether a finding covers a row: one about rows at it, or one about columns, its sheet or its
// file. That a value on the row was repaired does not tell that the row was lost.
func (r *ruler) told(t map[string]string) bool {
	return slices.ContainsFunc(r.got.Findings, func(f map[string]string) bool {
		about, _, _ := strings.Cut(f["rule"], "-")
		if f["file"] != t["file"] || about != "source" && !sheetOf(t["sheet"], f["sheet"]) {
			return false
		}
		return about == "source" || about == "sheet" || about == "column" || about == "row" && f["row"] == t["row"]
	})
}

// problems that were planted: told at their cell, by a rule that fits.
func (r *ruler) problems() {
	for _, p := range r.truth["problems"] {
		if p["must"] == "false" {
			continue
		}
		var seen []string
		ok := false
		for _, f := range r.got.Findings {
			if f["file"] == p["file"] && sheetOf(p["sheet"], f["sheet"]) && f["row"] == p["row"] {
				ok = ok || (slices.Contains(strings.Split(p["cell"], "|"), f["cell"]) || p["cell"] == "") && slices.Contains(strings.Split(p["rules"], "|"), f["rule"])
				seen = append(seen, f["rule"]+"@"+f["cell"])
			}
		}
		r.at(p["file"]).Problems.add(ok)
		r.Total.Problems.add(ok)
		if !ok {
			r.miss(p["file"], p["sheet"], "problem not told", fmt.Sprintf("%s (%s), row has %v", p["cell"], p["rules"], seen))
		}
	}
}

// alarms: warnings and errors at cells where truth knows of no problem.
func (r *ruler) alarms() {
	known := map[string]bool{}
	for _, p := range r.truth["problems"] {
		if p["cell"] == "" {
			p["cell"] = "row " + p["row"]
		}
		for cell := range strings.SplitSeq(p["cell"], "|") {
			known[p["file"]+"\x00"+p["sheet"]+"\x00"+cell] = true
		}
	}
	for _, f := range r.got.Findings {
		if f["severity"] == "info" || f["cell"] == "" || r.status[f["file"]] != "active" {
			continue
		}
		row := f["file"] + "\x00" + f["sheet"] + "\x00row " + f["row"]
		if known[row] || known[f["file"]+"\x00"+f["sheet"]+"\x00"+f["cell"]] || known[f["file"]+"\x00\x00"+f["cell"]] {
			continue
		}
		r.at(f["file"]).Alarms++
		r.Total.Alarms++
		r.ByRule[f["rule"]]++
		r.miss(f["file"], f["sheet"], "false alarm "+f["rule"], fmt.Sprintf("%s %q (used %q)", f["cell"], f["value"], f["used"]))
	}
}
