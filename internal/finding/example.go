package finding

// Example gives an invented finding of a rule, for the page that documents the catalogue.
func (r Rule) Example() Finding {
	f := examples[r]
	f.Rule, f.File = r, "anci/registro 2017-05.xlsx"
	if f.Row > 0 || f.Cell != "" || f.Sheet != "" {
		f.Sheet = "Iscritti"
	}
	return f
}

// cell makes an example about a cell of row 12.
func cell(column, field, value, used string) Finding {
	return Finding{Row: 12, Cell: column + "12", Field: field, Value: value, Used: used}
}

var (
	wholeSheet = Finding{Sheet: "Iscritti"}
	wholeRow   = Finding{Row: 12}
	hidden     = "•••••••••••"
)

func header(field, value string) Finding {
	return Finding{Row: 4, Cell: "G4", Field: field, Value: value}
}

var examples = map[Rule]Finding{
	SourceUnreadable: {}, SourceEncrypted: {}, SourceWrongPassword: {}, SourceUnsupported: {Value: "Word"}, SourceEmpty: {}, SourceUnknownPartner: {},
	SourceUnknownMonth: {}, SourceOutsidePeriod: {Value: "2016-05"}, SourceDuplicate: {}, SourceLimit: {Value: "xlsx, 1.2 GB"}, SourceNotWorkbook: {},
	SourceNoAccess: {}, SourceOutsideInbox: {},
	SourceSuperseded:   {Used: "anci/registro 2017-05_v2.xlsx"},
	SourceToldMissing:  {Value: "anci/registro 2017-05_v2.xlsx"},
	SourceManyFindings: {Value: "1200", Used: "comune-unknown"},
	SourceUnlike:       {Used: "anci/registro 2017-05_v1.xlsx", Args: map[string]string{"accept": "'anci/registro 2017-05.xlsx'"}},
	SourceOverlap:      {Used: "anci/elenco maggio.xlsx", Args: map[string]string{"line": "{file: anci/registro 2017-05.xlsx, supersedes: anci/elenco maggio.xlsx}"}},
	SourceShrunk:       {Used: "anci/registro 2017-05_v1.xlsx", Args: map[string]string{"rows": "12", "was": "48", "courses": "1", "was_courses": "3", "accept": "'anci/registro 2017-05.xlsx'"}},

	SheetWithoutRegister: wholeSheet, SheetHidden: wholeSheet, RowHidden: wholeRow,
	ColumnHidden: header("role", "Ruolo"), ColumnUnrecognised: header("", "Taglia maglietta"),
	ColumnAmbiguous:    {Row: 4, Cell: "G4", Field: "comune", Value: "Sede", Args: map[string]string{"own": "G", "next": "venue"}},
	ColumnDoubled:      {Row: 4, Cell: "G4", Field: "hours_attended", Value: "Ore", Args: map[string]string{"own": "G", "column": "F"}},
	RegisterIncomplete: {Row: 4, Cell: "A4", Args: map[string]string{"known": "comune, role, hours_attended"}},
	ColumnMissing:      {Row: 4, Field: "title", Args: map[string]string{"words": "titolo corso, codice corso", "near": "G «Argomenti»"}}, ColumnToldMissing: {Field: "hours_attended", Value: "H. fatte"},
	CourseFromHeading: {Row: 2, Cell: "A2", Field: "title", Value: "Accoglienza e front office"},
	RowExample:        wholeRow, RowNotData: wholeRow, RowWithoutPerson: wholeRow, RowWithoutCourse: wholeRow,

	CellError: cell("L", "hours_attended", "#N/A", ""), FormulaWithoutValue: cell("L", "hours_attended", "", ""),
	TextRepaired: cell("G", "comune", "CittÃ  di Castello", "Città di Castello"),
	DateInvalid:  cell("H", "start_date", "31/02/2017", ""), DateIncomplete: cell("H", "start_date", "maggio 2017", "2017-05"),
	DateSwapped: cell("H", "start_date", "05/25/2017", "2017-05-25"), DateRepaired: cell("H", "start_date", "3/1O/2017", "2017-10-03"),
	DateEndBeforeStart:   {Row: 12, Cell: "I12", Field: "end_date", Value: "2017-05-02", Args: map[string]string{"start": "2017-05-20"}},
	BirthDateImplausible: cell("D", "birth_date", hidden, ""), HoursInvalid: cell("L", "hours_attended", "da verificare", ""),
	HoursOverPlanned: {Row: 12, Cell: "L12", Field: "hours_attended", Value: "24", Used: "24", Args: map[string]string{"planned": "20"}},
	NumberInvalid:    cell("K", "places", "circa", ""), ShareInvalid: cell("N", "score_after", "35/30", ""), ChoiceUnknown: cell("M", "certificate", "forse", ""),
	CFInvalid: cell("C", "codice_fiscale", hidden, ""), CFRepaired: cell("C", "codice_fiscale", hidden, hidden), CFProvisional: cell("C", "codice_fiscale", hidden, ""),
	CFDisagrees:    {Row: 12, Cell: "C12", Field: "codice_fiscale", Value: hidden, Args: map[string]string{"with": "birth_date, gender"}},
	NameIncomplete: cell("B", "given_name", "••", ""), ComuneUnknown: cell("G", "comune", "Borgo Vecchio", ""), ComuneRepaired: cell("G", "comune", "Pergia", "Perugia"),
	ComuneAmbiguous: cell("G", "comune", "Gualdo", ""), ComuneFromPlace: cell("G", "comune", "Ponte San Giovanni", "Perugia"),
	ComuneOutsideRegion: cell("G", "comune", "Cortona", "Cortona"), AreaUnknown: cell("K", "area", "sport", ""),

	PeopleUnknown: {Value: "anci/registro 2017-05.xlsx!Iscritti!12"}, PeopleContradicted: {Value: "cf:1234567890", Used: "name:987654321"},
	PersonUnlinked: wholeRow, PersonAmbiguous: wholeRow, EnrolmentDuplicated: wholeRow, OutcomeUnknown: wholeRow,
	EnrolmentDisagreement: {Row: 12, Field: "hours_attended", Value: "12", Used: "16"},
	CourseOutsidePeriod:   {Row: 12, Field: "start_date", Value: "2016-05-12"},
	CourseDisagreement:    cell("K", "hours_planned", "16", "20"), CourseWithoutHours: wholeRow,
	CourseNotListed: cell("D", "code", "NON-C", ""),
}
