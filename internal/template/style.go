package template

import "github.com/xuri/excelize/v2"

// form is how the cells of a column are shown and kept.
type form uint8

const (
	general form = iota
	code         // text, whatever is typed: zeros at the front stay
	dated
	number
	share
	forms
)

// styles holds the ids of the workbook's styles.
type styles struct {
	open                                                      [forms]int // cells to fill in
	example                                                   [forms]int // of the example row
	title, heading, body, label, choice, head, required, list int
}

const family = "Calibri"

// The colours keep a contrast of at least 4.5 to 1; none says anything that words do not say too.
const (
	blue  = "0059B3"
	pale  = "E6F0FA"
	grey  = "595959"
	white = "FFFFFF"
)

func (w *writer) makeStyles() {
	formats := [forms]string{code: "@", dated: "dd/mm/yyyy", number: "0.##", share: "0%"}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	line := []excelize.Border{{Type: "bottom", Color: grey, Style: 1}, {Type: "top", Color: grey, Style: 1},
		{Type: "left", Color: grey, Style: 1}, {Type: "right", Color: grey, Style: 1}}
	for f := range forms {
		open := &excelize.Style{Protection: &excelize.Protection{Locked: false}, Alignment: &excelize.Alignment{Vertical: "top"}}
		if format := formats[f]; format != "" {
			open.CustomNumFmt = &format
		}
		w.styles.open[f] = w.style(open)
		example := *open
		example.Font = &excelize.Font{Family: family, Italic: true, Color: grey}
		w.styles.example[f] = w.style(&example)
	}
	wrapped := &excelize.Alignment{WrapText: true, Vertical: "center"}
	head := &excelize.Style{Font: &excelize.Font{Family: family, Color: white}, Fill: fill(blue), Border: line, Alignment: wrapped}
	w.styles.head = w.style(head)
	required := *head
	required.Font = &excelize.Font{Family: family, Bold: true, Color: white}
	w.styles.required = w.style(&required)
	w.styles.title = w.style(&excelize.Style{Font: &excelize.Font{Family: family, Bold: true, Size: 16, Color: blue}, Alignment: wrapped})
	w.styles.heading = w.style(&excelize.Style{Font: &excelize.Font{Family: family, Bold: true, Size: 12, Color: blue}, Alignment: wrapped})
	w.styles.body = w.style(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	w.styles.label = w.style(&excelize.Style{Font: &excelize.Font{Family: family, Bold: true}})
	text := "@"
	w.styles.choice = w.style(&excelize.Style{Fill: fill(pale), Border: line, CustomNumFmt: &text,
		Protection: &excelize.Protection{Locked: false}})
	w.styles.list = w.style(&excelize.Style{CustomNumFmt: &text})
}

func (w *writer) style(s *excelize.Style) int {
	if w.err != nil {
		return 0
	}
	id, err := w.f.NewStyle(s)
	w.do(err)
	return id
}
