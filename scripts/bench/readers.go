//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// readers measures all readers on a workbook or a folder of workbooks, after each has shown that it finds
// the same rows, cells and values.
func (b *bench) readers(title, path string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	python := func(name string) []string { return []string{b.python(), "scripts/bench/peers.py", name} }
	list := []*contender{
		{name: "formare → Arrow", argv: []string{self, "arrow"}},
		{name: "inflating alone", argv: []string{self, "inflate"}},
		{name: "fastexcel → Arrow", argv: python("fastexcel")},
		{name: "polars.read_excel", argv: python("polars")},
		{name: "python-calamine", argv: python("calamine")},
		{name: "excelize, raw rows", argv: []string{self, "excelize"}, slow: true},
		{name: "pandas + openpyxl", argv: python("pandas"), slow: true},
	}
	if r, err := exec.LookPath("Rscript"); err == nil && exec.Command(r, "-e", "library(readxl)").Run() == nil {
		list = append(list, &contender{name: "readxl", argv: []string{r, "scripts/bench/readxl.R"}, slow: true})
	} else {
		fmt.Println("readxl is not here (Debian: r-cran-readxl)")
	}
	first := ""
	for _, c := range list {
		if c.name == "inflating alone" {
			continue // it sees no cells
		}
		_, out, err := once(append(c.argv, path, "check"))
		if err != nil {
			return err
		}
		found := strings.TrimSpace(string(out))
		if first == "" {
			first = found
			fmt.Println("\nrows, cells, checksum:", found)
		}
		if found != first {
			return fmt.Errorf("%s finds %s in %s, not %s", c.name, found, path, first)
		}
	}
	for _, c := range list {
		c.argv = append(c.argv, path)
	}
	if err := turns(list, b.rounds); err != nil {
		return err
	}
	report(title, list)
	return nil
}
