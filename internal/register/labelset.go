package register

import "slices"

// tells says whether one of some labels is of a field.
func tells(found []Label, f Field) bool {
	return slices.ContainsFunc(found, func(l Label) bool { return l.Field == f })
}

// labelSet holds the labels that are in force, at most one a field, in the order they were met.
type labelSet struct{ list []Label }

// put sets a label; a later one of the same field replaces the earlier.
func (s *labelSet) put(l Label) {
	for i := range s.list {
		if s.list[i].Field == l.Field {
			s.list = append(s.list[:i], s.list[i+1:]...)
			break
		}
	}
	s.list = append(s.list, l)
}

func (s *labelSet) has(f Field) bool {
	for _, l := range s.list {
		if l.Field == f && l.Row > 0 {
			return true
		}
	}
	return false
}

// named says whether anything, be it the sheet's name, tells which course it is.
func (s *labelSet) named() bool {
	for _, l := range s.list {
		if l.Field == CourseTitle || l.Field == CourseCode {
			return true
		}
	}
	return false
}

// newCourse drops what is known of the course before, when another one begins.
func (s *labelSet) newCourse() {
	kept := s.list[:0]
	for _, l := range s.list {
		if l.Field == Partner || l.Field == Month || l.Row == 0 {
			kept = append(kept, l)
		}
	}
	s.list = kept
}
