package report

import (
	"encoding/json"
	"os"
	"path/filepath"

	"formare/internal/change"
	"formare/internal/finding"
	"formare/internal/text"
)

// Content is all that a report is made of.
type Content struct {
	Manifest  Manifest // Files is filled in by Write
	Figures   []Rendered
	Data      []File // indicator data, already in their formats
	Documents []File // deck, tables, page
	Findings  []finding.Finding
	Letters   []File

	Corrections []change.Correction // what corrected files changed
}

// Write puts a report into dir, an empty folder, and returns its manifest.
func Write(dir string, c Content, words *text.Catalogue) (*Manifest, error) {
	quality, err := qualityFiles(words, c.Findings)
	if err != nil {
		return nil, err
	}
	corrected, err := correctionFiles(words, c.Corrections)
	if err != nil {
		return nil, err
	}
	manifest := c.Manifest
	manifest.Files = []ManifestFile{}
	put := func(f File) error {
		manifest.Files = append(manifest.Files, ManifestFile{Name: f.Name, SHA256: HashOf(f.Content), From: f.From})
		return writeFile(dir, f)
	}
	told := map[string]bool{}
	for _, fig := range c.Figures {
		files := fig.Files
		if !told[fig.Drawing.ID] {
			told[fig.Drawing.ID] = true
			files = append(files[:len(files):len(files)], altFile(fig.Drawing))
		}
		for _, f := range files {
			if err := put(f); err != nil {
				return nil, err
			}
		}
	}
	for _, list := range [][]File{c.Data, c.Documents, quality, corrected, c.Letters} {
		for _, f := range list {
			if err := put(f); err != nil {
				return nil, err
			}
		}
	}
	if err := manifest.addCopies(dir); err != nil {
		return nil, err
	}
	raw, err := json.MarshalIndent(manifest, "", "  ")
	if err != nil {
		return nil, err
	}
	return &manifest, writeFile(dir, File{Name: ManifestName, Content: append(raw, '\n')})
}

// addCopies lists the annotated copies, which lie in the folder already.
func (m *Manifest) addCopies(dir string) error {
	for _, c := range m.Copies {
		if c.Name == "" {
			continue
		}
		raw, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(c.Name)))
		if err != nil {
			return err
		}
		m.Files = append(m.Files, ManifestFile{Name: c.Name, SHA256: HashOf(raw), Personal: true})
	}
	return nil
}

func writeFile(dir string, f File) error {
	path := filepath.Join(dir, filepath.FromSlash(f.Name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, f.Content, 0o644)
}
