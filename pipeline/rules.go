package pipeline

import (
	"slices"

	"formare/internal/finding"
	"formare/internal/report"
	"formare/internal/text"
)

// Rules explains the findings that the program can make, in Markdown: all of them, or the one that is named.
func Rules(words *text.Catalogue, rule string) (string, error) {
	if rule == "" {
		return report.RulePage(words), nil
	}
	if !slices.Contains(finding.Rules(), finding.Rule(rule)) {
		return "", text.Errorf("rules.unknown", nil, "rule", rule)
	}
	return report.RuleText(words, finding.Rule(rule)), nil
}

// RuleIDs lists the findings' codes, for the shell's completion.
func RuleIDs() []string {
	var ids []string
	for _, r := range finding.Rules() {
		ids = append(ids, string(r))
	}
	return ids
}
