package workbook

import (
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// inflaters are kept for the next part: each has tables and a window of some 40 kB, more than most parts
// of a small workbook.
var inflaters sync.Pool

// inflater gives itself back to the pool when it is closed.
type inflater struct{ r io.ReadCloser }

func inflate(r io.Reader) io.ReadCloser {
	if kept, ok := inflaters.Get().(io.ReadCloser); ok {
		if err := kept.(flate.Resetter).Reset(r, nil); err == nil {
			return &inflater{kept}
		}
	}
	return &inflater{flate.NewReader(r)}
}

func (i *inflater) Read(p []byte) (int, error) {
	if i.r == nil {
		return 0, io.ErrClosedPipe
	}
	return i.r.Read(p)
}

func (i *inflater) Close() error {
	if i.r == nil {
		return nil
	}
	err := i.r.Close()
	inflaters.Put(i.r)
	i.r = nil
	return err
}
