package workbook

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestLimits opens files that ask for more than they should, each over another limit, and checks which one
// is told, and that nothing of the kind costs much.
func TestLimits(t *testing.T) {
	cell := `<c><v>1</v></c>`
	row := "<row>" + cell + "</row>"
	deep := strings.Repeat("<g>", 1000) + strings.Repeat("</g>", 1000)
	xml := func(body string) []byte {
		return []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">` + body + `</Workbook>`)
	}
	ods := func(body string) []byte {
		return []byte(`<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:body><office:spreadsheet>` +
			body + `</office:spreadsheet></office:body></office:document>`)
	}
	long := strings.Repeat("à", 3000)
	tests := []struct {
		name   string
		raw    []byte
		limits Limits
		want   Limit
		most   int64
	}{
		{"a bomb", parts{sheet: data(strings.Repeat(row, 8_000_000))}.bytes(t), Limits{}, LimitRatio, 250},
		{"a bomb in the shared texts", parts{sheet: data(row), strings: strings.Repeat("<si><t/></si>", 10_000_000)}.bytes(t), Limits{}, LimitRatio, 250},
		{"a bomb in the styles", parts{sheet: data(row), styles: strings.Repeat("<xf/>", 20_000_000)}.bytes(t), Limits{}, LimitRatio, 250},
		{"unpacked", parts{sheet: data(strings.Repeat(row, 200_000))}.bytes(t), Limits{InflatedBytes: 3 << 20}, LimitInflated, 3},
		{"the file", parts{sheet: data(row)}.bytes(t), Limits{FileBytes: 1}, LimitFile, 0},
		{"rows", parts{sheet: data(strings.Repeat(row, 101))}.bytes(t), Limits{Rows: 100}, LimitRows, 100},
		{"cells", parts{sheet: data("<row>" + strings.Repeat(cell, 101) + "</row>")}.bytes(t), Limits{Cells: 100}, LimitCells, 100},
		{"a text", parts{sheet: data(`<row><c t="str"><v>` + long + `</v></c></row>`)}.bytes(t), Limits{TextBytes: 4096}, LimitText, 4},
		{"a shared text", parts{sheet: data(row), strings: "<si><t>" + long + "</t></si>"}.bytes(t), Limits{TextBytes: 4096}, LimitText, 4},
		{"depth", parts{sheet: "<worksheet>" + deep + "<sheetData/></worksheet>"}.bytes(t), Limits{}, LimitDepth, 256},
		{"depth in a cell", parts{sheet: data("<row><c>" + deep + "</c></row>")}.bytes(t), Limits{}, LimitDepth, 256},
		{"rows of CSV", []byte(strings.Repeat("a;b\n", 101)), Limits{Rows: 100}, LimitRows, 100},
		{"cells of CSV", []byte(strings.Repeat("a;b\n", 101)), Limits{Cells: 100}, LimitCells, 100},
		{"a text of CSV", []byte("a;b\n" + long + ";1\n"), Limits{TextBytes: 4096}, LimitText, 4},
		{"depth of plain XML", xml(deep), Limits{}, LimitDepth, 256},
		{"depth of OpenDocument", ods(deep), Limits{}, LimitDepth, 256},
		{"rows of OpenDocument", ods(`<table:table table:name="a">` + strings.Repeat(`<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`, 101) + `</table:table>`), Limits{Rows: 100}, LimitRows, 100},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			_, err := countCells(tt.raw, tt.limits)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if !errors.Is(err, ErrLimit) {
				t.Fatalf("%d bytes: %v, want an ErrLimit", len(tt.raw), err)
			}
			if limit, most := LimitOf(err); limit != tt.want || most != tt.most {
				t.Errorf("limit %s of %d, want %s of %d: %v", limit, most, tt.want, tt.most, err)
			}
			if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 128 {
				t.Errorf("%d bytes took %d MB of memory", len(tt.raw), mb)
			}
			if took > time.Minute {
				t.Errorf("%d bytes took %v", len(tt.raw), took)
			}
		})
	}
}

// countCells reads a whole workbook.
func countCells(raw []byte, limits Limits) (cells int, err error) {
	book, err := OpenBytes(context.Background(), raw, Options{Limits: limits})
	if err != nil {
		return 0, err
	}
	defer book.Close()
	for _, s := range book.Sheets() {
		if err := book.Rows(context.Background(), s.Index, func(r *Row) error { cells += len(r.Cells); return nil }); err != nil {
			return cells, err
		}
	}
	return cells, nil
}

// TestFarCells reads what stands at a sheet's ends, which costs nothing, and beyond them, which is damage.
func TestFarCells(t *testing.T) {
	far := parts{sheet: data(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)}.bytes(t)
	var rows []int
	book, err := OpenBytes(context.Background(), far, Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = book.Rows(context.Background(), 0, func(r *Row) error { rows = append(rows, r.Number, r.Cells[0].Col); return nil })
	if err != nil || len(rows) != 2 || rows[0] != maxRow || rows[1] != maxCol {
		t.Errorf("the last cell: %v, %v", rows, err)
	}
	for name, sheet := range map[string]string{
		"30,000 columns":   "<row>" + strings.Repeat(`<c><v>1</v></c>`, 30_000) + "</row>",
		"column XFE":       `<row><c r="XFE1"><v>1</v></c></row>`,
		"row 1,048,577":    `<row r="1048577"><c><v>1</v></c></row>`,
		"a row of no size": `<row r="99999999999999999999"><c r="A99999999999999999999"><v>1</v></c></row><row r="1048577"/>`,
	} {
		if _, err := countCells(parts{sheet: data(sheet)}.bytes(t), Limits{}); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v, want ErrDamaged", name, err)
		}
	}
}
