package engine

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// A View is a query with a name.
type View struct {
	Name string
	SQL  string
	// Heavy says that many others read it, so that it is worth keeping its rows once computed.
	Heavy bool
}

const heavyMark = "-- heavy"

// Model reads the views of a folder: one .sql file a view, named "30_linked.sql" for the view linked, in
// the order of their names. A line "-- heavy" marks what is kept once computed.
func Model(fsys fs.FS, dir string) ([]View, error) {
	files, err := fs.Glob(fsys, path.Join(dir, "*.sql"))
	if err != nil {
		return nil, err
	}
	views := make([]View, 0, len(files))
	for _, name := range files {
		raw, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		view := strings.TrimSuffix(path.Base(name), ".sql")
		if number, rest, ok := strings.Cut(view, "_"); ok && strings.Trim(number, "0123456789") == "" {
			view = rest
		}
		views = append(views, View{Name: view, SQL: string(raw), Heavy: strings.Contains(string(raw), heavyMark+"\n")})
	}
	return views, nil
}

// Create makes the views, in any order in which each finds those it reads. With keep, the heavy ones
// are computed now and kept, which is worth it when more than one query follows.
func (d *DB) Create(ctx context.Context, views []View, keep bool) error {
	for len(views) > 0 {
		var waiting []View
		var first error
		for _, v := range views {
			if err := d.create(ctx, v, keep); err != nil {
				if ctx.Err() != nil {
					return err
				}
				waiting = append(waiting, v)
				if first == nil {
					first = fmt.Errorf("view %s: %w", v.Name, err)
				}
			}
		}
		if len(waiting) == len(views) {
			return first
		}
		views = waiting
	}
	return nil
}

func (d *DB) create(ctx context.Context, v View, keep bool) error {
	kind := "VIEW"
	if keep && v.Heavy {
		kind = "TABLE"
	}
	query := strings.TrimRight(strings.TrimSpace(v.SQL), ";")
	return d.Exec(ctx, "CREATE "+kind+" "+identifier(v.Name)+" AS\n"+query)
}
