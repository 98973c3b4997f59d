package readable

import "formare/internal/text"

// A Definition is a term or a mark and what it means.
type Definition struct{ Term, Text string }

// defined lists the terms that readers need, in the order in which they are told.
var defined = []string{"intervention", "person", "enrolment", "hours", "service", "comune", "coverage", "zone",
	"completion", "certificate", "month", "residents"}

// Definitions says what is counted, and how. threshold is the share of hours that completes a course.
func Definitions(words *text.Catalogue, threshold float64) []Definition {
	out := make([]Definition, len(defined))
	for i, id := range defined {
		out[i] = Definition{
			Term: words.Msg("define." + id),
			Text: words.Msg("define."+id+".text", "threshold", words.Percent(threshold, 0)),
		}
	}
	return out
}

// Marks says what stands in place of numbers, or beside them.
func Marks(words *text.Catalogue, minCell int) []Definition {
	least, most := words.Int(minCell), words.Int(minCell-1)
	return []Definition{
		{Term: "<" + least, Text: words.Msg("mark.small", "n", least, "most", most)},
		{Term: words.Msg("figure.protected"), Text: words.Msg("mark.protected")},
		{Term: words.Msg("figure.about", "n", "…"), Text: words.Msg("mark.about")},
		{Term: words.Msg("value.unknown"), Text: words.Msg("mark.unknown")},
		{Term: "0", Text: words.Msg("mark.zero")},
	}
}
