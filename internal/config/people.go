package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// People is what the analyst knows of who is who, beyond what keys can tell. Each mention is a reference
// that the list of doubtful pairs gives: a pseudonym ("cf:12", "person:12", "name:12") or a row ("file!sheet!12").
type People struct {
	Same      [][]string `yaml:"same"`      // mentions of one person
	Different [][]string `yaml:"different"` // pairs of mentions of two
}

// A PersonRef is a mention taken apart.
type PersonRef struct {
	Ref  string
	Kind string // cf, person, name; "" for a row
	Key  int64
	Row  int64
}

// ParsePerson reads a mention of a person.
func ParsePerson(ref string) (p PersonRef, ok bool) {
	p.Ref = ref
	for _, kind := range []string{"cf", "person", "name"} {
		if digits, ours := strings.CutPrefix(ref, kind+":"); ours && !strings.Contains(ref, "!") {
			n, err := strconv.ParseInt(digits, 10, 64)
			p.Kind, p.Key = kind, n
			return p, err == nil
		}
	}
	at := strings.LastIndexByte(ref, '!')
	if at < 1 || strings.IndexByte(ref[:at], '!') < 1 {
		return p, false
	}
	n, err := strconv.ParseInt(ref[at+1:], 10, 64)
	p.Row = n
	return p, err == nil && n > 0
}

func (c *Config) checkPeople(d *document) error {
	for _, list := range []struct {
		key   string
		items [][]string
		most  int
	}{{"same", c.People.Same, 1000}, {"different", c.People.Different, 2}} {
		for i, item := range list.items {
			at := fmt.Sprintf("$.people.%s[%d]", list.key, i)
			if len(item) < 2 || len(item) > list.most {
				return d.fault("config.people-pair", at)
			}
			for j, ref := range item {
				if _, ok := ParsePerson(ref); !ok {
					return d.fault("config.people-ref", fmt.Sprintf("%s[%d]", at, j), "value", ref)
				}
				if slices.Contains(item[:j], ref) {
					return d.fault("config.duplicate", fmt.Sprintf("%s[%d]", at, j), "value", ref)
				}
			}
		}
	}
	groups := c.People.Groups()
	for i, pair := range c.People.Different {
		for _, g := range groups {
			if slices.Contains(g, pair[0]) && slices.Contains(g, pair[1]) {
				return d.fault("config.people-contradiction", fmt.Sprintf("$.people.different[%d]", i), "value", pair[0], "other", pair[1])
			}
		}
	}
	return nil
}

// Groups gives the mentions that are of one person, put together where lists share one, in the order in
// which they are told.
func (p People) Groups() [][]string {
	of := map[string]int{} // mention to group
	var groups [][]string
	for _, item := range p.Same {
		into := len(groups)
		groups = append(groups, nil)
		for _, ref := range item {
			g, known := of[ref]
			if !known {
				of[ref] = into
				groups[into] = append(groups[into], ref)
				continue
			}
			if g == into {
				continue
			}
			for _, moved := range groups[g] {
				of[moved] = into
			}
			groups[into] = append(groups[into], groups[g]...)
			groups[g] = nil
		}
	}
	return slices.DeleteFunc(groups, func(g []string) bool { return len(g) == 0 })
}
