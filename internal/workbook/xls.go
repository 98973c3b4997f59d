package workbook

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/richardlehane/mscfb"
	"golang.org/x/text/encoding/charmap"
)

// xlsBook is a workbook of Excel 5 to 2003: records (BIFF5, BIFF8) in one stream, held in memory.
type xlsBook struct {
	stream  []byte
	limits  Limits
	old     bool             // BIFF5: texts are in a code page
	page    *charmap.Charmap // of those texts
	date04  bool
	codes   map[int]Format // number formats of the workbook's own
	formats []Format       // by XF
	strings []string
	sheets  []Sheet
	parts   []xlsPart
	room    *frameRoom
	cells   int64
	spanned int // bytes of the sheets' records
}

// xlsPart is where a sheet's records begin, and what was found about them.
type xlsPart struct {
	at         int
	err        error
	size       int // of its records
	hiddenRows map[int]bool
	unsorted   bool // its cells stand in no order of rows
}

func openXLS(ctx context.Context, in *input) (Book, error) {
	stream, err := xlsStream(in)
	if err != nil {
		return nil, err
	}
	b := &xlsBook{stream: stream, limits: in.Limits, page: charmap.Windows1252, codes: map[int]Format{}, room: newFrameRoom()}
	if err := b.readGlobals(ctx, in.Passwords); err != nil {
		return nil, err
	}
	for i := range b.sheets {
		b.parts[i].err = b.readFrame(ctx, i)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// maxStream bounds a workbook's stream, which is held in memory; Excel's own rarely reach a tenth of it.
const maxStream = 128 << 20

// xlsStream takes the workbook's stream out of its container, or is the whole file where there is none.
func xlsStream(in *input) ([]byte, error) {
	magic := make([]byte, len(oleMagic))
	if _, err := in.r.ReadAt(magic, 0); err != nil || string(magic) != string(oleMagic) {
		return in.whole(maxStream)
	}
	var stream []byte
	var failed error
	err := eachEntry(in, func(e *mscfb.File) bool {
		name := strings.ToLower(e.Name)
		if len(e.Path) > 0 || name != "workbook" && (name != "book" || stream != nil) {
			return true
		}
		stream, failed = readBounded(io.LimitReader(steps{e}, in.size), min(e.Size, in.size), maxStream)
		return name == "book" // a newer one may stand beside it
	})
	switch {
	case err != nil:
		return nil, err
	case failed != nil && errors.Is(failed, ErrLimit):
		return nil, failed
	case failed != nil && len(stream) == 0:
		return nil, fmt.Errorf("%w: %v", ErrDamaged, failed)
	}
	return stream, nil
}

// Records that are read ([MS-XLS] 2.3).
const (
	recFormula    = 0x0006
	recEOF        = 0x000a
	recDate1904   = 0x0022
	recFilePass   = 0x002f
	recContinue   = 0x003c
	recCodePage   = 0x0042
	recColInfo    = 0x007d
	recBoundSheet = 0x0085
	recMulRK      = 0x00bd
	recRString    = 0x00d6
	recXF         = 0x00e0
	recMerged     = 0x00e5
	recSST        = 0x00fc
	recLabelSST   = 0x00fd
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRow        = 0x0208
	recArray      = 0x0221
	recTable      = 0x0236
	recRK         = 0x027e
	recFormat     = 0x041e
	recSharedFmla = 0x04bc
	recBOF        = 0x0809
)

// readGlobals reads what holds for the whole workbook.
func (b *xlsBook) readGlobals(ctx context.Context, passwords []string) error {
	r := xlsReader{stream: b.stream}
	if !r.next() || r.kind != recBOF || len(r.data) < 4 {
		return fmt.Errorf("%w: it does not begin as a workbook", ErrDamaged)
	}
	switch version := binary.LittleEndian.Uint16(r.data); version {
	case 0x0600:
	case 0x0500:
		b.old = true
	default:
		return unsupported("Excel 2–4 (.xls)")
	}
	for r.next() && r.kind != recEOF {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.kind == recFilePass {
			plain, err := b.unlock(r.data, passwords)
			if err != nil {
				return err
			}
			b.stream, r.stream = plain, plain
			continue
		}
		if err := b.global(&r); err != nil {
			return err
		}
	}
	if len(b.sheets) == 0 {
		return fmt.Errorf("%w: it has no worksheet", ErrDamaged)
	}
	return nil
}

func (b *xlsBook) global(r *xlsReader) error {
	d := r.data
	switch r.kind {
	case recDate1904:
		b.date04 = len(d) >= 2 && d[0] == 1
	case recCodePage:
		if len(d) >= 2 {
			b.page = codePage(binary.LittleEndian.Uint16(d))
		}
	case recFormat:
		b.addFormat(d)
	case recXF:
		if len(d) >= 4 {
			b.formats = append(b.formats, b.formatBy(int(binary.LittleEndian.Uint16(d[2:]))))
		}
	case recBoundSheet:
		return b.addSheet(d)
	case recSST:
		return b.readStrings(r.joined())
	}
	return nil
}

func (b *xlsBook) addFormat(d []byte) {
	if len(d) < 3 {
		return
	}
	cut := xlsText{chunks: [][]byte{d[2:]}}
	code, _ := b.label(&cut, b.old)
	b.codes[int(binary.LittleEndian.Uint16(d))] = formatOf(code)
}

func (b *xlsBook) formatBy(id int) Format {
	if f, custom := b.codes[id]; custom {
		return f
	}
	return builtinFormat(id)
}

// addSheet lists a worksheet; charts, macros and modules are left out.
func (b *xlsBook) addSheet(d []byte) error {
	if len(d) < 8 || d[5] != 0 {
		return nil
	}
	if len(b.sheets) == maxSheets {
		return fmt.Errorf("%w: more than %d sheets", ErrLimit, maxSheets)
	}
	cut := xlsText{chunks: [][]byte{d[6:]}}
	name, _ := b.label(&cut, true)
	b.sheets = append(b.sheets, Sheet{Index: len(b.sheets), Name: name, Hidden: d[4]&3 != 0})
	b.parts = append(b.parts, xlsPart{at: int(binary.LittleEndian.Uint32(d)), hiddenRows: map[int]bool{}})
	return nil
}

// readFrame reads what stands around a sheet's cells, and whether these come by row.
func (b *xlsBook) readFrame(ctx context.Context, i int) error {
	sheet, part := &b.sheets[i], &b.parts[i]
	// Sheets that share records would let a small file ask for any amount of work.
	if b.spanned > len(b.stream) || slices.ContainsFunc(b.parts[:i], func(p xlsPart) bool { return p.at == part.at }) {
		return fmt.Errorf("%w: the sheet has no records of its own", ErrDamaged)
	}
	defer func() { b.spanned += part.size }()
	frame, last := newFrame(b.room), 0
	err := b.eachRecord(ctx, i, func(r *xlsReader) error {
		d := r.data
		switch {
		case r.kind == recRow && len(d) >= 14 && d[12]&0x20 != 0:
			part.hiddenRows[int(binary.LittleEndian.Uint16(d))+1] = true
		case r.kind == recColInfo && len(d) >= 10 && d[8]&1 != 0:
			const lastCol = 256
			frame.hide(int(binary.LittleEndian.Uint16(d))+1, min(int(binary.LittleEndian.Uint16(d[2:]))+1, lastCol))
		case r.kind == recMerged:
			frame.mergedIn(d)
		case isXLSCell(r.kind) && len(d) >= 2:
			row := int(binary.LittleEndian.Uint16(d))
			part.unsorted = part.unsorted || row < last
			last = row
		}
		return nil
	})
	return errors.Join(err, frame.into(sheet))
}

// mergedIn reads the ranges that a record lists.
func (f *frame) mergedIn(d []byte) {
	if len(d) < 2 {
		return
	}
	for d = d[2:]; len(d) >= 8; d = d[8:] {
		at := func(i int) int { return int(binary.LittleEndian.Uint16(d[i:])) + 1 }
		if at(0) <= at(2) && at(4) <= at(6) {
			f.merge(Range{FirstRow: at(0), LastRow: at(2), FirstCol: at(4), LastCol: at(6)})
		}
	}
}

func (b *xlsBook) Sheets() []Sheet { return b.sheets }

func (b *xlsBook) Close() error { return nil }
