package normalise

import (
	"strconv"
	"strings"
	"time"

	"formare/internal/finding"
	"formare/internal/territory"
	"formare/internal/workbook"
)

// A problem says what was wrong with a value; the zero value is none.
type problem struct {
	rule finding.Rule
	used string
	args map[string]string
}

// A reader turns cells into values of each kind. It keeps what it read in bounded caches, for
// registers repeat their texts in row after row, and is made for one source.
type reader struct {
	lex    *Lexicon
	land   *territory.Territory
	comuni *comuneNames
	areas  []area
	period Period
	year   int // in which dates without a century are placed

	texts    memo[repaired]
	comunes  memo[comuneRead]
	areaOf   memo[string]
	roles    memo[string]
	services memo[serviceRead]
	dates    [2]memo[span]
	hourText memo[durationRead]
	markText memo[markRead]
	codes    memo[string]
	editions memo[string]
	titles   memo[string]
	genders  memo[string]
	yesNos   memo[yesNoRead]
	outcomes memo[outcomeRead]
}

type repaired struct {
	text    string
	changed bool
}

type comuneRead struct {
	istat string
	problem
}

type durationRead struct {
	duration
	ok bool
}

type markRead struct {
	mark
	ok bool
}

type yesNoRead struct{ yes, ok bool }

type outcomeRead struct {
	outcome
	ok bool
}

type serviceRead struct{ name, kind, comune string }

// memoSize and memoText bound a cache and the texts in it; what is beyond is worked out each time.
const (
	memoSize = 1 << 14
	memoText = 256
)

// mostName bounds the work on a text that should be a name, of a person, an office or an area.
const mostName = 300

// A memo remembers the result of reading a text.
type memo[T any] struct{ m map[string]T }

func (c *memo[T]) get(text string, read func(string) T) T {
	if v, ok := c.m[text]; ok {
		return v
	}
	v := read(text)
	if len(text) > memoText {
		return v
	}
	if c.m == nil {
		c.m = map[string]T{}
	}
	if len(c.m) < memoSize {
		c.m[strings.Clone(text)] = v
	}
	return v
}

func newReader(ctx *Context) *reader {
	return &reader{
		lex: ctx.Lexicon, land: ctx.Territory, comuni: newComuneNames(ctx.Territory),
		areas:  foldAreas(ctx.Areas),
		period: ctx.Period, year: ctx.Period.year(ctx.SourceMonth),
	}
}

// yearOf gives the year of a month that was written without one.
func (r *reader) yearOf(m time.Month) int { return r.period.yearOf(m) }

// dateOf is date with a cache for texts.
func (r *reader) dateOf(c *workbook.Cell, use dateUse) span {
	if c.Kind != workbook.Text {
		return r.date(c, use)
	}
	return r.dates[use].get(c.Text, func(text string) span {
		s := r.date(c, use)
		s.order = orderOf(text)
		return s
	})
}

// hours is hours with a cache for texts.
func (r *reader) hours(c *workbook.Cell) (duration, bool) {
	if c.Kind != workbook.Text {
		return hours(c)
	}
	v := r.hourText.get(c.Text, func(s string) durationRead {
		d, ok := hoursText(s)
		return durationRead{d, ok}
	})
	return v.duration, v.ok
}

// text gives a cell's value as clean text, broken encodings undone. Numbers are written plainly.
func (r *reader) text(c *workbook.Cell) (text string, undone bool) {
	switch c.Kind {
	case workbook.Text:
		v := r.texts.get(c.Text, func(s string) repaired {
			s, changed := unscramble(s)
			return repaired{squeeze(s), changed}
		})
		return v.text, v.changed
	case workbook.Number:
		return strconv.FormatFloat(c.Num, 'f', -1, 64), false
	case workbook.Date:
		return serialDate(c.Num).String(), false
	case workbook.Bool:
		if c.Num != 0 {
			return "true", false
		}
		return "false", false
	}
	return c.Text, false
}

// empty says that a cell holds no value.
func empty(c *workbook.Cell) bool {
	return c.Kind == workbook.Empty || c.Kind == workbook.Text && nothing(c.Text)
}

// shown writes a cell as a finding quotes it.
func (r *reader) shown(c *workbook.Cell) string {
	if c.Kind == workbook.Number && c.Format == workbook.Percent {
		return strconv.FormatFloat(c.Num*100, 'g', 12, 64) + "%"
	}
	text, _ := r.text(c)
	if text == "" {
		return strings.TrimSpace(c.Text)
	}
	return text
}
