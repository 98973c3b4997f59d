package pipeline

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"slices"

	"formare/internal/finding"
	"formare/internal/report"
	"formare/internal/store"
	"formare/internal/text"

	"golang.org/x/sync/errgroup"
)

// A sendBack is one source whose annotated copy goes back to its partner.
type sendBack struct {
	source   *store.Source
	findings []finding.Finding
	folder   string // under the report
	stem     string
	made     report.ManifestCopy
}

// sendBacks lists the sources that were read and have something to mend, in the order of the ledger.
func (j *job) sendBacks() []*sendBack {
	bySource := map[string][]finding.Finding{}
	for _, f := range j.findings {
		bySource[f.Source] = append(bySource[f.Source], f)
	}
	var out []*sendBack
	stems := map[string]map[string]string{} // by folder and source
	for i := range j.ledger.Sources {
		s := &j.ledger.Sources[i]
		list := bySource[s.ID]
		if s.Status == store.Superseded || s.Overwritten || s.SHA256 == "" || !report.WorthACopy(list) {
			continue
		}
		b := &sendBack{source: s, findings: list, folder: report.QualityFolder(s.Partner)}
		if stems[b.folder] == nil {
			stems[b.folder] = map[string]string{}
		}
		stems[b.folder][s.ID] = s.File
		out = append(out, b)
	}
	for folder, files := range stems {
		stems[folder] = report.CopyStems(j.words, files)
	}
	for _, b := range out {
		b.stem = stems[b.folder][b.source.ID]
	}
	return out
}

// opens says whether the source could be opened: of another there is no copy to make, only a word in the
// letter.
func (b *sendBack) opens() bool {
	switch finding.Rule(b.source.Reason) {
	case finding.SourceUnreadable, finding.SourceNotWorkbook, finding.SourceUnsupported, finding.SourceEncrypted,
		finding.SourceWrongPassword, finding.SourceNoAccess, finding.SourceOutsideInbox, finding.SourceLimit:
		return false
	}
	return true
}

// copies writes the annotated copies into the staged report, several at a time. Those that a published
// report has of the same source and findings are taken from there.
func (j *job) copies(ctx context.Context, stage string) ([]report.ManifestCopy, error) {
	list := j.sendBacks()
	opened := 0
	for _, b := range list {
		if b.opens() {
			opened++
		}
	}
	j.stage(StageCopies, opened)
	old := j.publishedCopies()
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(j.cfg.workers())
	for _, b := range list {
		group.Go(func() error {
			if b.opens() {
				defer j.env.Progress.Step()
			}
			return j.copy(ctx, stage, b, old)
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	out := make([]report.ManifestCopy, len(list))
	for i, b := range list {
		out[i] = b.made
	}
	return out, nil
}

func (j *job) copy(ctx context.Context, stage string, b *sendBack, old map[string]publishedCopy) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s := b.source
	digest, err := report.CopyDigest(s.SHA256, j.reading, j.cfg.lang(), b.findings)
	if err != nil {
		return err
	}
	b.made = report.ManifestCopy{Source: s.ID, Partner: s.Partner, From: digest}
	dir := filepath.Join(stage, filepath.FromSlash(b.folder))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if p, ok := old[digest]; ok && p.copyTo(dir, b) {
		return nil
	}
	words, err := j.newSource(store.File{Path: s.File, SHA256: s.SHA256}).passwordsFor(s.Partner)
	if err != nil {
		return err
	}
	staged := filepath.Join(dir, b.stem)
	made, err := report.WriteCopy(ctx, j.words, report.Original{
		Path: j.newSource(store.File{Path: s.File}).path, Name: path.Base(s.File), Passwords: words, Limits: j.limits(), Findings: b.findings,
	}, staged)
	if err != nil {
		return text.Errorf("copy", err, "file", s.File)
	}
	b.made.Copy = made
	if made.Written() {
		b.made.Name = b.folder + "/" + b.stem + report.CopyExt(s.File, made.How)
		return os.Rename(staged, filepath.Join(stage, filepath.FromSlash(b.made.Name)))
	}
	return nil
}

// A publishedCopy is one that lies in a report.
type publishedCopy struct {
	dir string
	report.ManifestCopy
	sha string
}

// publishedCopies lists the copies of this month's report and of the one before, by what they were made
// from.
func (j *job) publishedCopies() map[string]publishedCopy {
	out := map[string]publishedCopy{}
	months, _ := filepath.Glob(filepath.Join(j.cfg.path(reportsDir), "????-??")) // none is no error
	slices.Sort(months)
	slices.Reverse(months)
	dirs := slices.DeleteFunc(months, func(dir string) bool { return dir >= j.reports() })
	dirs = append([]string{j.reports()}, dirs[:min(len(dirs), 1)]...)
	for _, dir := range dirs {
		manifest, err := report.ReadManifest(dir)
		if err != nil || manifest == nil || manifest.Version != Version {
			continue
		}
		sums := map[string]string{}
		for _, f := range manifest.Files {
			sums[f.Name] = f.SHA256
		}
		for _, c := range manifest.Copies {
			if _, there := out[c.From]; !there {
				out[c.From] = publishedCopy{dir, c, sums[c.Name]}
			}
		}
	}
	return out
}

// copyTo takes a published copy over, if it is still as it was published.
func (p publishedCopy) copyTo(dir string, b *sendBack) bool {
	made := p.ManifestCopy
	made.Source, made.Partner, made.Name = b.made.Source, b.made.Partner, ""
	if p.Name != "" {
		raw, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(p.Name)))
		if err != nil || report.HashOf(raw) != p.sha {
			return false
		}
		name := b.stem + path.Ext(p.Name)
		if os.WriteFile(filepath.Join(dir, name), raw, 0o600) != nil {
			return false
		}
		made.Name = b.folder + "/" + name
	}
	b.made = made
	return true
}
