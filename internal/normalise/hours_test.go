package normalise

import (
	"fmt"
	"math"
	"testing"

	"formare/internal/workbook"
)

func TestHours(t *testing.T) {
	tests := []struct {
		cell any
		want string
	}{
		{12, "12"}, {12.5, "12.5"}, {0, "0"}, {-1, "-"}, {6000, "-"},
		{"12", "12"}, {"12,5", "12.5"}, {"12.5", "12.5"}, {" 12 ", "12"}, {"12,50", "12.5"},
		{"1.234,5", "1234.5"}, {"1.234", "1234"}, {"1,234.5", "1234.5"}, {"0.125", "0.125"},
		{"12h30", "12.5"}, {"12 h 30", "12.5"}, {"12h", "12"}, {"12 h", "12"}, {"h 12", "12"}, {"h. 12,5", "12.5"}, {"12h30m", "12.5"}, {"1h 30m", "1.5"},
		{"12:30", "12.5"}, {"12:30:00", "12.5"}, {"00:45", "0.75"}, {"100:15", "100.25"},
		{"12 ore", "12"}, {"12 ore e 30 minuti", "12.5"}, {"12 ore e 30", "12.5"}, {"12 ore e mezza", "12.5"}, {"1 ora", "1"}, {"ore 12", "12"}, {"12 hours", "12"}, {"12,5 ore", "12.5"}, {"2 ore e 15 min.", "2.25"},
		{"n. 12", "12"}, {"n° 12", "12"}, {"nr 12", "12"}, {"12.", "12"},
		{"90 min", "1.5"}, {"90'", "1.5"}, {"90 minuti", "1.5"}, {"90 min.", "1.5"}, {"mezz'ora", "0.5"},
		{"9:00-13:00", "4"}, {"9.00-13.00", "4"}, {"9-13", "4"}, {"9:30 - 13:00", "3.5"}, {"dalle 9 alle 13", "4"}, {"dalle 9:30 alle 13:00", "3.5"}, {"9,00/13,00", "4"}, {"ore 9.00 - 13.00", "4"}, {"h 9-13", "4"},
		{"9:00-13:00 e 14:00-18:00", "8"}, {"9-13, 14-18", "8"}, {"9:00-13:00 / 14:00-18:00", "8"}, {"4+4", "8"}, {"4 + 3,5", "7.5"},
		{"12/20", "12"}, {"12 su 20", "12"}, {"12 di 20 ore", "12"},
		{"75%", "75%"}, {"75 %", "75%"}, {"100%", "100%"}, {"120%", "-"},
		{"4½", "4.5"}, {"−4", "-"}, {"-4", "-"},
		{"boh", "-"}, {"12 giorni", "-"}, {"13-9", "-"}, {"9:75", "-"}, {"12,5,5", "-"}, {"1.2.3", "-"}, {"dodici", "12"}, {"12 ?", "-"},
		{workbook.Cell{Kind: workbook.Number, Format: workbook.Percent, Num: 0.75}, "75%"},
		{workbook.Cell{Kind: workbook.Number, Format: workbook.TimeOfDay, Num: 0.5}, "12"},
		{workbook.Cell{Kind: workbook.Number, Format: workbook.TimeOfDay, Num: 1.25}, "30"},
		{workbook.Cell{Kind: workbook.Date, Format: workbook.TimeOfDay, Num: 1.0 / 3}, "8"},
		{workbook.Cell{Kind: workbook.Date, Format: workbook.DateTime, Num: 1.25}, "30"},
		{workbook.Cell{Kind: workbook.Date, Format: workbook.DateOnly, Num: 42867}, "-"}, // 12.5 turned into 12 May
		{true, "-"},
	}
	for _, tt := range tests {
		c := cellOf(tt.cell, 1)
		d, ok := hours(&c)
		got := fmt.Sprintf("%.6g", d.hours)
		if d.isShare {
			got = fmt.Sprintf("%.6g%%", d.share*100)
		}
		if !ok {
			got = "-"
		}
		if got != tt.want {
			t.Errorf("%v: %s, want %s", tt.cell, got, tt.want)
		}
	}
}

func TestHeaderDuration(t *testing.T) {
	tests := []struct {
		header string
		want   float64
	}{
		{"12/03/2017 (4h)", 4}, {"12/03/2017 / 4 ore", 4}, {"12/03 ore 9-13", 4}, {"12/03/2017 9:00-13:00", 4},
		{"12/03/2017 / 9.00-13.00 / 14.00-17.30", 7.5}, {"12/03/2017", 0}, {"12-14 marzo", 0}, {"12-03-2017", 0}, {"Lezione 1", 0},
		{"13/04/2017 h 3,5", 3.5}, {"1° incontro (3 ore)", 3},
	}
	for _, tt := range tests {
		if got, _ := headerDuration(tt.header); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%q: %v, want %v", tt.header, got, tt.want)
		}
	}
}

func TestNumber(t *testing.T) {
	tests := []struct {
		cell any
		want string
	}{
		{25, "25"}, {"25", "25"}, {"n. 25", "25"}, {"25 ", "25"}, {"25 posti", "25"}, {"1.250", "1250"}, {"circa 20", "20"}, {"venti", "-"}, {true, "-"},
		{"1'250", "1250"}, {"1.234.567,8", "1234568"}, {"", "-"},
	}
	for _, tt := range tests {
		c := cellOf(tt.cell, 1)
		v, ok := number(&c)
		got := fmt.Sprintf("%.7g", v)
		if !ok {
			got = "-"
		}
		if got != tt.want {
			t.Errorf("%v: %s, want %s", tt.cell, got, tt.want)
		}
	}
}

func FuzzHours(f *testing.F) {
	for _, s := range []string{"12,5", "12h30", "9:00-13:00 e 14-18", "75%", "1.234,5", "12/20", "90'", "½", "4+4"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := hoursText(s)
		if ok && (math.IsNaN(d.hours) || d.hours < 0 || d.hours > mostHours || d.share < 0 || d.share > 1) {
			t.Fatalf("%q gives %+v", s, d)
		}
		h, ok := headerDuration(s)
		if ok && !(h >= 0 && h <= 24) {
			t.Fatalf("header %q gives %v", s, h)
		}
	})
}
