package config

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
)

// Measures that a target can be set for: those of the indicator headline.
var Measures = []string{
	"interventions", "hours_delivered", "participants", "services", "comuni_covered", "coverage",
	"zones_covered", "months_active", "enrolments", "person_hours", "completion_rate", "certificates",
}

var (
	monthForm = regexp.MustCompile(`^(19|20)\d\d-(0[1-9]|1[0-2])$`)
	idForm    = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]*$`)
)

// ValidMonth says whether a text is a month as the configuration and the flags write it: "2017-04".
func ValidMonth(s string) bool { return monthForm.MatchString(s) }

func (c *Config) validate(d *document) error {
	for _, check := range []func(*document) error{
		c.checkProgramme, c.checkPartners, c.checkAreas, c.checkTargets, c.checkRules, c.checkLimits, c.checkFigures, c.checkSources, c.checkPeople,
	} {
		if err := check(d); err != nil {
			return err
		}
	}
	return nil
}

func (c *Config) checkProgramme(d *document) error {
	for _, m := range []struct{ key, value string }{{"start", c.Programme.Start}, {"end", c.Programme.End}} {
		path := "$.programme." + m.key
		if m.value == "" {
			return d.fault("config.required", path)
		}
		if !ValidMonth(m.value) {
			return d.fault("config.month", path, "value", m.value)
		}
	}
	if c.Programme.End < c.Programme.Start {
		return d.fault("config.period", "$.programme.end", "start", c.Programme.Start, "value", c.Programme.End)
	}
	return nil
}

func (c *Config) checkPartners(d *document) error {
	if len(c.Partners) == 0 {
		return d.fault("config.required", "$.partners")
	}
	names := map[string]string{}
	for i, p := range c.Partners {
		at := fmt.Sprintf("$.partners[%d]", i)
		if err := checkID(d, at+".id", p.ID); err != nil {
			return err
		}
		for k, m := range p.Quiet {
			if !ValidMonth(m) {
				return d.fault("config.month", fmt.Sprintf("%s.quiet[%d]", at, k), "value", m)
			}
		}
		// The same word for two partners would make the owner of a file a guess.
		for _, word := range append([]string{p.ID, p.Name}, p.Aliases...) {
			word = strings.ToLower(strings.TrimSpace(word))
			if owner, taken := names[word]; taken && word != "" && (owner != p.ID || word == p.ID && isRepeat(c.Partners[:i], p.ID)) {
				return d.fault("config.duplicate", at+".id", "value", word)
			}
			names[word] = p.ID
		}
	}
	return nil
}

func isRepeat(before []Partner, id string) bool {
	return slices.ContainsFunc(before, func(p Partner) bool { return p.ID == id })
}

func (c *Config) checkAreas(d *document) error {
	seen := map[string]bool{}
	for i, a := range c.Areas {
		at := fmt.Sprintf("$.areas[%d].id", i)
		if err := checkID(d, at, a.ID); err != nil {
			return err
		}
		if seen[a.ID] {
			return d.fault("config.duplicate", at, "value", a.ID)
		}
		seen[a.ID] = true
	}
	return nil
}

func checkID(d *document, path, id string) error {
	switch {
	case id == "":
		return d.fault("config.required", path)
	case !idForm.MatchString(id):
		return d.fault("config.id", path, "value", id)
	}
	return nil
}

func (c *Config) checkTargets(d *document) error {
	keys := make([]string, 0, len(c.Targets))
	for k := range c.Targets {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		path := "$.targets." + k
		if !slices.Contains(Measures, k) {
			near := nearest(k, Measures)
			if near == "" {
				near = strings.Join(Measures, ", ")
			}
			return d.fault("config.unknown-key", path, "key", k, "near", near)
		}
		if v := c.Targets[k]; !(v > 0) || math.IsInf(v, 0) {
			return d.fault("config.positive", path, "value", fmt.Sprint(c.Targets[k]))
		}
	}
	return nil
}

func (c *Config) checkRules(d *document) error {
	if t := c.Rules.CompletionThreshold; !(t > 0 && t <= 1) {
		return d.fault("config.share", "$.rules.completion_threshold", "value", fmt.Sprint(t))
	}
	if n := c.Rules.DueDays; n < 0 || n > 366 {
		return d.fault("config.due-days", "$.rules.due_days", "value", fmt.Sprint(n))
	}
	if c.Privacy.MinCell < 3 {
		return d.fault("config.min-cell", "$.privacy.min_cell", "value", fmt.Sprint(c.Privacy.MinCell))
	}
	return nil
}

func (c *Config) checkLimits(d *document) error {
	l := c.Limits
	for _, n := range []struct {
		key   string
		value int
	}{
		{"file_mb", l.FileMB}, {"unpacked_mb", l.UnpackedMB}, {"ratio", l.Ratio}, {"rows", l.Rows}, {"cells", l.Cells},
		{"text_kb", l.TextKB}, {"depth", l.Depth}, {"seconds", l.Seconds},
	} {
		if n.value < 1 || n.value > 1_000_000_000 {
			return d.fault("config.limit", "$.limits."+n.key, "value", fmt.Sprint(n.value))
		}
	}
	return nil
}

func (c *Config) checkFigures(d *document) error {
	lists := []struct {
		path   string
		values []string
		among  []string
	}{
		{"$.figures.theme", []string{c.Figures.Theme}, []string{"light", "dark", "both"}},
		{"$.figures.set", []string{c.Figures.Set}, []string{"auto", "monthly", "final", "all"}},
		{"$.figures.sizes", c.Figures.Sizes, []string{"slide", "square"}},
		{"$.figures.formats", c.Figures.Formats, []string{"svg", "png", "pdf"}},
		{"$.figures.documents", c.Figures.Documents, []string{"deck", "tables", "page"}},
	}
	for _, l := range lists {
		for i, v := range l.values {
			if slices.Contains(l.values[:i], v) {
				return d.fault("config.duplicate", l.path, "value", v)
			}
			if !slices.Contains(l.among, v) {
				return d.fault("config.choice", l.path, "value", v, "among", strings.Join(l.among, ", "))
			}
		}
	}
	return nil
}

func (c *Config) checkSources(d *document) error {
	for i, s := range c.Sources {
		at := fmt.Sprintf("$.sources[%d]", i)
		if s.File == "" {
			return d.fault("config.required", at+".file")
		}
		if s.Month != "" && !ValidMonth(s.Month) {
			return d.fault("config.month", at+".month", "value", s.Month)
		}
		if s.Partner != "" && !isRepeat(c.Partners, s.Partner) {
			return d.fault("config.unknown-partner", at+".partner", "value", s.Partner)
		}
	}
	return nil
}
