// Package identity owns the keyed pseudonyms that link the rows of one person. It takes a person in
// clear and gives back numbers that say nothing without the project's key. It must not know where the
// person was read, nor where the numbers go.
package identity

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
)

// KeyBytes is the length of the secret.
const KeyBytes = 32

// A Key is the project's secret for pseudonyms. With another key every person gets another pseudonym.
type Key struct{ secret [KeyBytes]byte }

// errKey never says what stood in the file.
var errKey = fmt.Errorf("the key must be %d hexadecimal digits", 2*KeyBytes)

// NewKey makes a key out of a source of randomness.
func NewKey(random io.Reader) (Key, error) {
	var k Key
	if _, err := io.ReadFull(random, k.secret[:]); err != nil {
		return Key{}, fmt.Errorf("identity: make a key: %w", err)
	}
	return k, nil
}

// LoadKey reads a key from a file that holds what Encode gives.
func LoadKey(path string) (Key, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return Key{}, fmt.Errorf("identity: %w", err)
	}
	k, err := ParseKey(raw)
	if err != nil {
		return Key{}, fmt.Errorf("identity: %s: %w", path, err)
	}
	return k, nil
}

// ParseKey reads what Encode gives; blanks and line breaks around it do not matter.
func ParseKey(text []byte) (Key, error) {
	text = bytes.TrimSpace(text)
	var k Key
	if len(text) != 2*KeyBytes {
		return Key{}, errKey
	}
	if _, err := hex.Decode(k.secret[:], text); err != nil {
		return Key{}, errKey
	}
	if k == (Key{}) {
		return Key{}, errors.New("the key is all zeros")
	}
	return k, nil
}

// Encode gives the secret as text, to be kept in a file that only its owner may read.
func (k Key) Encode() string { return hex.EncodeToString(k.secret[:]) }

// ID names the key without telling it, so that a change of key is noticed.
func (k Key) ID() string {
	sum := sha256.Sum256(append([]byte("formare key id:"), k.secret[:]...))
	return hex.EncodeToString(sum[:8])
}

// String gives the ID, so that a key that is printed by mistake tells nothing.
func (k Key) String() string { return "key " + k.ID() }

// GoString is String: %#v must not tell the secret either.
func (k Key) GoString() string { return k.String() }
