package disclosure

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"formare/internal/store"
)

// ReadPattern reads the pattern of earlier reports; where there is no file there were none.
func ReadPattern(path string) (Pattern, error) {
	var p Pattern
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return p, nil
	}
	if err == nil {
		err = json.Unmarshal(raw, &p)
	}
	if err != nil {
		return Pattern{}, fmt.Errorf("disclosure: pattern: %w", err)
	}
	return p, nil
}

// Write puts the pattern in place at once, and only if it says something new. It belongs in place before
// the report that it describes: a pattern of a report that never appeared protects more, not less.
func (p Pattern) Write(path string) error {
	raw, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("disclosure: pattern: %w", err)
	}
	raw = append(raw, '\n')
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, raw) {
		return nil
	}
	if err := store.Replace(path, raw, 0o600); err != nil {
		return fmt.Errorf("disclosure: pattern: %w", err)
	}
	return nil
}
