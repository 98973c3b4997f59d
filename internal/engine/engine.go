// Package engine runs SQL over the tables: DuckDB inside the program. It registers the tables' files,
// creates views and gives results as plain values. It must not know what views and indicators mean.
//
// The seam for another engine is the interface backend: registering tables and refusing what is not a
// query are all that engines do differently; SQL text is the same on all of them.
package engine

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"formare/internal/text"
)

// Options of Open.
type Options struct {
	// Tables gives the Parquet files of each table. A table without files is empty, with the columns and
	// types of its schema. Tables that are not named do not exist.
	Tables      map[string][]string
	TempDir     string // for what does not fit in memory; default the system's
	MemoryLimit string // "2GB", the default
	Threads     int    // 0: as many as there are processors
	// Keep reads every table once, now, and keeps it in a file of its own under TempDir: worth it when many
	// queries follow, and when a table lies in thousands of files.
	Keep bool
	// Memory is a file in which the engine remembers, until the next run, what tables of very many files
	// hold; "" for none. It is made anew whenever it does not serve.
	Memory string
}

const defaultMemory = "2GB"

// A DB is an open engine. It is safe for concurrent use.
type DB struct {
	sql  *sql.DB
	back backend
	temp string
}

// A backend is what differs between engines.
type backend interface {
	// register makes the tables readable by their bare names, and then shuts the door to all other files.
	register(ctx context.Context, db *sql.DB, opts Options) error
	// guard refuses a text that is not exactly one query, without running any of it.
	guard(ctx context.Context, db *sql.DB, query string) error
}

// Open starts the engine over the tables' files.
func Open(ctx context.Context, opts Options) (*DB, error) {
	temp, err := os.MkdirTemp(opts.TempDir, ".formare-sql-*")
	if err != nil {
		return nil, text.Errorf("engine.open", err)
	}
	opts.TempDir = temp
	if opts.MemoryLimit == "" {
		opts.MemoryLimit = defaultMemory
	}
	db := &DB{temp: temp}
	if db.sql, db.back, err = openDuckDB(opts); err == nil {
		err = db.back.register(ctx, db.sql, opts)
	}
	if err != nil {
		err = errors.Join(err, db.Close())
		var told *text.Error
		if errors.As(err, &told) {
			return nil, told
		}
		return nil, text.Errorf("engine.open", err)
	}
	return db, nil
}

// Forget removes a memory, so that the next Open makes it anew; "" is none.
func Forget(memory string) error {
	if memory == "" {
		return nil
	}
	return errors.Join(remove(memory), remove(memory+".wal"))
}

func remove(file string) error {
	if err := os.Remove(file); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// Close ends the engine and removes what it kept on disk.
func (d *DB) Close() error {
	var err error
	if d.sql != nil {
		err = d.sql.Close()
	}
	return errors.Join(err, os.RemoveAll(d.temp))
}

// Exec runs one of the program's own statements.
func (d *DB) Exec(ctx context.Context, statement string) error {
	if _, err := d.sql.ExecContext(ctx, statement); err != nil {
		return sqlError(ctx, err)
	}
	return nil
}

// sqlError tells what the engine found in a statement; an ended context stays what it is.
func sqlError(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("sql: %w", ctx.Err())
	}
	return text.Errorf("engine.sql", nil, "what", err.Error())
}
