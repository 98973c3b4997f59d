package annotate

import "strings"

const typesName = "[Content_Types].xml"

// contentTypes says what each part is.
type contentTypes struct {
	doc   *doc
	root  int
	added strings.Builder
}

func (e *editor) readTypes() (*contentTypes, error) {
	raw, err := e.parts.read(typesName)
	if err != nil {
		return nil, err
	}
	d, err := parse(typesName, raw)
	if err != nil {
		return nil, err
	}
	t := &contentTypes{doc: d, root: d.first("Types", 0)}
	if t.root < 0 {
		return nil, odd("the content types are not known")
	}
	return t, nil
}

// declare says what a new part is.
func (t *contentTypes) declare(part, kind string) {
	t.added.WriteString("<" + t.doc.pieces[t.root].prefix() + `Override PartName="/` + escapeAttr(part) + `" ContentType="` + kind + `"/>`)
}

// declareVML says what drawings of comments are, by their extension as every program does.
func (t *contentTypes) declareVML() {
	for i := range t.doc.pieces {
		if p := &t.doc.pieces[i]; p.is("Default") && strings.EqualFold(attr(p.raw, "Extension"), "vml") {
			return
		}
	}
	const put = `Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`
	if !strings.Contains(t.added.String(), put) {
		t.added.WriteString("<" + t.doc.pieces[t.root].prefix() + put)
	}
}

func (e *editor) writeTypes() {
	e.types.doc.within(e.types.root, e.types.added.String())
	e.parts.put(typesName, e.types.doc.bytes())
}

// Kinds of new parts.
const (
	typeSheet    = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
	typeStyles   = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
	typeComments = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
	typePersons  = "application/vnd.ms-excel.person+xml"
)
