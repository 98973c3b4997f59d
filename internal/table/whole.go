package table

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
)

var parquetMagic = []byte("PAR1")

// Whole says whether a Parquet file begins and ends as one, so that a file that was cut short, emptied or
// lost is noticed before an engine stumbles over it. It reads twelve bytes.
func Whole(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() < 12 {
		return false
	}
	var head [4]byte
	var tail [8]byte
	if _, err := io.ReadFull(f, head[:]); err != nil {
		return false
	}
	if _, err := f.ReadAt(tail[:], info.Size()-8); err != nil {
		return false
	}
	footer := int64(binary.LittleEndian.Uint32(tail[:4]))
	return bytes.Equal(head[:], parquetMagic) && bytes.Equal(tail[4:], parquetMagic) && footer <= info.Size()-12
}
