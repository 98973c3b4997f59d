package figure

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"formare/data"
	"formare/internal/text"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// Specs gives the figures that come with the program and those of a project's own file system, whose
// folder figures may add some and replace others by their id. own may be nil. The order is that of the ids.
func Specs(own fs.FS) ([]Spec, error) {
	specs, err := LoadSpecs(data.FS)
	if err != nil || own == nil {
		return specs, err
	}
	more, err := LoadSpecs(own)
	if err != nil {
		return nil, err
	}
	for _, s := range more {
		specs = slices.DeleteFunc(specs, func(o Spec) bool { return o.ID == s.ID })
		specs = append(specs, s)
	}
	slices.SortFunc(specs, bySpecID)
	return specs, nil
}

func bySpecID(a, b Spec) int { return strings.Compare(a.ID, b.ID) }

var specID = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

// LoadSpecs reads the figures declared in the folder figures of a file system, sorted by id. Its errors
// are *text.Error with the file, line and column of each fault.
func LoadSpecs(fsys fs.FS) ([]Spec, error) {
	names, err := fs.Glob(fsys, "figures/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("figures: %w", err)
	}
	var specs []Spec
	for _, name := range names {
		raw, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("figures: %w", err)
		}
		s, err := parseSpec("figures/"+path.Base(name), raw)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(specs, func(o Spec) bool { return o.ID == s.ID }) {
			return nil, s.Fault("twice", "$.id", "value", s.ID)
		}
		specs = append(specs, s)
	}
	slices.SortFunc(specs, bySpecID)
	return specs, nil
}

// parseSpec reads one file.
func parseSpec(name string, raw []byte) (s Spec, err error) {
	doc := &specDocument{name: name}
	defer func() {
		if fault := recover(); fault != nil { // the YAML library's, on syntax that nobody writes
			err = doc.fault("syntax", "$", "what", fmt.Sprint(fault))
		}
	}()
	raw = []byte(strings.TrimPrefix(string(raw), "\xef\xbb\xbf")) // Windows' editor writes one
	if doc.file, err = parser.ParseBytes(raw, 0); err != nil {
		return s, doc.told(err)
	}
	if err := yaml.UnmarshalWithOptions(raw, &s, yaml.Strict()); err != nil {
		return s, doc.told(err)
	}
	s.at = doc
	if s.Indicator != "" && len(s.Indicators) > 0 {
		return s, s.Fault("two-indicators", "$.indicator")
	}
	if s.Indicator != "" {
		s.Indicators = []string{s.Indicator}
	}
	return s, s.check()
}

func (s *Spec) check() error {
	if !specID.MatchString(s.ID) {
		return s.Fault("id", "$.id", "value", s.ID)
	}
	if _, err := s.Kind.drawer(); err != nil {
		return s.Fault("kind", "$.kind", "value", string(s.Kind), "among", strings.Join(kindNames(), ", "))
	}
	if len(s.Indicators) == 0 {
		return s.Fault("no-indicator", "$.kind")
	}
	if s.Words == "" {
		s.Words = defaultWords(s.Kind)
	}
	if !slices.Contains([]Set{EverySet, MonthlySet, FinalSet}, s.Set) {
		return s.Fault("set", "$.set", "value", string(s.Set))
	}
	if s.Kind == Ranking && s.Own.Name == nil && s.Own.Title == nil {
		return s.Fault("no-title", "$.kind")
	}
	return s.checkPhrases()
}

func (s *Spec) checkPhrases() error {
	own := reflect.ValueOf(s.Own)
	for i := range own.NumField() {
		key := own.Type().Field(i).Tag.Get("yaml")
		p, _ := own.Field(i).Interface().(Phrase)
		if p == nil {
			continue
		}
		for _, lang := range text.Languages {
			if strings.TrimSpace(p[lang]) == "" {
				return s.Fault("language", "$."+key, "key", key, "lang", lang)
			}
		}
		for lang, words := range p {
			if !slices.Contains(text.Languages, lang) {
				return s.Fault("language-unknown", "$."+key, "value", lang, "among", strings.Join(text.Languages, ", "))
			}
			for _, hole := range holesOf(words) {
				if !knownHole(hole) {
					return s.Fault("placeholder", "$."+key, "key", key, "value", hole, "among", strings.Join(holeNames(), ", "))
				}
			}
		}
	}
	return nil
}

// A specDocument is the file that a figure was read from, kept to say where a value stands.
type specDocument struct {
	name string
	file *ast.File
}

// Fault makes an error at the place of one of the file's keys ("$.title"), or at its beginning.
func (s *Spec) Fault(id, at string, pairs ...string) error { return s.at.fault(id, at, pairs...) }

func (d *specDocument) fault(id, at string, pairs ...string) error {
	line, column := 1, 1
	if d != nil && d.file != nil {
		if p, err := yaml.PathString(at); err == nil {
			if node, err := p.FilterFile(d.file); err == nil && node != nil && node.GetToken() != nil {
				line, column = node.GetToken().Position.Line, node.GetToken().Position.Column
			}
		}
	}
	name := "figures"
	if d != nil {
		name = d.name
	}
	return text.Errorf("config.figure-"+id, nil, append([]string{
		"file", name, "line", strconv.Itoa(line), "column", strconv.Itoa(column)}, pairs...)...)
}

// told turns what the YAML library found into an error with its place.
func (d *specDocument) told(err error) error {
	what, line, column := err.Error(), 1, 1
	var located yaml.Error
	if errors.As(err, &located) && located.GetToken() != nil {
		what = located.GetMessage()
		line, column = located.GetToken().Position.Line, located.GetToken().Position.Column
	}
	what, _, _ = strings.Cut(what, "\n")
	id := "syntax"
	if strings.HasPrefix(what, "unknown field") {
		id, what = "key", strings.Trim(strings.TrimPrefix(what, "unknown field "), `"`)
	}
	return text.Errorf("config.figure-"+id, nil, "file", d.name, "line", strconv.Itoa(line), "column", strconv.Itoa(column), "what", what)
}
