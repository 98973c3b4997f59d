package pipeline_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"formare/internal/sample"
	"formare/internal/siege"
	"formare/pipeline"
)

// Every month's report of the sample is published, and all that they say in data/ is attacked together.
// Two months are enough to notice; FORMARE_SIEGE=1 does twelve, with two seeds.
func TestNoSmallCountIsRecovered(t *testing.T) {
	months, seeds := []string{"2017-09", "2018-03"}, []uint64{1}
	if os.Getenv("FORMARE_SIEGE") != "" {
		months = []string{"2017-04", "2017-05", "2017-06", "2017-07", "2017-08", "2017-09", "2017-10", "2017-11", "2017-12", "2018-01", "2018-02", "2018-03"}
		seeds = []uint64{1, 2}
	}
	for _, seed := range seeds {
		dir := filepath.Join(t.TempDir(), "sample")
		if _, err := sample.Generate(dir, sample.Options{Seed: seed, Scale: 1}); err != nil {
			t.Fatal(err)
		}
		settings, err := pipeline.LoadSettings(dir)
		if err != nil {
			t.Fatal(err)
		}
		settings.Figures.Formats = settings.Figures.Formats[:1]
		settings.Figures.Sizes = settings.Figures.Sizes[:1]
		settings.Figures.Documents = nil
		for _, month := range months {
			cfg := pipeline.Config{Project: dir, Settings: settings, Workers: 2, Month: month}
			if _, err := pipeline.Run(context.Background(), cfg, pipeline.Env{}); err != nil {
				t.Fatal(err)
			}
		}
		reports, err := siege.Load(filepath.Join(dir, "reports"), 5)
		if err != nil || len(reports) != len(months) {
			t.Fatalf("%d reports: %v", len(reports), err)
		}
		masked := maskedCells(t, filepath.Join(dir, "data", "disclosure.json"), len(months))
		for _, believing := range []bool{false, true} {
			r := siege.New(believing, masked)
			r.Reads(reports)
			got, small, err := r.Solve(5)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("seed %d, believing %v: %d of %d small counts recovered", seed, believing, len(got), small)
			if small < 100 {
				t.Errorf("only %d small counts: too few to tell", small)
			}
			for _, g := range got {
				t.Errorf("seed %d: %s", seed, g)
			}
		}
	}
}

// maskedCells reads which small counts were told as protected: who takes their label at its word goes
// wrong, and that is no recovery.
func maskedCells(t *testing.T, path string, months int) func(month, cell string) bool {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var pattern struct {
		Reports map[string]map[string]struct{ Masked bool }
	}
	if err := json.Unmarshal(raw, &pattern); err != nil {
		t.Fatal(err)
	}
	if len(pattern.Reports) != months {
		t.Errorf("the pattern knows %d reports of %d", len(pattern.Reports), months)
	}
	return func(month, cell string) bool { return pattern.Reports[month][cell].Masked }
}
