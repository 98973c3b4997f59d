package deck

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// A node is an element of XML. Parts are built of nodes, so that they are well formed and their texts
// escaped by construction.
type node struct {
	name  string
	attrs []attr
	kids  []node
	text  string
}

type attr struct{ name, value string }

// el builds an element out of attributes, children, lists of children and one text.
func el(name string, content ...any) node {
	n := node{name: name}
	for _, c := range content {
		switch c := c.(type) {
		case attr:
			n.attrs = append(n.attrs, c)
		case node:
			if c.name != "" {
				n.kids = append(n.kids, c)
			}
		case []node:
			n.kids = append(n.kids, c...)
		case string:
			n.text = c
		default:
			panic(fmt.Sprintf("deck: element %s with a %T", name, c))
		}
	}
	return n
}

// append adds children.
func (n *node) append(kids ...node) { n.kids = append(n.kids, kids...) }

// at is an attribute; numbers are written as they are.
func at(name string, value any) attr { return attr{name, fmt.Sprint(value)} }

// val is the commonest element: one with nothing but a val.
func val(name string, value any) node { return el(name, at("val", value)) }

func itoa(n int) string { return strconv.Itoa(n) }

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// part writes a root element as a part of a package.
func (n node) part() []byte {
	var b strings.Builder
	b.WriteString(xmlHead)
	n.write(&b)
	return []byte(b.String())
}

func (n node) write(b *strings.Builder) {
	b.WriteString("<" + n.name)
	for _, a := range n.attrs {
		b.WriteString(" " + a.name + `="` + escape(a.value) + `"`)
	}
	if n.text == "" && len(n.kids) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteString(">")
	b.WriteString(escape(n.text))
	for _, k := range n.kids {
		k.write(b)
	}
	b.WriteString("</" + n.name + ">")
}

// escape writes a text for XML; characters that XML has not become the sign for that.
func escape(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return "" // a Builder does not fail
	}
	return b.String()
}

// Namespaces.
const (
	nsA = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsC = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	nsP = "http://schemas.openxmlformats.org/presentationml/2006/main"
	nsR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

	nsSVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
)

func namespaces() []any {
	return []any{at("xmlns:a", nsA), at("xmlns:r", nsR), at("xmlns:p", nsP)}
}
