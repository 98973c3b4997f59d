package register

import "slices"

// labelsBeside parts the labels above tables that stand side by side, each with a course of its own named
// above it. Nil when the labels are for all of them.
func (r *recogniser) labelsBeside(decided []*decision) []*labelSet {
	if len(decided) < 2 {
		return nil
	}
	sets, named := make([]*labelSet, len(decided)), 0
	for i := range decided {
		from, to := 0, 1<<30
		if i > 0 {
			from = decided[i].spans[0].head.col
		}
		if i+1 < len(decided) {
			to = decided[i+1].spans[0].head.col
		}
		set := &labelSet{list: slices.Clone(r.labels.list)}
		set.newCourse()
		course := false
		for _, l := range r.met {
			if l.Value.Col >= from && l.Value.Col < to {
				set.put(l)
				course = course || l.Field == CourseTitle || l.Field == CourseCode
			}
		}
		if course {
			named++
		}
		sets[i] = set
	}
	if named < 2 {
		return nil
	}
	return sets
}

// splitTables parts a header row that serves several tables side by side: runs of columns between empty
// ones, of which two or more are registers of their own. A run that means nothing is left out.
func (r *recogniser) splitTables(heads []headColumn, sample []*line) [][]headColumn {
	var runs [][]headColumn
	for i, h := range heads {
		if i == 0 || h.col > heads[i-1].col+1 {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], h)
	}
	if len(runs) == 1 {
		return r.splitRepeated(heads)
	}
	var own [][]headColumn
	var kept []headColumn
	for _, run := range runs {
		d := r.decide(run, sample)
		if d.isRegister() {
			own = append(own, run)
		}
		if len(own) > 0 && len(run) <= 3 && d.understood() == 0 && run[0].col > heads[0].col {
			continue // a legend at the right
		}
		if len(own) > 0 && run[0].col > heads[0].col && !d.isRegister() && isSummary(run, heads, sample) {
			continue
		}
		kept = append(kept, run...)
	}
	if len(own) >= 2 && r.sameIdentity(own, sample) {
		return own
	}
	return [][]headColumn{kept}
}

// sameIdentity says whether two runs of columns each name people, or each name courses, by themselves.
func (r *recogniser) sameIdentity(runs [][]headColumn, sample []*line) bool {
	seen := map[Field]int{}
	for _, run := range runs {
		d := r.decide(run, sample)
		for i := range d.spans {
			seen[d.spans[i].chosen.field]++
		}
	}
	for _, f := range []Field{Surname, FullName, CodiceFiscale, CourseTitle, CourseCode} {
		if seen[f] >= 2 {
			return true
		}
	}
	// A list of people beside a list of courses shares no name: both are tables when each is whole.
	return seen[FullName]+seen[Surname] > 0 && len(runs) == 2 && r.decide(runs[0], sample).subject != r.decide(runs[1], sample).subject &&
		seen[StartDate] > 0 && seen[HoursPlanned] > 0 && seen[CourseTitle] >= 2
}

// splitRepeated parts columns without a gap where the names that say who a row is about come again:
// "Cognome | Nome | Ore | Cognome | Nome | Ore".
func (r *recogniser) splitRepeated(heads []headColumn) [][]headColumn {
	keys := make([]string, len(heads))
	for i := range heads {
		keys[i] = r.repeatKey(&heads[i])
	}
	for width := 2; 2*width <= len(heads); width++ {
		n := repeats(keys, width)
		if n < 2 || n*width != len(heads) {
			continue
		}
		person := slices.ContainsFunc(heads[:width], func(h headColumn) bool { return r.isIdentity(h.leaf()) })
		if !person {
			return [][]headColumn{heads}
		}
		var runs [][]headColumn
		for i := range n {
			runs = append(runs, heads[i*width:(i+1)*width])
		}
		return runs
	}
	return [][]headColumn{heads}
}

// isSummary says whether two or three columns apart from a table hold a small list of their own: filled from
// its first row on without a gap, all of them alike, and ended long before the table does.
func isSummary(run, heads []headColumn, sample []*line) bool {
	if len(run) < 2 || len(run) > 3 {
		return false
	}
	rows, table, ended := 0, 0, false
	for _, l := range sample {
		if countFilled(l, heads[0].col, run[0].col-1) > 0 {
			table++
		}
		n := countFilled(l, run[0].col, run[len(run)-1].col)
		switch {
		case n == 0:
			ended = true
		case ended || n < len(run):
			return false
		default:
			rows++
		}
	}
	return rows >= 2 && rows*2 <= table
}
