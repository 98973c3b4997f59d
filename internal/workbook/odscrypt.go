package workbook

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"

	"github.com/klauspost/compress/flate"
)

// odsContent reads the part that holds the sheets, out of its protection if it has one.
func odsContent(ctx context.Context, pack *container, passwords []string) ([]byte, error) {
	lock, err := odsLockOf(ctx, pack)
	if err != nil {
		return nil, err
	}
	if lock == nil {
		body, closer, err := pack.open("content.xml")
		if err != nil {
			return nil, err
		}
		defer closer.Close()
		text, err := readBounded(body, int64(min(pack.parts["content.xml"].UncompressedSize64, maxContent)), maxContent)
		if err != nil {
			return nil, partError("content.xml", err)
		}
		return text, nil
	}
	if len(passwords) == 0 || lock.whole {
		return nil, ErrEncrypted // what is inside a whole package that was opened is not protected once more
	}
	if !strings.HasSuffix(lock.algorithm, "#aes256-cbc") || !strings.EqualFold(lock.derivation, "PBKDF2") {
		return nil, unsupported(".ods, " + lock.algorithm[strings.LastIndexByte(lock.algorithm, '#')+1:])
	}
	if lock.rounds*len(passwords) > maxSpin {
		return nil, fmt.Errorf("%w: its protection asks for more than %d rounds", ErrLimit, maxSpin)
	}
	sealed, err := pack.whole("content.xml", maxContent)
	if err != nil {
		return nil, err
	}
	for _, word := range passwords {
		if plain, ok := lock.open(sealed, word); ok {
			inflated := &meter{c: pack, f: pack.parts["content.xml"], r: flate.NewReader(bytes.NewReader(plain))}
			return xmlText(inflated, int64(4*len(plain)))
		}
	}
	return nil, ErrPassword
}

// odsLock is what the manifest tells about the protection of a part (ODF 1.2, part 3, 3.4 and 4).
type odsLock struct {
	whole                                         bool // the whole package is protected in one piece
	algorithm, derivation, startKey, checksumKind string
	iv, salt, checksum                            []byte
	rounds                                        int
	passes, memory, lanes                         int // of Argon2
}

// odsLockOf reads the manifest; nil when the sheets are not protected.
func odsLockOf(ctx context.Context, pack *container) (*odsLock, error) {
	const manifest = "meta-inf/manifest.xml"
	if !pack.has(manifest) {
		return nil, nil
	}
	s, closer, err := pack.scan(ctx, manifest)
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	var lock *odsLock
	inContent, whole := false, false
	for {
		tok, err := s.next()
		if err != nil {
			return lock, nil // at its end; what is wrong with it shows in the content
		}
		if tok != tokenStart {
			continue
		}
		name := string(s.name)
		if name == "file-entry" {
			path := attr(s.attrs, "full-path")
			whole = path == wholePackage
			inContent = path == "content.xml" || whole
		}
		if !inContent {
			continue
		}
		if name == "encryption-data" {
			lock = &odsLock{startKey: "sha1", whole: whole}
		}
		if lock != nil {
			lock.note(name, s.attrs)
		}
	}
}

func (l *odsLock) note(name string, attrs []byte) {
	bytesOf := func(key string) []byte {
		b, _ := base64.StdEncoding.DecodeString(attr(attrs, key))
		return b
	}
	switch name {
	case "encryption-data":
		l.checksumKind, l.checksum = strings.ToLower(attr(attrs, "checksum-type")), bytesOf("checksum")
	case "algorithm":
		l.algorithm, l.iv = attr(attrs, "algorithm-name"), bytesOf("initialisation-vector")
	case "key-derivation":
		l.derivation, l.salt = attr(attrs, "key-derivation-name"), bytesOf("salt")
		l.derivation = l.derivation[strings.LastIndexByte(l.derivation, '#')+1:]
		if n, ok := attrInt(attrs, "iteration-count"); ok && n > 0 {
			l.rounds = min(n, 1<<30)
		}
		l.noteArgon2(attrs)
	case "start-key-generation":
		l.startKey = strings.ToLower(attr(attrs, "start-key-generation-name"))
	}
}

// open undoes the protection and says whether the password was the right one. What it gives is still
// packed.
func (l *odsLock) open(sealed []byte, password string) ([]byte, bool) {
	sum1, sum256 := sha1.Sum([]byte(password)), sha256.Sum256([]byte(password))
	start := sum1[:]
	if strings.HasSuffix(l.startKey, "sha256") {
		start = sum256[:]
	}
	key, err := pbkdf2.Key(sha1.New, string(start), l.salt, max(l.rounds, 1), 32)
	if err != nil || len(sealed) == 0 || len(sealed)%aes.BlockSize != 0 || len(l.iv) != aes.BlockSize {
		return nil, false
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, false
	}
	plain := make([]byte, len(sealed))
	cipher.NewCBCDecrypter(block, l.iv).CryptBlocks(plain, sealed)
	pad := int(plain[len(plain)-1])
	if pad < 1 || pad > aes.BlockSize {
		return nil, false
	}
	plain = plain[:len(plain)-pad]
	return plain, l.fits(plain)
}

// fits compares the checksum of the first 1,024 bytes, or of all of them.
func (l *odsLock) fits(plain []byte) bool {
	if strings.HasSuffix(l.checksumKind, "1k") {
		plain = plain[:min(len(plain), 1024)]
	}
	if strings.Contains(l.checksumKind, "sha256") {
		sum := sha256.Sum256(plain)
		return bytes.Equal(sum[:], l.checksum)
	}
	sum := sha1.Sum(plain)
	return bytes.Equal(sum[:], l.checksum)
}
