package pipeline

import (
	"path"
	"time"

	"formare/internal/figure"
	"formare/internal/report"
)

// before gives the headline numbers of the month before as its report was published: never computed anew, for
// what that report hid must stay hidden. Without such a report there are none.
func (j *job) before() (month string, numbers []figure.Earlier, err error) {
	t, err := time.Parse("2006-01", j.month())
	if err != nil || j.month() <= j.cfg.Settings.Programme.Start {
		return "", nil, nil
	}
	month = t.AddDate(0, -1, 0).Format("2006-01")
	manifest, err := report.ReadManifest(j.cfg.path(path.Join(reportsDir, month)))
	if err != nil || manifest == nil {
		return "", nil, err
	}
	for _, h := range manifest.Headline {
		e := figure.Earlier{Measure: h.Measure, Text: h.Mark}
		switch {
		case h.Mark != "":
		case h.Value == nil:
			e.Text = j.words.Msg("figure.unknown")
		default:
			e.Value = *h.Value
		}
		numbers = append(numbers, e)
	}
	return month, numbers, nil
}
