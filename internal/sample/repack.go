package sample

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// repack puts the parts in order and writes the formulas and errors that excelize would not.
func (b *book) repack(raw []byte) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(in.File, func(x, y *zip.File) int { return strings.Compare(x.Name, y.Name) })
	var buf bytes.Buffer
	out := zip.NewWriter(&buf)
	for _, part := range in.File {
		patches := b.patches(part.Name)
		if len(patches) == 0 {
			if err := out.Copy(part); err != nil {
				return nil, err
			}
			continue
		}
		if err := rewrite(out, part, patches); err != nil {
			return nil, err
		}
	}
	if err := out.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// patches lists the cells of a part that need one, by address.
func (b *book) patches(part string) map[string]cell {
	out := map[string]cell{}
	for i, s := range b.sheets {
		if part != "xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml" {
			continue
		}
		for r, line := range s.cells {
			for c, v := range line {
				if v.form >= broken {
					out[address(r+1, c+1)] = v
				}
			}
		}
	}
	return out
}

var cellElement = regexp.MustCompile(`<c r="([A-Z]+[0-9]+)"((?: s="[0-9]+")?)[^>]*><v>([^<]*)</v></c>`)

func rewrite(out *zip.Writer, part *zip.File, patches map[string]cell) error {
	src, err := part.Open()
	if err != nil {
		return err
	}
	defer src.Close()
	raw, err := io.ReadAll(src)
	if err != nil {
		return err
	}
	raw = cellElement.ReplaceAllFunc(raw, func(m []byte) []byte {
		g := cellElement.FindSubmatch(m)
		v, ok := patches[string(g[1])]
		if !ok {
			return m
		}
		switch v.form {
		case broken:
			return fmt.Appendf(nil, `<c r="%s"%s t="e"><v>%s</v></c>`, g[1], g[2], v.text)
		case formula:
			return fmt.Appendf(nil, `<c r="%s"%s><f>%s</f><v>%s</v></c>`, g[1], g[2], v.text, g[3])
		}
		return fmt.Appendf(nil, `<c r="%s"%s><f>%s</f></c>`, g[1], g[2], v.text)
	})
	w, err := out.Create(part.Name)
	if err != nil {
		return err
	}
	_, err = w.Write(raw)
	return err
}
