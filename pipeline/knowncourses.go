package pipeline

import (
	"context"
	"strings"

	"formare/internal/finding"
	"formare/internal/normalise"
	"formare/internal/store"
	"formare/internal/table"
	"formare/internal/text"

	"golang.org/x/sync/errgroup"
)

// A source that tells neither its month nor a day can still be placed when its courses have their days in
// other files of the same partner: the calendar in one, the people in another. That is settled when all
// files have been read, from those that know their days by themselves, so that no order matters.

// waitsForOthers says that what became of a source hangs on the partner's other files.
func waitsForOthers(s *store.Source) bool {
	return s.MonthByCourses || s.Reason == string(finding.SourceUnknownMonth)
}

// again moves the sources that hang on others from those that hold to those that are read, once there is
// any news.
func (p *plan) again(files []store.File) {
	if len(p.read) == 0 && p.gone == 0 {
		return
	}
	wait := map[string]bool{}
	kept := p.holds[:0]
	for _, s := range p.holds {
		if waitsForOthers(&s) && !s.Overwritten {
			wait[s.ID] = true
			continue
		}
		kept = append(kept, s)
	}
	p.holds = kept
	for _, f := range files {
		if wait[store.SourceID(f.Path, f.SHA256)] {
			p.read = append(p.read, f)
			p.anew++
		}
	}
}

// placeByCourses reads those again whose courses other files of the partner know.
func (j *job) placeByCourses(ctx context.Context, p plan, read []*reading) error {
	known := map[string]map[string]normalise.KnownCourse{}
	for _, r := range read {
		if r.source.Reason == string(finding.SourceUnknownMonth) && len(r.courses) > 0 {
			known[r.source.Partner] = nil
		}
	}
	for partner := range known {
		courses, err := j.knownCourses(ctx, partner, p.holds, read)
		if err != nil {
			return text.Errorf("tables", err)
		}
		known[partner] = courses
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(j.cfg.workers())
	for i, r := range read {
		month := ""
		if r.source.Reason == string(finding.SourceUnknownMonth) {
			month = j.monthByCourses(r.courses, known[r.source.Partner])
		}
		if month == "" {
			continue
		}
		group.Go(func() error {
			s := j.newSource(p.read[i])
			s.month, s.monthOfDates, s.known = month, true, known[r.source.Partner]
			again, err := j.readSource(ctx, s)
			if err != nil {
				return text.Errorf("ingest", err, "file", s.file.Path)
			}
			again.source.MonthByCourses = true
			read[i] = again
			return nil
		})
	}
	return group.Wait()
}

// monthByCourses gives the last month of the programme in which courses of a source were held, if others
// know most of them.
func (j *job) monthByCourses(courses map[string]bool, known map[string]normalise.KnownCourse) string {
	last, found := "", 0
	for key := range courses {
		if k, ok := known[key]; ok {
			found++
			if j.period().Holds(k.Month) {
				last = max(last, k.Month)
			}
		}
	}
	if 2*found < len(courses) {
		return ""
	}
	return last
}

// knownCourses lists the dated courses of a partner's sources by their keys, and by their titles where only
// one has that title.
func (j *job) knownCourses(ctx context.Context, partner string, holds []store.Source, read []*reading) (map[string]normalise.KnownCourse, error) {
	out, byTitle := map[string]normalise.KnownCourse{}, map[string]normalise.KnownCourse{}
	see := func(s *store.Source) error {
		if s.Partner != partner || s.Status == store.SetAside || s.MonthByCourses || s.Overwritten {
			return nil
		}
		for _, f := range s.Files {
			if tableOf(f) != table.Courses {
				continue
			}
			frame, err := table.ReadFile(ctx, j.tableFile(f))
			if err != nil {
				return err
			}
			noteCourses(frame, partner, out, byTitle)
		}
		return nil
	}
	for i := range holds {
		if err := see(&holds[i]); err != nil {
			return nil, err
		}
	}
	for _, r := range read {
		if err := see(&r.source); err != nil {
			return nil, err
		}
	}
	for title, k := range byTitle {
		if _, taken := out[title]; !taken && k.Key != "" {
			k.Month = out[k.Key].Month
			out[title] = k
		}
	}
	return out, nil
}

// noteCourses adds a source's dated courses. Of two months of one course the later one counts; a title of two
// courses names neither, and has no key.
func noteCourses(f *table.Frame, partner string, byKey, byTitle map[string]normalise.KnownCourse) {
	at := func(row []any, name string) string {
		s, _ := row[f.Col(name)].(string)
		return s
	}
	for _, row := range f.Rows {
		key, month := at(row, "course"), at(row, "month")
		if row[f.Col("start_date")] == nil || !strings.HasPrefix(key, partner+"/") {
			continue
		}
		byKey[key] = normalise.KnownCourse{Key: key, Month: max(month, byKey[key].Month)}
		title := at(row, "title")
		if title == "" {
			continue
		}
		name := normalise.TitleKey(partner, title)
		if k, seen := byTitle[name]; seen && k.Key != key {
			key = ""
		}
		byTitle[name] = normalise.KnownCourse{Key: key}
	}
}
