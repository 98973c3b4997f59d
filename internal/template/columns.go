package template

// A field is one column of a sheet to fill in. Its words stand in the texts under its sheet's name and its
// own: template.people.surname, template.people.surname.hint.
type field struct {
	id       string
	width    float64
	form     form
	required bool
	check    check
	example  any // in the example row; a text that begins with a point is a word of the texts
}

// Names of the lists behind drop-downs, as formulas use them.
const (
	listPartners     = "elenco_partner"
	listMonths       = "elenco_mesi"
	listAreas        = "elenco_aree"
	listComuni       = "elenco_comuni"
	listRoles        = "elenco_ruoli"
	listKinds        = "elenco_tipi"
	listGenders      = "elenco_generi"
	listStatuses     = "elenco_esiti"
	listServiceKinds = "elenco_enti"
	listYesNo        = "elenco_si_no"
	listCodes        = "codici_corso"
)

// courseFields are the columns of the sheet of courses.
func (w *writer) courseFields() []field {
	start, end := w.c.First.AddDate(0, 0, 9), w.c.First.AddDate(0, 0, 23)
	return []field{
		{"code", 16, code, true, onlyOnce, ".example"},
		{"title", 40, general, true, anything, ".example.title"},
		{"edition", 10, general, false, anything, ""},
		{"kind", 20, general, false, oneOf(listKinds), ".kind.corso"},
		{"area", 26, general, false, oneOf(listAreas), first(w.c.Areas)},
		{"venue", 28, general, false, anything, ".example.venue"},
		{"venue_comune", 22, general, false, oneOf(listComuni), first(w.c.Comuni)},
		{"start_date", 13, dated, true, inPeriod, start},
		{"end_date", 13, dated, false, notBeforeStart, end},
		{"hours_planned", 10, number, false, upTo(1000), 20.0},
		{"hours_delivered", 10, number, false, upTo(1000), 18.5},
		{"places", 10, number, false, wholeUpTo(1000), 25.0},
		{"note", 28, general, false, anything, ""},
	}
}

// peopleFields are the columns of the sheet of participants.
func (w *writer) peopleFields() []field {
	return []field{
		{"code", 16, code, true, oneOf(listCodes), ".example"},
		{"edition", 10, general, false, anything, ""},
		{"surname", 20, general, true, anything, ".example.surname"},
		{"given_name", 20, general, true, anything, ".example.given_name"},
		{"codice_fiscale", 21, code, false, codiceFiscale, ".example.codice_fiscale"},
		{"birth_date", 13, dated, false, birth, w.exampleBirth()},
		{"gender", 9, general, false, oneOf(listGenders), "F"},
		{"role", 24, general, false, oneOf(listRoles), first(w.c.Roles)},
		{"service", 36, general, false, anything, ".example.service"},
		{"service_kind", 22, general, false, oneOf(listServiceKinds), ".service_kind.servizi-sociali"},
		{"comune", 22, general, false, oneOf(listComuni), first(w.c.Comuni)},
		{"hours_attended", 12, number, false, upTo(1000), 16.5},
		{"status", 14, general, false, oneOf(listStatuses), ".status.completed"},
		{"certificate", 11, general, false, oneOf(listYesNo), ".yes"},
		{"score_before", 11, share, false, aShare, 0.6},
		{"score_after", 11, share, false, aShare, 0.85},
		{"satisfaction", 12, share, false, aShare, 0.9},
		{"note", 28, general, false, anything, ""},
	}
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// listWidth is that of the column of lists.
const listWidth = 36
