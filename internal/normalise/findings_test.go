package normalise_test

import (
	"testing"

	"formare/internal/finding"
	"formare/internal/text"
)

// Every rule says in every language what is wrong and what to do.
func TestEveryRuleHasItsWords(t *testing.T) {
	for _, lang := range text.Languages {
		words, err := text.For(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, rule := range finding.Rules() {
			for _, id := range []string{"rule." + string(rule), "rule." + string(rule) + ".hint"} {
				if !words.Has(id) || words.Msg(id) == "" {
					t.Errorf("%s lacks %s", lang, id)
				}
			}
		}
	}
}
