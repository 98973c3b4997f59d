package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"formare/internal/text"
	"formare/pipeline"
)

// A statusView writes a status report.
type statusView struct {
	*app
	r *pipeline.StatusReport
}

// A grid is a table with a title.
type grid struct {
	title string
	head  []string
	rows  [][]string
}

// text is laid out in columns, to be read on a terminal or pasted into an e-mail.
func (v statusView) text() string {
	w := &strings.Builder{}
	for _, line := range v.intro() {
		fmt.Fprintln(w, line)
	}
	for _, g := range v.grids() {
		right := make([]bool, len(g.head))
		for i := 1; i < len(right); i++ {
			right[i] = true
		}
		fmt.Fprintf(w, "\n%s\n\n%s", g.title, indent(text.Columns(append([][]string{v.years(len(g.head)), g.head}, g.rows...), right)))
	}
	fmt.Fprintf(w, "\n%s\n", v.legend())
	if chase := v.chase(); len(chase) > 0 {
		fmt.Fprintf(w, "\n%s\n", v.words.Msg("status.chase"))
		for i, line := range chase {
			fmt.Fprintf(w, "  %d. %s\n", i+1, line)
		}
		if month := v.firstMissing(); month != "" {
			fmt.Fprintf(w, "  %s\n", v.words.Msg("status.quiet", "month", month))
		}
	}
	v.showOutcomes(w, v.r.SetAside, v.r.Replaced, v.r.Overlaps)
	return w.String()
}

func indent(s string) string {
	return "  " + strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", "\n  ") + "\n"
}

// intro says what is reported, as of when, and how much came.
func (v statusView) intro() []string {
	r := v.r
	first, last := r.Months[0], r.Months[len(r.Months)-1]
	lines := []string{v.words.Msg("status.title", "programme", r.Programme, "first", v.words.MonthYear(first), "last", v.words.MonthYear(last))}
	if day, err := time.Parse(time.DateOnly, r.AsOf); err == nil {
		lines = append(lines, v.words.Msg("status.as-of", "day", v.words.Day(day), "due", v.words.Count("status.days", r.DueDays)))
	}
	return append(lines, v.words.Msg("status.totals", "files", v.words.Count("status.files", r.Totals.Found),
		"active", v.words.Count("run.active", r.Totals.Active), "superseded", v.words.Count("status.superseded", r.Totals.Superseded),
		"set_aside", v.words.Count("status.aside", r.Totals.SetAside), "rows", v.words.Count("run.rows", r.Totals.RowsKept)),
		v.words.Msg("run.findings", "errors", v.words.Count("run.errors", r.Findings.Error),
			"warnings", v.words.Count("run.warnings", r.Findings.Warning), "infos", v.words.Count("run.infos", r.Findings.Info)))
}

// grids are the two tables: what came, and what is wrong with it.
func (v statusView) grids() []grid {
	came := grid{title: v.words.Msg("status.came"), head: v.months()}
	wrong := grid{title: v.words.Msg("status.wrong"), head: append(v.months(), v.words.Msg("status.total"))}
	for _, p := range v.r.Partners {
		a, b := []string{p.Name}, []string{p.Name}
		for _, m := range p.Months {
			a = append(a, v.state(m))
			b = append(b, problems(m.Findings.Error, m.Findings.Warning))
		}
		came.rows = append(came.rows, a)
		wrong.rows = append(wrong.rows, append(b, problems(p.Findings.Error, p.Findings.Warning)))
	}
	return []grid{came, wrong}
}

// months heads the columns; years stands above, where a year begins.
func (v statusView) months() []string {
	head := []string{v.words.Msg("status.partner")}
	for _, m := range v.r.Months {
		head = append(head, v.words.MonthShort(m))
	}
	return head
}

func (v statusView) years(columns int) []string {
	line := make([]string, columns)
	for i, m := range v.r.Months {
		if i == 0 || strings.HasSuffix(m, "-01") {
			line[i+1] = m[:4]
		}
	}
	return line
}

// problems is "errors/warnings", short where there are none.
func problems(errors, warnings int) string {
	if errors+warnings == 0 {
		return "·"
	}
	return strconv.Itoa(errors) + "/" + strconv.Itoa(warnings)
}

// state is one cell: how many files have courses of the month, with marks for what came late and what
// was corrected, or why there is none.
func (v statusView) state(m pipeline.MonthState) string {
	marks := ""
	if m.State == pipeline.Late {
		marks += v.words.Msg("status.mark-late")
	}
	if m.Superseded > 0 {
		marks += v.words.Msg("status.mark-corrected")
	}
	if m.SetAside > 0 {
		marks += v.words.Msg("status.mark-aside")
	}
	switch m.State {
	case pipeline.Received, pipeline.Late:
		return v.words.Int(m.Active) + marks
	case pipeline.Quiet:
		return "0" + marks
	case pipeline.Later:
		return "·"
	}
	return v.words.Msg("status.state." + string(m.State))
}

func (v statusView) legend() string {
	return v.words.Msg("status.legend", "due", v.words.Count("status.days", v.r.DueDays))
}

// chase lists whom to ask for what, the worst first.
func (v statusView) chase() []string {
	var lines []string
	for _, id := range v.r.Chase {
		at := slices.IndexFunc(v.r.Partners, func(p pipeline.PartnerStatus) bool { return p.Partner == id })
		p := v.r.Partners[at]
		var parts []string
		if len(p.Missing) > 0 {
			parts = append(parts, v.words.Msg("status.ask", "months", v.spans(p.Missing)))
		}
		if p.Errors > 0 {
			part := v.words.Count("status.mend", p.Errors)
			if len(p.ToMend) > 0 {
				part += " (" + v.spans(p.ToMend) + ")"
			}
			parts = append(parts, part)
		}
		lines = append(lines, p.Name+": "+strings.Join(parts, "; "))
	}
	return lines
}

// firstMissing is the first month in which nothing came from somebody, as an example.
func (v statusView) firstMissing() string {
	for _, p := range v.r.Partners {
		for _, m := range p.Months {
			if m.State == pipeline.Missing {
				return m.Month
			}
		}
	}
	return ""
}

// spans writes months as people do: "apr–ago 2017, dic 2017 e mar 2018".
func (v statusView) spans(months []string) string {
	var out []string
	for i := 0; i < len(months); {
		end := i
		for end+1 < len(months) && follows(months[end], months[end+1]) {
			end++
		}
		last := v.words.MonthShort(months[end]) + " " + months[end][:4]
		switch {
		case end == i:
		case months[i][:4] == months[end][:4]:
			last = v.words.MonthShort(months[i]) + "–" + last
		default:
			last = v.words.MonthShort(months[i]) + " " + months[i][:4] + " – " + last
		}
		out = append(out, last)
		i = end + 1
	}
	return v.words.List(out)
}

func follows(month, next string) bool {
	t, err := time.Parse("2006-01", month)
	return err == nil && t.AddDate(0, 1, 0).Format("2006-01") == next
}
