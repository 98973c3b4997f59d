package disclosure

import (
	"slices"

	"formare/internal/indicator"
)

// Rules say which columns count people and how the counts hang together. A relation that names a table
// or column which is not there is passed over; so is, row by row, one that the numbers contradict.
type Rules struct {
	Tables    []TableRule
	Relations []Relation
}

// A TableRule is about the columns of one table.
type TableRule struct {
	ID     string
	Keys   []string          // what tells its rows apart
	Only   []string          // values of the first key whose rows count people; none: all
	Counts []string          // columns that count people or enrolments, the ones to hide first before the others
	Fixed  bool              // its counts are hidden only if small themselves
	Goes   map[string]string // column that goes with a count: hidden where that is
	GoesBy map[string]string // for a table of measures: the measure that goes with another measure
	Hours  map[string]string // hours of the people of a count: they add up, so they are protected on their own too
	Shares map[string]string // share of a base column: times the base it is a count, hidden as one
}

// Kind of a relation.
type Kind uint8

const (
	Adds   Kind = iota // the whole is the sum of the parts (each person is in one part), but for a known rest
	Unites             // the whole is the distinct people of the parts: at least the largest, at most their sum
	Runs               // the whole is the running total of the parts, row after row
	Within             // the part is never more than the whole, row by row
	Leaves             // whole less part, row by row, is a count of people itself, though in no table
	Totals             // the sum of the parts is known to whoever knows the programme; there is no whole
)

// A Relation ties the counts of one column to those of another. By names the key columns that must be
// equal, as "column" or "column of the whole=column of the parts"; a date meets a month.
type Relation struct {
	Kind  Kind
	Whole Column
	Parts Column
	By    []string
}

// A Column of a table, of the rows whose keys named in Null are null and whose others are not; Row picks
// the rows with this first key.
type Column struct {
	Table, Name string
	Null        []string
	AnyNull     bool // null keys are a group like any other ("not known")
	Row         string
}

// DefaultRules are those of the indicators that come with the program.
func DefaultRules() Rules { return Rules{Tables: defaultTables(), Relations: defaultRelations()} }

func defaultTables() []TableRule {
	participants := []string{"participants"}
	return []TableRule{
		{
			ID: "headline", Keys: []string{"measure"}, Fixed: true, Counts: []string{"value"},
			Only:   []string{"participants", "enrolments", "certificates"},
			GoesBy: map[string]string{"person_hours": "participants", "completion_rate": "enrolments"},
		},
		{ID: "targets", Keys: []string{"measure"}, Fixed: true, Counts: []string{"value"}, Only: []string{"participants", "enrolments", "certificates"},
			Goes: map[string]string{"share": "value", "missing": "value"}},
		{ID: "reach_by_month", Keys: []string{"month"}, Counts: []string{"new", "active", "cumulative"}},
		{ID: "reach_by_comune", Keys: []string{"istat_code"}, Counts: participants, Goes: map[string]string{"per_10k_residents": "participants"}},
		{ID: "coverage_by_zone", Keys: []string{"zone"}, Counts: participants, Goes: map[string]string{"per_10k_residents": "participants"}},
		{ID: "reach_by_area", Keys: []string{"area"}, Counts: participants, Hours: map[string]string{"hours": "participants"}},
		{ID: "area_by_zone", Keys: []string{"area", "zone"}, Counts: participants, Hours: map[string]string{"hours": "participants"}},
		{ID: "partner_by_month", Keys: []string{"partner", "month"}, Counts: participants},
		{ID: "course_calendar", Keys: []string{"course"}, Counts: participants},
		{ID: "completion_by_area", Keys: []string{"area"}, Counts: []string{"certified", "completed", "attended", "enrolled"},
			Goes: map[string]string{"rate": "completed", "completion_rate": "completed"}},
		{ID: "profile_gender_age", Keys: []string{"gender", "age"}, Counts: participants, Goes: map[string]string{"share": "participants"}},
		{ID: "profile_role", Keys: []string{"role"}, Counts: participants, Goes: map[string]string{"share": "participants"}},
		{ID: "services_by_kind", Keys: []string{"kind"}, Counts: participants},
		{ID: "learning_gain", Keys: []string{"area"}, Counts: []string{"n"}, Goes: map[string]string{"before": "n", "after": "n", "gain": "n"}},
		{ID: "satisfaction", Keys: []string{"area", "band"}, Counts: []string{"n"}, Shares: map[string]string{"share": "n"}},
		{ID: "inequality"},
	}
}

func defaultRelations() []Relation {
	col := func(table, name string, null ...string) Column { return Column{Table: table, Name: name, Null: null} }
	any := func(table, name string) Column { return Column{Table: table, Name: name, AnyNull: true} }
	people := Column{Table: "headline", Name: "value", Row: "participants"}
	facts := Column{Table: "headline", Name: "value", Row: "enrolments"}
	return []Relation{
		{Adds, people, any("reach_by_month", "new"), nil},
		{Runs, any("reach_by_month", "cumulative"), any("reach_by_month", "new"), nil},
		{Within, any("reach_by_month", "active"), any("reach_by_month", "new"), []string{"month"}},
		{Within, any("reach_by_month", "cumulative"), any("reach_by_month", "active"), []string{"month"}},
		{Adds, people, any("reach_by_comune", "participants"), nil},
		{Adds, people, any("coverage_by_zone", "participants"), nil},
		{Adds, col("coverage_by_zone", "participants"), any("reach_by_comune", "participants"), []string{"zone"}},
		{Unites, people, any("reach_by_area", "participants"), nil},
		{Adds, col("area_by_zone", "participants", "zone"), col("area_by_zone", "participants"), []string{"area"}},
		{Adds, col("area_by_zone", "participants", "area", "zone"), col("area_by_zone", "participants", "area"), nil},
		{Unites, col("area_by_zone", "participants", "area"), col("area_by_zone", "participants"), []string{"zone"}},
		{Unites, col("area_by_zone", "participants", "area", "zone"), col("area_by_zone", "participants", "zone"), nil},
		{Adds, col("reach_by_area", "participants"), col("area_by_zone", "participants", "zone"), []string{"area"}},
		{Adds, col("reach_by_area", "participants"), col("area_by_zone", "participants"), []string{"area"}},
		{Adds, col("coverage_by_zone", "participants"), col("area_by_zone", "participants", "area"), []string{"zone"}},
		{Unites, col("coverage_by_zone", "participants"), col("area_by_zone", "participants"), []string{"zone"}},
		{Adds, people, col("area_by_zone", "participants", "area", "zone"), nil},
		{Unites, col("reach_by_month", "active"), col("partner_by_month", "participants"), []string{"month"}},
		{Unites, col("partner_by_month", "participants"), col("course_calendar", "participants"), []string{"partner", "month=start_date"}},
		{Unites, col("reach_by_area", "participants"), col("course_calendar", "participants"), []string{"area"}},
		{Adds, facts, any("course_calendar", "participants"), nil},
		{Adds, col("completion_by_area", "attended"), col("course_calendar", "participants"), []string{"area"}},
		{Adds, facts, any("completion_by_area", "attended"), nil},
		{Adds, Column{Table: "headline", Name: "value", Row: "certificates"}, any("completion_by_area", "certified"), nil},
		{Totals, Column{}, any("completion_by_area", "completed"), nil},
		{Totals, Column{}, any("completion_by_area", "enrolled"), nil},
		{Within, col("completion_by_area", "enrolled"), col("completion_by_area", "attended"), []string{"area"}},
		{Leaves, col("completion_by_area", "attended"), col("completion_by_area", "completed"), []string{"area"}},
		{Within, col("completion_by_area", "attended"), col("learning_gain", "n"), []string{"area"}},
		{Adds, people, any("profile_gender_age", "participants"), nil},
		{Adds, people, any("profile_role", "participants"), nil},
		{Adds, people, any("services_by_kind", "participants"), nil},
		{Adds, people, Column{Table: "targets", Name: "value", Row: "participants"}, nil},
		{Adds, facts, Column{Table: "targets", Name: "value", Row: "enrolments"}, nil},
		{Totals, Column{}, any("satisfaction", "n"), []string{"area"}},
	}
}

// completed adds a rule for each table that has none but has columns of people: whole numbers count,
// their sum is known, and the other columns of people go with the first of them.
func (r Rules) completed(tables []*indicator.Table) Rules {
	out := Rules{Tables: slices.Clone(r.Tables), Relations: slices.Clone(r.Relations)}
	for _, t := range tables {
		if slices.ContainsFunc(out.Tables, func(o TableRule) bool { return o.ID == t.ID }) {
			continue
		}
		rule := TableRule{ID: t.ID, Goes: map[string]string{}}
		for _, c := range t.Columns {
			switch {
			case c.People && c.Kind == indicator.Integer:
				rule.Counts = append(rule.Counts, c.Name)
				out.Relations = append(out.Relations, Relation{Kind: Totals, Parts: Column{Table: t.ID, Name: c.Name, AnyNull: true}})
			case !c.People && c.Kind != indicator.Real && c.Kind != indicator.Integer:
				rule.Keys = append(rule.Keys, c.Name)
			}
		}
		for _, c := range t.Columns {
			if c.People && c.Kind == indicator.Real && len(rule.Counts) > 0 {
				rule.Goes[c.Name] = rule.Counts[0]
			}
		}
		if len(rule.Counts) > 0 {
			out.Tables = append(out.Tables, rule)
		}
	}
	return out
}

func (r Rules) table(id string) *TableRule {
	i := slices.IndexFunc(r.Tables, func(t TableRule) bool { return t.ID == id })
	if i < 0 {
		return nil
	}
	return &r.Tables[i]
}
