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

func completionByArea() *disclosure.Table {
	return build("completion_by_area", "area enrolled:n attended:n completed:n certified:n known:n",
		[]any{"istruzione", 232, 214, 186, 171, 214}, []any{"socio-sanitaria", 281, 262, 221, 203, 262},
		[]any{"amministrativa", 207, 196, 168, 150, 196}, []any{"interculturale", 158, 143, 113, 98, 143},
		[]any{"giuridica", 104, 97, 81, 72, 97}, []any{nil, 0, 0, 0, 0, 0})
}

func profileGenderAge() *disclosure.Table {
	var rows [][]any
	for g, counts := range [][]int{{41, 128, 186, 151, 37}, {14, 47, 62, 45, 11}} {
		for i, band := range []string{"meno di 30", "30-39", "40-49", "50-59", "60 e oltre"} {
			rows = append(rows, []any{[]string{"F", "M"}[g], band, counts[i]})
		}
	}
	return build("profile_gender_age", "gender band participants:n", rows...)
}

func satisfaction() *disclosure.Table {
	var rows [][]any
	for _, a := range []struct {
		area string
		n    [3]int // low, medium, high
	}{
		{"istruzione", [3]int{19, 71, 98}}, {"socio-sanitaria", [3]int{31, 89, 103}}, {"amministrativa", [3]int{27, 67, 66}},
		{"interculturale", [3]int{8, 43, 70}}, {"giuridica", [3]int{10, 30, 38}},
	} {
		for i, band := range []string{"low", "medium", "high"} {
			rows = append(rows, []any{a.area, band, float64(a.n[i]) / float64(a.n[0]+a.n[1]+a.n[2]), a.n[i]})
		}
	}
	return build("satisfaction", "area band share:r n:n", rows...)
}
