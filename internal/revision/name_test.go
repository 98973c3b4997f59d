package revision

import (
	"os"
	"testing"
)

func load(t testing.TB) *Words {
	t.Helper()
	w, err := Load(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// What a careful person would say of two names of one partner and month: does the second file correct
// the first?
func TestCorrects(t *testing.T) {
	w := load(t)
	tests := []struct {
		old, later string
		want       Strength
	}{
		// Italian marks at the end
		{"registro aprile.xlsx", "registro aprile_rev.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile rev.1.xlsx", Marked},
		{"registro aprile_rev.xlsx", "registro aprile_rev2.xlsx", Marked},
		{"registro aprile_rev2.xlsx", "registro aprile_rev10.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile_v2.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile v.2.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile V 2.xlsx", Marked},
		{"registro aprile v2.xlsx", "registro aprile v2.1.xlsx", Marked},
		{"registro aprile v2.9.xlsx", "registro aprile v3.xlsx", Marked},
		{"registro aprile_v09.xlsx", "registro aprile_v10.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile ver 3.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile vers. 3.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile versione 2.xlsx", Marked},
		{"registro aprile rev 2.0.xlsx", "registro aprile rev 2.1.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile_r2.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile_DEF.xlsx", Marked},
		{"registro aprile_v7.xlsx", "registro aprile_DEF.xlsx", Marked},
		{"registro aprile_DEF.xlsx", "registro aprile_def_2.xlsx", Marked},
		{"registro aprile def.xlsx", "registro aprile DEF.2.xlsx", Marked},
		{"registro aprile_DEF.xlsx", "registro aprile_DEF_corretto.xlsx", Marked},
		{"registro aprile_DEF.xlsx", "registro aprile_DEF_DEF.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile definitivo.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile - versione definitiva.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile FINALE.xlsx", Marked},
		{"registro aprile_v3.xlsx", "registro aprile_final.xlsx", Marked},
		{"registro aprile_final.xlsx", "registro aprile_final_v2.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile_ok.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile OK.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile ultimo.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile (quello giusto).xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile DA USARE.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile_corretto.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile (corretto).xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile corr..xlsx", Marked},
		{"registro aprile_corretto.xlsx", "registro aprile_corretto_v2.xlsx", Marked},
		{"registro aprile_corretto.xlsx", "registro aprile_corretto2.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile con correzioni.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile - con le correzioni.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile rettificato.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile_rettifica.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile modificato.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile_agg.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile agg.to.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile aggiornato.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile integrato.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile revisionato.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile errata corrige.xlsx", Marked},
		{"registro aprile.xlsx", "ERRATA CORRIGE registro aprile.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile - sostituisce il precedente.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile annulla e sostituisce.xlsx", Marked},
		{"registro aprile.xlsx", "Annulla e sostituisce il precedente - registro aprile.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile in sostituzione.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile - nuovo invio.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile reinvio.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile 2° invio.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile secondo invio.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile - invio 2.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile 2a versione.xlsx", Marked},
		{"registro aprile seconda versione.xlsx", "registro aprile terza versione.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile II versione.xlsx", Marked},
		// at the start, in the middle, in brackets
		{"registro aprile.xlsx", "CORRETTO registro aprile.xlsx", Marked},
		{"registro aprile.xlsx", "rev1_registro aprile.xlsx", Marked},
		{"registro aprile.xlsx", "v2 - registro aprile.xlsx", Marked},
		{"registro aprile.xlsx", "Rettifica registro aprile.xlsx", Marked},
		{"registro aprile 2017.xlsx", "registro corretto aprile 2017.xlsx", Marked},
		{"registro aprile 2017.xlsx", "registro_v2_aprile_2017.xlsx", Marked},
		{"registro aprile 2017.xlsx", "registro definitivo aprile 2017.xlsx", Marked},
		{"registro aprile 2017.xlsx", "registro aprile [v2] 2017.xlsx", Marked},
		{"2017-04_anci.xlsx", "2017-04_anci_REV.XLSX", Marked},
		{"Città di Castello.xlsx", "citta_di_castello_rev.xlsx", Marked},
		// days
		{"registro aprile 2017.xlsx", "registro aprile 2017 al 15-05.xlsx", Marked},
		{"registro aprile 2017 al 10-05.xlsx", "registro aprile 2017 al 15-05.xlsx", Marked},
		{"registro aprile 2017 al 30.4.xlsx", "registro aprile 2017 al 12.5.2017.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile REV1 del 12.4.xlsx", Marked},
		{"registro aprile REV1 del 12.4.xlsx", "registro aprile REV2 del 3.4.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile rev 12.4.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile agg. 15-05-2017.xlsx", Marked},
		{"registro aprile agg. 5 maggio.xlsx", "registro aprile agg. 15 maggio.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile aggiornato al 15 maggio 2017.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile inviato il 10.05.2017.xlsx", Marked},
		{"registro aprile.xlsx", "registro aprile corretto 20170512.xlsx", Marked},
		{"20170510_registro aprile.xlsx", "20170522_registro aprile.xlsx", Weak},
		{"registro aprile 10-05-2017.xlsx", "registro aprile 22-05-2017.xlsx", Weak},
		{"registro aprile.xlsx", "registro aprile 22-05.xlsx", Weak},
		{"registro aprile.xlsx", "registro aprile del 22-05.xlsx", Weak},
		{"registro 20170510_1530.xlsx", "registro 20170510_1801.xlsx", None}, // the same day
		// English
		{"register april.xlsx", "register april revised.xlsx", Marked},
		{"register april.xlsx", "register april corrected.xlsx", Marked},
		{"register april.xlsx", "register april updated.xlsx", Marked},
		{"register april.xlsx", "register april version 2.xlsx", Marked},
		{"register april.xlsx", "register april final version.xlsx", Marked},
		{"register april.xlsx", "register april amended.xlsx", Marked},
		{"register april.xlsx", "register april as of 15 May 2017.xlsx", Marked},
		{"register april.xlsx", "register april - 2nd version.xlsx", Marked},
		{"register april.xlsx", "register april resend.xlsx", Marked},
		// what machines add
		{"registro aprile.xlsx", "registro aprile (1).xlsx", Copy},
		{"registro aprile (1).xlsx", "registro aprile (2).xlsx", Copy},
		{"registro aprile.xlsx", "registro aprile[1].xlsx", Copy},
		{"registro aprile.xlsx", "registro aprile - Copia.xlsx", Copy},
		{"registro aprile - Copia.xlsx", "registro aprile - Copia (2).xlsx", Copy},
		{"registro aprile.xlsx", "Copia di registro aprile.xlsx", Copy},
		{"registro aprile.xlsx", "copia (3) di registro aprile.xlsx", Copy},
		{"registro aprile.xlsx", "Copy of registro aprile.xlsx", Copy},
		{"registro aprile.xlsx", "registro aprile - Copy (2).xlsx", Copy},
		{"registro aprile.xlsx", "registro aprile_bis.xlsx", Copy},
		{"registro aprile.xlsx", "registro aprile_nuovo.xlsx", Copy},
		{"registro aprile.xlsx", "Nuovo registro aprile.xlsx", Copy},
		{"registro aprile.xlsx", "registro aprile NEW.xlsx", Copy},
		{"registro aprile.xlsx", "registro aprile completo.xlsx", Copy},
		{"registro aprile.xlsx", "registro aprile firmato.xlsx", Copy},
		{"registro aprile.xlsx", "registro aprile (Salvato automaticamente).xlsx", Copy},
		{"registro aprile.xlsx", "registro aprile [modalità compatibilità].xlsx", Copy},
		{"registro aprile_rev.xlsx", "registro aprile_rev (1).xlsx", Copy},
		{"registro aprile (3).xlsx", "registro aprile_rev.xlsx", Marked},
		// what says little by itself
		{"registro aprile.xlsx", "registro aprile 2.xlsx", Weak},
		{"registro aprile.xlsx", "registro aprile_1.xlsx", Weak},
		{"registro aprile.xlsx", "registro aprile integrazione.xlsx", Weak},
		{"registro aprile.xlsx", "registro aprile - modifiche.xlsx", Weak},
		{"registro aprile bozza.xlsx", "registro aprile.xlsx", Weak},
		{"registro aprile provvisorio.xlsx", "registro aprile.xlsx", Weak},
		{"registro aprile parziale.xlsx", "registro aprile.xlsx", Weak},
		{"registro aprile old.xlsx", "registro aprile.xlsx", Weak},
		{"bozza registro aprile.xlsx", "registro aprile.xlsx", Weak},
		{"registro aprile bozza.xlsx", "registro aprile def.xlsx", Marked},
		{"registro aprile.xlsx", "R_ registro aprile.xlsx", Weak},
		{"registro aprile.xlsx", "R: registro aprile.xlsx", Weak},
		{"registro aprile.xlsx", "Fwd_registro aprile.xlsx", Weak},
		{"registro aprile.xlsx", "FW registro aprile.xlsx", Weak},
		{"registro aprile.xlsx", "R_ Re_ registro aprile_rev.xlsx", Marked},
		{"registro aprile.xls", "registro aprile.xlsx", Weak},
		{"registro aprile.csv", "registro aprile.xlsx", Weak},
		{"registro aprile.xls", "registro aprile_rev.xlsx", Marked},
		{"registro aprile.xls", "registro aprile.xls.xlsx", Weak},
		// folders of deliveries
		{"invio 2017-05-10/registro aprile.xlsx", "invio 2017-05-22/registro aprile.xlsx", Weak},
		{"anci/10.05.2017/registro.xlsx", "anci/22.05.2017/registro.xlsx", Weak},
		{"anci/1 invio/registro.xlsx", "anci/2 invio/registro.xlsx", Weak},
		{"anci/primo invio/registro.xlsx", "anci/secondo invio/registro.xlsx", Weak},
		{"anci/registro.xlsx", "anci/invio 2/registro.xlsx", Weak},
		{"anci/vecchi/registro.xlsx", "anci/registro.xlsx", Weak},
		{"anci/mail del 10.5.2017/registro.xlsx", "anci/mail del 22.5.2017/registro_rev.xlsx", Marked},
		// no corrections
		{"registro aprile.xlsx", "registro maggio.xlsx", None},
		{"registro aprile.xlsx", "registro maggio_rev.xlsx", None},
		{"registro 2017-04.xlsx", "registro 2017-05.xlsx", None},
		{"registro 04.2017.xlsx", "registro 05.2017.xlsx", None},
		{"Registro_ANCI_2017-07.xlsx", "Registro_ANCI_2017-11.xlsx", None},
		{"corso 1.xlsx", "corso 2.xlsx", None},
		{"corso.xlsx", "corso 2.xlsx", None},
		{"corso 1.xlsx", "corso 12.xlsx", None},
		{"corso 1_rev.xlsx", "corso 2.xlsx", None},
		{"corso 3 aprile 2017.xlsx", "corso 4 aprile 2017.xlsx", None},
		{"corso A.xlsx", "corso B.xlsx", None},
		{"corso PA edizione 1.xlsx", "corso PA edizione 2.xlsx", None},
		{"corso PA.xlsx", "corso PA ed. 2.xlsx", None},
		{"corso PA ed. 2.xlsx", "corso PA ed. 2 bis.xlsx", None},
		{"registro aprile parte 1.xlsx", "registro aprile parte 2.xlsx", None},
		{"registro aprile.xlsx", "registro aprile parte 2.xlsx", None},
		{"registro aprile pt1.xlsx", "registro aprile pt2.xlsx", None},
		{"modulo 1.xlsx", "modulo 2.xlsx", None},
		{"gruppo 1.xlsx", "gruppo 2.xlsx", None},
		{"lezione 1.xlsx", "lezione 2.xlsx", None},
		{"registro n. 3.xlsx", "registro n. 4.xlsx", None},
		{"zona 3.xlsx", "zona 4.xlsx", None},
		{"I semestre.xlsx", "II semestre.xlsx", None},
		{"registro trim 1.xlsx", "registro trim 2.xlsx", None},
		{"test.xlsx", "test finale.xlsx", None},
		{"questionario iniziale.xlsx", "questionario finale.xlsx", None},
		{"corso.xlsx", "corso di revisione.xlsx", None},
		{"corso.xlsx", "corso di aggiornamento.xlsx", None},
		{"registro via Verdi.xlsx", "registro via Verga.xlsx", None},
		{"registro Venanzi.xlsx", "registro v.xlsx", None},
		{"nov 2017.xlsx", "nov2 2017.xlsx", None},
		{"registro dal 3-4 al 15-4.xlsx", "registro dal 18-4 al 30-4.xlsx", None},
		{"registro aprile-maggio.xlsx", "registro aprile.xlsx", None},
		{"I_corso.xlsx", "II_corso.xlsx", None},
		{"art 5.xlsx", "art 5 comma 2.xlsx", None},
		{"registro aprile_rev.xlsx", "registro aprile.xlsx", None},
		{"registro aprile_rev.xlsx", "registro aprile 2.xlsx", None},
		{"registro aprile_rev.xlsx", "registro aprile_corretto.xlsx", None}, // who knows which came later
		{"registro USL 1.xlsx", "registro USL 2.xlsx", None},
		{"registro settembre.xlsx", "registro sett 2.xlsx", None},
		{"2017-04/registro.xlsx", "2017-05/registro.xlsx", None},
		{"corso 1/registro.xlsx", "corso 2/registro.xlsx", None},
		{"revisori.xlsx", "revisori_rev.xlsx", Marked},
		{"rev.xlsx", "definitivo.xlsx", None},
		{"1.xlsx", "2.xlsx", None},
		{"(1).xlsx", "(2).xlsx", None},
	}
	for _, tt := range tests {
		old, later := w.Parse(tt.old), w.Parse(tt.later)
		got := None
		if old.Dir == later.Dir {
			got = later.Corrects(old)
		}
		if got != tt.want {
			t.Errorf("%q after %q: %d, want %d\n  %+v\n  %+v", tt.later, tt.old, got, tt.want, later, old)
		}
		if back := old.Corrects(later); got != None && back != None {
			t.Errorf("%q and %q correct each other", tt.old, tt.later)
		}
	}
	if len(tests) < 120 {
		t.Errorf("only %d names", len(tests))
	}
}
