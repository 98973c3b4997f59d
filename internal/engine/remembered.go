//go:build cgo

package engine

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"formare/internal/table"
)

// manyFiles is from how many files on a table is remembered between runs. Opening one takes half a
// millisecond, whatever it holds; a few are opened faster than a database is brought up to date.
const manyFiles = 200

// A memory is a database file beside the project that holds the rows of tables which lie in many files, so
// that a run opens only the files it has not seen. It is never the truth: a file counts as known by
// path, size and time of change, rows of files that are gone or changed are taken out, and whatever is wrong
// with the memory, it is thrown away and made anew from the files.
type memory struct {
	conn *sql.Conn
	path string
}

// remember brings the memory up to date with the tables' files and says for which tables it answers.
func remember(ctx context.Context, db *sql.DB, path string, files map[string][]string) ([]string, error) {
	var many []string
	for _, name := range sortedKeys(files) {
		if len(files[name]) >= manyFiles {
			many = append(many, name)
		}
	}
	if len(many) == 0 {
		return nil, Forget(path)
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	m := &memory{conn: conn, path: path}
	if err := m.bring(ctx, many, files); err == nil || ctx.Err() != nil {
		return many, err
	}
	_ = m.exec(ctx, "DETACH DATABASE IF EXISTS memory")
	if err := Forget(path); err != nil {
		return nil, err
	}
	return many, m.bring(ctx, many, files)
}

func (m *memory) exec(ctx context.Context, statement string) error {
	_, err := m.conn.ExecContext(ctx, statement)
	return err
}

// bring opens the memory and takes in what is new, in one transaction.
func (m *memory) bring(ctx context.Context, tables []string, files map[string][]string) (err error) {
	if err := os.MkdirAll(filepath.Dir(m.path), 0o755); err != nil {
		return err
	}
	if err := m.exec(ctx, "ATTACH "+quote(m.path)+" AS memory"); err != nil {
		return err
	}
	if err := m.exec(ctx, "BEGIN"); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, m.exec(context.WithoutCancel(ctx), "ROLLBACK"))
		}
	}()
	for _, name := range tables {
		if err := m.bringTable(ctx, name, files[name]); err != nil {
			return fmt.Errorf("table %s: %w", name, err)
		}
	}
	return m.exec(ctx, "COMMIT")
}

// bringTable takes the rows of files that are gone or changed out of a table, and those of new ones in.
func (m *memory) bringTable(ctx context.Context, name string, files []string) error {
	rows, known := "memory."+identifier(name), "memory."+identifier(name+"_files")
	defs, columns := columnsOf(table.Columns(name))
	for _, statement := range []string{
		"CREATE TABLE IF NOT EXISTS " + rows + " (" + defs + ", filename VARCHAR)",
		"CREATE TABLE IF NOT EXISTS " + known + " (filename VARCHAR, state VARCHAR)",
	} {
		if err := m.exec(ctx, statement); err != nil {
			return err
		}
	}
	states, err := statesOf(files)
	if err != nil {
		return err
	}
	gone, err := m.compare(ctx, known, states)
	if err != nil {
		return err
	}
	fresh := make([]string, 0, len(states))
	for _, file := range files {
		if states[file] != "" {
			fresh = append(fresh, file)
		}
	}
	if len(gone) > 0 {
		in := " WHERE list_contains(CAST(" + list(gone) + " AS VARCHAR[]), filename)"
		if err := errors.Join(m.exec(ctx, "DELETE FROM "+rows+in), m.exec(ctx, "DELETE FROM "+known+in)); err != nil {
			return err
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	if err := m.exec(ctx, "INSERT INTO "+rows+" SELECT "+columns+", filename FROM "+readParquet(fresh, true)); err != nil {
		return err
	}
	values := make([]string, len(fresh))
	for i, file := range fresh {
		values[i] = "(" + quote(file) + ", " + quote(states[file]) + ")"
	}
	if err := m.exec(ctx, "INSERT INTO "+known+" VALUES "+strings.Join(values, ", ")); err != nil {
		return err
	}
	return m.check(ctx, rows, known)
}

// compare takes the files that are known out of states, and lists those that are gone or changed.
func (m *memory) compare(ctx context.Context, known string, states map[string]string) (gone []string, err error) {
	found, err := m.conn.QueryContext(ctx, "SELECT filename, state FROM "+known)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, found.Close()) }()
	for found.Next() {
		var file, state string
		if err := found.Scan(&file, &state); err != nil {
			return nil, err
		}
		if states[file] == state {
			delete(states, file)
			continue
		}
		gone = append(gone, file)
	}
	return gone, found.Err()
}

// check refuses rows whose file is not among the known ones: they could never be taken out again.
func (m *memory) check(ctx context.Context, rows, known string) error {
	var strange int64
	query := "SELECT count(*) FROM (SELECT DISTINCT filename FROM " + rows + ") WHERE filename NOT IN (SELECT filename FROM " + known + ")"
	if err := m.conn.QueryRowContext(ctx, query).Scan(&strange); err != nil {
		return err
	}
	if strange > 0 {
		return fmt.Errorf("%d files bear another name in the engine", strange)
	}
	return nil
}

// statesOf tells files apart from later ones of the same name.
func statesOf(files []string) (map[string]string, error) {
	states := make(map[string]string, len(files))
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil {
			return nil, err
		}
		states[file] = fmt.Sprint(info.Size(), " ", info.ModTime().UnixNano())
	}
	return states, nil
}
