package pipeline

import (
	"cmp"
	"context"
	"errors"
	"path"
	"slices"
	"strings"

	"formare/internal/normalise"
	"formare/internal/register"
	"formare/internal/workbook"
)

// attributeByPath finds out whose the source is and of which month: from the configuration, the folders (the
// nearest first) or the file's name, in that order. So much is known of a file that does not open, too. Days
// on which something was sent or corrected are no months that it is about.
func (s *source) attributeByPath() {
	if told := s.job.told(s.file.Path); told != nil {
		s.partner, s.month = cmp.Or(s.partner, told.Partner), cmp.Or(s.month, told.Month)
	}
	period, partners := s.job.period(), s.job.cfg.Settings.Partners
	for _, name := range namesOf(s.file.Path) {
		if s.partner == "" {
			s.partner, _ = normalise.FindPartner(name, partners)
		}
		if s.month == "" {
			s.month, _ = period.Month(s.job.names.Undated(name))
		}
	}
}

// attribute asks the workbook's own text for what its path did not tell.
func (s *source) attribute(ctx context.Context, book workbook.Book) error {
	if s.partner != "" && s.month != "" {
		return nil
	}
	period := s.job.period()
	said, err := s.ownText(ctx, book)
	if err != nil {
		return err
	}
	if s.partner == "" {
		s.partner = said.partner(s.job)
	}
	if s.month == "" {
		s.month = said.month(period)
	}
	return nil
}

// sentMonth is the month of a day in the path that tells when the file was sent: better than none.
func (s *source) sentMonth() string {
	for _, name := range namesOf(s.file.Path) {
		if month, ok := s.job.period().Month(name); ok {
			return month
		}
	}
	return ""
}

func (j *job) period() normalise.Period {
	return normalise.Period{First: j.cfg.Settings.Programme.Start, Last: j.cfg.Settings.Programme.End}
}

// namesOf lists a path's folders from the nearest to the farthest, then the file's name.
func namesOf(file string) []string {
	var names []string
	for dir := path.Dir(file); dir != "." && dir != "/"; dir = path.Dir(dir) {
		names = append(names, path.Base(dir))
	}
	return append(names, strings.TrimSuffix(path.Base(file), path.Ext(file)))
}

// ownText is what a workbook says of itself: labels such as "Ente attuatore: …", the sheets' names, and
// the lines above its first table.
type ownText struct {
	partners, months []string // what stands in labels for them
	sheets, lines    []string
}

var errSeen = errors.New("seen enough")

// ownText reads each sheet as far as its first row of data.
func (s *source) ownText(ctx context.Context, book workbook.Book) (*ownText, error) {
	said := &ownText{}
	sheets, err := sheetsOf(ctx, book)
	if err != nil {
		return nil, err
	}
	for _, sheet := range sheets {
		said.sheets = append(said.sheets, sheet.Name)
		err := s.recognise(ctx, book, sheet, &labelReader{said}, nil)
		if err != nil && !errors.Is(err, errSeen) {
			return nil, err
		}
		if err := said.readLines(ctx, book, sheet); err != nil {
			return nil, err
		}
	}
	return said, nil
}

// readLines keeps the words of the sheet's first rows.
func (o *ownText) readLines(ctx context.Context, book workbook.Book, sheet workbook.Sheet) error {
	const rows = 12
	err := book.Rows(ctx, sheet.Index, func(r *workbook.Row) error {
		if r.Number > rows {
			return errSeen
		}
		for _, c := range r.Cells {
			if c.Kind == workbook.Text && len(c.Text) < 300 {
				o.lines = append(o.lines, c.Text)
			}
		}
		return nil
	})
	if errors.Is(err, errSeen) {
		return nil
	}
	return err
}

// labelReader is a register.Sink that keeps the labels of a table's first row.
type labelReader struct{ said *ownText }

func (*labelReader) Table(*register.Table) error { return nil }

func (l *labelReader) Row(_ *register.Table, r *register.Row) error {
	for _, label := range r.Labels {
		switch label.Field {
		case register.Partner:
			l.said.partners = append(l.said.partners, label.Value.Text)
		case register.Month:
			l.said.months = append(l.said.months, label.Value.Text)
		}
	}
	return errSeen
}

// partner gives the only partner that labels name, else the only one that the first lines name. The
// programme's leader, whom every partner's letterhead may name, gives way to another.
func (o *ownText) partner(j *job) string {
	for _, texts := range [][]string{o.partners, o.lines} {
		var found []string
		for _, t := range texts {
			if p, ok := normalise.FindPartner(t, j.cfg.Settings.Partners); ok && !slices.Contains(found, p) {
				found = append(found, p)
			}
		}
		lead, isLead := normalise.FindPartner(j.cfg.Settings.Programme.Lead, j.cfg.Settings.Partners)
		if len(found) == 2 && isLead {
			found = slices.DeleteFunc(found, func(p string) bool { return p == lead })
		}
		if len(found) == 1 {
			return found[0]
		}
	}
	return ""
}

// month gives the last month of the programme that labels or sheets' names tell.
func (o *ownText) month(period normalise.Period) string {
	found := ""
	for _, t := range slices.Concat(o.months, o.sheets) {
		if m, ok := period.Month(t); ok && period.Holds(m) {
			found = max(found, m)
		}
	}
	return found
}
