package register

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write what was found into testdata/strange")

// TestStrangeSheets reads sheets as people make them, written as text in testdata/strange: each with what
// must be found on it. "-- name --" begins a sheet, lines with # tell of it, "=>" ends it.
//
//	# sheet Gennaio       its name
//	# at D8               where the next line stands; A1 at first
//	# merged A1:C1 B2:B3
//	# hidden 3 4 C        rows and columns
//
// A cell is a day (2017-04-12), a number, a time of day (@9:30), a share (%0.5), or text; ' before it makes
// it text and \n breaks its line.
func TestStrangeSheets(t *testing.T) {
	files, err := filepath.Glob("testdata/strange/*.txt")
	must(t, err)
	if len(files) == 0 {
		t.Fatal("no sheets")
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		must(t, err)
		var out strings.Builder
		for _, s := range splitSheets(string(raw)) {
			t.Run(s.name, func(t *testing.T) {
				got := recogniseBytes(t, bytesOf(t, parseSheet(t, s.text)), Options{}).dump()
				if got != s.want && !*update {
					t.Errorf("got\n%s\nwant\n%s", got, s.want)
				}
				fmt.Fprintf(&out, "-- %s --\n%s=>\n%s\n", s.name, s.text, got)
			})
		}
		if *update {
			must(t, os.WriteFile(file, []byte(strings.TrimRight(out.String(), "\n")+"\n"), 0o644))
		}
	}
}

type strangeSheet struct{ name, text, want string }

func splitSheets(raw string) []strangeSheet {
	var out []strangeSheet
	want := false
	for _, line := range strings.SplitAfter(raw, "\n") {
		name, ok := strings.CutPrefix(strings.TrimSpace(line), "-- ")
		switch name, end := strings.CutSuffix(name, " --"); {
		case ok && end:
			out, want = append(out, strangeSheet{name: name}), false
		case strings.TrimSpace(line) == "=>":
			want = true
		case len(out) == 0:
		case want:
			out[len(out)-1].want += line
		default:
			out[len(out)-1].text += line
		}
	}
	for i := range out {
		if out[i].want = strings.TrimSpace(out[i].want); out[i].want != "" {
			out[i].want += "\n"
		}
	}
	return out
}

func parseSheet(t *testing.T, text string) grid {
	t.Helper()
	var g grid
	col := 1
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		told, isTold := strings.CutPrefix(line, "# ")
		if !isTold {
			row := make([]any, col-1)
			for _, cell := range strings.Split(line, "|") {
				row = append(row, parseCell(t, strings.TrimSpace(cell)))
			}
			g.rows = append(g.rows, row)
			continue
		}
		what, rest, _ := strings.Cut(told, " ")
		switch what {
		case "sheet":
			g.name = rest
		case "at":
			row, at, ok := parseAddress(rest)
			if !ok {
				t.Fatalf("no cell: %q", rest)
			}
			g.rows, col = append(g.rows, make([][]any, row-1-len(g.rows))...), at
		case "merged":
			g.merged = append(g.merged, strings.Fields(rest)...)
		case "hidden":
			for _, f := range strings.Fields(rest) {
				if n, err := strconv.Atoi(f); err == nil {
					g.hiddenRows = append(g.hiddenRows, n)
				} else {
					g.hiddenCols = append(g.hiddenCols, f)
				}
			}
		default:
			t.Fatalf("unknown: %q", line)
		}
	}
	return g
}

var addressParts = regexp.MustCompile(`^([A-Z]+)(\d+)$`)

func parseAddress(s string) (row, col int, ok bool) {
	m := addressParts.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, false
	}
	for _, r := range m[1] {
		col = col*26 + int(r-'A') + 1
	}
	row, err := strconv.Atoi(m[2])
	return row, col, err == nil
}

func parseCell(t *testing.T, s string) any {
	t.Helper()
	if text, ok := strings.CutPrefix(s, "'"); ok {
		return strings.ReplaceAll(text, `\n`, "\n")
	}
	if s == "" {
		return nil
	}
	if d, err := time.Parse("2006-01-02", s); err == nil {
		return d
	}
	if clock, ok := strings.CutPrefix(s, "@"); ok {
		d, err := time.Parse("15:04", clock)
		must(t, err)
		return float64(d.Hour()*60+d.Minute()) / 1440
	}
	if v, err := strconv.ParseFloat(s, 64); err == nil {
		return v
	}
	return strings.ReplaceAll(s, `\n`, "\n")
}

// dump writes what was found on one sheet: its tables with their columns, the numbers of the data rows,
// what labels and columns say in the first and last row and where labels change, and the findings.
func (s *seen) dump() string {
	var b strings.Builder
	for i := range s.tables {
		s.dumpTable(&b, i)
	}
	for _, f := range s.findings {
		at := f.Cell
		if at == "" {
			at = fmt.Sprint(f.Row)
		}
		fmt.Fprintf(&b, "! %s %s\n", f.Rule, at)
	}
	return b.String()
}

func (s *seen) dumpTable(b *strings.Builder, i int) {
	t := &s.tables[i]
	var rows []seenRow
	for _, r := range s.rows {
		if r.table == i {
			rows = append(rows, r)
		}
	}
	fmt.Fprintf(b, "%s%s, header %d-%d, rows %s\n ", []string{"unknown", "people", "courses"}[t.Subject], map[bool]string{true: " across"}[t.Across], t.HeaderFirst, t.HeaderLast, runs(rows))
	for _, c := range t.Columns {
		fmt.Fprintf(b, " %s=%s", t.columnName(c.Col), c.Field)
		if c.Field == Session {
			fmt.Fprintf(b, "(%s)", textOf(&c.Date))
		}
	}
	fmt.Fprintln(b)
	labels := map[Field]string{}
	for k, r := range rows {
		if !maps.Equal(labels, r.labels) {
			fmt.Fprintf(b, "  %d:%s\n", r.number, pairsOf(r.labels))
			labels = r.labels
		}
		if k == 0 || k == len(rows)-1 {
			fmt.Fprintln(b, strings.TrimRight(fmt.Sprintf("  %d|%s %s", r.number, pairsOf(r.values), strings.Join(r.marks, ",")), " "))
		}
	}
}

func pairsOf(values map[Field]string) string {
	out := ""
	for _, f := range slices.Sorted(maps.Keys(values)) {
		out += fmt.Sprintf(" %s=%s", f, values[f])
	}
	return out
}

// runs writes the numbers of rows: "3-6 8 8".
func runs(rows []seenRow) string {
	var out []string
	for i := 0; i < len(rows); {
		j := i
		for j+1 < len(rows) && rows[j+1].number == rows[j].number+1 {
			j++
		}
		if j > i {
			out = append(out, fmt.Sprintf("%d-%d", rows[i].number, rows[j].number))
		} else {
			out = append(out, fmt.Sprint(rows[i].number))
		}
		i = j + 1
	}
	return strings.Join(out, " ")
}
