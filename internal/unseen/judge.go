package unseen

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// fields of the rows that were found. Services are judged as a partition: one name for one service, and
// not the same for another; roles by one name for each.
func (r *ruler) fields() {
	service := r.majority(func(m match) (string, string) { return m.truth["service"], m.got["service"] })
	whose := r.majority(func(m match) (string, string) { return m.got["service"], m.truth["service"] })
	role := r.majority(func(m match) (string, string) { return m.truth["role"], m.got["role"] })
	for _, m := range r.matches {
		if m.got == nil {
			continue
		}
		r.field(m, "course", r.courseOf[m.truth["course"]] == m.got["course"], r.courseOf[m.truth["course"]])
		for _, f := range RowFields {
			want, got := m.truth[f], m.got[f]
			if want == "?" {
				continue
			}
			ok := same(want, got)
			if f == "service" && want != "" {
				ok, want = got != "" && service[want] == got && whose[got] == want, service[want]
			}
			if f == "role" && want != "" {
				ok, want = got != "" && role[want] == got, want+" = "+role[want]
			}
			r.field(m, f, ok, want)
		}
	}
}

func (r *ruler) field(m match, name string, ok bool, want string) {
	s := r.at(m.truth["file"])
	s.Fields.add(ok)
	r.Total.Fields.add(ok)
	if r.ByField[name] == nil {
		r.ByField[name] = &Count{}
	}
	r.ByField[name].add(ok)
	if ok && want != "" {
		s.Cells++
		r.Total.Cells++
	}
	if !ok {
		r.miss(m.truth["file"], m.truth["sheet"], name, fmt.Sprintf("row %s is %q, not %q", m.truth["row"], m.got[name], want))
	}
}

// courses: what all reports of a course say of it, which must be one thing and the right one.
func (r *ruler) courses() {
	fileOf := map[string]string{}
	for _, t := range r.truth["rows"] {
		if fileOf[t["course"]] == "" {
			fileOf[t["course"]] = t["file"]
		}
	}
	for _, t := range r.truth["courses"] {
		key, file := r.courseOf[t["course"]], fileOf[t["course"]]
		for _, g := range r.got.Courses {
			if file == "" && key != "" && g["course"] == key {
				file = g["file"] // a course without people: where the program found it
			}
		}
		if key == "" {
			r.miss(file, "", "course unknown to the program", t["course"]+" "+t["title"])
		}
		for _, f := range CourseFields {
			want := t[f]
			if want == "?" {
				continue
			}
			got := r.reported(key, f)
			ok := key != "" && (same(want, got) || f == "title" && sameTitle(want, got))
			s := r.at(file)
			s.Courses.add(ok)
			r.Total.Courses.add(ok)
			if r.ByField["course."+f] == nil {
				r.ByField["course."+f] = &Count{}
			}
			r.ByField["course."+f].add(ok)
			if !ok && key != "" {
				r.miss(file, "", "course "+f, fmt.Sprintf("%s is %q, not %q", key, got, want))
			}
		}
	}
}

func sameTitle(want, got string) bool {
	return slices.ContainsFunc(strings.Split(want, "|"), func(w string) bool { return letterFold(w) == letterFold(got) })
}

// reported values of a course's field, distinct, joined by " / "; titles that differ in case only are one.
func (r *ruler) reported(key, field string) string {
	var out []string
	for _, g := range r.got.Courses {
		v := g[field]
		if g["course"] != key || v == "" || r.status[g["file"]] == "superseded" {
			continue
		}
		if !slices.ContainsFunc(out, func(o string) bool { return o == v || letterFold(o) == letterFold(v) && field == "title" }) {
			out = append(out, v)
		}
	}
	return strings.Join(out, " / ")
}

// attendance: for each cell of a register, the day, the hours and the presence. What the program tells
// in two rows of one person and day (morning and afternoon) is one presence with the hours of both. Only
// where people stand across the page is the row not asked for.
func (r *ruler) attendance() {
	at := map[string][]map[string]string{}
	people := map[string]int{}
	days := make(Table, 0, len(r.truth["attendance"]))
	for _, t := range r.truth["attendance"] {
		if t["sheet"] == "" { // of a file of text
			t = maps.Clone(t)
			t["sheet"] = strings.Split(r.spot(t), "\x00")[1]
		}
		days = append(days, t)
		people[dayKey(t, t["row"])]++
	}
	for _, a := range perDay(r.got.Attendance, people) {
		at[dayKey(a, a["row"])] = append(at[dayKey(a, a["row"])], a)
		at[dayKey(a, "")] = append(at[dayKey(a, "")], a)
	}
	used := map[string]bool{}
	for _, t := range days {
		s := r.at(t["file"])
		candidates := at[dayKey(t, t["row"])]
		if len(candidates) == 0 && people[dayKey(t, t["row"])] > 1 {
			candidates = at[dayKey(t, "")]
		}
		ok := t["present"] == "false" // an absence that is not kept is one
		var seen []string
		for _, g := range candidates {
			if used[g["#"]] {
				continue
			}
			seen = append(seen, g["hours"]+"/"+g["present"])
			if r.sameDay(t, g) {
				used[g["#"]], ok, seen = true, true, nil
				break
			}
		}
		ok = ok && (t["present"] == "true" || len(seen) == 0)
		s.Attendance.add(ok)
		r.Total.Attendance.add(ok)
		if !ok {
			r.miss(t["file"], t["sheet"], "attendance", fmt.Sprintf("row %s on %s is %v, not %s/%s", t["row"], t["date"], seen, t["hours"], t["present"]))
		}
	}
}

func dayKey(a map[string]string, row string) string {
	return a["file"] + "\x00" + strings.TrimSpace(a["sheet"]) + "\x00" + row + "\x00" + a["date"]
}

func (r *ruler) sameDay(t, g map[string]string) bool {
	hours := t["hours"] == "?" || same(t["hours"], g["hours"]) || t["present"] == "false" && g["hours"] == ""
	return hours && g["present"] == t["present"] && g["course"] == r.courseOf[t["course"]]
}

// perDay adds up the rows of one person, day and place, and numbers them. Where truth has no one person on a row and
// the program knows nothing but their names, they are not told apart and stay as they are.
func perDay(rows Table, people map[string]int) Table {
	var out Table
	index := map[string]int{}
	for _, a := range rows {
		k := dayKey(a, a["row"]) + "\x00" + a["course"] + "\x00" + a["key_cf"] + "\x00" + a["key_person"] + "\x00" + a["key_name"]
		i, ok := index[k]
		if ok && people[dayKey(a, a["row"])] != 1 && a["key_cf"] == "" && a["key_person"] == "" {
			ok = false
		}
		if !ok {
			index[k] = len(out)
			sum := maps.Clone(a)
			sum["#"] = fmt.Sprint(len(out))
			out = append(out, sum)
			continue
		}
		x, err1 := strconv.ParseFloat(out[i]["hours"], 64)
		y, err2 := strconv.ParseFloat(a["hours"], 64)
		switch {
		case err1 == nil && err2 == nil:
			out[i]["hours"] = num(x + y)
		case err2 == nil:
			out[i]["hours"] = a["hours"]
		}
		if a["present"] == "true" {
			out[i]["present"] = "true"
		}
	}
	return out
}
