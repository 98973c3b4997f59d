package report

import (
	"bytes"
	"cmp"
	_ "embed"
	"html/template"
	"slices"
	"strings"

	"formare/internal/change"
	"formare/internal/finding"
	"formare/internal/text"
)

// A Letter is what a partner is told about what it has sent.
type Letter struct {
	Partner, Programme, Lead string
	Month                    string   // up to which
	Missing                  []string // months from which nothing came
	Again                    []string // months from which something came, and nothing that counts
	Received                 []Received
	Findings                 []finding.Finding
	Corrections              []change.Correction // of its files
}

// Received is one file of the partner.
type Received struct {
	Name, Month string
	State       string // text id under "letter.file."
	Reason      finding.Finding
	By          string // the file that replaces it
	Copy        *ManifestCopy
	CopyName    string
	Errors      int
	Warnings    int
}

//go:embed letter.html
var letterHTML string

// letterText is a letter in words, for the two forms it is written in.
type letterText struct {
	Lang, Title, Greeting, Thanks, FilesTitle, FilesCaption, FilesMore string
	FileHeads                                                          [5]string
	Files                                                              []letterFile
	CorrectedTitle                                                     string
	Corrected                                                          []string
	ProblemsTitle                                                      string
	Problems                                                           []letterProblem
	MissingTitle, Missing, TodoTitle                                   string
	Todo                                                               []string
	Private, Bye                                                       string
}

type letterFile struct{ Name, Month, Errors, Warnings, State string }

type letterProblem struct{ Times, Message, Example, Hint string }

// mostFiles and mostProblems keep a letter short.
const (
	mostFiles    = 30
	mostProblems = 5
)

// LetterFiles writes a letter as Markdown, for an e-mail, and as a page that can be printed.
func LetterFiles(words *text.Catalogue, folder string, l Letter) ([]File, error) {
	page, err := template.New("letter").Parse(letterHTML)
	if err != nil {
		return nil, err
	}
	told := l.inWords(words)
	var asHTML bytes.Buffer
	if err := page.Execute(&asHTML, told); err != nil {
		return nil, err
	}
	return []File{
		{Name: folder + "/lettera.md", Content: []byte(told.markdown())},
		{Name: folder + "/lettera.html", Content: asHTML.Bytes()},
	}, nil
}

func (l *Letter) inWords(words *text.Catalogue) letterText {
	month := words.MonthYear(l.Month)
	t := letterText{
		Lang: words.Lang, Title: words.Msg("letter.title", "programme", l.Programme, "month", month),
		Greeting: words.Msg("letter.greeting", "partner", l.Partner), Bye: words.Msg("letter.bye", "lead", l.Lead),
		FilesTitle: words.Msg("letter.files"), ProblemsTitle: words.Msg("letter.problems"),
		MissingTitle: words.Msg("letter.missing"), TodoTitle: words.Msg("letter.todo"), Private: words.Msg("letter.private"),
	}
	for i, id := range []string{"file", "month", "errors", "warnings", "state"} {
		t.FileHeads[i] = words.Msg("letter.files." + id)
	}
	errors, warnings, copies := 0, 0, false
	for _, r := range l.Received {
		errors, warnings = errors+r.Errors, warnings+r.Warnings
		copies = copies || r.CopyName != ""
		if len(t.Files) < mostFiles {
			t.Files = append(t.Files, r.inWords(words))
		}
	}
	t.Thanks = words.Count("letter.thanks", len(l.Received), "month", month)
	if more := len(l.Received) - len(t.Files); more > 0 {
		t.FilesMore = words.Count("letter.files.more", more)
	}
	t.FilesCaption = words.Msg("letter.counts", "errors", words.Count("run.errors", errors), "warnings", words.Count("run.warnings", warnings))
	t.CorrectedTitle = words.Msg("letter.corrected")
	for _, c := range l.Corrections[:min(len(l.Corrections), mostFiles)] {
		t.Corrected = append(t.Corrected, words.Msg("letter.correction", "old", baseName(c.Old), "by", baseName(c.By), "change", correctionText(words, c)))
	}
	t.Problems = l.problems(words)
	t.Missing = l.missing(words, month)
	t.Todo = todo(words, len(t.Problems) > 0, copies, len(l.Missing) > 0)
	return t
}

// missing says which months are to be sent, and which to be sent again.
func (l *Letter) missing(words *text.Catalogue, month string) string {
	var said []string
	for _, m := range []struct {
		id     string
		months []string
	}{{"letter.missing.months", l.Missing}, {"letter.missing.again", l.Again}} {
		if len(m.months) > 0 {
			said = append(said, words.Count(m.id, len(m.months), "months", words.List(monthNames(words, m.months))))
		}
	}
	if len(said) == 0 {
		return words.Msg("letter.missing.none", "month", month)
	}
	return strings.Join(said, " ")
}

func monthNames(words *text.Catalogue, months []string) []string {
	out := make([]string, len(months))
	for i, m := range months {
		out[i] = words.MonthYear(m)
	}
	return out
}

// todo says what the partner is asked for.
func todo(words *text.Catalogue, problems, copies, missing bool) []string {
	var out []string
	if problems && copies {
		out = append(out, words.Msg("letter.todo.open"), words.Msg("letter.todo.mend"))
	}
	if problems && !copies {
		out = append(out, words.Msg("letter.todo.original"))
	}
	if problems {
		out = append(out, words.Msg("letter.todo.send"))
	}
	if missing {
		out = append(out, words.Msg("letter.todo.missing"))
	}
	if len(out) == 0 {
		out = append(out, words.Msg("letter.todo.nothing"))
	}
	return out
}

func (r *Received) inWords(words *text.Catalogue) letterFile {
	f := letterFile{Name: r.Name, Errors: words.Int(r.Errors), Warnings: words.Int(r.Warnings)}
	if r.Month != "" {
		f.Month = words.MonthYear(r.Month)
	}
	f.State = words.Msg("letter.file."+r.State, "by", r.By)
	if r.Reason.Rule != "" && r.State == "set_aside" {
		f.State += " " + Message(words, r.Reason) + " " + ask(words, r.Reason)
	}
	if r.Copy == nil {
		return f
	}
	note := words.Msg("copy." + r.Copy.How)
	if r.Copy.Protected {
		note = words.Msg("copy.protected", "copy", note)
	}
	if r.CopyName != "" {
		note += ": " + r.CopyName
	}
	f.State += " " + capital(note) + "."
	return f
}

// problems lists what is wrong most often, errors before warnings, each with one place where it is.
func (l *Letter) problems(words *text.Catalogue) []letterProblem {
	first, n := map[finding.Rule]finding.Finding{}, map[finding.Rule]int{}
	var rules []finding.Rule
	for _, f := range l.Findings {
		if f.Severity() < finding.Warning || f.Sheet == "" {
			continue
		}
		if n[f.Rule]++; n[f.Rule] == 1 {
			first[f.Rule] = f
			rules = append(rules, f.Rule)
		}
	}
	slices.SortStableFunc(rules, func(a, b finding.Rule) int {
		return cmp.Or(cmp.Compare(b.Severity(), a.Severity()), cmp.Compare(n[b], n[a]), cmp.Compare(a, b))
	})
	var out []letterProblem
	for _, rule := range rules[:min(len(rules), mostProblems)] {
		f := first[rule]
		out = append(out, letterProblem{
			Times: words.Count("letter.times", n[rule]), Message: Message(words, f), Hint: ask(words, f),
			Example: words.Msg("letter.example", "place", placeOf(words, f), "sheet", f.Sheet, "file", baseName(f.File)),
		})
	}
	return out
}

func placeOf(words *text.Catalogue, f finding.Finding) string {
	switch {
	case f.Cell != "":
		return words.Msg("letter.cell", "cell", f.Cell)
	case f.Row > 0:
		return words.Msg("copy.row", "row", words.Int(f.Row))
	}
	return words.Msg("copy.whole-sheet")
}

func baseName(file string) string { return file[strings.LastIndexByte(file, '/')+1:] }
