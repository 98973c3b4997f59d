package workbook

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"encoding/binary"
	"fmt"
)

// unlock gives the stream without its protection ([MS-XLS] 2.2.10, [MS-OFFCRYPTO] 2.3.5 and 2.3.6).
// data is the record that tells of it.
func (b *xlsBook) unlock(data []byte, passwords []string) ([]byte, error) {
	if b.old || len(data) < 6 || binary.LittleEndian.Uint16(data) != 1 {
		if len(passwords) == 0 {
			return nil, ErrEncrypted
		}
		return nil, unsupported(".xls, XOR")
	}
	open, err := xlsLock(data[2:])
	if err != nil {
		return nil, err
	}
	for _, word := range withDefault(passwords) {
		if key := open(utf16Bytes(word)); key != nil {
			return unscramble(b.stream, key), nil
		}
	}
	if len(passwords) == 0 {
		return nil, ErrEncrypted
	}
	return nil, ErrPassword
}

// defaultPassword is the one that Excel tries by itself: it gives it to workbooks that are protected
// against changes only.
const defaultPassword = "VelvetSweatshop"

func withDefault(passwords []string) []string {
	return append([]string{defaultPassword}, passwords...)
}

// A blockKey gives the key of the n-th 1,024 bytes of a stream.
type blockKey func(n uint32) []byte

// xlsLock reads what a protection is made of: from a password it makes the keys, nil from a wrong one.
func xlsLock(d []byte) (func(password []byte) blockKey, error) {
	major, minor := binary.LittleEndian.Uint16(d), binary.LittleEndian.Uint16(d[2:])
	d = d[4:]
	switch {
	case major == 1 && minor == 1 && len(d) >= 48:
		return func(password []byte) blockKey { return rc4Key(password, d) }, nil
	case major >= 2 && major <= 4 && minor == 2:
		return cryptoAPILock(d)
	}
	return nil, fmt.Errorf("%w: its protection cannot be read", ErrDamaged)
}

// rc4Key makes the keys of the older kind: d is salt, verifier and its hash.
func rc4Key(password, d []byte) blockKey {
	first := md5.Sum(password)
	sum := md5.Sum(bytes.Repeat(append(bytes.Clone(first[:5]), d[:16]...), 16))
	key := func(n uint32) []byte {
		k := md5.Sum(binary.LittleEndian.AppendUint32(bytes.Clone(sum[:5]), n))
		return k[:]
	}
	plain := rc4Of(key(0), d[16:48])
	want := md5.Sum(plain[:16])
	if !bytes.Equal(want[:], plain[16:]) {
		return nil
	}
	return key
}

// cryptoAPILock reads the newer kind: flags, a header with the length of keys, then salt, verifier and
// its hash, each after its size.
func cryptoAPILock(d []byte) (func(password []byte) blockKey, error) {
	damaged := fmt.Errorf("%w: its protection cannot be read", ErrDamaged)
	if len(d) < 8 {
		return nil, damaged
	}
	size := int(binary.LittleEndian.Uint32(d[4:]))
	if d = d[8:]; size < 32 || size > len(d) || len(d)-size < 60 {
		return nil, damaged
	}
	const rc4Algorithm = 0x6801
	if id := binary.LittleEndian.Uint32(d[8:]); id != rc4Algorithm && id != 0 {
		return nil, unsupported(".xls, AES")
	}
	bits := int(binary.LittleEndian.Uint32(d[16:]))
	if bits == 0 {
		bits = 40
	}
	if bits < 40 || bits > 128 {
		return nil, damaged
	}
	d = d[size:]
	salt, sealed := d[4:20], append(bytes.Clone(d[20:36]), d[40:60]...)
	return func(password []byte) blockKey { return cryptoAPIKey(password, salt, sealed, bits/8) }, nil
}

func cryptoAPIKey(password, salt, sealed []byte, size int) blockKey {
	sum := sha1.Sum(append(bytes.Clone(salt), password...))
	key := func(n uint32) []byte {
		k := sha1.Sum(binary.LittleEndian.AppendUint32(bytes.Clone(sum[:]), n))
		if size == 5 {
			return append(bytes.Clone(k[:5]), make([]byte, 11)...)
		}
		return bytes.Clone(k[:size])
	}
	plain := rc4Of(key(0), sealed)
	want := sha1.Sum(plain[:16])
	if !bytes.Equal(want[:], plain[16:]) {
		return nil
	}
	return key
}

func rc4Of(key, sealed []byte) []byte {
	plain := make([]byte, len(sealed))
	if c, err := rc4.NewCipher(key); err == nil { // keys of 5 to 16 bytes are never refused
		c.XORKeyStream(plain, sealed)
	}
	return plain
}

// unscramble undoes the protection of a stream. The heads of records, and some records, were left as
// they are.
func unscramble(sealed []byte, key blockKey) []byte {
	const block = 1024
	plain := make([]byte, 0, len(sealed))
	for n := 0; n*block < len(sealed); n++ {
		plain = append(plain, rc4Of(key(uint32(n)), sealed[n*block:min((n+1)*block, len(sealed))])...)
	}
	r := xlsReader{stream: sealed}
	for r.next() {
		clear := 4
		switch r.kind {
		case recBOF, recFilePass, 0x00e1, 0x0138, 0x0194, 0x0195, 0x0196: // and those about who shares it
			clear += len(r.data)
		case recBoundSheet:
			clear += min(4, len(r.data))
		}
		copy(plain[r.at:], sealed[r.at:r.at+clear])
	}
	return plain
}
