package disclosure

func defaultTables() []TableRule {
	participants := []string{"participants"}
	rate := map[string]string{"per_10k_residents": "participants"}
	measures := []string{"participants", "enrolments", "certificates"}
	return []TableRule{
		{
			ID: "headline", Keys: []string{"measure"}, Fixed: true, Counts: []string{"value"}, Only: measures,
			GoesBy: map[string]string{"person_hours": "participants", "completion_rate": "enrolments"},
		},
		{
			ID: "targets", Keys: []string{"measure"}, Fixed: true, Counts: []string{"value"}, Only: measures,
			Goes:   map[string]string{"share": "value"},
			GoesBy: map[string]string{"person_hours": "participants", "completion_rate": "enrolments"},
		},
		{ID: "reach_by_month", Keys: []string{"month"}, Final: true, Counts: []string{"new", "active", "cumulative"}},
		{ID: "reach_by_comune", Keys: []string{"istat_code"}, Counts: participants, Goes: rate},
		{ID: "coverage_by_zone", Keys: []string{"zone"}, Counts: participants, Goes: rate},
		{ID: "reach_by_area", Keys: []string{"area"}, Counts: participants, Hours: map[string]string{"person_hours": "participants"}},
		{ID: "area_by_zone", Keys: []string{"area", "zone"}, Counts: participants, Hours: map[string]string{"hours": "participants"}},
		{ID: "partner_by_month", Keys: []string{"partner", "month"}, Final: true, Counts: participants},
		{ID: "course_calendar", Keys: []string{"course"}, Final: true, Counts: participants},
		{ID: "completion_by_area", Keys: []string{"area"}, Counts: []string{"certified", "completed", "known", "attended", "enrolled"}},
		{ID: "profile_gender_age", Keys: []string{"gender", "band"}, Counts: participants},
		{ID: "profile_role", Keys: []string{"role"}, Ranked: true, Counts: participants},
		{ID: "services_by_kind", Keys: []string{"service_kind"}, Counts: participants, Least: map[string]string{"participants": "services"}},
		{ID: "learning_gain", Keys: []string{"area"}, Counts: []string{"n"}, Goes: map[string]string{"before": "n", "after": "n"}},
		{ID: "satisfaction", Keys: []string{"area", "band"}, Counts: []string{"n"}, Shares: map[string]string{"share": "n"}},
		{ID: "inequality", Coarse: []string{"participants_share", "gini"}},
	}
}

// of is a column of the rows whose keys are null as said and not null elsewhere; every is one of all rows.
func of(table, name string, null ...string) Column {
	return Column{Table: table, Name: name, Null: null}
}

func every(table, name string) Column { return Column{Table: table, Name: name, AnyNull: true} }

func measure(table, name string) Column { return Column{Table: table, Name: "value", Row: name} }

func defaultRelations() []Relation {
	const n = "participants"
	people, facts := measure("headline", n), measure("headline", "enrolments")
	area, zone, month := []string{"area"}, []string{"zone"}, []string{"month"}
	return []Relation{
		// Each person is new in one month, works in one comune, has one gender, age, role and service.
		{Adds, people, every("reach_by_month", "new"), nil},
		{Adds, people, every("reach_by_comune", n), nil},
		{Adds, people, every("coverage_by_zone", n), nil},
		{Adds, people, every("profile_gender_age", n), nil},
		{Adds, people, every("profile_role", n), nil},
		{Adds, people, every("services_by_kind", n), nil},
		{Adds, of("coverage_by_zone", n), every("reach_by_comune", n), zone},

		{Runs, every("reach_by_month", "cumulative"), every("reach_by_month", "new"), nil},
		{Within, every("reach_by_month", "active"), every("reach_by_month", "new"), month},
		{Within, every("reach_by_month", "cumulative"), every("reach_by_month", "active"), month},

		// People may be in several areas, and be taught by several partners.
		{Unites, people, every("reach_by_area", n), nil},
		{Adds, of("area_by_zone", n, "zone"), of("area_by_zone", n), area},
		{Adds, of("area_by_zone", n, "area", "zone"), of("area_by_zone", n, "area"), nil},
		{Unites, of("area_by_zone", n, "area"), of("area_by_zone", n), zone},
		{Unites, of("area_by_zone", n, "area", "zone"), of("area_by_zone", n, "zone"), nil},
		{Adds, of("reach_by_area", n), of("area_by_zone", n, "zone"), area},
		{Adds, of("coverage_by_zone", n), of("area_by_zone", n, "area"), zone},
		{Adds, people, of("area_by_zone", n, "area", "zone"), nil},
		{Unites, every("reach_by_month", "active"), every("partner_by_month", n), month},
		{Unites, every("partner_by_month", n), every("course_calendar", n), []string{"partner", "month"}},
		{Unites, every("reach_by_area", n), every("course_calendar", n), area},

		// A course's people are its enrolments, which add up over courses and over areas.
		{Totals, Column{}, every("course_calendar", n), nil},
		{Adds, every("completion_by_area", "attended"), every("course_calendar", n), area},
		{Adds, facts, every("completion_by_area", "enrolled"), nil},
		{Adds, measure("headline", "certificates"), every("completion_by_area", "certified"), nil},
		{Totals, Column{}, every("completion_by_area", "attended"), nil},
		{Totals, Column{}, every("completion_by_area", "completed"), nil},
		{Totals, Column{}, every("completion_by_area", "known"), nil},
		{Within, every("completion_by_area", "enrolled"), every("completion_by_area", "attended"), area},
		{Within, every("completion_by_area", "attended"), every("completion_by_area", "known"), area},
		{Leaves, every("completion_by_area", "known"), every("completion_by_area", "completed"), area},
		{Within, every("completion_by_area", "attended"), every("learning_gain", "n"), area},
		{Totals, Column{}, every("satisfaction", "n"), area},

		// The same number in another table.
		{Adds, people, measure("targets", n), nil},
		{Adds, facts, measure("targets", "enrolments"), nil},
		{Adds, measure("headline", "certificates"), measure("targets", "certificates"), nil},
	}
}

func defaultHours() []Relation {
	area, zone := []string{"area"}, []string{"zone"}
	return []Relation{
		{Adds, of("area_by_zone", "hours", "zone"), of("area_by_zone", "hours"), area},
		{Adds, of("area_by_zone", "hours", "area"), of("area_by_zone", "hours"), zone},
		{Adds, of("area_by_zone", "hours", "area", "zone"), of("area_by_zone", "hours", "zone"), nil},
		{Adds, of("area_by_zone", "hours", "area", "zone"), of("area_by_zone", "hours", "area"), nil},
		{Adds, of("reach_by_area", "person_hours"), of("area_by_zone", "hours", "zone"), area},
		{Totals, Column{}, every("reach_by_area", "person_hours"), nil},
	}
}
