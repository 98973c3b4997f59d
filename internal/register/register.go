// Package register finds the registers on a sheet: where a table lies, which rows are its header
// block, which column is which field, which rows are data. Each decision keeps its score and its
// reason. The package must not know the types of values beyond their shape, nor Arrow.
package register

import "formare/internal/workbook"

// A Field is what a column, or a label above a table, holds. The names are those of DESIGN's tables
// where one exists.
type Field string

const (
	None Field = "" // a column whose meaning is not known

	// A person.
	Surname       Field = "surname"
	GivenName     Field = "given_name"
	FullName      Field = "full_name"
	CodiceFiscale Field = "codice_fiscale"
	BirthDate     Field = "birth_date"
	BirthPlace    Field = "birth_place"
	Gender        Field = "gender"
	Role          Field = "role"
	Service       Field = "service"
	ServiceKind   Field = "service_kind"
	Comune        Field = "comune" // of the workplace
	Residence     Field = "residence"
	Email         Field = "email"
	Phone         Field = "phone"

	// A course.
	CourseCode     Field = "code"
	CourseTitle    Field = "title"
	Edition        Field = "edition"
	Kind           Field = "kind"
	Area           Field = "area"
	Venue          Field = "venue"
	VenueComune    Field = "venue_comune"
	StartDate      Field = "start_date"
	EndDate        Field = "end_date"
	Period         Field = "period" // both dates in one cell
	HoursPlanned   Field = "hours_planned"
	HoursDelivered Field = "hours_delivered"
	Places         Field = "places"

	// A person on a course.
	HoursAttended Field = "hours_attended"
	ShareAttended Field = "share_attended" // a share of presence given instead of hours
	Status        Field = "status"
	Certificate   Field = "certificate"
	ScoreBefore   Field = "score_before"
	ScoreAfter    Field = "score_after"
	Satisfaction  Field = "satisfaction"
	Session       Field = "session"       // one column a date: cells are presences or hours
	SessionHours  Field = "session_hours" // how long each of them is, told above the table

	// About the source.
	Partner Field = "partner"
	Month   Field = "month"
	Ordinal Field = "ordinal" // "N.", "Progr."
	Note    Field = "note"
	Counted Field = "counted" // how many were present or enrolled, in a list of courses
)

// Subject says what a row of a table is about.
type Subject uint8

const (
	Unknown Subject = iota
	People          // a row is a person on a course
	Courses         // a row is a course
)

// Reason says how a column got its field.
type Reason string

const (
	Configured Reason = "configured" // told in formare.yaml
	Exact      Reason = "exact"      // a header of the lexicon, letter by letter after folding
	Synonym    Reason = "synonym"    // a header that contains words of the lexicon
	Fuzzy      Reason = "fuzzy"      // a misspelt header
	ByValues   Reason = "values"     // from the shape of its values
)

// A Column is one column of a table with what was decided about it.
type Column struct {
	Col    int    // 1-based
	Header string // the header block's words, from the top down, joined by " / "
	Field  Field
	Score  float64 // 0 to 1
	Reason Reason
	Date   workbook.Cell // of a Session column: the header cell that holds its date
	Hidden bool
	Next   Field   // what it would be else, None when nothing was near
	Second float64 // the score of that
	Block  int     // 1, 2… of columns that come once for each of several courses side by side; else 0
}

// A Label is a value that stands outside the table's columns but holds for all its rows: "Corso: …"
// above it, the sheet's name, a title row inside it.
type Label struct {
	Field Field
	Value workbook.Cell
	Row   int // 1-based; 0 when it is the sheet's name
}

// A Table is one register. Labels may grow while rows are read (a title row inside the table); each
// Row has those that hold for it.
type Table struct {
	Sheet       workbook.Sheet
	Index       int // from 0, by place on the sheet
	Subject     Subject
	HeaderFirst int // first and last row of the header block
	HeaderLast  int
	Columns     []Column
	Wanted      []string // header texts that would name the course of a list of people
	// Across says that the table lies on its side: people stand across, so that Columns[i].Col is a row of
	// the sheet, a Row's Number a column of it, and the header its columns from HeaderFirst to HeaderLast.
	Across bool
}

// Place gives the sheet's row and column of a cell in a row of the table and its i-th column.
func (t *Table) Place(number, i int) (row, col int) {
	if t.Across {
		return t.Columns[i].Col, number
	}
	return number, t.Columns[i].Col
}

// RowOf gives the sheet's row that a row of the table stands for: of a table on its side, the one with the
// names.
func (t *Table) RowOf(number int) int {
	if !t.Across {
		return number
	}
	for _, c := range t.Columns {
		if c.Field == Surname || c.Field == FullName || c.Field == CodiceFiscale {
			return c.Col
		}
	}
	return t.Columns[0].Col
}

// A Row is one data row. Cells stand by the index of Table.Columns; Kind Empty where nothing stands.
// Labels has at most one label a field, the one nearest above the row; what the sheet's name says has
// Row 0. The Date of a Session column is Empty when its header only counts ("Incontro 3").
// Of a table with blocks, a row comes once for each block, the cells of the others Empty.
// Labels and Cells are reused: copy what must outlive the call.
type Row struct {
	Number  int
	Hidden  bool
	Cells   []workbook.Cell
	Carried []bool // the value was written once for a group of rows (merged or group cell)
	Labels  []Label
}

// A Sink takes what Recognise finds, in the order of the sheet. It owns nothing it is given.
type Sink interface {
	Table(*Table) error
	Row(*Table, *Row) error
}
