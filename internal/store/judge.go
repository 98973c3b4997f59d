package store

import (
	"path"

	"formare/internal/revision"
)

// told is how surely the configuration says that a file corrects another.
const told = revision.Marked + 1

// A verdict says what becomes of two sources of which one may correct the other.
type verdict uint8

const (
	apart  verdict = iota // both count
	takes                 // the later one takes the old one's place
	shrunk                // it would, but lacks much
	unlike                // it would, but has nothing of the old one
)

// Shares of the rows that decide whether contents bear out what names say.
const (
	nearlyAll = 0.8
	half      = 0.5
)

// judge looks at two sources whose names, path or configuration say that one corrects the other.
func (by Settlement) judge(old, later *Source, strength revision.Strength) (verdict, error) {
	if strength == revision.None {
		return apart, nil
	}
	if old.unread() {
		return by.judgeUnread(old, later, strength), nil
	}
	like, err := by.Alike(old, later)
	if err != nil {
		return apart, err
	}
	both := float64(like.Both)
	switch {
	case strength == revision.Weak && (!like.Known() || both < nearlyAll*float64(like.Old)):
		return apart, nil
	case strength == revision.Copy && like.Known() && both < half*float64(min(like.Old, like.Later)):
		return apart, nil
	case by.Accepted(later):
		return takes, nil
	case strength == revision.Marked && like.Known() && like.People == 0 && !like.Courses:
		return unlike, nil
	case shrinks(old, later):
		return shrunk, nil
	}
	return takes, nil
}

// judgeUnread decides without the old one's records: names must say it, and where its rows could at least
// be counted there must be half as many. Else it stays set aside, which loses nothing.
func (by Settlement) judgeUnread(old, later *Source, strength revision.Strength) verdict {
	enough := 2*later.RowsRead >= old.RowsRead || by.Accepted(later)
	switch {
	case strength == told, strength == revision.Marked && enough, strength == revision.Copy && enough && old.RowsRead > 0:
		return takes
	}
	return apart
}

// shrinks says that a source has less than half of what it would supersede, or under the same name fewer
// courses: a name used again for something else.
func shrinks(old, later *Source) bool {
	return 2*later.RowsKept < old.RowsKept || 2*later.Courses < old.Courses ||
		later.Courses < old.Courses && path.Base(old.File) == path.Base(later.File)
}

// carryOut does what a verdict says.
func (v verdict) carryOut(old, later *Source) {
	switch v {
	case takes:
		old.supersede(later.ID, ReasonSuperseded)
	case shrunk:
		later.wait(old, ReasonShrunk)
	case unlike:
		later.wait(old, ReasonUnlike)
	}
}

func (s *Source) wait(old *Source, reason string) {
	s.Status, s.Reason, s.Against = SetAside, reason, old.ID
}
