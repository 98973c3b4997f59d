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
	SHA256   string
	Size     int64
	Received string // day of modification in UTC, "2017-05-04"
}

// Scan lists what lies in the inbox, in the order of the paths, with each file's hash. Left out are
// what is not anybody's file: hidden ones, Office's and LibreOffice's lock files, the operating
// system's folder data. Links are followed only to files inside the inbox.
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
		info, err := root.Stat(filepath.FromSlash(path))
		if err != nil || !info.Mode().IsRegular() {
			return nil // a link that leads nowhere or outside
		}
		files = append(files, File{Path: path, Size: info.Size(), Received: info.ModTime().UTC().Format("2006-01-02")})
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(max(workers, 1))
	for i := range files {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			sum, err := hash(root, files[i].Path)
			files[i].SHA256 = sum
			return err
		})
	}
	return files, group.Wait()
}

func nobodysFile(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini", "readme.md":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

func hash(root *os.Root, path string) (string, error) {
	f, err := root.Open(filepath.FromSlash(path))
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
