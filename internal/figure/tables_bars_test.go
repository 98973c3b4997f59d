package figure_test

import "formare/internal/disclosure"

func servicesByKind() *disclosure.Table {
	return build("services_by_kind", "service_kind services:n participants:n",
		[]any{"servizi-sociali", 41, 210}, []any{"scuola", 33, 205}, []any{"sanita", 19, 120}, []any{"anagrafe-sportelli", 17, 84},
		[]any{"terzo-settore", 12, 61}, []any{"giustizia-prefettura", 6, 25}, []any{"altro", 6, 17})
}

func profileRole() *disclosure.Table {
	return build("profile_role", "role participants:n",
		[]any{"insegnante", 182}, []any{"assistente sociale", 141}, []any{"mediatore culturale", 88}, []any{"operatore di sportello", 71},
		[]any{"educatore", 64}, []any{"impiegato amministrativo", 47}, []any{"infermiere", 31}, []any{"forze dell'ordine", 12},
		[]any{"avvocato", small}, []any{"medico", prot}, []any{"altro", 23}, []any{nil, 48})
}
