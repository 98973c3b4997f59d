package config

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"formare/internal/text"

	"github.com/agnivade/levenshtein"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// unknownKeys walks the file beside the Config type and reports the first key that the type has not,
// with the nearest one that it has.
func (d *document) unknownKeys() error {
	for _, doc := range d.file.Docs {
		if err := d.walk(doc.Body, reflect.TypeFor[Config]()); err != nil {
			return err
		}
	}
	return nil
}

func (d *document) walk(node ast.Node, t reflect.Type) error {
	switch n := node.(type) {
	case *ast.MappingNode:
		for _, pair := range n.Values {
			if err := d.pair(pair, t); err != nil {
				return err
			}
		}
	case *ast.MappingValueNode:
		return d.pair(n, t)
	case *ast.SequenceNode:
		if t.Kind() != reflect.Slice {
			return nil // the decoder reports the wrong type
		}
		for _, item := range n.Values {
			if err := d.walk(item, t.Elem()); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *document) pair(pair *ast.MappingValueNode, t reflect.Type) error {
	switch t.Kind() {
	case reflect.Map:
		return d.walk(pair.Value, t.Elem())
	case reflect.Struct:
	default:
		return nil
	}
	key := pair.Key.GetToken().Value
	known := make([]string, 0, t.NumField())
	for i := range t.NumField() {
		name := t.Field(i).Tag.Get("yaml")
		if name == key {
			return d.walk(pair.Value, t.Field(i).Type)
		}
		known = append(known, name)
	}
	pos := pair.Key.GetToken().Position
	id, near := "config.unknown-key", nearest(key, known)
	if near == "" {
		id, near = "config.unknown-key-far", strings.Join(known, ", ")
	}
	return text.Errorf(id, nil, "file", d.name, "line", strconv.Itoa(pos.Line),
		"column", strconv.Itoa(pos.Column), "key", key, "near", near)
}

// nearest gives the word that is closest in edits, if it is close enough to be meant.
func nearest(word string, known []string) string {
	best, at := len([]rune(word))/2+1, ""
	for _, k := range slices.Sorted(slices.Values(known)) {
		if dist := levenshtein.ComputeDistance(strings.ToLower(word), k); dist < best {
			best, at = dist, k
		}
	}
	return at
}

// start gives the first token of a node: of a mapping that is its first key, not its colon.
func start(node ast.Node) *token.Token {
	switch n := node.(type) {
	case *ast.MappingNode:
		if len(n.Values) > 0 {
			return n.Values[0].Key.GetToken()
		}
	case *ast.MappingValueNode:
		return n.Key.GetToken()
	}
	return node.GetToken()
}
