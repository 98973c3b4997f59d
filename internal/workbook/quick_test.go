package workbook

import (
	"context"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

// readWay reads every sheet, quickly or with care, as rows with cells of their own.
func readWay(t testing.TB, raw []byte, opt Options, careful bool) (rows []Row, errs []string) {
	t.Helper()
	opened, err := OpenBytes(context.Background(), raw, opt)
	if err != nil {
		return nil, []string{err.Error()}
	}
	defer opened.Close()
	if b, ok := opened.(*book); ok {
		b.careful = careful
	}
	for i := range opened.Sheets() {
		err := opened.Rows(context.Background(), i, func(r *Row) error {
			rows = append(rows, Row{r.Number, r.Hidden, slices.Clone(r.Cells)})
			return nil
		})
		if err != nil {
			errs = append(errs, err.Error())
		}
	}
	return rows, errs
}

func sameCell(a, b Cell) bool {
	numbers := math.Float64bits(a.Num) == math.Float64bits(b.Num)
	a.Num, b.Num = 0, 0
	return a == b && numbers
}

// sameBothWays reads a workbook quickly and with care, and compares all there is, errors too.
func sameBothWays(t testing.TB, raw []byte, opt Options) (cells int) {
	t.Helper()
	quick, quickErrs := readWay(t, raw, opt, false)
	slow, slowErrs := readWay(t, raw, opt, true)
	if !slices.Equal(quickErrs, slowErrs) {
		t.Errorf("quickly %q, with care %q", quickErrs, slowErrs)
	}
	if len(quick) != len(slow) {
		t.Fatalf("quickly %d rows, with care %d", len(quick), len(slow))
	}
	for i := range quick {
		q, s := quick[i], slow[i]
		if q.Number != s.Number || q.Hidden != s.Hidden || !slices.EqualFunc(q.Cells, s.Cells, sameCell) {
			t.Fatalf("row %d: quickly %+v, with care %+v", s.Number, q, s)
		}
		cells += len(q.Cells)
	}
	return cells
}

// TestQuickIsCareful reads every foreign workbook both ways.
func TestQuickIsCareful(t *testing.T) {
	files, cells := 0, 0
	for _, path := range corpusFiles(t) {
		if ext := filepath.Ext(path); ext != ".xlsx" && ext != ".xlsm" {
			continue
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if len(raw) < 1<<20 {
			files, cells = files+1, cells+sameBothWays(t, raw, Options{})
		}
	}
	t.Logf("%d files, %d cells", files, cells)
	if cells < 100_000 {
		t.Errorf("only %d cells were compared", cells)
	}
}

func TestQuickNumber(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	texts := []string{"0", "-0", "1", "12.5", ".5", "5.", "-.25", "0.1", "999999999999999", "9999999999999999", "123456789012345.6",
		"1e3", "1E-7", "0.30000000000000004", "+4", "42826.999988425925", "00012", "-", "", ".", "1.2.3", "1-2", "0x10", "NaN", "1e999"}
	for range 2000 {
		texts = append(texts, strconv.FormatFloat(random.NormFloat64()*math.Pow(10, float64(random.IntN(20)-8)), 'f', random.IntN(12), 64))
	}
	for _, text := range texts {
		got, ok := quickNumber([]byte(text))
		want, wantOK := parseNumber([]byte(text))
		if ok != wantOK || ok && math.Float64bits(got) != math.Float64bits(want) {
			t.Errorf("%q is %v %v, want %v %v", text, got, ok, want, wantOK)
		}
	}
}

// BenchmarkRows reads a sheet of 20,000 rows and 18 columns as spreadsheet programs write it.
func BenchmarkRows(b *testing.B) {
	row := make([]byte, 0, 1<<20)
	for n := 1; n <= 20_000; n++ {
		row = append(row, `<row r="`...)
		row = append(strconv.AppendInt(row, int64(n), 10), `" spans="1:18">`...)
		for col := 1; col <= 18; col++ {
			row = append(append(append(row, `<c r="`...), Address(n, col)...), `" s="1"`...)
			if col%3 == 0 {
				row = append(strconv.AppendFloat(append(row, `><v>`...), float64(n*col)/4, 'f', -1, 64), `</v></c>`...)
			} else {
				row = append(row, ` t="s"><v>0</v></c>`...)
			}
		}
		row = append(row, `</row>`...)
	}
	raw := parts{sheet: data(string(row)), strings: "<si><t>uno</t></si>"}.bytes(b)
	for _, careful := range []bool{false, true} {
		b.Run(map[bool]string{false: "quick", true: "careful"}[careful], func(b *testing.B) {
			b.SetBytes(int64(len(row)))
			b.ReportAllocs()
			for b.Loop() {
				opened, err := OpenBytes(context.Background(), raw, Options{})
				if err != nil {
					b.Fatal(err)
				}
				opened.(*book).careful = careful
				cells := 0
				if err := opened.Rows(context.Background(), 0, func(r *Row) error { cells += len(r.Cells); return nil }); err != nil || cells != 360_000 {
					b.Fatal(cells, err)
				}
			}
		})
	}
}
