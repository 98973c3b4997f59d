package pipeline

import (
	"cmp"
	"context"
	"errors"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"formare/internal/annotate"
	"formare/internal/finding"
	"formare/internal/identity"
	"formare/internal/normalise"
	"formare/internal/register"
	"formare/internal/report"
	"formare/internal/store"
	"formare/internal/table"
	"formare/internal/template"
	"formare/internal/workbook"
)

// A source is one file while it is read: what it turned out to be, its records and its findings.
type source struct {
	job            *job
	file           store.File
	path           string    // where the file lies
	seen           *sighting // what was recognised, kept where somebody asks for it
	id             string
	partner, month string
	findings       finding.Collector
	alike          map[finding.Rule]int // findings by rule, also those beyond the most that are kept
	linker         *identity.Linker
	batch          *table.Batch
	given          []register.Label                 // what a sheet by itself tells of the course
	columns        map[string]bool                  // headers that the configuration tells, and whether a table has them
	months         map[string]int                   // enrolments by month
	dated          bool                             // some course has a date of its own
	monthOfDates   bool                             // month was found from them
	hints          *monthHints                      // while the month is being sought
	known          map[string]normalise.KnownCourse // courses of the partner's other sources, where those tell the month
	courses        map[string]bool
	sheets, rows   int
}

func (j *job) newSource(file store.File) *source {
	return &source{job: j, file: file, id: store.SourceID(file.Path, file.SHA256),
		path:   filepath.Join(j.cfg.path(inboxDir), filepath.FromSlash(file.Path)),
		linker: j.key.Linker(), months: map[string]int{}, courses: map[string]bool{}, alike: map[finding.Rule]int{}}
}

// passwordsFor lists the passwords of a source whose partner was found out.
func (s *source) passwordsFor(partner string) ([]string, error) {
	if partner == "" {
		return s.passwords()
	}
	return s.job.cfg.Passwords(partner, s.job.env.Getenv)
}

// passwords of a protected workbook: those of the partner whom the configuration or the path names.
func (s *source) passwords() ([]string, error) {
	owner := ""
	if told := s.job.told(s.file.Path); told != nil {
		owner = told.Partner
	}
	for _, name := range namesOf(s.file.Path) {
		if owner == "" {
			owner, _ = normalise.FindPartner(name, s.job.cfg.Settings.Partners)
		}
	}
	return s.job.cfg.Passwords(owner, s.job.env.Getenv)
}

// records reads every sheet into records. Without a month the first reading only finds out which months
// the courses are of, and the second one knows.
func (s *source) records(ctx context.Context, book workbook.Book) error {
	if s.month == "" {
		s.hints = newMonthHints(s.job.period())
	}
	if err := s.pass(ctx, book); err != nil || s.month != "" {
		return err
	}
	hints := s.hints
	s.monthOfDates, s.hints = true, nil
	if s.month = cmp.Or(lastKey(s.months, s.job.period()), s.sentMonth(), hints.month()); s.month == "" {
		return nil
	}
	s.batch.Release()
	s.findings = finding.Collector{}
	clear(s.alike)
	return s.pass(ctx, book)
}

func (s *source) pass(ctx context.Context, book workbook.Book) error {
	s.batch = table.NewBatch(nil, s.id, s.partner)
	s.sheets, s.rows, s.dated = 0, 0, false
	s.seen.begin()
	clear(s.months)
	s.columns = map[string]bool{}
	clear(s.courses)
	n := normalise.New(normalise.Context{
		Partner: s.partner, SourceMonth: s.month, MonthOfDates: s.monthOfDates, File: s.file.Path, Period: s.job.period(),
		Areas: s.job.cfg.Settings.Areas, CompletionThreshold: s.job.cfg.Settings.Rules.CompletionThreshold,
		Territory: s.job.land, Lexicon: s.job.lex.values, Known: s.known,
	}, s, s.found)
	sheets, err := registersOf(ctx, book)
	if err != nil {
		return err
	}
	for _, sheet := range sheets {
		s.seen.sheet(sheet)
		if err := s.recognise(ctx, book, sheet, counting{n, s}, s.found); err != nil {
			return err
		}
		s.sheets++
	}
	s.missingColumns()
	if err := n.Close(); err != nil {
		return err
	}
	s.hidePeople(n)
	return nil
}

// hidePeople takes the names of the source's people out of its findings.
func (s *source) hidePeople(n *normalise.Normaliser) {
	list := s.findings.Sorted()
	s.findings = finding.Collector{}
	for _, f := range list {
		s.findings.Add(n.Hide(f))
	}
}

// sheetsOf lists a workbook's sheets but for the list of findings that an annotated copy has in front: when
// it comes back it is nobody's register.
func sheetsOf(ctx context.Context, book workbook.Book) ([]workbook.Sheet, error) {
	var out []workbook.Sheet
	for _, sheet := range book.Sheets() {
		list, err := annotate.IsList(ctx, book, sheet)
		if err != nil {
			return nil, err
		}
		if !list {
			out = append(out, sheet)
		}
	}
	return out, nil
}

// registersOf leaves out as well what nobody fills in of a template: its instructions and lists.
func registersOf(ctx context.Context, book workbook.Book) ([]workbook.Sheet, error) {
	sheets, err := sheetsOf(ctx, book)
	if err != nil {
		return nil, err
	}
	out := sheets[:0]
	for _, sheet := range sheets {
		ours := false
		err := book.Rows(ctx, sheet.Index, func(r *workbook.Row) error {
			ours = r.Number == 1 && len(r.Cells) > 0 && r.Cells[0].Text == template.Mark
			return errSeen
		})
		if err != nil && !errors.Is(err, errSeen) {
			return nil, err
		}
		if !ours {
			out = append(out, sheet)
		}
	}
	return out, nil
}

// counting counts the rows that registers hand on.
type counting struct {
	to register.Sink
	s  *source
}

func (c counting) Table(t *register.Table) error {
	c.s.seen.table(t)
	c.s.hints.table(t)
	return c.to.Table(t)
}

func (c counting) Row(t *register.Table, r *register.Row) error {
	c.s.rows++
	c.s.seen.row(t, r)
	c.s.hints.row(t, r)
	return c.to.Row(t, r)
}

func (s *source) recognise(ctx context.Context, book workbook.Book, sheet workbook.Sheet, to register.Sink, found func(finding.Finding)) error {
	opt := register.Options{Given: s.given, Told: s.giveOn, IsComune: s.job.isComune, IsPartner: s.job.isPartner, Columns: s.toldColumns(), Found: func(header string) {
		if s.columns != nil {
			s.columns[header] = true
		}
	}}
	if found == nil {
		found = func(finding.Finding) {}
	}
	rows := func(yield func(*workbook.Row) error) error { return book.Rows(ctx, sheet.Index, yield) }
	return register.Recognise(ctx, sheet, rows, s.job.lex.headers, opt, to, found)
}

// giveOn keeps what a sheet without a register tells of the course, for the sheets of people after it.
func (s *source) giveOn(labels []register.Label) { s.given = slices.Clone(labels) }

// missingColumns tells of the configuration's columns that no table of the source has.
func (s *source) missingColumns() {
	told := s.toldColumns()
	for _, header := range slices.Sorted(maps.Keys(told)) {
		if !s.columns[header] {
			s.found(finding.Finding{Rule: finding.ColumnToldMissing, Field: told[header], Value: finding.Redact("", header)})
		}
	}
}

// toldColumns is what the configuration tells about columns: of all the partner's workbooks, and of this
// file, which wins.
func (s *source) toldColumns() map[string]string {
	out := map[string]string{}
	for _, p := range s.job.cfg.Settings.Partners {
		if p.ID == s.partner {
			maps.Copy(out, p.Columns)
		}
	}
	if told := s.job.told(s.file.Path); told != nil {
		maps.Copy(out, told.Columns)
	}
	return out
}

func (j *job) isPartner(text string) bool {
	_, ok := normalise.FindPartner(text, j.cfg.Settings.Partners)
	return ok && len(strings.Fields(text)) <= 5
}

func (j *job) isComune(text string) bool { return j.land.IsName(text) }

// mostAlike is how many findings of one rule are kept of a source. Nobody mends more one by one, and a
// small file can be made to have millions.
const mostAlike = 5000

// found keeps a finding of this source.
func (s *source) found(f finding.Finding) {
	if s.alike[f.Rule]++; s.alike[f.Rule] <= mostAlike {
		s.findings.Add(f)
	}
}

// tellMore says how many findings were not kept.
func (s *source) tellMore() {
	for _, rule := range finding.Rules() {
		if more := s.alike[rule] - mostAlike; more > 0 {
			s.findings.Add(finding.Finding{Rule: finding.SourceManyFindings, Value: strconv.Itoa(more), Used: string(rule)})
		}
	}
}

// Course, Enrolment and Attendance take the normaliser's records: here people become pseudonyms.
func (s *source) Course(c *normalise.Course) error {
	s.noteMonth(c.Month, !c.Start.IsZero())
	s.courses[c.Course] = true
	return s.batch.AddCourse(c)
}

func (s *source) Enrolment(e *normalise.Enrolment) error {
	s.noteMonth(e.Month, false)
	s.courses[e.Course] = true
	return s.batch.AddEnrolment(e, s.keys(&e.Person))
}

func (s *source) Attendance(a *normalise.Attendance) error {
	return s.batch.AddAttendance(a, s.keys(&a.Person))
}

func (s *source) noteMonth(month string, dated bool) {
	if month != "" {
		s.months[month]++
	}
	s.dated = s.dated || dated
}

func (s *source) keys(p *normalise.Person) table.Keys {
	l := s.linker.Links(p)
	return table.Keys{CF: table.Key(l.CF), Person: table.Key(l.Person), Name: table.Key(l.Name),
		Names: table.Key(l.Near.Names), Day: table.Key(l.Near.Day), Surname: table.Key(l.Near.Surname), Given: table.Key(l.Near.Given)}
}

// verdict says why a source that was read does not count, or "".
func (s *source) verdict() finding.Rule {
	period := s.job.period()
	inside := func(m string) bool { return period.Holds(m) }
	months := sortedMonths(s.months)
	switch {
	case s.batch.Rows(table.Enrolments) == 0 && s.batch.Rows(table.Courses) == 0:
		return finding.SourceEmpty
	case s.job.checking && len(s.job.cfg.Settings.Partners) == 0:
		return "" // without a project no partner, month or period is expected
	case s.month == "":
		return finding.SourceUnknownMonth
	case !slices.ContainsFunc(months, inside) && (s.dated || !inside(s.month)):
		return finding.SourceOutsidePeriod
	}
	return ""
}

// span tells which months the source is about: those of its courses, else the one it was sent for.
func (s *source) span() string {
	months := sortedMonths(s.months)
	switch n := len(months); n {
	case 0:
		return s.month
	case 1:
		return months[0]
	default:
		return months[0] + " – " + months[n-1]
	}
}

func sortedMonths(months map[string]int) []string {
	out := make([]string, 0, len(months))
	for m := range months {
		out = append(out, m)
	}
	slices.Sort(out)
	return out
}

// lastKey gives the last month of the period that courses are of, else the last one.
func lastKey(months map[string]int, period normalise.Period) string {
	last, inside := "", ""
	for m := range months {
		last = max(last, m)
		if period.Holds(m) {
			inside = max(inside, m)
		}
	}
	if inside != "" {
		return inside
	}
	return last
}

// finish writes the tables of a source that counts.
func (s *source) finish() (*reading, error) {
	entry := s.entry(store.Active)
	entry.RowsKept = int(s.batch.Rows(table.Enrolments))
	entry.Months = sortedMonths(s.months)
	entry.Courses = len(s.courses)
	files, err := s.write(s.batch, []string{table.Courses, table.Enrolments, table.Attendance})
	entry.Files = append(files, entry.Files...)
	return s.withFindings(entry, err)
}

// setAside keeps of a source only why it does not count.
func (s *source) setAside(rule finding.Rule, detail string) (*reading, error) {
	s.found(finding.Finding{Rule: rule, Value: detail})
	entry := s.entry(store.SetAside)
	entry.Reason, entry.Detail = string(rule), detail
	return s.withFindings(entry, nil)
}

func (s *source) entry(status store.Status) store.Source {
	return store.Source{ID: s.id, File: s.file.Path, SHA256: s.file.SHA256, Size: s.file.Size, Received: s.file.Received,
		Partner: s.partner, Month: s.month, Status: status, Sheets: s.sheets, RowsRead: s.rows,
		Reading: s.job.reading, Basis: s.job.basis, Schema: table.Version, Files: []string{}}
}

// withFindings writes the source's findings, told in the user's language.
func (s *source) withFindings(entry store.Source, err error) (*reading, error) {
	if s.batch != nil {
		defer s.batch.Release()
	}
	if err != nil {
		return nil, err
	}
	s.tellMore()
	list := s.findings.Sorted()
	batch := table.NewBatch(nil, s.id, s.partner)
	defer batch.Release()
	for _, f := range list {
		f.Month = s.month
		f.File = s.file.Path
		if err := batch.AddFinding(f, report.Message(s.job.words, f)); err != nil {
			return nil, err
		}
	}
	entry.Findings = countSeverities(list)
	files, err := s.write(batch, []string{table.Findings})
	entry.Files = append(entry.Files, files...)
	return &reading{source: entry}, err
}

// write puts a batch's tables into the staging folder, by partner and month as Hive lays them out.
func (s *source) write(batch *table.Batch, names []string) ([]string, error) {
	files := []string{}
	for _, name := range names {
		if batch.Rows(name) == 0 {
			continue
		}
		file := name + "/partner=" + partition(s.partner) + "/source_month=" + partition(s.month) +
			"/" + s.id + "-" + s.job.reading[:8] + ".parquet"
		out, err := createIn(s.job.stageDir, file)
		if err != nil {
			return nil, err
		}
		if err := errors.Join(batch.WriteTable(name, io.Writer(out)), out.Close()); err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

// partition is Hive's name for a value, or for none.
func partition(value string) string {
	if value == "" {
		return "__HIVE_DEFAULT_PARTITION__"
	}
	return value
}
