package main

import (
	"fmt"

	"formare/internal/sample"
	"formare/internal/text"
	"formare/pipeline"

	"github.com/spf13/cobra"
)

func (a *app) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "init " + a.words.Msg("arg.dir"),
		Short: a.words.Msg("help.init"),
		Long:  a.words.Msg("help.init.long"),
		Args:  a.oneArg,
		RunE: func(_ *cobra.Command, args []string) error {
			made, err := pipeline.Init(args[0])
			if err != nil {
				return err
			}
			if a.json {
				return a.writeJSON(map[string]any{"project": args[0], "created": made})
			}
			if !a.quiet {
				for _, name := range made {
					fmt.Fprintln(a.stdout, a.words.Msg("init.created", "name", name))
				}
				fmt.Fprintln(a.stdout, a.words.Msg("init.next", "dir", args[0]))
			}
			return nil
		},
	}
}

func (a *app) sampleCommand() *cobra.Command {
	opt := sample.Options{}
	cmd := &cobra.Command{
		Use:   "sample " + a.words.Msg("arg.dir"),
		Short: a.words.Msg("help.sample"),
		Long:  a.words.Msg("help.sample.long"),
		Args:  a.oneArg,
		RunE: func(_ *cobra.Command, args []string) error {
			if opt.Scale < 1 || opt.Scale > sample.MaxScale {
				return usageError{text.Errorf("usage.scale", nil)}
			}
			made, err := sample.Generate(args[0], opt)
			if err != nil {
				return text.Errorf("sample", err, "dir", args[0])
			}
			if a.json {
				return a.writeJSON(made)
			}
			if !a.quiet {
				fmt.Fprintln(a.stdout, a.words.Msg("sample.done", "dir", args[0]))
			}
			return nil
		},
	}
	cmd.Flags().Uint64Var(&opt.Seed, "seed", 1, a.words.Msg("flag.seed"))
	cmd.Flags().IntVar(&opt.Scale, "scale", 1, a.words.Msg("flag.scale"))
	return cmd
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: a.words.Msg("help.version"),
		Args:  a.noArgs,
		RunE: func(*cobra.Command, []string) error {
			v := pipeline.Versions()
			if a.json {
				return a.writeJSON(v)
			}
			fmt.Fprintf(a.stdout, "formare %s (%s, %s)\n", v.Formare, v.Go, v.Engine)
			return nil
		},
	}
}
