package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"formare/internal/report"
	"formare/internal/text"
	"formare/pipeline"
)

// showOutcomes tells which files do not count and why, what corrections changed, and which files may be
// corrections.
func (a *app) showOutcomes(w *strings.Builder, setAside, superseded []pipeline.Outcome, overlaps []pipeline.Overlap) {
	if len(setAside) > 0 {
		fmt.Fprintf(w, "\n%s\n", a.words.Count("run.set-aside", len(setAside)))
		for _, o := range setAside {
			fmt.Fprintf(w, "  %s: %s\n", visible(o.File), a.words.Msg("rule."+o.Reason, told(o)...))
			if hint := "rule." + o.Reason + ".hint"; a.words.Has(hint) {
				fmt.Fprintf(w, "    → %s\n", a.words.Msg(hint, told(o)...))
			}
		}
	}
	if len(superseded) > 0 {
		fmt.Fprintf(w, "\n%s\n", a.words.Count("run.superseded", len(superseded)))
		for _, o := range superseded {
			fmt.Fprintf(w, "  %s\n", supersededText(a.words, o))
			if o.Change != nil {
				fmt.Fprintf(w, "    %s\n", report.ChangeText(a.words, o.Change))
			}
		}
	}
	if len(overlaps) > 0 {
		fmt.Fprintf(w, "\n%s\n", a.words.Count("run.overlaps", len(overlaps)))
		for _, o := range overlaps {
			fmt.Fprintf(w, "  %s\n    → %s\n", a.words.Msg("run.overlap", "file", visible(o.File), "of", visible(o.Of)),
				a.words.Msg("rule.source-overlap.hint", "line", visible(o.Line)))
		}
	}
}

// showGone tells which files have left the inbox, and the numbers with it.
func (a *app) showGone(w *strings.Builder, gone []pipeline.Gone) {
	if len(gone) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", a.words.Count("run.gone", len(gone)))
	for _, g := range gone {
		fmt.Fprintf(w, "  %s (%s)\n", visible(g.File), a.words.Count("run.rows", g.Rows))
	}
}

// supersededText says by what a file was superseded.
func supersededText(words *text.Catalogue, o pipeline.Outcome) string {
	id := "run.superseded." + o.Reason
	switch {
	case o.Overwritten && o.Next == "" && o.File == o.By:
		id = "run.superseded.in-place"
	case o.Next != "" && o.Next != o.By:
		id = "run.superseded.chain"
	}
	return words.Msg(id, "file", visible(o.File), "by", visible(o.By), "next", visible(o.Next))
}

// told gives what the message about a source that does not count says besides.
func told(o pipeline.Outcome) []string {
	pairs := []string{"value", visible(o.Detail), "used", visible(o.By), "file", visible(o.File)}
	for _, key := range slices.Sorted(maps.Keys(o.Args)) {
		pairs = append(pairs, key, visible(o.Args[key]))
	}
	return pairs
}
