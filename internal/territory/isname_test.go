package territory

import (
	"testing"

	"formare/data"
)

func TestIsName(t *testing.T) {
	land, err := Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"Perugia": true, "CITTA' DI CASTELLO": true, "Comune di Terni": true, "Foligno (PG)": true,
		"Ponte San Giovanni": true, "Arezzo": true,
		"": false, "n.d.": false, "Assistente sociale": false, "Ufficio scuola": false, "12,5": false,
	} {
		if got := land.IsName(text); got != want {
			t.Errorf("IsName(%q) = %v", text, got)
		}
	}
}
