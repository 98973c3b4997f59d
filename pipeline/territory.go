package pipeline

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"formare/data"
	"formare/internal/boundary"
	"formare/internal/territory"
	"formare/internal/text"
)

// boundaryFile is where imported boundaries lie in a project: TopoJSON, in degrees.
const boundaryFile = "data/territory/boundaries.topojson"

// loadTerritory reads the comuni of the region: the program's own, or those that formare.yaml leads to.
func loadTerritory(cfg Config) (*territory.Territory, error) {
	land, err := ownTerritory(cfg)
	if err != nil {
		return nil, err
	}
	if land, err = land.WithSynonyms(cfg.Settings.Synonyms.Comuni); err != nil {
		return nil, text.Errorf("config.synonyms", err)
	}
	return land, nil
}

func ownTerritory(cfg Config) (*territory.Territory, error) {
	own := cfg.Settings.Territory
	if own.Comuni == "" {
		if own.Zones != "" {
			return nil, text.Errorf("config.territory-zones", nil)
		}
		land, err := territory.Load(data.FS)
		if err != nil {
			return nil, text.Errorf("reference", err)
		}
		return land, nil
	}
	comuni, err := os.ReadFile(cfg.path(own.Comuni))
	if err != nil {
		return nil, text.Errorf("config.territory", err, "file", own.Comuni)
	}
	var zones []byte
	if own.Zones != "" {
		if zones, err = os.ReadFile(cfg.path(own.Zones)); err != nil {
			return nil, text.Errorf("config.territory", err, "file", own.Zones)
		}
	}
	land, err := territory.LoadOwn(data.FS, comuni, zones)
	if err != nil {
		return nil, text.Errorf("config.territory", err, "file", own.Comuni)
	}
	return land, nil
}

// A Place is a comune by code and name; the name is empty where nobody knows it.
type Place struct {
	Code string `json:"istat_code"`
	Name string `json:"name,omitempty"`
}

// Boundaries tells what became of an imported file.
type Boundaries struct {
	File string `json:"file"` // where they are kept, in the project
	boundary.About
	*boundary.Report
	Wanted  int     `json:"wanted"` // comuni of the territory
	Missing []Place `json:"missing"`
	Empty   []Place `json:"empty"`
	Bytes   int     `json:"bytes"`
}

// ImportTerritory keeps the boundaries of the project's comuni out of a file, with what is known about it,
// in place of those that were there.
func ImportTerritory(_ context.Context, cfg Config, file string, about boundary.About) (*Boundaries, error) {
	land, err := loadTerritory(cfg)
	if err != nil {
		return nil, err
	}
	raw, err := readBounded(file)
	if err != nil {
		return nil, boundaryFault(err, file)
	}
	names, wanted := map[string]string{}, []string{}
	for _, c := range land.Comuni() {
		wanted = append(wanted, c.ISTAT)
		names[c.ISTAT] = c.Name
	}
	m, report, err := boundary.Import(raw, wanted)
	if err != nil {
		return nil, boundaryFault(err, file)
	}
	m.About = about
	stored, err := m.Encode()
	if err == nil {
		err = replaceFile(cfg.path(boundaryFile), stored)
	}
	if err != nil {
		return nil, text.Errorf("territory.write", err)
	}
	out := &Boundaries{File: boundaryFile, About: about, Report: report, Wanted: len(wanted), Bytes: len(stored), Missing: []Place{}, Empty: []Place{}}
	for _, code := range report.Missing {
		out.Missing = append(out.Missing, Place{code, names[code]})
	}
	for _, code := range report.Empty {
		out.Empty = append(out.Empty, Place{code, names[code]})
	}
	return out, nil
}

// boundaryFault tells why a file cannot be taken.
func boundaryFault(err error, file string) error {
	for _, known := range []error{boundary.ErrFormat, boundary.ErrDamaged, boundary.ErrTooLarge, boundary.ErrProjection, boundary.ErrNoComuni} {
		if errors.Is(err, known) {
			return text.Errorf("territory."+known.Error(), nil, "file", filepath.Base(file))
		}
	}
	return text.Errorf("territory.read", err, "file", filepath.Base(file))
}

func readBounded(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, boundary.MaxFile+1))
	if err == nil && len(raw) > boundary.MaxFile {
		err = boundary.ErrTooLarge
	}
	return raw, err
}

// replaceFile puts a file in place whole, also if the program ends in between.
func replaceFile(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(name+".new", content, 0o644); err != nil {
		return err
	}
	return os.Rename(name+".new", name)
}

// boundaries reads what was imported; nil where nothing was.
func (j *job) boundaries() (*boundary.Map, error) {
	raw, err := os.ReadFile(j.cfg.path(boundaryFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	m, err := boundary.Decode(raw)
	if err != nil {
		return nil, text.Errorf("territory.stored", nil, "file", boundaryFile)
	}
	return m, nil
}
