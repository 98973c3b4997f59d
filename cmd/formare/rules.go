package main

import (
	"fmt"

	"formare/internal/text"
	"formare/pipeline"

	"github.com/spf13/cobra"
)

func (a *app) rulesCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "rules " + a.words.Msg("arg.rule"),
		Short:             a.words.Msg("help.rules"),
		Long:              a.words.Msg("help.rules.long"),
		ValidArgsFunction: cobra.FixedCompletions(pipeline.RuleIDs(), cobra.ShellCompDirectiveNoFileComp),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{text.Errorf("usage.arguments", nil, "command", cmd.Name(), "argument", args[1])}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			rule := ""
			if len(args) > 0 {
				rule = args[0]
			}
			page, err := pipeline.Rules(a.words, rule)
			if err != nil {
				return usageError{err}
			}
			_, err = fmt.Fprint(a.stdout, page)
			return err
		},
	}
}
