package indicator

import (
	"context"
	"fmt"
)

// A Querier runs a query of the program's own. Its values are nil, string (dates as "2017-04-01"),
// int64, float64 or bool.
type Querier interface {
	Rows(ctx context.Context, query string) (columns []string, rows [][]any, err error)
}

// Compute runs an indicator. The rows come in the order that its SQL fixes.
func Compute(ctx context.Context, q Querier, def Def) (*Table, error) {
	names, rows, err := q.Rows(ctx, def.SQL)
	if err != nil {
		return nil, fmt.Errorf("indicator %s: %w", def.ID, err)
	}
	t := &Table{ID: def.ID, Title: def.Title, Note: def.Note, Protect: def.Protect}
	for i, name := range names {
		t.Columns = append(t.Columns, def.column(name, i, rows))
	}
	for _, want := range def.Columns {
		if t.Col(want.Name) < 0 {
			return nil, fmt.Errorf("indicator %s: its SQL gives no column %q", def.ID, want.Name)
		}
	}
	for _, row := range rows {
		values := make([]Value, len(row))
		for i, v := range row {
			if values[i], err = value(t.Columns[i].Kind, v); err != nil {
				return nil, fmt.Errorf("indicator %s: column %s: %w", def.ID, names[i], err)
			}
		}
		t.Rows = append(t.Rows, values)
	}
	return t, nil
}

func (d Def) column(name string, at int, rows [][]any) Column {
	for _, c := range d.Columns {
		if c.Name == name {
			return Column{Name: name, Kind: kinds[c.Kind], Label: map[string]string{"it": c.IT, "en": c.EN}, People: c.People, Unit: c.Unit}
		}
	}
	// A number that nobody described may count people, and is protected as if it did.
	kind := guess(at, rows)
	return Column{Name: name, Kind: kind, Label: map[string]string{"it": name, "en": name}, People: kind == Integer || kind == Real}
}

// guess gives the kind of a column that the header does not describe, from its first value.
func guess(at int, rows [][]any) Kind {
	for _, row := range rows {
		switch row[at].(type) {
		case int64:
			return Integer
		case float64:
			return Real
		case nil:
			continue
		}
		break
	}
	return Text
}

func value(kind Kind, v any) (Value, error) {
	switch v := v.(type) {
	case nil:
		return Value{}, nil
	case int64:
		if kind == Integer || kind == Real {
			return Value{Valid: true, Num: float64(v)}, nil
		}
	case float64:
		if kind == Real || kind == Integer && v == float64(int64(v)) {
			return Value{Valid: true, Num: v}, nil
		}
	case string:
		if kind != Integer && kind != Real {
			return Value{Valid: true, Text: v}, nil
		}
	case bool:
		if kind == Text {
			return Value{Valid: true, Text: fmt.Sprint(v)}, nil
		}
	}
	return Value{}, fmt.Errorf("a value of type %T where the header says otherwise", v)
}
