package workbook

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/richardlehane/mscfb"
	"github.com/xuri/excelize/v2"
)

// maxSpin bounds the rounds of key derivation that a file may ask for: Excel writes 100,000, and the
// time they take is the file's choice, not ours.
const maxSpin = 10_000_000

var spinCount = regexp.MustCompile(`spinCount="(\d+)"`)

// maxEncrypted bounds protected workbooks: the time that the library takes for their container grows with
// the square of their length.
const maxEncrypted = 64 << 20

// steps reads a stream of a container in small pieces, for the same reason.
type steps struct{ r io.Reader }

func (s steps) Read(p []byte) (int, error) { return s.r.Read(p[:min(len(p), 32<<10)]) }

// openOLE opens what stands in an OLE container: a workbook of Excel 97 to 2003, or a newer one wrapped
// in its protection.
func openOLE(ctx context.Context, in *input) (Book, error) {
	entry, err := oleEntry(in)
	if err != nil {
		return nil, err
	}
	if entry != "encryptedpackage" {
		return openXLS(ctx, in)
	}
	plain, err := unlocked(in)
	if err != nil {
		return nil, err
	}
	return openZip(ctx, plain)
}

// oleEntry names the stream of an OLE container that says what it is, in lower case.
func oleEntry(in *input) (string, error) {
	found := ""
	err := eachEntry(in, func(e *mscfb.File) bool {
		name := strings.ToLower(e.Name)
		switch {
		case len(e.Path) > 0: // of something that is embedded
		case name == "workbook", name == "encryptedpackage":
			found = name
			return false
		case name == "book", found == "" && (name == "worddocument" || name == "powerpoint document"):
			found = name
		}
		return true
	})
	switch {
	case err != nil:
		return "", err
	case found == "":
		return "", fmt.Errorf("%w: an OLE container without a workbook", ErrNotWorkbook)
	case found == "worddocument" || found == "powerpoint document":
		return "", fmt.Errorf("%w: its content is a document of Word or PowerPoint", ErrNotWorkbook)
	}
	return found, nil
}

// eachEntry goes through the entries of an OLE container until f says that it has seen enough. The
// library trusts what it reads, so a broken file may make it panic.
func eachEntry(in *input, f func(*mscfb.File) bool) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: its container cannot be read", ErrDamaged)
		}
	}()
	doc, err := mscfb.New(&rationed{in.r, 16*in.size + 16<<20})
	if err != nil {
		return fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	for entry, err := doc.Next(); err == nil; entry, err = doc.Next() {
		if !f(entry) {
			break
		}
	}
	return nil
}

// rationed bounds how much is read from a container in all, whatever its tables of sectors lead to.
type rationed struct {
	r    io.ReaderAt
	left int64
}

func (r *rationed) ReadAt(p []byte, off int64) (int, error) {
	if r.left -= int64(len(p)); r.left < 0 {
		return 0, fmt.Errorf("%w: its container refers to the same sectors again and again", ErrLimit)
	}
	return r.r.ReadAt(p, off)
}

// decrypt opens the protection with one of the passwords. The library that does it trusts what it reads, so a
// broken file may make it panic.
func decrypt(raw []byte, passwords []string) (plain []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			plain, err = nil, fmt.Errorf("%w: its protection cannot be read", ErrDamaged)
		}
	}()
	if err := checkSpin(raw, maxSpin/(len(passwords)+1)); err != nil {
		return nil, err
	}
	for _, word := range withDefault(passwords) {
		plain, err := excelize.Decrypt(raw, &excelize.Options{Password: word})
		if err == nil && bytes.HasPrefix(plain, zipMagic) {
			return plain, nil
		}
	}
	if len(passwords) == 0 {
		return nil, ErrEncrypted
	}
	return nil, ErrPassword
}

func checkSpin(raw []byte, most int) error {
	var info []byte
	in := &input{r: bytes.NewReader(raw), size: int64(len(raw))}
	err := eachEntry(in, func(e *mscfb.File) bool {
		if e.Name != "EncryptionInfo" {
			return true
		}
		info, _ = io.ReadAll(io.LimitReader(e, 1<<20))
		return false
	})
	if err != nil {
		return err
	}
	for _, m := range spinCount.FindAllSubmatch(info, -1) {
		if n, err := strconv.ParseUint(string(m[1]), 10, 64); err != nil || n > uint64(most) {
			return fmt.Errorf("%w: its protection asks for more than %d rounds", ErrLimit, most)
		}
	}
	return nil
}
