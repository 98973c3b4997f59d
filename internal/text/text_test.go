package text

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func catalogue(t *testing.T, lang string) *Catalogue {
	t.Helper()
	c, err := For(lang)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var placeholder = regexp.MustCompile(`\{[a-z_0-9]+\}`)

// Every message exists in every language, with the same placeholders.
func TestLanguagesAreComplete(t *testing.T) {
	first := catalogue(t, Languages[0])
	for _, lang := range Languages[1:] {
		other := catalogue(t, lang)
		if a, b := first.IDs(), other.IDs(); !slices.Equal(a, b) {
			for _, id := range a {
				if !other.Has(id) {
					t.Errorf("%s lacks %s", lang, id)
				}
			}
			for _, id := range b {
				if !first.Has(id) {
					t.Errorf("%s lacks %s", Languages[0], id)
				}
			}
		}
		for _, id := range first.IDs() {
			want, got := holes(first.messages[id]), holes(other.messages[id])
			if other.Has(id) && !slices.Equal(want, got) {
				t.Errorf("%s: placeholders %v in %s, %v in %s", id, want, Languages[0], got, lang)
			}
		}
	}
}

func holes(msg string) []string {
	found := placeholder.FindAllString(msg, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestNumber(t *testing.T) {
	it, en := catalogue(t, "it"), catalogue(t, "en")
	tests := []struct {
		v        float64
		decimals int
		it, en   string
	}{
		{0, 0, "0", "0"},
		{999, 0, "999", "999"},
		{1000, 0, "1.000", "1,000"},
		{1234567.891, 1, "1.234.567,9", "1,234,567.9"},
		{-4, 0, "−4", "−4"},
		{2.5, 0, "3", "3"},
		{0.05, 1, "0,1", "0.1"},
		{-0.4, 0, "0", "0"},
	}
	for _, tt := range tests {
		if got := it.Number(tt.v, tt.decimals); got != tt.it {
			t.Errorf("it: Number(%v, %d) = %q, want %q", tt.v, tt.decimals, got, tt.it)
		}
		if got := en.Number(tt.v, tt.decimals); got != tt.en {
			t.Errorf("en: Number(%v, %d) = %q, want %q", tt.v, tt.decimals, got, tt.en)
		}
	}
}

func TestPercent(t *testing.T) {
	it := catalogue(t, "it")
	tests := []struct {
		share    float64
		decimals int
		want     string
	}{
		{0.84, 0, "84%"}, {0.026, 1, "2,6%"}, {0, 0, "0%"}, {1, 0, "100%"}, {1.03, 0, "103%"},
		{0.001, 0, "meno dell'1%"}, {0.999, 0, "99%"}, {0.9999, 1, "99,9%"},
	}
	for _, tt := range tests {
		if got := it.Percent(tt.share, tt.decimals); got != tt.want {
			t.Errorf("Percent(%v, %d) = %q, want %q", tt.share, tt.decimals, got, tt.want)
		}
	}
}

func TestWords(t *testing.T) {
	it := catalogue(t, "it")
	for n, want := range map[int]string{0: "zero", 2: "due", 12: "dodici", 13: "13", 1200: "1.200", -1: "−1"} {
		if got := it.Word(n); got != want {
			t.Errorf("Word(%d) = %q, want %q", n, got, want)
		}
	}
	if got := it.MonthYear("2018-03"); got != "marzo 2018" {
		t.Errorf("MonthYear = %q", got)
	}
	if got := it.List([]string{"a", "b", "c"}); got != "a, b e c" {
		t.Errorf("List = %q", got)
	}
	if got := it.Count("run.files", 1); got != "1 file in data/inbox" {
		t.Errorf("Count = %q", got)
	}
	if got := it.Msg("no.such.id"); got != "no.such.id" {
		t.Errorf("a missing message: %q", got)
	}
}

func TestExplain(t *testing.T) {
	it := catalogue(t, "it")
	err := Errorf("inbox", &fs.PathError{Op: "open", Path: "x", Err: fs.ErrNotExist})
	msg, hint := it.Explain(err)
	if msg != "impossibile leggere data/inbox: x: il file o la cartella non esiste" || hint == "" {
		t.Errorf("Explain = %q, %q", msg, hint)
	}
	if msg, _ := it.Explain(fmt.Errorf("view x: %w", err)); !strings.HasPrefix(msg, "view x: impossibile leggere") {
		t.Errorf("what stands around an error was lost: %q", msg)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		t.Error("the cause was lost")
	}
	if err.Error() != "cannot read data/inbox: x: the file or folder does not exist" {
		t.Errorf("Error = %q", err.Error())
	}
}
