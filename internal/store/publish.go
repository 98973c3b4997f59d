package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

// ErrBusy says that another run holds the project.
var ErrBusy = errors.New("another run is at work on this project")

// Lock keeps other runs off a project until the returned function is called.
func Lock(path string) (unlock func() error, err error) {
	l := flock.New(path)
	ok, err := l.TryLock()
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, ErrBusy
	}
	return l.Unlock, nil
}

// stagePrefix marks folders that a run is still filling; whatever bears it when a run starts was left
// by one that did not end.
const stagePrefix = ".staging-"

// oldPrefix marks a published folder while its successor takes its place.
const oldPrefix = ".old-"

// Stage makes an empty folder inside parent, on the same file system as what it will replace.
func Stage(parent string) (string, error) {
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp(parent, stagePrefix)
	if err != nil {
		return "", err
	}
	return dir, os.Chmod(dir, 0o755)
}

// Publish puts a staged folder in the place of target, whole: at any moment target is the old folder or
// the new one. Where the system cannot exchange two folders at once, the old one steps aside first and
// Recover brings it back after a crash between the two steps.
func Publish(stage, target string) error {
	if _, err := os.Lstat(target); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(stage, target)
	}
	if err := exchange(stage, target); err == nil {
		return os.RemoveAll(stage)
	}
	old := filepath.Join(filepath.Dir(target), oldPrefix+filepath.Base(target))
	if err := os.RemoveAll(old); err != nil {
		return err
	}
	if err := os.Rename(target, old); err != nil {
		return err
	}
	if err := os.Rename(stage, target); err != nil {
		return errors.Join(err, os.Rename(old, target))
	}
	return os.RemoveAll(old)
}

// Recover clears what a run that did not end has left in a folder: staged folders go, a published
// folder that had stepped aside comes back.
func Recover(parent string) error {
	entries, err := os.ReadDir(parent)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		path := filepath.Join(parent, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), stagePrefix):
			err = os.RemoveAll(path)
		case strings.HasPrefix(e.Name(), oldPrefix):
			err = comeBack(path, filepath.Join(parent, strings.TrimPrefix(e.Name(), oldPrefix)))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func comeBack(old, target string) error {
	if _, err := os.Lstat(target); err == nil {
		return os.RemoveAll(old)
	}
	return os.Rename(old, target)
}

// Sweep removes the files under dir that keep does not list (slashes, relative to dir), and folders
// left empty.
func Sweep(dir string, keep map[string]bool) error {
	var folders []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		if d.IsDir() {
			if path != dir {
				folders = append(folders, path)
			}
			return nil
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		if keep[filepath.ToSlash(rel)] {
			return nil
		}
		return os.Remove(path)
	})
	for i := len(folders) - 1; i >= 0 && err == nil; i-- {
		if entries, e := os.ReadDir(folders[i]); e == nil && len(entries) == 0 {
			err = os.Remove(folders[i])
		}
	}
	if err != nil {
		return fmt.Errorf("cannot clear %s: %w", dir, err)
	}
	return nil
}
