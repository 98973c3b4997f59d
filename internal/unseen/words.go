package unseen

import "strings"

// words are headers as people write them, by what they tell. A bar parts the two halves of a pair.
var words = map[string][]string{
	"name": {"Cognome|Nome", "COGNOME|NOME", "Cognome partecipante|Nome partecipante", "Cogn.|Nome", "Cognome corsista|Nome corsista", "Cognome allievo/a|Nome allievo/a",
		"Cognome del partecipante|Nome del partecipante", "cognome|nome", "Surname|Name"},
	"one": {"Nominativo", "Cognome e Nome", "Nome e Cognome", "Partecipante", "Corsista", "Allievo/a", "Iscritto", "Nominativo partecipante", "Operatore", "Discente", "Nome e cognome del partecipante",
		"COGNOME NOME", "Dipendente", "Generalità"},
	"cf":        {"Codice Fiscale", "C.F.", "CF", "Cod. Fisc.", "Cod.Fiscale", "CODFISC", "Codice fiscale (16 caratteri)", "C. Fiscale", "codice fiscale partecipante"},
	"born":      {"Data di nascita", "Nato/a il", "Data nascita", "D. nascita", "Data di nasc.", "nato il", "DATA NASC.", "Data di nascita (gg/mm/aaaa)"},
	"gender":    {"Sesso", "Genere", "M/F", "Sesso (M/F)", "Genere M/F"},
	"service":   {"Ente di appartenenza", "Ente", "Servizio", "Amministrazione di appartenenza", "Struttura", "Ente/Servizio", "Datore di lavoro", "Organizzazione di appartenenza", "Servizio di appartenenza", "Azienda/Ente", "Denominazione ente", "Ente di provenienza", "Ente o servizio in cui lavora", "Ufficio/Servizio"},
	"comune":    {"Comune", "Comune sede di lavoro", "Comune di servizio", "Comune (sede lavorativa)", "Comune dell'ente", "Sede di lavoro (Comune)", "Comune di lavoro", "Comune ente", "Comune in cui opera", "Comune sede del servizio"},
	"role":      {"Qualifica", "Ruolo", "Professione", "Profilo professionale", "Mansione", "Figura professionale", "Ruolo professionale", "Incarico", "Qualifica/Ruolo"},
	"title":     {"Corso", "Titolo del corso", "Denominazione corso", "Titolo corso", "Attività formativa", "Titolo intervento", "Intervento formativo", "Nome corso", "Corso frequentato", "Percorso formativo"},
	"code":      {"Codice corso", "Cod. corso", "ID corso", "Codice intervento", "Cod. attività", "Codice percorso"},
	"from":      {"Data inizio", "Inizio", "Dal", "Data avvio", "Inizio corso", "Data di inizio", "Data inizio attività"},
	"to":        {"Data fine", "Fine", "Al", "Data conclusione", "Fine corso", "Data di fine", "Data fine attività"},
	"planned":   {"Ore previste", "Ore corso", "Durata (ore)", "Durata ore", "Ore totali corso", "Monte ore", "Ore programmate", "N. ore corso"},
	"hours":     {"Ore frequentate", "Ore di presenza", "Ore presenza", "Ore effettive", "Ore svolte", "H. frequentate", "Ore di frequenza", "Ore freq.", "N. ore frequentate", "Totale ore frequentate", "Ore effettivamente frequentate"},
	"certif":    {"Attestato", "Attestato rilasciato", "Attestato (sì/no)", "Rilascio attestato", "Attestato di frequenza", "Consegna attestato"},
	"status":    {"Esito", "Esito finale", "Stato", "Esito corso", "Situazione"},
	"before":    {"Test ingresso (su 20)", "Punteggio iniziale /20", "Test iniziale (0-20)", "Pre-test (/20)", "Test d'ingresso (max 20)"},
	"after":     {"Test finale (su 20)", "Punteggio finale /20", "Post-test (/20)", "Verifica finale (su 20)", "Test in uscita (max 20)"},
	"satisfied": {"Gradimento (1-5)", "Soddisfazione da 1 a 5", "Valutazione del corso (1-5)", "Gradimento del corso (scala 1-5)", "Indice di gradimento (1-5)"},
}

// asides are columns that tell nothing that is asked for, some of them close to something that is.
var asides = []struct {
	head  string
	value func(k *kit, e *enrolment) any
}{
	{"Telefono", func(k *kit, e *enrolment) any { return "0742 3" + e.cf[6:8] + e.cf[9:11] }},
	{"Cell.", func(k *kit, e *enrolment) any { return 3330000000 + e.born.YearDay()*7919 }},
	{"E-mail", func(k *kit, e *enrolment) any { return strings.ToLower(e.cf[:6]) + "@example.org" }},
	{"Note", func(k *kit, e *enrolment) any {
		return []string{"", "", "", "celiaca", "arriva in ritardo", "da contattare"}[e.born.YearDay()%6]
	}},
	{"Comune di residenza", func(k *kit, e *enrolment) any { return k.places[e.born.YearDay()%len(k.places)].name }},
	{"Luogo di nascita", func(k *kit, e *enrolment) any {
		if e.birthplace[0] == 'Z' {
			return "Estero"
		}
		return k.at(e.birthplace).name
	}},
	{"Cittadinanza", func(k *kit, e *enrolment) any {
		return map[bool]string{true: "straniera", false: "italiana"}[e.birthplace[0] == 'Z']
	}},
	{"Titolo di studio", func(k *kit, e *enrolment) any {
		return []string{"Laurea", "Diploma", "Laurea magistrale", "Master"}[e.born.YearDay()%4]
	}},
	{"Età", func(k *kit, e *enrolment) any { return 2021 - e.born.Year() }},
	{"Matricola", func(k *kit, e *enrolment) any { return 10000 + e.born.YearDay()*13 }},
	{"Consenso privacy", func(k *kit, e *enrolment) any { return "sì" }},
	{"Data iscrizione", func(k *kit, e *enrolment) any { return date{e.course.first().AddDate(0, 0, -10-e.born.Day())} }},
	{"Prov.", func(k *kit, e *enrolment) any { return e.service.comune.province }},
	{"Firma", func(k *kit, e *enrolment) any { return "" }},
}

func (w *world) at(belfiore string) place {
	for _, p := range w.places {
		if p.belfiore == belfiore {
			return p
		}
	}
	return place{}
}

func (k *kit) word(what string) string { return words[what][k.rng.IntN(len(words[what]))] }
