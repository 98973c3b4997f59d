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
