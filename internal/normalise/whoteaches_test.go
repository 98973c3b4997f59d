package normalise

import "testing"

func TestWithoutTeacher(t *testing.T) {
	for title, want := range map[string]string{
		"Il diritto d'asilo - docente avv. Anselmo Inventati": "Il diritto d'asilo",
		"Il diritto d'asilo (a cura di Anna Inventati)":       "Il diritto d'asilo",
		"Lo sportello, relatrice: dott.ssa Anna Inventati":    "Lo sportello",
		"Formazione docenti neoassunti":                       "Formazione docenti neoassunti",
		"Scuola - docenti e famiglie":                         "Scuola - docenti e famiglie",
		"Docente esperto":                                     "Docente esperto",
		"Corso per tutor":                                     "Corso per tutor",
	} {
		if got := withoutTeacher(title); got != want {
			t.Errorf("%q is %q, want %q", title, got, want)
		}
	}
}

func TestOfficeOnly(t *testing.T) {
	for text, want := range map[string]string{
		"Comune di Perugia (rif. Inventati Anna)": "Comune di Perugia",
		"anna@posta-inventata.it":                 "",
		"cell. 3391234567":                        "",
		"USL Umbria 1 - SerT":                     "USL Umbria 1 - SerT",
		"Comune di Terni - Att. produttive":       "Comune di Terni - Att. produttive",
		"I.C. Perugia 5":                          "I.C. Perugia 5",
	} {
		if got := officeOnly(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
