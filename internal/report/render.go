// Package report turns figures and results into what presenters and analysts take away: figure files
// with their text alternatives, indicator data, lists of findings and a manifest. It writes into a
// folder it is given. It must not know how the numbers were made, nor how a folder is published.
package report

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"

	"formare/internal/figure"

	"golang.org/x/sync/errgroup"
)

// A File is one file of a report: its name with slashes, under the report's folder.
type File struct {
	Name    string
	Content []byte
	From    string // digest of what it was drawn from, "" when that is not known
}

// A Rendered figure is a drawing in all formats that were asked for.
type Rendered struct {
	Drawing *figure.Drawing
	Files   []File
}

// writers of a drawing, by format.
var writers = map[string]func(*figure.Drawing, io.Writer) error{
	"svg": (*figure.Drawing).SVG,
	"png": (*figure.Drawing).PNG,
	"pdf": (*figure.Drawing).PDF,
}

// Render writes every drawing in every format ("svg", "png", "pdf") into memory, several at a time.
// The result has the order of the drawings, whatever the number of workers. What the published report
// holds of the same drawing is taken from there. step is called after each file.
func Render(ctx context.Context, drawings []*figure.Drawing, formats []string, published *Published, workers int, step func()) ([]Rendered, error) {
	out := make([]Rendered, len(drawings))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(max(workers, 1))
	name := stems(drawings)
	for i, d := range drawings {
		digest := d.Digest()
		out[i] = Rendered{Drawing: d, Files: make([]File, len(formats))}
		for k, format := range formats {
			group.Go(func() error {
				if err := ctx.Err(); err != nil {
					return err
				}
				defer step()
				file := File{Name: "figures/" + name(d) + "." + format, From: digest}
				if file.Content = published.same(file); file.Content == nil {
					var b bytes.Buffer
					if err := writers[format](d, &b); err != nil {
						return fmt.Errorf("figure %s as %s: %w", d.ID, format, err)
					}
					file.Content = b.Bytes()
				}
				out[i].Files[k] = file
				return nil
			})
		}
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return out, nil
}

// stems names the files of drawings: "03-operatori", "03-operatori-quadrato", and "03-operatori-scuro" for
// the dark one where there is a light one as well.
func stems(drawings []*figure.Drawing) func(*figure.Drawing) string {
	light := slices.ContainsFunc(drawings, func(d *figure.Drawing) bool { return d.Theme == figure.Light })
	return func(d *figure.Drawing) string {
		stem := d.ID
		if d.Size == figure.Square {
			stem += "-quadrato"
		}
		if d.Theme == figure.Dark && light {
			stem += "-scuro"
		}
		return stem
	}
}

// altFile holds the words of a figure for those who put it into a page or a slide of their own.
func altFile(d *figure.Drawing) File {
	return File{Name: "figures/" + d.ID + ".txt", Content: []byte(d.Title + "\n\n" + d.Alt + "\n")}
}
