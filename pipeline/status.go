package pipeline

import (
	"context"
	"slices"

	"formare/internal/finding"
	"formare/internal/store"
	"formare/internal/text"
)

// State of one partner in one month.
type State string

const (
	Received State = "received"  // at least one source that counts has courses of that month
	Late     State = "late"      // the same, but it came after it was due
	Quiet    State = "quiet"     // a source that counts, or the configuration, says that there was nothing
	SetAside State = "set_aside" // something came, but none of it counts
	Missing  State = "missing"   // nothing came, although it was due
	Expected State = "expected"  // nothing came; the month is over, but the register is not due yet
	Later    State = "later"     // the month is not over
)

// A StatusReport says what each partner has sent for each month.
type StatusReport struct {
	Programme string          `json:"programme"`
	AsOf      string          `json:"as_of,omitempty"` // the day on which it was judged what is missing
	DueDays   int             `json:"due_days"`        // after a month's end
	Months    []string        `json:"months"`
	Partners  []PartnerStatus `json:"partners"`
	Chase     []string        `json:"chase"` // partners with something missing or to mend, the worst first
	Totals    Tally           `json:"totals"`
	Findings  store.Counts    `json:"findings"`
	NoPartner []Outcome       `json:"no_partner"` // sources whose partner is not known
	SetAside  []Outcome       `json:"set_aside"`  // all of them, with or without a partner
	Replaced  []Outcome       `json:"superseded"`
	Overlaps  []Overlap       `json:"overlaps"` // files that may correct another
}

// PartnerStatus is one line of the report.
type PartnerStatus struct {
	Partner  string       `json:"partner"`
	Name     string       `json:"name"`
	Months   []MonthState `json:"months"`
	Missing  []string     `json:"missing"`  // months to ask for: nothing came, or nothing that counts
	ToMend   []string     `json:"to_mend"`  // months whose registers have errors
	Errors   int          `json:"errors"`   // to mend: not those of months that are to be sent again whole
	Findings store.Counts `json:"findings"` // of all months, also of those outside the report
}

// A MonthState is one cell of the report. Findings are those of the sources that the partner sent for
// the month.
type MonthState struct {
	Month      string       `json:"month"`
	State      State        `json:"state"`
	Active     int          `json:"active"`
	Superseded int          `json:"superseded"`
	SetAside   int          `json:"set_aside"`
	Received   string       `json:"received,omitempty"`  // the day on which the first source that was read came
	Due        string       `json:"due"`                 // the last day on which it was in time
	DaysLate   int          `json:"days_late,omitempty"` // of what came
	Findings   store.Counts `json:"findings"`
}

// Status reads the ledger and the findings of the last run: it opens no workbook and changes nothing.
// With a partner it tells of that one alone, with a month of those up to it, as of the day on which that
// month's registers are due.
func Status(ctx context.Context, cfg Config, partner string) (*StatusReport, error) {
	ledger, err := store.ReadLedger(cfg.path(ledgerFile))
	if err != nil {
		return nil, text.Errorf("ledger", err)
	}
	across, err := findingsAcross(ctx, cfg)
	if err != nil {
		return nil, text.Errorf("ledger", err)
	}
	v := &view{cfg: cfg, ledger: ledger, found: findingsBySource(ledger, across)}
	v.clock()
	r := v.report(partner)
	for _, o := range storedOverlaps(ledger, across) {
		if partner == "" || slices.ContainsFunc(ledger.Sources, func(s store.Source) bool { return s.File == o.File && s.Partner == partner }) {
			r.Overlaps = append(r.Overlaps, o)
		}
	}
	return r, nil
}

// A view is the ledger as one call of Status looks at it.
type view struct {
	cfg    Config
	ledger *store.Ledger
	found  map[string]store.Counts // findings by source; of no source under ""
	dated  bool                    // the files' days tell when they came
	asOf   string
}

func (v *view) report(partner string) *StatusReport {
	p := v.cfg.Settings.Programme
	last := p.End
	if v.cfg.Month != "" {
		last = min(last, v.cfg.Month)
	}
	r := &StatusReport{Programme: p.Name, AsOf: v.asOf, DueDays: v.cfg.Settings.Rules.DueDays, Months: monthsBetween(p.Start, last),
		Partners: []PartnerStatus{}, Chase: []string{}, NoPartner: []Outcome{}, Overlaps: []Overlap{}}
	of := v.ledger
	if partner != "" {
		of = &store.Ledger{}
		for _, s := range v.ledger.Sources {
			if s.Partner == partner {
				of.Sources = append(of.Sources, s)
			}
		}
	}
	r.Totals = tally(of)
	r.SetAside, r.Replaced = outcomes(of)
	byID := of.Index()
	for i := range of.Sources {
		s := &of.Sources[i]
		r.Findings.Add(v.found[s.ID])
		if s.Partner == "" {
			r.NoPartner = append(r.NoPartner, outcomeOf(byID, s))
		}
	}
	if partner == "" {
		r.Findings.Add(v.found[""])
	}
	for i := range v.cfg.Settings.Partners {
		if p := &v.cfg.Settings.Partners[i]; partner == "" || p.ID == partner {
			r.Partners = append(r.Partners, v.partner(p, r.Months))
		}
	}
	r.Chase = toChase(r.Partners)
	return r
}

// toChase orders the partners of whom something is to be asked: those with most months missing first,
// then those with most errors.
func toChase(partners []PartnerStatus) []string {
	list := slices.Clone(partners)
	list = slices.DeleteFunc(list, func(p PartnerStatus) bool { return len(p.Missing) == 0 && p.Errors == 0 })
	slices.SortStableFunc(list, func(a, b PartnerStatus) int {
		if d := len(b.Missing) - len(a.Missing); d != 0 {
			return d
		}
		return b.Errors - a.Errors
	})
	out := []string{}
	for _, p := range list {
		out = append(out, p.Partner)
	}
	return out
}

// findingsBySource counts what the run counted: of the sources that were neither superseded nor wait, and
// across sources.
func findingsBySource(ledger *store.Ledger, across []finding.Finding) map[string]store.Counts {
	out := map[string]store.Counts{}
	for i := range ledger.Sources {
		s := &ledger.Sources[i]
		if s.Status != store.Superseded && !s.Waits() {
			out[s.ID] = s.Findings
		}
	}
	for _, f := range across {
		n := out[f.Source]
		n.Add(countSeverities([]finding.Finding{f}))
		out[f.Source] = n
	}
	return out
}

func lastReported(ledger *store.Ledger, months []string) string {
	last := ""
	for i := range ledger.Sources {
		s := &ledger.Sources[i]
		if s.Status != store.Active {
			continue
		}
		for _, m := range append([]string{s.Month}, s.Months...) {
			if slices.Contains(months, m) {
				last = max(last, m)
			}
		}
	}
	return last
}

func tally(ledger *store.Ledger) Tally {
	var t Tally
	for i := range ledger.Sources {
		s := &ledger.Sources[i]
		t.Found++
		switch s.Status {
		case store.Active:
			t.Active++
			t.RowsRead += s.RowsRead
			t.RowsKept += s.RowsKept
		case store.Superseded:
			t.Superseded++
		case store.SetAside:
			t.SetAside++
		}
	}
	return t
}
