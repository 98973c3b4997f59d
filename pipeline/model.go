package pipeline

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"formare/data"
	"formare/internal/disclosure"
	"formare/internal/engine"
	"formare/internal/finding"
	"formare/internal/indicator"
	"formare/internal/report"
	"formare/internal/store"
	"formare/internal/table"
	"formare/internal/text"
)

// A model is the engine with the views of one state of the programme, and the indicators over them.
type model struct {
	db     *engine.DB
	defs   []indicator.Def
	memory string // to be forgotten when the model cannot be asked
}

// close ends the engine, which only holds what is on disk as well. After a failure its memory of the
// tables goes too: it may be the cause.
func (m *model) close(failed bool) {
	_ = m.db.Close()
	if failed {
		_ = engine.Forget(m.memory) // the next run checks what is in it anyway
	}
}

// model opens the tables and links people and courses.
func (j *job) model(ctx context.Context) (*model, error) {
	j.stage(StageModel, 0)
	defs, err := indicators(j.cfg)
	if err != nil {
		return nil, text.Errorf("model", err)
	}
	db, err := openModel(ctx, j.cfg, j.ledger, j.land, j.stageDir, "")
	if err != nil {
		return nil, err
	}
	return &model{db: db, defs: defs, memory: j.cfg.path(memoryFile)}, nil
}

// indicators lists those of the program and of the project's own folder, which may replace them.
func indicators(cfg Config) ([]indicator.Def, error) {
	own, err := fs.Sub(data.FS, "indicators")
	if err != nil {
		return nil, err
	}
	folders := []fs.FS{own}
	if dir := cfg.path("indicators"); isDir(dir) {
		folders = append(folders, os.DirFS(dir))
	}
	return indicator.Load(folders...)
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// createViews makes the views of the model and one for each indicator: all of them, or for a query those
// that it needs. What many others read is computed once and kept.
func createViews(ctx context.Context, cfg Config, db *engine.DB, query string) error {
	views, err := engine.Model(data.FS, "model")
	if err != nil {
		return err
	}
	defs, err := indicators(cfg)
	if err != nil {
		return err
	}
	for _, def := range defs {
		views = append(views, engine.View{Name: def.ID, SQL: def.SQL})
	}
	if query != "" {
		views = engine.Needed(views, query)
	}
	return db.Create(ctx, views, true)
}

// compute runs every indicator and every check across sources.
func (j *job) compute(ctx context.Context, m *model) ([]*indicator.Table, error) {
	j.stage(StageIndicator, len(m.defs))
	var results []*indicator.Table
	for _, def := range m.defs {
		t, err := indicator.Compute(ctx, m.db, def)
		if err != nil {
			return nil, text.Errorf("model", err)
		}
		results = append(results, t)
		j.env.Progress.Step()
	}
	across, err := j.check(ctx, m)
	if err != nil {
		return nil, text.Errorf("model", err)
	}
	if j.doubts, err = doubts(ctx, m.db); err != nil {
		return nil, text.Errorf("model", err)
	}
	return results, j.gather(ctx, m, across)
}

// check looks for faults that no single source can show, and adds those of the ledger itself.
func (j *job) check(ctx context.Context, m *model) ([]finding.Finding, error) {
	folder, err := fs.Sub(data.FS, "checks")
	if err != nil {
		return nil, err
	}
	checks, err := indicator.LoadChecks(folder)
	if err != nil {
		return nil, err
	}
	var found []finding.Finding
	for _, c := range checks {
		list, err := c.Run(ctx, m.db)
		if err != nil {
			return nil, err
		}
		found = append(found, list...)
	}
	return append(found, j.ledgerFindings()...), nil
}

// gather puts the findings across sources beside those of the sources, in the tables and in the report.
func (j *job) gather(ctx context.Context, m *model, across []finding.Finding) error {
	byID := j.ledger.Index()
	for i := range across {
		if s := byID[across[i].Source]; s != nil {
			across[i].File = s.File
		}
		if f := &across[i]; f.Rule == finding.SourceOverlap {
			f.Args = map[string]string{"line": supersedesLine(f.File, f.Used)}
		}
	}
	if err := j.writeAcross(across); err != nil {
		return text.Errorf("tables", err)
	}
	stored, err := j.storedFindings(ctx, m)
	if err != nil {
		return text.Errorf("model", err)
	}
	var all finding.Collector
	for _, f := range append(stored, across...) {
		all.Add(f)
	}
	j.findings = all.Sorted()
	return nil
}

// writeAcross replaces the table of the findings that belong to no single source.
func (j *job) writeAcross(across []finding.Finding) error {
	batch := table.NewBatch(nil, "", "")
	defer batch.Release()
	var sorted finding.Collector
	for _, f := range across {
		sorted.Add(f)
	}
	for _, f := range sorted.Sorted() {
		if err := batch.AddFinding(f, report.Message(j.words, f)); err != nil {
			return err
		}
	}
	name := programmeTable(table.Findings)
	out, err := createIn(j.stageDir, name)
	if err != nil {
		return err
	}
	if err := errors.Join(batch.WriteTable(table.Findings, out), out.Close()); err != nil {
		return err
	}
	return j.moveTable(name)
}

// storedFindings reads back what was found in the sources that were neither superseded nor wait, also in
// earlier runs.
func (j *job) storedFindings(ctx context.Context, m *model) ([]finding.Finding, error) {
	list, err := indicator.Findings(ctx, m.db)
	kept, byID := list[:0], j.ledger.Index()
	for _, f := range list {
		if s := byID[f.Source]; s != nil && s.Status != store.Superseded && !s.Waits() {
			f.File = s.File
			kept = append(kept, f)
		}
	}
	return kept, err
}

// protect takes out of the results what must not be published, also given the reports of other months.
// What this report shows and hides is noted when it is published, before it appears.
func (j *job) protect(results []*indicator.Table) (map[string]*disclosure.Table, error) {
	before, err := disclosure.ReadPattern(j.cfg.path(patternFile))
	if err != nil {
		return nil, text.Errorf("disclosure", err)
	}
	protected, after, err := disclosure.Protect(results, j.month(), j.cfg.Settings.Privacy.MinCell, disclosure.DefaultRules(), before)
	if err != nil {
		return nil, text.Errorf("disclosure", err)
	}
	j.pattern = after
	return protected, nil
}
