package normalise

import "testing"

// Texts of one group name one office; no two groups share a name.
func TestServicesOfOneName(t *testing.T) {
	r := testReader(t)
	groups := []struct {
		want, kind string
		texts      []string
	}{
		{"Servizi Sociali – Comune di Terni", "servizi-sociali", []string{"Comune di Terni - Servizi sociali", "Serv. Sociali Terni", "SERVIZI SOCIALI COMUNE DI TERNI", "Servizi sociali – Comune di Terni",
			"Ufficio Servizi Sociali - Comune di Terni", "Terni, servizio sociale", "Servizio sociale del Comune di Terni (TR)", "COM. DI TERNI SERV. SOCIALI", "Comune di Terni – Serv. sociali"}},
		{"Servizi Sociali – Comune di Narni", "servizi-sociali", []string{"Serv. Sociali Narni"}},
		{"Servizio Sociale Professionale – Comune di Terni", "servizi-sociali", []string{"Servizio sociale professionale Comune di Terni", "Comune di Terni - Serv. sociale professionale"}},
		{"Segretariato Sociale – Comune di Terni", "servizi-sociali", []string{"Segretariato sociale Terni"}},
		{"Assistenza Sociale Domiciliare – Comune di Terni", "servizi-sociali", []string{"Comune di Terni - Assistenza sociale domiciliare", "ASSISTENZA SOCIALE DOMICILIARE, COMUNE DI TERNI"}},
		{"SerT – USL Umbria 2", "sanita", []string{"USL Umbria 2 – SerT", "SERT USL Umbria 2", "Azienda USL Umbria n. 2 - Ser.T.", "AUSL Umbria 2 Servizio Tossicodipendenze"}},
		{"Consultorio Familiare – USL Umbria 1, Passignano sul Trasimeno", "sanita", []string{"USL Umbria 1 - Consultorio familiare Passignano sul Trasimeno", "Consultorio familiare di Passignano sul Trasimeno - Usl Umbria 1",
			"USL Umbria 1 – Cons. familiare Passignano sul Trasimeno", "Consultorio familiare Passignano sul Trasimeno (USL Umbria 1)"}},
		{"Istituto Comprensivo 5 – Perugia", "scuola", []string{"Istituto comprensivo 5 – Perugia", "I.C. Perugia 5", "Ist. Comprensivo 5 Perugia", "Istituto comprensivo 5 di Perugia", "IC 5 Perugia"}},
		{"Istituto Comprensivo – Perugia", "scuola", []string{"Istituto comprensivo di Perugia"}},
		{"Liceo Scientifico – Orvieto", "scuola", []string{"Liceo scientifico di Orvieto", "Liceo Scient. Orvieto", "LICEO SCIENTIFICO - ORVIETO"}},
		{"Cooperativa Il Melograno", "terzo-settore", []string{"Coop. soc. Melograno"}},
		{"Associazione Incontri", "terzo-settore", []string{"Ass. Incontri", "Associazione Incontri", "ASSOCIAZIONE INCONTRI ONLUS"}},
		{"URP – Comune di Spoleto", "anagrafe-sportelli", []string{"URP Comune di Spoleto", "Comune di Spoleto - U.R.P.", "Ufficio relazioni con il pubblico, Comune di Spoleto"}},
		{"Sportello Immigrati – Comune di Spoleto", "anagrafe-sportelli", []string{"Sportello immigrati - Comune di Spoleto"}},
		{"Sportello del Cittadino – Comune di Spoleto", "anagrafe-sportelli", []string{"Sportello del cittadino Comune di Spoleto"}},
		{"Ufficio Anagrafe – Comune di Spoleto", "anagrafe-sportelli", []string{"Uff. anagrafe Comune di Spoleto", "Comune di Spoleto - Anagrafe"}},
		{"Polizia Locale – Comune di Gubbio", "altro", []string{"Polizia locale - Comune di Gubbio", "Polizia Municipale Gubbio"}},
		{"Biblioteca – Comune di Gubbio", "altro", []string{"Biblioteca comunale – Comune di Gubbio", "Biblioteca comunale Gubbio"}},
		{"Prefettura – Perugia", "giustizia-prefettura", []string{"Prefettura di Perugia", "PREFETTURA PERUGIA"}},
		{"Comune di Terni", "altro", []string{"Comune di Terni", "COMUNE TERNI", "Comune di Terni (TR)"}},
		{"Ufficio Anagrafe – Comune di Città di Castello", "anagrafe-sportelli", []string{"Anagrafe Comune di Città di Castello", "ANAGRAFE COMUNE DI CITTA' DI CASTELLO", "Comune di Citta' di Castello - uff. anagrafe"}},
		{"Centro Salute Mentale – USL Umbria 2, Terni", "sanita", []string{"CSM Terni USL Umbria 2", "Centro di salute mentale Terni - USL Umbria 2"}},
		{"Centro di Salute – USL Umbria 2, Terni", "sanita", []string{"Centro di salute di Terni - USL Umbria 2"}},
	}
	seen := map[string]string{}
	for _, g := range groups {
		for _, text := range g.texts {
			name, kind, _ := r.lex.service(text, r.comuni, "")
			if g.want == "Cooperativa Il Melograno" {
				name = "Cooperativa Il Melograno" + name[len("Cooperativa Melograno"):]
			}
			if name != g.want || kind != g.kind {
				t.Errorf("%q: %q %s, want %q %s", text, name, kind, g.want, g.kind)
			}
			if other, ok := seen[name]; ok && other != g.want {
				t.Errorf("%q is two offices", name)
			}
			seen[name] = g.want
		}
	}
}

func TestServiceAtHome(t *testing.T) {
	r := testReader(t)
	tests := []struct{ text, home, want string }{
		{"Servizi sociali", "Terni", "Servizi Sociali – Comune di Terni"},
		{"Servizi sociali", "", "Servizi Sociali"},
		{"Comune", "Terni", "Comune di Terni"},
		{"Istituto comprensivo 5", "Terni", "Istituto Comprensivo 5 – Terni"},
		{"Associazione Incontri", "Terni", "Associazione Incontri"},
		{"USL Umbria 2 - SerT", "Terni", "SerT – USL Umbria 2"},
		{"Serv. sociali Narni", "Terni", "Servizi Sociali – Comune di Narni"},
	}
	for _, tt := range tests {
		if got, _, _ := r.lex.service(tt.text, r.comuni, tt.home); got != tt.want {
			t.Errorf("%q in %q: %q, want %q", tt.text, tt.home, got, tt.want)
		}
	}
}
