package main

import (
	"os"
	"path/filepath"

	"formare/internal/config"
	"formare/internal/text"
	"formare/pipeline"

	"github.com/spf13/cobra"
)

func (a *app) checkCommand() *cobra.Command {
	var req pipeline.CheckRequest
	var failOn string
	cmd := &cobra.Command{
		Use:   "check " + a.words.Msg("arg.files"),
		Short: a.words.Msg("help.check"),
		Long:  a.words.Msg("help.check.long"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{text.Errorf("usage.check-files", nil)}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			threshold, fails, err := failLevel(failOn)
			if err != nil {
				return err
			}
			if req.Month != "" && !config.ValidMonth(req.Month) {
				return usageError{text.Errorf("usage.month", nil, "value", req.Month)}
			}
			cfg, err := a.configOrNone(cmd)
			if err != nil {
				return err
			}
			req.Files = args
			progress := a.progress()
			report, err := pipeline.Check(cmd.Context(), cfg, pipeline.Env{Progress: progress, Getenv: os.Getenv}, req)
			progress.finish()
			if err != nil {
				return err
			}
			if err := a.showCheck(report); err != nil {
				return err
			}
			if fails && atOrAbove(report.Findings, threshold) {
				return errFindings
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&req.Partner, "partner", "", a.words.Msg("flag.check-partner"))
	cmd.Flags().StringVar(&req.Month, "month", "", a.words.Msg("flag.check-month"))
	cmd.Flags().StringVar(&req.Out, "out", ".", a.words.Msg("flag.check-out"))
	cmd.Flags().StringVar(&failOn, "fail-on", "error", a.words.Msg("flag.fail-on"))
	return cmd
}

// configOrNone is config, but where nobody names a project and there is none here it does without.
func (a *app) configOrNone(cmd *cobra.Command) (pipeline.Config, error) {
	if _, err := os.Stat(filepath.Join(a.project, pipeline.ConfigFile)); err != nil && !cmd.Flags().Changed("project") {
		if a.workers < 0 {
			return pipeline.Config{}, usageError{text.Errorf("usage.workers", nil)}
		}
		return pipeline.WithoutProject(a.lang, a.workers), nil
	}
	return a.config()
}
