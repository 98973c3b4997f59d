package disclosure

import "slices"

// Rules say which columns count people and how the counts hang together. A relation that names a table
// or column which is not there is passed over; so is, row by row, one that the numbers contradict.
type Rules struct {
	Tables    []TableRule
	Relations []Relation
	Hours     []Relation // of columns of hours
}

// A TableRule is about the columns of one table.
type TableRule struct {
	ID     string
	Keys   []string          // what tells its rows apart
	Only   []string          // values of the first key whose rows count people; none: all
	Counts []string          // columns that count people or enrolments
	Fixed  bool              // its counts are hidden only if small themselves
	Final  bool              // its counts are of a month or a course: later reports tell the same
	Ranked bool              // its rows are ordered by its counts
	Least  map[string]string // column that a count is never less than: somebody works in each service
	Goes   map[string]string // column that goes with a count: hidden where that is
	GoesBy map[string]string // for a table of measures: the measure that goes with another measure
	Hours  map[string]string // hours of the people of a count: they add up, so they are protected on their own too
	Shares map[string]string // share of a base column: times the base it is a count, hidden as one
	Coarse []string          // figures made from all counts: rounded where any count is hidden
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
// equal.
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
	AnyNull     bool   // null keys are a group like any other ("not known")
	Row         string // the value of the first key; none: all
}

// DefaultRules are those of the indicators that come with the program.
func DefaultRules() Rules {
	return Rules{Tables: defaultTables(), Relations: defaultRelations(), Hours: defaultHours()}
}

func (r Rules) table(id string) *TableRule {
	i := slices.IndexFunc(r.Tables, func(t TableRule) bool { return t.ID == id })
	if i < 0 {
		return nil
	}
	return &r.Tables[i]
}
