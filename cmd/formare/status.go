package main

import (
	"slices"
	"strings"

	"formare/internal/config"
	"formare/internal/text"
	"formare/pipeline"

	"github.com/spf13/cobra"
)

// statusFormats are how a status can be written: laid out for a terminal or an e-mail, as Markdown, as a
// page to paste into a formatted e-mail, as a line for each partner and month for a spreadsheet.
var statusFormats = []string{"text", "md", "html", "csv"}

func (a *app) statusCommand() *cobra.Command {
	var month, partner, format, failOn string
	cmd := &cobra.Command{
		Use:   "status",
		Short: a.words.Msg("help.status"),
		Long:  a.words.Msg("help.status.long"),
		Args:  a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			threshold, fails, err := failLevel(failOn)
			if err != nil {
				return err
			}
			if month != "" && !config.ValidMonth(month) {
				return usageError{text.Errorf("usage.month", nil, "value", month)}
			}
			if !slices.Contains(statusFormats, format) {
				return usageError{text.Errorf("usage.status-format", nil, "value", format)}
			}
			cfg, err := a.config()
			if err != nil {
				return err
			}
			if err := knownPartner(cfg.Settings.Partners, partner); err != nil {
				return err
			}
			cfg.Month = month
			report, err := pipeline.Status(cmd.Context(), cfg, partner)
			if err != nil {
				return err
			}
			if err := a.showStatus(report, format); err != nil {
				return err
			}
			if fails && atOrAbove(report.Findings, threshold) {
				return errFindings
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&month, "month", "", a.words.Msg("flag.status-month"))
	cmd.Flags().StringVar(&partner, "partner", "", a.words.Msg("flag.status-partner"))
	cmd.Flags().StringVar(&format, "format", statusFormats[0], a.words.Msg("flag.status-format"))
	cmd.Flags().StringVar(&failOn, "fail-on", "never", a.words.Msg("flag.fail-on"))
	return cmd
}

func knownPartner(partners []config.Partner, id string) error {
	ids := make([]string, len(partners))
	for i, p := range partners {
		ids[i] = p.ID
	}
	if id == "" || slices.Contains(ids, id) {
		return nil
	}
	return usageError{text.Errorf("usage.partner", nil, "value", id, "among", strings.Join(ids, ", "))}
}

func (a *app) showStatus(r *pipeline.StatusReport, format string) error {
	if a.json {
		return a.writeJSON(r)
	}
	var out string
	switch v := (statusView{a, r}); format {
	case "md":
		out = v.markdown()
	case "html":
		out = v.html()
	case "csv":
		out = v.csv()
	default:
		out = v.text()
	}
	_, err := a.stdout.Write([]byte(out))
	return err
}
