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
}
