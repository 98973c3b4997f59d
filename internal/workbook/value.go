package workbook

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// columnOf reads the column of an address without allocating.
func columnOf(ref []byte) (int, bool) {
	col := 0
	for i, c := range ref {
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z' && i < 4:
			col = col*26 + int(c|0x20-'a') + 1
		case c >= '0' && c <= '9' && i > 0:
			return col, true
		default:
			return 0, false
		}
	}
	return 0, false
}

func parseInt(b []byte) (int, bool) {
	if len(b) == 0 || len(b) > 9 {
		return 0, false
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// parseNumber reads a decimal number, and nothing else that Go would read (hexadecimal, Inf, NaN).
func parseNumber(b []byte) (float64, bool) {
	for _, c := range b {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(string(b), 64)
	return v, err == nil
}

func trimBlank(b []byte) []byte {
	for len(b) > 0 && isBlank(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && isBlank(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

// setISO reads a date or time that is held as text (ISO 8601) and says whether it is one.
func (cell *Cell) setISO(text string) bool {
	text = strings.TrimSuffix(strings.TrimSpace(text), "Z")
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	for _, layout := range []struct {
		layout string
		format Format
	}{
		{"2006-01-02", DateOnly}, {"2006-01-02T15:04:05.999999999", DateTime}, {"2006-01-02T15:04", DateTime},
		{"T15:04:05.999999999", TimeOfDay}, {"15:04:05.999999999", TimeOfDay},
	} {
		t, err := time.Parse(layout.layout, text)
		if err != nil {
			continue
		}
		cell.Kind, cell.Format = Date, layout.format
		if layout.format == TimeOfDay {
			cell.Kind = Number
			epoch = time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		days := math.Floor(float64(t.Unix()-epoch.Unix()) / 86400)
		midnight := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
		cell.Num = days + t.Sub(midnight).Seconds()/86400
		return true
	}
	return false
}

// dayOf turns a serial into days from 1899-12-30. Excel's 1900 system has a 29 February 1900 that never
// was (serial 60), so that the days before it are one off.
func dayOf(serial float64, date04 bool) float64 {
	switch {
	case date04:
		return serial + 1462
	case serial >= 0 && serial < 60:
		return serial + 1
	}
	return serial
}
