package report

import (
	"flag"
	"os"
	"strings"
	"testing"

	"formare/internal/finding"
	"formare/internal/text"
)

var update = flag.Bool("update", false, "write data/reference/RULES.md anew")

const rulesFile = "../../data/reference/RULES.md"

// The page of the catalogue is that of the catalogue's words; run with -update to write it anew.
func TestRulePageIsCurrent(t *testing.T) {
	page := "<!-- Made from data/text by: go test ./internal/report -run RulePage -update -->\n\n"
	for i, lang := range text.Languages {
		words, err := text.For(lang)
		if err != nil {
			t.Fatal(err)
		}
		if i > 0 {
			page += "\n"
		}
		page += RulePage(words)
	}
	if *update {
		if err := os.WriteFile(rulesFile, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	old, err := os.ReadFile(rulesFile)
	if err != nil {
		t.Fatal(err)
	}
	if string(old) != page {
		t.Error("data/reference/RULES.md is not that of the catalogue: run this test with -update")
	}
	for _, r := range finding.Rules() {
		if strings.Count(page, "### "+string(r)+"\n") != len(text.Languages) {
			t.Errorf("%s does not stand once in every language", r)
		}
	}
	// An example that lacks a word leaves its place empty or in braces.
	for _, bad := range []string{"{", "«»", "“”", "()", ": .\n"} {
		if i := strings.Index(strings.ReplaceAll(page, "{file: anci/", ""), bad); i >= 0 {
			t.Errorf("an example lacks a word: %s", page[max(0, i-120):min(len(page), i+40)])
		}
	}
}
