package register

import "testing"

// TestOwnersInHeaders reads headers that say whose a column is.
func TestOwnersInHeaders(t *testing.T) {
	lex := lexicon(t)
	for _, c := range []struct {
		header string
		want   Field
	}{
		{"Qualifica dip.", Role}, {"Ruolo dipendente", Role}, {"Mansione operatore", Role}, {"PROFILO_PROF_DIP", Role},
		{"COMUNE_UO", Comune}, {"Comune U.O.", Comune}, {"Comune istituto", Comune}, {"ComuneUfficio", Comune}, {"Città struttura", Comune},
		{"Comune sede plesso", Comune}, {"Comune dell'ente", Comune}, {"in che comune", Comune}, {"In che comune lavori?", Comune}, {"Comune dip.", Comune},
		{"Nome scuola", Service}, {"Denominazione istituto", Service}, {"Tipologia struttura", ServiceKind},
		{"Nome dip.", GivenName}, {"NOME_DISCENTE", GivenName}, {"Nome funzionario", GivenName}, {"Cognome assistente", Surname},
		{"Codice fiscale dip.", CodiceFiscale}, {"CF_DIPENDENTE", CodiceFiscale}, {"Data nascita corsista", BirthDate}, {"Data di nascita del discente", BirthDate},
		{"Sesso dip.", Gender}, {"Genere partecipante", Gender}, {"E-mail dipendente", Email},
		{"Ore dipendente", HoursAttended}, {"Esito corsista", Status}, {"quante ore", HoursAttended}, {"Quante ore hai fatto?", HoursAttended},
		{"Codice dipendente", ignored}, {"Codice istituto", ignored}, {"Matricola dip.", ignored}, {"Indirizzo scuola", ignored},
		{"Allievo/a", FullName}, {"Partecipante", FullName}, {"Nome docente", ignored}, {"ore fatte", HoursAttended}, {"quando", Period},
	} {
		best := None
		if found := lex.match([]string{c.header}, "", People).sorted(); len(found) > 0 {
			best = found[0].field
		}
		if best != c.want {
			t.Errorf("%q is %q, want %q", c.header, best, c.want)
		}
	}
}
