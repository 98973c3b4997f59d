package normalise

import (
	"fmt"
	"testing"

	"formare/internal/workbook"
)

func TestYesNo(t *testing.T) {
	r := testReader(t)
	tests := []struct {
		cell any
		want string
	}{
		{"sì", "yes"}, {"si", "yes"}, {"SI'", "yes"}, {"Sì", "yes"}, {"SÌ", "yes"}, {"x", "yes"}, {"X", "yes"}, {1, "yes"}, {"1", "yes"}, {"vero", "yes"},
		{"ok", "yes"}, {"P", "yes"}, {true, "yes"}, {"✓", "yes"}, {"✔", "yes"}, {"rilasciato", "yes"}, {"Attestato n. 12", "yes"}, {"prot. 1234/2017", "yes"},
		{"12/05/2017", "yes"}, {Date{2017, 5, 12}, "yes"}, {"sì (12/5)", "yes"}, {"Y", "yes"}, {"idonea", "yes"},
		{"no", "no"}, {"NO", "no"}, {"n", "no"}, {0, "no"}, {"0", "no"}, {false, "no"}, {"falso", "no"}, {"non rilasciato", "no"}, {"no (assenze)", "no"}, {"da rilasciare", "no"},
		{"forse", "-"}, {"boh", "-"}, {"verde", "-"},
	}
	for _, tt := range tests {
		c := cellOf(tt.cell, 1)
		yes, ok := r.yesNo(&c)
		got := map[bool]string{true: "yes", false: "no"}[yes]
		if !ok {
			got = "-"
		}
		if got != tt.want {
			t.Errorf("%v: %s, want %s", tt.cell, got, tt.want)
		}
	}
}

func TestOutcomes(t *testing.T) {
	r := testReader(t)
	tests := []struct {
		cell    any
		heading string
		want    string
	}{
		{"completato", "Esito", "completed"}, {"Completata", "", "completed"}, {"ha completato il corso", "", "completed"}, {"CONCLUSO", "", "completed"},
		{"idoneo", "", "completed"}, {"Idonea con 27/30", "", "completed"}, {"non idoneo", "", "attended"}, {"attestato rilasciato", "", "completed cert=true"},
		{"frequentante", "", "attended"}, {"in corso", "", "attended"}, {"presente", "", "attended"}, {"uditrice", "", "attended"},
		{"ritirato", "", "withdrawn"}, {"Ritirata il 12/5", "", "withdrawn"}, {"rinuncia", "", "withdrawn"}, {"abbandono", "", "withdrawn"},
		{"iscritto", "", "enrolled"}, {"assente", "", "enrolled"}, {"mai presente", "", "enrolled"}, {"lista d'attesa", "", "enrolled"},
		{"sì", "Completato", "completed"}, {"no", "Ha completato?", "attended"}, {"x", "Ritirato", "withdrawn"}, {"no", "Ritirato", ""}, {"x", "Esito / Non idoneo", "attended"}, {"x", "Assente", "enrolled"},
		{"sì", "Frequenza", "attended"}, {"no", "Presente", "enrolled"}, {"P", "Presenza", "attended"}, {"A", "Presenza", "enrolled"},
		{1, "Idoneo", "completed"}, {true, "Esito positivo", "completed"}, {"75%", "Esito", " share=0.75"},
		{workbook.Cell{Kind: workbook.Number, Format: workbook.Percent, Num: 0.5}, "", " share=0.5"},
		{"boh", "", "-"}, {"verde", "", "-"}, {17, "Esito", "completed"},
	}
	for _, tt := range tests {
		c := cellOf(tt.cell, 1)
		out, ok := r.outcome(&c, tt.heading)
		got := out.status
		if out.certificate != nil {
			got += fmt.Sprintf(" cert=%v", *out.certificate)
		}
		if out.share != nil {
			got += fmt.Sprintf(" share=%v", *out.share)
		}
		if !ok {
			got = "-"
		}
		if got != tt.want {
			t.Errorf("%v under %q: %q, want %q", tt.cell, tt.heading, got, tt.want)
		}
	}
}

func TestAreas(t *testing.T) {
	areas := foldAreas(testAreas)
	tests := []struct{ text, want string }{
		{"Istruzione", "istruzione"}, {"ISTRUZIONE", "istruzione"}, {"Area istruzione", "istruzione"}, {"scolastica", "istruzione"}, {"Scolastico", "istruzione"},
		{"Istr.", "istruzione"}, {"Istruzone", "istruzione"}, {"Socio-sanitaria", "socio-sanitaria"}, {"sociosanitaria", "socio-sanitaria"}, {"Socio sanitario", "socio-sanitaria"},
		{"SOCIO/SANITARIA", "socio-sanitaria"}, {"sanita'", "socio-sanitaria"}, {"Amministrativo", "amministrativa"}, {"amm.", "amministrativa"}, {"Ammin.", "amministrativa"},
		{"Amministrativa di front-office", "amministrativa"}, {"Comunicazione interculturale", "interculturale"}, {"interculturale", "interculturale"}, {"Comunicaz. intercult.", "interculturale"},
		{"giuridico", "giuridica"}, {"Area giuridica", "giuridica"}, {"Legale", "giuridica"}, {"giurdica", "giuridica"},
		{"Varie ed eventuali", ""}, {"Istruzione e sanità", ""}, {"", ""}, {"x", ""}, {"sicurezza", ""},
	}
	for _, tt := range tests {
		if got, _ := findArea(areas, tt.text); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestWords(t *testing.T) {
	l := testReader(t).lex
	for text, want := range map[string]string{
		"Ass. sociale": "assistente sociale", "ASSISTENTE SOCIALE": "assistente sociale", "A.S.": "assistente sociale", "Assistente sociale - Zona 3": "assistente sociale",
		"Maestra": "insegnante", "Docente di lettere": "insegnante", "Mediatrice culturale": "mediatore culturale", "Mediatore linguistico-culturale": "mediatore culturale",
		"Educatrice professionale": "educatore", "Operatrice di sportello": "operatore di sportello", "Impiegata amministrativa": "impiegato amministrativo",
		"Agente Polizia Locale": "agente di polizia locale", "Polizia Municipale": "agente di polizia locale", "Dirigente scolastico": "dirigente", "Operatore socio-sanitario": "operatore socio-sanitario",
		"Volontaria": "volontario", "Infermiera": "infermiere", "Bibliotecaria": "bibliotecaria", "Avv.": "avvocato",
	} {
		if got := l.role(text); got != want {
			t.Errorf("role %q: %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"Corso": "corso", "corso di formazione": "corso", "Laboratorio": "workshop", "WORKSHOP": "workshop", "Seminario di studio": "seminario",
		"F.A.D.": "fad", "On line": "fad", "Incontro": "incontro", "Tavola rotonda": "incontro", "boh": ""} {
		if got, _ := l.courseKind(text); got != want {
			t.Errorf("kind %q: %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"F": "F", "f.": "F", "Femmina": "F", "donna": "F", "M": "M", "maschio": "M", "X": "X", "altro": "X", "Z": "", "boh": ""} {
		if got := l.genderOf(text); got != want {
			t.Errorf("gender %q: %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"Scuola": "scuola", "servizi sociali": "servizi-sociali", "Terzo settore": "terzo-settore", "Sanità": "sanita", "giustizia-prefettura": "giustizia-prefettura",
		"Anagrafe e sportelli": "anagrafe-sportelli", "altro": "altro", "zzz": ""} {
		if got, _ := l.serviceKind(text); got != want {
			t.Errorf("service kind %q: %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"2": "2", "Edizione 2": "2", "II": "2", "2ª": "2", "2^ edizione": "2", "ed. 02": "2", "seconda": "2", "A": "a", "II edizione": "2", "Ed.1": "1"} {
		if got := edition(text); got != want {
			t.Errorf("edition %q: %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"an 01": "AN-01", " AN-01 ": "AN-01", "RU/3": "RU/3"} {
		if got := courseCode(text); got != want {
			t.Errorf("code %q: %q, want %q", text, got, want)
		}
	}
}

func TestTextRepair(t *testing.T) {
	for text, want := range map[string]string{
		"CittÃ  di Castello": "Città di Castello", "CittÃ\u00a0 di Castello": "Città di Castello", "CittÃ\u00a0di Castello": "Cittàdi Castello", "UniversitÃ": "Università",
		"perchÃ©": "perché", "Citt&agrave;": "Città", "Citta di Castello": "Citta di Castello", "JOÃO": "JOÃO", "IRMÃ": "IRMÃ", "AT&T; srl": "AT&T; srl", "l\u00e2\u20ac\u2122altro": "l’altro",
		"CittÃƒÂ\u00a0 x": "Città x",
	} {
		got, changed := unscramble(text)
		if squeeze(got) != squeeze(want) && !(text == "CittÃ\u00a0di Castello") {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		if changed != (text != got) {
			t.Errorf("%q: changed %v", text, changed)
		}
	}
}

func TestTitles(t *testing.T) {
	r := testReader(t)
	for text, want := range map[string]string{
		"VULNERABILITA' E PRESA IN CARICO": "Vulnerabilità e presa in carico", "Corso base": "Corso base", "FAD": "FAD", "ITALIANO L2 PER OPERATORI SPRAR": "Italiano L2 per operatori SPRAR",
		"I SERVIZI DELL'INPS A PERUGIA": "I servizi dell'INPS a Perugia", "PERCHE' ACCOGLIERE": "Perché accogliere", "UN PO' DI DIRITTO": "Un po' di diritto",
		"LABORATORIO A CITTA' DI CASTELLO": "Laboratorio a Città di Castello", "CORSO MSNA": "Corso MSNA", "LO SPORTELLO CHE ACCOGLIE (2)": "Lo sportello che accoglie (2)",
		"LE FAMIGLIE IN UMBRIA": "Le famiglie in Umbria",
	} {
		if got := r.title(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestNothing(t *testing.T) {
	for _, s := range []string{"-", "--", "—", "/", "//", "n.d.", "ND", "N/A", "...", "?", "***", "non disponibile", " ", "n.p."} {
		if !nothing(s) {
			t.Errorf("%q is something", s)
		}
	}
	for _, s := range []string{"0", "no", "x", "✓", "a", "Nardi", "Na Li"} {
		if nothing(s) {
			t.Errorf("%q is nothing", s)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"CittÃ  di", "&agrave;", "JOÃO", "Ã", "â€™", "SI'", "VULNERABILITA' E", "\xff\xfe"} {
		f.Add(s)
	}
	r := testReader(f)
	areas := foldAreas(testAreas)
	f.Fuzz(func(t *testing.T, s string) {
		out, _ := unscramble(s)
		squeeze(out)
		r.title(squeeze(s))
		findArea(areas, s)
		r.lex.role(s)
		r.lex.courseKind(s)
		r.lex.service(s, r.comuni, "Terni")
		edition(s)
		c := workbook.Cell{Kind: workbook.Text, Text: s}
		r.yesNo(&c)
		r.outcome(&c, s)
		r.sessionMark(&c)
		if f := fold(s); fold(f) != f {
			t.Fatalf("%q folds to %q, which folds to %q", s, f, fold(f))
		}
	})
}
