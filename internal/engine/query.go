package engine

import (
	"context"
	"database/sql"
	"fmt"
	"math/big"
	"strings"
	"time"

	"formare/internal/table"
)

// Query runs one query of a user's, and holds its whole result. It can read the tables and views and
// nothing else, and change nothing.
func (d *DB) Query(ctx context.Context, query string) (*table.Frame, error) {
	f := &table.Frame{}
	err := d.Each(ctx, query,
		func(columns []table.Column) error { f.Columns = columns; return nil },
		func(row []any) error { f.Rows = append(f.Rows, row); return nil })
	if err != nil {
		return nil, err
	}
	return f, nil
}

// Each is Query for results of any size: columns is called once, row for each row, which it may keep.
func (d *DB) Each(ctx context.Context, query string, columns func([]table.Column) error, row func([]any) error) error {
	if err := d.back.guard(ctx, d.sql, query); err != nil {
		return err
	}
	return d.each(ctx, query, columns, row)
}

// Rows runs one of the program's own queries: the names of the columns, and rows of nil, string, int64,
// float64 or bool.
func (d *DB) Rows(ctx context.Context, query string) (columns []string, rows [][]any, err error) {
	err = d.each(ctx, query,
		func(list []table.Column) error {
			for _, c := range list {
				columns = append(columns, c.Name)
			}
			return nil
		},
		func(row []any) error { rows = append(rows, row); return nil })
	return columns, rows, err
}

func (d *DB) each(ctx context.Context, query string, columns func([]table.Column) error, row func([]any) error) (err error) {
	rows, err := d.sql.QueryContext(ctx, query)
	if err != nil {
		return sqlError(ctx, err)
	}
	defer func() {
		if cerr := rows.Close(); err == nil && cerr != nil {
			err = sqlError(ctx, cerr)
		}
	}()
	types, err := rows.ColumnTypes()
	if err != nil {
		return sqlError(ctx, err)
	}
	list := make([]table.Column, len(types))
	for i, t := range types {
		list[i] = table.Column{Name: t.Name(), Type: typeOf(t)}
	}
	if err := columns(list); err != nil {
		return err
	}
	raw := make([]any, len(list))
	into := make([]any, len(list))
	for i := range raw {
		into[i] = &raw[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return sqlError(ctx, err)
		}
		values := make([]any, len(list))
		for i, v := range raw {
			values[i] = plain(v, list[i].Type)
		}
		if err := row(values); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return sqlError(ctx, err)
	}
	return nil
}

// typeOf maps the engines' names of types; what has no plain form is text.
func typeOf(t *sql.ColumnType) table.Type {
	name, _, _ := strings.Cut(strings.ToUpper(t.DatabaseTypeName()), "(")
	if strings.HasSuffix(t.DatabaseTypeName(), "]") {
		return table.Text
	}
	switch name {
	case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "HUGEINT", "UHUGEINT":
		return table.Int
	case "FLOAT", "REAL", "DOUBLE", "DECIMAL":
		return table.Real
	case "BOOLEAN":
		return table.Bool
	case "DATE":
		return table.Date
	}
	return table.Text
}

// plain turns a driver's value into one of a frame's.
func plain(v any, t table.Type) any {
	if v == nil {
		return nil
	}
	switch t {
	case table.Int:
		return integer(v)
	case table.Real:
		return float(v)
	case table.Date, table.Bool:
		if day, ok := v.(time.Time); ok {
			return day.Format(time.DateOnly)
		}
		return v
	}
	switch v := v.(type) {
	case string:
		return v
	case []byte:
		return fmt.Sprintf("%x", v)
	case time.Time:
		return v.UTC().Format("2006-01-02 15:04:05.999999")
	}
	return fmt.Sprint(v)
}

// integer gives int64; a whole number that has more bits becomes text rather than a wrong number.
func integer(v any) any {
	switch v := v.(type) {
	case int64:
		return v
	case int8:
		return int64(v)
	case int16:
		return int64(v)
	case int32:
		return int64(v)
	case int:
		return int64(v)
	case uint8:
		return int64(v)
	case uint16:
		return int64(v)
	case uint32:
		return int64(v)
	case *big.Int:
		if v.IsInt64() {
			return v.Int64()
		}
		return v.String()
	}
	return fmt.Sprint(v)
}

func float(v any) any {
	switch v := v.(type) {
	case float64:
		return v
	case float32:
		return float64(v)
	case interface{ Float64() float64 }:
		return v.Float64()
	}
	return fmt.Sprint(v)
}
