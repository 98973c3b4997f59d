package figure_test

import (
	"fmt"

	"formare/internal/disclosure"
	"formare/internal/figure"
)

func roles(rows ...[]any) *disclosure.Table {
	return build("profile_role", "role participants:n", rows...)
}

func manyRoles(n int, label string, k int) *disclosure.Table {
	var rows [][]any
	for i := range n {
		rows = append(rows, []any{fmt.Sprintf(label, i), (n + 4 - i) * k})
	}
	return roles(rows...)
}

// barCases are drawn beside kindCases; the first figure of the kind is the one of roles.
var barCases = []kindCase{
	{figure.Bars, "one kind", "12 operatori formati, tutti insegnanti", roles([]any{"insegnante", 12})},
	{figure.Bars, "one kind and others", "Insegnanti: 12 operatori su 30", roles([]any{"insegnante", 12}, []any{"altro", 18})},
	{figure.Bars, "more than half", "Insegnanti: 40 operatori su 60", roles([]any{"insegnante", 40}, []any{"medico", 20})},
	{figure.Bars, "a vowel after and", "Insegnanti ed educatori: 40 operatori su 60",
		roles([]any{"insegnante", 21}, []any{"educatore", 19}, []any{"medico", 10}, []any{nil, 10})},
	{figure.Bars, "zeros", "40 operatori formati, tutti insegnanti", roles([]any{"insegnante", 40}, []any{"medico", 0}, []any{nil, 0})},
	{figure.Bars, "only hidden", "", roles([]any{"insegnante", small}, []any{"medico", prot})},
	{figure.Bars, "hidden first", "Medici: 40 operatori su 722", roles([]any{"insegnante", prot}, []any{"medico", 40}, []any{"altro", small})},
	{figure.Bars, "nobody", "", roles([]any{"insegnante", 0})},
	{figure.Bars, "nothing", "", roles()},
	{figure.Bars, "far above", "Insegnanti: 12.000 operatori su 12.013", roles([]any{"insegnante", 12000}, []any{"medico", 7}, []any{"altro", 6})},
	{figure.Bars, "unknown numbers", "Insegnanti: 40 operatori su 722", roles([]any{"insegnante", 40}, []any{"medico", nil})},
	{figure.Bars, "twelve", "Profilo 0 e profilo 1: 31 operatori su 126", manyRoles(12, "profilo %d", 1)},
	{figure.Bars, "thirty long names", "Operatori per professione", manyRoles(30, "amministrazione straordinaria %d dei comuni dell'area vasta", 1)},
	{figure.Bars, "thirty large", "Profilo 0 e profilo 1: 670.000 operatori su 5.850.000", manyRoles(30, "profilo %d", 10000)},

	{figure.Funnel, "one area", "Completa il corso l'80% di chi frequenta", steps([]any{"istruzione", 60, 50, 40, 30, 50})},
	{figure.Funnel, "everyone", "Completa il corso chiunque lo frequenti", steps([]any{"istruzione", 60, 50, 50, 0, 50}, []any{"giuridica", 60, 50, 50, 0, 50})},
	{figure.Funnel, "nobody completes", "Nessuno ha ancora completato un corso", steps([]any{"istruzione", 60, 50, 0, 0, 50})},
	{figure.Funnel, "outcomes unknown", "Completa il corso l'80% di chi frequenta", steps([]any{"istruzione", 600, 500, 40, 30, 50}, []any{nil, 600, 500, 40, 30, 50})},
	{figure.Funnel, "hidden", "Dall'iscrizione all'attestato", steps([]any{"istruzione", 60, 50, 40, 30, 50}, []any{"giuridica", 30, prot, small, prot, prot})},
	{figure.Funnel, "only hidden", "", build("completion_by_area", "area enrolled:n attended:n completed:n certified:n known:n", []any{"giuridica", small, small, small, small, small})},
	{figure.Funnel, "no outcome", "Dall'iscrizione all'attestato", steps([]any{"istruzione", 60, 50, nil, nil, 0}, []any{"giuridica", 60, 0, nil, nil, 0})},
	{figure.Funnel, "nobody", "", steps([]any{"istruzione", 0, 0, 0, 0, 0})},
	{figure.Funnel, "nine", "Completa il corso l'83% di chi frequenta", manySteps(9, "Sicurezza, ordine e legalità %d", 1)},
	{figure.Funnel, "thirty large", "Completa il corso l'83,3% di chi frequenta", manySteps(30, "Amministrazione straordinaria dei Comuni %d", 10000)},

	{figure.Pyramid, "even", "Donne e uomini quasi in pari", people([]any{"F", "30-39", 52}, []any{"M", "30-39", 48})},
	{figure.Pyramid, "men", "L'80% degli operatori sono uomini", people([]any{"F", "30-39", 20}, []any{"M", "30-39", 80})},
	{figure.Pyramid, "only women", "Tutti gli operatori sono donne", people([]any{"F", "30-39", 80}, []any{"F", "40-49", 7}, []any{"M", "30-39", 0})},
	{figure.Pyramid, "few men", "Il 99,9% degli operatori sono donne", people([]any{"F", "30-39", 80000}, []any{"F", "40-49", 70}, []any{"M", "30-39", 70})},
	{figure.Pyramid, "third gender", "Il 60% degli operatori sono donne", people([]any{"F", "30-39", 60}, []any{"M", "30-39", 30}, []any{"X", "30-39", 10}, []any{"F", nil, 0})},
	{figure.Pyramid, "unknown", "L'89% degli operatori sono donne", people([]any{"F", "30-39", 60}, []any{"M", "30-39", 10}, []any{"F", nil, 20}, []any{nil, "30-39", 7})},
	{figure.Pyramid, "hidden", "Operatori per genere ed età", people([]any{"F", "30-39", 60}, []any{"M", "30-39", small}, []any{"F", "40-49", prot}, []any{"M", "40-49", 9}, []any{"X", nil, small})},
	{figure.Pyramid, "only hidden", "", people([]any{"F", "30-39", small}, []any{"M", "30-39", prot})},
	{figure.Pyramid, "nobody", "", people([]any{"F", "30-39", 0})},
	{figure.Pyramid, "large", "Donne e uomini quasi in pari", people([]any{"F", "meno di 30", 1234567}, []any{"M", "60 e oltre", 1234567})},

	{figure.Bands, "one area", "Soddisfatti tre partecipanti su quattro", answers("istruzione", 10, 15, 15)},
	{figure.Bands, "nine in ten", "Soddisfatti nove partecipanti su dieci", answers("istruzione", 10, 10, 80)},
	{figure.Bands, "few", "Soddisfatto solo l'8% di chi ha risposto", answers("istruzione", 92, 8, 0)},
	{figure.Bands, "none", "Nessuno soddisfatto fra chi ha risposto", answers("istruzione", 92, 0, 0)},
	{figure.Bands, "all", "Soddisfatti tutti quelli che hanno risposto", answers("istruzione", 0, 0, 92)},
	{figure.Bands, "slivers", "Soddisfatto il 99,9% di chi ha risposto", answers("istruzione", 7, 6, 9000)},
	{figure.Bands, "hidden", "Giudizio sui corsi", join(answers("istruzione", 10, 15, 15), answers("giuridica", small, prot, 15))},
	{figure.Bands, "only hidden", "", answers("giuridica", small, prot, 15)},
	{figure.Bands, "no answers", "", answers("giuridica", 0, 0, 0)},
	{figure.Bands, "thirty areas", "Soddisfatto il 70% di chi ha risposto", manyAnswers(30)},
}

func steps(rows ...[]any) *disclosure.Table {
	return build("completion_by_area", "area enrolled:n attended:n completed:n certified:n known:n", rows...)
}

func manySteps(n int, label string, k int) *disclosure.Table {
	var rows [][]any
	for i := range n {
		rows = append(rows, []any{fmt.Sprintf(label, i), 70 * k, 60 * k, 50 * k, 40 * k, 60 * k})
	}
	return steps(rows...)
}

func people(rows ...[]any) *disclosure.Table {
	return build("profile_gender_age", "gender band participants:n", rows...)
}

func answers(area string, low, medium, high any) *disclosure.Table {
	return build("satisfaction", "area band share:r n:n",
		[]any{area, "low", nil, low}, []any{area, "medium", nil, medium}, []any{area, "high", nil, high})
}

func join(a, b *disclosure.Table) *disclosure.Table {
	a.Rows, a.Marks = append(a.Rows, b.Rows...), append(a.Marks, b.Marks...)
	return a
}

func manyAnswers(n int) *disclosure.Table {
	t := answers("Amministrazione straordinaria dei Comuni", 30, 30, 40)
	for i := range n - 1 {
		t = join(t, answers(fmt.Sprintf("Sicurezza, ordine e legalità %d", i), 30, 30, 40))
	}
	return t
}
