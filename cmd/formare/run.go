package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"formare/internal/config"
	"formare/internal/finding"
	"formare/internal/store"
	"formare/internal/text"
	"formare/pipeline"

	"github.com/spf13/cobra"
)

func (a *app) runCommand() *cobra.Command {
	var month, failOn string
	var accept []string
	cmd := &cobra.Command{
		Use:   "run",
		Short: a.words.Msg("help.run"),
		Long:  a.words.Msg("help.run.long"),
		Args:  a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			threshold, fails, err := failLevel(failOn)
			if err != nil {
				return err
			}
			if month != "" && !config.ValidMonth(month) {
				return usageError{text.Errorf("usage.month", nil, "value", month)}
			}
			cfg, err := a.config()
			if err != nil {
				return err
			}
			cfg.Month, cfg.Accept = month, accept
			progress := a.progress()
			result, err := pipeline.Run(cmd.Context(), cfg, pipeline.Env{Progress: progress, Getenv: os.Getenv})
			progress.finish()
			if err != nil {
				return err
			}
			if err := a.showRun(result); err != nil {
				return err
			}
			if fails && atOrAbove(result.Findings, threshold) {
				return errFindings
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&month, "month", "", a.words.Msg("flag.month"))
	cmd.Flags().StringArrayVar(&accept, "accept", nil, a.words.Msg("flag.accept"))
	cmd.Flags().StringVar(&failOn, "fail-on", "error", a.words.Msg("flag.fail-on"))
	return cmd
}

// failLevel reads --fail-on: the least severity that gives exit code 3, if any.
func failLevel(value string) (threshold finding.Severity, fails bool, err error) {
	threshold, fails = finding.ParseSeverity(value)
	if !fails && value != "never" {
		return 0, false, usageError{text.Errorf("usage.fail-on", nil, "value", value)}
	}
	return threshold, fails, nil
}

func atOrAbove(found store.Counts, threshold finding.Severity) bool {
	n := found.Error
	if threshold <= finding.Warning {
		n += found.Warning
	}
	if threshold <= finding.Info {
		n += found.Info
	}
	return n > 0
}

func (a *app) showRun(r *pipeline.Result) error {
	if a.json {
		return a.writeJSON(r)
	}
	if a.quiet {
		return nil
	}
	w := &strings.Builder{}
	if r.NothingToDo {
		fmt.Fprintln(w, a.words.Msg("run.nothing", "month", a.words.MonthYear(r.Month)))
	}
	fmt.Fprintln(w, a.words.Msg("run.sources",
		"found", a.words.Count("run.files", r.Sources.Found), "read", a.words.Count("run.read", r.Sources.Read),
		"active", a.words.Count("run.active", r.Sources.Active), "rows", a.words.Count("run.rows", r.Sources.RowsKept)))
	if r.Sources.Found == 0 {
		fmt.Fprintln(w, a.words.Msg("run.empty", "dir", filepath.Join(a.project, "data", "inbox")))
	}
	a.showHeadline(w, r)
	a.showGone(w, r.Gone)
	a.showOutcomes(w, r.SetAside, r.Superseded, r.Overlaps)
	a.showFindings(w, r)
	for _, f := range r.Figures {
		if f.LeftOut != "" {
			fmt.Fprintln(w, a.words.Msg("run.left-out", "figure", f.ID, "why", f.LeftOut))
		}
	}
	fmt.Fprintln(w)
	fmt.Fprintln(w, a.words.Msg("run.outputs", "dir", r.Reports))
	_, err := a.stdout.Write([]byte(w.String()))
	return err
}

func (a *app) showHeadline(w *strings.Builder, r *pipeline.Result) {
	if len(r.Headline) == 0 {
		return
	}
	fmt.Fprintln(w)
	rows := [][]string{{a.words.Msg("run.measure"), a.words.Msg("run.value"), a.words.Msg("run.target"), ""}}
	for _, m := range r.Headline {
		row := []string{a.words.Msg("measure." + m.Name), a.measure(m.Name, m.Value), a.measure(m.Name, m.Target), ""}
		if m.Value == nil && m.Mark != "" {
			row[1] = m.Mark
		}
		if m.Target == nil {
			row[2] = ""
		}
		if m.Value != nil && m.Target != nil && *m.Target > 0 {
			row[3] = a.words.Percent(*m.Value / *m.Target, 0)
		}
		rows = append(rows, row)
	}
	writeTable(w, rows, []bool{false, true, true, true})
}

// measure writes a headline number as the figures do.
func (a *app) measure(name string, v *float64) string {
	switch {
	case v == nil:
		return a.words.Msg("value.unknown")
	case slices.Contains([]string{"coverage", "completion_rate"}, name):
		return a.words.Percent(*v, 1)
	case *v != float64(int(*v)):
		return a.words.Number(*v, 1)
	}
	return a.words.Int(int(*v))
}

func (a *app) showFindings(w *strings.Builder, r *pipeline.Result) {
	fmt.Fprintf(w, "\n%s\n", a.words.Msg("run.findings",
		"errors", a.words.Count("run.errors", r.Findings.Error),
		"warnings", a.words.Count("run.warnings", r.Findings.Warning),
		"infos", a.words.Count("run.infos", r.Findings.Info)))
	const most = 12
	rows, more := [][]string{}, 0
	for _, c := range r.Rules {
		switch {
		case c.Severity == finding.Info.String():
		case len(rows) == most:
			more += c.N
		default:
			rows = append(rows, []string{"  " + a.words.Int(c.N), c.Rule, a.words.Msg("severity." + c.Severity)})
		}
	}
	writeTable(w, rows, []bool{true, false, false})
	if more > 0 {
		fmt.Fprintf(w, "  %s\n", a.words.Count("run.more-rules", more))
	}
}

func (a *app) writeJSON(v any) error {
	enc := json.NewEncoder(a.stdout)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
