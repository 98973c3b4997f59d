package pipeline

import (
	"slices"

	"formare/internal/store"
	"formare/internal/text"
)

// State of one partner in one month.
type State string

const (
	Received State = "received"  // at least one source that counts has courses of that month
	Quiet    State = "quiet"     // a source that counts covers the month and has no course of it
	SetAside State = "set_aside" // something came, but none of it counts
	Missing  State = "missing"
	Later    State = "later" // after the last month that anyone has reported
)

// A StatusReport says what each partner has sent for each month.
type StatusReport struct {
	Months    []string        `json:"months"`
	Partners  []PartnerStatus `json:"partners"`
	NoPartner []Outcome       `json:"no_partner"` // sources whose partner is not known
	Totals    Tally           `json:"totals"`
	SetAside  []Outcome       `json:"set_aside"` // all of them, with or without a partner
	Replaced  []Outcome       `json:"superseded"`
	Overlaps  []Overlap       `json:"overlaps"` // files that may correct another
}

// PartnerStatus is one line of the report.
type PartnerStatus struct {
	Partner string       `json:"partner"`
	Name    string       `json:"name"`
	Months  []MonthState `json:"months"`
	Missing []string     `json:"missing"` // what to chase
}

// A MonthState is one cell of the report. Findings are those of the sources that the partner sent for
// the month.
type MonthState struct {
	Month      string       `json:"month"`
	State      State        `json:"state"`
	Active     int          `json:"active"`
	Superseded int          `json:"superseded"`
	SetAside   int          `json:"set_aside"`
	Findings   store.Counts `json:"findings"`
}

// Status reads the ledger: it opens no workbook and changes nothing.
func Status(cfg Config) (*StatusReport, error) {
	ledger, err := store.ReadLedger(cfg.path(ledgerFile))
	if err != nil {
		return nil, text.Errorf("ledger", err)
	}
	months := monthsBetween(cfg.Settings.Programme.Start, cfg.Settings.Programme.End)
	last := lastReported(ledger, months)
	if cfg.Month != "" {
		last = cfg.Month
	}
	report := &StatusReport{Months: months, Totals: tally(ledger), NoPartner: []Outcome{}}
	report.SetAside, report.Replaced = outcomes(ledger)
	report.Overlaps = []Overlap{}
	for _, p := range cfg.Settings.Partners {
		line := PartnerStatus{Partner: p.ID, Name: p.Name, Missing: []string{}}
		for _, m := range months {
			cell := monthState(ledger, p.ID, m)
			if cell.State == Missing && m > last {
				cell.State = Later
			}
			if cell.State == Missing || cell.State == SetAside {
				line.Missing = append(line.Missing, m)
			}
			line.Months = append(line.Months, cell)
		}
		report.Partners = append(report.Partners, line)
	}
	byID := ledger.Index()
	for i := range ledger.Sources {
		if s := &ledger.Sources[i]; s.Partner == "" {
			report.NoPartner = append(report.NoPartner, outcomeOf(byID, s))
		}
	}
	return report, nil
}

func monthState(ledger *store.Ledger, partner, month string) MonthState {
	cell := MonthState{Month: month, State: Missing}
	covered := false
	for i := range ledger.Sources {
		s := &ledger.Sources[i]
		if s.Partner != partner || !covers(s, month) {
			continue
		}
		switch s.Status {
		case store.Active:
			covered = true
			if slices.Contains(s.Months, month) {
				cell.Active++
			}
		case store.Superseded:
			cell.Superseded++
			continue
		case store.SetAside:
			cell.SetAside++
		}
		if s.Month == month {
			cell.Findings.Add(s.Findings)
		}
	}
	switch {
	case cell.Active > 0:
		cell.State = Received
	case covered:
		cell.State = Quiet
	case cell.SetAside > 0:
		cell.State = SetAside
	}
	return cell
}

// covers says whether a source reports on a month: a register for three months covers all of them, from
// its first course to its own month, also one without courses.
func covers(s *store.Source, month string) bool {
	first, last := s.Month, s.Month
	if n := len(s.Months); n > 0 {
		first, last = min(first, s.Months[0]), max(last, s.Months[n-1])
	}
	return month >= first && month <= last
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
