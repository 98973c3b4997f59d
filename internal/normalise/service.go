package normalise

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// services is what the lexicon knows about offices and bodies.
type services struct {
	short    map[string][]string // folded short words to full ones
	longest  int                 // words of the longest short form
	stop     map[string]bool
	forms    map[string]bool // legal forms
	generic  map[string]bool
	offices  []office
	byPhrase map[string]int // words without stop words to an index of offices
	words    int            // of the longest phrase
	bodies   []office
	inBody   map[string]int
	kinds    phrases
	vocab    map[string]bool   // words of offices and bodies that a misspelt one may be meant for
	given    map[string]bool   // given names, upper case
	told     map[string]string // whole folded texts to canonical names: the configuration's synonyms
}

// An office, or a body that offices belong to.
type office struct {
	Name      string   `yaml:"name"`
	Kind      string   `yaml:"kind"`
	Municipal bool     `yaml:"municipal"`
	Forms     []string `yaml:"forms"`
}

// ServiceKinds are the kinds of services that tables may hold.
var serviceKinds = []string{"servizi-sociali", "scuola", "sanita", "anagrafe-sportelli", "terzo-settore", "giustizia-prefettura", "altro"}

func (l *Lexicon) loadServices(fsys fs.FS) error {
	var file struct {
		Abbreviations map[string]string   `yaml:"abbreviations"`
		Stop          []string            `yaml:"stop"`
		Forms         []string            `yaml:"forms"`
		Generic       []string            `yaml:"generic"`
		Bodies        []office            `yaml:"bodies"`
		Offices       []office            `yaml:"offices"`
		Kinds         map[string][]string `yaml:"kinds"`
	}
	if err := readYAML(fsys, "services.yaml", &file); err != nil {
		return err
	}
	s := &l.services
	s.stop, s.forms, s.generic = wordSet(file.Stop), wordSet(file.Forms), wordSet(file.Generic)
	s.short = map[string][]string{}
	for short, full := range file.Abbreviations {
		f := fold(short)
		s.short[f] = strings.Fields(fold(full))
		s.longest = max(s.longest, strings.Count(f, " ")+1)
		if letters := strings.ReplaceAll(f, " ", ""); 2*len(letters) == len(f)+1 {
			s.short[letters] = s.short[f] // "I.C." is "i c" or "ic"
		}
	}
	s.given = l.given
	s.offices, s.bodies = file.Offices, file.Bodies
	var err error
	if s.byPhrase, err = s.index(s.offices); err != nil {
		return err
	}
	if s.inBody, err = s.index(s.bodies); err != nil {
		return err
	}
	s.vocab = map[string]bool{}
	for _, known := range []map[string]int{s.byPhrase, s.inBody} {
		for phrase := range known {
			for w := range strings.FieldsSeq(phrase) {
				s.vocab[w] = true
			}
		}
	}
	s.kinds = newPhrases()
	for _, kind := range serviceKinds {
		s.kinds.add(kind, kind)
		for _, w := range file.Kinds[kind] {
			s.kinds.add(w, kind)
		}
	}
	return nil
}

// index maps the forms, without the words that tell nothing apart, to their place in the list.
func (s *services) index(list []office) (map[string]int, error) {
	out := map[string]int{}
	for i, o := range list {
		if !slices.Contains(serviceKinds, o.Kind) {
			return nil, fmt.Errorf("services.yaml: %s: unknown kind %q", o.Name, o.Kind)
		}
		for _, form := range append([]string{o.Name}, o.Forms...) {
			words := s.telling(s.expand(strings.Fields(fold(form))))
			phrase := strings.Join(words, " ")
			if old, twice := out[phrase]; twice && list[old].Name != o.Name {
				return nil, fmt.Errorf("services.yaml: %q stands for %s and %s", form, list[old].Name, o.Name)
			}
			out[phrase] = i
			s.words = max(s.words, len(words))
		}
	}
	return out, nil
}

// expand writes short words in full.
func (s *services) expand(words []string) []string {
	var out []string
	for i := 0; i < len(words); {
		n := min(s.longest, len(words)-i)
		for ; n > 0; n-- {
			if full, ok := s.short[strings.Join(words[i:i+n], " ")]; ok {
				out = append(out, full...)
				break
			}
		}
		if n == 0 {
			out = append(out, words[i])
			n = 1
		}
		i += n
	}
	return out
}

// telling leaves out stop words and legal forms.
func (s *services) telling(words []string) []string {
	out := words[:0:0]
	for _, w := range words {
		if !s.stop[w] && !s.forms[w] {
			out = append(out, w)
		}
	}
	return out
}

// A serviceName is a text taken to pieces.
type serviceName struct {
	offices   []int
	body      int      // index of bodies, or -1
	rest      []string // words that name this office and no other
	comune    string   // official name of the comune in the text, or ""
	municipal bool     // the text says "comune"
}

// parse takes the pieces of a service's text out in turn: comune, short words, body, offices.
func (s *services) parse(text string, comuni *comuneNames) serviceName {
	n := serviceName{body: -1}
	words := numberCircles(strings.Fields(fold(joinInitials(text))))
	words, n.comune, n.municipal = comuni.takeOut(words, text)
	words = s.expand(words)
	words = slices.DeleteFunc(words, func(w string) bool {
		n.municipal = n.municipal || w == "comune"
		return w == "comune"
	})
	words = s.mend(s.telling(words))
	words, bodies := takePhrases(words, s.inBody, s.words)
	if len(bodies) > 0 {
		n.body = bodies[0]
	}
	n.rest, n.offices = takePhrases(words, s.byPhrase, s.words)
	slices.Sort(n.offices)
	n.offices = slices.Compact(n.offices)
	if len(n.offices) > 0 || n.body >= 0 {
		n.rest = slices.DeleteFunc(n.rest, func(w string) bool { return s.generic[w] })
	}
	if n.comune == "" {
		n.rest, n.comune = comuni.takeShort(n.rest, len(n.offices) > 0)
	}
	if s.kindOf(&n) == "scuola" {
		n.rest = s.namesake(n.rest)
	}
	return n
}

// takePhrases takes the longest known phrases out of the words and gives what is left.
func takePhrases(words []string, known map[string]int, longest int) (rest []string, found []int) {
	for n := min(longest, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); {
			at, ok := known[strings.Join(words[i:i+n], " ")]
			if !ok {
				i++
				continue
			}
			found = append(found, at)
			// a mark keeps words that now stand side by side from making a phrase
			words = slices.Concat(words[:i], []string{"|"}, words[i+n:])
		}
	}
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "|" }), found
}
