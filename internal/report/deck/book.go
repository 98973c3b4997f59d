package deck

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"slices"

	"formare/internal/figure"

	"github.com/xuri/excelize/v2"
)

// The sheet behind a chart has the categories in the first column and each series in one of its own, in
// scatter charts after that of its X. The words of what is not published stand in the last.
const sheetName = "Dati"

func column(n int) string {
	name, err := excelize.ColumnNumberToName(n)
	if err != nil {
		return "XFD" // no chart has that many series
	}
	return name
}

// valueColumn is where a series' values stand.
func (p *plot) valueColumn(i int) int {
	if p.Kind == figure.ScatterLineChart {
		return 2*i + 3
	}
	return i + 2
}

func (p *plot) rows() int {
	n := len(p.Categories)
	for _, s := range p.Series {
		n = max(n, len(s.Points))
	}
	return n
}

func (p *plot) rangeRef(col int) string {
	return sheetName + "!$" + column(col) + "$2:$" + column(col) + "$" + itoa(p.rows()+1)
}

func (p *plot) ref(i int) string     { return p.rangeRef(p.valueColumn(i)) }
func (p *plot) xRef(i int) string    { return p.rangeRef(p.valueColumn(i) - 1) }
func (p *plot) categoryRef() string  { return p.rangeRef(1) }
func (p *plot) nameRef(i int) string { return sheetName + "!$" + column(p.valueColumn(i)) + "$1" }

// book writes the workbook that opens with «Edit data». It holds what the chart shows and no more.
func (p *plot) book() ([]byte, error) {
	f := excelize.NewFile()
	var fault error
	set := func(col, row int, value any) {
		cell, err := excelize.CoordinatesToCellName(col, row)
		if err == nil {
			switch v := value.(type) {
			case string:
				err = f.SetCellStr(sheetName, cell, v)
			case float64:
				err = f.SetCellFloat(sheetName, cell, v, -1, 64)
			}
		}
		fault = errors.Join(fault, err)
	}
	fault = f.SetSheetName("Sheet1", sheetName)
	for i, c := range p.Categories {
		set(1, i+2, c)
	}
	for i, s := range p.Series {
		col := p.valueColumn(i)
		set(col, 1, s.Name)
		for k, pt := range s.Points {
			if !pt.Known {
				continue
			}
			if set(col, k+2, pt.Value); p.Kind == figure.ScatterLineChart {
				set(col-1, k+2, pt.X)
			}
		}
	}
	p.bookGaps(set)
	if fault == nil {
		fault = f.SetColWidth(sheetName, "A", "A", 36)
	}
	var out bytes.Buffer
	if fault == nil {
		_, fault = f.WriteTo(&out)
	}
	if err := errors.Join(fault, f.Close()); err != nil {
		return nil, err
	}
	return repacked(out.Bytes())
}

// bookGaps writes the words that stand in place of numbers: in a column that is not drawn, beside the
// noughts at which the chart writes them.
func (p *plot) bookGaps(set func(col, row int, value any)) {
	if p.gaps != nil {
		col := p.valueColumn(len(p.Series))
		set(col, 1, gapName)
		for k, words := range p.gaps {
			if words != "" {
				set(col, k+2, 0.0)
			}
		}
	}
	col := p.valueColumn(len(p.Series)) + 1
	for i, s := range p.Series {
		for k, pt := range s.Points {
			if pt.Text != "" {
				set(col+i, 1, s.Name+" *")
				set(col+i, k+2, pt.Text)
			}
		}
	}
}

// repacked gives a package its parts in one order and without times.
func repacked(raw []byte) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, err
	}
	files := slices.Clone(in.File)
	slices.SortFunc(files, func(a, b *zip.File) int { return bytes.Compare([]byte(a.Name), []byte(b.Name)) })
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range files {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
		if err == nil {
			_, err = io.Copy(w, r)
		}
		if err := errors.Join(err, r.Close()); err != nil {
			return nil, err
		}
	}
	err = z.Close()
	return out.Bytes(), err
}
