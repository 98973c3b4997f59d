package pipeline

import (
	"context"
	"io"
	"slices"
	"strings"
	"time"

	"formare/data"
	"formare/internal/config"
	"formare/internal/engine"
	"formare/internal/normalise"
	"formare/internal/store"
	"formare/internal/table"
	"formare/internal/template"
	"formare/internal/territory"
	"formare/internal/text"
)

// TemplateInfo tells what a template was made for.
type TemplateInfo struct {
	Partner string `json:"partner,omitempty"` // id; "" when the partner is to be chosen in the workbook
	Courses int    `json:"courses"`           // known courses that it holds
}

// Template writes the workbook for a partner to fill in, or for any partner where partner is "". It is made
// from the configuration; of one partner it holds the courses that the tables know, too.
func Template(ctx context.Context, cfg Config, partner string, out io.Writer) (*TemplateInfo, error) {
	s := cfg.Settings
	if len(s.Partners) == 1 && partner == "" {
		partner = s.Partners[0].ID
	}
	words, err := text.For(cfg.lang())
	if err != nil {
		return nil, text.Errorf("reference", err)
	}
	land, err := loadTerritory(cfg)
	if err != nil {
		return nil, err
	}
	lexicon, err := normalise.LoadLexicon(data.FS)
	if err != nil {
		return nil, text.Errorf("reference", err)
	}
	c := template.Content{
		Programme: s.Programme.Name, Lead: s.Programme.Lead, Contact: s.Programme.Contact,
		Months: monthsBetween(s.Programme.Start, s.Programme.End), Roles: lexicon.WithSynonyms(s.Synonyms).Roles(),
	}
	c.First, c.Last = period(s.Programme)
	for _, a := range s.Areas {
		c.Areas = append(c.Areas, a.Label)
	}
	for _, comune := range land.Comuni() {
		c.Comuni = append(c.Comuni, comune.Name)
	}
	slices.SortFunc(c.Comuni, func(a, b string) int { return compareText(strings.ToLower(a), strings.ToLower(b)) })
	for _, p := range s.Partners {
		c.Partners = append(c.Partners, p.Name)
		if p.ID == partner {
			c.Partner = p.Name
		}
	}
	if partner != "" && c.Partner == "" {
		return nil, text.Errorf("template.partner", nil, "partner", partner, "among", partnerIDs(s.Partners))
	}
	if partner != "" {
		if c.Courses, err = knownCourses(ctx, cfg, land, partner); err != nil {
			return nil, err
		}
	}
	return &TemplateInfo{Partner: partner, Courses: len(c.Courses)}, template.Write(out, c, words)
}

// period gives a programme's first and last day.
func period(p config.Programme) (first, last time.Time) {
	first, _ = time.Parse("2006-01", p.Start) // both are months: the configuration was checked
	last, _ = time.Parse("2006-01", p.End)
	return first, last.AddDate(0, 1, -1)
}

func partnerIDs(partners []config.Partner) string {
	ids := make([]string, len(partners))
	for i, p := range partners {
		ids[i] = p.ID
	}
	return strings.Join(ids, ", ")
}

// mostCourses is how many known courses a template holds, the latest: a form is no archive.
const mostCourses = 300

// courseQuery gives the partner's courses that have a code to choose them by. What a source calls by its
// title alone is left out: under a code of its own it would count twice.
const courseQuery = `SELECT partner, code, title, edition, kind, area, venue, venue_comune, start_date, end_date,
  hours_planned, hours_delivered, places
FROM reported_courses
WHERE counted AND code IS NOT NULL
ORDER BY start_date NULLS FIRST, course`

// knownCourses reads a partner's courses out of the tables, where there are any and there is an engine.
func knownCourses(ctx context.Context, cfg Config, land *territory.Territory, partner string) ([]template.Course, error) {
	ledger, err := store.ReadLedger(cfg.path(ledgerFile))
	if err != nil {
		return nil, text.Errorf("ledger", err)
	}
	if len(ledger.Sources) == 0 || !engine.Present {
		return nil, nil
	}
	frame, err := queryFrame(ctx, cfg, courseQuery)
	if err != nil {
		return nil, err
	}
	areas := map[string]string{}
	for _, a := range cfg.Settings.Areas {
		areas[a.ID] = a.Label
	}
	var out []template.Course
	for _, row := range frame.Rows {
		if cell(row[0]) != partner {
			continue
		}
		comune, _ := land.Comune(cell(row[7]))
		out = append(out, template.Course{
			Code: cell(row[1]), Title: cell(row[2]), Edition: cell(row[3]), Kind: cell(row[4]), Area: areas[cell(row[5])],
			Venue: cell(row[6]), VenueComune: comune.Name, Start: dayOf(row[8]), End: dayOf(row[9]),
			HoursPlanned: numberOf(row[10]), HoursDelivered: numberOf(row[11]), Places: numberOf(row[12]),
		})
	}
	return out[max(len(out)-mostCourses, 0):], nil
}

func cell(v any) string {
	if v == nil {
		return ""
	}
	return table.FormatValue(v)
}

func dayOf(v any) time.Time {
	day, _ := time.Parse(time.DateOnly, cell(v)) // the zero time for none
	return day
}

func numberOf(v any) *float64 {
	if n, ok := v.(float64); ok {
		return &n
	}
	return nil
}
