package figure

import (
	"testing"

	"formare/internal/text"
)

func TestItalianGrammar(t *testing.T) {
	cat, err := text.For("it")
	if err != nil {
		t.Fatal(err)
	}
	w := words{cat}
	for _, c := range []struct {
		share, base float64
		want        string
	}{
		{0.77, 722, "il 77%"}, {0.84, 722, "l'84%"}, {0.08, 5000, "l'8,0%"}, {0.11, 50, "l'11%"}, {0.01, 20, "l'1%"},
		{0, 722, "lo 0%"}, {0.026, 880000, "il 2,6%"}, {0.0004, 5000, "meno dell'0,1%"}, {0.004, 5000, "lo 0,4%"},
		{0.001, 20, "meno dell'1%"}, {0.9999, 10000, "il 99,9%"}, {0.18, 722, "il 18%"}, {1, 722, "il 100%"},
	} {
		if got := w.thePercent(c.share, c.base); got != c.want {
			t.Errorf("thePercent(%v, %v) = %q, want %q", c.share, c.base, got, c.want)
		}
	}
	for month, want := range map[string]string{"2018-03": "a marzo", "2018-04": "ad aprile", "2018-08": "ad agosto"} {
		if got := w.inMonth(month, []string{month}); got != want {
			t.Errorf("inMonth(%s) = %q, want %q", month, got, want)
		}
	}
	if got := w.inMonth("2019-04", make([]string, 13)); got != "ad aprile 2019" {
		t.Errorf("inMonth = %q", got)
	}
	if got := w.inMonths([]string{"2017-08", "2017-12"}, nil); got != "ad agosto e a dicembre" {
		t.Errorf("inMonths = %q", got)
	}
}

func TestQuintiles(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   int
	}{
		{nil, 0}, {[]float64{0, 0}, 0}, {[]float64{7}, 0}, {[]float64{7, 7, 7}, 0}, {[]float64{1, 2}, 1},
		{[]float64{4, 8, 10, 7, 5, 8, 12, 11, 8, 11, 13, 8}, 4}, {[]float64{1, 1, 1, 1, 1000}, 1},
	} {
		got := quintiles(c.values)
		if len(got) != c.want {
			t.Errorf("quintiles(%v) = %v", c.values, got)
		}
		for i := 1; i < len(got); i++ {
			if got[i] <= got[i-1] {
				t.Errorf("quintiles(%v) = %v do not grow", c.values, got)
			}
		}
	}
}

func TestGridValues(t *testing.T) {
	for _, most := range []float64{1, 3, 10, 99, 100, 700, 722, 1000, 2345, 72200, 1e7} {
		got := gridValues(most)
		if len(got) > 3 || most > 5 && len(got) < 2 {
			t.Errorf("gridValues(%v) = %v", most, got)
		}
	}
}
