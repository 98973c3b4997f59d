package figure_test

import "formare/internal/disclosure"

func learningGain() *disclosure.Table {
	return build("learning_gain", "area before:r after:r n:n",
		[]any{"istruzione", 0.5412, 0.7803, 173}, []any{"socio-sanitaria", 0.5783, 0.8112, 197},
		[]any{"amministrativa", 0.4921, 0.7588, 141}, []any{"interculturale", 0.6094, 0.8311, 104},
		[]any{"giuridica", 0.4187, 0.7404, 66}, []any{nil, nil, nil, 0})
}

func inequality() *disclosure.Table {
	var rows [][]any
	for i, v := range []float64{0, 0.042, 0.115, 0.194, 0.274, 0.357, 0.446, 0.549, 0.667, 0.803, 1} {
		rows = append(rows, []any{float64(i) / 10, v, 0.2108})
	}
	return build("inequality", "residents_share:r participants_share:r gini:r", rows...)
}

func targets() *disclosure.Table {
	var rows [][]any
	for _, r := range []struct {
		measure       string
		value, target float64
	}{
		{"interventions", 81, 80}, {"hours_delivered", 960, 900}, {"participants", 722, 700},
		{"services", 134, 120}, {"comuni_covered", 71, 75}, {"zones_covered", 12, 12},
	} {
		rows = append(rows, []any{r.measure, r.value, r.target, r.value / r.target})
	}
	return build("targets", "measure value:r target:r share:r", rows...)
}
