package figure_test

import (
	"fmt"
	"slices"
	"testing"

	"formare/internal/disclosure"
	"formare/internal/figure"
)

// A kindCase is extreme data for one kind of figure, with the Italian title that it must have.
type kindCase struct {
	kind  figure.Kind
	name  string
	title string // "" where the figure is left out
	data  *disclosure.Table
}

func gains(rows ...[]any) *disclosure.Table {
	return build("learning_gain", "area before:r after:r n:n", rows...)
}

func curve(gini any, shares ...any) *disclosure.Table {
	var rows [][]any
	for i, v := range shares {
		rows = append(rows, []any{float64(i) / float64(len(shares)-1), v, gini})
	}
	return build("inequality", "residents_share:r participants_share:r gini:r", rows...)
}

func goals(rows ...[]any) *disclosure.Table {
	return build("targets", "measure value:r target:r share:r", rows...)
}

// every measure that may have a target, each at its own part of it.
func allGoals(k float64) *disclosure.Table {
	var rows [][]any
	for i, m := range []string{
		"interventions", "hours_delivered", "participants", "services", "comuni_covered", "coverage", "zones_covered",
		"months_active", "enrolments", "person_hours", "completion_rate", "certificates",
	} {
		target := float64(10+i*37) * k
		if m == "coverage" || m == "completion_rate" {
			target = 0.8
		}
		rows = append(rows, []any{m, target * (0.2 + 0.13*float64(i)), target, 0.2 + 0.13*float64(i)})
	}
	return goals(rows...)
}

func manyGains(n int, label string) *disclosure.Table {
	var rows [][]any
	for i := range n {
		rows = append(rows, []any{fmt.Sprintf(label, i), 0.1 + float64(i)/100, 0.9 - float64(i)/100, 5 + i})
	}
	return gains(rows...)
}

var kindCases = []kindCase{
	{figure.Dumbbell, "one area", "Dopo il corso, 24 punti in più", gains([]any{"istruzione", 0.5, 0.74, 40})},
	{figure.Dumbbell, "one point", "Dopo il corso, 1 punto in più", gains([]any{"istruzione", 0.73, 0.74, 40})},
	{figure.Dumbbell, "fallen", "Punteggi in crescita in 1 area su 3",
		gains([]any{"istruzione", 0.5, 0.74, 40}, []any{"giuridica", 0.64, 0.6, 12}, []any{"amministrativa", 0.5, 0.5, 12})},
	{figure.Dumbbell, "all fallen", "Punteggi non cresciuti dopo il corso", gains([]any{"istruzione", 0.8, 0.7, 40}, []any{"giuridica", 1, 0, 12})},
	{figure.Dumbbell, "ends of the scale", "Dopo il corso, 100 punti in più", gains([]any{"istruzione", 0, 1, 40}, []any{"giuridica", 0.0, 1.0, 12345})},
	{figure.Dumbbell, "hidden", "Dopo il corso, da 10 a 24 punti in più",
		gains([]any{"istruzione", 0.5, 0.74, 40}, []any{"giuridica", prot, prot, small}, []any{"amministrativa", prot, prot, prot}, []any{"socio-sanitaria", 0.6, 0.7, 9})},
	{figure.Dumbbell, "area without tests", "Dopo il corso, 24 punti in più",
		gains([]any{"istruzione", 0.5, 0.74, 40}, []any{"giuridica", nil, nil, 0}, []any{"amministrativa", nil, nil, 0})},
	{figure.Dumbbell, "only hidden", "", gains([]any{"istruzione", prot, prot, small})},
	{figure.Dumbbell, "no tests", "", gains([]any{"istruzione", nil, nil, 0}, []any{nil, nil, nil, 0})},
	{figure.Dumbbell, "nine areas", "Dopo il corso, da 64 a 80 punti in più", manyGains(9, "Sicurezza, ordine e legalità %d")},
	{figure.Dumbbell, "thirty areas", "Dopo il corso, da 22 a 80 punti in più", manyGains(30, "Amministrazione straordinaria dei Comuni %d")},

	{figure.Lorenz, "even", "Operatori distribuiti come i residenti", curve(0.0, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)},
	{figure.Lorenz, "all in one", "La metà meno raggiunta non ha operatori formati", curve(0.97, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0)},
	{figure.Lorenz, "hardly any", "La metà meno raggiunta ha l'1% degli operatori", curve(0.9, 0.0, 0.0, 0.0, 0.001, 0.005, 0.01, 0.05, 0.1, 0.2, 0.4, 1.0)},
	{figure.Lorenz, "eight", "La metà meno raggiunta ha l'8% degli operatori", curve(0.7, 0.0, 0.01, 0.02, 0.03, 0.05, 0.08, 0.15, 0.3, 0.5, 0.7, 1.0)},
	{figure.Lorenz, "hidden points", "Quanto è diffusa la formazione", curve(prot, 0.0, prot, 0.1, small, 0.2, prot, 0.4, 0.5, 0.6, 0.8, 1.0)},
	{figure.Lorenz, "unknown", "", curve(nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil)},

	{figure.Targets, "all", "Entrambi gli obiettivi raggiunti o superati", goals([]any{"participants", 700, 700, 1.0}, []any{"services", 121, 120, 1.0})},
	{figure.Targets, "all three", "Tutti e tre gli obiettivi raggiunti o superati", goals([]any{"participants", 700, 700, 1.0}, []any{"services", 121, 120, 1.0}, []any{"interventions", 5, 5, 1.0})},
	{figure.Targets, "one of two", "Un obiettivo su due raggiunto", goals([]any{"participants", 699, 700, 1.0}, []any{"services", 121, 120, 1.0})},
	{figure.Targets, "none", "Nessun obiettivo ancora raggiunto", goals([]any{"participants", 0, 700, 0.0}, []any{"comuni_covered", 74, 75, 0.9})},
	{figure.Targets, "the only one", "Obiettivo raggiunto: operatori formati", goals([]any{"participants", 7222, 700, 10.0})},
	{figure.Targets, "the only one short", "Obiettivo non ancora raggiunto: attestati", goals([]any{"certificates", 1, 700, 0.0})},
	{figure.Targets, "small", "Un obiettivo su due raggiunto", goals([]any{"participants", small, 700, small}, []any{"services", 121, 120, 1.0})},
	{figure.Targets, "hidden", "Obiettivi del programma", goals([]any{"participants", prot, 700, prot}, []any{"services", nil, 120, nil}, []any{"interventions", 5, 6, 0.8})},
	{figure.Targets, "all measures", "Cinque obiettivi su dodici raggiunti o superati", allGoals(1)},
	{figure.Targets, "large measures", "Cinque obiettivi su dodici raggiunti o superati", allGoals(10000)},
	{figure.Targets, "nothing set", "", goals()},
}

// TestKinds draws the figures of lines and bars against a scale at extreme data: what they say is right,
// what they draw keeps the rules.
func TestKinds(t *testing.T) {
	for _, c := range slices.Concat(kindCases, barCases) {
		t.Run(string(c.kind)+"/"+c.name, func(t *testing.T) {
			set := func(_ *figure.Context, data results) { data[c.data.ID] = c.data }
			eachOf(t, testCase{c.name, set}, c.kind)
			data := tables(t)
			data[c.data.ID] = c.data
			i := slices.IndexFunc(specs(t), func(s figure.Spec) bool { return s.Kind == c.kind })
			d, reason, err := figure.Draw(specs(t)[i], data, context(t, "it"), figure.Slide, figure.Light)
			switch {
			case err != nil:
				t.Fatal(err)
			case d == nil && (c.title != "" || reason == ""):
				t.Errorf("left out: %q", reason)
			case d != nil && d.Title != c.title:
				t.Errorf("title %q, want %q", d.Title, c.title)
			case d != nil:
				checkChart(t, d)
			}
		})
	}
}

// checkChart looks for what office programs and tables are given of a figure.
func checkChart(t *testing.T, d *figure.Drawing) {
	t.Helper()
	if len(d.Charts) == 0 || len(d.Grid.Rows) == 0 {
		t.Errorf("%d charts, %d rows", len(d.Charts), len(d.Grid.Rows))
	}
	checkNative(t, d)
}
