package figure_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"formare/internal/boundary"
	"formare/internal/disclosure"
	"formare/internal/figure"
)

// land gives the boundaries beside the checkout, for all comuni.
func land(t testing.TB) *boundary.Map {
	t.Helper()
	raw, err := os.ReadFile("../../../shared/territory/umbria.geojson")
	if err != nil {
		t.Skipf("no boundaries beside the checkout: %v", err)
	}
	var codes []string
	for _, r := range records(t, "reference/comuni.csv") {
		codes = append(codes, r[0])
	}
	m, _, err := boundary.Import(raw, codes)
	if err != nil {
		t.Fatal(err)
	}
	m.About = boundary.About{Source: "ISTAT", Licence: "CC BY 4.0"}
	return m
}

// mapTables are an invented programme's rates: every third comune small or hidden, some without anybody.
func mapTables(t testing.TB) results {
	data := tables(t)
	zones := map[string]string{}
	for _, r := range records(t, "reference/zone_sociali.csv") {
		zones[r[0]] = r[1]
	}
	var rows [][]any
	for i, r := range records(t, "reference/comuni.csv") {
		var residents float64
		_, _ = fmt.Sscan(r[5], &residents)
		people := int(residents * (4 + float64(i*7%13)) / 10_000)
		row := []any{r[0], r[1], zones[r[4]], people, float64(people) / residents * 10_000, residents}
		switch {
		case people == 0 || i%9 == 5:
			row[3], row[4] = 0, 0.0
		case people < 5:
			row[3], row[4] = small, small
		case i%17 == 3:
			row[3], row[4] = prot, prot
		}
		rows = append(rows, row)
	}
	data["reach_by_comune"] = build("reach_by_comune", "istat_code name zone participants:n per_10k_residents:r residents:n", rows...)
	return data
}

var mapCases = []testCase{
	{"as told", nil},
	{"in another zone nobody", func(_ *figure.Context, data results) {
		for i, r := range data["coverage_by_zone"].Rows {
			if i == 11 {
				r[2].Num, r[3].Num, r[4].Num, r[5].Num = 0, 0, 0, 0
			}
		}
	}},
	{"a zone hidden", func(_ *figure.Context, data results) {
		z := data["coverage_by_zone"]
		z.Marks[2][4], z.Marks[2][5] = disclosure.Small, disclosure.Small
		z.Rows[2][4].Num, z.Rows[2][5].Num = 987654, 987654
	}},
	{"one comune", func(_ *figure.Context, data results) {
		for i, r := range data["reach_by_comune"].Rows {
			data["reach_by_comune"].Marks[i][3], data["reach_by_comune"].Marks[i][4] = disclosure.Shown, disclosure.Shown
			if r[3].Num, r[4].Num = 0, 0; i == 38 {
				r[3].Num, r[4].Num = 50, 3
			}
		}
	}},
	{"hundredfold", func(_ *figure.Context, data results) { manifold(data, 100) }},
	{"without tiles", func(c *figure.Context, _ results) { c.Tiles = nil }},
}

func TestMapsOnBoundaries(t *testing.T) {
	gallery := os.Getenv("FORMARE_GALLERY")
	m := land(t)
	for _, c := range mapCases {
		for _, lang := range []string{"it", "en"} {
			ctx, data := context(t, lang), mapTables(t)
			ctx.Land = m
			if c.change != nil {
				c.change(&ctx, data)
			}
			for _, spec := range specs(t) {
				if spec.Kind != figure.Choropleth && spec.Kind != figure.ZoneMap {
					continue
				}
				for _, size := range figure.Sizes() {
					for _, theme := range figure.Themes() {
						t.Run(strings.Join([]string{c.name, spec.ID, string(size), string(theme), lang}, "/"), func(t *testing.T) {
							d, reason, err := figure.Draw(spec, data, ctx, size, theme)
							if err != nil || d == nil {
								t.Fatal(err, reason)
							}
							checkLayout(t, d, grounded[theme])
							checkSVG(t, d)
							if len(d.Grid.Rows) < 12 || d.Charts != nil {
								t.Errorf("grid of %d rows, charts %v", len(d.Grid.Rows), d.Charts)
							}
							if gallery != "" && lang == "it" {
								base := filepath.Join(gallery, strings.ReplaceAll(c.name, " ", "_")+"-"+spec.ID+"-"+string(size)+"-"+string(theme))
								write(t, base+".png", d.PNG)
								write(t, base+".svg", d.SVG)
								write(t, base+".pdf", d.PDF)
							}
						})
					}
				}
			}
		}
	}
}
