//go:build unix

// Command bench measures how fast workbooks become tables, against the readers that people use in our
// place, the drawing of figures against matplotlib, and the whole job against a script as a good analyst would
// write it. It makes the files, installs the others into a folder of its own, refuses readers that do not find
// the same cells, and prints medians of whole processes, run in turns.
//
//	go run ./scripts/bench -formare bin/formare
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	dir := flag.String("dir", ".tools/bench", "folder for files, peers and results")
	formare := flag.String("formare", "bin/formare", "the program, for the whole job")
	rounds := flag.Int("rounds", 5, "runs of each reader; slow ones run once")
	rows := flag.Int("rows", 200_000, "rows of the big workbook")
	small := flag.Int("small", 1440, "number of small workbooks")
	scale := flag.Int("scale", 30, "of the sample that the whole job is done on")
	part := flag.String("part", "", "readers, figures or job alone; all of them if empty")
	flag.Parse()
	if flag.NArg() > 1 { // this process is one of those that are measured
		os.Exit(tell(readAs(flag.Arg(0), flag.Args()[1:])))
	}
	b := &bench{dir: *dir, formare: *formare, rounds: *rounds}
	os.Exit(tell(b.run(*part, *rows, *small, *scale)))
}

func tell(err error) int {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		return 1
	}
	return 0
}

// bench is one call: where its files lie and how often it measures.
type bench struct {
	dir, formare string
	rounds       int
}

func (b *bench) path(names ...string) string {
	return filepath.Join(append([]string{b.dir}, names...)...)
}

func (b *bench) run(part string, rows, small, scale int) error {
	if err := os.MkdirAll(b.dir, 0o755); err != nil {
		return err
	}
	if err := b.install(); err != nil {
		return err
	}
	b.describe()
	parts := []struct {
		name string
		run  func() error
	}{
		{"readers", func() error { return b.reading(rows, small) }},
		{"figures", b.figures},
		{"job", func() error { return b.job(scale) }},
	}
	known := part == ""
	for _, p := range parts {
		if part != "" && part != p.name {
			continue
		}
		known = true
		if err := p.run(); err != nil {
			return err
		}
	}
	if !known {
		return fmt.Errorf("no part %q", part)
	}
	return nil
}

// reading measures the readers, on one big workbook and on many small ones.
func (b *bench) reading(rows, small int) error {
	if err := b.makeFiles(rows, small); err != nil {
		return err
	}
	if err := b.readers(fmt.Sprintf("one workbook of %d rows × 18 columns", rows), b.path(fmt.Sprintf("big-%d.xlsx", rows))); err != nil {
		return err
	}
	return b.readers(fmt.Sprintf("%d workbooks of 30 rows × 18 columns, in one process", small), b.path(fmt.Sprintf("small-%d", small)))
}
