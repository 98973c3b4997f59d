// Package store owns what the project keeps between runs: the ledger of received sources, which of
// them count and which were superseded, the staging and publishing of files, and the lock. It must not
// know Arrow, nor what the files it publishes hold.
package store

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
)

// Status says whether a source counts.
type Status string

const (
	Active     Status = "active"
	Superseded Status = "superseded" // by a later source; its rows stay on disk and leave every number
	SetAside   Status = "set_aside"  // not read, or not to be counted; a finding says why
)

// A Source is one received file as the ledger remembers it.
type Source struct {
	ID             string   `json:"source"`
	File           string   `json:"file"` // under data/inbox, slashes
	SHA256         string   `json:"sha256"`
	Size           int64    `json:"size"`
	Received       string   `json:"received"` // the file's day of modification, UTC
	Partner        string   `json:"partner,omitempty"`
	Month          string   `json:"month,omitempty"`
	Months         []string `json:"months,omitempty"`           // of its courses, in order
	MonthByCourses bool     `json:"month_by_courses,omitempty"` // other sources told when its courses were held
	Status         Status   `json:"status"`
	SupersededBy   string   `json:"superseded_by,omitempty"` // the source that counts in its place
	CorrectedBy    string   `json:"corrected_by,omitempty"`  // the next version, which may have been corrected in turn
	Against        string   `json:"against,omitempty"`       // what it would take the place of, once it is accepted
	Reason         string   `json:"reason,omitempty"`        // rule of the finding that set it aside or superseded it
	AsideFor       string   `json:"aside_for,omitempty"`     // of a superseded source that was set aside: the rule for which
	Detail         string   `json:"detail,omitempty"`        // what the reason's message tells besides
	Overwritten    bool     `json:"overwritten,omitempty"`   // its path holds another content now
	Position       int      `json:"position"`                // order among all sources: a later one wins
	Sheets         int      `json:"sheets"`
	RowsRead       int      `json:"rows_read"`
	RowsKept       int      `json:"rows_kept"`
	Courses        int      `json:"courses"` // distinct ones that it tells of
	Reading        string   `json:"reading"` // fingerprint of program, key and configuration that read it
	Basis          string   `json:"basis"`   // fingerprint of program and key alone
	Schema         int      `json:"schema"`  // version of the schemas of its tables
	Files          []string `json:"files"`   // tables under data/tables, slashes
	Findings       Counts   `json:"findings"`
	Change         *Change  `json:"change,omitempty"` // of a superseded source: what its next version changed
}

// Counts of findings by severity.
type Counts struct {
	Info    int `json:"info"`
	Warning int `json:"warning"`
	Error   int `json:"error"`
}

// A Ledger lists every source that lies in the inbox, and of a file that was replaced in place the
// content before.
type Ledger struct {
	Version  int      `json:"version"`
	Accepted []string `json:"accepted,omitempty"` // hashes of contents that may count although they lack much
	Sources  []Source `json:"sources"`
}

// ledgerVersion 2 knows how many courses a source has, what waits to be accepted, and contents that were
// replaced in place.
const ledgerVersion = 2

// SourceID names a file's content at a path. The same content twice under two names is two sources, so
// that each can be told apart in the ledger and one superseded by the other.
func SourceID(file, sha string) string {
	sum := sha256.Sum256([]byte(file + "\x00" + sha))
	return hex.EncodeToString(sum[:6])
}

// ReadLedger reads a ledger; a missing file is an empty ledger.
func ReadLedger(path string) (*Ledger, error) {
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &Ledger{Version: ledgerVersion}, nil
	}
	if err != nil {
		return nil, err
	}
	var l Ledger
	if err := json.Unmarshal(raw, &l); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	switch l.Version {
	case ledgerVersion:
	case 1:
		l.Version = ledgerVersion
		for i := range l.Sources {
			l.Sources[i].Reading = "" // to be read again: version 1 did not count courses
		}
	default:
		return nil, fmt.Errorf("%s: version %d, this program knows %d", path, l.Version, ledgerVersion)
	}
	return &l, nil
}

// Accept remembers contents by their hashes.
func (l *Ledger) Accept(hashes ...string) {
	l.Accepted = append(slices.Clone(l.Accepted), hashes...)
	slices.Sort(l.Accepted)
	l.Accepted = slices.Compact(l.Accepted)
}

// Write puts the ledger in place at once, and only if it says something new.
func (l *Ledger) Write(path string) error {
	raw, err := l.bytes()
	if err != nil {
		return err
	}
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, raw) {
		return nil
	}
	return Replace(path, raw, 0o644)
}

// Digest names the ledger's content.
func (l *Ledger) Digest() (string, error) {
	raw, err := l.bytes()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:]), nil
}

func (l *Ledger) bytes() ([]byte, error) {
	slices.SortFunc(l.Sources, func(a, b Source) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.ID, b.ID))
	})
	raw, err := json.MarshalIndent(l, "", "  ")
	return append(raw, '\n'), err
}

// Index gives the sources by id, for as long as the ledger's list is not changed.
func (l *Ledger) Index() map[string]*Source {
	byID := make(map[string]*Source, len(l.Sources))
	for i := range l.Sources {
		byID[l.Sources[i].ID] = &l.Sources[i]
	}
	return byID
}

// Add sums counts.
func (c *Counts) Add(d Counts) {
	c.Info += d.Info
	c.Warning += d.Warning
	c.Error += d.Error
}
