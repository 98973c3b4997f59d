package normalise

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// spellings runs read over a table of testdata/spellings: what is read, then the spellings of it.
func spellings(t *testing.T, name string, atLeast int, read func(text string) string) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "spellings", name))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		want, texts, ok := strings.Cut(line, " | ")
		if !ok {
			t.Fatalf("%s: line %q", name, line)
		}
		for text := range strings.SplitSeq(texts, " | ") {
			n++
			if got := read(text); got != want {
				t.Errorf("%q: %q, want %q", text, got, want)
			}
		}
	}
	if n < atLeast {
		t.Errorf("%s has only %d spellings", name, n)
	}
}

func TestDateSpellings(t *testing.T) {
	r := testReader(t)
	spellings(t, "dates.txt", 150, func(text string) string {
		return r.plausible(r.dateText(text, courseDate), courseDate).said()
	})
}

func TestHoursSpellings(t *testing.T) {
	spellings(t, "hours.txt", 80, func(text string) string {
		d, ok := hoursText(text)
		switch {
		case !ok:
			return "-"
		case d.isShare:
			return decimal(d.share*100) + "%"
		}
		return decimal(d.hours)
	})
}

func TestMarkSpellings(t *testing.T) {
	r := testReader(t)
	spellings(t, "marks.txt", 80, func(text string) string {
		c := cellOf(text, 1)
		m, ok := r.mark(&c)
		switch {
		case !ok:
			return "-"
		case m.scale == 0:
			return decimal(m.value)
		case m.value == 0:
			return "0/1"
		case m.scale == 100:
			return decimal(m.share()) + "/1"
		}
		return decimal(m.value) + "/" + decimal(m.scale)
	})
}

func TestOutcomeSpellings(t *testing.T) {
	r := testReader(t)
	spellings(t, "outcomes.txt", 80, func(text string) string {
		c := cellOf(text, 1)
		out, ok := r.outcome(&c, "Esito")
		if !ok {
			return "-"
		}
		got := out.status
		if out.certificate != nil {
			got += fmt.Sprintf(" cert=%v", *out.certificate)
		}
		if out.share != nil {
			got += fmt.Sprintf(" share=%v", *out.share)
		}
		return got
	})
}

func TestYesNoSpellings(t *testing.T) {
	r := testReader(t)
	spellings(t, "yesno.txt", 80, func(text string) string {
		c := cellOf(text, 1)
		yes, ok := r.yesNo(&c)
		if !ok {
			return "-"
		}
		return map[bool]string{true: "yes", false: "no"}[yes]
	})
}

func TestFullNameSpellings(t *testing.T) {
	r := testReader(t)
	spellings(t, "fullnames.txt", 100, func(text string) string {
		words, comma := r.lex.nameWords(text)
		if len(words) < 2 {
			return strings.Join(words, " ") + ", "
		}
		if comma > 0 {
			return strings.Join(words[:comma], " ") + ", " + strings.Join(words[comma:], " ")
		}
		order := r.lex.orderByLexicon(words)
		if order == orderUnknown {
			order = surnameFirst
		}
		surname, given := r.lex.splitByOrder(words, order)
		return surname + ", " + given
	})
}

func TestRoleSpellings(t *testing.T) {
	r := testReader(t)
	spellings(t, "roles.txt", 60, r.lex.role)
}

func TestServiceSpellings(t *testing.T) {
	r := testReader(t)
	spellings(t, "services.txt", 120, func(text string) string {
		name, kind, _ := r.lex.service(text, r.comuni, "")
		return name + "; " + kind
	})
}
