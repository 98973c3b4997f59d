package figure

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"formare/internal/disclosure"
	"formare/internal/indicator"
	"formare/internal/text"
)

// A Phrase is a text by language, with {placeholders}. In a file it may stand once for all languages.
type Phrase map[string]string

// UnmarshalYAML reads a text, or one for each language.
func (p *Phrase) UnmarshalYAML(read func(any) error) error {
	var one string
	if err := read(&one); err == nil {
		*p = Phrase{}
		for _, lang := range text.Languages {
			(*p)[lang] = one
		}
		return nil
	}
	var each map[string]string
	if err := read(&each); err != nil {
		return err
	}
	*p = each
	return nil
}

var holeForm = regexp.MustCompile(`\{([^{}]*)\}`)

func holesOf(s string) []string {
	var all []string
	for _, m := range holeForm.FindAllStringSubmatch(s, -1) {
		all = append(all, m[1])
	}
	return all
}

// What a phrase may tell: of the programme, of its headline numbers, and of the rows that are drawn.
var (
	aboutHoles   = []string{"programme", "region", "period", "month"}
	measureHoles = []string{"interventions", "hours_delivered", "participants", "services", "comuni_covered", "coverage",
		"zones_covered", "months_active", "enrolments", "person_hours", "completion_rate", "certificates"}
	rowHoles = []string{"rows", "total", "first", "first_value", "second", "second_value", "last", "last_value"}
)

func holeNames() []string { return slices.Concat(aboutHoles, measureHoles, rowHoles) }

func knownHole(name string) bool { return slices.Contains(holeNames(), name) }

// phrase fills a text in. It fails where one of its numbers is hidden, rounded or unknown: then the figure
// says what it can say without it. first is the first number in it, -1 where there is none.
func (f *frame) phrase(p Phrase) (s string, first int, ok bool) {
	s, first = p[f.cat.Lang], -1
	var pairs []string
	for _, hole := range holesOf(s) {
		words, n, ok := f.fillHole(hole)
		if !ok {
			return "", -1, false
		}
		if first < 0 {
			first = n
		}
		pairs = append(pairs, "{"+hole+"}", words)
	}
	return strings.NewReplacer(pairs...).Replace(s), first, true
}

func (f *frame) fillHole(hole string) (words string, n int, ok bool) {
	switch hole {
	case "programme":
		return f.ctx.ProgrammeName, -1, true
	case "region":
		return f.ctx.Region, -1, true
	case "period":
		return f.period(f.ctx.months()), -1, true
	case "month":
		return f.cat.MonthYear(f.ctx.lastTold()), -1, true
	}
	if slices.Contains(measureHoles, hole) {
		c := f.headlineValue(hole)
		if !c.exact() {
			return "", -1, false
		}
		return f.measureWords(hole, c.num), c.int(), true
	}
	return f.ranked().hole(hole)
}

// headlineValue looks a measure up in the headline table, whichever indicator is drawn.
func (f *frame) headlineValue(measure string) cell {
	t := f.table("headline")
	for i := range t.rows() {
		if t.str(i, "measure") == measure {
			return t.at(i, "value")
		}
	}
	return cell{}
}

// measureWords writes a headline number by what it is of.
func (f *frame) measureWords(measure string, v float64) string {
	switch measure {
	case "coverage", "completion_rate":
		return f.percent(v, 100)
	case "hours_delivered", "person_hours":
		return f.hours(v)
	}
	return f.whole(v)
}

// ownTitle is the title that the figure's file gives; "" where it gives none or it cannot be told.
func (f *frame) ownTitle() string {
	own := f.spec.Own
	if own.Title != nil {
		s, first, ok := f.phrase(own.Title)
		if ok && first == 1 && own.TitleOne != nil {
			s, _, ok = f.phrase(own.TitleOne)
		}
		if ok {
			return s
		}
	}
	return f.ownName()
}

// ownName is the title without numbers.
func (f *frame) ownName() string {
	if f.spec.Own.Name == nil {
		return ""
	}
	s, _, _ := f.phrase(f.spec.Own.Name)
	return s
}

// ownWords puts a text of the figure's file in the place of the kind's own.
func (f *frame) ownWords(p Phrase, instead string) string {
	if p == nil {
		return instead
	}
	if s, _, ok := f.phrase(p); ok {
		return s
	}
	return instead
}

// hidesPart says that the drawn table has a value that disclosure took away.
func (f *frame) hidesPart() bool {
	t := f.tables[f.spec.Indicators[0]]
	if t == nil {
		return false
	}
	return slices.ContainsFunc(t.Marks, func(marks []disclosure.Mark) bool {
		return slices.ContainsFunc(marks, func(m disclosure.Mark) bool { return m == disclosure.Small || m == disclosure.Protected })
	})
}

// A rankedRow is a label with its value.
type rankedRow struct {
	label string
	value cell
}

// A ranked table is one of labels and values, the largest first, those without a number last.
type ranked struct {
	*frame
	rows []rankedRow
	unit string
}

// ranked reads the columns that the file names, else the first of text and the first of numbers.
func (f *frame) ranked() ranked {
	r := ranked{frame: f}
	t := f.table(f.spec.Indicators[0])
	label, value := f.spec.Columns.Label, f.spec.Columns.Value
	if t.t == nil {
		return r
	}
	for _, c := range t.t.Columns {
		number := c.Kind == indicator.Integer || c.Kind == indicator.Real
		if number && (value == "" || value == c.Name) {
			value, r.unit = c.Name, c.Unit
		}
		if !number && label == "" {
			label = c.Name
		}
	}
	for i := range t.rows() {
		row := rankedRow{label: f.rowLabel(label, t.str(i, label)), value: t.at(i, value)}
		if row.label != "" {
			r.rows = append(r.rows, row)
		}
	}
	slices.SortStableFunc(r.rows, func(a, b rankedRow) int {
		return cmp.Or(compareBool(b.value.known, a.value.known), cmp.Compare(b.value.num, a.value.num))
	})
	return r
}

// rowLabel writes a value of a column as people read it.
func (f *frame) rowLabel(column, v string) string {
	switch {
	case v == "":
		return ""
	case column == "area":
		return name(f.ctx.areaLabel(v))
	case column == "partner":
		return f.ctx.partnerName(v)
	case column == "month":
		return f.cat.MonthYear(v)
	case column == "measure" && f.cat.Has("measure."+v):
		return f.msg("measure." + v)
	case f.cat.Has("value." + column + "." + v):
		return f.msg("value." + column + "." + v)
	}
	return name(v)
}

// words writes a value by its unit.
func (r ranked) words(v float64) string {
	switch {
	case r.unit == "share":
		return r.percent(v, 100)
	case r.unit == "hours":
		return r.hours(v)
	case r.unit == "per_10k":
		return r.cat.Number(v, 1)
	case r.unit == "index":
		return r.cat.Number(v, 2)
	case v != float64(int(v)):
		return r.cat.Number(v, 1)
	}
	return r.short(v)
}

func (r ranked) hole(name string) (string, int, bool) {
	exact := func(c rankedRow) bool { return c.value.exact() }
	all := len(r.rows) > 0 && !slices.ContainsFunc(r.rows, func(c rankedRow) bool { return !exact(c) })
	at := map[string]int{"first": 0, "first_value": 0, "second": 1, "second_value": 1, "last": len(r.rows) - 1, "last_value": len(r.rows) - 1}
	switch {
	case name == "rows":
		return r.int(len(r.rows)), len(r.rows), true
	case !all: // a hidden value may be the largest, and is a part of the sum
		return "", -1, false
	case name == "total":
		sum := 0.0
		for _, row := range r.rows {
			sum += row.value.num
		}
		return r.words(sum), int(sum + 0.5), true
	}
	i, ok := at[name]
	if !ok || i >= len(r.rows) {
		return "", -1, false
	}
	if strings.HasSuffix(name, "_value") {
		return r.words(r.rows[i].value.num), r.rows[i].value.int(), true
	}
	return r.rows[i].label, -1, true
}
