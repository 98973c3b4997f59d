package figure_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"formare/internal/disclosure"
)

func tables(t testing.TB) map[string]*disclosure.Table {
	return map[string]*disclosure.Table{
		"headline": headline(), "reach_by_month": reach(), "reach_by_comune": byComune(t), "coverage_by_zone": coverage(),
		"area_by_zone":  areaByZone(),
		"learning_gain": learningGain(), "inequality": inequality(), "targets": targets(),
		"services_by_kind": servicesByKind(), "profile_role": profileRole(),
		"completion_by_area": completionByArea(), "profile_gender_age": profileGenderAge(), "satisfaction": satisfaction(),
		"partner_by_month": partnerByMonth(), "course_calendar": calendar(81),
	}
}

func headline() *disclosure.Table {
	return build("headline", "measure value:r target:r",
		[]any{"interventions", 81, 80}, []any{"hours_delivered", 960.0, 900}, []any{"participants", 722, 700},
		[]any{"services", 134, 120}, []any{"comuni_covered", 71, 75}, []any{"coverage", 71.0 / 92, nil},
		[]any{"zones_covered", 12, 12}, []any{"months_active", 12, nil}, []any{"enrolments", 912, nil})
}

func reach() *disclosure.Table {
	sum := 0
	var rows [][]any
	for i, n := range []int{38, 61, 74, 52, 19, 66, 88, 94, 47, 68, 71, 44} {
		sum += n
		rows = append(rows, []any{months("2017-04", 12)[i], n, n + 20, sum, 700})
	}
	return build("reach_by_month", "month:m new:n active:n cumulative:n target:n", rows...)
}

func byComune(t testing.TB) *disclosure.Table {
	values := map[string]any{}
	set := func(labels string, from, step int) {
		for i, l := range strings.Fields(labels) {
			values[l] = from + i*step
		}
	}
	for l, n := range map[string]int{"PG": 107, "TR": 75, "Mar": 31, "Fol": 27, "CdC": 26, "Gub": 25, "Ass": 23, "Bas": 21} {
		values[l] = n
	}
	set("Umb GTa CdL Mag Cor Der CdP Orv", 12, 1)
	set("Tod Spo Ame Nar", 10, 2)
	set("SGi Pas Vfa Tor Noc", 5, 1)
	set("Pan Spe Mfa Tre Nor", 5, 1)
	set("Bsc Avi SGe Mcs Str Arr", 5, 0)
	set("MST Cos Lis Vto MOr Sel Pre All Fic Par Cam Cer VNe Pog SAn Scn Alv Fer Pol Gio Pen", 0, 0)
	label := map[string]string{}
	for _, r := range records(t, "reference/tile_labels.csv") {
		label[r[0]] = r[1]
	}
	var rows [][]any
	for _, r := range records(t, "reference/comuni.csv") {
		v, ok := values[label[r[0]]]
		if !ok {
			v = small
		}
		residents, _ := strconv.Atoi(r[5])
		rows = append(rows, []any{r[0], r[1], r[4], v, nil, residents})
	}
	return build("reach_by_comune", "istat_code name zone participants:n per_10k_residents:r residents:n", rows...)
}

var zoneNames = []string{
	"Media Valle del Tevere", "Trasimeno", "Assisi", "Perugia", "Gubbio - Gualdo Tadino", "Foligno", "Narni",
	"Alta Valle del Tevere", "Terni", "Spoleto", "Orvieto", "Valnerina",
}

func coverage() *disclosure.Table {
	comuni := []int{8, 8, 5, 3, 6, 9, 12, 8, 8, 4, 12, 9}
	covered := []int{8, 8, 5, 3, 5, 7, 9, 6, 6, 3, 8, 3}
	people := []int{80, 58, 57, 128, 52, 64, 52, 61, 100, 24, 32, 14}
	rate := []float64{13.9, 10.1, 9.2, 6.6, 9.6, 6.5, 10.0, 8.0, 7.6, 5.1, 7.8, 11.8}
	var rows [][]any
	for i, z := range zoneNames {
		rows = append(rows, []any{z, comuni[i], covered[i], float64(covered[i]) / float64(comuni[i]), people[i], rate[i], 50000})
	}
	return build("coverage_by_zone", "zone comuni:n covered:n share:r participants:n per_10k_residents:r residents:n", rows...)
}

var areaIDs = []string{"socio-sanitaria", "istruzione", "amministrativa", "interculturale", "giuridica"}

func areaByZone() *disclosure.Table {
	zones := []string{
		"Perugia", "Terni", "Media Valle del Tevere", "Foligno", "Alta Valle del Tevere", "Trasimeno", "Assisi",
		"Gubbio - Gualdo Tadino", "Narni", "Orvieto", "Spoleto", "Valnerina",
	}
	people := []int{128, 100, 80, 64, 61, 58, 57, 52, 52, 32, 24, 14}
	cells := [][]any{
		{20, 32, 21, 20, 11}, {49, 32, 41, 14, 13}, {25, 25, 20, 12, 12}, {26, 23, 17, 14, 6}, {12, 18, 16, 16, 9},
		{35, 11, 6, 9, 14}, {24, 12, 17, 6, 6}, {15, 14, 11, 16, small}, {14, 10, 12, 7, small}, {10, 9, 8, 10, small},
		{prot, prot, small, prot, small}, {small, small, prot, small, small},
	}
	var rows [][]any
	for i, z := range zones {
		for k, a := range areaIDs {
			rows = append(rows, []any{a, z, cells[i][k], nil})
		}
		rows = append(rows, []any{nil, z, people[i], nil})
	}
	for k, a := range areaIDs {
		rows = append(rows, []any{a, nil, []int{240, 201, 180, 133, 84}[k], nil})
	}
	return build("area_by_zone", "area zone participants:n hours:r", rows...)
}

func partnerByMonth() *disclosure.Table {
	all := map[string][]int{
		"anci": {1, 1, 4, 0, 0, 2, 0, 2, 1, 3, 2, 2}, "csc": {1, 1, 0, 1, 1, 0, 1, 2, 1, 2, 4, 1},
		"alisei": {1, 4, 1, 0, 0, 0, 3, 0, 1, 2, 0, 2}, "felcos": {0, 0, 1, 3, 1, 3, 1, 3, 1, 0, 0, 0},
		"aris": {0, 0, 2, 1, 1, 2, 2, 1, 1, 1, 1, 0}, "regione": {1, 0, 0, 0, 1, 0, 2, 2, 1, 0, 1, 1},
	}
	var rows [][]any
	for _, p := range []string{"anci", "csc", "alisei", "felcos", "aris", "regione"} {
		for i, n := range all[p] {
			rows = append(rows, []any{p, months("2017-04", 12)[i], n, 12 * n, 9 * n})
		}
	}
	return build("partner_by_month", "partner month:m interventions:n hours:r participants:n", rows...)
}

// calendar scatters courses over the twelve months by a fixed rule.
func calendar(n int) *disclosure.Table {
	share := []int{22, 41, 59, 72, 81}
	first, _ := time.Parse(time.DateOnly, "2017-04-03")
	var rows [][]any
	for i := range n {
		area := 0
		for i*81/n >= share[area] {
			area++
		}
		start := first.AddDate(0, 0, (i*i*37+i*53)%352)
		if start.Month() == time.August && i%3 != 0 {
			start = start.AddDate(0, 0, 40)
		}
		length := []int{0, 6, 0, 24, 2, 34, 10, 0, 17}[i*7%9]
		end := start.AddDate(0, 0, length)
		rows = append(rows, []any{
			fmt.Sprintf("p/%04d", i), "anci", areaIDs[area], start.Format(time.DateOnly), end.Format(time.DateOnly), 12.0, 9,
		})
	}
	return build("course_calendar", "course partner area start_date:d end_date:d hours:r participants:n", rows...)
}
