package report

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"formare/internal/disclosure"
	"formare/internal/figure"
	"formare/internal/indicator"
	"formare/internal/text"
)

// drawing of the headline numbers, with a number of participants.
func drawing(t *testing.T, words *text.Catalogue, participants float64) *figure.Drawing {
	t.Helper()
	specs, err := figure.Specs(nil)
	if err != nil {
		t.Fatal(err)
	}
	numbers := &disclosure.Table{MinCell: 5}
	numbers.ID = "headline"
	numbers.Columns = []indicator.Column{{Name: "measure"}, {Name: "value", Kind: indicator.Real}, {Name: "target", Kind: indicator.Real}}
	for _, m := range []string{"interventions", "hours_delivered", "participants", "services"} {
		numbers.Rows = append(numbers.Rows, []indicator.Value{{Valid: true, Text: m}, {Valid: true, Num: participants}, {}})
		numbers.Marks = append(numbers.Marks, make([]disclosure.Mark, 3))
	}
	about := figure.Context{Lang: words, FirstMonth: "2017-04", LastMonth: "2018-03", ReportMonth: "2018-03"}
	at := slices.IndexFunc(specs, func(s figure.Spec) bool { return s.ID == "01-numeri" })
	d, left, err := figure.Draw(specs[at], map[string]*disclosure.Table{"headline": numbers}, about, figure.Slide, figure.Light)
	if err != nil || d == nil {
		t.Fatal(left, err)
	}
	return d
}

// TestPublished takes a figure from the published report if, and only if, it is what would be drawn.
func TestPublished(t *testing.T) {
	words, err := text.For("it")
	if err != nil {
		t.Fatal(err)
	}
	render := func(participants float64, p *Published) []Rendered {
		t.Helper()
		out, err := Render(context.Background(), []*figure.Drawing{drawing(t, words, participants)}, []string{"svg", "pdf"}, p, 1, func() {})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	dir := t.TempDir()
	first := render(722, nil)
	if _, err := Write(dir, Content{Manifest: Manifest{Version: "1"}, Figures: first}, words); err != nil {
		t.Fatal(err)
	}
	taken := func(participants float64, version string) (n int) {
		t.Helper()
		published := OpenPublished(dir, version)
		for _, f := range render(participants, published)[0].Files {
			if published.same(f) != nil {
				n++
			}
		}
		return n
	}
	again := render(722, OpenPublished(dir, "1"))
	for i, f := range again[0].Files {
		if string(f.Content) != string(first[0].Files[i].Content) {
			t.Errorf("%s differs from what was published", f.Name)
		}
	}
	if n := taken(722, "1"); n != 2 {
		t.Errorf("of the same drawing %d files are taken, want 2", n)
	}
	if n := taken(723, "1"); n != 0 {
		t.Errorf("of another drawing %d files are taken", n)
	}
	if n := taken(722, "2"); n != 0 {
		t.Errorf("from another version's report %d files are taken", n)
	}
	touched := filepath.Join(dir, filepath.FromSlash(first[0].Files[0].Name))
	if err := os.WriteFile(touched, []byte("<svg/>"), 0o644); err != nil {
		t.Fatal(err)
	}
	if n := taken(722, "1"); n != 1 {
		t.Errorf("after one was touched %d files are taken, want 1", n)
	}
}
