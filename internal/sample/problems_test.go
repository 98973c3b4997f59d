package sample

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// every rule that the sample must break at least once, whatever its seed.
var planted = words(`area-unknown cell-error cf-disagrees cf-invalid cf-provisional cf-repaired choice-unknown column-hidden
comune-from-place comune-outside-region comune-repaired comune-unknown course-outside-period date-end-before-start
date-invalid enrolment-disagreement enrolment-duplicated formula-without-value hours-invalid hours-over-planned outcome-unknown
person-unlinked row-example row-hidden row-without-person sheet-hidden sheet-without-register source-duplicate source-empty
source-outside-period source-superseded text-repaired`)

func TestProblemsStandWhereTheTruthSays(t *testing.T) {
	for _, seed := range []uint64{1, 2, 3, 4, 5, 6} {
		dir, _ := make1(t, Options{Seed: seed})
		seen := map[string]bool{}
		for _, p := range read(t, dir, "problems") {
			seen[p["rule"]] = true
			checkProblem(t, dir, p)
		}
		for _, rule := range planted {
			if !seen[rule] {
				t.Errorf("seed %d: no %s was planted", seed, rule)
			}
		}
	}
}

func checkProblem(t *testing.T, dir string, p map[string]string) {
	t.Helper()
	f, err := excelize.OpenFile(filepath.Join(dir, "data", "inbox", filepath.FromSlash(p["file"])))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if p["sheet"] != "" && !slices.Contains(f.GetSheetList(), p["sheet"]) {
		t.Errorf("%s has no sheet %q", p["file"], p["sheet"])
		return
	}
	row, _ := strconv.Atoi(p["row"])
	switch p["rule"] {
	case "sheet-hidden":
		if visible, _ := f.GetSheetVisible(p["sheet"]); visible {
			t.Errorf("%s!%s is not hidden", p["file"], p["sheet"])
		}
	case "row-hidden":
		if visible, _ := f.GetRowVisible(p["sheet"], row); visible {
			t.Errorf("%s!%s row %d is not hidden", p["file"], p["sheet"], row)
		}
	case "column-hidden":
		col := strings.TrimRight(p["cell"], "0123456789")
		if visible, _ := f.GetColVisible(p["sheet"], col); visible {
			t.Errorf("%s!%s column %s is not hidden", p["file"], p["sheet"], col)
		}
	case "formula-without-value":
		formula, _ := f.GetCellFormula(p["sheet"], p["cell"])
		if got := raw(t, f, p); formula != p["value"] || got != "" {
			t.Errorf("%s!%s: formula %q with value %q", p["file"], p["cell"], formula, got)
		}
	default:
		if p["cell"] != "" && raw(t, f, p) != p["value"] {
			t.Errorf("%s!%s!%s holds %q, not %q (%s)", p["file"], p["sheet"], p["cell"], raw(t, f, p), p["value"], p["rule"])
		}
	}
}

func raw(t *testing.T, f *excelize.File, p map[string]string) string {
	t.Helper()
	v, err := f.GetCellValue(p["sheet"], p["cell"], excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	props, err := f.GetWorkbookProps()
	if err != nil {
		t.Fatal(err)
	}
	if n, err := strconv.Atoi(v); err == nil && props.Date1904 != nil && *props.Date1904 && strings.HasSuffix(p["field"], "_date") {
		v = strconv.Itoa(n + days1904)
	}
	return v
}

// Every row of the truth is the row of that person in the workbook.
func TestRowsAreWhereTheTruthSays(t *testing.T) {
	dir, sum := make1(t, Options{})
	surnames := map[string]string{}
	for _, p := range read(t, dir, "participants") {
		surnames[p["person"]] = capitals(p["surname"])
	}
	sheets := map[string][][]string{}
	n := 0
	for _, r := range read(t, dir, "rows") {
		at := r["file"] + "!" + r["sheet"]
		if sheets[at] == nil {
			f, err := excelize.OpenFile(filepath.Join(dir, "data", "inbox", filepath.FromSlash(r["file"])))
			if err != nil {
				t.Fatal(err)
			}
			if sheets[at], err = f.GetRows(r["sheet"]); err != nil {
				t.Fatal(err)
			}
			f.Close()
		}
		line, _ := strconv.Atoi(r["row"])
		if cells := capitals(strings.Join(sheets[at][line-1], "|")); !strings.Contains(cells, surnames[r["person"]]) {
			t.Errorf("%s row %d is not about %s", at, line, r["person"])
		}
		if r["active"] == "true" {
			n++
		}
	}
	if n != sum.Rows || n == 0 {
		t.Errorf("%d rows count, the summary says %d", n, sum.Rows)
	}
}
