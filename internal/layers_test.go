package internal_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// floors lists the house from the bottom up: a package may import those of the floors below its own,
// never one of its own floor or above. Data flows from the first reading floors to the last publishing
// ones through pipeline alone, so that each package can be understood, tested and replaced by itself.
var floors = [][]string{
	{"data"},
	{"internal/text", "internal/typo", "internal/revision"},
	{"internal/finding", "internal/config", "internal/territory", "internal/boundary", "internal/workbook", "internal/store", "internal/sample", "internal/unseen", "internal/siege"},
	{"internal/register", "internal/indicator", "internal/annotate"},
	{"internal/normalise", "internal/disclosure"},
	{"internal/identity", "internal/figure", "internal/template"},
	{"internal/table"},
	{"internal/engine", "internal/change", "internal/report/readable"},
	{"internal/report", "internal/report/tables", "internal/report/page", "internal/report/deck"},
	{"pipeline"},
	{"cmd/formare", "scripts/bench"},
}

// owners are the only packages that may know a library.
var owners = map[string][]string{
	"github.com/xuri/excelize/v2":      {"internal/workbook", "internal/sample", "internal/unseen", "internal/report", "internal/report/tables", "internal/report/deck", "internal/annotate", "internal/template", "scripts/bench"},
	"github.com/apache/arrow/go/v15":   {"internal/table", "scripts/bench"},
	"github.com/duckdb/duckdb-go/v2":   {"internal/engine"},
	"gonum.org/v1/plot":                {"internal/figure"},
	"github.com/spf13/cobra":           {"cmd/formare"},
	"github.com/schollz/progressbar":   {"cmd/formare"},
	"github.com/goccy/go-yaml":         {"internal/config", "internal/text", "internal/indicator", "internal/register", "internal/normalise", "internal/figure", "internal/territory", "internal/revision"},
	"github.com/paulmach/orb":          {"internal/boundary", "internal/figure"},
	"database/sql":                     {"internal/engine"},
	"codeberg.org/go-fonts/liberation": {"internal/figure"},
}

func TestLayers(t *testing.T) {
	floorOf := map[string]int{}
	for i, floor := range floors {
		for _, pkg := range floor {
			floorOf["formare/"+pkg] = i
		}
	}
	for _, pkg := range listPackages(t) {
		name := pkg.ImportPath
		if name == "formare/internal" {
			continue // this test's own folder
		}
		at, known := floorOf[name]
		if !known {
			t.Errorf("%s stands on no floor: say where it belongs in this test, and in ARCHITECTURE.md", name)
			continue
		}
		for _, imp := range pkg.Imports {
			if below, ours := floorOf[imp]; ours && below >= at {
				t.Errorf("%s (floor %d) imports %s (floor %d): data flows down one way", name, at, imp, below)
			}
			for lib, allowed := range owners {
				if (imp == lib || strings.HasPrefix(imp, lib+"/")) && !slices.Contains(allowed, strings.TrimPrefix(name, "formare/")) {
					t.Errorf("%s imports %s, which only %v may know", name, imp, allowed)
				}
			}
		}
	}
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func listPackages(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "formare/...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var pkgs []goPackage
	dec := json.NewDecoder(bytes.NewReader(out))
	for {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return pkgs
		} else if err != nil {
			t.Fatal(err)
		}
		pkgs = append(pkgs, p)
	}
}
