package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"
)

// A File is one file of the inbox.
type File struct {
	Path     string // under the inbox, slashes
	SHA256   string // "" of a file that cannot be read
	Size     int64
	Received string // day of modification in UTC, "2017-05-04"
	Outside  bool   // a link that leads nowhere or out of the inbox: not to be opened
}

// Scan lists what lies in the inbox, in the order of the paths, with each file's hash. Left out are
// what is not anybody's file: hidden ones, Office's and LibreOffice's lock files, the operating
// system's folder data. Links are followed only to files inside the inbox. A file that goes away
// meanwhile is left out, one that cannot be read is listed without a hash.
func Scan(ctx context.Context, inbox string, workers int) ([]File, error) {
	root, err := os.OpenRoot(inbox)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	var files []File
	err = fs.WalkDir(root.FS(), ".", func(path string, d fs.DirEntry, err error) error {
		if path != "." && errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		if path != "." && nobodysFile(d.Name()) {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			return ctx.Err()
		}
		if f, ok := look(root, path, d); ok {
			files = append(files, f)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	gone := make([]bool, len(files))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(max(workers, 1))
	for i := range files {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			if !files[i].Outside {
				files[i].SHA256, gone[i] = hash(root, files[i].Path)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	kept := files[:0]
	for i, f := range files {
		if !gone[i] {
			kept = append(kept, f)
		}
	}
	return kept, nil
}

// look says what a name in the inbox is; ok is false for what is no file at all.
func look(root *os.Root, path string, d fs.DirEntry) (f File, ok bool) {
	link := d.Type()&fs.ModeSymlink != 0
	info, err := root.Stat(filepath.FromSlash(path))
	switch {
	case err == nil && info.Mode().IsRegular():
		return File{Path: path, Size: info.Size(), Received: info.ModTime().UTC().Format("2006-01-02")}, true
	case err != nil && link:
		return File{Path: path, Outside: true}, true
	case err != nil:
		return File{Path: path}, !errors.Is(err, fs.ErrNotExist)
	}
	return File{}, false
}

func nobodysFile(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini", "readme.md":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

// hash gives a file's hash, "" when it cannot be read, and whether it has gone away.
func hash(root *os.Root, path string) (sum string, gone bool) {
	f, err := root.Open(filepath.FromSlash(path))
	if err != nil {
		return "", errors.Is(err, fs.ErrNotExist)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", false
	}
	return hex.EncodeToString(h.Sum(nil)), false
}
