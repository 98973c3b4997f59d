package tables

import (
	"strings"

	"formare/internal/report/readable"

	"github.com/xuri/excelize/v2"
)

const family = "Arial" // the figures' face has its metrics

// The colours are the figure system's; text has a contrast of at least 4.5 to 1 on what it stands on.
const (
	ink    = "17324D"
	muted  = "4A5D70"
	accent = "0066CC"
	track  = "EEF2F6"
	grid   = "D5DCE3"
	white  = "FFFFFF"
)

// style gives the id of a look: one of the named ones, or "number:" with a format.
func (w *writer) style(look string) int {
	if id, ok := w.styles[look]; ok || w.err != nil {
		return id
	}
	id, err := w.f.NewStyle(styleOf(look))
	w.do(err)
	w.styles[look] = id
	return id
}

func styleOf(look string) *excelize.Style {
	body := func() *excelize.Style {
		return &excelize.Style{Font: &excelize.Font{Family: family, Size: 10, Color: ink},
			Alignment: &excelize.Alignment{Vertical: "center"}}
	}
	s := body()
	fill := func(colour string) {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	if format, ok := strings.CutPrefix(look, "number:"); ok {
		s.CustomNumFmt = &format
		s.Alignment.Horizontal = "right"
		if strings.Contains(format, "yyyy") {
			s.Alignment.Horizontal = "left"
		}
		return s
	}
	switch look {
	case "title":
		s.Font.Bold, s.Font.Size = true, 18
	case "heading":
		s.Font.Bold, s.Font.Size, s.Font.Color = true, 13, accent
		s.Border = []excelize.Border{{Type: "bottom", Color: accent, Style: 2}}
	case "head", "head-right":
		s.Font.Bold, s.Font.Color = true, white
		fill(ink)
		s.Alignment.WrapText = true
		if look == "head-right" {
			s.Alignment.Horizontal = "right"
		}
	case "label":
		s.Font.Bold = true
		s.Alignment.WrapText = true
	case "wrap":
		s.Alignment.WrapText = true
		s.Border = []excelize.Border{{Type: "bottom", Color: grid, Style: 1}}
	case "note":
		s.Font.Color = muted
		s.Alignment.WrapText = true
	case "link":
		s.Font.Color, s.Font.Underline = accent, "single"
		s.Alignment.WrapText = true
	case "hidden":
		s.Font.Color = muted
		s.Alignment.Horizontal = "right"
		fill(track)
	case "unknown":
		s.Font.Color = muted
	case "unknown-right":
		s.Font.Color = muted
		s.Alignment.Horizontal = "right"
	}
	return s
}

// formats are written as workbooks store them, with American marks: each program shows them with those of
// its country, «1.234,5» in Italy. Months name their language, so that they read the same everywhere.
func (w *writer) format(c readable.Cell) string {
	format := "#,##0"
	if c.Decimals > 0 {
		format += "." + strings.Repeat("0", c.Decimals)
	}
	switch c.Form {
	case readable.Share:
		format = "0." + strings.Repeat("0", max(c.Decimals, 1)) + "%"
	case readable.Plain:
		format = "0"
	case readable.Day:
		format = "dd/mm/yyyy"
	case readable.Month:
		format = map[string]string{"it": "[$-410]", "en": "[$-809]"}[w.words.Lang] + "mmmm yyyy"
	}
	if c.About {
		before, after, _ := strings.Cut(w.words.Msg("figure.about"), "{n}")
		format = literal(before) + format + literal(after)
	}
	return format
}

func literal(s string) string {
	if s == "" {
		return ""
	}
	return `"` + strings.ReplaceAll(s, `"`, "") + `"`
}
