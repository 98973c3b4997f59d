package pipeline

import (
	"slices"
	"strconv"
	"strings"

	"formare/internal/store"
)

// An Outcome is a source that does not count, and why.
type Outcome struct {
	Source  string            `json:"source"`
	File    string            `json:"file"`
	Partner string            `json:"partner,omitempty"`
	Month   string            `json:"month,omitempty"`
	Reason  string            `json:"reason"` // a rule of the finding catalogue
	Detail  string            `json:"detail,omitempty"`
	By      string            `json:"by,omitempty"`   // the file that counts in its place
	Next    string            `json:"next,omitempty"` // its next version, where that was corrected in turn
	Args    map[string]string `json:"args,omitempty"` // what the reason's message tells besides
	Change  *store.Change     `json:"change,omitempty"`

	// Overwritten says that the file with this name holds other content now.
	Overwritten bool `json:"overwritten,omitempty"`
}

// outcomes lists the sources that do not count, by file.
func outcomes(ledger *store.Ledger) (setAside, superseded []Outcome) {
	setAside, superseded = []Outcome{}, []Outcome{}
	byID := ledger.Index()
	for i := range ledger.Sources {
		switch s := &ledger.Sources[i]; s.Status {
		case store.SetAside:
			setAside = append(setAside, outcomeOf(byID, s))
		case store.Superseded:
			superseded = append(superseded, outcomeOf(byID, s))
		}
	}
	byFile := func(a, b Outcome) int { return compareText(a.File+"\x00"+a.Source, b.File+"\x00"+b.Source) }
	slices.SortFunc(setAside, byFile)
	slices.SortFunc(superseded, byFile)
	return setAside, superseded
}

func outcomeOf(byID map[string]*store.Source, s *store.Source) Outcome {
	o := Outcome{Source: s.ID, File: s.File, Partner: s.Partner, Month: s.Month, Reason: s.Reason, Detail: s.Detail,
		Change: s.Change, Overwritten: s.Overwritten}
	if by := byID[s.SupersededBy]; by != nil {
		o.By = by.File
	}
	if next := byID[s.CorrectedBy]; next != nil && s.CorrectedBy != s.SupersededBy {
		o.Next = next.File
	}
	if old := byID[s.Against]; old != nil {
		o.By = old.File
		o.Args = map[string]string{"accept": accepts(s),
			"rows": strconv.Itoa(s.RowsKept), "was": strconv.Itoa(old.RowsKept),
			"courses": strconv.Itoa(s.Courses), "was_courses": strconv.Itoa(old.Courses)}
	}
	return o
}

// accepts names a source so that the name can be pasted behind --accept in any shell.
func accepts(s *store.Source) string {
	plain := strings.IndexFunc(s.File, func(r rune) bool { return r < ' ' || strings.ContainsRune("\"'`$!%^&\\\u007f", r) }) < 0
	if plain && !strings.HasPrefix(s.File, "-") {
		return `"` + s.File + `"`
	}
	return s.ID
}

// supersedesLine is what formare.yaml must say for one file to supersede another.
func supersedesLine(file, old string) string {
	return "- {file: " + strconv.Quote(file) + ", supersedes: " + strconv.Quote(old) + "}"
}

// A Gone file counted in the run before, and is not in the inbox any more.
type Gone struct {
	File string `json:"file"`
	Rows int    `json:"rows"` // that no longer count
}

// goneFrom lists the files that counted and have left the inbox. One that was only moved has not.
func goneFrom(ledger *store.Ledger, files []store.File) []Gone {
	there := map[string]bool{}
	for _, f := range files {
		there[f.Path], there[f.SHA256] = true, true
	}
	gone := []Gone{}
	for i := range ledger.Sources {
		if s := &ledger.Sources[i]; s.Status == store.Active && !there[s.File] && !there[s.SHA256] {
			gone = append(gone, Gone{File: s.File, Rows: s.RowsKept})
		}
	}
	slices.SortFunc(gone, func(a, b Gone) int { return strings.Compare(a.File, b.File) })
	return gone
}
