package workbook

import "context"

// readStyles keeps of the styles what a number format says about meaning.
func (b *book) readStyles(ctx context.Context, part string) error {
	codes := map[int]Format{}
	inCells := false
	return b.eachStart(ctx, part, func(s *scanner) error {
		switch string(s.name) {
		case "numFmt":
			// Formats inside differential styles come after the cells' and do not count.
			if id, ok := attrInt(s.attrs, "numFmtId"); ok && b.formats == nil {
				codes[id] = formatOf(attr(s.attrs, "formatCode"))
			}
		case "cellXfs":
			inCells = true
		case "cellStyles", "dxfs", "cellStyleXfs":
			inCells = false
		case "xf":
			if !inCells {
				return nil
			}
			id, _ := attrInt(s.attrs, "numFmtId")
			format, custom := codes[id]
			if !custom {
				format = builtinFormat(id)
			}
			b.formats = append(b.formats, format)
		}
		return nil
	})
}
