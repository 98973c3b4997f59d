//go:build cgo

package engine_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"formare/internal/engine"
	"formare/internal/normalise"
	"formare/internal/table"
)

// TestMemory follows a table of many files through runs that add, change and remove files, and through a
// memory that is damaged, cut short or of no use: what a query gives always follows from the files.
func TestMemory(t *testing.T) {
	dir := t.TempDir()
	memory := filepath.Join(dir, "memory.duckdb")
	var files []string
	put := func(i, rows int) {
		b := table.NewBatch(nil, fmt.Sprintf("source%04d", i), "anci")
		defer b.Release()
		for row := range rows {
			check(t, b.AddCourse(&normalise.Course{Place: normalise.Place{Sheet: "A", Row: row + 1}, Course: fmt.Sprintf("anci/%d-%d", i, row)}))
		}
		var out bytes.Buffer
		check(t, b.WriteTable(table.Courses, &out))
		path := filepath.Join(dir, fmt.Sprintf("it's [%04d].parquet", i))
		if i >= len(files) {
			files = append(files, path)
		}
		check(t, os.WriteFile(path, out.Bytes(), 0o644))
	}
	total := func() string {
		t.Helper()
		db, err := engine.Open(context.Background(), engine.Options{
			Tables: map[string][]string{table.Courses: files}, TempDir: dir, Keep: true, Memory: memory})
		check(t, err)
		defer func() { check(t, db.Close()) }()
		_, rows, err := db.Rows(context.Background(), "SELECT count(*), count(DISTINCT course), min(course), max(course) FROM courses")
		check(t, err)
		return strings.TrimSpace(fmt.Sprintln(rows[0]...))
	}
	want := func(when, want string) {
		t.Helper()
		if got := total(); got != want {
			t.Errorf("%s: %s, want %s", when, got, want)
		}
	}
	for i := range 205 {
		put(i, 2)
	}
	want("at first", "410 410 anci/0-0 anci/99-1")
	want("again", "410 410 anci/0-0 anci/99-1")
	put(205, 3)
	want("one file more", "413 413 anci/0-0 anci/99-1")
	put(99, 5)
	want("one file changed", "416 416 anci/0-0 anci/99-4")
	first := files[0]
	files = files[1:]
	want("one file gone", "414 414 anci/1-0 anci/99-4")
	files = append(files, first)
	raw, err := os.ReadFile(memory)
	check(t, err)
	for name, content := range map[string][]byte{
		"cut short": raw[:len(raw)/2], "empty": nil, "something else": []byte("SQLite format 3"), "damaged": damage(raw),
	} {
		check(t, os.WriteFile(memory, content, 0o644))
		want("a memory that is "+name, "416 416 anci/0-0 anci/99-4")
	}
	files = files[:100]
	want("few files", "203 203 anci/1-0 anci/99-4")
	if _, err := os.Stat(memory); err == nil {
		t.Error("few files leave a memory behind")
	}
}

// damage turns some bits over in every block.
func damage(raw []byte) []byte {
	bad := bytes.Clone(raw)
	for i := 5000; i < len(bad); i += 10_000 {
		bad[i] ^= 0xff
	}
	return bad
}
