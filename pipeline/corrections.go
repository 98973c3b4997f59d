package pipeline

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"formare/internal/change"
	"formare/internal/finding"
	"formare/internal/store"
	"formare/internal/table"
	"formare/internal/text"
)

// settle decides which sources count, and compares those that were corrected with what corrected them.
func (j *job) settle(ctx context.Context, ledger *store.Ledger) error {
	look := &comparer{ctx: ctx, job: j}
	err := ledger.Settle(store.Settlement{
		Words: j.names, Told: j.supersessions(),
		Accepted: func(s *store.Source) bool {
			told := j.told(s.File)
			return slices.Contains(ledger.Accepted, s.SHA256) || told != nil && told.Accept
		},
		Alike: look.alike,
	})
	if err != nil {
		return err
	}
	j.corrections = nil
	byID := ledger.Index()
	for i := range ledger.Sources {
		old := &ledger.Sources[i]
		old.Change = nil
		later := byID[old.CorrectedBy]
		if old.Reason != store.ReasonSuperseded || later == nil {
			continue
		}
		c, err := look.between(old, later)
		if err != nil {
			return err
		}
		old.Change = changeOf(c)
		j.corrections = append(j.corrections, c)
	}
	return nil
}

// A comparer reads back what sources hold, from what this run made or from the project's tables. It
// keeps the last few, because a correction is compared with what it corrects more than once.
type comparer struct {
	ctx  context.Context
	job  *job
	kept map[string]change.Content
}

func (c *comparer) alike(old, later *store.Source) (store.Likeness, error) {
	a, b, err := c.both(old, later)
	if err != nil {
		return store.Likeness{}, err
	}
	return store.Likeness(change.Compare(a, b)), nil
}

func (c *comparer) between(old, later *store.Source) (change.Correction, error) {
	a, b, err := c.both(old, later)
	if err != nil {
		return change.Correction{}, err
	}
	found := change.Between(a, b)
	found.Old, found.By, found.Partner, found.Month = old.File, later.File, later.Partner, later.Month
	return found, nil
}

func (c *comparer) both(old, later *store.Source) (a, b change.Content, err error) {
	if a, err = c.content(old); err != nil {
		return a, b, err
	}
	b, err = c.content(later)
	return a, b, err
}

func (c *comparer) content(s *store.Source) (change.Content, error) {
	if held, ok := c.kept[s.ID]; ok {
		return held, nil
	}
	const most = 8
	if c.kept == nil || len(c.kept) == most {
		c.kept = map[string]change.Content{}
	}
	content := change.Content{}
	for _, f := range s.Files {
		frame, err := table.ReadFile(c.ctx, c.job.tableFile(f))
		if err != nil {
			return content, err
		}
		switch tableOf(f) {
		case table.Courses:
			content.Courses = frame
		case table.Enrolments:
			content.Enrolments = frame
		case table.Findings:
			content.Findings = findingsOf(frame, s.File)
		}
	}
	c.kept[s.ID] = content
	return content, nil
}

// tableFile is where a table lies: in the staging folder while this run has not put it in place.
func (j *job) tableFile(name string) string {
	staged := filepath.Join(j.stageDir, filepath.FromSlash(name))
	if _, err := os.Stat(staged); err == nil && j.stageDir != "" {
		return staged
	}
	return j.cfg.path(tablesDir + "/" + name)
}

// findingsOf reads findings back from their table.
func findingsOf(f *table.Frame, file string) []finding.Finding {
	at := func(row []any, name string) string {
		s, _ := row[f.Col(name)].(string)
		return s
	}
	out := make([]finding.Finding, len(f.Rows))
	for i, r := range f.Rows {
		n, _ := r[f.Col("row")].(int64)
		out[i] = finding.Finding{Source: at(r, "source"), File: file, Partner: at(r, "partner"), Month: at(r, "month"),
			Sheet: at(r, "sheet"), Cell: at(r, "cell"), Row: int(n), Field: at(r, "field"), Rule: finding.Rule(at(r, "rule")),
			Value: at(r, "value"), Used: at(r, "used"), Message: at(r, "message")}
	}
	return out
}

// changeOf counts a correction for the ledger.
func changeOf(c change.Correction) *store.Change {
	out := &store.Change{Added: c.Rows.Added, Removed: c.Rows.Removed, Changed: c.Rows.Changed, Same: c.Rows.Same, Gone: c.Gone,
		Solved: countSeverities(c.Solved), Still: countSeverities(c.Still), New: countSeverities(c.New), Rules: []store.RuleChange{}}
	rules := map[finding.Rule]*store.RuleChange{}
	count := func(list []finding.Finding, add func(*store.RuleChange)) {
		for _, f := range list {
			if rules[f.Rule] == nil {
				rules[f.Rule] = &store.RuleChange{Rule: string(f.Rule)}
			}
			add(rules[f.Rule])
		}
	}
	count(c.Solved, func(r *store.RuleChange) { r.Solved++ })
	count(c.Still, func(r *store.RuleChange) { r.Still++ })
	count(c.New, func(r *store.RuleChange) { r.New++ })
	for _, id := range slices.Sorted(maps.Keys(rules)) {
		out.Rules = append(out.Rules, *rules[id])
	}
	return out
}

// accept remembers the contents that --accept names, by file or by source. It says whether there is
// anything new in that.
func (j *job) accept(files []store.File) (news bool, err error) {
	for _, name := range j.cfg.Accept {
		at := slices.IndexFunc(files, func(f store.File) bool {
			return f.Path == inboxPath(name) || store.SourceID(f.Path, f.SHA256) == name
		})
		if at < 0 || files[at].SHA256 == "" {
			return false, text.Errorf("config.accept", nil, "value", name)
		}
		if sum := files[at].SHA256; !slices.Contains(j.ledger.Accepted, sum) {
			j.ledger.Accept(sum)
			news = true
		}
	}
	return news, nil
}

// inboxPath gives a file's path under the inbox, also if it was written as the project sees it.
func inboxPath(name string) string {
	name = filepath.ToSlash(filepath.Clean(name))
	if rest, ok := strings.CutPrefix(name, inboxDir+"/"); ok {
		return rest
	}
	return name
}

// ledgerFindings are those about sources as wholes that only the ledger knows: which were superseded, and
// which wait.
func (j *job) ledgerFindings() []finding.Finding {
	var found []finding.Finding
	byID := j.ledger.Index()
	for i := range j.ledger.Sources {
		s := &j.ledger.Sources[i]
		if s.Status != store.Superseded && !s.Waits() {
			continue
		}
		o := outcomeOf(byID, s)
		found = append(found, finding.Finding{Source: s.ID, File: s.File, Partner: s.Partner, Month: s.Month,
			Rule: finding.Rule(s.Reason), Value: s.File, Used: o.By, Args: o.Args})
	}
	return append(found, j.missingTold()...)
}

// missingTold finds files that formare.yaml says are corrected but that are not there: a slip of the pen
// there would count people twice.
func (j *job) missingTold() []finding.Finding {
	var found []finding.Finding
	for _, told := range j.cfg.Settings.Sources {
		missing := func(file string) bool {
			return file != "" && !slices.ContainsFunc(j.ledger.Sources, func(s store.Source) bool { return s.File == file })
		}
		for _, file := range []string{told.Supersedes, told.File} {
			if told.Supersedes != "" && missing(file) {
				found = append(found, finding.Finding{File: file, Partner: told.Partner, Month: told.Month,
					Rule: finding.SourceToldMissing, Value: file})
			}
		}
	}
	return found
}
