package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// ManifestName is the file that says what a report was made from and what it holds.
const ManifestName = "manifest.json"

// A Manifest lets anyone check a report: what it was made from, by which version, and each file's hash.
type Manifest struct {
	Month       string           `json:"month"`
	Programme   string           `json:"programme"`
	Version     string           `json:"version"`
	Fingerprint string           `json:"fingerprint"` // of all that the report depends on
	Sources     []ManifestSource `json:"sources"`
	Figures     []ManifestFigure `json:"figures"`
	Headline    []Headline       `json:"headline"`
	Findings    FindingCounts    `json:"findings"`
	Copies      []ManifestCopy   `json:"copies"`
	Files       []ManifestFile   `json:"files"`
}

// A ManifestSource is one received file and what became of it.
type ManifestSource struct {
	Source       string `json:"source"`
	File         string `json:"file"`
	SHA256       string `json:"sha256"`
	Partner      string `json:"partner,omitempty"`
	Month        string `json:"month,omitempty"`
	Status       string `json:"status"`
	Reason       string `json:"reason,omitempty"`
	SupersededBy string `json:"superseded_by,omitempty"`
	RowsKept     int    `json:"rows_kept"`
}

// A ManifestFigure is one figure, drawn or left out.
type ManifestFigure struct {
	ID      string `json:"id"`
	Title   string `json:"title,omitempty"`
	Alt     string `json:"alt,omitempty"`
	LeftOut string `json:"left_out,omitempty"`
}

// Headline is one published headline number; Value is nil when it is unknown or protected.
type Headline struct {
	Measure string   `json:"measure"`
	Value   *float64 `json:"value"`
	Mark    string   `json:"mark,omitempty"` // what stands in place of a protected value: "<5"
	Target  *float64 `json:"target,omitempty"`
}

// A ManifestFile is one file of the report.
type ManifestFile struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	From   string `json:"from,omitempty"` // digest of the drawing of a figure

	// Personal says that the file shows people: it goes to the partner who sent the data, and to nobody else.
	Personal bool `json:"personal,omitempty"`
}

// A ManifestCopy is the annotated copy of one source; Name is "" when there is none.
type ManifestCopy struct {
	Source  string `json:"source"`
	Partner string `json:"partner,omitempty"`
	Name    string `json:"name,omitempty"`
	From    string `json:"from"` // digest of what it was made from
	Copy
}

// ReadManifest reads a published report's manifest; nil without error when there is none.
func ReadManifest(dir string) (*Manifest, error) {
	raw, err := os.ReadFile(filepath.Join(dir, ManifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var m Manifest
	if err := json.Unmarshal(raw, &m); err != nil {
		return nil, nil // a report whose manifest is damaged is made again
	}
	return &m, nil
}

// Whole says whether every file of a published report is there with the content that was published.
func (m *Manifest) Whole(dir string) bool {
	for _, f := range m.Files {
		raw, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.Name)))
		if err != nil || HashOf(raw) != f.SHA256 {
			return false
		}
	}
	return len(m.Files) > 0
}

// HashOf names a content as manifests do.
func HashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// A FindingCount says how many findings one rule has.
type FindingCount struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	N        int    `json:"n"`
}

// FindingCounts lists rules, those that cost most first.
type FindingCounts []FindingCount
