package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
)

// ErrOtherKind says that a workbook is not a package of the Office Open XML kind.
var ErrOtherKind = errors.New("the workbook is of another kind")

// An Archive is a workbook of the Office Open XML kind as the zip archive it is, for who writes a changed
// copy of it.
type Archive struct {
	*zip.Reader
	file *os.File
}

// OpenArchive opens a workbook file as an archive, out of its protection where it has one. Errors are
// those of Open, or wrap ErrOtherKind.
func OpenArchive(path string, opt Options) (*Archive, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	archive, err := openArchive(f, opt)
	if err != nil {
		f.Close()
		return nil, err
	}
	return &Archive{archive, f}, nil
}

// Close closes the file.
func (a *Archive) Close() error { return a.file.Close() }

func openArchive(f *os.File, opt Options) (*zip.Reader, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	in := &input{f, info.Size(), opt}
	in.Limits = in.Limits.withDefaults()
	if in.size > in.Limits.FileBytes {
		return nil, over(LimitFile, in.Limits.FileBytes)
	}
	kind, err := sniff(in)
	if err != nil {
		return nil, err
	}
	if kind == oleFile {
		if in, err = unlocked(in); err != nil {
			return nil, err
		}
	} else if kind != zipFile {
		return nil, ErrOtherKind
	}
	archive, err := zip.NewReader(in.r, in.size)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	if pack := newContainer(archive, in.size, in.Limits); !pack.has("[content_types].xml") {
		return nil, ErrOtherKind
	}
	return archive, nil
}

// unlocked gives the package inside a protected workbook.
func unlocked(in *input) (*input, error) {
	entry, err := oleEntry(in)
	switch {
	case err != nil:
		return nil, err
	case entry != "encryptedpackage":
		return nil, ErrOtherKind
	}
	raw, err := in.whole(maxEncrypted)
	if err != nil {
		return nil, err
	}
	plain, err := decrypt(raw, in.Passwords)
	if err != nil {
		return nil, err
	}
	return &input{bytes.NewReader(plain), int64(len(plain)), in.Options}, nil
}
