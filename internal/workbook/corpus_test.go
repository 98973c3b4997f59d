package workbook

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// corpus is where the workbooks of other projects' tests lie, beside the project.
const corpus = "../../../shared/corpus"

func corpusFiles(t *testing.T) []string {
	t.Helper()
	if _, err := os.Stat(corpus); err != nil {
		t.Skip("the corpus of foreign workbooks is not here:", corpus)
	}
	var files []string
	err := filepath.WalkDir(corpus, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasPrefix(strings.ToLower(filepath.Ext(path)), ".x") || strings.HasSuffix(path, ".ods") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

var kinds = []error{ErrNotWorkbook, ErrDamaged, ErrEncrypted, ErrUnsupported, ErrLimit}

// TestCorpusOpens reads every foreign workbook to its end, or to a clear error.
func TestCorpusOpens(t *testing.T) {
	outcomes := map[string]int{}
	for _, path := range corpusFiles(t) {
		start := time.Now()
		cells, err := readAll(path)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v", path, took)
		}
		outcome := "read"
		if err != nil {
			i := slices.IndexFunc(kinds, func(kind error) bool { return errors.Is(err, kind) })
			if i < 0 {
				t.Errorf("%s: an error of no kind: %v", path, err)
				continue
			}
			outcome = kinds[i].Error()
			if ext := filepath.Ext(path); ext != ".xls" && ext != ".ods" {
				t.Logf("%s: %v", filepath.Base(path), err)
			}
		} else if cells == 0 {
			outcome = "read, without cells"
		}
		outcomes[strings.ToLower(filepath.Ext(path))+" "+outcome]++
	}
	logTable(t, outcomes)
	// What the whole process took at its most, where the system tells: no workbook took more.
	if status, err := os.ReadFile("/proc/self/status"); err == nil {
		_, after, _ := strings.Cut(string(status), "VmHWM:")
		kb, _ := strconv.Atoi(strings.Fields(after + " 0")[0])
		t.Logf("%d MB of memory", kb>>10)
		if kb > 1<<20 {
			t.Errorf("%d kB of memory at its most", kb)
		}
	}
}

func logTable(t *testing.T, outcomes map[string]int) {
	t.Helper()
	lines := make([]string, 0, len(outcomes))
	for outcome, n := range outcomes {
		lines = append(lines, fmt.Sprintf("%4d %s", n, outcome))
	}
	slices.Sort(lines)
	t.Log("outcomes:\n" + strings.Join(lines, "\n"))
}

func readAll(path string) (cells int, err error) {
	ctx := context.Background()
	book, err := Open(ctx, path, Options{})
	if err != nil {
		return 0, err
	}
	defer book.Close()
	for i := range book.Sheets() {
		e := book.Rows(ctx, i, func(r *Row) error { cells += len(r.Cells); return nil })
		err = errors.Join(err, e)
	}
	return cells, err
}

// TestCorpusEqualsExcelize compares every value with what excelize reads, where both open a file.
func TestCorpusEqualsExcelize(t *testing.T) {
	files, cells, different := 0, 0, 0
	for _, path := range corpusFiles(t) {
		if ext := filepath.Ext(path); ext != ".xlsx" && ext != ".xlsm" {
			continue
		}
		if info, err := os.Stat(path); err != nil || info.Size() > 400_000 {
			continue
		}
		n, bad := compareWithExcelize(t, path)
		if n > 0 {
			files++
		}
		cells, different = cells+n, different+bad
	}
	t.Logf("%d files, %d cells compared, %d different", files, cells, different)
	if files < 300 {
		t.Errorf("only %d files were compared", files)
	}
	// In issue_261.xlsx excelize loses one of the cells that have no address and follow one that has.
	if different > 1 {
		t.Errorf("%d cells differ from excelize", different)
	}
}

func compareWithExcelize(t *testing.T, path string) (compared, different int) {
	defer func() {
		if p := recover(); p != nil {
			t.Logf("%s: excelize panics: %v", filepath.Base(path), p)
		}
	}()
	ctx := context.Background()
	ours, err := Open(ctx, path, Options{})
	if err != nil {
		return 0, 0
	}
	defer ours.Close()
	theirs, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true, UnzipSizeLimit: 256 << 20})
	if err != nil {
		return 0, 0
	}
	defer theirs.Close()
	date04 := ours.(*fileBook).Book.(*book).date04
	for i, sheet := range ours.Sheets() {
		_ = ours.Rows(ctx, i, func(r *Row) error {
			if compared > 5000 {
				return fs.SkipAll
			}
			for _, c := range r.Cells {
				if covered(sheet.Merged, r.Number, c.Col) {
					continue // excelize gives the range's value in its place
				}
				at := Address(r.Number, c.Col)
				raw, err := theirs.GetCellValue(sheet.Name, at)
				if err != nil {
					return err
				}
				compared++
				if !sameValue(c, raw, date04) {
					different++
					t.Logf("%s!%s!%s: ours %+v, excelize's %q", filepath.Base(path), sheet.Name, at, c, raw)
				}
			}
			return nil
		})
	}
	return compared, different
}

func covered(merged []Range, row, col int) bool {
	return slices.ContainsFunc(merged, func(m Range) bool {
		return row >= m.FirstRow && row <= m.LastRow && col >= m.FirstCol && col <= m.LastCol &&
			(row > m.FirstRow || col > m.FirstCol)
	})
}

func sameValue(c Cell, raw string, date04 bool) bool {
	switch c.Kind {
	case Empty:
		return raw == ""
	case Bool:
		return (raw == "1" || strings.EqualFold(raw, "true")) == (c.Num == 1)
	case Number, Date:
		v, err := strconv.ParseFloat(strings.TrimSpace(raw), 64)
		if err != nil && (c.Format >= TimeOfDay) {
			return len(raw) >= 8 && strings.Contains("-T:", raw[4:5]) || raw[2] == ':' // written as ISO 8601
		}
		num := c.Num
		if c.Kind == Date && date04 {
			num -= 1462
		} else if c.Kind == Date && num < 61 && v >= 0 && v < 60 {
			num-- // before the 29 February 1900 that never was
		}
		return err == nil && math.Abs(v-num) <= 1e-9*math.Max(1, math.Abs(v))
	case Error:
		return c.Text == raw
	}
	// Excelize decodes some of the _x000D_ escapes and keeps others.
	text, raw := strings.ReplaceAll(c.Text, "\r\n", "\n"), strings.ReplaceAll(raw, "\r\n", "\n")
	return text == raw || text == strings.ReplaceAll(string(unescape([]byte(raw))), "\r\n", "\n")
}
