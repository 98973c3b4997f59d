package register

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// A Lexicon knows what headers, labels and rows that are no data look like. It is data; see
// reference/headers.yaml. It is safe for concurrent use.
type Lexicon struct {
	folder
	phrases    []phrase         // every header text, in a fixed order
	exact      map[string][]int // phrases by their words
	core       map[string][]int // phrases by their words without the small ones
	byWord     map[string][]int // phrases by each of their words
	ambiguous  map[string]map[string]Field
	groups     map[string]string // words of a group header → its name
	qualifiers map[string]string // words that say whose a column is → person, workplace, teacher
	labels     map[string]Field
	rows       map[string][][]string
	starts     map[string]map[string]bool // first letters of the texts of each kind of row
	sheets     map[string]bool
	wanted     []string              // a few of the texts that name a course
	titles     map[string][][]string // words of lines that are no course's title, by what they are
	months     map[string]int
	days       map[string]bool
	sessions   map[string]bool
}

// phrase is one way to write the header of a field.
type phrase struct {
	field Field
	words []string // folded, without small words
	joint string   // the words written as one, for misspellings
	set   uint64   // of its letters
}

// lexiconFile is the shape of headers.yaml.
type lexiconFile struct {
	Fields        map[string][]string          `yaml:"fields"`
	Ambiguous     map[string]map[string]string `yaml:"ambiguous"`
	Groups        map[string][]string          `yaml:"groups"`
	Qualifiers    map[string][]string          `yaml:"qualifiers"`
	Ignored       []string                     `yaml:"ignored"`
	Labels        map[string][]string          `yaml:"labels"`
	Rows          map[string][]string          `yaml:"rows"`
	Titles        map[string][]string          `yaml:"titles"`
	Sheets        []string                     `yaml:"sheets"`
	Abbreviations map[string]string            `yaml:"abbreviations"`
	Small         []string                     `yaml:"small"`
	Months        map[string][]string          `yaml:"months"`
	Days          []string                     `yaml:"days"`
	Sessions      []string                     `yaml:"sessions"`
}

// LoadLexicon reads reference/headers.yaml out of the program's data.
func LoadLexicon(data fs.FS) (*Lexicon, error) {
	const name = "reference/headers.yaml"
	raw, err := fs.ReadFile(data, name)
	if err != nil {
		return nil, fmt.Errorf("lexicon of headers: %w", err)
	}
	var file lexiconFile
	if err := yaml.UnmarshalWithOptions(raw, &file, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("lexicon of headers: %s: %w", name, err)
	}
	l, err := file.build()
	if err != nil {
		return nil, fmt.Errorf("lexicon of headers: %s: %w", name, err)
	}
	return l, nil
}

func (file *lexiconFile) build() (*Lexicon, error) {
	l := &Lexicon{
		folder: folder{abbreviations: file.Abbreviations, small: wordSet(file.Small)},
		exact:  map[string][]int{}, core: map[string][]int{}, byWord: map[string][]int{},
		ambiguous: map[string]map[string]Field{}, groups: map[string]string{}, labels: map[string]Field{},
		rows: map[string][][]string{}, starts: map[string]map[string]bool{}, months: map[string]int{},
		days: wordSet(file.Days), sessions: wordSet(file.Sessions),
	}
	l.titles = map[string][][]string{}
	for kind, texts := range file.Titles {
		for _, text := range texts {
			l.titles[kind] = append(l.titles[kind], l.coreOf(text))
		}
	}
	for _, f := range []Field{CourseTitle, CourseCode} {
		texts := file.Fields[string(f)]
		l.wanted = append(l.wanted, texts[:min(len(texts), 2)]...)
	}
	l.sheets = make(map[string]bool)
	for _, s := range file.Sheets {
		l.sheets[key(l.fold(s))] = true
	}
	if err := l.addFields(file.Fields); err != nil {
		return nil, err
	}
	l.add(ignored, file.Ignored)
	if err := l.addLabels(file); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(file.Groups)) {
		for _, text := range file.Groups[name] {
			l.groups[key(l.coreOf(text))] = name
		}
	}
	l.qualifiers = map[string]string{}
	for _, owner := range slices.Sorted(maps.Keys(file.Qualifiers)) {
		for _, text := range file.Qualifiers[owner] {
			l.qualifiers[key(l.coreOf(text))] = owner
		}
	}
	for kind, texts := range file.Rows {
		l.starts[kind] = map[string]bool{}
		for _, text := range texts {
			words := tokens(text)
			l.rows[kind] = append(l.rows[kind], words)
			l.starts[kind][words[0][:1]] = true
		}
	}
	for number, names := range file.Months {
		n := 0
		if _, err := fmt.Sscanf(number, "%d", &n); err != nil || n < 1 || n > 12 {
			return nil, fmt.Errorf("month %q is not a number from 1 to 12", number)
		}
		for _, name := range names {
			l.months[name] = n
		}
	}
	return l, nil
}

func (l *Lexicon) addFields(fields map[string][]string) error {
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		field, ok := ParseField(name)
		if !ok {
			return fmt.Errorf("%q is not a field", name)
		}
		l.add(field, fields[name])
	}
	return nil
}

func (l *Lexicon) addLabels(file *lexiconFile) error {
	for text, choice := range file.Ambiguous {
		fields := make(map[string]Field, len(choice))
		for context, name := range choice {
			field, ok := ParseField(name)
			if !ok && name != string(ignored) {
				return fmt.Errorf("%q is not a field", name)
			}
			if !ok {
				field = ignored
			}
			fields[context] = field
		}
		l.ambiguous[key(l.coreOf(text))] = fields
	}
	labelled := courseFields()
	for _, p := range l.phrases {
		if labelled[p.field] {
			l.labels[key(p.words)] = p.field
		}
	}
	for _, name := range slices.Sorted(maps.Keys(file.Labels)) {
		field, ok := ParseField(name)
		if !ok {
			return fmt.Errorf("%q is not a field", name)
		}
		for _, text := range file.Labels[name] {
			l.labels[key(l.coreOf(text))] = field
		}
	}
	return nil
}

// add keeps header texts of a field. A text that is there already for the field is left out.
func (l *Lexicon) add(field Field, texts []string) {
	for _, text := range texts {
		words := l.fold(text)
		if len(words) == 0 {
			continue
		}
		core := l.folder.core(words)
		n := len(l.phrases)
		known := slices.ContainsFunc(l.core[key(core)], func(i int) bool { return l.phrases[i].field == field })
		l.exact[key(words)] = append(l.exact[key(words)], n)
		joint := strings.Join(core, "")
		l.phrases = append(l.phrases, phrase{field: field, words: core, joint: joint, set: letters(joint)})
		if known {
			continue
		}
		l.core[key(core)] = append(l.core[key(core)], n)
		for _, w := range slices.Compact(slices.Sorted(slices.Values(core))) {
			l.byWord[w] = append(l.byWord[w], n)
		}
	}
}

// WithSynonyms gives a lexicon that knows further header texts, by the name of their field. A text that
// meant something else before then means what is told here.
func (l *Lexicon) WithSynonyms(synonyms map[string][]string) (*Lexicon, error) {
	if len(synonyms) == 0 {
		return l, nil
	}
	out := *l
	out.phrases = slices.Clone(l.phrases)
	out.exact, out.core, out.byWord = maps.Clone(l.exact), maps.Clone(l.core), maps.Clone(l.byWord)
	out.ambiguous, out.labels = maps.Clone(l.ambiguous), maps.Clone(l.labels)
	for _, texts := range synonyms {
		for _, text := range texts {
			words := l.fold(text)
			delete(out.exact, key(words))
			delete(out.core, key(l.folder.core(words)))
			delete(out.ambiguous, key(l.folder.core(words)))
		}
	}
	for _, m := range []map[string][]int{out.exact, out.core, out.byWord} {
		for k, v := range m {
			m[k] = slices.Clip(v) // so that what is added never lands in the other lexicon's memory
		}
	}
	if err := out.addFields(synonyms); err != nil {
		return nil, fmt.Errorf("synonyms: %w", err)
	}
	labelled := courseFields()
	for _, p := range out.phrases[len(l.phrases):] {
		if labelled[p.field] {
			out.labels[key(p.words)] = p.field
		}
	}
	return &out, nil
}

func (l *Lexicon) coreOf(text string) []string { return l.folder.core(l.fold(text)) }

func wordSet(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		for _, t := range tokens(w) {
			set[t] = true
		}
	}
	return set
}
