//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
)

// clean are the partners whose registers the analyst's script reads. Problems are planted in the sample's
// first unit only, so what comes from the others ("-sede002" and on) is clean.
var clean = []string{"alisei", "anci", "csc", "regione"}

// compared are the headline numbers that the two must agree on. Services are not: the script takes every
// spelling for one of its own.
var compared = []string{"interventions", "hours_delivered", "participants", "comuni_covered", "enrolments", "person_hours"}

// job measures the whole job on the clean part of the sample, ours and the analyst's.
func (b *bench) job(scale int) error {
	project, out := b.path(fmt.Sprintf("job-%d", scale)), b.path("analyst")
	if _, err := os.Stat(project); err != nil {
		if err := show(b.formare, "sample", project, "--scale", fmt.Sprint(scale), "--quiet"); err != nil {
			return err
		}
	}
	files, err := keepClean(filepath.Join(project, "data", "inbox"))
	if err != nil {
		return err
	}
	forget := func() error {
		for _, name := range []string{"data/tables", "data/ledger.json", "data/disclosure.json", "data/.memory.duckdb", "reports"} {
			if err := os.RemoveAll(filepath.Join(project, name)); err != nil {
				return err
			}
		}
		return os.RemoveAll(out)
	}
	list := []*contender{
		{name: "formare run", argv: []string{b.formare, "run", "--json", "--project", project}, ready: forget},
		{name: "the analyst's script", argv: []string{b.python(), "scripts/bench/analyst.py", filepath.Join(project, "data", "inbox"), out}, ready: forget},
		{name: "formare run, nothing new", argv: []string{b.formare, "run", "--json", "--project", project}},
	}
	if err := sameHeadline(list[0], list[1]); err != nil {
		return err
	}
	// The third follows a run of the first in each round: the analyst's has no use for what that one left.
	order := []*contender{list[1], list[0], list[2]}
	if err := turns(order, min(b.rounds, 3)); err != nil {
		return err
	}
	report(fmt.Sprintf("the whole job on %d clean workbooks", files), list)
	return nil
}

// keepClean removes what the script cannot read, and counts what stays.
func keepClean(inbox string) (kept int, err error) {
	err = filepath.WalkDir(inbox, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(inbox, path)
		if err != nil {
			return err
		}
		for _, partner := range clean {
			if strings.HasPrefix(rel, partner+string(filepath.Separator)) && strings.Contains(filepath.Base(rel), "-sede") {
				kept++
				return nil
			}
		}
		return os.Remove(path)
	})
	return kept, err
}

// sameHeadline runs both once and compares what they count.
func sameHeadline(ours, theirs *contender) error {
	if err := ours.ready(); err != nil {
		return err
	}
	_, raw, err := once(ours.argv)
	if err != nil {
		return err
	}
	var result struct {
		Headline []struct {
			Name  string   `json:"measure"`
			Value *float64 `json:"value"`
		} `json:"headline"`
	}
	if err := json.Unmarshal(raw, &result); err != nil {
		return err
	}
	numbers := map[string]float64{}
	for _, m := range result.Headline {
		if m.Value != nil {
			numbers[m.Name] = *m.Value
		}
	}
	if _, raw, err = once(theirs.argv); err != nil {
		return err
	}
	var script map[string]float64
	if err := json.Unmarshal(raw, &script); err != nil {
		return err
	}
	fmt.Println()
	for _, name := range compared {
		fmt.Printf("%s: %v and %v\n", name, numbers[name], script[name])
		near := 1e-6
		if name == "participants" { // it takes people of one name and birth date for one, whatever their codice fiscale
			near = 1e-3
		}
		if math.Abs(numbers[name]-script[name]) > near*math.Abs(numbers[name]) {
			err = fmt.Errorf("the two differ in %s: %v and %v", name, numbers[name], script[name])
		}
	}
	return err
}
