package report

import (
	"strconv"
	"strings"
)

// markdownEscapes keeps texts from other hands from being taken for marks, tables or HTML.
var markdownEscapes = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;",
	"|", `\|`, "#", `\#`, "~", `\~`, "\n", " ", "\r", " ", "\u2028", " ", "\u2029", " ")

// markdown writes the letter for an e-mail.
func (t *letterText) markdown() string {
	var b strings.Builder
	e := markdownEscapes.Replace
	line := func(parts ...string) { b.WriteString(strings.Join(parts, "") + "\n") }
	line("# ", e(t.Title), "\n\n", e(t.Greeting), "\n\n", e(t.Thanks), "\n")
	if len(t.Files) > 0 {
		line("## ", e(t.FilesTitle), "\n\n", e(t.FilesCaption), "\n")
		line("| ", e(strings.Join(t.FileHeads[:], "\x00")), " |")
		line("|---|---|---:|---:|---|")
		for _, f := range t.Files {
			line("| ", e(strings.Join([]string{f.Name, f.Month, f.Errors, f.Warnings, f.State}, "\x00")), " |")
		}
		line("\n", e(t.FilesMore))
	}
	if len(t.Corrected) > 0 {
		line("## ", e(t.CorrectedTitle), "\n")
		for _, text := range t.Corrected {
			line("- ", e(text))
		}
		line()
	}
	if len(t.Problems) > 0 {
		line("## ", e(t.ProblemsTitle), "\n")
		for i, p := range t.Problems {
			line(strconv.Itoa(i+1), ". **", e(p.Times), "** ", e(p.Message), " *", e(p.Example), "* ", e(p.Hint))
		}
		line()
	}
	line("## ", e(t.MissingTitle), "\n\n", e(t.Missing), "\n")
	line("## ", e(t.TodoTitle), "\n")
	for i, text := range t.Todo {
		line(strconv.Itoa(i+1), ". ", e(text))
	}
	line("\n> ", e(t.Private), "\n\n", e(t.Bye))
	return strings.ReplaceAll(b.String(), "\x00", " | ")
}
