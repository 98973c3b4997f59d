package tables

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"
)

const contentTypes = "[Content_Types].xml"

var defaultType = regexp.MustCompile(`<Default [^>]*></Default>`)

// settled gives the package with what excelize writes in any order, the types of pictures, in one.
func settled(book []byte) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range in.File {
		if part.Name != contentTypes {
			if err := z.Copy(part); err != nil {
				return nil, err
			}
			continue
		}
		raw, err := read(part)
		if err != nil {
			return nil, err
		}
		w, err := z.Create(part.Name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(sortedTypes(raw)); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func read(part *zip.File) ([]byte, error) {
	r, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

func sortedTypes(raw []byte) []byte {
	found := defaultType.FindAll(bytes.Clone(raw), -1)
	slices.SortFunc(found, bytes.Compare)
	i := 0
	return defaultType.ReplaceAllFunc(raw, func([]byte) []byte {
		i++
		return found[i-1]
	})
}
