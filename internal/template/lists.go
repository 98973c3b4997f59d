package template

import "fmt"

// A list is what a drop-down offers.
type list struct {
	name   string
	values []string
}

// allLists gives the lists in the order of their columns.
func (w *writer) allLists() []list {
	worded := func(prefix string, ids []string) []string {
		out := make([]string, len(ids))
		for i, id := range ids {
			out[i] = w.msg(prefix + "." + id)
		}
		return out
	}
	months := make([]string, len(w.c.Months))
	for i, m := range w.c.Months {
		months[i] = w.words.MonthYear(m)
	}
	return []list{
		{listAreas, w.c.Areas}, {listComuni, w.c.Comuni}, {listRoles, w.c.Roles},
		{listKinds, worded("kind", kinds)}, {listGenders, genders}, {listStatuses, worded("status", statuses)},
		{listServiceKinds, worded("service_kind", serviceKinds)}, {listYesNo, []string{w.msg("yes"), w.msg("no")}},
		{listMonths, months}, {listPartners, w.c.Partners}, // last: the first lines of a workbook tell whose it is
	}
}

func (w *writer) listLength(name string) int {
	for _, l := range w.allLists() {
		if l.name == name {
			return len(l.values)
		}
	}
	return 0
}

// lists writes the sheet behind the drop-downs, which keeps words out of formulas. The lists stand one below
// the other, so that nothing takes them for a table.
func (w *writer) lists(sheet string) {
	w.mark(sheet)
	row := 1
	for _, l := range w.allLists() {
		if len(l.values) == 0 {
			continue
		}
		first := row + 1
		for _, v := range l.values {
			row++
			w.put(sheet, row, 1, v)
			w.dress(sheet, row, 1, w.styles.list)
		}
		w.name(l.name, fmt.Sprintf("'%s'!$A$%d:$A$%d", sheet, first, row))
		row++
	}
	if w.err == nil {
		w.do(w.f.SetColWidth(sheet, "A", "A", listWidth))
	}
	w.protect(sheet, false)
}
