// Package table owns the Arrow schemas of the tables, the builders that fill them, and the writing and
// reading of Parquet, Arrow IPC and CSV. It is the only package that knows Arrow, so that another
// version of the library is one package's change. It must not know workbooks, nor what numbers mean.
package table

import (
	"slices"
	"strconv"

	"github.com/apache/arrow/go/v15/arrow"
)

// Version of the schemas, kept in the metadata of every file.
const Version = 2

// Metadata keys of every schema.
const (
	metaTable   = "formare.table"
	metaVersion = "formare.version"
)

// Type of a column.
type Type uint8

const (
	Text Type = iota
	Int       // 64 bits
	Real      // 64 bits
	Bool
	Date // days since 1970-01-01
)

// A Column of a table. Required says that it is never null.
type Column struct {
	Name     string
	Type     Type
	Required bool
}

// Tables whose rows come from sources, and those that tell SQL what the configuration says.
const (
	Courses    = "courses"
	Enrolments = "enrolments"
	Attendance = "attendance"
	Findings   = "findings"
	Sources    = "sources"

	RefProgramme = "ref_programme"
	RefMonths    = "ref_months"
	RefPartners  = "ref_partners"
	RefAreas     = "ref_areas"
	RefTargets   = "ref_targets"
	RefComuni    = "ref_comuni"
	RefZones     = "ref_zones"
	RefPeople    = "ref_people"
)

// Names lists every table, sorted.
func Names() []string {
	names := make([]string, 0, len(schemas))
	for name := range schemas {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Columns gives a table's columns in their order; nil for a table that does not exist.
func Columns(name string) []Column { return slices.Clone(schemas[name]) }

func arrowSchema(name string, columns []Column) *arrow.Schema {
	fields := make([]arrow.Field, len(columns))
	for i, c := range columns {
		fields[i] = arrow.Field{Name: c.Name, Type: arrowType(c.Type), Nullable: !c.Required}
	}
	meta := arrow.NewMetadata([]string{metaTable, metaVersion}, []string{name, strconv.Itoa(Version)})
	return arrow.NewSchema(fields, &meta)
}

// Text is a plain string, never an Arrow dictionary: Parquet encodes repeated values by itself, and a
// nullable dictionary column fails to write.
func arrowType(t Type) arrow.DataType {
	switch t {
	case Int:
		return arrow.PrimitiveTypes.Int64
	case Real:
		return arrow.PrimitiveTypes.Float64
	case Bool:
		return arrow.FixedWidthTypes.Boolean
	case Date:
		return arrow.PrimitiveTypes.Date32
	}
	return arrow.BinaryTypes.String
}

func typeOf(t arrow.DataType) (Type, bool) {
	switch t.ID() {
	case arrow.STRING:
		return Text, true
	case arrow.INT64:
		return Int, true
	case arrow.FLOAT64:
		return Real, true
	case arrow.BOOL:
		return Bool, true
	case arrow.DATE32:
		return Date, true
	}
	return Text, false
}
