package main

import (
	"fmt"
	"strings"

	"formare/internal/config"
	"formare/internal/text"
	"formare/pipeline"

	"github.com/spf13/cobra"
)

func (a *app) statusCommand() *cobra.Command {
	var month string
	cmd := &cobra.Command{
		Use:   "status",
		Short: a.words.Msg("help.status"),
		Long:  a.words.Msg("help.status.long"),
		Args:  a.noArgs,
		RunE: func(*cobra.Command, []string) error {
			if month != "" && !config.ValidMonth(month) {
				return usageError{text.Errorf("usage.month", nil, "value", month)}
			}
			cfg, err := a.config()
			if err != nil {
				return err
			}
			cfg.Month = month
			report, err := pipeline.Status(cfg)
			if err != nil {
				return err
			}
			if a.json {
				return a.writeJSON(report)
			}
			_, err = a.stdout.Write([]byte(a.statusText(report)))
			return err
		},
	}
	cmd.Flags().StringVar(&month, "month", "", a.words.Msg("flag.status-month"))
	return cmd
}

func (a *app) statusText(r *pipeline.StatusReport) string {
	w := &strings.Builder{}
	head := []string{a.words.Msg("status.partner")}
	right := []bool{false}
	for _, m := range r.Months {
		head = append(head, a.words.MonthShort(m)+" "+m[2:4])
		right = append(right, true)
	}
	rows := [][]string{head}
	for _, p := range r.Partners {
		row := []string{p.Name}
		for _, m := range p.Months {
			row = append(row, a.stateText(m))
		}
		rows = append(rows, row)
	}
	writeTable(w, rows, right)
	fmt.Fprintf(w, "\n%s\n", a.words.Msg("status.legend"))
	for _, p := range r.Partners {
		if len(p.Missing) == 0 {
			continue
		}
		names := make([]string, len(p.Missing))
		for i, m := range p.Missing {
			names[i] = a.words.MonthYear(m)
		}
		fmt.Fprintln(w, a.words.Msg("status.chase", "partner", p.Name, "months", a.words.List(names)))
	}
	a.showOutcomes(w, r.SetAside, r.Replaced, r.Overlaps)
	return w.String()
}

// stateText is one cell: the number of sources that count, with "!" when they have errors.
func (a *app) stateText(m pipeline.MonthState) string {
	switch m.State {
	case pipeline.Received:
		mark := ""
		if m.Findings.Error > 0 {
			mark = "!"
		}
		return a.words.Int(m.Active) + mark
	case pipeline.Quiet:
		return "0"
	case pipeline.SetAside:
		return a.words.Msg("status.set-aside")
	case pipeline.Missing:
		return a.words.Msg("status.missing")
	}
	return "·"
}
