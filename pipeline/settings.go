package pipeline

import (
	"maps"
	"os"
	"slices"
	"strings"

	"formare/data"
	"formare/internal/figure"
	"formare/internal/register"
	"formare/internal/report/deck"
	"formare/internal/revision"
	"formare/internal/text"
)

// checkSettings loads the lexicons with the configuration's own words, and finds what formare.yaml cannot
// know to be wrong by itself, before any work is done: synonyms and columns for fields that do not
// exist, images that are not there.
func (j *job) checkSettings() error {
	s := j.cfg.Settings
	var err error
	if j.lex, err = j.loadLexicons(); err != nil {
		return text.Errorf("config.synonyms", err)
	}
	if j.names, err = revision.Load(data.FS); err != nil {
		return text.Errorf("reference", err)
	}
	fields := []string{"-"} // a column to be passed over
	for _, f := range register.Fields() {
		fields = append(fields, string(f))
	}
	slices.Sort(fields)
	for _, p := range s.Partners {
		if err := checkColumns("partners, id "+p.ID, p.Columns, fields); err != nil {
			return err
		}
	}
	for _, source := range s.Sources {
		if err := checkColumns("sources, file "+source.File, source.Columns, fields); err != nil {
			return err
		}
	}
	if _, err := j.figureSpecs(); err != nil {
		return err
	}
	images := slices.Clone(s.Figures.Logos)
	if s.Figures.Emblem != "" {
		images = append(images, s.Figures.Emblem)
	}
	for _, name := range images {
		raw, err := os.ReadFile(j.cfg.path(name))
		if err != nil {
			return text.Errorf("config.image", err, "file", name)
		}
		if _, err := figure.DecodePicture(raw); err != nil {
			return text.Errorf("config.image-form", nil, "file", name)
		}
	}
	if name := s.Figures.DeckTemplate; name != "" {
		raw, err := os.ReadFile(j.cfg.path(name))
		if err != nil {
			return text.Errorf("config.deck-template", err, "file", name)
		}
		if err := deck.CheckTemplate(raw); err != nil {
			return text.Errorf("config.deck-template-form", nil, "file", name)
		}
	}
	return nil
}

// checkColumns says which of the columns told under a key of formare.yaml are for a field that does not
// exist.
func checkColumns(at string, columns map[string]string, fields []string) error {
	for _, header := range slices.Sorted(maps.Keys(columns)) {
		if field := columns[header]; field != "" && !slices.Contains(fields, field) {
			return text.Errorf("config.column", nil, "at", at, "header", header, "value", field, "among", strings.Join(fields, ", "))
		}
	}
	return nil
}
