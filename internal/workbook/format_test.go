package workbook

import "testing"

func TestFormatOf(t *testing.T) {
	for code, want := range map[string]Format{
		"General": General, "": General, "0": General, "0.00": General, "#,##0.00": General, "@": General,
		"0%": Percent, "0.00%": Percent, `0.0" %"`: General, "#,##0.00 [$€-410]": General, `"€" #,##0.00`: General,
		"0.00E+00": General, "##0.0E+0": General, `0" ore"`: General, `0.0\ \h`: General, `"n. "0`: General, "# ?/?": General,
		"dd/mm/yyyy": DateOnly, "dd/mm/yyyy;@": DateOnly, "d-mmm-yy": DateOnly, "mmmm yyyy": DateOnly, "mmm": DateOnly,
		"[$-410]d mmmm yyyy;@": DateOnly, `[$-F800]dddd\,\ mmmm\ dd\,\ yyyy`: DateOnly, "gg/mm/aaaa": DateOnly,
		`dd\.mm\.yyyy`: DateOnly, `"il "d/m/yy`: DateOnly, "yyyy-mm-dd hh:mm": DateTime, "dd/mm/yyyy h:mm AM/PM": DateTime,
		"d/m/yyyy h:mm;@": DateTime, "hh:mm": TimeOfDay, "h:mm:ss": TimeOfDay, "[h]:mm": TimeOfDay, "[hh]:mm:ss": TimeOfDay,
		"[mm]:ss": TimeOfDay, "mm:ss.0": TimeOfDay, "h:mm AM/PM": TimeOfDay, `h" ore"`: TimeOfDay, `[h]"h "mm"m"`: TimeOfDay,
		"[Red]0.00": General, "[>100]0;0.0": General, "[Rosso]-0": General, ";;;": General, `"data"`: General,
		"_-* #,##0.00_-": General, "0_ ;[Red]-0 ": General, "yyyy": DateOnly, "m/d": DateOnly,
	} {
		if got := formatOf(code); got != want {
			t.Errorf("%q: %d, want %d", code, got, want)
		}
	}
}

func FuzzFormatOf(f *testing.F) {
	for _, code := range []string{"dd/mm/yyyy;@", "[h]:mm", `0" ore`, `\`, "[", "_", "*"} {
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) { formatOf(code) })
}
