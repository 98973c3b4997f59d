package territory_test

import (
	"strings"
	"testing"

	"formare/data"
	"formare/internal/territory"
)

const marche = "istat_code,name,province,belfiore,zona_sociale,residents,residents_year\n"

func TestOwnComuni(t *testing.T) {
	land, err := territory.LoadOwn(data.FS, []byte(marche+
		"042002,Ancona,AN,A271,Costa,100000,2018\n041044,Pesaro,PU,G479,Costa,94000,2018\n042017,Fabriano,AN,D451,Monti,31000,2018\n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(land.Comuni()); n != 3 || len(land.Zones()) != 2 || len(land.Tiles()) != 0 {
		t.Errorf("%d comuni, %v, %v", n, land.Zones(), land.Tiles())
	}
	if c, ok := land.Comune("042017"); !ok || c.Zone != "Monti" || c.Residents != 31000 {
		t.Errorf("Fabriano is %+v", c)
	}
	if m := land.Resolve("Comune di Fabriano (AN)"); m.ISTAT != "042017" || !m.How.InRegion() {
		t.Errorf("Fabriano resolves to %+v", m)
	}
	if m := land.Resolve("Perugia"); m.How.InRegion() {
		t.Errorf("Perugia is in the region: %+v", m)
	}
}

func TestOwnComuniWithZones(t *testing.T) {
	land, err := territory.LoadOwn(data.FS, []byte(marche+"042002,Ancona,AN,A271,7,100000,2018\n"), []byte("number,name,capofila\n7,Ambito XI,Ancona\n"))
	if err != nil {
		t.Fatal(err)
	}
	if c, _ := land.Comune("042002"); c.Zone != "Ambito XI" || c.ZoneNumber != 7 {
		t.Errorf("%+v", c)
	}
}

func TestOwnComuniRefused(t *testing.T) {
	for want, table := range map[string]string{
		"no column":      "code,name\n1,A\n",
		"no comuni":      marche,
		"six digits":     marche + "42,Ancona,AN,A271,1,100,2018\n",
		"stands twice":   marche + "042002,Ancona,AN,A271,1,100,2018\n042002,Ancona,AN,A271,1,100,2018\n",
		"invalid syntax": marche + "042002,Ancona,AN,A271,1,molti,2018\n",
		"wrong number":   marche + "042002,Ancona\n",
		"empty":          "\ufeff",
	} {
		if _, err := territory.LoadOwn(data.FS, []byte(table), nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v, want %q", table, err, want)
		}
	}
}
