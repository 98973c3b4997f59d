package pipeline

import (
	"context"
	"fmt"

	"formare/internal/config"
	"formare/internal/engine"
	"formare/internal/indicator"
	"formare/internal/report"
	"formare/internal/table"
)

// peopleRefs gives the table ref_people: what the configuration tells of who is who. Of two different people
// the side that can be told apart comes second: a row rather than a key, a key of rows without codice
// fiscale rather than a codice fiscale, by which rows are one person in any case.
func peopleRefs(people config.People) []table.PersonRef {
	var out []table.PersonRef
	add := func(kind string, item, side int, ref string) {
		p, _ := config.ParsePerson(ref) // the configuration was checked
		out = append(out, table.PersonRef{Kind: kind, Item: int64(item), Side: int64(side), Ref: ref, KeyKind: p.Kind, Key: p.Key, Row: p.Row})
	}
	for i, group := range people.Groups() {
		for j, ref := range group {
			add("same", i+1, j+1, ref)
		}
	}
	for i, pair := range people.Different {
		first, second := pair[0], pair[1]
		if looseness(first) > looseness(second) {
			first, second = second, first
		}
		add("different", i+1, 1, first)
		add("different", i+1, 2, second)
	}
	return out
}

func looseness(ref string) int {
	p, _ := config.ParsePerson(ref)
	switch p.Kind {
	case "cf":
		return 0
	case "":
		return 2
	}
	return 1
}

// A Doubt is a pair of rows that an analyst should look at: of two people who may be one, or of one person
// who may be two. No name stands in it.
type Doubt struct {
	MayBe  string  `json:"may_be"` // one, two
	Reason string  `json:"reason"` // see the view doubtful_pairs
	Score  float64 `json:"score"`
	A      Mention `json:"a"`
	B      Mention `json:"b"`
}

// A Mention is one side of a doubt.
type Mention struct {
	Ref         string `json:"ref"` // for formare.yaml, under people
	File        string `json:"file"`
	Sheet       string `json:"sheet"`
	Row         int64  `json:"row"`
	Participant int64  `json:"participant"` // as in the views
}

const doubtQuery = `SELECT may_be, reason, score, ref_a, file_a, sheet_a, row_a, participant_a,
  ref_b, file_b, sheet_b, row_b, participant_b
FROM doubtful_pairs
ORDER BY score DESC, file_a, sheet_a, row_a, file_b, sheet_b, row_b, reason, ref_a, ref_b`

// Doubts lists the doubtful pairs of the last run's tables, the surest first.
func Doubts(ctx context.Context, cfg Config) (list []Doubt, err error) {
	err = withModel(ctx, cfg, doubtQuery, func(db *engine.DB) error {
		list, err = doubts(ctx, db)
		return err
	})
	return list, err
}

func doubts(ctx context.Context, q indicator.Querier) ([]Doubt, error) {
	_, rows, err := q.Rows(ctx, doubtQuery)
	if err != nil {
		return nil, fmt.Errorf("doubtful pairs: %w", err)
	}
	list := make([]Doubt, len(rows))
	for i, r := range rows {
		list[i] = Doubt{MayBe: cell(r[0]), Reason: cell(r[1]), A: mention(r[3:8]), B: mention(r[8:13])}
		list[i].Score, _ = r[2].(float64)
	}
	return list, nil
}

func mention(r []any) Mention {
	m := Mention{Ref: cell(r[0]), File: cell(r[1]), Sheet: cell(r[2])}
	m.Row, _ = r[3].(int64)
	m.Participant, _ = r[4].(int64)
	return m
}

// doubtFile puts the doubtful pairs into the month's report, for the analyst: beside the partners' folders,
// in none of them.
func (j *job) doubtFile() (report.File, error) {
	rows := make([]report.Doubt, len(j.doubts))
	for i, d := range j.doubts {
		rows[i] = report.Doubt{MayBe: d.MayBe, Reason: d.Reason, Score: d.Score, A: report.Mention(d.A), B: report.Mention(d.B)}
	}
	return report.DoubtFile(rows, j.words)
}
