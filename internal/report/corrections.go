package report

import (
	"maps"
	"slices"
	"strconv"

	"formare/internal/change"
	"formare/internal/finding"
	"formare/internal/store"
	"formare/internal/text"
)

// correctionFiles list what corrected files changed, a file for each partner:
// quality/<partner>/correzioni.csv. Each correction has a line that counts rows, then one for each
// finding: what was solved stands where it was in the old file, the rest where it is in the new one.
func correctionFiles(words *text.Catalogue, list []change.Correction) ([]File, error) {
	byPartner := map[string][][]string{}
	for _, c := range list {
		partner := c.Partner
		if partner == "" {
			partner = "altro"
		}
		byPartner[partner] = append(byPartner[partner], correctionRows(words, c)...)
	}
	head := []string{}
	for _, id := range []string{"was", "by", "change", "severity", "sheet", "cell", "row", "field", "value", "message", "rule"} {
		head = append(head, words.Msg("quality."+id))
	}
	var files []File
	for _, p := range slices.Sorted(maps.Keys(byPartner)) {
		file, err := csvFile("quality/"+p+"/correzioni.csv", slices.Concat([][]string{head}, byPartner[p]))
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

func correctionRows(words *text.Catalogue, c change.Correction) [][]string {
	rows := [][]string{{c.Old, c.By, words.Msg("change.is.rows"), "", "", "", "", "", "",
		words.Msg("change.rows", "same", words.Int(c.Rows.Same), "changed", words.Int(c.Rows.Changed),
			"added", words.Int(c.Rows.Added), "removed", words.Int(c.Rows.Removed)), ""}}
	for _, part := range []struct {
		id   string
		list []finding.Finding
	}{{"new", c.New}, {"still", c.Still}, {"solved", c.Solved[:len(c.Solved)-c.Gone]}, {"gone", c.Solved[len(c.Solved)-c.Gone:]}} {
		for _, f := range part.list {
			row := ""
			if f.Row > 0 {
				row = strconv.Itoa(f.Row)
			}
			rows = append(rows, []string{c.Old, c.By, words.Msg("change.is." + part.id), words.Msg("severity." + f.Severity().String()),
				f.Sheet, f.Cell, row, FieldName(words, f.Field), asWritten(words, f, f.Value), Message(words, f), string(f.Rule)})
		}
	}
	return rows
}

// ChangeText says in one line what a correction changed, and nothing about what it did not.
func ChangeText(words *text.Catalogue, c *store.Change) string {
	sum := func(n store.Counts) int { return n.Error + n.Warning + n.Info }
	return changeText(words, change.Rows{Added: c.Added, Removed: c.Removed, Changed: c.Changed, Same: c.Same},
		sum(c.Solved)-c.Gone, c.Gone, sum(c.Still), sum(c.New))
}

func correctionText(words *text.Catalogue, c change.Correction) string {
	return changeText(words, c.Rows, len(c.Solved)-c.Gone, c.Gone, len(c.Still), len(c.New))
}

func changeText(words *text.Catalogue, r change.Rows, solved, gone, still, fresh int) string {
	type part struct {
		id string
		n  int
	}
	list := func(parts ...part) string {
		var said []string
		for _, p := range parts {
			if p.n > 0 {
				said = append(said, words.Count("change."+p.id, p.n))
			}
		}
		if said == nil {
			return words.Msg("change.none")
		}
		return words.List(said)
	}
	return words.Msg("change",
		"rows", list(part{"same", r.Same}, part{"changed", r.Changed}, part{"added", r.Added}, part{"removed", r.Removed}),
		"findings", list(part{"solved", solved}, part{"gone", gone}, part{"still", still}, part{"new", fresh}))
}
