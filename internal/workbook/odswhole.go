package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"fmt"
	"strings"

	"github.com/klauspost/compress/flate"
	"golang.org/x/crypto/argon2"
)

// wholePackage is the part in which LibreOffice, from version 24, keeps a protected package in one piece:
// AES-256-GCM under a key that Argon2id makes of the password's hash.
const wholePackage = "encrypted-package"

// What a protection may ask of Argon2: LibreOffice asks for 3 passes over 64 MiB in 4 lanes.
const (
	maxPasses = 16
	maxMemory = 256 << 10 // KiB
	maxLanes  = 16
)

func (l *odsLock) noteArgon2(attrs []byte) {
	l.passes, _ = attrInt(attrs, "argon2-iterations")
	l.memory, _ = attrInt(attrs, "argon2-memory")
	l.lanes, _ = attrInt(attrs, "argon2-lanes")
}

// unlockPackage gives the package inside one that is protected in one piece.
func unlockPackage(ctx context.Context, pack *container, passwords []string) (*container, error) {
	lock, err := odsLockOf(ctx, pack)
	switch {
	case err != nil:
		return nil, err
	case lock == nil || !lock.whole:
		return nil, fmt.Errorf("%w: its manifest does not tell of its protection", ErrDamaged)
	case len(passwords) == 0:
		return nil, ErrEncrypted
	case !strings.HasSuffix(lock.algorithm, "#aes256-gcm") || !strings.HasSuffix(strings.ToLower(lock.derivation), "argon2id"):
		return nil, unsupported(".ods, " + lock.algorithm[strings.LastIndexByte(lock.algorithm, '#')+1:])
	case lock.passes > maxPasses || lock.memory > maxMemory || lock.lanes > maxLanes:
		return nil, fmt.Errorf("%w: its protection asks for too much work", ErrLimit)
	case lock.passes < 1 || lock.memory < 1 || lock.lanes < 1:
		return nil, fmt.Errorf("%w: its protection cannot be read", ErrDamaged)
	}
	sealed, err := pack.whole(wholePackage, maxEncrypted)
	if err != nil {
		return nil, err
	}
	for _, word := range passwords {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if plain, ok := lock.openGCM(sealed, word); ok {
			return innerPackage(plain, pack.limits)
		}
	}
	return nil, ErrPassword
}

// openGCM undoes the protection: the nonce stands before the text, the tag that only the right key makes
// after it.
func (l *odsLock) openGCM(sealed []byte, password string) ([]byte, bool) {
	start := sha256.Sum256([]byte(password))
	key := argon2.IDKey(start[:], l.salt, uint32(l.passes), uint32(l.memory), uint8(l.lanes), 32)
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, false
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil || len(sealed) < gcm.NonceSize() {
		return nil, false
	}
	plain, err := gcm.Open(nil, sealed[:gcm.NonceSize()], sealed[gcm.NonceSize():], nil)
	return plain, err == nil
}

// innerPackage opens the package that was protected, which is packed once more.
func innerPackage(plain []byte, limits Limits) (*container, error) {
	if !bytes.HasPrefix(plain, zipMagic) {
		var err error
		if plain, err = readBounded(flate.NewReader(bytes.NewReader(plain)), int64(len(plain)), maxContent); err != nil {
			return nil, partError(wholePackage, err)
		}
	}
	archive, err := zip.NewReader(bytes.NewReader(plain), int64(len(plain)))
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	inner := newContainer(archive, int64(len(plain)), limits)
	if inner.has(wholePackage) {
		return nil, fmt.Errorf("%w: a protected package inside a protected package", ErrDamaged)
	}
	return inner, nil
}
