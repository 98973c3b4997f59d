package main

import (
	"encoding/csv"
	"fmt"
	"html"
	"strconv"
	"strings"

	"formare/internal/store"
)

// markdown is the status with tables as Markdown writes them.
func (v statusView) markdown() string {
	w := &strings.Builder{}
	for i, line := range v.intro() {
		if i == 0 {
			line = "# " + line + "\n"
		}
		fmt.Fprintln(w, plainMarkdown(line))
	}
	for _, g := range v.grids() {
		fmt.Fprintf(w, "\n## %s\n\n", g.title)
		fmt.Fprintf(w, "| %s |\n|---%s|\n", strings.Join(v.withYears(g.head), " | "), strings.Repeat("|--:", len(g.head)-1))
		for _, row := range g.rows {
			cells := make([]string, len(row))
			for i, c := range row {
				cells[i] = plainMarkdown(c)
			}
			fmt.Fprintf(w, "| %s |\n", strings.Join(cells, " | "))
		}
	}
	fmt.Fprintf(w, "\n%s\n", v.legend())
	if chase := v.chase(); len(chase) > 0 {
		fmt.Fprintf(w, "\n## %s\n\n", v.words.Msg("status.chase"))
		for i, line := range chase {
			fmt.Fprintf(w, "%d. %s\n", i+1, plainMarkdown(line))
		}
	}
	rest := &strings.Builder{}
	v.showOutcomes(rest, v.r.SetAside, v.r.Replaced, v.r.Overlaps)
	if rest.Len() > 0 {
		fmt.Fprintf(w, "\n```\n%s```\n", strings.ReplaceAll(strings.TrimPrefix(rest.String(), "\n"), "```", "'''"))
	}
	return w.String()
}

// plainMarkdown keeps names from being read as Markdown or HTML.
func plainMarkdown(s string) string {
	return strings.NewReplacer("|", `\|`, "<", "&lt;", "`", "'", "*", `\*`, "[", `\[`).Replace(s)
}

// withYears puts each month's year beside it, for tables of one head.
func (v statusView) withYears(head []string) []string {
	out := append([]string(nil), head...)
	for i, m := range v.r.Months {
		out[i+1] += " " + m[2:4]
	}
	return out
}

// html is a page whose tables can be pasted into a formatted e-mail.
func (v statusView) html() string {
	w := &strings.Builder{}
	esc := html.EscapeString
	fmt.Fprintf(w, "<!doctype html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title></head>\n", v.words.Lang, esc(v.intro()[0]))
	fmt.Fprintln(w, `<body style="font-family: sans-serif; color: #17324d">`)
	for i, line := range v.intro() {
		tag := "p"
		if i == 0 {
			tag = "h1"
		}
		fmt.Fprintf(w, "<%s>%s</%s>\n", tag, esc(line), tag)
	}
	for _, g := range v.grids() {
		fmt.Fprintf(w, "<h2>%s</h2>\n<table style=\"border-collapse: collapse\">\n", esc(g.title))
		v.htmlRow(w, "th", v.withYears(g.head))
		for _, row := range g.rows {
			v.htmlRow(w, "td", row)
		}
		fmt.Fprintln(w, "</table>")
	}
	fmt.Fprintf(w, "<p>%s</p>\n", esc(v.legend()))
	if chase := v.chase(); len(chase) > 0 {
		fmt.Fprintf(w, "<h2>%s</h2>\n<ol>\n", esc(v.words.Msg("status.chase")))
		for _, line := range chase {
			fmt.Fprintf(w, "<li>%s</li>\n", esc(line))
		}
		fmt.Fprintln(w, "</ol>")
	}
	rest := &strings.Builder{}
	v.showOutcomes(rest, v.r.SetAside, v.r.Replaced, v.r.Overlaps)
	if rest.Len() > 0 {
		fmt.Fprintf(w, "<pre style=\"white-space: pre-wrap\">%s</pre>\n", esc(strings.TrimPrefix(rest.String(), "\n")))
	}
	fmt.Fprintln(w, "</body></html>")
	return w.String()
}

func (v statusView) htmlRow(w *strings.Builder, tag string, cells []string) {
	w.WriteString("<tr>")
	for i, c := range cells {
		side := "right"
		t := tag
		if i == 0 {
			side, t = "left", "th"
		}
		fmt.Fprintf(w, `<%s style="border: 1px solid #c5c7c9; padding: 2px 6px; text-align: %s; font-weight: %s">%s</%s>`, t, side,
			map[bool]string{true: "600", false: "400"}[tag == "th"], html.EscapeString(c), t)
	}
	w.WriteString("</tr>\n")
}

// csv has a line for each partner and month, as Excel in Italian opens it.
func (v statusView) csv() string {
	b := &strings.Builder{}
	b.WriteString("\uFEFF")
	w := csv.NewWriter(b)
	w.Comma, w.UseCRLF = ';', true
	line := func(cells ...string) {
		for i, c := range cells {
			if c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) {
				cells[i] = "'" + c
			}
		}
		_ = w.Write(cells) // into memory
	}
	head := []string{}
	for _, id := range []string{"partner", "name", "month", "state", "files", "superseded", "set_aside", "received", "due", "days_late", "errors", "warnings", "infos"} {
		head = append(head, v.words.Msg("status.column."+id))
	}
	line(head...)
	for _, p := range v.r.Partners {
		for _, m := range p.Months {
			n := counts(m.Findings)
			line(append([]string{p.Partner, p.Name, m.Month, v.words.Msg("status.state." + string(m.State)), strconv.Itoa(m.Active),
				strconv.Itoa(m.Superseded), strconv.Itoa(m.SetAside), m.Received, m.Due, strconv.Itoa(m.DaysLate)}, n...)...)
		}
	}
	w.Flush()
	return b.String()
}

func counts(c store.Counts) []string {
	return []string{strconv.Itoa(c.Error), strconv.Itoa(c.Warning), strconv.Itoa(c.Info)}
}
