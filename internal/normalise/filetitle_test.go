package normalise

import "testing"

func TestFileTitle(t *testing.T) {
	for file, want := range map[string]string{
		"Meridiana/2021-11 Corso Ascolto e accoglienza in biblioteca.xlsx": "Ascolto e accoglienza in biblioteca",
		"anci/Seminario_la_rete_dei_servizi_2017-05 (1).xlsx":              "la rete dei servizi",
		"anci/corso di formazione Mediazione a scuola rev2.xlsx":           "Mediazione a scuola",
		"anci/corso maggio 2017.xlsx":                                      "",
		"anci/corso n. 3.xlsx":                                             "",
		"anci/Registro corso settembre 2017.xlsx":                          "",
		"anci/corsisti aprile.xlsx":                                        "",
		"anci/percorso lavoro sicuro.xlsx":                                 "",
		"anci/Registro 2017-05.xlsx":                                       "",
	} {
		if got := fileTitle(file); got != want {
			t.Errorf("%s tells %q, want %q", file, got, want)
		}
	}
}
