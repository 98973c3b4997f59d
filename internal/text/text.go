// Package text owns every word that users read: messages, titles and labels by language, plural forms,
// and the Italian and English ways to write numbers, dates and lists. The words stand in data/text.
// It must not know who shows them.
package text

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"formare/data"

	"github.com/goccy/go-yaml"
)

// Languages that the catalogue has, the default first.
var Languages = []string{"it", "en"}

// A Catalogue gives the words of one language.
type Catalogue struct {
	Lang     string
	messages map[string]string
}

// For gives the catalogue of a language. The catalogue is part of the program, so an unknown language
// is an error of the caller's; a broken catalogue is a fault that the tests find.
func For(lang string) (*Catalogue, error) {
	if !slices.Contains(Languages, lang) {
		return nil, fmt.Errorf("language %q is not one of %s", lang, strings.Join(Languages, ", "))
	}
	c := &Catalogue{Lang: lang, messages: map[string]string{}}
	files, err := fs.Glob(data.FS, path.Join("text", lang, "*.yaml"))
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		raw, err := fs.ReadFile(data.FS, name)
		if err != nil {
			return nil, err
		}
		var part map[string]string
		if err := yaml.Unmarshal(raw, &part); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for id, msg := range part {
			if _, twice := c.messages[id]; twice {
				return nil, fmt.Errorf("%s: message %q stands twice", name, id)
			}
			c.messages[id] = msg
		}
	}
	return c, nil
}

// Has says whether the catalogue has a message.
func (c *Catalogue) Has(id string) bool { _, ok := c.messages[id]; return ok }

// IDs lists the catalogue's messages, sorted.
func (c *Catalogue) IDs() []string {
	ids := make([]string, 0, len(c.messages))
	for id := range c.messages {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// Msg gives a message with its {names} filled in from pairs: Msg("run.read", "n", "12", "file", name).
// An id that the catalogue does not have comes back as it is, so that a gap is seen and not silent.
func (c *Catalogue) Msg(id string, pairs ...string) string {
	msg, ok := c.messages[id]
	if !ok {
		return id
	}
	if len(pairs) == 0 {
		return msg
	}
	old := make([]string, 0, len(pairs))
	for i := 0; i+1 < len(pairs); i += 2 {
		old = append(old, "{"+pairs[i]+"}", pairs[i+1])
	}
	return strings.NewReplacer(old...).Replace(msg)
}

// Count gives the form of a message for n things: id.zero (if it exists), id.one or id.other, with {n}
// filled in as a number of the language.
func (c *Catalogue) Count(id string, n int, pairs ...string) string {
	form := ".other"
	switch {
	case n == 0 && c.Has(id+".zero"):
		form = ".zero"
	case n == 1:
		form = ".one"
	}
	return c.Msg(id+form, append([]string{"n", c.Int(n)}, pairs...)...)
}
