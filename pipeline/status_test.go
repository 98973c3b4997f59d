package pipeline_test

import (
	"context"
	"testing"

	"formare/internal/store"
	"formare/pipeline"
)

// The status tells the same findings as the run, each in just one place, and every file once.
func TestStatusAgreesWithRun(t *testing.T) {
	p := runSample(t, 1, 2)
	r, err := pipeline.Status(context.Background(), p.cfg, "")
	if err != nil {
		t.Fatal(err)
	}
	if r.Findings != p.got.Findings {
		t.Errorf("the status has %+v, the run %+v", r.Findings, p.got.Findings)
	}
	var byPartner, byMonth store.Counts
	for _, line := range r.Partners {
		byPartner.Add(line.Findings)
		for _, m := range line.Months {
			byMonth.Add(m.Findings)
		}
	}
	if byPartner != r.Findings {
		t.Errorf("the partners together have %+v, the status %+v", byPartner, r.Findings)
	}
	if byMonth.Error > byPartner.Error || byMonth.Warning > byPartner.Warning || byMonth.Info > byPartner.Info {
		t.Errorf("the months together have %+v, the partners %+v", byMonth, byPartner)
	}
	n := r.Totals
	if n.Found != n.Active+n.Superseded+n.SetAside || len(r.SetAside) != n.SetAside || len(r.Replaced) != n.Superseded {
		t.Errorf("files: %+v, %d set aside, %d superseded", n, len(r.SetAside), len(r.Replaced))
	}
}
