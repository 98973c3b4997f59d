package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"formare/internal/text"
	"formare/pipeline"

	"golang.org/x/term"
)

// showCheck prints what was recognised in each file, and what is wrong.
func (a *app) showCheck(r *pipeline.CheckReport) error {
	if a.json {
		return a.writeJSON(r)
	}
	if a.quiet {
		return nil
	}
	w := &page{width: a.width()}
	for i := range r.Files {
		if i > 0 {
			w.line("", "")
		}
		a.showChecked(w, &r.Files[i])
	}
	_, err := a.stdout.Write([]byte(w.String()))
	return err
}

// width is that of the terminal, 0 where there is none and lines may be as long as they like.
func (a *app) width() int {
	if f, ok := a.stdout.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil {
			return max(width, 40)
		}
	}
	return 0
}

func (a *app) showChecked(w *page, f *pipeline.CheckedFile) {
	w.line("", visible(f.File))
	about := []string{}
	if f.Partner != "" {
		about = append(about, a.words.Msg("check.partner", "partner", f.Partner))
	}
	if f.Month != "" {
		about = append(about, a.words.Msg("check.month", "month", a.words.MonthYear(f.Month)))
	}
	about = append(about, a.words.Count("run.rows", f.Rows), a.words.Count("check.people", f.Enrolments), a.words.Count("check.courses", f.Courses))
	w.line("  ", strings.Join(about, ", "))
	for _, s := range f.Sheets {
		a.showSheet(w, &s)
	}
	w.line("", "")
	w.line("  ", a.words.Msg("run.findings", "errors", a.words.Count("run.errors", f.Counts.Error),
		"warnings", a.words.Count("run.warnings", f.Counts.Warning), "infos", a.words.Count("run.infos", f.Counts.Info)))
	advised := map[string]bool{}
	for i := range f.Findings {
		a.showFinding(w, f.File, &f.Findings[i], advised)
	}
	if f.CopyState == nil {
		return
	}
	note := a.words.Msg("copy." + f.CopyState.How)
	if f.CopyState.Protected {
		note = a.words.Msg("copy.protected", "copy", note)
	}
	if f.Copy != "" {
		note += ": " + visible(f.Copy)
	}
	w.line("  ", "→ "+note)
}

func (a *app) showSheet(w *page, s *pipeline.CheckedSheet) {
	w.line("", "")
	name := a.words.Msg("check.sheet", "sheet", visible(s.Name))
	if len(s.Registers) == 0 {
		w.line("  ", name+": "+a.words.Msg("check.no-register"))
		return
	}
	for i := range s.Registers {
		r := &s.Registers[i]
		header := a.words.Msg("check.no-header")
		switch {
		case r.HeaderFirst > 0 && r.HeaderFirst == r.HeaderLast:
			header = a.words.Msg("check.header-row", "row", strconv.Itoa(r.HeaderFirst))
		case r.HeaderFirst > 0:
			header = a.words.Msg("check.header-rows", "first", strconv.Itoa(r.HeaderFirst), "last", strconv.Itoa(r.HeaderLast))
		}
		w.line("  ", name+": "+a.words.Msg("check.register."+r.Subject)+" "+r.Range+", "+header+", "+a.words.Count("run.rows", r.Rows))
		rows := [][]string{{a.words.Msg("check.column"), a.words.Msg("check.head"), a.words.Msg("check.field"), a.words.Msg("check.score"), a.words.Msg("check.reason")}}
		for _, c := range r.Columns {
			rows = append(rows, a.columnRow(&c))
		}
		for line := range strings.Lines(text.Columns(w.fit(rows, 4), []bool{false, false, false, true, false})) {
			w.WriteString("    " + line)
		}
	}
}

// columnRow tells what was decided about a column.
func (a *app) columnRow(c *pipeline.CheckedColumn) []string {
	head := strings.Join(strings.Fields(visible(c.Header)), " ")
	if c.Hidden {
		head += " " + a.words.Msg("check.hidden")
	}
	if c.Field == "" {
		return []string{c.Column, head, a.words.Msg("check.not-read"), "", ""}
	}
	return []string{c.Column, head, a.words.Msg("field." + c.Field), a.words.Number(c.Score, 2), a.words.Msg("check.reason." + c.Reason)}
}

// showFinding prints one finding; the advice of a rule is given once a file.
func (a *app) showFinding(w *page, file string, f *pipeline.CheckedFinding, advised map[string]bool) {
	at := visible(filepath.Base(file))
	if f.Sheet != "" {
		at += " › " + visible(f.Sheet)
	}
	switch {
	case f.Cell != "":
		at += " › " + f.Cell
	case f.Row > 0:
		at += " › " + a.words.Msg("copy.row", "row", strconv.Itoa(f.Row))
	}
	w.line("  ", a.words.Msg("severity."+f.Severity)+"  "+at+": "+visible(f.Message))
	if f.Hint != "" && !advised[f.Rule] {
		advised[f.Rule] = true
		w.line("      ", "→ "+f.Hint)
	}
}

// A page is text laid out for a terminal of some width; 0 has no end.
type page struct {
	strings.Builder
	width int
}

// line writes a line, broken between words where the terminal ends; what is left stands a little deeper.
func (p *page) line(indent, s string) {
	room := p.width - utf8.RuneCountInString(indent)
	for p.width > 0 && utf8.RuneCountInString(s) > room {
		cut := len(string([]rune(s)[:room]))
		if at := strings.LastIndexByte(s[:cut], ' '); at > cut/2 {
			cut = at
		}
		p.WriteString(indent + strings.TrimRight(s[:cut], " ") + "\n")
		s = "  " + strings.TrimLeft(s[cut:], " ")
	}
	p.WriteString(strings.TrimRight(indent+s, " ") + "\n")
}

// fit shortens the texts of a table's widest column, as far as the terminal asks for it.
func (p *page) fit(rows [][]string, indent int) [][]string {
	const least = 12
	for p.width > 0 {
		total, widest, most := indent-2, 0, 0
		for col := range rows[0] {
			width := 0
			for _, row := range rows {
				width = max(width, utf8.RuneCountInString(row[col]))
			}
			total += width + 2
			if width > most {
				widest, most = col, width
			}
		}
		if total <= p.width || most <= least {
			return rows
		}
		room := max(most-(total-p.width), least)
		for _, row := range rows {
			if r := []rune(row[widest]); len(r) > room {
				row[widest] = string(r[:room-1]) + "…"
			}
		}
	}
	return rows
}
