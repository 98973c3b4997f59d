package pipeline

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"formare/data"
	"formare/internal/identity"
	"formare/internal/text"
)

// Init makes a new project in dir and lists what it made, in order. It refuses a folder that has a
// project already, and touches nothing else that is there; a key that is there is kept.
func Init(dir string) (made []string, err error) {
	if _, err := os.Lstat(filepath.Join(dir, ConfigFile)); err == nil {
		return nil, text.Errorf("init.exists", nil, "file", filepath.Join(dir, ConfigFile))
	}
	for _, name := range []string{inboxDir, tablesDir, reportsDir} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(name)), 0o755); err != nil {
			return made, text.Errorf("init", err, "dir", dir)
		}
		made = append(made, name+"/")
	}
	wrote, err := writeKey(filepath.Join(dir, filepath.FromSlash(keyFile)))
	if err != nil {
		return made, text.Errorf("init", err, "dir", dir)
	}
	if wrote {
		made = append(made, keyFile)
	}
	ignored, err := data.FS.ReadFile("project/gitignore")
	if err != nil {
		return made, text.Errorf("init", err, "dir", dir)
	}
	switch err := writeNew(filepath.Join(dir, ignoreFile), ignored, 0o644); {
	case err == nil:
		made = append(made, ignoreFile)
	case !errors.Is(err, fs.ErrExist):
		return made, text.Errorf("init", err, "dir", dir)
	}
	settings, err := data.FS.ReadFile("project/" + ConfigFile)
	if err != nil {
		return made, text.Errorf("init", err, "dir", dir)
	}
	if err := writeNew(filepath.Join(dir, ConfigFile), settings, 0o644); err != nil {
		return made, text.Errorf("init", err, "dir", dir)
	}
	return append(made, ConfigFile), nil
}

// ignoreFile keeps the key and people's data out of repositories: projects lie in folders under version
// control more often than one thinks.
const ignoreFile = ".gitignore"

// writeKey makes the secret for pseudonyms, unless there is one: another key would give every person
// another pseudonym.
func writeKey(path string) (wrote bool, err error) {
	key, err := identity.NewKey(rand.Reader)
	if err != nil {
		return false, err
	}
	err = writeNew(path, []byte(key.Encode()+"\n"), 0o600)
	if errors.Is(err, fs.ErrExist) {
		return false, nil
	}
	return err == nil, err
}

func writeNew(path string, content []byte, mode fs.FileMode) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}
