package report

import (
	"strconv"
	"strings"

	"formare/internal/text"
)

// A Doubt is a pair of rows that may be of one person and count as two, or the other way round.
type Doubt struct {
	MayBe  string // one, two
	Reason string
	Score  float64
	A, B   Mention
}

// A Mention is one row of a doubt, and what formare.yaml calls its person.
type Mention struct {
	Ref, File, Sheet string
	Row              int64
	Participant      int64
}

// Copy gives the pair as it is written in formare.yaml, under people, same or different.
func (d Doubt) Copy() string { return "[" + quoted(d.A.Ref) + ", " + quoted(d.B.Ref) + "]" }

// quoted writes a text as YAML and JSON do.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s) + `"`
}

// DoubtFile lists the doubts for the analyst. Names stand in none of them, only places and pseudonyms.
func DoubtFile(list []Doubt, words *text.Catalogue) (File, error) {
	head := []string{}
	for _, id := range []string{"may-be", "reason", "score", "file-a", "sheet-a", "row-a", "file-b", "sheet-b", "row-b", "copy"} {
		head = append(head, words.Msg("doubts."+id))
	}
	rows := [][]string{head}
	for _, d := range list {
		rows = append(rows, []string{
			words.Msg("doubts.may-be." + d.MayBe), words.Msg("doubts.reason." + d.Reason), words.Number(d.Score, 2),
			d.A.File, d.A.Sheet, strconv.FormatInt(d.A.Row, 10), d.B.File, d.B.Sheet, strconv.FormatInt(d.B.Row, 10), d.Copy(),
		})
	}
	return csvFile("quality/"+words.Msg("doubts.file"), rows)
}
