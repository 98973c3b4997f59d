package table

// schemas are the contract between what reads workbooks and the SQL that counts. A change of a name, an
// order or a type is a new Version.
var schemas = map[string][]Column{
	Courses: {
		text("source").must(), text("sheet").must(), integer("row").must(),
		text("course").must(), text("partner"), text("code"), text("edition"), text("title"), text("kind"), text("area"),
		text("venue"), text("venue_comune"), date("start_date"), date("end_date"),
		real("hours_planned"), real("hours_delivered"), real("places"), text("month"),
	},
	Enrolments: {
		text("source").must(), text("sheet").must(), integer("row").must(),
		text("course").must(), text("partner"), text("month"),
		integer("key_cf"), integer("key_person"), integer("key_name"),
		text("gender"), integer("birth_year"), text("role"), text("service"), text("service_kind"), text("comune"),
		real("hours_attended"), text("status"), boolean("certificate"),
		real("score_before"), real("score_after"), real("satisfaction"),
		integer("near_names"), integer("near_day"), integer("near_surname"), integer("near_given"),
	},
	Attendance: {
		text("source").must(), text("sheet").must(), integer("row").must(),
		text("course").must(), integer("key_cf"), integer("key_person"), integer("key_name"),
		date("date"), real("hours"), boolean("present").must(),
	},
	Findings: {
		text("source").must(), text("partner"), text("month"), text("sheet"), text("cell"), integer("row"), text("field"),
		text("rule").must(), text("severity").must(), text("value"), text("used"), text("message"),
	},
	Sources: {
		text("source").must(), text("file").must(), text("sha256"), text("partner"), text("month"), text("received"),
		text("status").must(), text("superseded_by"), integer("sheets"), integer("rows_read"), integer("rows_kept"),
		integer("position").must(),
	},

	RefProgramme: {
		text("first_month").must(), text("last_month").must(), text("report_month").must(),
		real("completion_threshold").must(), integer("min_cell").must(),
	},
	RefMonths:   {text("month").must()},
	RefPartners: {text("partner").must(), text("name"), integer("position").must()},
	RefAreas:    {text("area").must(), text("label"), integer("position").must()},
	RefTargets:  {text("measure").must(), real("target").must()},
	RefComuni: {
		text("istat_code").must(), text("name").must(), text("province"), text("zone"),
		integer("residents"), integer("residents_year"),
	},
	RefZones: {text("zone").must(), integer("number"), text("capofila")},
	RefPeople: {
		text("kind").must(), integer("item").must(), integer("side").must(), text("ref").must(),
		text("key_kind"), integer("key"), integer("row"),
	},
}

func text(name string) Column    { return Column{Name: name, Type: Text} }
func integer(name string) Column { return Column{Name: name, Type: Int} }
func real(name string) Column    { return Column{Name: name, Type: Real} }
func boolean(name string) Column { return Column{Name: name, Type: Bool} }
func date(name string) Column    { return Column{Name: name, Type: Date} }

func (c Column) must() Column { c.Required = true; return c }
