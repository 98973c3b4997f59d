package report

import (
	"strconv"
	"strings"

	"formare/internal/finding"
	"formare/internal/text"
)

// ruleGroups part the catalogue by what its rules are about; the first prefix that fits counts.
var ruleGroups = []struct {
	id       string
	prefixes []string
}{
	{"source", []string{"source-"}},
	{"table", []string{"sheet-", "column-", "row-", "course-from-heading"}},
	{"record", []string{"person-", "people-", "enrolment-", "outcome-", "course-"}},
	{"value", []string{""}},
}

// RulePage writes the catalogue of findings in Markdown: of each rule the severity, what it says of an invented case,
// and what to do.
func RulePage(words *text.Catalogue) string {
	var b strings.Builder
	b.WriteString("# " + words.Msg("rules.title") + "\n\n" + words.Msg("rules.intro") + "\n")
	groups := map[string][]finding.Rule{}
	for _, r := range finding.Rules() {
		id := ruleGroup(r)
		groups[id] = append(groups[id], r)
	}
	for _, g := range [...]string{"source", "table", "value", "record"} {
		b.WriteString("\n## " + words.Msg("rules."+g) + "\n")
		for _, r := range groups[g] {
			b.WriteString("\n" + RuleText(words, r))
		}
	}
	return b.String()
}

func ruleGroup(r finding.Rule) string {
	for _, g := range ruleGroups {
		for _, p := range g.prefixes {
			if strings.HasPrefix(string(r), p) {
				return g.id
			}
		}
	}
	return ""
}

// RuleText writes one rule of the page.
func RuleText(words *text.Catalogue, r finding.Rule) string {
	f := r.Example()
	where := f.File
	if f.Sheet != "" {
		where += ", " + words.Msg("quality.sheet") + " " + f.Sheet
	}
	switch {
	case f.Cell != "":
		where += ", " + words.Msg("quality.cell") + " " + f.Cell
	case f.Row > 0:
		where += ", " + words.Msg("quality.row") + " " + strconv.Itoa(f.Row)
	}
	return "### " + string(r) + "\n\n" +
		"- **" + words.Msg("rules.severity") + "**: " + words.Msg("severity."+r.Severity().String()) + "\n" +
		"- **" + words.Msg("rules.example") + "** (" + where + "): " + Message(words, f) + "\n" +
		"- **" + words.Msg("rules.todo") + "**: " + ruleHint(words, f) + "\n"
}

// ruleHint is what to do about a finding.
func ruleHint(words *text.Catalogue, f finding.Finding) string {
	pairs := []string{"value", f.Value, "used", f.Used, "field", FieldName(words, f.Field)}
	for k, v := range f.Args {
		pairs = append(pairs, k, v)
	}
	return words.Msg("rule."+string(f.Rule)+".hint", pairs...)
}
