package pipeline

import (
	"context"
	"errors"
	"io/fs"

	"formare/data"
	"formare/internal/finding"
	"formare/internal/normalise"
	"formare/internal/register"
	"formare/internal/store"
	"formare/internal/text"
	"formare/internal/workbook"

	"golang.org/x/sync/errgroup"
)

// A reading is what became of one file: its ledger entry, whose tables lie in the staging folder.
type reading struct {
	source  store.Source
	courses map[string]bool // keys, of a source that waits for what others know of them
}

// ingest reads every file of the plan, as many at a time as there are workers. Each worker fills its own
// place in the result, so that the order never depends on who was faster.
func (j *job) ingest(ctx context.Context, p plan) ([]*reading, error) {
	j.stage(StageIngest, len(p.read))
	var err error
	if j.stageDir, err = store.Stage(j.cfg.path("data")); err != nil {
		return nil, text.Errorf("tables", err)
	}
	out := make([]*reading, len(p.read))
	group, whole := errgroup.WithContext(ctx)
	group.SetLimit(j.cfg.workers())
	for i, file := range p.read {
		group.Go(func() error {
			r, err := j.read(whole, file)
			if err != nil {
				return text.Errorf("ingest", err, "file", file.Path)
			}
			out[i] = r
			j.env.Progress.Step()
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	j.newly = len(out) - p.anew
	return out, j.placeByCourses(ctx, p, out)
}

// lexicons are the words by which columns and values are known, with the configuration's own.
type lexicons struct {
	headers *register.Lexicon
	values  *normalise.Lexicon
}

func (j *job) loadLexicons() (*lexicons, error) {
	headers, err := register.LoadLexicon(data.FS)
	if err != nil {
		return nil, err
	}
	if headers, err = headers.WithSynonyms(j.cfg.Settings.Synonyms.Headers); err != nil {
		return nil, err
	}
	values, err := normalise.LoadLexicon(data.FS)
	if err != nil {
		return nil, err
	}
	return &lexicons{headers: headers, values: values.WithSynonyms(j.cfg.Settings.Synonyms)}, nil
}

// read turns one file into staged tables and a ledger entry. What is wrong with the file is a finding
// and sets it aside; an error means that the job itself could not go on.
func (j *job) read(ctx context.Context, file store.File) (*reading, error) {
	s := j.newSource(file)
	if file.Outside {
		return s.setAside(finding.SourceOutsideInbox, "")
	}
	return j.readSource(ctx, s)
}

func (j *job) readSource(ctx context.Context, s *source) (*reading, error) {
	rule, detail, err := s.examine(ctx)
	switch {
	case err != nil:
		return nil, err
	case rule != "":
		r, err := s.setAside(rule, detail)
		if err == nil && rule == finding.SourceUnknownMonth {
			r.courses = s.courses
		}
		return r, err
	}
	return s.finish()
}

// examine reads a source into records and findings. Where it does not count it gives the rule that says
// why, with what that rule's message tells besides; an error is not about the file.
func (s *source) examine(ctx context.Context) (rule finding.Rule, detail string, err error) {
	s.attributeByPath()
	passwords, err := s.passwords()
	if err != nil {
		return "", "", err
	}
	inTime, cancel := context.WithTimeout(ctx, s.job.readingTime())
	defer cancel()
	book, err := workbook.Open(inTime, s.path, workbook.Options{Passwords: passwords, Limits: s.job.limits()})
	if err == nil {
		defer book.Close()
		err = s.attribute(inTime, book)
	}
	if err == nil && s.partner == "" && !s.job.checking {
		return finding.SourceUnknownPartner, "", nil
	}
	if err == nil {
		err = s.records(inTime, book)
	}
	switch {
	case ctx.Err() != nil:
		return "", "", ctx.Err()
	case errors.Is(err, context.DeadlineExceeded):
		return finding.SourceLimit, s.job.overTime(), nil
	case errors.Is(err, workbook.ErrLimit):
		return finding.SourceLimit, s.job.overLimit(err), nil
	case err != nil && !isAboutFile(err):
		return "", "", err
	case err != nil:
		return openRule(err), workbook.UnsupportedKind(err), nil
	}
	if rule = s.verdict(); rule != "" {
		detail = s.span()
	}
	return rule, detail, nil
}

// isAboutFile tells what a workbook can do wrong from what the job cannot.
func isAboutFile(err error) bool {
	for _, known := range []error{workbook.ErrNotWorkbook, workbook.ErrDamaged, workbook.ErrEncrypted,
		workbook.ErrPassword, workbook.ErrUnsupported} {
		if errors.Is(err, known) {
			return true
		}
	}
	return isAccess(err)
}

// isAccess says that the file system did not let the file be read.
func isAccess(err error) bool {
	var path *fs.PathError
	return errors.As(err, &path)
}

// openRule says which finding tells why a file could not be read.
func openRule(err error) finding.Rule {
	switch {
	case errors.Is(err, workbook.ErrEncrypted):
		return finding.SourceEncrypted
	case errors.Is(err, workbook.ErrPassword):
		return finding.SourceWrongPassword
	case errors.Is(err, workbook.ErrUnsupported):
		return finding.SourceUnsupported
	case errors.Is(err, workbook.ErrNotWorkbook):
		return finding.SourceNotWorkbook
	case isAccess(err):
		return finding.SourceNoAccess
	}
	return finding.SourceUnreadable
}
