//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// peers are the packages that are installed into a virtual environment of the bench's own.
var peers = []string{"python-calamine", "fastexcel", "polars", "pandas", "openpyxl", "xlsxwriter", "pyarrow", "duckdb", "matplotlib"}

func (b *bench) python() string { return b.path("peers", "bin", "python") }

// install makes the environment once; the package index is the one that pip is set up for.
func (b *bench) install() error {
	if _, err := os.Stat(b.path("peers", "installed")); err == nil {
		return nil
	}
	if err := show("python3", "-m", "venv", b.path("peers")); err != nil {
		return fmt.Errorf("python3 with venv is needed for the peers: %w", err)
	}
	if err := show(b.python(), append([]string{"-m", "pip", "install", "--quiet", "--disable-pip-version-check"}, peers...)...); err != nil {
		return err
	}
	return os.WriteFile(b.path("peers", "installed"), nil, 0o644)
}

// makeFiles writes the workbooks with xlsxwriter, which is neither ours nor a peer's.
func (b *bench) makeFiles(rows, small int) error {
	return show(b.python(), "scripts/bench/make.py", b.dir, fmt.Sprint(rows), fmt.Sprint(small))
}

// describe tells what is measured on what.
func (b *bench) describe() {
	cpu := "unknown processor"
	if raw, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		if _, rest, ok := strings.Cut(string(raw), "model name\t: "); ok {
			cpu, _, _ = strings.Cut(rest, "\n")
		}
	}
	load := ""
	if raw, err := os.ReadFile("/proc/loadavg"); err == nil {
		load = ", load " + strings.Join(strings.Fields(string(raw))[:3], " ")
	}
	fmt.Printf("%d cores, %s, %s%s\n", runtime.NumCPU(), cpu, runtime.Version(), load)
	if out, err := exec.Command(b.python(), "-m", "pip", "list", "--disable-pip-version-check", "--format=freeze").Output(); err == nil {
		var kept []string
		for _, line := range strings.Fields(string(out)) {
			name, _, _ := strings.Cut(line, "==")
			for _, p := range peers {
				if strings.EqualFold(strings.ReplaceAll(name, "_", "-"), p) {
					kept = append(kept, strings.Replace(line, "==", " ", 1))
				}
			}
		}
		fmt.Println(strings.Join(kept, ", "))
	}
}

func show(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	return cmd.Run()
}
