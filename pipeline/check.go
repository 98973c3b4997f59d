package pipeline

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"formare/data"
	"formare/internal/config"
	"formare/internal/finding"
	"formare/internal/identity"
	"formare/internal/report"
	"formare/internal/revision"
	"formare/internal/store"
	"formare/internal/table"
	"formare/internal/text"

	"golang.org/x/sync/errgroup"
)

// A CheckRequest says what Check looks at.
type CheckRequest struct {
	Files   []string // paths of workbooks
	Partner string   // whose they are; "" to find out
	Month   string   // of which month; "" to find out
	Out     string   // folder of the annotated copies; it is made if it is not there
}

// A CheckReport is what Check has found. Its JSON form is that of `formare check --json`.
type CheckReport struct {
	Files    []CheckedFile `json:"files"`
	Findings store.Counts  `json:"findings"`
}

// A CheckedFile is one workbook: what was recognised in it, and what is wrong.
type CheckedFile struct {
	File        string           `json:"file"`
	Partner     string           `json:"partner,omitempty"`
	Month       string           `json:"month,omitempty"`
	SetAside    string           `json:"set_aside,omitempty"` // the rule for which a run would not count it
	Sheets      []CheckedSheet   `json:"sheets"`
	Rows        int              `json:"rows"`
	Courses     int              `json:"courses"`
	Enrolments  int              `json:"enrolments"`
	Attendances int              `json:"attendances"`
	Counts      store.Counts     `json:"counts"`
	Findings    []CheckedFinding `json:"findings"`
	Copy        string           `json:"copy,omitempty"` // where the annotated copy was put
	CopyState   *report.Copy     `json:"copy_state,omitempty"`
}

// A CheckedSheet lists the registers found on one sheet.
type CheckedSheet struct {
	Name      string            `json:"name"`
	Hidden    bool              `json:"hidden,omitempty"`
	Registers []CheckedRegister `json:"registers"`
}

// A CheckedRegister is one table, with what was decided about each column.
type CheckedRegister struct {
	Range       string          `json:"range"`
	Subject     string          `json:"subject"` // people, courses
	HeaderFirst int             `json:"header_first"`
	HeaderLast  int             `json:"header_last"` // 0: it has no header
	Rows        int             `json:"rows"`
	FirstRow    int             `json:"first_row"`
	LastRow     int             `json:"last_row"`
	Columns     []CheckedColumn `json:"columns"`
	of          any
}

// A CheckedColumn is the decision about one column.
type CheckedColumn struct {
	Column string  `json:"column"`
	Header string  `json:"header"`
	Field  string  `json:"field"` // "" when it is not read
	Score  float64 `json:"score"`
	Reason string  `json:"reason"`
	Hidden bool    `json:"hidden,omitempty"`
	col    int
}

// A CheckedFinding is one finding, personal values redacted.
type CheckedFinding struct {
	Severity string `json:"severity"`
	Rule     string `json:"rule"`
	Sheet    string `json:"sheet,omitempty"`
	Cell     string `json:"cell,omitempty"`
	Row      int    `json:"row,omitempty"`
	Field    string `json:"field,omitempty"`
	Value    string `json:"value,omitempty"`
	Used     string `json:"used,omitempty"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

// WithoutProject is the configuration by which workbooks are checked where there is no formare.yaml: no
// partner is known, and no month is too early or too late.
func WithoutProject(lang string, workers int) Config {
	settings := config.Config{Programme: config.Programme{Start: "1990-01", End: "2099-12"}}
	settings.Rules.CompletionThreshold, settings.Privacy.MinCell = 0.75, 5
	return Config{Settings: settings, Lang: lang, Workers: workers}
}

// Check reads workbooks as Run does, tells what it has made of them, and writes their annotated copies. It
// keeps nothing and needs no project.
func Check(ctx context.Context, cfg Config, env Env, req CheckRequest) (*CheckReport, error) {
	j, err := beginCheck(cfg, env)
	if err != nil {
		return nil, err
	}
	if err := j.checkRequest(&req); err != nil {
		return nil, err
	}
	out := &CheckReport{Files: make([]CheckedFile, len(req.Files))}
	copies := make([]*copyOf, len(req.Files))
	j.stage(StageIngest, len(req.Files))
	group, inGroup := errgroup.WithContext(ctx)
	group.SetLimit(j.cfg.workers())
	for i, file := range req.Files {
		group.Go(func() error {
			defer j.env.Progress.Step()
			var err error
			out.Files[i], copies[i], err = j.checkFile(inGroup, file, req)
			if err != nil {
				return text.Errorf("ingest", err, "file", file)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	taken := map[string]bool{}
	for i := range out.Files {
		out.Findings.Add(out.Files[i].Counts)
		if err := j.checkCopy(ctx, req, &out.Files[i], copies[i], taken); err != nil {
			return nil, err
		}
	}
	j.watch.end()
	return out, nil
}

// beginCheck is begin for a job that keeps nothing: it takes no lock, and its pseudonyms are thrown away.
func beginCheck(cfg Config, env Env) (*job, error) {
	j := &job{cfg: cfg, env: env.withDefaults(), checking: true}
	j.watch.now = j.env.Now
	var err error
	if j.words, err = text.For(cfg.lang()); err != nil {
		return nil, text.Errorf("reference", err)
	}
	if j.land, err = loadTerritory(cfg); err != nil {
		return nil, err
	}
	if j.names, err = revision.Load(data.FS); err != nil {
		return nil, text.Errorf("reference", err)
	}
	j.key = identity.Key{}
	return j, j.checkSettings()
}

// checkRequest finds fault with what is asked for before any file is opened.
func (j *job) checkRequest(req *CheckRequest) error {
	if req.Partner != "" && len(j.cfg.Settings.Partners) > 0 {
		known := []string{}
		for _, p := range j.cfg.Settings.Partners {
			known = append(known, p.ID)
		}
		if !slices.Contains(known, req.Partner) {
			return text.Errorf("config.check-partner", nil, "value", req.Partner, "among", j.words.List(known))
		}
	}
	for _, file := range req.Files {
		if info, err := os.Stat(file); err != nil || info.IsDir() {
			return text.Errorf("config.check-file", err, "file", file)
		}
	}
	if req.Out == "" {
		req.Out = "."
	}
	if j.cfg.Project != "" && inside(j.cfg.path(inboxDir), req.Out) {
		return text.Errorf("config.check-inbox", nil, "dir", req.Out)
	}
	return nil
}

// inside says whether a folder is another one or lies in it, links followed.
func inside(outer, dir string) bool {
	real := func(path string) string {
		if abs, err := filepath.Abs(path); err == nil {
			path = abs
		}
		if resolved, err := filepath.EvalSymlinks(path); err == nil {
			path = resolved
		}
		return path
	}
	rel, err := filepath.Rel(real(outer), real(dir))
	return err == nil && (rel == "." || filepath.IsLocal(rel))
}

// A copyOf is what the copy of a checked file is made of.
type copyOf struct {
	findings  []finding.Finding
	passwords []string
}

// checkFile reads one file.
func (j *job) checkFile(ctx context.Context, file string, req CheckRequest) (CheckedFile, *copyOf, error) {
	s := j.newSource(store.File{Path: j.inboxName(file)})
	s.path, s.partner, s.month, s.seen = file, req.Partner, req.Month, &sighting{}
	rule, detail, err := s.examine(ctx)
	if err != nil {
		return CheckedFile{}, nil, err
	}
	checked := CheckedFile{File: file, Partner: s.partner, Month: s.month, SetAside: string(rule), Rows: s.rows, Sheets: s.seen.close(), Findings: []CheckedFinding{}}
	if rule == "" && s.partner == "" && len(j.cfg.Settings.Partners) > 0 {
		rule = finding.SourceUnknownPartner
	}
	if rule != "" {
		checked.SetAside = string(rule)
		s.found(finding.Finding{Rule: rule, Value: detail})
	}
	if s.batch != nil {
		checked.Courses, checked.Enrolments = int(s.batch.Rows(table.Courses)), int(s.batch.Rows(table.Enrolments))
		checked.Attendances = int(s.batch.Rows(table.Attendance))
		s.batch.Release()
	}
	s.tellMore()
	list := s.findings.Sorted()
	for i := range list {
		list[i].File = file
		checked.Findings = append(checked.Findings, j.checkedFinding(list[i]))
	}
	checked.Counts = countSeverities(list)
	passwords, err := s.passwordsFor(s.partner)
	return checked, &copyOf{list, passwords}, err
}

// inboxName is a file's path as the configuration would tell it: under the inbox where it lies there, else
// the last folders, of which partner and month may be read.
func (j *job) inboxName(file string) string {
	abs, err := filepath.Abs(file)
	if err != nil {
		return filepath.ToSlash(file)
	}
	if j.cfg.Project != "" {
		inbox, err := filepath.Abs(j.cfg.path(inboxDir))
		if rel, relErr := filepath.Rel(inbox, abs); err == nil && relErr == nil && filepath.IsLocal(rel) {
			return filepath.ToSlash(rel)
		}
	}
	return filepath.ToSlash(filepath.Join(filepath.Base(filepath.Dir(abs)), filepath.Base(abs)))
}

func (j *job) checkedFinding(f finding.Finding) CheckedFinding {
	return CheckedFinding{Severity: f.Severity().String(), Rule: string(f.Rule), Sheet: f.Sheet, Cell: f.Cell, Row: f.Row, Field: f.Field,
		Value: f.Value, Used: f.Used, Message: report.Message(j.words, f), Hint: report.Hint(j.words, f)}
}
