package tables

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"formare/internal/report/readable"
)

// mostName is how long Excel lets a sheet's name be, in UTF-16.
const mostName = 31

// mostText is what Excel keeps in a cell.
const mostText = 32767

// nameOf is what an indicator's sheet is called.
func (w *writer) nameOf(t *readable.Table) string {
	if id := "tables.sheet." + t.ID; w.words.Has(id) {
		return w.words.Msg(id)
	}
	return t.Title
}

// freeName makes a name that Excel accepts and that no other sheet has.
func freeName(wanted string, taken []string) string {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r < ' ' {
			return ' '
		}
		return r
	}, wanted)
	clean = strings.Trim(strings.Join(strings.Fields(clean), " "), "'")
	if clean == "" || strings.EqualFold(clean, "history") { // Excel keeps this one for itself
		clean = strings.TrimSpace("formare " + clean)
	}
	name := shorten(clean, mostName)
	for i := 2; in(name, taken); i++ {
		end := " (" + strconv.Itoa(i) + ")"
		name = shorten(clean, mostName-len(end)) + end
	}
	return name
}

func in(name string, taken []string) bool {
	for _, t := range taken {
		if strings.EqualFold(t, name) {
			return true
		}
	}
	return false
}

// shorten cuts a text to so many units of UTF-16, at a word's end if it can.
func shorten(s string, most int) string {
	if len(utf16.Encode([]rune(s))) <= most {
		return s
	}
	runes := []rune(s)
	for len(utf16.Encode(runes)) > most-1 {
		runes = runes[:len(runes)-1]
	}
	cut := string(runes)
	if i := strings.LastIndexByte(cut, ' '); i > most/2 && []rune(s)[len(runes)] != ' ' {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " '") + "…"
}

// clip keeps a text within what a cell holds.
func clip(s string) string {
	if len(s) <= mostText {
		return s
	}
	return shorten(s, mostText)
}

// quoted is a sheet's name as references have it.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// unlike makes the heads of a table's columns differ, as Excel wants them.
func unlike(heads []string) []string {
	var out []string
	for i, h := range heads {
		if h = strings.TrimSpace(h); h == "" {
			h = strconv.Itoa(i + 1)
		}
		name := h
		for n := 2; in(name, out); n++ {
			name = h + " (" + strconv.Itoa(n) + ")"
		}
		out = append(out, name)
	}
	return out
}
