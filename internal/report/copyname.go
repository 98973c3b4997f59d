package report

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"formare/internal/text"
)

// reserved names belong to devices on Windows, with any ending.
var reserved = []string{"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3"}

// CopyStem gives the name of a file's copy without its ending: the file's own, made safe, with the mark by
// which a copy is known. No name leads anywhere: of a path only the last part is looked at, and of that
// only letters, digits and a few signs stay.
func CopyStem(words *text.Catalogue, file string) string {
	mark := "_" + words.Msg("copy.mark")
	name := path.Base(strings.ReplaceAll(file, `\`, "/"))
	name = strings.TrimSuffix(name, path.Ext(name))
	name = strings.TrimSuffix(name, mark) // of a copy that was sent back
	name = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || strings.ContainsRune(" -_.,()'’+", r) {
			return r
		}
		return '_'
	}, name)
	if r := []rune(name); len(r) > 80 {
		name = string(r[:80])
	}
	name = strings.Trim(name, " .")
	if name == "" || slices.Contains(reserved, strings.ToLower(name)) {
		name = "file" + name
	}
	return name + mark
}

// CopyStems names the copies of many files that lie in one folder, each by an id: those that would have
// one name get the id into theirs.
func CopyStems(words *text.Catalogue, files map[string]string) map[string]string {
	n, out := map[string]int{}, map[string]string{}
	for id, file := range files {
		out[id] = CopyStem(words, file)
		n[strings.ToLower(out[id])]++
	}
	mark := "_" + words.Msg("copy.mark")
	for id, stem := range out {
		if n[strings.ToLower(stem)] > 1 {
			out[id] = strings.TrimSuffix(stem, mark) + "_" + id[:min(len(id), 6)] + mark
		}
	}
	return out
}
