package unseen

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// caches puts the values of formulas beside them: excelize writes formulas only.
func (b *book) caches(raw []byte) ([]byte, error) {
	known := false
	for _, s := range b.sheets {
		for _, v := range s.cells {
			f, ok := v.(formula)
			known = known || ok && f.cached != ""
		}
	}
	if !known {
		return raw, nil
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, err
	}
	var parts [][2]string
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		body, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		text := string(body)
		for i, s := range b.sheets {
			if f.Name != fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) {
				continue
			}
			for _, v := range s.cells {
				if v, ok := v.(formula); ok && v.cached != "" {
					text = strings.ReplaceAll(text, "<f>"+escape(v.expr)+"</f>", "<f>"+escape(v.expr)+"</f><v>"+v.cached+"</v>")
				}
			}
		}
		parts = append(parts, [2]string{f.Name, text})
	}
	return pack(parts...)
}

// erp writes what an export writes: inline strings, no styles, no dimension, dates as ISO text.
func (b *book) erp() ([]byte, error) {
	const head = `<?xml version="1.0" encoding="UTF-8"?>`
	types, book, rels := "", "", ""
	var sheets [][2]string
	for i, s := range b.sheets {
		n := i + 1
		types += fmt.Sprintf(`<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, n)
		book += fmt.Sprintf(`<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escape(s.name), n, n)
		rels += fmt.Sprintf(`<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>`, n, n)
		sheets = append(sheets, [2]string{fmt.Sprintf("xl/worksheets/sheet%d.xml", n), head + s.inline()})
	}
	parts := [][2]string{
		{"[Content_Types].xml", head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` + types + `</Types>`},
		{"_rels/.rels", head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", head + `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` + book + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + rels + `</Relationships>`},
	}
	return pack(append(parts, sheets...)...)
}

func (s *sheet) inline() string {
	var out strings.Builder
	out.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	row := 0
	for _, at := range s.order() {
		if at.row != row {
			if row > 0 {
				out.WriteString("</row>")
			}
			row = at.row
			fmt.Fprintf(&out, `<row r="%d">`, row)
		}
		switch v := s.cells[at].(type) {
		case int:
			fmt.Fprintf(&out, `<c r="%s"><v>%d</v></c>`, address(at.row, at.col), v)
		case float64:
			fmt.Fprintf(&out, `<c r="%s"><v>%v</v></c>`, address(at.row, at.col), v)
		case date:
			fmt.Fprintf(&out, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, address(at.row, at.col), v.Format("2006-01-02"))
		default:
			fmt.Fprintf(&out, `<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, address(at.row, at.col), escape(plain(v)))
		}
	}
	if row > 0 {
		out.WriteString("</row>")
	}
	out.WriteString("</sheetData>")
	if len(s.merges) > 0 {
		fmt.Fprintf(&out, `<mergeCells count="%d">`, len(s.merges))
		for _, m := range s.merges {
			fmt.Fprintf(&out, `<mergeCell ref="%s:%s"/>`, address(m[0].row, m[0].col), address(m[1].row, m[1].col))
		}
		out.WriteString("</mergeCells>")
	}
	out.WriteString("</worksheet>")
	return out.String()
}

// ods writes what LibreOffice Calc writes, with its runs of empty cells and rows said once.
func (b *book) ods() ([]byte, error) {
	var body strings.Builder
	body.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>`)
	for _, s := range b.sheets {
		s.ods(&body)
	}
	body.WriteString(`</office:spreadsheet></office:body></office:document-content>`)
	const kind = "application/vnd.oasis.opendocument.spreadsheet"
	return pack([2]string{"mimetype", kind},
		[2]string{"META-INF/manifest.xml", `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="` + kind + `"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`},
		[2]string{"content.xml", body.String()})
}

func (s *sheet) ods(out *strings.Builder) {
	fmt.Fprintf(out, `<table:table table:name="%s">`, escape(s.name))
	spans, covered := map[pos][2]int{}, map[pos]bool{}
	for _, m := range s.merges {
		spans[m[0]] = [2]int{m[1].row - m[0].row + 1, m[1].col - m[0].col + 1}
		for r := m[0].row; r <= m[1].row; r++ {
			for c := m[0].col; c <= m[1].col; c++ {
				covered[pos{r, c}] = pos{r, c} != m[0]
			}
		}
	}
	blank := 0
	for r := 1; r <= s.rows; r++ {
		line := ""
		filled := false
		gap := 0
		for c := 1; c <= s.cols; c++ {
			v, ok := s.cells[pos{r, c}]
			if !ok && !covered[pos{r, c}] {
				gap++
				continue
			}
			filled = true
			if gap > 0 {
				line += fmt.Sprintf(`<table:table-cell table:number-columns-repeated="%d"/>`, gap)
				gap = 0
			}
			if covered[pos{r, c}] {
				line += `<table:covered-table-cell/>`
				continue
			}
			attr := ""
			if span, ok := spans[pos{r, c}]; ok {
				attr = fmt.Sprintf(` table:number-rows-spanned="%d" table:number-columns-spanned="%d"`, span[0], span[1])
			}
			line += odsCell(v, attr)
		}
		if !filled {
			blank++
			continue
		}
		if blank > 0 {
			fmt.Fprintf(out, `<table:table-row table:number-rows-repeated="%d"><table:table-cell/></table:table-row>`, blank)
			blank = 0
		}
		out.WriteString("<table:table-row>" + line + "</table:table-row>")
	}
	// Calc fills a sheet to its very end.
	fmt.Fprintf(out, `<table:table-row table:number-rows-repeated="%d"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>`, 1048576-s.rows)
}

func odsCell(v any, attr string) string {
	text := `<text:p>` + escape(plain(v)) + `</text:p>`
	kind := `office:value-type="string"`
	switch v := v.(type) {
	case int:
		kind = fmt.Sprintf(`office:value-type="float" office:value="%d"`, v)
	case float64:
		kind = fmt.Sprintf(`office:value-type="float" office:value="%v"`, v)
	case percent:
		kind = fmt.Sprintf(`office:value-type="percentage" office:value="%v"`, float64(v))
	case date:
		kind = fmt.Sprintf(`office:value-type="date" office:date-value="%s"`, v.Format("2006-01-02"))
	case clock:
		minutes := int(float64(v)*60 + 0.5)
		kind = fmt.Sprintf(`office:value-type="time" office:time-value="PT%02dH%02dM00S"`, minutes/60, minutes%60)
	}
	return `<table:table-cell ` + kind + attr + `>` + text + `</table:table-cell>`
}
