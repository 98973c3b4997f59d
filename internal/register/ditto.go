package register

import (
	"slices"
	"strings"

	"formare/internal/workbook"
)

// Whoever fills a list by hand writes a ditto mark where a cell says what the one above says.

// isDitto says whether a cell only points at the one above: quotation marks, "idem", "c.s.".
func isDitto(c *workbook.Cell) bool {
	if c == nil || c.Kind != workbook.Text {
		return false
	}
	text := strings.Join(strings.Fields(strings.ToLower(c.Text)), "")
	if text == "" || len(text) > 16 {
		return false
	}
	if strings.Trim(text, `"“”„″'’‘‹›«»〃`) == "" || text == ",," {
		return true
	}
	words := strings.Trim(text, `"“”'’«».()`)
	return slices.Contains([]string{"idem", "c.s", "cs", "comesopra", "v.sopra", "vedisopra", "ditto", "sameasabove"}, words) || text == "id."
}

// carryDitto puts the value above in the place of ditto marks. Those under a codice fiscale, a birth date or
// a whole name are followed only where all that names the person is one: a row with a name or a code of its
// own is about somebody else.
func (t *reader) carryDitto() {
	if t.rows == 0 {
		return
	}
	same := t.samePerson()
	for i, c := range t.table.Columns {
		switch c.Field {
		case CodiceFiscale, BirthDate, FullName, GivenName, Email, Phone:
			if !same {
				continue
			}
		case Ordinal:
			continue
		}
		if isDitto(&t.out.Cells[i]) && t.above[i].Kind != workbook.Empty {
			t.out.Cells[i], t.out.Carried[i] = t.above[i], true
		}
	}
}

// samePerson says whether a row names nobody but by ditto marks.
func (t *reader) samePerson() bool {
	for i, c := range t.table.Columns {
		if cell := &t.out.Cells[i]; identityFields()[c.Field] && cell.Kind != workbook.Empty && !isDitto(cell) {
			return false
		}
	}
	return true
}
