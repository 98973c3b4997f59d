package pipeline

import (
	"os"
	"path/filepath"
	"strings"

	"formare/internal/config"
	"formare/internal/text"
)

// mostPasswords bounds how many passwords of one partner are tried: each costs a key derivation, which
// protections make slow on purpose.
const mostPasswords = 20

// Passwords lists what may open the protected workbooks of a partner: what its environment variable
// holds, then the lines of its file. Of "" it lists those of all partners, for a file whose owner is
// not known before it is open. They are never stored or logged.
func (c Config) Passwords(partner string, getenv func(string) string) ([]string, error) {
	var all []string
	for _, p := range c.Settings.Partners {
		if partner != "" && p.ID != partner {
			continue
		}
		if p.PasswordEnv != "" {
			if word := getenv(p.PasswordEnv); word != "" {
				all = append(all, word)
			}
		}
		lines, err := c.passwordFile(p)
		if err != nil {
			return nil, err
		}
		all = append(all, lines...)
	}
	return all[:min(len(all), mostPasswords)], nil
}

// passwordFile reads a partner's passwords, one a line. Blanks inside and around a password belong to it.
func (c Config) passwordFile(p config.Partner) ([]string, error) {
	if p.PasswordFile == "" {
		return nil, nil
	}
	path := p.PasswordFile
	if !filepath.IsAbs(path) {
		path = c.path(path)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, text.Errorf("password-file", err, "file", p.PasswordFile, "partner", p.ID)
	}
	var lines []string
	for line := range strings.SplitSeq(strings.TrimPrefix(string(raw), "\ufeff"), "\n") {
		if line = strings.TrimSuffix(line, "\r"); line != "" {
			lines = append(lines, line)
		}
	}
	return lines, nil
}
