package figure_test

import (
	"encoding/csv"
	"io/fs"
	"strconv"
	"strings"
	"testing"
	"time"

	"formare/data"
	"formare/internal/disclosure"
	"formare/internal/figure"
	"formare/internal/indicator"
	"formare/internal/text"
)

// small and protected stand for values that disclosure took away; about rounds one.
type hidden disclosure.Mark

type about float64

const (
	small = hidden(disclosure.Small)
	prot  = hidden(disclosure.Protected)
)

// build makes a table out of columns and rows of Go values: nil is null.
func build(id string, columns string, rows ...[]any) *disclosure.Table {
	t := &disclosure.Table{MinCell: 5}
	t.ID = id
	for _, name := range strings.Fields(columns) {
		name, kind, _ := strings.Cut(name, ":")
		k := map[string]indicator.Kind{"": indicator.Text, "n": indicator.Integer, "r": indicator.Real, "d": indicator.Date, "m": indicator.Month}[kind]
		t.Columns = append(t.Columns, indicator.Column{Name: name, Kind: k})
	}
	for _, row := range rows {
		values, marks := make([]indicator.Value, len(row)), make([]disclosure.Mark, len(row))
		for i, v := range row {
			switch v := v.(type) {
			case nil:
			case string:
				values[i] = indicator.Value{Valid: true, Text: v}
			case int:
				values[i] = indicator.Value{Valid: true, Num: float64(v)}
			case float64:
				values[i] = indicator.Value{Valid: true, Num: v}
			case about:
				values[i], marks[i] = indicator.Value{Valid: true, Num: float64(v)}, disclosure.Rounded
			case hidden:
				// A careless caller may leave a number behind a mark: it must not be drawn either.
				values[i], marks[i] = indicator.Value{Valid: true, Num: 987654}, disclosure.Mark(v)
			}
		}
		t.Rows, t.Marks = append(t.Rows, values), append(t.Marks, marks)
	}
	return t
}

func months(first string, n int) []string {
	t, _ := time.Parse("2006-01", first)
	var all []string
	for i := range n {
		all = append(all, t.AddDate(0, i, 0).Format("2006-01"))
	}
	return all
}

func records(t testing.TB, name string) [][]string {
	t.Helper()
	f, err := data.FS.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// context is the invented programme that the figures tell of.
func context(t testing.TB, lang string) figure.Context {
	t.Helper()
	cat, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	c := figure.Context{
		Lang: cat, ProgrammeName: "Formare per integrare", Region: "Umbria",
		FirstMonth: "2017-04", LastMonth: "2018-03", ReportMonth: "2018-03",
		Sample: true, ResidentsYear: 2018, MinCell: 5,
		Targets:     map[string]float64{"participants": 700},
		BeforeMonth: "2018-02", Before: []figure.Earlier{
			{Measure: "participants", Value: 678}, {Measure: "interventions", Value: 77}, {Measure: "hours_delivered", Value: 915.5},
			{Measure: "services", Value: 130}, {Measure: "comuni_covered", Value: 71}, {Measure: "zones_covered", Value: 12}, {Measure: "enrolments", Value: 909},
		},
		Areas: []figure.Area{
			{ID: "istruzione", Label: "Istruzione"}, {ID: "socio-sanitaria", Label: "Socio-sanitaria"},
			{ID: "amministrativa", Label: "Amministrativa"}, {ID: "interculturale", Label: "Comunicazione interculturale"},
			{ID: "giuridica", Label: "Giuridica"},
		},
		Partners: []figure.Partner{
			{ID: "regione", Name: "Regione Umbria"}, {ID: "anci", Name: "Anci Umbria"}, {ID: "felcos", Name: "Felcos Umbria"},
			{ID: "alisei", Name: "Alisei"}, {ID: "aris", Name: "Aris"}, {ID: "csc", Name: "Credito senza confini"},
		},
	}
	zones := map[string]string{}
	for _, r := range records(t, "reference/zone_sociali.csv") {
		zones[r[0]] = r[1]
	}
	zoneOf := map[string]string{}
	for _, r := range records(t, "reference/comuni.csv") {
		zoneOf[r[0]] = zones[r[4]]
	}
	labels := map[string][]string{}
	for _, r := range records(t, "reference/tile_labels.csv") {
		labels[r[0]] = r
	}
	for _, r := range records(t, "reference/tiles.csv") {
		col, _ := strconv.Atoi(r[1])
		row, _ := strconv.Atoi(r[2])
		l := labels[r[0]]
		c.Tiles = append(c.Tiles, figure.Tile{ISTAT: r[0], Col: col, Row: row, Label: l[1], Name: l[2], Zone: zoneOf[r[0]]})
	}
	return c
}

func specs(t testing.TB) []figure.Spec {
	t.Helper()
	all, err := figure.LoadSpecs(fs.FS(data.FS))
	if err != nil {
		t.Fatal(err)
	}
	return all
}
