package normalise

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"formare/internal/config"
	"formare/internal/typo"

	"github.com/goccy/go-yaml"
)

// A Lexicon holds the words for values. It never changes once made, so one is made a run and used by any number of goroutines.
type Lexicon struct {
	yes, no              map[string]bool
	present, absent      map[string]bool
	status, gender, kind map[string]string
	certified            map[string]bool
	ratings              map[string]float64
	roles                phrases
	given, surnames      map[string]bool
	words                func() map[string]bool // that findings may quote, folded
	services             services
}

// LoadLexicon reads the lexicons of the folder "reference" of fsys.
func LoadLexicon(fsys fs.FS) (*Lexicon, error) {
	l := &Lexicon{}
	for _, load := range []func(fs.FS) error{l.loadValues, l.loadGivenNames, l.loadRoles, l.loadServices, l.loadWords} {
		if err := load(fsys); err != nil {
			return nil, fmt.Errorf("lexicon: %w", err)
		}
	}
	return l, nil
}

// WithSynonyms gives a lexicon that also knows the configuration's roles and services; they win over
// the program's own.
func (l *Lexicon) WithSynonyms(syn config.Synonyms) *Lexicon {
	out := *l
	out.roles.exact = maps.Clone(l.roles.exact)
	for _, role := range slices.Sorted(maps.Keys(syn.Roles)) {
		canonical := strings.ToLower(squeeze(role))
		for _, w := range append([]string{role}, syn.Roles[role]...) {
			out.roles.add(w, canonical)
		}
	}
	out.services.told = map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(syn.Services)) {
		for _, w := range append([]string{name}, syn.Services[name]...) {
			out.services.told[fold(w)] = squeeze(name)
		}
	}
	return &out
}

func readYAML(fsys fs.FS, name string, into any) error {
	raw, err := fs.ReadFile(fsys, path.Join("reference", name))
	if err != nil {
		return err
	}
	if err := yaml.UnmarshalWithOptions(raw, into, yaml.Strict()); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func (l *Lexicon) loadValues(fsys fs.FS) error {
	var file struct {
		Yes       []string            `yaml:"yes"`
		No        []string            `yaml:"no"`
		Status    map[string][]string `yaml:"status"`
		Certified []string            `yaml:"certified"`
		Gender    map[string][]string `yaml:"gender"`
		Kind      map[string][]string `yaml:"kind"`
		Rating    map[string][]string `yaml:"rating"`
		Present   []string            `yaml:"present"`
		Absent    []string            `yaml:"absent"`
	}
	if err := readYAML(fsys, "values.yaml", &file); err != nil {
		return err
	}
	l.yes, l.no = wordSet(file.Yes), wordSet(file.No)
	l.present, l.absent = wordSet(file.Present), wordSet(file.Absent)
	l.certified = wordSet(file.Certified)
	l.ratings = map[string]float64{}
	var err error
	if l.status, err = wordMap(file.Status); err != nil {
		return fmt.Errorf("values.yaml: status: %w", err)
	}
	if l.gender, err = wordMap(file.Gender); err != nil {
		return fmt.Errorf("values.yaml: gender: %w", err)
	}
	if l.kind, err = wordMap(file.Kind); err != nil {
		return fmt.Errorf("values.yaml: kind: %w", err)
	}
	for share, words := range file.Rating {
		v, err := strconv.ParseFloat(share, 64)
		if err != nil || v < 0 || v > 1 {
			return fmt.Errorf("values.yaml: rating %q is no share", share)
		}
		for _, w := range words {
			l.ratings[fold(w)] = v
		}
	}
	return nil
}

// rating reads an answer of a questionnaire in words.
func (l *Lexicon) rating(text string) (float64, bool) {
	if text == "" || text[0] >= '0' && text[0] <= '9' {
		return 0, false
	}
	v, ok := l.ratings[fold(text)]
	return v, ok
}

func wordSet(words []string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		if f := fold(w); f != "" {
			out[f] = true
		} else {
			out[w] = true // a tick
		}
	}
	return out
}

// wordMap turns a value's words into a map from word to value; a word of two values is an error.
func wordMap(values map[string][]string) (map[string]string, error) {
	out := map[string]string{}
	for _, v := range slices.Sorted(maps.Keys(values)) {
		for _, w := range append([]string{v}, values[v]...) {
			f := fold(w)
			if old, ok := out[f]; ok && old != v {
				return nil, fmt.Errorf("%q stands for %s and %s", w, old, v)
			}
			out[f] = v
		}
	}
	return out, nil
}

func (l *Lexicon) loadGivenNames(fsys fs.FS) error {
	l.given = map[string]bool{}
	return eachName(fsys, "reference/given_names.txt", func(w string) { l.given[w] = true })
}

// eachName calls f for every name of a list, one a line.
func eachName(fsys fs.FS, file string, f func(string)) error {
	raw, err := fs.ReadFile(fsys, file)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(bytes.NewReader(raw))
	for lines.Scan() {
		if w := strings.TrimSpace(lines.Text()); w != "" && w[0] != '#' {
			f(w)
		}
	}
	return lines.Err()
}

func (l *Lexicon) loadRoles(fsys fs.FS) error {
	var file map[string][]string
	if err := readYAML(fsys, "roles.yaml", &file); err != nil {
		return err
	}
	l.roles = newPhrases()
	for _, role := range slices.Sorted(maps.Keys(file)) {
		l.roles.add(role, role)
		for _, w := range file[role] {
			l.roles.add(w, role)
		}
	}
	return nil
}

// Roles lists the canonical roles, those of the configuration too, in the order of the alphabet; what stands
// for any other comes last.
func (l *Lexicon) Roles() []string {
	const other = "altro"
	var out []string
	for _, role := range l.roles.exact {
		if role != other {
			out = append(out, role)
		}
	}
	slices.Sort(out)
	return append(slices.Compact(out), other)
}

// role gives the canonical role of a text; one that the lexicon does not know comes back in lower case.
func (l *Lexicon) role(text string) string {
	text = cut(text, mostName)
	f := fold(genders.ReplaceAllString(text, ""))
	if v, ok := l.roles.find(f); ok {
		return v
	}
	if v, ok := l.roles.near(f); ok {
		return v
	}
	if l.onlyGiven(f) {
		return "" // a name that slipped into the column is never shown as a role
	}
	return strings.ToLower(squeeze(text))
}

// onlyGiven says whether all words of a folded text are given names.
func (l *Lexicon) onlyGiven(folded string) bool {
	words := strings.Fields(strings.ToUpper(folded))
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !l.given[w] })
}

// phrases finds values by whole texts or by the longest phrase that a text contains.
type phrases struct {
	exact   map[string]string
	longest int // words of the longest phrase
}

func newPhrases() phrases { return phrases{exact: map[string]string{}} }

// add lets a later phrase win, so that the configuration's words come last.
func (p *phrases) add(phrase, value string) {
	f := fold(phrase)
	if f == "" {
		return
	}
	p.exact[f] = value
	p.longest = max(p.longest, strings.Count(f, " ")+1)
}

// find takes folded words. Phrases of one or two letters count only as the whole text.
func (p *phrases) find(folded string) (string, bool) {
	if v, ok := p.exact[folded]; ok {
		return v, true
	}
	words := strings.Fields(folded)
	for n := min(p.longest, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			phrase := strings.Join(words[i:i+n], " ")
			if len(phrase) < 4 {
				continue
			}
			if v, ok := p.exact[phrase]; ok {
				return v, true
			}
		}
	}
	return "", false
}

// near finds the value of the phrase that a text misspells: one letter wrong in eight or more, two in sixteen, and
// no phrase of another value as near.
func (p *phrases) near(folded string) (string, bool) {
	if len(folded) < 8 {
		return "", false
	}
	limit := 1
	if len(folded) >= 16 {
		limit = 2
	}
	best, found := limit+1, ""
	for phrase, value := range p.exact {
		if len(phrase) < 8 {
			continue
		}
		switch d := typo.Distance(folded, phrase, limit); {
		case d > limit || d > best:
		case d < best:
			best, found = d, value
		case value != found:
			found = ""
		}
	}
	return found, found != ""
}
