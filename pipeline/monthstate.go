package pipeline

import (
	"slices"
	"time"

	"formare/internal/config"
	"formare/internal/store"
)

// clock finds out as of which day to judge what is missing: the last day on which anything came, or with
// a month asked for the day on which its registers are due. No clock is asked, so that the report
// says the same tomorrow. The days are those on which the files were last changed; where all of them
// bear the same one they were copied, and do not tell when they came.
func (v *view) clock() {
	var days, months []string
	for _, s := range v.ledger.Sources {
		days = append(days, s.Received)
		months = append(months, s.Month)
	}
	slices.Sort(days)
	slices.Sort(months)
	v.dated = len(slices.Compact(days)) > 1 || len(slices.Compact(months)) < 2
	switch {
	case v.cfg.Month != "":
		v.asOf = v.due(v.cfg.Month)
	case v.dated && len(days) > 0:
		v.asOf = slices.Max(days)
	default:
		p := v.cfg.Settings.Programme
		if last := lastReported(v.ledger, monthsBetween(p.Start, p.End)); last != "" {
			v.asOf = v.due(last)
		}
	}
}

// due is the last day on which a month's register is in time.
func (v *view) due(month string) string {
	return dayAfter(month, v.cfg.Settings.Rules.DueDays)
}

// dayAfter gives the day so many days after a month's last one.
func dayAfter(month string, days int) string {
	t, err := time.Parse("2006-01", month)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 1, days-1).Format(time.DateOnly)
}

// statusOf is how the letter to a partner sees it.
func (j *job) statusOf(p *config.Partner, months []string) PartnerStatus {
	v := &view{cfg: j.cfg, ledger: j.ledger, found: map[string]store.Counts{}}
	v.clock()
	return v.partner(p, months)
}

func (v *view) partner(p *config.Partner, months []string) PartnerStatus {
	line := PartnerStatus{Partner: p.ID, Name: p.Name, Missing: []string{}, ToMend: []string{}}
	for _, s := range v.ledger.Sources {
		if s.Partner == p.ID {
			line.Findings.Add(v.found[s.ID])
		}
	}
	line.Errors = line.Findings.Error
	for _, m := range months {
		cell := v.month(p, m)
		if cell.State == SetAside {
			line.Errors -= cell.Findings.Error
		}
		if cell.State == Missing || cell.State == SetAside {
			line.Missing = append(line.Missing, m)
		}
		if cell.Findings.Error > 0 && cell.State != SetAside {
			line.ToMend = append(line.ToMend, m)
		}
		line.Months = append(line.Months, cell)
	}
	return line
}

func (v *view) month(p *config.Partner, month string) MonthState {
	cell := MonthState{Month: month, Due: v.due(month)}
	covered := slices.Contains(p.Quiet, month)
	for i := range v.ledger.Sources {
		s := &v.ledger.Sources[i]
		if s.Partner != p.ID || !covers(s, month) {
			continue
		}
		if s.Month == month {
			cell.Findings.Add(v.found[s.ID])
		}
		switch s.Status {
		case store.Active:
			covered = true
			if slices.Contains(s.Months, month) {
				cell.Active++
			}
		case store.Superseded:
			if s.Reason != store.ReasonDuplicate {
				cell.Superseded++
			}
			if s.AsideFor != "" {
				continue
			}
		case store.SetAside:
			cell.SetAside++
			continue // it does not count as having come
		}
		if cell.Received == "" || s.Received < cell.Received {
			cell.Received = s.Received
			cell.DaysLate = v.daysLate(s)
		}
	}
	cell.State = v.state(&cell, covered)
	if cell.State != Received && cell.State != Late {
		cell.DaysLate = 0
	}
	return cell
}

// daysLate says how many days after it was due a source came. A register of several months is due after
// its last one.
func (v *view) daysLate(s *store.Source) int {
	came, err := time.Parse(time.DateOnly, s.Received)
	due, err2 := time.Parse(time.DateOnly, v.due(s.Month))
	if err != nil || err2 != nil || !v.dated || !came.After(due) {
		return 0
	}
	return int(came.Sub(due).Hours() / 24)
}

func (v *view) state(cell *MonthState, covered bool) State {
	switch {
	case cell.Active > 0 && cell.DaysLate > 0:
		return Late
	case cell.Active > 0:
		return Received
	case covered:
		return Quiet
	case cell.SetAside > 0:
		return SetAside
	case v.asOf <= dayAfter(cell.Month, 0):
		return Later
	case v.asOf < cell.Due:
		return Expected
	}
	return Missing
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
