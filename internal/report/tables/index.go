package tables

import "formare/internal/report/readable"

// index fills the first sheet: what this is, what stands where, what marks, terms and columns mean.
func (w *writer) index(sheet string) {
	for i, width := range [...]float64{30, 62, 30, 22, 34} {
		w.do(w.f.SetColWidth(sheet, column(i+1), column(i+1), width))
	}
	row := w.opening(sheet)
	row = w.contents(sheet, row)
	row = w.terms(sheet, row, "tables.marks", readable.Marks(w.words, w.c.MinCell))
	row = w.terms(sheet, row, "tables.definitions", readable.Definitions(w.words, w.c.Threshold))
	w.dictionary(sheet, row)
	w.page(sheet, 0, w.words.Msg("tables.sheet.index"))
}

func (w *writer) opening(sheet string) int {
	w.title(sheet, w.words.Msg("tables.title", "programme", w.c.Programme))
	row := 2
	for _, line := range []string{w.c.Title, w.c.Period, w.c.Funding, w.c.Source, w.words.Msg("tables.about")} {
		if line == "" {
			continue
		}
		w.wide(sheet, row, line)
		row++
	}
	return row + 1
}

// wide writes a line over all columns.
func (w *writer) wide(sheet string, row int, line string) {
	w.str(sheet, row, 1, line, "note")
	w.do(w.f.MergeCell(sheet, address(row, 1), address(row, 5)))
	w.do(w.f.SetRowHeight(sheet, row, heightFor(line, 178)))
}

func (w *writer) heading(sheet string, row int, id string) {
	for col := 1; col <= 5; col++ {
		said := ""
		if col == 1 {
			said = w.words.Msg(id)
		}
		w.str(sheet, row, col, said, "heading")
	}
	w.do(w.f.SetRowHeight(sheet, row, 24))
}

func (w *writer) contents(sheet string, row int) int {
	w.heading(sheet, row, "tables.contents")
	row++
	for _, t := range w.c.Tables {
		w.link(sheet, row, 1, w.named[t.ID], w.named[t.ID])
		w.text(sheet, row, t.Note)
		row++
	}
	if len(w.charts) > 0 {
		name := w.sheets[len(w.sheets)-1]
		w.link(sheet, row, 1, name, name)
		w.text(sheet, row, w.words.Msg("tables.charts.about"))
		row++
	}
	return row + 1
}

// text writes a sentence over the columns after the first.
func (w *writer) text(sheet string, row int, said string) {
	w.str(sheet, row, 2, said, "wrap")
	for col := 3; col <= 5; col++ {
		w.str(sheet, row, col, "", "wrap")
	}
	w.do(w.f.MergeCell(sheet, address(row, 2), address(row, 5)))
	w.do(w.f.SetRowHeight(sheet, row, heightFor(said, 148)))
}

func (w *writer) terms(sheet string, row int, id string, list []readable.Definition) int {
	w.heading(sheet, row, id)
	for _, d := range list {
		row++
		w.str(sheet, row, 1, d.Term, "label")
		w.text(sheet, row, d.Text)
	}
	return row + 2
}

// dictionary lists every column of every sheet.
func (w *writer) dictionary(sheet string, row int) {
	w.heading(sheet, row, "tables.dictionary")
	row++
	for i, id := range []string{"sheet", "column", "unit", "name", "note"} {
		w.str(sheet, row, i+1, w.words.Msg("tables.dictionary."+id), "head")
	}
	w.do(w.f.SetRowHeight(sheet, row, heightFor("", 1)))
	for _, t := range w.c.Tables {
		for _, c := range t.Columns {
			row++
			note := ""
			if c.Small {
				note = w.words.Msg("tables.dictionary.protected")
			}
			for i, said := range []string{w.named[t.ID], c.Label, c.Unit, c.Name, note} {
				w.str(sheet, row, i+1, said, "wrap")
			}
			w.do(w.f.SetRowHeight(sheet, row, max(heightFor(c.Label, 62), heightFor(c.Unit, 30), heightFor(note, 34), heightFor(c.Name, 22))))
		}
	}
}
