package pipeline

import (
	"cmp"
	"os"
	"slices"

	"formare/internal/disclosure"
	"formare/internal/figure"
	"formare/internal/finding"
	"formare/internal/report"
	"formare/internal/report/page"
	"formare/internal/report/readable"
	"formare/internal/report/tables"
	"formare/internal/store"
)

// tablesFile makes the workbook of tables and charts.
func (j *job) tablesFile(results map[string]*disclosure.Table, figs *figures) (report.File, error) {
	p, drawn := j.cfg.Settings.Programme, figs.drawings()
	content, err := tables.Write(tables.Content{
		Programme: p.Name, Title: p.Title, Funding: p.Funding, Period: j.periodInWords(), Source: sourceOf(drawn),
		Tables: j.readables(results, drawn), Drawings: drawn,
		MinCell: j.cfg.Settings.Privacy.MinCell, Threshold: j.cfg.Settings.Rules.CompletionThreshold,
	}, j.words)
	return report.File{Name: "tables.xlsx", Content: content}, err
}

// pageFile makes the page.
func (j *job) pageFile(results map[string]*disclosure.Table, figs *figures) (report.File, error) {
	p, look, drawn := j.cfg.Settings.Programme, j.cfg.Settings.Figures, figs.drawings()
	c := page.Content{
		Programme: p.Name, Title: p.Title, Funding: p.Funding, Period: j.periodInWords(), Source: sourceOf(drawn),
		EmblemText: cmp.Or(look.EmblemText, j.words.Msg("figure.emblem")),
		Tables:     j.readables(results, drawn), Drawings: drawn, Quality: j.quality(),
		MinCell: j.cfg.Settings.Privacy.MinCell, Threshold: j.cfg.Settings.Rules.CompletionThreshold,
	}
	for _, f := range figs.told {
		if f.LeftOut != "" {
			c.LeftOut = append(c.LeftOut, j.words.Msg("run.left-out", "figure", f.ID, "why", f.LeftOut))
		}
	}
	if look.Emblem != "" {
		var err error
		if c.Emblem, err = os.ReadFile(j.cfg.path(look.Emblem)); err != nil {
			return report.File{}, err
		}
	}
	content, err := page.Write(c, j.words)
	return report.File{Name: "report.html", Content: content}, err
}

// quality counts what came and what is wrong with it, by partner. When a file came does not matter here: a
// month is missing if nothing that counts speaks of it.
func (j *job) quality() page.Quality {
	all, counts := tally(j.ledger), countSeverities(j.findings)
	q := page.Quality{Files: all.Found, Active: all.Active, Superseded: all.Superseded, SetAside: all.SetAside,
		Errors: counts.Error, Warnings: counts.Warning, Infos: counts.Info}
	partnerOf, found := map[string]string{}, map[string][]finding.Finding{}
	files := map[string]int{}
	for i := range j.ledger.Sources {
		s := &j.ledger.Sources[i]
		partnerOf[s.ID] = s.Partner
		if s.Status == store.Active {
			files[s.Partner]++
		}
	}
	for _, f := range j.findings {
		found[partnerOf[f.Source]] = append(found[partnerOf[f.Source]], f)
	}
	months := monthsBetween(j.cfg.Settings.Programme.Start, j.month())
	for i := range j.cfg.Settings.Partners {
		p := &j.cfg.Settings.Partners[i]
		n := countSeverities(found[p.ID])
		line := page.Partner{Name: p.Name, Months: len(months), Files: files[p.ID], Errors: n.Error, Warnings: n.Warning}
		for _, m := range j.statusOf(p, months).Months {
			switch m.State {
			case Received, Late, Quiet:
				line.Received++
			default:
				line.Missing = append(line.Missing, m.Month)
			}
		}
		q.Partners = append(q.Partners, line)
	}
	return q
}

func (f *figures) drawings() []*figure.Drawing {
	var out []*figure.Drawing
	for _, r := range f.rendered {
		out = append(out, r.Drawing)
	}
	return out
}

// readables gives the results as people read them: those that figures show first, in the order of the
// figures, then the others.
func (j *job) readables(results map[string]*disclosure.Table, drawn []*figure.Drawing) []*readable.Table {
	var order []string
	for _, d := range drawn {
		if len(d.Indicators) > 0 && !slices.Contains(order, d.Indicators[0]) {
			order = append(order, d.Indicators[0])
		}
	}
	var rest []string
	for id := range results {
		if !slices.Contains(order, id) {
			rest = append(rest, id)
		}
	}
	slices.Sort(rest)
	names := readable.Names{"area": {}, "partner": {}}
	for _, a := range j.cfg.Settings.Areas {
		names["area"][a.ID] = a.Label
	}
	for _, p := range j.cfg.Settings.Partners {
		names["partner"][p.ID] = p.Name
	}
	var out []*readable.Table
	for _, id := range append(order, rest...) {
		if results[id] != nil {
			out = append(out, readable.Of(results[id], names, j.words))
		}
	}
	return out
}

func (j *job) periodInWords() string {
	p := j.cfg.Settings.Programme
	return j.words.Msg("tables.period", "month", j.words.MonthYear(j.month()),
		"first", j.words.MonthYear(p.Start), "last", j.words.MonthYear(p.End))
}

// sourceOf is the line that every figure ends with.
func sourceOf(drawn []*figure.Drawing) string {
	if len(drawn) == 0 {
		return ""
	}
	return drawn[0].Source
}
