package pipeline

import (
	"slices"

	"formare/internal/disclosure"
	"formare/internal/figure"
	"formare/internal/report"
	"formare/internal/report/readable"
	"formare/internal/report/tables"
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
