package normalise

import (
	"slices"
	"strings"
)

// service gives a service's canonical name, "what – where", its kind and the comune that it names. The
// comune of the row's own column, home, completes a name that only says what ("Servizi sociali").
func (l *Lexicon) service(text string, comuni *comuneNames, home string) (name, kind, comune string) {
	s := &l.services
	text = cut(text, mostName)
	n := s.parse(text, comuni)
	kind = s.kindOf(&n)
	if told, ok := s.told[fold(text)]; ok {
		return told, kind, n.comune
	}
	what := s.what(&n)
	where := n.comune
	if where == "" && n.body < 0 && !distinctive(n.rest) {
		where = home
	}
	municipal := n.municipal && len(n.offices) == 0 || what == "" && n.body < 0
	for _, o := range n.offices {
		municipal = municipal || s.offices[o].Municipal
	}
	if where != "" && municipal && n.body < 0 {
		where = "Comune di " + where
	} else if where == "" && n.municipal {
		where = "Comune"
	}
	if n.body >= 0 {
		if where == "" {
			where = s.bodies[n.body].Name
		} else {
			where = s.bodies[n.body].Name + ", " + where
		}
	}
	switch {
	case what == "":
		name = where
	case where == "":
		name = what
	default:
		name = what + " – " + where
	}
	if name == "" {
		name = squeeze(text) // nothing but stop words
	}
	return name, kind, n.comune
}

func (s *services) kindOf(n *serviceName) string {
	for _, o := range n.offices {
		if s.offices[o].Kind != "altro" {
			return s.offices[o].Kind
		}
	}
	if n.body >= 0 && len(n.offices) == 0 {
		return s.bodies[n.body].Kind
	}
	return "altro"
}

// what joins the offices' names, in the lexicon's order, and the words of this one as written.
func (s *services) what(n *serviceName) string {
	parts := make([]string, 0, len(n.offices)+len(n.rest))
	for _, o := range n.offices {
		parts = append(parts, s.offices[o].Name)
	}
	for _, w := range n.rest {
		parts = append(parts, strings.ToUpper(w[:1])+w[1:])
	}
	return strings.Join(parts, " ")
}

// distinctive says that words name one office wherever it is: figures do not ("Istituto comprensivo 5").
func distinctive(words []string) bool {
	for _, w := range words {
		if w[0] > '9' && w != "sede" && !slices.Contains([]string{"i", "ii", "iii", "iv", "v", "zona"}, w) {
			return true
		}
	}
	return false
}

// serviceKind reads the column that tells the kind of a service.
func (l *Lexicon) serviceKind(text string) (string, bool) { return l.services.kinds.find(fold(text)) }
