package page

import (
	"formare/internal/report/readable"
	"formare/internal/text"
)

// headline is the indicator whose numbers stand at the top, as words of the page's own: they are larger than
// any drawing of them where a window is narrow.
const headline = "headline"

type number struct{ Label, Value, Target string }

// numbers takes the headline out of its table (measure, value, target), and what its figure says of it.
func (v *view) numbers(c Content, words *text.Catalogue) error {
	for _, d := range c.Drawings {
		if len(d.Indicators) > 0 && d.Indicators[0] == headline {
			v.NumbersTitle, v.NumbersLead, v.NumbersNote = d.Title, d.Subtitle, d.Note
			break
		}
	}
	for _, t := range c.Tables {
		if t.ID != headline {
			continue
		}
		v.Numbers = numbersOf(t, words)
		var err error
		if v.NumbersFile, err = downloadOf(t, headline, words); err != nil {
			return err
		}
	}
	return nil
}

func numbersOf(t *readable.Table, words *text.Catalogue) []number {
	at := map[string]int{"measure": -1, "value": -1, "target": -1}
	for i, c := range t.Columns {
		at[c.Name] = i
	}
	if at["measure"] < 0 || at["value"] < 0 {
		return nil
	}
	var out []number
	for _, row := range t.Rows {
		value := row[at["value"]]
		if value.Form == readable.Unknown {
			continue
		}
		n := number{Label: row[at["measure"]].Text, Value: value.Text}
		if i := at["target"]; i >= 0 && row[i].Numeric() {
			n.Target = words.Msg("page.target", "n", row[i].Text)
		}
		out = append(out, n)
	}
	return out
}
