package pipeline

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"formare/internal/annotate"
	"formare/internal/report"
	"formare/internal/text"
	"formare/internal/workbook"
)

// checkCopy writes the annotated copy of a checked file beside nobody else's: a name that is taken by
// something that is not an earlier copy of ours is left alone.
func (j *job) checkCopy(ctx context.Context, req CheckRequest, checked *CheckedFile, of *copyOf, taken map[string]bool) error {
	if len(of.findings) == 0 {
		return nil
	}
	fail := func(err error) error { return text.Errorf("copy", err, "file", checked.File) }
	if err := os.MkdirAll(req.Out, 0o755); err != nil {
		return fail(err)
	}
	staged, err := os.CreateTemp(req.Out, ".formare-*")
	if err != nil {
		return fail(err)
	}
	if err := staged.Close(); err != nil {
		return fail(err)
	}
	defer os.Remove(staged.Name()) // gone when it was put in its place
	made, err := report.WriteCopy(ctx, j.words, report.Original{
		Path: checked.File, Name: filepath.Base(checked.File), Passwords: of.passwords, Limits: j.limits(), Findings: of.findings,
	}, staged.Name())
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fail(err)
	}
	checked.CopyState = &made
	if !made.Written() {
		return nil
	}
	target, err := freeName(filepath.Join(req.Out, report.CopyStem(j.words, filepath.ToSlash(checked.File))), report.CopyExt(checked.File, made.How), func(name string, info os.FileInfo) bool {
		return !taken[name] && info.Mode().IsRegular() && !isOneOf(info, req.Files) && isCopy(ctx, name, workbook.Options{Limits: j.limits(), Passwords: of.passwords})
	})
	if err == nil {
		err = os.Rename(staged.Name(), target)
	}
	if err != nil {
		return fail(err)
	}
	checked.Copy, taken[target] = target, true
	return nil
}

// freeName gives a name that nothing has, or that has been given to an earlier copy of ours.
func freeName(stem, ext string, ours func(string, os.FileInfo) bool) (string, error) {
	for i := 1; ; i++ {
		name := stem + ext
		if i > 1 {
			name = stem + "-" + strconv.Itoa(i) + ext
		}
		info, err := os.Lstat(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return name, nil
		case err != nil:
			return "", err
		case ours(name, info):
			return name, nil
		}
	}
}

func isOneOf(info os.FileInfo, files []string) bool {
	for _, f := range files {
		if other, err := os.Stat(f); err == nil && os.SameFile(info, other) {
			return true
		}
	}
	return false
}

// isCopy says whether a file is an annotated copy.
func isCopy(ctx context.Context, name string, opt workbook.Options) bool {
	book, err := workbook.Open(ctx, name, opt)
	if err != nil {
		return false
	}
	defer book.Close()
	for _, sheet := range book.Sheets() {
		if list, err := annotate.IsList(ctx, book, sheet); err == nil && list {
			return true
		}
	}
	return false
}
