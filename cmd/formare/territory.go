package main

import (
	"fmt"
	"strings"
	"time"

	"formare/internal/boundary"
	"formare/internal/text"
	"formare/pipeline"

	"github.com/spf13/cobra"
)

func (a *app) territoryCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "territory",
		Short: a.words.Msg("help.territory"),
		Long:  a.words.Msg("help.territory.long"),
		Args:  a.noArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.territoryImportCommand())
	return cmd
}

func (a *app) territoryImportCommand() *cobra.Command {
	var about boundary.About
	cmd := &cobra.Command{
		Use:   "import " + a.words.Msg("arg.file"),
		Short: a.words.Msg("help.territory.import"),
		Long:  a.words.Msg("help.territory.import.long"),
		Args:  a.oneArg,
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := time.Parse(time.DateOnly, about.Date); about.Date != "" && err != nil {
				return usageError{text.Errorf("usage.day", nil, "value", about.Date)}
			}
			cfg, err := a.config()
			if err != nil {
				return err
			}
			made, err := pipeline.ImportTerritory(cmd.Context(), cfg, args[0], about)
			if err != nil {
				return err
			}
			if a.json {
				return a.writeJSON(made)
			}
			if !a.quiet {
				_, err = fmt.Fprint(a.stdout, plainLines(a.boundariesText(made)))
			}
			return err
		},
	}
	cmd.Flags().StringVar(&about.Source, "source", "ISTAT", a.words.Msg("flag.territory-source"))
	cmd.Flags().StringVar(&about.Licence, "licence", "", a.words.Msg("flag.territory-licence"))
	cmd.Flags().StringVar(&about.Date, "date", "", a.words.Msg("flag.territory-date"))
	return cmd
}

// boundariesText says what was taken, then what does not match, a line a comune.
func (a *app) boundariesText(b *pipeline.Boundaries) string {
	w := &strings.Builder{}
	say := func(id string, pairs ...string) { fmt.Fprintln(w, a.words.Msg("territory."+id, pairs...)) }
	fmt.Fprintln(w, a.words.Count("territory.taken", b.Comuni, "total", a.words.Int(b.Wanted), "file", b.File))
	say("read", "format", a.words.Msg("territory.format."+b.Format), "column", b.Column, "projection", b.Projection)
	if b.Guessed {
		say("guessed", "projection", b.Projection)
	}
	say("points", "read", a.words.Int(b.PointsRead), "kept", a.words.Int(b.PointsKept))
	list := func(id string, places []pipeline.Place) {
		if len(places) == 0 {
			return
		}
		fmt.Fprintln(w, a.words.Count("territory."+id, len(places)))
		for _, p := range places {
			fmt.Fprintln(w, "  "+strings.TrimSpace(p.Code+" "+p.Name))
		}
	}
	list("missing", b.Missing)
	list("empty", b.Empty)
	var unknown []pipeline.Place
	for _, code := range b.Unknown {
		unknown = append(unknown, pipeline.Place{Code: code})
	}
	list("unknown", unknown)
	if b.Elsewhere > 0 {
		fmt.Fprintln(w, a.words.Count("territory.elsewhere", b.Elsewhere))
	}
	if b.Licence == "" {
		say("no-licence")
	}
	say("next")
	return w.String()
}
