//go:build cgo

package engine

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"formare/internal/table"
	"formare/internal/text"

	duckdb "github.com/duckdb/duckdb-go/v2"
)

type duck struct{}

func openDuckDB(opts Options) (*sql.DB, backend, error) {
	file := "" // in memory
	if opts.Keep {
		file = filepath.Join(opts.TempDir, "kept.duckdb")
	}
	connector, err := duckdb.NewConnector(file, nil)
	if err != nil {
		return nil, nil, err
	}
	return sql.OpenDB(connector), duck{}, nil
}

// register sets the engine up, makes the tables views over their files, and then allows no other file
// to be read or written, nor any of this to be undone.
func (duck) register(ctx context.Context, db *sql.DB, opts Options) error {
	files, err := absolute(opts.Tables)
	if err != nil {
		return err
	}
	statements := []string{
		"SET autoinstall_known_extensions = false",
		"SET autoload_known_extensions = false",
		"SET allow_community_extensions = false",
		fmt.Sprintf("SET preserve_insertion_order = %v", !opts.Keep), // holding thousands of files back in order would take gigabytes
		"SET memory_limit = " + quote(opts.MemoryLimit),
		"SET temp_directory = " + quote(opts.TempDir),
		"SET TimeZone = 'UTC'",
		"SET enable_external_file_cache = false", // each file is read once
	}
	if opts.Threads > 0 {
		statements = append(statements, fmt.Sprintf("SET threads = %d", opts.Threads))
	}
	if err := execAll(ctx, db, statements); err != nil {
		return err
	}
	remembered := []string{}
	if opts.Memory != "" {
		if remembered, err = remember(ctx, db, opts.Memory, files); err != nil {
			return err
		}
	}
	statements = []string{
		"SET allowed_paths = " + list(all(files)),
		"SET enable_external_access = false",
	}
	for _, name := range sortedKeys(files) {
		create, err := createTable(name, files[name], opts.Keep, slices.Contains(remembered, name))
		if err != nil {
			return err
		}
		statements = append(statements, create)
	}
	return execAll(ctx, db, append(statements, "SET lock_configuration = true"))
}

func execAll(ctx context.Context, db *sql.DB, statements []string) error {
	for _, s := range statements {
		if _, err := db.ExecContext(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// createTable makes a view over a table's files, or a table of their rows with keep, or an empty table of
// the same shape.
func createTable(name string, files []string, keep, remembered bool) (string, error) {
	columns := table.Columns(name)
	if columns == nil {
		return "", fmt.Errorf("table %q does not exist", name)
	}
	defs, names := columnsOf(columns)
	kind, from := "VIEW", readParquet(files, false)
	switch {
	case len(files) == 0:
		return fmt.Sprintf("CREATE TABLE %s (%s)", identifier(name), defs), nil
	case remembered:
		from = "memory." + identifier(name)
	case keep:
		kind = "TABLE"
	}
	return fmt.Sprintf("CREATE %s %s AS SELECT %s FROM %s", kind, identifier(name), names, from), nil
}

// columnsOf gives columns with their types, and their names alone.
func columnsOf(columns []table.Column) (defs, names string) {
	var both, bare []string
	for _, c := range columns {
		bare = append(bare, identifier(c.Name))
		both = append(both, identifier(c.Name)+" "+sqlTypes[c.Type])
	}
	return strings.Join(both, ", "), strings.Join(bare, ", ")
}

// readParquet reads files as they are. Folder names are not read as columns: codes would lose their
// leading zeros.
func readParquet(files []string, filename bool) string {
	return fmt.Sprintf("read_parquet(%s, hive_partitioning = false, hive_types_autocast = false, filename = %v)", list(files), filename)
}

var sqlTypes = map[table.Type]string{
	table.Text: "VARCHAR", table.Int: "BIGINT", table.Real: "DOUBLE", table.Bool: "BOOLEAN", table.Date: "DATE",
}

// guard asks DuckDB's parser for the statement's tree, which it gives for queries only.
func (duck) guard(ctx context.Context, db *sql.DB, query string) error {
	var tree string
	if err := db.QueryRowContext(ctx, "SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR)", query).Scan(&tree); err != nil {
		return sqlError(ctx, err)
	}
	var parsed struct {
		Error      bool              `json:"error"`
		Type       string            `json:"error_type"`
		Message    string            `json:"error_message"`
		Statements []json.RawMessage `json:"statements"`
	}
	if err := json.Unmarshal([]byte(tree), &parsed); err != nil {
		return fmt.Errorf("sql: %w", err)
	}
	switch {
	case parsed.Error && parsed.Type == "parser":
		return text.Errorf("engine.sql", nil, "what", parsed.Message)
	case parsed.Error || len(parsed.Statements) != 1:
		return text.Errorf("engine.not-a-query", nil)
	}
	return nil
}

func absolute(tables map[string][]string) (map[string][]string, error) {
	out := make(map[string][]string, len(tables))
	for name, files := range tables {
		out[name] = make([]string, len(files))
		for i, f := range files {
			path, err := filepath.Abs(f)
			if err != nil {
				return nil, err
			}
			out[name][i] = path
		}
		slices.Sort(out[name])
	}
	return out, nil
}

func all(tables map[string][]string) []string {
	var files []string
	for _, name := range sortedKeys(tables) {
		files = append(files, tables[name]...)
	}
	return files
}

// list writes a list of texts; DuckDB takes [] for an empty one.
func list(values []string) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = quote(v)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// Name of the engine inside this build.
const Name = "DuckDB"

// Present says whether this build has an engine.
const Present = true
