package workbook

import (
	"context"
	"fmt"
	"io"
	"strings"
)

// book is a workbook of the Office Open XML kind, transitional or strict.
type book struct {
	pack    *container
	room    *frameRoom
	date04  bool // dates count from 1904
	sheets  []Sheet
	parts   []sheetPart
	formats []Format // by cell style
	strings *sharedStrings
	shared  string // name of the shared strings' part, "" when there is none
	cells   int64  // read so far
	careful bool   // no quick way: tests compare the two
}

// sheetPart is where a sheet's rows stand, and what was found wrong with it before reading them.
type sheetPart struct {
	name string
	err  error
}

// relation is one line of a relationships part: its target, and its type without the address before it.
type relation struct{ id, kind, target string }

func openPackage(ctx context.Context, pack *container) (Book, error) {
	b := &book{pack: pack, room: newFrameRoom()}
	main, err := b.mainPart(ctx)
	if err != nil {
		return nil, err
	}
	folder := main[:max(strings.LastIndexByte(main, '/'), 0)]
	relations, err := b.relations(ctx, folder, main)
	if err != nil {
		return nil, err
	}
	if err := b.readWorkbook(ctx, main, relations); err != nil {
		return nil, err
	}
	for _, r := range relations {
		switch r.kind {
		case "styles":
			err = b.readStyles(ctx, r.target)
		case "sharedStrings":
			b.shared = r.target
		}
		if err != nil {
			return nil, err
		}
	}
	for i := range b.sheets {
		b.readSheetFrame(ctx, i)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// mainPart finds the workbook's own part, or says what else the archive is.
func (b *book) mainPart(ctx context.Context) (string, error) {
	main := ""
	if relations, err := b.relations(ctx, "", ""); err == nil {
		for _, r := range relations {
			if r.kind == "officeDocument" {
				main = r.target
				break
			}
		}
	}
	if !b.pack.has(main) {
		main = "xl/workbook.xml" // as every program names it, where the relationships are broken
	}
	switch {
	case strings.HasSuffix(main, ".bin") || b.pack.has("xl/workbook.bin"):
		return "", unsupported(".xlsb")
	case strings.HasPrefix(main, "word/"), strings.HasPrefix(main, "ppt/"):
		return "", fmt.Errorf("%w: its content is a document of Word or PowerPoint", ErrNotWorkbook)
	case b.pack.has(main):
		return main, nil
	case b.pack.has("[content_types].xml"):
		return "", fmt.Errorf("%w: the workbook's own part is missing", ErrDamaged)
	}
	return "", fmt.Errorf("%w: an archive without a workbook in it", ErrNotWorkbook)
}

// relations reads the relationships of a part in a folder; those of the package for no part.
func (b *book) relations(ctx context.Context, folder, part string) ([]relation, error) {
	name := partName(folder, "_rels/"+part[max(strings.LastIndexByte(part, '/')+1, 0):]+".rels")
	var found []relation
	if !b.pack.has(name) {
		return nil, nil
	}
	err := b.eachStart(ctx, name, func(s *scanner) error {
		if string(s.name) != "Relationship" || attr(s.attrs, "TargetMode") == "External" {
			return nil
		}
		kind := attr(s.attrs, "Type")
		kind = kind[strings.LastIndexByte(kind, '/')+1:]
		found = append(found, relation{id: attr(s.attrs, "Id"), kind: kind, target: partName(folder, attr(s.attrs, "Target"))})
		return nil
	})
	return found, err
}

// readWorkbook lists the sheets. Those of other kinds (charts, macros, dialogs) are left out.
func (b *book) readWorkbook(ctx context.Context, main string, relations []relation) error {
	seen := map[string]bool{}
	byID := make(map[string]relation, len(relations))
	for _, r := range relations {
		byID[r.id] = r
	}
	err := b.eachStart(ctx, main, func(s *scanner) error {
		switch string(s.name) {
		case "workbookPr":
			b.date04 = isTrue(attr(s.attrs, "date1904"))
		case "sheet":
			r, known := byID[attr(s.attrs, "id")]
			if known && r.kind != "worksheet" {
				return nil
			}
			part := sheetPart{name: r.target}
			// Two sheets of one part would let a small file ask for any amount of work.
			if !known || seen[r.target] {
				part.err = fmt.Errorf("%w: the sheet has no part of its own", ErrDamaged)
			}
			seen[r.target] = true
			state := attr(s.attrs, "state")
			b.sheets = append(b.sheets, Sheet{
				Index: len(b.sheets), Name: string(unescape([]byte(attr(s.attrs, "name")))),
				Hidden: state == "hidden" || state == "veryHidden",
			})
			b.parts = append(b.parts, part)
		}
		return nil
	})
	if err == nil && len(b.sheets) == 0 {
		return fmt.Errorf("%w: it has no worksheet", ErrDamaged)
	}
	return err
}

// eachStart calls f on every start tag of a part.
func (b *book) eachStart(ctx context.Context, part string, f func(*scanner) error) error {
	s, closer, err := b.pack.scan(ctx, part)
	if err != nil {
		return err
	}
	defer closer.Close()
	for {
		tok, err := s.next()
		if err == io.EOF {
			return nil
		}
		if err == nil && tok == tokenStart {
			err = f(s)
		}
		if err != nil {
			return partError(part, err)
		}
	}
}

func (b *book) Sheets() []Sheet { return b.sheets }

func (b *book) Close() error { return nil }
