package report

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"formare/internal/annotate"
	"formare/internal/finding"
	"formare/internal/text"
	"formare/internal/workbook"
)

// An Original is a workbook whose copy goes back to whoever sent it.
type Original struct {
	Path      string   // where it lies
	Name      string   // as its sender knows it
	Passwords []string // that may open it
	Limits    workbook.Limits
	Findings  []finding.Finding
}

// How a copy came to be; text ids under "copy.".
const (
	CopyMade      = "made"      // the workbook itself with marks
	CopyAnew      = "anew"      // its values in a new workbook
	CopyNone      = "none"      // the workbook cannot be read
	CopyUnguarded = "unguarded" // its protection cannot be renewed
)

// A Copy tells what became of an original's copy.
type Copy struct {
	How       string `json:"how"`
	Protected bool   `json:"protected,omitempty"` // by the original's password
}

// Written says whether there is a copy.
func (c Copy) Written() bool { return c.How == CopyMade || c.How == CopyAnew }

// WorthACopy says whether there is anything in a workbook that its sender should mend.
func WorthACopy(list []finding.Finding) bool {
	return slices.ContainsFunc(list, func(f finding.Finding) bool { return f.Severity() >= finding.Warning })
}

// CopyDigest names all that a copy is made from: the same digest, the same copy.
func CopyDigest(sha, reading, lang string, list []finding.Finding) (string, error) {
	h := sha256.New()
	for _, part := range []string{"copy 1", sha, reading, lang} {
		io.WriteString(h, part+"\x00") // a hash takes all it is given
	}
	err := json.NewEncoder(h).Encode(list)
	return hex.EncodeToString(h.Sum(nil)), err
}

// WriteCopy writes the annotated copy of an original into a file that only its owner can read, for it
// shows people. Where the original itself cannot be marked its values are written into a new workbook;
// one that was protected gets the same password again. A workbook that cannot be read has no copy, which
// is no error.
func WriteCopy(ctx context.Context, words *text.Catalogue, o Original, path string) (Copy, error) {
	password, err := passwordOf(ctx, o)
	if err != nil {
		return unreadable(ctx, err)
	}
	opt := workbook.Options{Limits: o.Limits}
	if password != "" {
		opt.Passwords = []string{password}
	}
	book, err := workbook.Open(ctx, o.Path, opt)
	if err != nil {
		return unreadable(ctx, err)
	}
	defer book.Close()
	marks, err := marksOf(ctx, words, book, o)
	if err != nil {
		return unreadable(ctx, err)
	}
	out, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return Copy{}, err
	}
	made, err := writeMarked(ctx, out, o.Path, opt, book, marks)
	if err == nil && made.How != CopyNone && password != "" {
		made.Protected = true
		err = protect(out, password)
		if err != nil {
			made, err = Copy{How: CopyUnguarded}, nil // never in clear what came protected
		}
	}
	err = errors.Join(err, out.Close())
	if err != nil || made.How == CopyNone || made.How == CopyUnguarded {
		err = errors.Join(err, os.Remove(path))
	}
	return made, err
}

// unreadable tells what is the workbook's fault from what is not.
func unreadable(ctx context.Context, err error) (Copy, error) {
	if ctx.Err() != nil {
		return Copy{}, ctx.Err()
	}
	_ = err // a finding has told it already
	return Copy{How: CopyNone}, nil
}

// passwordOf finds out which password opens a workbook; "" for one that is open to all.
func passwordOf(ctx context.Context, o Original) (string, error) {
	book, err := workbook.Open(ctx, o.Path, workbook.Options{Limits: o.Limits})
	if err == nil {
		return "", book.Close()
	}
	if !errors.Is(err, workbook.ErrEncrypted) && !errors.Is(err, workbook.ErrPassword) {
		return "", err
	}
	for _, password := range o.Passwords {
		if book, err = workbook.Open(ctx, o.Path, workbook.Options{Limits: o.Limits, Passwords: []string{password}}); err == nil {
			return password, book.Close()
		}
	}
	return "", err
}

// writeMarked writes marks into the workbook itself or, where that cannot be, into a new one.
func writeMarked(ctx context.Context, out *os.File, path string, opt workbook.Options, book workbook.Book, marks annotate.Marks) (Copy, error) {
	archive, err := workbook.OpenArchive(path, opt)
	if err == nil {
		defer archive.Close()
		err = annotate.Write(ctx, out, archive.Reader, marks)
		if !errors.Is(err, annotate.ErrOdd) {
			return Copy{How: CopyMade}, err
		}
	}
	fresh, names, err := annotate.Fresh(ctx, book)
	if err != nil {
		return unreadable(ctx, err)
	}
	for i := range marks.Notes {
		n := &marks.Notes[i]
		n.Sheet = cmp.Or(names[n.Sheet], n.Sheet)
	}
	anew, err := zipOf(fresh)
	if err != nil {
		return Copy{}, err
	}
	if err := rewind(out); err != nil {
		return Copy{}, err
	}
	return Copy{How: CopyAnew}, annotate.Write(ctx, out, anew, marks)
}

func rewind(out *os.File) error {
	_, err := out.Seek(0, io.SeekStart)
	return errors.Join(err, out.Truncate(0))
}

// protect wraps what a file holds in the protection of a password.
func protect(out *os.File, password string) error {
	if _, err := out.Seek(0, io.SeekStart); err != nil {
		return err
	}
	plain, err := io.ReadAll(out)
	if err != nil {
		return err
	}
	locked, err := annotate.Protect(plain, password)
	if err != nil {
		return err
	}
	if err := rewind(out); err != nil {
		return err
	}
	_, err = io.Copy(out, bytes.NewReader(locked))
	return err
}

// CopyExt gives the ending of a copy's name: macros stay where they were.
func CopyExt(name, how string) string {
	if ext := strings.ToLower(filepath.Ext(name)); how == CopyMade && slices.Contains([]string{".xlsm", ".xltx", ".xltm"}, ext) {
		return ext
	}
	return ".xlsx"
}
