package pipeline

import (
	"path"

	"formare/internal/config"
	"formare/internal/finding"
	"formare/internal/report"
	"formare/internal/store"
)

// letters writes one to every partner: what came, what is wrong, what is missing.
func (j *job) letters(copies []report.ManifestCopy) ([]report.File, error) {
	bySource := map[string]*report.ManifestCopy{}
	for i := range copies {
		bySource[copies[i].Source] = &copies[i]
	}
	var files []report.File
	for _, p := range j.cfg.Settings.Partners {
		made, err := report.LetterFiles(j.words, report.QualityFolder(p.ID), j.letter(p, bySource))
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
	}
	return files, nil
}

func (j *job) letter(p config.Partner, copies map[string]*report.ManifestCopy) report.Letter {
	s := j.cfg.Settings.Programme
	l := report.Letter{Partner: p.Name, Programme: s.Name, Lead: s.Lead, Month: j.month()}
	for _, m := range j.statusOf(&p, monthsBetween(s.Start, l.Month)).Months {
		switch m.State {
		case Missing:
			l.Missing = append(l.Missing, m.Month)
		case SetAside:
			l.Again = append(l.Again, m.Month)
		}
	}
	for _, c := range j.corrections {
		if c.Partner == p.ID {
			l.Corrections = append(l.Corrections, c)
		}
	}
	counts := map[string]*store.Counts{}
	for _, f := range j.findings {
		if f.Partner != p.ID {
			continue
		}
		l.Findings = append(l.Findings, f)
		c := counts[f.Source]
		if c == nil {
			c = &store.Counts{}
			counts[f.Source] = c
		}
		c.Add(countSeverities([]finding.Finding{f}))
	}
	byID := j.ledger.Index()
	for i := range j.ledger.Sources {
		if source := &j.ledger.Sources[i]; source.Partner == p.ID {
			l.Received = append(l.Received, received(source, byID, counts[source.ID], copies[source.ID]))
		}
	}
	return l
}

// received tells one file of a partner, and what became of it.
func received(s *store.Source, byID map[string]*store.Source, counts *store.Counts, made *report.ManifestCopy) report.Received {
	r := report.Received{Name: path.Base(s.File), Month: s.Month, State: string(s.Status), Copy: made}
	if by := byID[s.SupersededBy]; by != nil {
		r.By = path.Base(by.File)
	}
	switch {
	case s.Waits():
		r.State = "held"
	case s.Status == store.Superseded && s.Reason == store.ReasonDuplicate:
		r.State = "duplicate"
	case s.Status == store.SetAside:
		r.Reason = finding.Finding{Rule: finding.Rule(s.Reason), Value: s.Detail}
	}
	if counts != nil && s.Status != store.Superseded {
		r.Errors, r.Warnings = counts.Error, counts.Warning
	}
	if made != nil && made.Name != "" {
		r.CopyName = path.Base(made.Name)
	}
	return r
}
