package main

import (
	"fmt"
	"strconv"
	"strings"

	"formare/internal/report"
	"formare/pipeline"

	"github.com/spf13/cobra"
)

func (a *app) doubtsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "doubts",
		Short: a.words.Msg("help.doubts"),
		Long:  a.words.Msg("help.doubts.long"),
		Args:  a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := a.config()
			if err != nil {
				return err
			}
			list, err := pipeline.Doubts(cmd.Context(), cfg)
			if err != nil {
				return err
			}
			if a.json {
				return a.writeJSON(list)
			}
			_, err = a.stdout.Write([]byte(a.doubtsText(list)))
			return err
		},
	}
}

// doubtsText lists each doubt in three lines: what it is, and the two rows by what formare.yaml calls them.
func (a *app) doubtsText(list []pipeline.Doubt) string {
	w := &strings.Builder{}
	for _, d := range list {
		fmt.Fprintf(w, "%s  %s: %s\n", a.words.Number(d.Score, 2), a.words.Msg("doubts.may-be."+d.MayBe), a.words.Msg("doubts.reason."+d.Reason))
		for _, m := range []pipeline.Mention{d.A, d.B} {
			fmt.Fprintf(w, "      %s\n", visible(m.File+" · "+m.Sheet+" · "+a.words.Msg("doubts.row", "row", strconv.FormatInt(m.Row, 10))))
		}
		fmt.Fprintf(w, "      %s\n", visible(report.Doubt{A: report.Mention(d.A), B: report.Mention(d.B)}.Copy()))
	}
	if len(list) > 0 {
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, a.words.Count("doubts.pairs", len(list)))
	if len(list) > 0 {
		fmt.Fprintln(w, a.words.Msg("doubts.next"))
	}
	return w.String()
}
