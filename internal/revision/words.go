// Package revision owns what the name of a file, and of its folders, says about which version of a
// register it is: marks of corrections, copies, drafts, dates and deliveries. It must not know which
// files there are, nor what they hold.
package revision

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// wordsFile lists the words, under the program's data.
const wordsFile = "reference/revisions.yaml"

// list is the file as it is written.
type list struct {
	Sure       []string       `yaml:"sure"`
	Final      []string       `yaml:"final"`
	Numbered   []string       `yaml:"numbered"`
	Inside     []string       `yaml:"inside"`
	Copies     []string       `yaml:"copies"`
	Weak       []string       `yaml:"weak"`
	Drafts     []string       `yaml:"drafts"`
	Counted    []string       `yaml:"counted"`
	Ordinals   map[string]int `yaml:"ordinals"`
	Until      []string       `yaml:"until"`
	Of         []string       `yaml:"of"`
	From       []string       `yaml:"from"`
	Mail       []string       `yaml:"mail"`
	Sent       []string       `yaml:"sent"`
	Superseded []string       `yaml:"superseded"`
	Parts      []string       `yaml:"parts"`
	Staged     []string       `yaml:"staged"`
}

// A kind of mark.
type kind uint8

const (
	sure kind = iota + 1
	final
	numbered
	copied
	weak
	draft
	until
	of
	sent
	superseded
)

// A phrase is one mark in words.
type phrase struct {
	words []string
	kind  kind
}

// Words are the marks that names may bear.
type Words struct {
	phrases                            []phrase // longest first
	inside                             []phrase
	mail, parts, staged, counted, from map[string]bool
	ordinals                           map[string]int
	month                              map[string]int
}

// Load reads the words from the program's data.
func Load(data fs.FS) (*Words, error) {
	raw, err := fs.ReadFile(data, wordsFile)
	if err != nil {
		return nil, err
	}
	var l list
	if err := yaml.UnmarshalWithOptions(raw, &l, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("%s: %w", wordsFile, err)
	}
	w := &Words{mail: set(l.Mail), parts: set(l.Parts), staged: set(l.Staged), counted: set(l.Counted), from: set(l.From),
		ordinals: l.Ordinals, month: monthNames()}
	for _, g := range []struct {
		kind kind
		list []string
	}{{sure, l.Sure}, {final, l.Final}, {numbered, l.Numbered}, {copied, l.Copies}, {weak, l.Weak}, {draft, l.Drafts},
		{until, l.Until}, {of, l.Of}, {sent, l.Sent}, {superseded, l.Superseded}} {
		w.phrases = append(w.phrases, phrases(g.kind, g.list)...)
	}
	w.inside = phrases(sure, l.Inside)
	for _, p := range [][]phrase{w.phrases, w.inside} {
		slices.SortStableFunc(p, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return w, nil
}

func phrases(k kind, list []string) []phrase {
	out := make([]phrase, len(list))
	for i, s := range list {
		out[i] = phrase{strings.Fields(s), k}
	}
	return out
}

func set(list []string) map[string]bool {
	out := make(map[string]bool, len(list))
	for _, s := range list {
		out[s] = true
	}
	return out
}

// monthNames are the months in words, whole and short, Italian and English.
func monthNames() map[string]int {
	out := map[string]int{}
	for _, names := range []string{
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"gen feb mar apr mag giu lug ago set ott nov dic",
		"january february march april may june july august september october november december",
		"jan feb mar apr may jun jul aug sep oct nov dec",
	} {
		for i, name := range strings.Fields(names) {
			out[name] = i + 1
		}
	}
	out["sett"] = 9
	return out
}
