package workbook

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"

	"github.com/richardlehane/mscfb"
	"github.com/xuri/excelize/v2"
)

// maxSpin bounds the rounds of key derivation that a file may ask for: Excel writes 100,000, and the
// time they take is the file's choice, not ours.
const maxSpin = 10_000_000

var spinCount = regexp.MustCompile(`spinCount="(\d+)"`)

// openOLE takes the workbook out of its password protection, or says which old format the file has.
func openOLE(r io.ReaderAt, size int64, opt Options) ([]byte, error) {
	raw := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(r, 0, size), raw); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	switch {
	case bytes.Contains(raw, utf16Bytes("EncryptedPackage")):
		if opt.Password == "" {
			return nil, ErrEncrypted
		}
		return decrypt(raw, opt.Password)
	case bytes.Contains(raw, utf16Bytes("WordDocument")), bytes.Contains(raw, utf16Bytes("PowerPoint Document")):
		return nil, fmt.Errorf("%w: its content is a document of Word or PowerPoint", ErrNotWorkbook)
	}
	return nil, fmt.Errorf("%w: a workbook of Excel 97 to 2003 (.xls)", ErrUnsupported)
}

// decrypt opens the protection with a password. The library that does it trusts what it reads, so a
// broken file may make it panic.
func decrypt(raw []byte, password string) (plain []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			plain, err = nil, fmt.Errorf("%w: its protection cannot be read", ErrDamaged)
		}
	}()
	if err := checkSpin(raw); err != nil {
		return nil, err
	}
	plain, err = excelize.Decrypt(raw, &excelize.Options{Password: password})
	if err == nil && !bytes.HasPrefix(plain, zipMagic) {
		err = fmt.Errorf("the password does not open it")
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrEncrypted, err)
	}
	return plain, nil
}

func checkSpin(raw []byte) error {
	doc, err := mscfb.New(bytes.NewReader(raw))
	if err != nil {
		return fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	for entry, err := doc.Next(); err == nil; entry, err = doc.Next() {
		if entry.Name != "EncryptionInfo" {
			continue
		}
		info, err := io.ReadAll(io.LimitReader(entry, 1<<20))
		if err != nil {
			return fmt.Errorf("%w: %v", ErrDamaged, err)
		}
		for _, m := range spinCount.FindAllSubmatch(info, -1) {
			if n, err := strconv.ParseUint(string(m[1]), 10, 64); err != nil || n > maxSpin {
				return fmt.Errorf("%w: its protection asks for more than %d rounds", ErrLimit, maxSpin)
			}
		}
	}
	return nil
}
