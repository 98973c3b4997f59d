package engine

import (
	"regexp"
	"strings"
)

var words = regexp.MustCompile(`[A-Za-z_][A-Za-z_0-9]*`)

// catalogues are what a query asks for the names of views, so that none may be left out.
var catalogues = []string{"show", "describe", "information_schema", "duckdb_views", "duckdb_tables", "duckdb_columns", "sqlite_master"}

// Needed gives those of the views that a query names, and those that they name in turn, in their order.
// A word that only looks like a view's name brings that view in, which does no harm.
func Needed(views []View, query string) []View {
	byName := map[string]View{}
	for _, v := range views {
		byName[strings.ToLower(v.Name)] = v
	}
	named := map[string]bool{}
	var follow func(text string)
	follow = func(text string) {
		for _, w := range words.FindAllString(text, -1) {
			w = strings.ToLower(w)
			if v, ok := byName[w]; ok && !named[w] {
				named[w] = true
				follow(v.SQL)
			}
		}
	}
	follow(query)
	for _, w := range words.FindAllString(query, -1) {
		for _, c := range catalogues {
			if strings.EqualFold(w, c) {
				return views
			}
		}
	}
	var out []View
	for _, v := range views {
		if named[strings.ToLower(v.Name)] {
			out = append(out, v)
		}
	}
	return out
}
