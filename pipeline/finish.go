package pipeline

import (
	"cmp"
	"context"
	"path"
	"slices"

	"formare/internal/disclosure"
	"formare/internal/finding"
	"formare/internal/report"
	"formare/internal/store"
	"formare/internal/text"
)

// reportMonth is the month as asked for, else the last month of the programme that an active source has
// courses of, else the programme's first.
func reportMonth(cfg Config, ledger *store.Ledger) string {
	p := cfg.Settings.Programme
	return cmp.Or(cfg.Month, lastReported(ledger, monthsBetween(p.Start, p.End)), p.Start)
}

func (j *job) month() string { return reportMonth(j.cfg, j.ledger) }

func (j *job) reports() string { return j.cfg.path(path.Join(reportsDir, j.month())) }

// upToDate says whether the published report is the one that this run would make.
func (j *job) upToDate(p plan) bool {
	if len(p.read) > 0 || p.gone > 0 || !j.programmeWhole() {
		return false
	}
	manifest, err := report.ReadManifest(j.reports())
	if err != nil || manifest == nil {
		return false
	}
	print, err := j.fingerprint()
	return err == nil && manifest.Fingerprint == print && manifest.Whole(j.reports())
}

// nothingToDo tells the published report again.
func (j *job) nothingToDo(ctx context.Context) (*Result, error) {
	manifest, err := report.ReadManifest(j.reports())
	if err != nil || manifest == nil {
		return nil, text.Errorf("publish", err)
	}
	r := j.result(manifest.Headline, manifest.Figures)
	r.NothingToDo = true
	across, err := findingsAcross(ctx, j.cfg)
	if err != nil {
		return nil, text.Errorf("publish", err)
	}
	r.Overlaps = storedOverlaps(j.ledger, across)
	r.Findings = bySeverity(manifest.Findings)
	r.Rules = []RuleCount{}
	for _, c := range manifest.Findings {
		r.Rules = append(r.Rules, RuleCount(c))
	}
	return r, nil
}

// done tells what the run has made.
func (j *job) done(tables map[string]*disclosure.Table, figs *figures) *Result {
	r := j.result(headlineOf(tables["headline"]), figs.told)
	r.Overlaps = overlaps(j.findings)
	counts := countFindings(j.findings)
	r.Findings = bySeverity(counts)
	for _, c := range counts {
		r.Rules = append(r.Rules, RuleCount(c))
	}
	return r
}

func (j *job) result(headline []report.Headline, figs []report.ManifestFigure) *Result {
	j.watch.end()
	r := &Result{Month: j.month(), Sources: tally(j.ledger), Reports: j.reports(), Stages: j.watch.stages,
		Rules: []RuleCount{}, Headline: []Measure{}, Figures: []Drawn{}}
	r.Sources.Read = j.newly
	r.SetAside, r.Superseded = outcomes(j.ledger)
	r.Gone = j.gone
	for _, h := range headline {
		r.Headline = append(r.Headline, Measure{Name: h.Measure, Value: h.Value, Mark: h.Mark, Target: h.Target})
	}
	for _, f := range figs {
		r.Figures = append(r.Figures, Drawn{ID: f.ID, Title: f.Title, LeftOut: f.LeftOut})
	}
	return r
}

// countFindings counts by rule, errors first, then by number.
func countFindings(list []finding.Finding) report.FindingCounts {
	n := map[finding.Rule]int{}
	for _, f := range list {
		n[f.Rule]++
	}
	var out report.FindingCounts
	for _, rule := range finding.Rules() {
		if n[rule] > 0 {
			out = append(out, report.FindingCount{Rule: string(rule), Severity: rule.Severity().String(), N: n[rule]})
		}
	}
	slices.SortStableFunc(out, func(a, b report.FindingCount) int {
		return cmp.Or(
			cmp.Compare(finding.Rule(b.Rule).Severity(), finding.Rule(a.Rule).Severity()),
			cmp.Compare(b.N, a.N))
	})
	return out
}

func bySeverity(counts report.FindingCounts) (c store.Counts) {
	for _, f := range counts {
		switch f.Severity {
		case finding.Error.String():
			c.Error += f.N
		case finding.Warning.String():
			c.Warning += f.N
		default:
			c.Info += f.N
		}
	}
	return c
}

func countSeverities(list []finding.Finding) store.Counts { return bySeverity(countFindings(list)) }
