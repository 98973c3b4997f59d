package normalise

import (
	"fmt"
	"strings"
	"testing"

	"formare/internal/workbook"
)

func TestMarks(t *testing.T) {
	r := testReader(t)
	tests := []struct {
		cell any
		want string // value/scale
	}{
		{0.75, "0.75/0"}, {27, "27/0"}, {-1, "-"},
		{workbook.Cell{Kind: workbook.Number, Format: workbook.Percent, Num: 0.75}, "0.75/1"},
		{workbook.Cell{Kind: workbook.Number, Format: workbook.Percent, Num: 1.5}, "-"},
		{"75%", "0.75/1"}, {"75 %", "0.75/1"}, {"0,75", "0.75/0"}, {"75", "75/0"}, {"150%", "-"},
		{"27/30", "27/30"}, {"27 su 30", "27/30"}, {"27,5/30", "27.5/30"}, {"31/30", "-"}, {"4 di 5", "4/5"},
		{"30 e lode", "30/30"}, {"30L", "30/30"}, {"8 punti", "8/0"}, {"★★★★☆", "4/5"},
		{"ottimo", "1/1"}, {"Molto soddisfatta", "1/1"}, {"abbastanza", "0.6/1"}, {"per niente", "0.2/1"},
		{"boh", "-"}, {"8 volte", "-"}, {"-3", "-"},
	}
	for _, tt := range tests {
		c := cellOf(tt.cell, 1)
		m, ok := r.mark(&c)
		got := fmt.Sprintf("%.4g/%.4g", m.value, m.scale)
		if !ok {
			got = "-"
		}
		if got != tt.want {
			t.Errorf("%v: %s, want %s", tt.cell, got, tt.want)
		}
	}
}

func TestHeaderScale(t *testing.T) {
	tests := []struct {
		header string
		want   float64
	}{
		{"Test finale (/30)", 30}, {"Test iniziale / su 30", 30}, {"Punteggio (0-100)", 100}, {"Gradimento (1-5)", 5}, {"Gradimento 1–5", 5},
		{"Gradimento da 1 a 5", 5}, {"Voto in trentesimi", 30}, {"Voto /10", 10}, {"Presenza %", 100}, {"max 20", 20},
		{"Test / 30", 0}, {"Valutazione (in 30esimi) / Test iniziale", 30}, {"Punteggio finale", 0}, {"Valutazioni / Test 1", 0}, {"Questionario 2017", 0}, {"Soddisfazione (1 = poco, 5 = molto)", 0},
	}
	for _, tt := range tests {
		if got := headerScale(tt.header); got != tt.want {
			t.Errorf("%q: %v, want %v", tt.header, got, tt.want)
		}
	}
}

func TestScaleFromValues(t *testing.T) {
	tests := []struct {
		told, most float64
		rating     bool
		want       float64
	}{
		{0, 1, false, 1}, {0, 9.5, false, 10}, {0, 28, false, 30}, {0, 88, false, 100}, {0, 130, false, 0},
		{0, 5, true, 5}, {0, 9, true, 10}, {0, 1, true, 5}, {30, 18, false, 30}, {100, 0.9, false, 1}, {100, 90, false, 100},
	}
	for _, tt := range tests {
		var seen figuresOver
		seen.add(tt.most)
		if got := scaleOf(tt.told, tt.most, seen.guess(tt.rating)); got != tt.want {
			t.Errorf("%+v: %v", tt, got)
		}
	}
}

// TestScaleWithASlip: one figure over the scale of all the others is a slip of the pen.
func TestScaleWithASlip(t *testing.T) {
	for _, tt := range []struct {
		values string
		rating bool
		want   float64
	}{
		{"4 5 3 4 5 5 2 9", true, 5}, {"4 5 3 4 9", true, 10}, {"4 5 3 4 5 8 2 9", true, 10},
		{"56 85 68 79 58 65 49 135", false, 100}, {"18 22 25 27 19 24 30 38", false, 30}, {"7 8 6 9 10 8 7 12", false, 10},
	} {
		var seen figuresOver
		for _, v := range strings.Fields(tt.values) {
			seen.add(float(v))
		}
		if got := seen.guess(tt.rating); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.values, got, tt.want)
		}
	}
}
