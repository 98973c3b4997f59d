package pipeline

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"formare/internal/engine"
	"formare/internal/store"
	"formare/internal/table"
	"formare/internal/territory"
	"formare/internal/text"
)

// QueryFormats that Query writes.
var QueryFormats = []string{"table", "csv", "json", "arrow"}

// Query runs one SELECT over the project's tables, views and indicators as of the last run, and writes
// its result. The numbers are as computed: protection is for what is published.
func Query(ctx context.Context, cfg Config, query, format string, out io.Writer) error {
	frame, err := queryFrame(ctx, cfg, query)
	if err != nil {
		return err
	}
	words, err := text.For(cfg.lang())
	if err != nil {
		return text.Errorf("reference", err)
	}
	switch format {
	case "csv":
		return frameCSV(frame, out)
	case "json":
		return frameJSON(frame, out)
	case "arrow":
		return frame.WriteIPC(out, "query")
	}
	return frameText(frame, words, out)
}

func queryFrame(ctx context.Context, cfg Config, query string) (frame *table.Frame, err error) {
	err = withModel(ctx, cfg, query, func(db *engine.DB) error {
		frame, err = db.Query(ctx, query)
		return err
	})
	return frame, err
}

// withModel opens the last run's tables with the views that a query needs, for as long as use takes.
func withModel(ctx context.Context, cfg Config, query string, use func(*engine.DB) error) (err error) {
	ledger, err := store.ReadLedger(cfg.path(ledgerFile))
	if err != nil {
		return text.Errorf("ledger", err)
	}
	if len(ledger.Sources) == 0 {
		return text.Errorf("query.empty", nil)
	}
	if slices.ContainsFunc(ledger.Sources, func(s store.Source) bool { return len(s.Files) > 0 && s.Schema != table.Version }) {
		return text.Errorf("query.older", nil)
	}
	land, err := loadTerritory(cfg)
	if err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "formare-query-*")
	if err != nil {
		return text.Errorf("query", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	db, err := openModel(ctx, cfg, ledger, land, temp, query)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err = use(db); err != nil {
		return text.Errorf("query", err)
	}
	return nil
}

// openModel starts the engine over the ledger's tables and makes the views of model and indicators: those
// that a query needs, or all of them for a run (query ""). The tables that tell SQL of the programme are
// written to temp first, so that they are always those of the configuration as it stands. A run finds
// anew what is wrong across sources; a query reads what the last run found.
func openModel(ctx context.Context, cfg Config, ledger *store.Ledger, land *territory.Territory, temp, query string) (*engine.DB, error) {
	month := reportMonth(cfg, ledger)
	names, err := writeProgrammeTables(temp, sourceRows(ledger), reference(cfg.Settings, land, month))
	if err != nil {
		return nil, text.Errorf("model", err)
	}
	files := tableFiles(cfg.path(tablesDir), ledger, query != "")
	if err := allWhole(cfg, files); err != nil {
		return nil, err
	}
	for _, name := range names {
		files[tableOf(name)] = []string{filepath.Join(temp, filepath.FromSlash(name))}
	}
	opts := engine.Options{Tables: files, TempDir: temp, Threads: cfg.Workers}
	if query == "" { // a run asks much, and holds the project's lock
		opts.Keep, opts.Memory = true, cfg.path(memoryFile)
	}
	db, err := engine.Open(ctx, opts)
	if err != nil {
		return nil, err // it says by itself what is missing
	}
	if err := createViews(ctx, cfg, db, query); err != nil {
		return nil, errors.Join(text.Errorf("model", err), db.Close(), engine.Forget(opts.Memory))
	}
	return db, nil
}

func frameCSV(f *table.Frame, out io.Writer) error {
	w := csv.NewWriter(out)
	row := make([]string, len(f.Columns))
	for i, c := range f.Columns {
		row[i] = c.Name
	}
	if err := w.Write(row); err != nil {
		return err
	}
	for _, values := range f.Rows {
		for i, v := range values {
			row[i] = table.FormatValue(v)
		}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// frameJSON writes one object a row, keys in the order of the columns.
func frameJSON(f *table.Frame, out io.Writer) error {
	var b strings.Builder
	b.WriteString("[")
	for r, values := range f.Rows {
		if r > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n  {")
		for i, v := range values {
			if i > 0 {
				b.WriteString(", ")
			}
			key, err := json.Marshal(f.Columns[i].Name)
			if err != nil {
				return err
			}
			value, err := json.Marshal(v)
			if err != nil {
				return err
			}
			fmt.Fprintf(&b, "%s: %s", key, value)
		}
		b.WriteString("}")
	}
	if len(f.Rows) > 0 {
		b.WriteString("\n")
	}
	b.WriteString("]\n")
	_, err := io.WriteString(out, b.String())
	return err
}

// frameText lays a result out for people: numbers to the right and as the language writes them.
func frameText(f *table.Frame, words *text.Catalogue, out io.Writer) error {
	head, right := make([]string, len(f.Columns)), make([]bool, len(f.Columns))
	for i, c := range f.Columns {
		head[i], right[i] = c.Name, c.Type == table.Int || c.Type == table.Real
	}
	rows := [][]string{head}
	for _, values := range f.Rows {
		row := make([]string, len(values))
		for i, v := range values {
			row[i] = shown(words, v)
		}
		rows = append(rows, row)
	}
	_, err := io.WriteString(out, text.Columns(rows, right)+words.Count("query.rows", len(f.Rows))+"\n")
	return err
}

// shown writes a value for people. Pseudonyms, years and row numbers are names rather than amounts, so
// whole numbers stay without thousands marks.
func shown(words *text.Catalogue, v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		s := strconv.FormatFloat(v, 'f', -1, 64)
		if _, frac, ok := strings.Cut(s, "."); ok {
			return words.Number(v, min(len(frac), 4))
		}
		return s
	case string:
		return strings.Map(func(r rune) rune {
			if r < ' ' {
				return ' '
			}
			return r
		}, v)
	}
	return table.FormatValue(v)
}
