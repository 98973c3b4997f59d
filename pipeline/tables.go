package pipeline

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"formare/internal/config"
	"formare/internal/store"
	"formare/internal/table"
	"formare/internal/territory"
	"formare/internal/text"
)

// sourceRows gives the table sources: the ledger as SQL sees it.
func sourceRows(ledger *store.Ledger) []table.Source {
	out := make([]table.Source, len(ledger.Sources))
	for i, s := range ledger.Sources {
		out[i] = table.Source{
			Source: s.ID, File: s.File, SHA256: s.SHA256, Partner: s.Partner, Month: s.Month,
			Received: s.Received, Status: string(s.Status), SupersededBy: s.SupersededBy,
			Sheets: int64(s.Sheets), RowsRead: int64(s.RowsRead), RowsKept: int64(s.RowsKept), Position: int64(s.Position),
		}
	}
	return out
}

// reference gives the ref_ tables: what the configuration and the territory tell SQL, up to a month.
func reference(s config.Config, land *territory.Territory, month string) *table.Reference {
	p := s.Programme
	ref := &table.Reference{
		FirstMonth: p.Start, LastMonth: p.End, ReportMonth: month,
		CompletionThreshold: s.Rules.CompletionThreshold, MinCell: s.Privacy.MinCell,
		Months: monthsBetween(p.Start, p.End), People: peopleRefs(s.People),
	}
	for _, x := range s.Partners {
		ref.Partners = append(ref.Partners, table.Named{ID: x.ID, Label: x.Name})
	}
	for _, x := range s.Areas {
		ref.Areas = append(ref.Areas, table.Named{ID: x.ID, Label: x.Label})
	}
	for _, measure := range config.Measures {
		if v, ok := s.Targets[measure]; ok {
			ref.Targets = append(ref.Targets, table.Target{Measure: measure, Value: v})
		}
	}
	for _, c := range land.Comuni() {
		ref.Comuni = append(ref.Comuni, table.Comune{Code: c.ISTAT, Name: c.Name, Province: c.Province, Zone: c.Zone,
			Residents: int64(c.Residents), Year: int64(c.ResidentsYear)})
	}
	for _, z := range land.Zones() {
		ref.Zones = append(ref.Zones, table.Zone{Name: z.Name, Number: int64(z.Number), Capofila: z.Capofila})
	}
	return ref
}

// writeProgrammeTables puts sources and the ref_ tables under dir, a folder each, and names the files.
func writeProgrammeTables(dir string, sources []table.Source, ref *table.Reference) (names []string, err error) {
	open := func(name string) (io.WriteCloser, error) {
		names = append(names, programmeTable(name))
		return createIn(dir, programmeTable(name))
	}
	out, err := open(table.Sources)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(table.WriteSources(out, sources), out.Close()); err != nil {
		return nil, err
	}
	return names, ref.Write(open)
}

// programmeTable is where a table that belongs to no single source lies, under data/tables.
func programmeTable(name string) string { return name + "/" + name + ".parquet" }

func createIn(dir, name string) (io.WriteCloser, error) {
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	return os.Create(path)
}

// tableFiles lists the Parquet files that the ledger's sources have, by table, and where asked for that
// of the findings across sources.
func tableFiles(dir string, ledger *store.Ledger, across bool) map[string][]string {
	files := map[string][]string{}
	for _, name := range table.Names() {
		files[name] = []string{}
	}
	for _, s := range ledger.Sources {
		for _, f := range s.Files {
			files[tableOf(f)] = append(files[tableOf(f)], filepath.Join(dir, filepath.FromSlash(f)))
		}
	}
	found := filepath.Join(dir, filepath.FromSlash(programmeTable(table.Findings)))
	if _, err := os.Stat(found); err == nil && across {
		files[table.Findings] = append(files[table.Findings], found)
	}
	return files
}

// allWhole says which table is lost or cut short, before an engine says it in words of its own.
func allWhole(cfg Config, files map[string][]string) error {
	for _, name := range table.Names() {
		for _, file := range files[name] {
			if !table.Whole(file) {
				if rel, err := filepath.Rel(cfg.Project, file); err == nil {
					file = filepath.ToSlash(rel)
				}
				return text.Errorf("table-damaged", nil, "file", file)
			}
		}
	}
	return nil
}

func tableOf(file string) string {
	for i := range len(file) {
		if file[i] == '/' {
			return file[:i]
		}
	}
	return file
}

// store commits what was read: the new tables first, then the ledger, then what nobody needs any more
// goes. A run that ends in between leaves tables that no ledger lists, which the next run sweeps.
func (j *job) store(ctx context.Context, p plan, read []*reading) error {
	j.stage(StageTables, 0)
	ledger := &store.Ledger{Version: j.ledger.Version, Accepted: j.ledger.Accepted, Sources: p.holds}
	for _, r := range read {
		ledger.Sources = append(ledger.Sources, r.source)
	}
	if err := j.settle(ctx, ledger); err != nil {
		return text.Errorf("tables", err)
	}
	j.ledger = ledger
	if err := j.commit(read); err != nil {
		return text.Errorf("tables", err)
	}
	return nil
}

func (j *job) commit(read []*reading) error {
	keep := map[string]bool{programmeTable(table.Findings): true}
	for _, r := range read {
		for _, f := range r.source.Files {
			if err := j.moveTable(f); err != nil {
				return err
			}
		}
	}
	for _, s := range j.ledger.Sources {
		for _, f := range s.Files {
			keep[f] = true
		}
	}
	ref := reference(j.cfg.Settings, j.land, j.month())
	names, err := writeProgrammeTables(j.stageDir, sourceRows(j.ledger), ref)
	if err != nil {
		return err
	}
	for _, name := range names {
		keep[name] = true
		if err := j.moveTable(name); err != nil {
			return err
		}
	}
	if err := j.ledger.Write(j.cfg.path(ledgerFile)); err != nil {
		return err
	}
	return store.Sweep(j.cfg.path(tablesDir), keep)
}

// moveTable puts a staged table in its place under data/tables.
func (j *job) moveTable(name string) error {
	target := filepath.Join(j.cfg.path(tablesDir), filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return err
	}
	return os.Rename(filepath.Join(j.stageDir, filepath.FromSlash(name)), target)
}
