//go:build cgo

package engine_test

import (
	"testing"

	"formare/data"
	"formare/internal/table"
	"formare/internal/territory"
)

// TestWholeRegion: every comune and every zona sociale has its row, also where nobody was reached.
func TestWholeRegion(t *testing.T) {
	land, err := territory.Load(data.FS)
	check(t, err)
	w := smallWorld()
	w.ref.Comuni, w.ref.Zones = nil, nil
	for _, z := range land.Zones() {
		w.ref.Zones = append(w.ref.Zones, table.Zone{Name: z.Name, Number: int64(z.Number)})
	}
	for _, c := range land.Comuni() {
		w.ref.Comuni = append(w.ref.Comuni, table.Comune{Code: c.ISTAT, Name: c.Name, Province: c.Province, Zone: c.Zone, Residents: int64(c.Residents), Year: int64(c.ResidentsYear)})
	}
	db := openModel(t, w.write(t), true, 2)
	for query, want := range map[string]string{
		"SELECT COUNT(*), COUNT(zone) FROM reach_by_comune":                                   "92|92\n",
		"SELECT COUNT(*), CAST(SUM(comuni) AS BIGINT) FROM coverage_by_zone":                  "12|92\n",
		"SELECT COUNT(*) FROM area_by_zone":                                                   "39\n",
		"SELECT COUNT(*), MIN(gini) < 1 FROM inequality WHERE participants_share IS NOT NULL": "11|true\n",
	} {
		if got := show(t, db, query); got != want {
			t.Errorf("%s: %s", query, got)
		}
	}
}
