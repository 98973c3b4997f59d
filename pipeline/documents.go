package pipeline

import (
	"slices"

	"formare/internal/disclosure"
	"formare/internal/report"
)

// documents makes what presenters take away whole, as far as the configuration asks for it: the deck, the
// workbook of tables, the page.
func (j *job) documents(tables map[string]*disclosure.Table, figs *figures) ([]report.File, error) {
	kinds := []struct {
		name string
		file func(map[string]*disclosure.Table, *figures) (report.File, error)
	}{{"deck", j.deckFile}, {"tables", j.tablesFile}, {"page", j.pageFile}}
	var files []report.File
	for _, kind := range kinds {
		if !slices.Contains(j.cfg.Settings.Figures.Documents, kind.name) {
			continue
		}
		file, err := kind.file(tables, figs)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}
