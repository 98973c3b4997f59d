package report

import (
	"archive/zip"
	"bytes"
	"context"
	"strconv"
	"strings"

	"formare/internal/annotate"
	"formare/internal/finding"
	"formare/internal/text"
	"formare/internal/workbook"
)

func zipOf(raw []byte) (*zip.Reader, error) {
	return zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
}

// marksOf says in words what is to be written into a workbook.
func marksOf(ctx context.Context, words *text.Catalogue, book workbook.Book, o Original) (annotate.Marks, error) {
	places := make([]annotate.Place, len(o.Findings))
	for i, f := range o.Findings {
		places[i] = annotate.Place{Sheet: f.Sheet, Row: f.Row, Col: columnOf(f.Cell)}
	}
	sights, old, err := annotate.Look(ctx, book, places)
	if err != nil {
		return annotate.Marks{}, err
	}
	m := annotate.Marks{Author: "formare", Old: old, List: listOf(words, o)}
	for i, f := range o.Findings {
		m.Notes = append(m.Notes, noteOf(words, f, sights[i]))
	}
	return m, nil
}

// columnOf gives the column of a cell's name, 0 for none.
func columnOf(cell string) (col int) {
	for _, c := range cell {
		if c < 'A' || c > 'Z' {
			break
		}
		col = col*26 + int(c-'A') + 1
	}
	return col
}

func listOf(words *text.Catalogue, o Original) annotate.List {
	list := annotate.List{Name: words.Msg("copy.sheet"), Title: words.Msg("copy.title", "file", o.Name)}
	for _, id := range []string{"copy.intro", "copy.intro.colours", "copy.intro.return"} {
		list.Intro = append(list.Intro, words.Msg(id))
	}
	var n [3]int
	for _, f := range o.Findings {
		n[f.Severity()]++
	}
	for s, id := range map[finding.Severity]string{finding.Error: "run.errors", finding.Warning: "run.warnings", finding.Info: "run.infos"} {
		list.Counts[levelOf(s)] = words.Count(id, n[s])
	}
	for _, column := range []struct {
		id    string
		width float64
	}{{"severity", 11}, {"sheet", 16}, {"cell", 9}, {"field", 18}, {"value", 24}, {"used", 18}, {"message", 46}, {"hint", 46}} {
		list.Heads = append(list.Heads, capital(words.Msg("quality."+column.id)))
		list.Widths = append(list.Widths, column.width)
	}
	return list
}

func levelOf(s finding.Severity) annotate.Level {
	switch s {
	case finding.Error:
		return annotate.Error
	case finding.Warning:
		return annotate.Warning
	}
	return annotate.Info
}

// noteOf tells one finding at its place, with what stands there: the copy is the sender's own.
func noteOf(words *text.Catalogue, f finding.Finding, at annotate.Sight) annotate.Note {
	f.Message = Message(words, f)
	f = revealed(f, at.Text)
	hint := ask(words, f)
	severity := capital(words.Msg("severity." + f.Severity().String()))
	comment := severity + ": " + f.Message
	if hint != "" {
		comment += "\n" + words.Msg("copy.todo", "hint", hint)
	}
	where := f.Cell
	switch {
	case where != "":
	case f.Row > 0:
		where = words.Msg("copy.row", "row", strconv.Itoa(f.Row))
	case f.Sheet != "":
		where = words.Msg("copy.whole-sheet")
	default:
		where = words.Msg("copy.whole-file")
	}
	return annotate.Note{Sheet: f.Sheet, Row: at.Row, Col: at.Col, Level: levelOf(f.Severity()), Comment: comment, Link: 2,
		Line: []string{severity, f.Sheet, where, FieldName(words, f.Field), asWritten(words, f, f.Value), asWritten(words, f, f.Used), f.Message, hint}}
}

// revealed puts what stands in the cell in the place of what was hidden.
func revealed(f finding.Finding, shown string) finding.Finding {
	shown = strings.TrimSpace(shown)
	if hidden(f.Used) {
		f.Message = strings.ReplaceAll(f.Message, " «"+f.Used+"»", "")
		f.Used = ""
	}
	switch {
	case f.Cell == "" || shown == "":
	case hidden(f.Value):
		f.Message = strings.ReplaceAll(f.Message, "«"+f.Value+"»", "«"+shown+"»")
		f.Value = shown
	case f.Value == "":
		f.Value = shown
	}
	return f
}

// hidden says that a value was redacted, or words of it.
func hidden(s string) bool { return strings.Contains(s, "•") }

// Hint gives the advice on a finding to who runs the program.
func Hint(words *text.Catalogue, f finding.Finding) string { return advice(words, f, ".hint") }

// ask gives what a partner can do, where that is something else.
func ask(words *text.Catalogue, f finding.Finding) string {
	if words.Has("rule." + string(f.Rule) + ".ask") {
		return advice(words, f, ".ask")
	}
	return Hint(words, f)
}

func advice(words *text.Catalogue, f finding.Finding, kind string) string {
	id := "rule." + string(f.Rule) + kind
	if !words.Has(id) {
		return ""
	}
	return words.Msg(id, "value", asWritten(words, f, f.Value), "used", asWritten(words, f, f.Used), "field", FieldName(words, f.Field))
}

// capital writes a word as a line begins.
func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
