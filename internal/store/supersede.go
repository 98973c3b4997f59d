package store

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// marks are what people add to a name when they send a file again. Each is looked for at the end of
// the name (or at its start), repeatedly, until none is left.
var (
	markAtEnd = regexp.MustCompile(`(?:` +
		`[\s_.\-]*\((\d+)\)` +
		`|[\s_.\-]+(?:rev|revisione|revisionato|vers|versione|v|r)[\s_.\-]*(\d+)` +
		`|[\s_.\-]+(?:rev|revisione|revisionato|corretto|corretta|correzione|corr|aggiornato|aggiornata|agg|` +
		`nuovo|nuova|new|integrato|integrata|bis|copia|copy)` +
		`|[\s_.\-]+(def|definitivo|definitiva|finale|final|ok|ultimo|ultima)` +
		`)$`)
	copyAtStart = regexp.MustCompile(`^(?:copia di|copy of|copia)[\s_\-]+`)
	spaces      = regexp.MustCompile(`[\s_.\-]+`)
)

// Stem gives a file's name without extension and revision marks, folded, and the number of its
// revision: 0 without marks, else higher for later ones ("_rev" 1, "_v2" 2, "(3)" 3, "_DEF" 100 more).
func Stem(file string) (stem string, revision int) {
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	name = strings.TrimSpace(fold(name))
	for {
		rest := copyAtStart.ReplaceAllString(name, "")
		if rest != name && rest != "" {
			name, revision = rest, revision+1
			continue
		}
		at := markAtEnd.FindStringSubmatchIndex(name)
		if at == nil || at[0] == 0 {
			break
		}
		revision += weight(name, at)
		name = name[:at[0]]
	}
	return strings.Trim(spaces.ReplaceAllString(name, " "), " "), revision
}

func weight(name string, at []int) int {
	const number, version, final = 2, 4, 6 // the groups of markAtEnd
	for _, g := range []int{number, version} {
		if at[g] >= 0 {
			if n, err := strconv.Atoi(name[at[g]:at[g+1]]); err == nil && n < 1000 {
				return max(n, 1)
			}
		}
	}
	if at[final] >= 0 {
		return 100
	}
	return 1
}

func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Why a source left the numbers; these are rules of the finding catalogue.
const (
	ReasonDuplicate  = "source-duplicate"
	ReasonSuperseded = "source-superseded"
)

// Told says which file corrects which, as the configuration tells it: corrected file by correcting file.
type Told map[string]string

// Settle decides which sources count. It starts from every source that is not set aside:
//
//   - of the same content twice, the first path counts;
//   - a file told to supersede another supersedes it;
//   - of files of one partner and month whose names differ only by revision marks, the highest
//     revision counts. A file of another folder takes part only when its marks say that it is a
//     correction, so that "corso 1/registro.xlsx" and "corso 2/registro.xlsx" both count.
//
// Then it gives every source its position: by month, revision and path; of two sources that know
// something else about the same fact, the one with the higher position wins.
func (l *Ledger) Settle(told Told) {
	for i := range l.Sources {
		s := &l.Sources[i]
		_, s.Revision = Stem(s.File)
		if s.Status == Superseded {
			s.Status, s.SupersededBy, s.Reason = Active, "", ""
		}
	}
	slices.SortFunc(l.Sources, func(a, b Source) int {
		return cmp.Or(cmp.Compare(a.Month, b.Month), cmp.Compare(a.Revision, b.Revision),
			cmp.Compare(a.File, b.File), cmp.Compare(a.ID, b.ID))
	})
	for i := range l.Sources {
		l.Sources[i].Position = i + 1
	}
	l.duplicates()
	l.told(told)
	l.revisions()
}

func (l *Ledger) duplicates() {
	first := map[string]*Source{}
	for _, s := range l.byFile() {
		if s.Status != Active {
			continue
		}
		if kept, again := first[s.SHA256]; again {
			s.supersede(kept.ID, ReasonDuplicate)
			continue
		}
		first[s.SHA256] = s
	}
}

func (l *Ledger) told(told Told) {
	for _, old := range l.byFile() {
		by, ok := told[old.File]
		if !ok || old.Status != Active {
			continue
		}
		for _, s := range l.byFile() {
			if s.File == by && s.Status == Active && s.ID != old.ID {
				old.supersede(s.ID, ReasonSuperseded)
			}
		}
	}
}

func (l *Ledger) revisions() {
	type group struct{ partner, month, stem string }
	groups := map[group][]*Source{}
	var order []group
	for _, s := range l.byFile() {
		if s.Status != Active || s.Partner == "" {
			continue
		}
		stem, _ := Stem(s.File)
		g := group{s.Partner, s.Month, stem}
		if groups[g] == nil {
			order = append(order, g)
		}
		groups[g] = append(groups[g], s)
	}
	for _, g := range order {
		supersedeOlder(groups[g])
	}
}

// supersedeOlder looks at the files of one partner, month and stem.
func supersedeOlder(files []*Source) {
	for _, old := range files {
		var best *Source
		for _, s := range files {
			if s.Revision <= old.Revision || !corrects(s, old, files) {
				continue
			}
			if best == nil || s.Revision > best.Revision {
				best = s
			}
		}
		if best != nil {
			old.supersede(best.ID, ReasonSuperseded)
		}
	}
}

// corrects says whether s, a higher revision, is about old: in the same folder, or in a folder of its
// own while old is the only file without s's marks.
func corrects(s, old *Source, files []*Source) bool {
	if path.Dir(s.File) == path.Dir(old.File) {
		return true
	}
	for _, f := range files {
		if f != old && f.Revision < s.Revision && (path.Dir(f.File) == path.Dir(s.File) || path.Dir(f.File) != path.Dir(old.File)) {
			return false
		}
	}
	return true
}

func (s *Source) supersede(by, reason string) {
	s.Status, s.SupersededBy, s.Reason = Superseded, by, reason
}

func (l *Ledger) byFile() []*Source {
	out := make([]*Source, len(l.Sources))
	for i := range l.Sources {
		out[i] = &l.Sources[i]
	}
	slices.SortFunc(out, func(a, b *Source) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.ID, b.ID))
	})
	return out
}
