package deck

import "strings"

// speech is what the presenter reads: the finding, the numbers, what they count, where they come from.
func (d *deck) speech(f *Figure) []node {
	drawing := f.Drawing
	lines := []string{drawing.Title, drawing.Subtitle, ""}
	if g := drawing.Grid; len(g.Rows) > 0 {
		lines = append(lines, d.words.Msg("deck.notes.numbers"))
		for _, row := range g.Rows {
			lines = append(lines, sentence(g.Head, row))
		}
		lines = append(lines, "")
	}
	if f.Definition != "" {
		lines = append(lines, d.words.Msg("deck.notes.definition"), f.Definition, "")
	}
	if drawing.Note != "" {
		lines = append(lines, drawing.Note)
	}
	lines = append(lines, drawing.Source)
	var all []node
	for _, l := range lines {
		all = append(all, d.paragraph(l, face{}))
	}
	return all
}

// sentence tells a row: of two columns as they are, of more with their heads.
func sentence(head, row []string) string {
	if len(row) == 2 {
		return row[0] + ": " + row[1]
	}
	parts := make([]string, 0, len(row))
	for i := 1; i < len(row) && i < len(head); i++ {
		parts = append(parts, head[i]+" "+row[i])
	}
	return row[0] + ": " + strings.Join(parts, "; ")
}
