package change

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"formare/internal/finding"
	"formare/internal/table"
)

// A person is a row of a test: its row on the sheet, course, the three keys and the hours.
type person struct {
	row              int64
	course           string
	cf, person, name int64
	hours            float64
}

func content(findings []finding.Finding, people ...person) Content {
	f := &table.Frame{}
	for _, name := range []string{"source", "sheet", "row", "course", "key_cf", "key_person", "key_name", "hours_attended"} {
		f.Columns = append(f.Columns, table.Column{Name: name})
	}
	for i, p := range people {
		key := func(k int64) any {
			if k == 0 {
				return nil
			}
			return k
		}
		f.Rows = append(f.Rows, []any{fmt.Sprint("s", i), "Registro", p.row, p.course, key(p.cf), key(p.person), key(p.name), p.hours})
	}
	return Content{Enrolments: f, Findings: findings}
}

func about(row int, rule finding.Rule, field, value string) finding.Finding {
	return finding.Finding{Sheet: "Registro", Row: row, Cell: fmt.Sprintf("C%d", row), Rule: rule, Field: field, Value: value}
}

func told(list []finding.Finding) string {
	var out []string
	for _, f := range list {
		out = append(out, fmt.Sprintf("%s@%d", f.Rule, f.Row))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func TestBetween(t *testing.T) {
	a, b, c := person{5, "p/1", 11, 12, 13, 4}, person{6, "p/1", 21, 22, 23, 4}, person{7, "p/1", 0, 32, 33, 4}
	move := func(p person, by int64) person { p.row += by; return p }
	tests := []struct {
		name              string
		old, later        Content
		rows              Rows
		solved, still, is string
		gone              int
	}{
		{"nothing changed", content([]finding.Finding{about(5, "cf-invalid", "codice_fiscale", "••••")}, a, b),
			content([]finding.Finding{about(5, "cf-invalid", "codice_fiscale", "••••")}, a, b),
			Rows{Same: 2}, "", "cf-invalid@5", "", 0},
		{"rows moved by two", content([]finding.Finding{about(5, "date-invalid", "start_date", "31/2"), about(6, "hours-invalid", "hours_attended", "x")}, a, b),
			content([]finding.Finding{about(7, "date-invalid", "start_date", "31/2")}, move(a, 2), move(b, 2)),
			Rows{Same: 2}, "hours-invalid@6", "date-invalid@7", "", 0},
		{"the same fault of another person is new", content([]finding.Finding{about(5, "hours-invalid", "hours_attended", "x")}, a, b),
			content([]finding.Finding{about(6, "hours-invalid", "hours_attended", "x")}, a, b),
			Rows{Same: 2}, "hours-invalid@5", "", "hours-invalid@6", 0},
		{"still wrong in another way", content([]finding.Finding{about(5, "hours-invalid", "hours_attended", "x")}, a),
			content([]finding.Finding{about(5, "hours-invalid", "hours_attended", "y")}, a),
			Rows{Same: 1}, "", "hours-invalid@5", "", 0},
		{"a codice fiscale was mended", content([]finding.Finding{about(7, "cf-invalid", "codice_fiscale", "•••")}, c),
			content(nil, person{9, "p/1", 31, 32, 33, 4}), Rows{Changed: 1}, "cf-invalid@7", "", "", 0},
		{"a name was mended", content([]finding.Finding{about(7, "name-incomplete", "surname", "•")}, person{7, "p/1", 31, 0, 39, 4}),
			content(nil, person{8, "p/1", 31, 32, 33, 4}), Rows{Changed: 1}, "name-incomplete@7", "", "", 0},
		{"all keys changed, the row is the same", content([]finding.Finding{about(7, "name-incomplete", "surname", "•")}, person{7, "p/1", 0, 0, 39, 4}),
			content(nil, person{7, "p/1", 0, 32, 33, 4}), Rows{Changed: 1}, "name-incomplete@7", "", "", 0},
		{"the row went, and its fault with it", content([]finding.Finding{about(6, "cf-invalid", "codice_fiscale", "••••")}, a, b),
			content(nil, a), Rows{Same: 1, Removed: 1}, "cf-invalid@6", "", "", 1},
		{"a row came with a fault", content(nil, a), content([]finding.Finding{about(6, "cf-invalid", "codice_fiscale", "••••")}, a, b),
			Rows{Same: 1, Added: 1}, "", "", "cf-invalid@6", 0},
		{"a row without a person stays one, further down", content([]finding.Finding{about(9, "row-without-person", "", "")}, a, b),
			content([]finding.Finding{about(11, "row-without-person", "", "")}, move(a, 2), move(b, 2)), Rows{Same: 2}, "", "row-without-person@11", "", 0},
		{"another column's header", content([]finding.Finding{about(3, "column-unrecognised", "", "Note")}, a),
			content([]finding.Finding{about(4, "column-unrecognised", "", "Tel")}, a), Rows{Same: 1}, "column-unrecognised@3", "", "column-unrecognised@4", 0},
		{"another course's name", content(nil, a, b), content(nil, person{5, "p/2", 11, 12, 13, 4}, person{6, "p/2", 21, 22, 23, 4}), Rows{Changed: 2}, "", "", "", 0},
		{"two rows of one person", content(nil, a, move(a, 1)), content(nil, a), Rows{Same: 1, Removed: 1}, "", "", "", 0},
		{"nothing before", content(nil), content(nil, a), Rows{Added: 1}, "", "", "", 0},
	}
	for _, tt := range tests {
		got := Between(tt.old, tt.later)
		if got.Rows != tt.rows || told(got.Solved) != tt.solved || told(got.Still) != tt.still || told(got.New) != tt.is || got.Gone != tt.gone {
			t.Errorf("%s: rows %+v, solved %q, still %q, new %q, gone %d", tt.name, got.Rows, told(got.Solved), told(got.Still), told(got.New), got.Gone)
		}
	}
}

// However rows are shuffled and faults mended, added or left, every finding is told just once, and every
// row too.
func TestBetweenTellsAllOnce(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	rules := []finding.Rule{"cf-invalid", "hours-invalid", "row-without-person"}
	some := func(n int) Content {
		var people []person
		var findings []finding.Finding
		for _, at := range rnd.Perm(n + 5)[:n] {
			id := int64(rnd.IntN(n + 3))
			people = append(people, person{int64(at), "p/1", 10 * id, 10*id + 1, 10*id + 2, float64(rnd.IntN(3))})
			if rnd.IntN(2) == 0 {
				findings = append(findings, about(at, rules[rnd.IntN(len(rules))], "", fmt.Sprint(rnd.IntN(2))))
			}
		}
		return content(findings, people...)
	}
	for range 300 {
		old, later := some(rnd.IntN(12)), some(rnd.IntN(12))
		c := Between(old, later)
		if got := len(c.Still) + len(c.New); got != len(later.Findings) {
			t.Fatalf("%d findings of %d in the new file", got, len(later.Findings))
		}
		if got := len(c.Still) + len(c.Solved); got != len(old.Findings) {
			t.Fatalf("%d findings of %d in the old file", got, len(old.Findings))
		}
		if kept := c.Rows.Same + c.Rows.Changed; kept+c.Rows.Removed != len(old.Enrolments.Rows) || kept+c.Rows.Added != len(later.Enrolments.Rows) {
			t.Fatalf("rows %+v of %d and %d", c.Rows, len(old.Enrolments.Rows), len(later.Enrolments.Rows))
		}
		same := Between(old, old)
		if len(same.Solved)+len(same.New)+same.Rows.Added+same.Rows.Removed+same.Rows.Changed > 0 {
			t.Fatalf("a file differs from itself: %+v", same)
		}
	}
}

func TestCompare(t *testing.T) {
	a, b := person{5, "p/1", 11, 12, 13, 4}, person{6, "p/1", 21, 22, 23, 4}
	other := person{5, "p/2", 11, 12, 13, 4}
	stranger := person{5, "p/1", 91, 92, 93, 4}
	tests := []struct {
		name       string
		old, later Content
		want       Likeness
	}{
		{"the same", content(nil, a, b), content(nil, b, a), Likeness{2, 2, 2, 2, true}},
		{"the same person on another course", content(nil, a), content(nil, other), Likeness{1, 1, 0, 1, false}},
		{"another person in the same row", content(nil, a), content(nil, stranger), Likeness{1, 1, 0, 0, true}},
		{"nothing to compare", Content{}, content(nil, a), Likeness{0, 1, 0, 0, false}},
	}
	for _, tt := range tests {
		if got := Compare(tt.old, tt.later); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}
