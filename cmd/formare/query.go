package main

import (
	"slices"

	"formare/internal/text"
	"formare/pipeline"

	"github.com/spf13/cobra"
)

func (a *app) queryCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   `query "SQL"`,
		Short: a.words.Msg("help.query"),
		Long:  a.words.Msg("help.query.long"),
		Args:  a.oneArg,
		RunE: func(cmd *cobra.Command, args []string) error {
			if a.json && !cmd.Flags().Changed("format") {
				format = "json"
			}
			if !slices.Contains(pipeline.QueryFormats, format) {
				return usageError{text.Errorf("usage.format", nil, "value", format)}
			}
			cfg, err := a.config()
			if err != nil {
				return err
			}
			return pipeline.Query(cmd.Context(), cfg, args[0], format, a.stdout)
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", a.words.Msg("flag.format"))
	return cmd
}
