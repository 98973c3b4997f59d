//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// A drawing tells how many files of figures were made, and in how many seconds.
type drawing struct {
	Files   int     `json:"files"`
	Seconds float64 `json:"seconds"`
}

// figures measures the drawing of all figures in both cuts and three formats, ours against matplotlib's of
// the same tables, in turns. The two do not draw the same number of figures, so the seconds are those of a file.
func (b *bench) figures() error {
	project, out := b.path("figures"), b.path("matplotlib")
	if err := os.RemoveAll(project); err != nil {
		return err
	}
	if err := show(b.formare, "sample", project, "--quiet"); err != nil {
		return err
	}
	var ours, theirs []drawing
	for range b.rounds {
		d, data, err := b.draw(project)
		if err != nil {
			return err
		}
		ours = append(ours, d)
		_, raw, err := once([]string{b.python(), "scripts/bench/figures.py", data, out})
		if err != nil {
			return err
		}
		d = drawing{}
		if err := json.Unmarshal(raw, &d); err != nil {
			return err
		}
		theirs = append(theirs, d)
	}
	a, z := middle(ours), middle(theirs)
	fmt.Printf("\ndrawing all figures as SVG, PNG and PDF\n")
	fmt.Printf("  formare     %3d files in %6.2f s, %6.1f ms a file\n", a.Files, a.Seconds, 1000*a.Seconds/float64(a.Files))
	fmt.Printf("  matplotlib  %3d files in %6.2f s, %6.1f ms a file, %.1f ×\n", z.Files, z.Seconds, 1000*z.Seconds/float64(z.Files),
		z.Seconds/float64(z.Files)/(a.Seconds/float64(a.Files)))
	return nil
}

// draw makes the report anew and tells what its figures took, and where its data lie.
func (b *bench) draw(project string) (d drawing, data string, err error) {
	if err := os.RemoveAll(filepath.Join(project, "reports")); err != nil {
		return d, "", err
	}
	_, raw, err := once([]string{b.formare, "run", "--json", "--project", project})
	if err != nil {
		return d, "", err
	}
	var result struct {
		Reports string `json:"reports"`
		Stages  []struct {
			Name    string  `json:"name"`
			Seconds float64 `json:"seconds"`
		} `json:"stages"`
	}
	if err := json.Unmarshal(raw, &result); err != nil {
		return d, "", err
	}
	for _, s := range result.Stages {
		if s.Name == "figures" {
			d.Seconds = s.Seconds
		}
	}
	for _, form := range []string{"svg", "png", "pdf"} {
		files, err := filepath.Glob(filepath.Join(result.Reports, "figures", "*."+form))
		if err != nil {
			return d, "", err
		}
		d.Files += len(files)
	}
	if d.Files == 0 {
		return d, "", fmt.Errorf("no figures in %s", result.Reports)
	}
	return d, filepath.Join(result.Reports, "data"), nil
}

// middle is the drawing of median time.
func middle(list []drawing) drawing {
	slices.SortFunc(list, func(a, b drawing) int { return int(1e6 * (a.Seconds - b.Seconds)) })
	return list[len(list)/2]
}
