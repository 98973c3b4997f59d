package page

import (
	"bytes"
	"html/template"

	"formare/internal/figure"
	"formare/internal/report/readable"
	"formare/internal/text"
)

// A figureView is one figure: its finding, drawn for wide and for narrow windows, and its data.
type figureView struct {
	ID, Title, Subtitle, Note, Source string
	Wide, Narrow                      template.HTML
	Caption                           string
	Heads                             []cell
	Rows                              [][]cell
	Download                          *download
}

type download struct {
	URL         template.URL
	Name, Label string
}

// A cell of a table. Key sorts numbers and months; what is not published has none.
type cell struct {
	Text, Key     string
	Right, Hidden bool
}

// figures puts the drawings of one figure together: the slide is for wide windows, the square for narrow
// ones. On a page, which is light, the light ones are taken if there are any.
func figures(c Content, words *text.Catalogue) (out []figureView, both bool, err error) {
	byID := map[string]int{}
	sizes := map[figure.Size]bool{}
	for _, d := range lightest(c.Drawings) {
		if len(d.Indicators) > 0 && d.Indicators[0] == headline {
			continue // its numbers stand at the top
		}
		i, known := byID[d.ID]
		if !known {
			i = len(out)
			byID[d.ID] = i
			out = append(out, figureView{ID: "f" + d.ID, Title: d.Title, Subtitle: d.Subtitle, Note: d.Note, Source: d.Source,
				Caption: words.Msg("page.data", "figure", d.Title)})
			if err := out[i].data(d, tableOf(c.Tables, d), words); err != nil {
				return nil, false, err
			}
		}
		var svg bytes.Buffer
		if err := d.Plot(&svg); err != nil {
			return nil, false, err
		}
		sizes[d.Size] = true
		drawn := template.HTML(svg.String()) // figure escapes what it draws
		if d.Size == figure.Square {
			out[i].Narrow = drawn
		} else {
			out[i].Wide = drawn
		}
	}
	return out, len(sizes) > 1, nil
}

// lightest passes over dark drawings where light ones are there as well.
func lightest(drawings []*figure.Drawing) []*figure.Drawing {
	var light []*figure.Drawing
	for _, d := range drawings {
		if d.Theme == figure.Light {
			light = append(light, d)
		}
	}
	if len(light) == 0 {
		return drawings
	}
	return light
}

func tableOf(tables []*readable.Table, d *figure.Drawing) *readable.Table {
	for _, t := range tables {
		if len(d.Indicators) > 0 && t.ID == d.Indicators[0] {
			return t
		}
	}
	return nil
}

// data gives what the figure shows as it says it, or where it has no such table that of its indicator,
// and the indicator whole as a file.
func (v *figureView) data(d *figure.Drawing, t *readable.Table, words *text.Catalogue) error {
	if len(d.Grid.Rows) > 0 && !summary(d, t) {
		v.grid(d.Grid, words)
	} else if t != nil {
		v.table(t, words)
		if len(v.Rows) > mostRows {
			v.Rows = v.Rows[:mostRows]
			v.Caption += " " + words.Msg("page.first", "n", words.Int(mostRows), "total", words.Int(len(t.Rows)))
		}
	}
	if t == nil {
		return nil
	}
	var err error
	v.Download, err = downloadOf(t, d.ID, words)
	return err
}

// downloadOf makes a table a file of the page's own; without an address where it is too large.
func downloadOf(t *readable.Table, name string, words *text.Catalogue) (*download, error) {
	raw, err := csvOf(t, words)
	if err != nil {
		return nil, err
	}
	if len(raw) > mostFile {
		return &download{Label: words.Msg("page.elsewhere", "table", t.Title, "file", "data/"+t.ID+".csv")}, nil
	}
	return &download{URL: dataURL("text/csv;charset=utf-8", raw), Name: name + ".csv",
		Label: words.Msg("page.download", "table", t.Title)}, nil
}

// mostRows and mostFile keep the page to a size that is sent and opened at once: longer tables give way to
// what the figure says of them, larger files are those of the month's folder.
const (
	mostRows = 400
	mostFile = 300 << 10
)

// summary says that a drawing's own table is a selection of one that has room here: a map shows the
// largest and the classes of all.
func summary(d *figure.Drawing, t *readable.Table) bool {
	cells := len(d.Grid.Rows) * max(len(d.Grid.Head)-1, 1)
	return t != nil && len(d.Charts) == 0 && 2*cells < len(t.Rows) && len(t.Rows) <= mostRows
}

func (v *figureView) grid(g figure.Grid, words *text.Catalogue) {
	right := func(i int) bool { return i < len(g.Right) && g.Right[i] }
	for i, h := range g.Head {
		v.Heads = append(v.Heads, cell{Text: h, Right: right(i)})
	}
	for _, row := range g.Rows {
		var cells []cell
		for i, s := range row {
			key := keyOf(s, words)
			cells = append(cells, cell{Text: s, Key: key, Right: right(i), Hidden: right(i) && key == ""})
		}
		v.Rows = append(v.Rows, cells)
	}
}

func (v *figureView) table(t *readable.Table, words *text.Catalogue) {
	for _, c := range t.Columns {
		v.Heads = append(v.Heads, cell{Text: c.Label, Right: c.Right})
	}
	for _, row := range t.Rows {
		var cells []cell
		for i, c := range row {
			cells = append(cells, cell{Text: c.Text, Key: keyFor(c, words), Right: t.Columns[i].Right,
				Hidden: c.Form == readable.Hidden || c.Form == readable.Unknown})
		}
		v.Rows = append(v.Rows, cells)
	}
}
