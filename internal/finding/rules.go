package finding

import "slices"

// A Rule names what a finding is about. Its message and advice stand, in each language, in the
// text catalogue under "rule.<id>" and "rule.<id>.hint".
type Rule string

// The catalogue. Severity: Error = a row or value was left out; Warning = a value was repaired or
// is doubtful; Info = worth knowing.
const (
	// About a whole source.
	SourceUnreadable     Rule = "source-unreadable"
	SourceEncrypted      Rule = "source-encrypted"
	SourceWrongPassword  Rule = "source-wrong-password"
	SourceUnsupported    Rule = "source-unsupported"
	SourceEmpty          Rule = "source-empty"
	SourceUnknownPartner Rule = "source-unknown-partner"
	SourceUnknownMonth   Rule = "source-unknown-month"
	SourceOutsidePeriod  Rule = "source-outside-period"
	SourceDuplicate      Rule = "source-duplicate"
	SourceSuperseded     Rule = "source-superseded"
	SourceShrunk         Rule = "source-shrunk"
	SourceUnlike         Rule = "source-unlike"
	SourceOverlap        Rule = "source-overlap"
	SourceToldMissing    Rule = "source-told-missing"
	SourceLimit          Rule = "source-limit"
	SourceNotWorkbook    Rule = "source-not-workbook"
	SourceNoAccess       Rule = "source-no-access"
	SourceOutsideInbox   Rule = "source-outside-inbox"
	SourceManyFindings   Rule = "source-many-findings"

	// About sheets, rows and columns.
	SheetWithoutRegister Rule = "sheet-without-register"
	SheetHidden          Rule = "sheet-hidden"
	RowHidden            Rule = "row-hidden"
	ColumnHidden         Rule = "column-hidden"
	ColumnUnrecognised   Rule = "column-unrecognised"
	ColumnAmbiguous      Rule = "column-ambiguous"
	ColumnDoubled        Rule = "column-doubled"
	RegisterIncomplete   Rule = "register-incomplete"
	ColumnMissing        Rule = "column-missing"
	ColumnToldMissing    Rule = "column-told-missing"
	CourseFromHeading    Rule = "course-from-heading"
	RowExample           Rule = "row-example"
	RowNotData           Rule = "row-not-data"
	RowWithoutPerson     Rule = "row-without-person"
	RowWithoutCourse     Rule = "row-without-course"

	// About values.
	CellError            Rule = "cell-error"
	FormulaWithoutValue  Rule = "formula-without-value"
	TextRepaired         Rule = "text-repaired"
	DateInvalid          Rule = "date-invalid"
	DateIncomplete       Rule = "date-incomplete"
	DateSwapped          Rule = "date-swapped"
	DateRepaired         Rule = "date-repaired"
	DateEndBeforeStart   Rule = "date-end-before-start"
	BirthDateImplausible Rule = "birth-date-implausible"
	HoursInvalid         Rule = "hours-invalid"
	HoursOverPlanned     Rule = "hours-over-planned"
	NumberInvalid        Rule = "number-invalid"
	ShareInvalid         Rule = "share-invalid"
	ChoiceUnknown        Rule = "choice-unknown"
	CFInvalid            Rule = "cf-invalid"
	CFRepaired           Rule = "cf-repaired"
	CFProvisional        Rule = "cf-provisional"
	CFDisagrees          Rule = "cf-disagrees"
	NameIncomplete       Rule = "name-incomplete"
	ComuneUnknown        Rule = "comune-unknown"
	ComuneRepaired       Rule = "comune-repaired"
	ComuneAmbiguous      Rule = "comune-ambiguous"
	ComuneFromPlace      Rule = "comune-from-place"
	ComuneOutsideRegion  Rule = "comune-outside-region"
	AreaUnknown          Rule = "area-unknown"

	// About records across sources; found by SQL (data/checks).
	PersonUnlinked        Rule = "person-unlinked"
	PersonAmbiguous       Rule = "person-ambiguous"
	PeopleUnknown         Rule = "people-unknown"
	PeopleContradicted    Rule = "people-contradicted"
	EnrolmentDuplicated   Rule = "enrolment-duplicated"
	EnrolmentDisagreement Rule = "enrolment-disagreement"
	OutcomeUnknown        Rule = "outcome-unknown"
	CourseOutsidePeriod   Rule = "course-outside-period"
	CourseDisagreement    Rule = "course-disagreement"
	CourseWithoutHours    Rule = "course-without-hours"
	CourseNotListed       Rule = "course-not-listed"
)

var severities = map[Rule]Severity{
	SourceUnreadable: Error, SourceEncrypted: Error, SourceWrongPassword: Error, SourceUnsupported: Error, SourceEmpty: Error,
	SourceUnknownPartner: Error, SourceUnknownMonth: Error, SourceOutsidePeriod: Error,
	SourceDuplicate: Info, SourceSuperseded: Info, SourceShrunk: Error, SourceUnlike: Error, SourceOverlap: Warning,
	SourceToldMissing: Warning, SourceLimit: Error,
	SourceNotWorkbook: Error, SourceNoAccess: Error, SourceOutsideInbox: Error, SourceManyFindings: Warning,

	SheetWithoutRegister: Info, SheetHidden: Warning, RowHidden: Info, ColumnHidden: Info,
	ColumnUnrecognised: Info, ColumnAmbiguous: Warning, ColumnMissing: Warning, ColumnToldMissing: Info,
	CourseFromHeading: Warning, ColumnDoubled: Warning, RegisterIncomplete: Info,
	RowExample: Info, RowNotData: Info, RowWithoutPerson: Error, RowWithoutCourse: Error,

	CellError: Error, FormulaWithoutValue: Error, TextRepaired: Warning,
	DateInvalid: Error, DateIncomplete: Warning, DateSwapped: Warning, DateRepaired: Warning, DateEndBeforeStart: Warning,
	BirthDateImplausible: Error, HoursInvalid: Error, HoursOverPlanned: Warning,
	NumberInvalid: Error, ShareInvalid: Error, ChoiceUnknown: Error,
	CFInvalid: Error, CFRepaired: Warning, CFProvisional: Info, CFDisagrees: Warning,
	NameIncomplete: Warning, ComuneUnknown: Error, ComuneRepaired: Warning, ComuneAmbiguous: Error,
	ComuneFromPlace: Info, ComuneOutsideRegion: Info, AreaUnknown: Error,

	PersonUnlinked: Warning, PersonAmbiguous: Warning, PeopleUnknown: Warning, PeopleContradicted: Warning, EnrolmentDuplicated: Warning,
	EnrolmentDisagreement: Warning, OutcomeUnknown: Info, CourseOutsidePeriod: Warning,
	CourseDisagreement: Warning, CourseWithoutHours: Warning, CourseNotListed: Warning,
}

// Severity of a rule; Error for one that the catalogue does not know.
func (r Rule) Severity() Severity {
	if s, ok := severities[r]; ok {
		return s
	}
	return Error
}

// Rules lists the catalogue, sorted by id.
func Rules() []Rule {
	out := make([]Rule, 0, len(severities))
	for r := range severities {
		out = append(out, r)
	}
	slices.Sort(out)
	return out
}
