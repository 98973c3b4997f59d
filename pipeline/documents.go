package pipeline

import (
	"formare/internal/disclosure"
	"formare/internal/report"
)

// documents makes what presenters take away whole: the deck, the workbook of tables, the page.
func (j *job) documents(tables map[string]*disclosure.Table, figs *figures) ([]report.File, error) {
	var files []report.File
	for _, document := range []func(map[string]*disclosure.Table, *figures) (report.File, error){j.deckFile, j.tablesFile, j.pageFile} {
		file, err := document(tables, figs)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}
