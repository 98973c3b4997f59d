package sample

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// bytes renders a workbook. The same book gives the same bytes: parts stand in the order of their
// names and no time is written.
func (b *book) bytes() (_ []byte, err error) {
	f := excelize.NewFile()
	defer func() {
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}()
	styles, err := makeStyles(f)
	if err != nil {
		return nil, err
	}
	if b.mac {
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &b.mac}); err != nil {
			return nil, err
		}
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
		s.mac = b.mac
		write := s.dress
		if b.bare {
			write = s.stream
		}
		if err := write(f, styles); err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
	}
	for _, s := range b.sheets {
		if s.hidden {
			if err := f.SetSheetVisible(s.name, false); err != nil {
				return nil, err
			}
		}
	}
	var buf bytes.Buffer
	if _, err := f.WriteTo(&buf); err != nil {
		return nil, err
	}
	return b.repack(buf.Bytes())
}

// stylesheet holds the style ids by form and look.
type stylesheet [uncalculated + 1][looks]int

func makeStyles(f *excelize.File) (*stylesheet, error) {
	var out stylesheet
	formats := map[form]string{dated: "dd/mm/yyyy", percent: "0%"}
	for _, fm := range []form{textual, dated, percent} {
		for l := plain; l < looks; l++ {
			if fm == textual && l == plain {
				continue
			}
			st := &excelize.Style{}
			if format := formats[fm]; format != "" {
				st.CustomNumFmt = &format
			}
			switch l {
			case title:
				st.Font = &excelize.Font{Bold: true, Size: 14}
			case head:
				st.Font = &excelize.Font{Bold: true}
				st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDE6F0"}}
				st.Alignment = &excelize.Alignment{WrapText: true, Vertical: "center"}
			case total:
				st.Font = &excelize.Font{Bold: true}
			}
			id, err := f.NewStyle(st)
			if err != nil {
				return nil, err
			}
			out[fm][l] = id
		}
	}
	for _, fm := range []form{blank, number, broken, formula, uncalculated} {
		out[fm] = out[textual]
	}
	return &out, nil
}

// dress writes a sheet as people make them, with styles, merged and hidden parts.
func (s *sheet) dress(f *excelize.File, styles *stylesheet) error {
	for r, line := range s.cells {
		for c, v := range line {
			if err := s.write(f, address(r+1, c+1), v, styles); err != nil {
				return err
			}
		}
	}
	if err := f.SetColWidth(s.name, "B", strings.TrimRight(address(1, max(s.width(), 2)), "1"), 17); err != nil {
		return err
	}
	for _, m := range s.merged {
		if err := f.MergeCell(s.name, address(m[0], m[1]), address(m[2], m[3])); err != nil {
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
	return nil
}

// days1904 is how many days later the other calendar of workbooks begins.
const days1904 = 1462

func (s *sheet) width() int {
	w := 0
	for _, line := range s.cells {
		w = max(w, len(line))
	}
	return w
}

func (s *sheet) write(f *excelize.File, at string, v cell, styles *stylesheet) error {
	var err error
	switch v.form {
	case blank:
	case textual:
		err = f.SetCellStr(s.name, at, v.text)
	case broken, uncalculated:
		err = f.SetCellInt(s.name, at, 0) // put right in repack
	case dated:
		days := v.num
		if s.mac {
			days -= days1904
		}
		err = f.SetCellFloat(s.name, at, days, -1, 64)
	default:
		err = f.SetCellFloat(s.name, at, v.num, -1, 64)
	}
	if err != nil {
		return err
	}
	if id := styles[v.form][v.look]; id != 0 {
		return f.SetCellStyle(s.name, at, at, id)
	}
	return nil
}

// stream writes a sheet as an export does: every text inside its cell, nothing dressed.
func (s *sheet) stream(f *excelize.File, _ *stylesheet) error {
	sw, err := f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	for r, line := range s.cells {
		values := make([]any, len(line))
		for c, v := range line {
			switch v.form {
			case blank:
			case textual:
				values[c] = v.text
			default:
				values[c] = v.num
			}
		}
		if err := sw.SetRow(address(r+1, 1), values); err != nil {
			return err
		}
	}
	return sw.Flush()
}
