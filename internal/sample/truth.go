package sample

import (
	"bufio"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"
)

// A sink writes one table of the truth.
type sink struct {
	w *csv.Writer
}

func (s sink) row(values ...string) {
	_ = s.w.Write(values) // an error stays in the writer, and writeTable asks for it
}

// writeTable writes one CSV file.
func writeTable(path string, head []string, fill func(sink)) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}()
	buffered := bufio.NewWriter(f)
	w := csv.NewWriter(buffered)
	if err := w.Write(head); err != nil {
		return err
	}
	fill(sink{w})
	w.Flush()
	if err := w.Error(); err != nil {
		return err
	}
	return buffered.Flush()
}

// A table of the truth: its file's name without extension, its columns and its rows.
type table struct {
	name string
	head []string
	fill func(sink)
}

func writeTruth(dir string, t *truth) error {
	tables := []table{
		{"participants", words("person reached surname given_name cf birth_date gender role service service_kind comune zone first_month courses hours"), t.participants},
		{"courses", words("course partner code edition title kind area venue venue_comune start_date end_date hours_planned hours_delivered places month counted"), t.courseTable},
		{"rows", words("file sheet row person course active hours_attended status certificate gender birth_year role service service_kind comune score_before score_after satisfaction"), t.rowTable},
		{"facts", words("person course partner area kind month comune zone hours_attended hours_planned reached completed certificate score_before score_after satisfaction"), t.factTable},
		{"attendance", words("file sheet row person course date hours present"), t.attendance},
		{"sources", words("file partner month status superseded_by rows"), t.sources},
		{"problems", words("file sheet cell row rule field value"), t.problems},
	}
	tables = append(tables, t.indicators()...)
	for _, tb := range tables {
		if err := writeTable(filepath.Join(dir, filepath.FromSlash(tb.name)+".csv"), tb.head, tb.fill); err != nil {
			return err
		}
	}
	return nil
}

func (t *truth) participants(s sink) {
	for _, m := range t.members {
		p := m.person
		cf, birth := "", ""
		if p.shownCF {
			cf = p.cf
		}
		if !p.alone {
			birth = p.birth.Format(time.DateOnly)
		}
		s.row(p.id, yes(m.reached), p.surname, p.given, cf, birth, m.gender, m.role, m.service, m.kind, m.comune, t.zone(m.comune),
			m.first, itoa(m.courses), real(m.hours))
	}
}

func (t *truth) courseTable(s sink) {
	list := slices.Clone(t.courses)
	for _, c := range t.log.courses {
		if c.outside {
			list = append(list, c)
		}
	}
	for _, c := range list {
		venue, town, delivered, places := "", "", "", ""
		if tellsDelivered(c) {
			delivered = decimal(c.delivered)
		}
		if c.partner == "regione" || c.partner == "felcos" {
			venue, town, places = c.venue, c.town.code, itoa(c.places)
		}
		s.row(c.key, c.partner, folded(c.code), c.edition, c.title, c.kind, c.areaTold(), venue, town, iso(c.start).text, dateText(c.endTold()),
			decimal(c.planned), delivered, places, c.month(), yes(!c.outside))
	}
}

func (t *truth) rowTable(s sink) {
	for _, r := range t.log.rows {
		year := ""
		if r.birthYear > 0 {
			year = itoa(r.birthYear)
		}
		s.row(r.source.file, r.sheet, itoa(r.n), r.person.id, r.course.key, yes(r.source.status == "active"), real(r.hours), r.status,
			truthful(r.certificate), r.gender, year, r.role, r.service, r.kind, r.comune, real(r.before), real(r.after), real(r.satisfaction))
	}
}

func (t *truth) factTable(s sink) {
	for _, f := range t.facts {
		s.row(f.person.id, f.course.key, f.course.partner, f.course.areaTold(), f.course.kind, f.month, f.comune, t.zone(f.comune),
			real(f.hours), decimal(f.course.planned), yes(f.reached), truthful(f.completed), truthful(f.certificate),
			real(f.before), real(f.after), real(f.satisfaction))
	}
}

func (t *truth) attendance(s sink) {
	for _, m := range t.log.marks {
		s.row(m.row.source.file, m.row.sheet, itoa(m.row.n), m.row.person.id, m.row.course.key, m.date.Format(time.DateOnly),
			decimal(m.hours), yes(m.present))
	}
}

func (t *truth) sources(s sink) {
	for _, v := range t.log.sources {
		s.row(v.file, v.partner, v.month, v.status, v.by, itoa(v.rows))
	}
}

func (t *truth) problems(s sink) {
	for _, p := range t.log.problems {
		n := ""
		if p.row > 0 {
			n = itoa(p.row)
		}
		s.row(p.file, p.sheet, p.cell, n, p.rule, p.field, p.value)
	}
}

func yes(v bool) string { return strconv.FormatBool(v) }

func truthful(v *bool) string {
	if v == nil {
		return ""
	}
	return yes(*v)
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// rounded is a sum or a rate as indicators give it, to six decimals.
func rounded(v float64) string { return decimal(math.Round(v*1e6) / 1e6) }

func real(v *float64) string {
	if v == nil {
		return ""
	}
	return decimal(*v)
}

func dateText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
