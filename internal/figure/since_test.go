package figure_test

import (
	"slices"
	"strings"
	"testing"

	"formare/internal/figure"
)

// TestChanges: what changed is told, but for a few people, of whom neither the difference nor the number before
// stands anywhere.
func TestChanges(t *testing.T) {
	for _, c := range []struct {
		name, title string
		before      float64
		told        bool
	}{
		{"many", "64 operatori in più rispetto a febbraio", 658, true},
		{"none", "Nessun operatore in più rispetto a febbraio", 722, true},
		{"corrected", "28 operatori in meno rispetto a febbraio", 750, true},
		{"the threshold", "5 operatori in più rispetto a febbraio", 717, true},
		{"four more", "Che cosa è cambiato dal mese scorso", 718, false},
		{"one less", "Che cosa è cambiato dal mese scorso", 723, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			set := func(ctx *figure.Context, _ results) {
				ctx.BeforeMonth = "2018-02"
				ctx.Before = []figure.Earlier{
					{Measure: "participants", Value: c.before}, {Measure: "interventions", Value: 80},
					{Measure: "enrolments", Text: "<5"}, {Measure: "hours_delivered", Value: 912.5},
				}
			}
			eachOf(t, testCase{c.name, set}, figure.Changes)
			ctx := context(t, "it")
			set(&ctx, nil)
			i := slices.IndexFunc(specs(t), func(s figure.Spec) bool { return s.Kind == figure.Changes })
			d, _, err := figure.Draw(specs(t)[i], tables(t), ctx, figure.Slide, figure.Light)
			if err != nil || d == nil {
				t.Fatal(err)
			}
			if d.Title != c.title {
				t.Errorf("title %q, want %q", d.Title, c.title)
			}
			before := ctx.Lang.Int(int(c.before))
			if all := string(render(t, d.SVG)) + d.Alt; strings.Contains(all, ">"+before+"<") != c.told {
				t.Errorf("the number before is told: %v", !c.told)
			}
			checkNative(t, d)
		})
	}
}
