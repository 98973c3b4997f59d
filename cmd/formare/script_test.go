package main

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/htmlindex"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"formare": func() {
			os.Exit(Do(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
		},
	})
}

// TestScripts runs the command line's stories: each file of testdata/script is one, named for what it
// guards.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":    exits,
			"treehash": treehash,
			"received": received,
			"truncate": truncateFile,
			"encrypt":  encryptFile,
			"mode600":  mode600,
			"svgonly":  svgOnly,
			"nopng":    noPNG,
			"oldexcel": oldExcelFile,
			"recode":   recodeFile,
			"zipped":   zipFiles,
		},
	})
}

// exits CODE formare ARG…: runs a program and checks its exit code; stdout and stderr can be looked at
// as after exec.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARG...")
	}
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// received FILE DAY: gives a file the day on which it came.
func received(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: received FILE DAY")
	}
	day, err := time.Parse(time.DateOnly, args[1])
	ts.Check(err)
	ts.Check(os.Chtimes(ts.MkAbs(args[0]), day, day))
}

// treehash DIR FILE: writes the names and hashes of all files under DIR into FILE, to compare two states.
func treehash(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: treehash DIR FILE")
	}
	root := ts.MkAbs(args[0])
	var b strings.Builder
	ts.Check(filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		fmt.Fprintf(&b, "%x %s\n", sha256.Sum256(raw), filepath.ToSlash(rel))
		return err
	}))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o644))
}

// truncate FILE: leaves the first half of a file.
func truncateFile(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	info, err := os.Stat(path)
	ts.Check(err)
	ts.Check(os.Truncate(path, info.Size()/2))
}

// encrypt FROM TO PASSWORD: writes a copy of a workbook that needs a password.
func encryptFile(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: encrypt FROM TO PASSWORD")
	}
	raw, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	locked, err := excelize.Encrypt(raw, &excelize.Options{Password: args[2]})
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), locked, 0o644))
}

// mode600 DIR: checks that the workbooks under DIR are their owner's alone to read, and that there are some.
func mode600(ts *testscript.TestScript, _ bool, args []string) {
	n := 0
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".xlsx" {
			return err
		}
		n++
		info, err := d.Info()
		if err == nil && info.Mode().Perm() != 0o600 {
			err = fmt.Errorf("%s can be read by others: %v", path, info.Mode())
		}
		return err
	}))
	if n == 0 {
		ts.Fatalf("no workbook under %s", args[0])
	}
}

// oldexcel FILE: writes what the head of a workbook of Excel 4 looks like.
func oldExcelFile(ts *testscript.TestScript, _ bool, args []string) {
	raw := make([]byte, 4096)
	copy(raw, "\x09\x04\x06\x00\x00\x04\x10\x00")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), raw, 0o644))
}

// recode FROM ENCODING TO: writes a copy of a text in another encoding.
func recodeFile(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: recode FROM ENCODING TO")
	}
	raw, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	enc, err := htmlindex.Get(args[1])
	ts.Check(err)
	raw, err = enc.NewEncoder().Bytes(raw)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), raw, 0o644))
}

// zipped ARCHIVE NAME=FILE...: puts files into an archive.
func zipFiles(ts *testscript.TestScript, _ bool, args []string) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, arg := range args[1:] {
		name, file, _ := strings.Cut(arg, "=")
		raw, err := os.ReadFile(ts.MkAbs(file))
		ts.Check(err)
		w, err := z.Create(name)
		ts.Check(err)
		_, err = w.Write(raw)
		ts.Check(err)
	}
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), buf.Bytes(), 0o644))
}

// nopng PROJECT: has the project draw its figures once, without the pictures that take longest to make.
func noPNG(ts *testscript.TestScript, _ bool, args []string) {
	addFigures(ts, args, "figures: {sizes: [slide], formats: [svg, pdf]}")
}

// svgonly PROJECT: has the project draw its figures once, as SVG, and make no documents: stories that are not
// about figures are told faster.
func svgOnly(ts *testscript.TestScript, _ bool, args []string) {
	addFigures(ts, args, "figures: {sizes: [slide], formats: [svg], documents: []}")
}

func addFigures(ts *testscript.TestScript, args []string, look string) {
	if len(args) != 1 {
		ts.Fatalf("one project is wanted")
	}
	path := filepath.Join(ts.MkAbs(args[0]), "formare.yaml")
	raw, err := os.ReadFile(path)
	ts.Check(err)
	ts.Check(os.WriteFile(path, append(raw, "\n"+look+"\n"...), 0o644))
}
