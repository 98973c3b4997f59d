package pipeline

import (
	"time"

	"formare/internal/store"
)

// Stages of Run, in their order; their names for people stand in the text catalogue under "stage.<id>".
const (
	StageDiscover  = "discover"
	StageIngest    = "ingest"
	StageTables    = "tables"
	StageModel     = "model"
	StageIndicator = "indicators"
	StageFigures   = "figures"
	StageCopies    = "copies"
	StagePublish   = "publish"
)

// A Result tells what Run has done. Its JSON form is that of `formare run --json`.
type Result struct {
	Month       string       `json:"month"`
	NothingToDo bool         `json:"nothing_to_do"`
	Sources     Tally        `json:"sources"`
	Findings    store.Counts `json:"findings"` // of the sources that are not superseded, and across sources
	Rules       []RuleCount  `json:"rules"`    // the same by rule, most frequent first
	SetAside    []Outcome    `json:"set_aside"`
	Superseded  []Outcome    `json:"superseded"`
	Gone        []Gone       `json:"gone"`     // files that are not in the inbox any more
	Overlaps    []Overlap    `json:"overlaps"` // files that may correct another
	Headline    []Measure    `json:"headline"`
	Figures     []Drawn      `json:"figures"`
	Reports     string       `json:"reports"` // the folder of the published month
	Stages      []Stage      `json:"stages"`
}

// A Tally counts sources.
type Tally struct {
	Found      int `json:"found"`
	Read       int `json:"read"` // in this run; the others were read by an earlier one
	Active     int `json:"active"`
	Superseded int `json:"superseded"`
	SetAside   int `json:"set_aside"`
	RowsRead   int `json:"rows_read"`
	RowsKept   int `json:"rows_kept"`
}

// A RuleCount says how many findings one rule has.
type RuleCount struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	N        int    `json:"n"`
}

// A Measure is a headline number.
type Measure struct {
	Name   string   `json:"measure"`
	Value  *float64 `json:"value"`          // nil when it cannot be known or is protected
	Mark   string   `json:"mark,omitempty"` // what stands in place of a protected value: "<5"
	Target *float64 `json:"target,omitempty"`
}

// Drawn is one figure: its title, or why it was left out.
type Drawn struct {
	ID      string `json:"id"`
	Title   string `json:"title,omitempty"`
	LeftOut string `json:"left_out,omitempty"`
}

// A Stage is a part of the run and the time it took.
type Stage struct {
	Name    string  `json:"name"`
	Seconds float64 `json:"seconds"`
}

// A stopwatch notes how long each stage takes.
type stopwatch struct {
	now    func() time.Time
	start  time.Time
	stages []Stage
}

func (w *stopwatch) begin(name string) {
	w.end()
	w.start = w.now()
	w.stages = append(w.stages, Stage{Name: name})
}

func (w *stopwatch) end() {
	if n := len(w.stages); n > 0 && w.stages[n-1].Seconds == 0 {
		w.stages[n-1].Seconds = w.now().Sub(w.start).Seconds()
	}
}
