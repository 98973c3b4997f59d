package register

import (
	"strings"

	"formare/internal/workbook"
)

// A date of birth may stand in three columns, "Giorno | Mese | Anno" in any order, or with the name in one: "Bini Ada,
// 3/5/1975". Either way it is given to the sink as a column of its own.

// birthParts are the places, in Table.Columns, of the columns that together hold a date of birth. The first of them
// takes the date.
type birthParts struct{ first, day, month, year int }

// markBirthParts finds three columns side by side for the day, month and year of birth.
func markBirthParts(spans []span) {
	for i := 0; i+2 < len(spans); i++ {
		at := map[string]int{}
		birth := false
		for k := i; k < i+3; k++ {
			part, said := birthPart(&spans[k])
			if part == "" {
				break
			}
			at[part] = k
			birth = birth || said
		}
		if len(at) < 3 {
			continue
		}
		years := spans[at["year"]].shape
		if !birth && years.share(years.years) < 0.6 {
			continue
		}
		for k := i; k < i+3; k++ {
			spans[k].head.told, spans[k].head.session = ignored, sessionHeader{}
		}
		spans[i].head.told = BirthDate
		spans[i].parts = &birthParts{i, at["day"], at["month"], at["year"]}
		return
	}
}

// birthPart says which part of a date a column's name is, and whether it speaks of birth.
func birthPart(s *span) (part string, birth bool) {
	birth = s.context == "birth"
	for _, w := range tokens(withoutBrackets(s.head.leaf())) {
		switch w {
		case "nascita", "nato", "nata", "nasc", "birth":
			birth = true
		case "di", "il", "of", "a", "data":
		case "giorno", "gg", "g", "day", "dd":
			part += "day"
		case "mese", "mm", "m", "month":
			part += "month"
		case "anno", "aaaa", "aa", "year", "yyyy", "yy":
			part += "year"
		default:
			return "", false
		}
	}
	if part != "day" && part != "month" && part != "year" {
		return "", false
	}
	return part, birth
}

// dateOf joins the cells of three columns.
func (p *birthParts) dateOf(cells []workbook.Cell) workbook.Cell {
	day, month, year := textOf(&cells[p.day]), textOf(&cells[p.month]), textOf(&cells[p.year])
	out := workbook.Cell{Kind: workbook.Text, Col: cells[p.first].Col}
	switch {
	case day == "" && month == "" && year == "":
		return workbook.Cell{}
	case day == "" && month == "":
		out.Text = year
	case countDigits(month) == len(month):
		out.Text = day + "/" + month + "/" + year
	default:
		out.Text = day + " " + month + " " + year
	}
	return out
}

// cutNameAndBirth parts "Bini Ada, 3/5/1975" and "Conti Ugo (nato a Terni il 3 maggio 1975)" into name and date.
func cutNameAndBirth(text string) (name, date string, ok bool) {
	at := dayInText.FindStringIndex(text)
	if at == nil || at[0] == 0 || strings.Trim(text[at[1]:], " ).;") != "" || len(text) > 90 {
		return "", "", false
	}
	name = strings.TrimRight(text[:at[0]], " ,;:(–-")
	words := strings.Fields(name)
	for i, w := range words {
		if bare := strings.ToLower(strings.Trim(w, ",;:(")); i > 0 && (bare == "nato" || bare == "nata" || bare == "nato/a" || bare == "n." || bare == "il") {
			words = words[:i]
			break
		}
	}
	name = strings.TrimRight(strings.Join(words, " "), " ,;:(–-")
	words = strings.Fields(name)
	return name, text[at[0]:at[1]], len(words) >= 2 && looksName(words)
}

// splitBirth adds a column for the dates of birth that stand in one column with the names.
func (d *decision) splitBirth() {
	if d.subject != People || d.has(BirthDate) {
		return
	}
	for i := range d.spans {
		s := &d.spans[i]
		if s.chosen.field != FullName || s.shape.share(s.shape.nameBirth) < 0.5 {
			continue
		}
		birth := *s
		birth.chosen = candidate{BirthDate, min(s.chosen.score, 0.85), ByValues}
		birth.cut = true
		d.spans = append(d.spans[:i+1], append([]span{birth}, d.spans[i+1:]...)...)
		return
	}
}

// cutBirth parts the cell of a name that has a date of birth in it between its two columns.
func (t *reader) cutBirth(i int) {
	name, birth := &t.out.Cells[i-1], &t.out.Cells[i]
	if name.Kind != workbook.Text {
		*birth = workbook.Cell{}
		return
	}
	who, date, ok := cutNameAndBirth(name.Text)
	if !ok {
		*birth = workbook.Cell{}
		return
	}
	name.Text, birth.Text = who, date
}
