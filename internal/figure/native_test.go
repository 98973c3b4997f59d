package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"formare/internal/figure"
)

// checkNative checks what a drawing gives to office programs: whole, and without what is hidden.
func checkNative(t *testing.T, d *figure.Drawing) {
	t.Helper()
	if all := fmt.Sprintf("%+v %+v", d.Charts, d.Grid); strings.Contains(all, "987654") || strings.Contains(all, "987.654") {
		t.Error("a hidden number is in the chart or the table")
	}
	for _, row := range d.Grid.Rows {
		if len(row) != len(d.Grid.Head) || len(row) != len(d.Grid.Right) {
			t.Errorf("a row of %d cells under %d heads: %q", len(row), len(d.Grid.Head), row)
		}
	}
	for _, c := range d.Charts {
		for _, s := range c.Series {
			if len(s.Points) != len(c.Categories) || s.Name == "" || s.Color == "" {
				t.Errorf("series %q has %d points for %d categories", s.Name, len(s.Points), len(c.Categories))
			}
			for _, p := range s.Points {
				if !p.Known && (p.Text == "" || p.Value != 0) {
					t.Errorf("series %q: a point without number is %+v", s.Name, p)
				}
			}
		}
	}
}

func TestNative(t *testing.T) {
	for _, c := range extremes {
		ctx, data := context(t, "it"), tables(t)
		if c.change != nil {
			c.change(&ctx, data)
		}
		for _, s := range specs(t) {
			d, _, err := figure.Draw(s, data, ctx, figure.Slide, figure.Light)
			if err != nil {
				t.Fatal(err)
			}
			if d != nil {
				t.Run(c.name+"/"+s.ID, func(t *testing.T) { checkNative(t, d) })
			}
		}
	}
}

// TestNativeAsDrawn compares a few numbers with those that the figures show.
func TestNativeAsDrawn(t *testing.T) {
	of := map[string]*figure.Drawing{}
	for _, s := range specs(t) {
		d, _, err := figure.Draw(s, tables(t), context(t, "it"), figure.Slide, figure.Light)
		if err != nil {
			t.Fatal(err)
		}
		of[s.ID] = d
	}
	for id, n := range map[string]int{"01-numeri": 0, "02-calendario": 0, "03-operatori-cumulati": 2, "04-mappa-comuni": 0,
		"05-copertura-zone": 1, "06-area-zona": 0, "07-partner-mesi": 6} {
		if d := of[id]; len(d.Charts) != n || len(d.Grid.Rows) == 0 {
			t.Errorf("%s: %d charts, %d rows", id, len(d.Charts), len(d.Grid.Rows))
		}
	}
	line := of["03-operatori-cumulati"].Charts[0]
	if last := line.Series[0].Points[11]; last.Value != 722 || !line.Series[1].Dashed || line.Series[1].Points[0].Value != 700 {
		t.Errorf("the line ends at %v, target %+v", last, line.Series[1])
	}
	bars := of["05-copertura-zone"].Charts[0]
	for i, c := range bars.Categories {
		row := of["05-copertura-zone"].Grid.Rows[i]
		want := fmt.Sprintf("%.0f su %.0f", bars.Series[0].Points[i].Value, bars.Series[0].Points[i].Value+bars.Series[1].Points[i].Value)
		if row[0] != c || row[1] != want {
			t.Errorf("bar %q says %q, the table %q", c, want, row)
		}
	}
}
