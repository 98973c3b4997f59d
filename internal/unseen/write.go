package unseen

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

// bytes of the file, as its hand writes it.
func (b *book) bytes() ([]byte, error) {
	switch b.hand {
	case byERP:
		return b.erp()
	case byCalc:
		return b.ods()
	case byExcelIT, byGoogle, byTabs:
		return b.delimited()
	}
	return b.excel()
}

func (b *book) excel() ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	mac := b.hand == byMac
	if mac {
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &mac}); err != nil {
			return nil, err
		}
	}
	dates, hours := "dd/mm/yyyy", "[h]:mm"
	dateStyle, err := f.NewStyle(&excelize.Style{CustomNumFmt: &dates})
	if err != nil {
		return nil, err
	}
	clockStyle, err := f.NewStyle(&excelize.Style{CustomNumFmt: &hours})
	if err != nil {
		return nil, err
	}
	shareStyle, err := f.NewStyle(&excelize.Style{NumFmt: 9})
	if err != nil {
		return nil, err
	}
	for i, s := range b.sheets {
		if i == 0 {
			err = f.SetSheetName("Sheet1", s.name)
		} else {
			_, err = f.NewSheet(s.name)
		}
		if err != nil {
			return nil, err
		}
		for _, at := range s.order() {
			cell := address(at.row, at.col)
			style := 0
			switch v := s.cells[at].(type) {
			case date:
				err, style = f.SetCellValue(s.name, cell, serial(v.Time, mac)), dateStyle
			case clock:
				err, style = f.SetCellValue(s.name, cell, float64(v)/24), clockStyle
			case percent:
				err, style = f.SetCellValue(s.name, cell, float64(v)), shareStyle
			case formula:
				err = f.SetCellFormula(s.name, cell, v.expr)
			default:
				err = f.SetCellValue(s.name, cell, v)
			}
			if err == nil && style != 0 {
				err = f.SetCellStyle(s.name, cell, cell, style)
			}
			if err != nil {
				return nil, err
			}
		}
		if err := s.dress(f); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, err
	}
	return b.caches(out.Bytes())
}

func (s *sheet) dress(f *excelize.File) error {
	for _, m := range s.merges {
		if err := f.MergeCell(s.name, address(m[0].row, m[0].col), address(m[1].row, m[1].col)); err != nil {
			return err
		}
	}
	for _, r := range s.hiddenRows {
		if err := f.SetRowVisible(s.name, r, false); err != nil {
			return err
		}
	}
	for _, c := range s.hiddenCols {
		if err := f.SetColVisible(s.name, strings.TrimRight(address(1, c), "1"), false); err != nil {
			return err
		}
	}
	if s.filter != "" {
		if err := f.AutoFilter(s.name, s.filter, nil); err != nil {
			return err
		}
	}
	if s.hidden {
		return f.SetSheetVisible(s.name, false)
	}
	return nil
}

// order of the cells: by row, then by column.
func (s *sheet) order() []pos {
	out := make([]pos, 0, len(s.cells))
	for p := range s.cells {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b pos) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.col - b.col
	})
	return out
}

// plain text of a value, for hands that know no types.
func plain(v any) string {
	switch v := v.(type) {
	case date:
		return dmy(v.Time)
	case clock:
		minutes := int(float64(v)*60 + 0.5)
		return fmt.Sprintf("%d:%02d", minutes/60, minutes%60)
	case percent:
		return fmt.Sprintf("%.0f%%", float64(v)*100)
	case float64:
		return comma(v)
	case formula:
		return v.cached
	}
	return fmt.Sprint(v)
}

// delimited text: one sheet, no types.
func (b *book) delimited() ([]byte, error) {
	sep, s := ";", b.sheets[0]
	switch b.hand {
	case byGoogle:
		sep = ","
	case byTabs:
		sep = "\t"
	}
	var out strings.Builder
	for r := 1; r <= s.rows; r++ {
		for c := 1; c <= s.cols; c++ {
			if c > 1 {
				out.WriteString(sep)
			}
			if v, ok := s.cells[pos{r, c}]; ok {
				t := plain(v)
				if strings.ContainsAny(t, sep+"\"\n") {
					t = `"` + strings.ReplaceAll(t, `"`, `""`) + `"`
				}
				out.WriteString(t)
			}
		}
		out.WriteString("\r\n")
	}
	switch b.hand {
	case byExcelIT:
		nearest := strings.NewReplacer("ń", "n", "Ń", "N", "✓", "v").Replace(out.String()) // as Windows does
		return charmap.Windows1252.NewEncoder().Bytes([]byte(nearest))
	case byGoogle:
		return []byte("\ufeff" + out.String()), nil
	}
	return []byte(out.String()), nil
}

func escape(s string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(s))
	return out.String()
}

// pack zips parts in the given order, with one fixed time.
func pack(parts ...[2]string) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		method := zip.Deflate
		if p[0] == "mimetype" {
			method = zip.Store
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: p[0], Method: method, Modified: time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(p[1])); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}
