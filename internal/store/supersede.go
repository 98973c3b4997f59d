package store

import (
	"cmp"
	"slices"

	"formare/internal/revision"
)

// Why a source left the numbers; these are rules of the finding catalogue.
const (
	ReasonDuplicate  = "source-duplicate"
	ReasonSuperseded = "source-superseded"
	ReasonShrunk     = "source-shrunk" // it lacks much of what it would supersede, and waits to be accepted
	ReasonUnlike     = "source-unlike" // it has nothing of what it would supersede, and waits to be accepted
)

// Waits says that a source would supersede another one as soon as somebody accepts it.
func (s *Source) Waits() bool {
	return s.Status == SetAside && (s.Reason == ReasonShrunk || s.Reason == ReasonUnlike)
}

// unread says that a source was set aside by its reading, and that there is nothing of it to compare.
func (s *Source) unread() bool { return s.Status == SetAside && !s.Waits() }

// Told says which file corrects which, as the configuration tells it: corrected file by correcting file.
type Told map[string]string

// A Likeness is what two sources have in common.
type Likeness struct {
	Old, Later, Both int  // people on courses: in each, and in both
	People           int  // people in both, also on other courses
	Courses          bool // some course is in both
}

// Known says that there is something to compare.
func (l Likeness) Known() bool { return l.Old > 0 && l.Later > 0 }

// A Settlement is what Settle is told about the sources.
type Settlement struct {
	Words    *revision.Words
	Told     Told
	Accepted func(*Source) bool                         // may count although it lacks much
	Alike    func(old, later *Source) (Likeness, error) // looks into their tables
	names    map[string]revision.Name                   // by source
}

// Settle decides which sources count. It starts from every source that is not set aside by its reading:
//
//   - of a path whose content was replaced, the new content counts;
//   - of the same content twice, the first path counts, unless another one's marks say that it is later, or
//     its own that it is a copy;
//   - of files of one partner and month whose names differ only by marks of revision, the latest one
//     counts, as far as the contents bear out what the names say;
//   - a file told to supersede another supersedes it.
//
// What was set aside by its reading is superseded too, by a file whose name says so or that is told to.
//
// What would supersede another source but has less than half of its rows or courses, or nothing of it at
// all, waits until it is accepted; meanwhile the other one counts. A source that cannot be read never
// supersedes anything.
//
// Then every source gets its position: by month, version and path; of two sources that know something
// else about the same fact, the one with the higher position wins. All of this depends on the sources
// alone, not on the order in which they came.
func (l *Ledger) Settle(by Settlement) error {
	by.names = map[string]revision.Name{}
	for _, s := range l.Sources {
		by.names[s.ID] = by.Words.Parse(s.File)
	}
	l.position(by)
	// What the configuration tells may make a source wait that has taken another's place by its name:
	// then all is settled again, knowing that it waits.
	waiting := map[string]Source{}
	for more := true; more; {
		l.unsettle(waiting)
		if err := l.replaced(by); err != nil {
			return err
		}
		l.duplicates(by)
		if err := l.revisions(by); err != nil {
			return err
		}
		waits, err := l.told(by)
		if err != nil {
			return err
		}
		if more = waits != nil; more {
			waiting[waits.ID] = *waits
		}
	}
	l.resolve()
	return nil
}

// unsettle takes every decision back but those on some sources that are known to wait.
func (l *Ledger) unsettle(waiting map[string]Source) {
	for i := range l.Sources {
		s := &l.Sources[i]
		switch {
		case s.AsideFor != "":
			s.Status, s.Reason, s.AsideFor = SetAside, s.AsideFor, ""
		case s.Status == Superseded || s.Waits():
			s.Status, s.Reason = Active, ""
		}
		s.SupersededBy, s.CorrectedBy, s.Against = "", "", ""
		if w, ok := waiting[s.ID]; ok {
			s.Status, s.Reason, s.Against = w.Status, w.Reason, w.Against
		}
	}
}

func (l *Ledger) position(by Settlement) {
	slices.SortFunc(l.Sources, func(a, b Source) int {
		return cmp.Or(cmp.Compare(a.Month, b.Month), revision.Compare(by.names[a.ID], by.names[b.ID]),
			cmp.Compare(a.File, b.File), -compareBool(a.Overwritten, b.Overwritten), cmp.Compare(a.ID, b.ID))
	})
	for i := range l.Sources {
		l.Sources[i].Position = i + 1
	}
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// replaced settles the paths whose content is another one than before.
func (l *Ledger) replaced(by Settlement) error {
	current := map[string]*Source{}
	for i := range l.Sources {
		if s := &l.Sources[i]; !s.Overwritten {
			current[s.File] = s
		}
	}
	for _, old := range l.byFile() {
		now := current[old.File]
		if !old.Overwritten || now == nil || now.Status != Active {
			continue
		}
		verdict, err := by.judge(old, now, revision.Marked)
		if err != nil {
			return err
		}
		verdict.carryOut(old, now)
	}
	return nil
}

func (l *Ledger) duplicates(by Settlement) {
	stands := map[string]*Source{}
	list := l.byFile()
	for _, s := range list {
		if kept := stands[s.SHA256]; (s.Status == Active || s.Waits()) && (kept == nil || by.standsBefore(s, kept)) {
			stands[s.SHA256] = s
		}
	}
	for _, s := range list {
		if kept := stands[s.SHA256]; (s.Status == Active || s.Waits()) && kept != s {
			s.Against = ""
			s.supersede(kept.ID, ReasonDuplicate)
		}
	}
}

// standsBefore says which of two sources of one content is the one that counts: one whose name says for
// sure that it is later, else the one that is no copy by its name, for it is what «(1)» corrects.
func (by Settlement) standsBefore(s, kept *Source) bool {
	a, b := by.names[s.ID], by.names[kept.ID]
	return a.Sure > b.Sure || a.Sure == b.Sure && a.Copy < b.Copy
}

// told carries out what the configuration says. The correcting file may itself have been corrected. It
// gives the first source that turns out to have to wait.
func (l *Ledger) told(by Settlement) (*Source, error) {
	byID := l.Index()
	for _, old := range l.byFile() {
		file, ok := by.Told[old.File]
		later := l.standing(file)
		if !ok || old.Status != Active && !old.unread() || later == nil || later == old {
			continue
		}
		counts := inPlaceOf(byID, later)
		if counts.Status != Active || counts == old {
			continue
		}
		verdict, err := by.judge(old, counts, told)
		if err != nil {
			return nil, err
		}
		if verdict == shrunk || verdict == unlike {
			verdict.carryOut(old, counts)
			return counts, nil
		}
		old.supersede(later.ID, ReasonSuperseded)
	}
	return nil, nil
}

// standing gives the source of a path that counts, or that was superseded.
func (l *Ledger) standing(file string) *Source {
	var found *Source
	for i := range l.Sources {
		s := &l.Sources[i]
		if s.File == file && s.Status != SetAside && (found == nil || s.Status == Active) {
			found = s
		}
	}
	return found
}

// inPlaceOf gives the source that stands in the place of one that was superseded, step by step.
func inPlaceOf(byID map[string]*Source, s *Source) *Source {
	for s.Status == Superseded {
		s = byID[s.SupersededBy]
	}
	return s
}

// resolve keeps each superseded source's next version, and names the one that counts in the end.
func (l *Ledger) resolve() {
	byID := l.Index()
	for i := range l.Sources {
		l.Sources[i].CorrectedBy = l.Sources[i].SupersededBy
	}
	for i := range l.Sources {
		s := &l.Sources[i]
		for last := byID[s.CorrectedBy]; last != nil; last = byID[last.CorrectedBy] {
			s.SupersededBy = last.ID
		}
	}
}

func (s *Source) supersede(by, reason string) {
	if s.unread() {
		s.AsideFor = s.Reason
	}
	s.Status, s.SupersededBy, s.Reason = Superseded, by, reason
}

func (l *Ledger) byFile() []*Source {
	out := make([]*Source, len(l.Sources))
	for i := range l.Sources {
		out[i] = &l.Sources[i]
	}
	slices.SortFunc(out, func(a, b *Source) int {
		return cmp.Or(cmp.Compare(a.File, b.File), -compareBool(a.Overwritten, b.Overwritten), cmp.Compare(a.ID, b.ID))
	})
	return out
}
